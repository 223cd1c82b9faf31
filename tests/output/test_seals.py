"""By what a file of the site is known."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from newsarchive.output.seals import (
    HASH,
    UNKNOWN,
    are_alike,
    sealed,
    size_and_time,
    stamp_from,
    stamp_in,
    stamp_of,
)

DIGEST = sha256(b"page").digest()


@pytest.mark.parametrize("time", [0, 1, -1, -(2**63), 2**63 - 1, 1_700_000_000_123_456_789])
@pytest.mark.parametrize("size", [0, 1, 2**48 - 1])
def test_a_seal_gives_its_hash_and_its_stamp_again(size: int, time: int) -> None:
    stamp = stamp_from(size, time)
    seal = sealed(DIGEST, stamp)
    assert (seal[:HASH], stamp_in(seal), size_and_time(stamp)) == (DIGEST, stamp, (size, time))


def test_a_stamp_is_the_size_and_the_time_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "page"
    file.write_bytes(b"page")
    seen = file.stat()
    assert size_and_time(stamp_of(seen)) == (4, seen.st_mtime_ns)


def test_the_stamp_of_a_mere_hash_is_not_known() -> None:
    assert stamp_in(DIGEST) == stamp_in(b"") == UNKNOWN


def test_seals_are_alike_by_their_hashes_and_what_is_not_known_is_like_nothing() -> None:
    assert are_alike(DIGEST, sealed(DIGEST, 1))
    assert not are_alike(DIGEST, sha256(b"another").digest())
    assert not are_alike(b"", b"")
