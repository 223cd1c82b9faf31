"""Feeds mutated inputs to all that reads what others wrote; nothing may be raised but our own errors.

    python benchmarks/fuzz.py [--inputs 1000000] [--only loader] [--seed 0] [--start 0]

Targets: `loader` (every ending that is read, some cleaned and described too), `cleaner` (text lines),
`dates`, `corrections` and `settings` (`site.yaml`). An input is made from the seed and its number, so
that a long run goes on where it was cut short (`--start`), and one input can be made again. Inputs go
in batches; one that fails, or takes longer than ten seconds, is looked for in its batch and printed,
cut as short as still makes it; the exit status is then 1.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from hostile import HOSTILE
from nasty import NASTY
from newsarchive.cleaning import clean
from newsarchive.describing import describe
from newsarchive.errors import SettingsError
from newsarchive.finding.days.addresses import addresses, url_day
from newsarchive.finding.days.mentions import find_days
from newsarchive.incremental.tables import encoded
from newsarchive.loading import READERS, load
from newsarchive.loading.corrections import corrections_beside
from newsarchive.loading.days import day
from newsarchive.model import Document, Problem
from newsarchive.settings.limits import Limits, OutOfTime, deadline
from newsarchive.settings.site import load_site
from payloads import payloads

SHORT, LONGEST, SELDOM = 160, 1_000, 20
"""Bytes of an input, and of one in twenty: what breaks a reader is short, and short inputs are many."""
ENDINGS = (*READERS, "")
BATCH = 64
"""Inputs that are read in one call: the labeller asks its network of all of them at once."""
SECONDS = 10
"""That an input may take."""
MEMORY = Path("/dev/shm")  # noqa: S108  a folder of a name of its own is made in it
"""A disk in the memory, where there is one."""
LIMITS = Limits(megabytes=1)

Target = Callable[[int, Sequence[bytes]], None]
"""What reads inputs, given the number of the first."""
TOKENS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n", b"\n\n", b"---\n", b"why: ", b"title: ", b"date: ",
    b"{", b"}", b"[", b"]", b'"', b"'", b"&a ", b"*a", b"!!python/name:os ", b"<", b">", b"</", b"<!--",
    b"<![CDATA[", b"&#x110000;", b"&#0;", b"=?utf-8?b?", b"?=", b"WARC/1.0\r\n", b"Content-Length: ",
    b"-1", b"99999999999999999999", b"2021-07-19", b"0000-00-00", b"31.02.2021", b"19 July 2021", b"\x1f\x8b",
    b"PK\x03\x04", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", "٣١/١٢/٢٠٢١".encode(), "²".encode(), "\u0301".encode(),
    b"\\ud800", b"\\u0000", b'"\\UFFFFFFFF"', b"1e999", b"NaN", b"Infinity", b"labels:\n  1: body\n", b"boundary=b", b"--b\n",
    b"WARC-Type: response\r\n", b"Content-Type: application/http\r\n", b"HTTP/1.1 200 OK\r\n\r\n",
)  # fmt: skip


class Mutator:
    """Makes inputs out of seeds: cuts, copies, joins, tokens, bits and bytes."""

    def __init__(self, seeds: list[bytes], seed: int) -> None:
        self._seeds, self._seed = seeds, seed
        self._random = Random()

    def make(self, number: int) -> bytes:
        """Make the input of a number."""
        self._random.seed(self._seed * 10**9 + number)
        most = LONGEST if number % SELDOM == 0 else SHORT
        raw = bytearray(self._random.choice(self._seeds)[:most])
        for _ in range(self._random.randint(1, 6)):
            self._change(raw)
        return bytes(raw[: 2 * most])

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


def load_in(folder: Path) -> Target:
    """Give what loads an input as any of the formats, and reads some to the end."""

    def target(first: int, batch: Sequence[bytes]) -> None:
        loaded = []
        for number, raw in enumerate(batch, first):
            name = f"a{ENDINGS[number % len(ENDINGS)]}"
            (folder / name).write_bytes(raw)
            loaded.append(list(load(folder / name, name, limits=LIMITS)))
        for items in loaded:
            for item in items:
                look_at(item)
        read_on([items[0] for items in loaded if items and isinstance(items[0], Document)][:2])

    return target


def look_at(item: Document | Problem) -> None:
    """Fail if an input met a mistake of ours, or has become what no page can hold."""
    if isinstance(item, Problem):
        assert item.what, "a problem says nothing"
        assert "newsarchive failed" not in item.what, item.what
    else:
        "".join((item.text, *(said.value + said.text for said in item.statements))).encode()


def read_on(documents: Sequence[Document]) -> None:
    """Clean and describe documents, and put them into words that the store keeps."""
    for reading in clean(documents):
        encoded(describe(reading))


def clean_texts(_first: int, batch: Sequence[bytes]) -> None:
    """Clean and describe texts."""
    texts = [raw.decode("utf-8", "replace") for raw in batch]
    read_on([Document(path="a.txt", sha256="0" * 64, encoding="utf-8", text=t) for t in texts])


def read_dates(_first: int, batch: Sequence[bytes]) -> None:
    """Read dates as metadata and as lines have them."""
    for raw in batch:
        text = raw.decode("utf-8", "replace")
        day(text)
        for line in text.split("\n")[:20]:
            day(line)
            find_days(0, line)
            for address in addresses(line):
                url_day(address)


def correct_in(folder: Path) -> Target:
    """Give what reads inputs as corrections."""

    def target(_first: int, batch: Sequence[bytes]) -> None:
        for raw in batch:
            (folder / "a.yaml").write_bytes(raw)
            with suppress(SettingsError):
                corrections_beside(folder / "a.txt", "a.txt")

    return target


def settle_in(folder: Path) -> Target:
    """Give what reads inputs as the settings."""

    def target(_first: int, batch: Sequence[bytes]) -> None:
        for raw in batch:
            (folder / "site.yaml").write_bytes(raw)
            with suppress(SettingsError):
                _ = load_site(folder).about

    return target


def seeds_of(folder: Path) -> dict[str, list[bytes]]:
    """Give what is mutated: what the hostile and the nasty catalogues make, and payloads."""
    articles = folder / "articles"
    articles.mkdir()
    for name, hostile in HOSTILE.items():
        if "link" not in name and name not in (
            "copy",
            "pipe",
            "socket",
            "device",
            "disk",
            "deep-folder",
        ):
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


def error_of(target: Target, number: int, batch: Sequence[bytes]) -> BaseException | None:
    """Give what a batch raises."""
    try:
        with deadline(SECONDS * len(batch)):
            target(number, batch)
    except (Exception, OutOfTime) as error:  # what is looked for
        return error
    return None


def shortest(target: Target, number: int, raw: bytes, kind: type[BaseException]) -> bytes:
    """Cut an input as short as it still raises the same kind of error."""
    size = max(1, len(raw) // 2) if kind is not OutOfTime else 0
    while size:
        for at in range(0, len(raw), size):
            shorter = raw[:at] + raw[at + size :]
            if type(error_of(target, number, [shorter])) is kind:
                raw = shorter
                break
        else:
            size //= 2
    return raw


def told(error: BaseException) -> str:
    """Name an error and the place that raised it."""
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    line = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else ""
    return f"{type(error).__name__}: {str(error)[:80]} ({line})"


def fuzz(name: str, target: Target, mutator: Mutator, numbers: range) -> int:
    """Run a target over the inputs of so many numbers; give the number of findings."""
    findings: set[str] = set()
    started, slowest = time.monotonic(), 0.0
    for first in range(numbers.start, numbers.stop, BATCH):
        batch = [mutator.make(n) for n in range(first, min(first + BATCH, numbers.stop))]
        began = time.process_time()
        failed = error_of(target, first, batch)
        slowest = max(slowest, time.process_time() - began)
        for number, raw in enumerate(batch, first) if failed else ():
            error = error_of(target, number, [raw])
            if error and told(error) not in findings:
                findings.add(told(error))
                short = shortest(target, number, raw, type(error))
                print(f"  {number}: {told(error)}\n    {short[:200]!r}", flush=True)
        if failed and not findings:
            findings.add(told(failed))
            print(f"  {first}: only together: {told(failed)}", flush=True)
        if (first + BATCH) // 100_000 > first // 100_000:
            print(f"  {first + BATCH:,}: {time.monotonic() - started:.0f} s", flush=True)
    seconds = time.monotonic() - started
    print(
        f"{name:12} {len(numbers):10,} inputs from {numbers.start:,}, {seconds:8.0f} s, "
        f"slowest {BATCH} {slowest:.2f} s: {len(findings)} findings",
        flush=True,
    )
    return len(findings)


def main() -> int:
    """Fuzz all targets, or one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=1_000_000, help="for each target")
    parser.add_argument("--only", default="", help="the name of one target")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--start", type=int, default=0, help="the number of the first input")
    options = parser.parse_args()
    numbers = range(options.start, options.start + options.inputs)
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        folder = Path(name)
        seeds = seeds_of(folder)
        targets: dict[str, Target] = {
            "loader": load_in(folder),
            "cleaner": clean_texts,
            "dates": read_dates,
            "corrections": correct_in(folder),
            "settings": settle_in(folder),
        }
        found = sum(
            fuzz(key, target, Mutator(seeds[key], options.seed), numbers)
            for key, target in targets.items()
            if options.only in ("", key)
        )
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
