"""Feeds mutated inputs to all that reads what others wrote; nothing may be raised but our own errors.

    python benchmarks/fuzz.py [--inputs 1000000] [--only loader] [--seed 0]

Targets: `loader` (every ending that is read, cleaned and described too), `cleaner` (text lines),
`dates`, `corrections` and `settings` (`site.yaml`). A seed gives the same inputs again. Each finding
is printed with the input that made it, cut as short as still makes it; the exit status is then 1.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import cast

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from hostile import HOSTILE
from nasty import NASTY
from newsarchive.cleaning import clean
from newsarchive.describing import describe
from newsarchive.errors import SettingsError
from newsarchive.finding.date_patterns import addresses, find_days, url_day
from newsarchive.limits import Limits
from newsarchive.loading import ENDINGS, reader_of
from newsarchive.loading.corrections import correction_beside
from newsarchive.loading.days import day
from newsarchive.loading.opened import UNREADABLE, Opened, Reader
from newsarchive.model import Document, Problem
from newsarchive.site import load_site
from payloads import payloads

LONGEST = 1_500
"""Bytes of an input: what breaks a reader is short, and short inputs are many."""
EVERY = 50
"""Of so many loaded inputs one is cleaned and described too, which takes a hundred times as long."""
TOKENS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n", b"\n\n", b"---\n", b"why: ", b"title: ", b"date: ",
    b"{", b"}", b"[", b"]", b'"', b"'", b"&a ", b"*a", b"!!python/name:os ", b"<", b">", b"</", b"<!--",
    b"<![CDATA[", b"&#x110000;", b"&#0;", b"=?utf-8?b?", b"?=", b"WARC/1.0\r\n", b"Content-Length: ",
    b"-1", b"99999999999999999999", b"2021-07-19", b"0000-00-00", b"31.02.2021", b"19 July 2021", b"\x1f\x8b",
    b"PK\x03\x04", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", "٣١/١٢/٢٠٢١".encode(), "²".encode(), "\u0301".encode(),
    b"\\ud800", b"\\u0000", b"1e999", b"NaN", b"Infinity", b"labels:\n  1: body\n", b"boundary=b", b"--b\n",
)  # fmt: skip


class Mutator:
    """Makes inputs out of seeds: cuts, copies, joins, tokens, bits and bytes."""

    def __init__(self, seeds: list[bytes], seed: int) -> None:
        self._seeds = [raw[:LONGEST] for raw in seeds]
        self._random = Random(seed)

    def make(self) -> bytes:
        """Make the next input."""
        raw = bytearray(self._random.choice(self._seeds))
        for _ in range(self._random.randint(1, 6)):
            self._change(raw)
        return bytes(raw[: 2 * LONGEST])

    def _change(self, raw: bytearray) -> None:
        pick = self._random
        at, to = sorted((pick.randint(0, len(raw)), pick.randint(0, len(raw))))
        match pick.randrange(7):
            case 0 if raw:
                raw[pick.randrange(len(raw))] ^= 1 << pick.randrange(8)
            case 1:
                raw[at:at] = pick.choice(TOKENS)
            case 2:
                del raw[at : min(to, at + 40)]
            case 3:
                raw[at:at] = raw[at:to][:60] * pick.randint(1, 8)
            case 4:
                raw[at:to] = pick.choice(self._seeds)[at:to]
            case 5:
                raw[at:at] = pick.randbytes(pick.randint(1, 6))
            case _:
                raw[at:to] = pick.choice(TOKENS) * pick.randint(1, 4)


def loader_of(random: Random) -> Callable[[bytes], None]:
    """Give what loads an input as any of the formats, and now and then reads it to the end."""

    def target(raw: bytes) -> None:
        ending = random.choice(ENDINGS)
        reader = cast("Reader", reader_of(f"a{ending}"))
        items: list[Document | Problem] = []
        opened = Opened(f"a{ending}", io.BytesIO(raw), limits=Limits(megabytes=1))
        with suppress(*UNREADABLE):  # `loading.opened.contained` makes problems of these
            items.extend(reader(opened))
        if random.randrange(EVERY) == 0:
            read_on([item for item in items if isinstance(item, Document)][:3])

    return target


def read_on(documents: list[Document]) -> None:
    """Clean and describe documents."""
    for reading in clean(documents):
        describe(reading)


def clean_text(raw: bytes) -> None:
    """Clean and describe a text."""
    text = raw.decode("utf-8", "replace")
    read_on([Document(path="a.txt", sha256="0" * 64, encoding="utf-8", text=text)])


def read_dates(raw: bytes) -> None:
    """Read dates as metadata and as lines have them."""
    text = raw.decode("utf-8", "replace")
    day(text)
    for line in text.split("\n")[:20]:
        day(line)
        find_days(0, line)
        for address in addresses(line):
            url_day(address)


def correct_in(folder: Path) -> Callable[[bytes], None]:
    """Give what reads an input as a correction."""

    def target(raw: bytes) -> None:
        (folder / "a.yaml").write_bytes(raw)
        with suppress(SettingsError):
            correction_beside(folder / "a.txt", "a.txt")

    return target


def settle_in(folder: Path) -> Callable[[bytes], None]:
    """Give what reads an input as the settings."""

    def target(raw: bytes) -> None:
        (folder / "site.yaml").write_bytes(raw)
        with suppress(SettingsError):
            _ = load_site(folder).about

    return target


def seeds_of(folder: Path) -> dict[str, list[bytes]]:
    """Give what is mutated: what the hostile and the nasty catalogues make, and payloads."""
    articles = folder / "articles"
    articles.mkdir()
    for name, hostile in HOSTILE.items():
        if "link" not in name and name not in ("copy", "pipe", "socket", "device", "disk"):
            with suppress(OSError):
                hostile.make(articles)
    files = [path for path in sorted(articles.rglob("*")) if path.is_file()]
    small = [path.read_bytes()[:LONGEST] for path in files]
    texts = [text.encode("utf-8", "replace") for text in payloads()]
    nasty = [one.make(600) for one in NASTY.values()]
    yaml = [path.read_bytes()[:LONGEST] for path in files if path.suffix == ".yaml"]
    shipped = Path(sys.modules["newsarchive"].__file__ or "").parent / "schema" / "new-site.yaml"
    correction = (
        b"why: So.\ntitle: A\ndate: 2021-07~\nauthors: [A, B]\nlabels: {3: body}\naliases: a/b\n"
    )
    settings = b"title: A\nurl: https://a.example/\nrights: {excerpt: 3, sources: {A: B}}\nlimits:\n  lines: 3\n"
    dates = [token for token in TOKENS if any(48 <= byte < 58 for byte in token)]
    months = [
        f"{d} {m} 20{d:02}, {d}.{d}.20{d:02} at {d}:30".encode()
        for d in range(1, 29)
        for m in ("July", "juil.", "März")
    ]
    return {
        "loader": small + nasty + texts,
        "cleaner": small + nasty + texts,
        "dates": dates + months + texts,
        "corrections": [*yaml, correction, *texts[:40]],
        "settings": [*yaml, settings, shipped.read_bytes(), *texts[:40]],
    }


def shortest(target: Callable[[bytes], None], raw: bytes, kind: type[BaseException]) -> bytes:
    """Cut an input as short as it still raises the same kind of error."""
    size = max(1, len(raw) // 2)
    while size:
        for at in range(0, len(raw), size):
            shorter = raw[:at] + raw[at + size :]
            try:
                target(shorter)
            except kind:
                raw = shorter
                break
            except Exception:  # noqa: S112  another finding
                continue
        else:
            size //= 2
    return raw


def fuzz(name: str, target: Callable[[bytes], None], mutator: Mutator, inputs: int) -> int:
    """Run a target over so many inputs; give the number of findings."""
    findings: dict[str, bytes] = {}
    started, slowest = time.monotonic(), 0.0
    for _ in range(inputs):
        raw = mutator.make()
        began = time.process_time()
        try:
            target(raw)
        except Exception as error:  # what is looked for
            place = error.__traceback__
            while place and place.tb_next:
                place = place.tb_next
            line = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else ""
            told = f"{type(error).__name__}: {str(error)[:80]} ({line})"
            if told not in findings:
                findings[told] = shortest(target, raw, type(error))
                print(f"  {told}\n    {findings[told][:200]!r}", flush=True)
        slowest = max(slowest, time.process_time() - began)
    seconds = time.monotonic() - started
    print(
        f"{name:12} {inputs:10,} inputs {seconds:8.0f} s, slowest {slowest:.2f} s: "
        f"{len(findings)} findings",
        flush=True,
    )
    return len(findings)


def main() -> int:
    """Fuzz all targets, or one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=1_000_000, help="for each target")
    parser.add_argument("--only", default="", help="the name of one target")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seeds = seeds_of(folder)
        targets = {
            "loader": loader_of(Random(options.seed)),
            "cleaner": clean_text,
            "dates": read_dates,
            "corrections": correct_in(folder),
            "settings": settle_in(folder),
        }
        found = sum(
            fuzz(key, target, Mutator(seeds[key], options.seed), options.inputs)
            for key, target in targets.items()
            if options.only in ("", key)
        )
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
