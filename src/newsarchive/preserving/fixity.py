"""Fixity: a list of the SHA-256 of every original, and one value for the whole list.

While that value stays, no original was added, removed or changed since it was archived. It says
nothing of whether a text is authentic.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO


def manifest_of(digests: Mapping[str, bytes], folder: str = "") -> bytes:
    r"""List files with their SHA-256, as `sha256sum` does.

    Args:
        digests: path → SHA-256.
        folder: what stands before each path, with `/`.

    >>> of = {"b.txt": bytes(32), "a\n.txt": bytes(32), "a%0A.txt": bytes(32), "5%.txt": bytes(32)}
    >>> manifest_of(of).decode().replace("0" * 64, "0…")
    '0…  5%.txt\n0…  a%0A.txt\n0…  a%250A.txt\n0…  b.txt\n'
    """
    listed = BytesIO()  # not the lines, which take twice as much
    for path in sorted(digests):
        line = f"{digests[path].hex()}  {_spelled(folder + path)}\n"
        listed.write(line.encode("utf-8", "surrogateescape"))
    return listed.getvalue()


def digests_in(manifest: bytes) -> dict[str, bytes]:
    """Read such a list.

    Raises:
        ValueError: it is none.
    """
    lines = manifest.decode("utf-8", "surrogateescape").split("\n")
    rows = (line.split("  ", 1) for line in lines if line)
    return {_read(path): bytes.fromhex(digest) for digest, path in rows}


def root_of(manifest: bytes) -> str:
    """Give the value for a whole list: SHA-256 in hex."""
    return sha256(manifest).hexdigest()


def _spelled(path: str) -> str:
    """Write a path on one line, and so that no two are written alike; most as they are."""
    if path.isprintable() and "%" not in path:
        return path
    return re.sub("\r|\n|%(?=0D|0A|25)", lambda sign: f"%{ord(sign[0]):02X}", path)


def _read(path: str) -> str:
    return re.sub("%(0D|0A|25)", lambda code: chr(int(code[1], 16)), path)
