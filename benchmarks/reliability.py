"""Prove that a site is never broken: `python benchmarks/reliability.py WHAT`.

    calls    kill a run before each call that changes the file system (strace)
    moments  kill 300 runs at random moments, 2,000 articles, while a crawler reads
    faults   let each call fail, with each error of a full, broken or closed disk (strace)
    names    write 100,000 files with names out of articles; every call stays inside (strace)

A run writes one of two sites over the other, as `newsarchive build` does after it has made the
pages. What must hold is written into `checked`. `--folder` says where, such as a tmpfs.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

from newsarchive.artifacts import Artifact
from newsarchive.errors import NewsarchiveError
from newsarchive.output import RECORD, opened, read_record, write
from newsarchive.pages import routes
from newsarchive.pages.aliases import alias_url
from newsarchive.spelling.slugs import slug_of

CHANGES = (
    "openat write pwrite64 ftruncate mkdir rename renameat2 link linkat symlink unlink unlinkat "
    "rmdir chmod fchmod chown fsync syncfs"
).split()
"""Calls that change the file system, or may."""
ERRORS = {
    "openat": "ENOSPC EIO EACCES EROFS EMFILE",
    "write": "ENOSPC EIO",
    "pwrite64": "ENOSPC EIO",
    "mkdir": "ENOSPC EIO EACCES EROFS",
    "rename": "ENOSPC EIO EACCES EROFS",
    "renameat2": "ENOSPC EIO EACCES EROFS",
    "link": "ENOSPC EIO EACCES EROFS",
    "linkat": "ENOSPC EIO EACCES EROFS",
    "unlink": "EIO EACCES EROFS",
    "rmdir": "EIO EACCES EROFS",
    "fsync": "ENOSPC EIO",
    "syncfs": "ENOSPC EIO",
}
SECONDS = 30
"""No fault may hold a run up for longer."""
CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)")


def main() -> None:
    """Run one of the proofs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("calls", "moments", "faults", "names", "run"))
    parser.add_argument("arguments", nargs="*", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help="where to write (the folder for such files)")
    options = parser.parse_args()
    if options.what == "run":
        sys.exit(run(*map(Path, options.arguments)))
    proof = {"calls": calls, "moments": moments, "faults": faults, "names": names}[options.what]
    started = time.perf_counter()
    with TemporaryDirectory(prefix="reliability-", dir=options.folder) as folder:
        proof(Path(folder).resolve())
    print(f"{time.perf_counter() - started:.0f} s")


def run(site: Path, output: Path) -> int:
    """Write a site, kept as a folder of files, into an output folder."""
    try:
        with opened(output) as place:
            write(artifacts(site), place, sources=site.name)
    except NewsarchiveError as error:
        print(f"newsarchive: {error}", file=sys.stderr)
        return 1
    return 0


def artifacts(site: Path) -> Iterator[Artifact]:
    """Give a site's files, the first page last."""
    for name in sorted(pages(site), reverse=True):
        yield Artifact(name, (site / name).read_bytes())


def pages(folder: Path) -> list[str]:
    """Name the files below a folder, but for our own."""
    found = (path for path in folder.rglob("*") if not path.is_dir())
    names = [path.relative_to(folder).as_posix() for path in found]
    return [name for name in names if not name.startswith(".newsarchive")]


def content(folder: Path) -> dict[str, str]:
    """Give each file of a site with its SHA-256."""
    return {name: sha256((folder / name).read_bytes()).hexdigest() for name in pages(folder)}


def two_sites(folder: Path, articles: int) -> tuple[Path, Path]:
    """Make two sites: of every ten articles one differs, one is new and one is gone."""
    for site, shift in (("old", 0), ("new", 1)):
        for number in range(articles):
            kind = number % 10
            name = f"{number}-{shift}" if kind == 1 else f"{number}"
            said = f"{number} {shift if kind == 0 else ''} " * 2_000
            put(folder / site / "articles" / name / "index.html", said)
        put(folder / site / "data" / "articles.csv", f"{shift},\n" * 50_000)
        put(folder / site / "index.html", f"{shift}\n" * 20_000)
    return folder / "old", folder / "new"


def put(path: Path, text: str) -> None:
    """Write a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def command(*arguments: str | Path) -> list[str]:
    """Give the command that runs this program again."""
    return [sys.executable, __file__, *map(str, arguments)]


def traced(log: Path, inject: Sequence[str], site: Path, output: Path) -> tuple[int, str, float]:
    """Run under strace; give the exit status, what was said, and the seconds it took."""
    strace = ["strace", "-f", "-y", "-qq", "-s", "0", "-o", str(log)]
    strace += ["-e", f"trace={','.join('?' + name for name in CHANGES)}", *inject]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
    started = time.perf_counter()
    done = subprocess.run(
        [*strace, *command("run", site, output)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=100 * SECONDS,
        check=False,
    )
    return done.returncode, done.stderr, time.perf_counter() - started


def ordinals(log: Path, work: Path) -> list[tuple[str, int]]:
    """Give the calls of a run that touch a folder: name, and number among those of the name."""
    counted: Counter[str] = Counter()
    found = []
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        if call := CALL.match(line):
            counted[call[1]] += 1
            if str(work) in call[2]:
                found.append((call[1], counted[call[1]]))
    return found


def calls(folder: Path) -> None:
    """Kill a run before each of its calls, from no site, from a site, and while it heals."""
    for start in ("none", "old", "new-old"):
        sites = two_sites(folder / start, 10)
        todo = calls_of(folder / start, sites, start)
        left: Counter[str] = Counter()
        for name, number in todo:
            output = prepared(folder / start, sites, start)
            inject = ["-e", f"inject={name}:signal=KILL:when={number}"]
            status, _, _ = traced(folder / "log", inject, sites[1], output)
            assert status in (137, -9), (name, number, status)
            left[checked(output, sites, ("none" if start == "none" else "old", "new"))] += 1
            assert run(sites[1], output) == 0
            assert content(output) == content(sites[1])
            swept(output)
        print(f"from {start}: {len(todo)} calls; left {dict(left)}; the next run healed each")


def calls_of(folder: Path, sites: tuple[Path, Path], start: str) -> list[tuple[str, int]]:
    """Find the calls of a run that is let alone."""
    output = prepared(folder, sites, start)
    log = folder / "log"
    status, said, _ = traced(log, [], sites[1], output)
    assert status == 0, said
    return ordinals(log, output.parent)


def prepared(folder: Path, sites: tuple[Path, Path], start: str) -> Path:
    """Give an output folder on which the sites named were built, one after the other."""
    shutil.rmtree(folder / "work", ignore_errors=True)
    (folder / "work").mkdir()
    output = folder / "work" / "output"
    for site in {"none": (), "old": (sites[0],), "new-old": (sites[1], sites[0])}[start]:
        assert run(site, output) == 0
    return output


def checked(output: Path, sites: tuple[Path, Path], allowed: Sequence[str]) -> str:
    """Make sure that an output folder holds one site whole, and say which."""
    known = {"old": content(sites[0]), "new": content(sites[1]), "none": {}}
    found = content(output)
    which = next((name for name in allowed if known[name] == found), "a mixture")
    assert which != "a mixture", sorted(found.items() ^ known["new"].items())
    if which != "none":
        record = read_record(output)
        assert record is not None
        assert record.files == found
        assert record.sources == which
    return which


def swept(output: Path) -> None:
    """Make sure that nothing is left on its way."""
    left = {path.name for path in (output.parent / f".{output.name}.newsarchive").iterdir()}
    assert left - {"next"} <= {".gitignore", "lock", "stamps", "standby"}, left
    assert {path.name for path in output.iterdir() if path.name.startswith(".")} == {RECORD}


def moments(folder: Path, kills: int = 300, articles: int = 2_000) -> None:
    """Kill runs at random moments while a crawler reads all pages that both sites have."""
    sites = two_sites(folder, articles)
    output = folder / "work" / "output"
    output.parent.mkdir()
    assert run(sites[0], output) == 0
    started = time.perf_counter()
    subprocess.run(command("run", sites[1], output), check=True)
    whole = time.perf_counter() - started
    known = [content(site) for site in sites]
    chance, left, ended = random.Random(1), Counter[str](), 0
    crawler = Crawler(output, known)
    crawler.start()
    current = 1
    for _ in range(kills):
        target = 1 - current
        process = subprocess.Popen(command("run", sites[target], output))
        time.sleep(chance.uniform(0, 1.1 * whole))
        process.send_signal(signal.SIGKILL)
        ended += process.wait() == 0
        left[checked(output, sites, ("old", "new"))] += 1
        assert run(sites[target], output) == 0
        assert content(output) == known[target]
        swept(output)
        current = target
    crawler.stop.set()
    crawler.join()
    assert not crawler.wrong, crawler.wrong[:3]
    print(f"{kills} kills ({ended} after the end), {articles} articles; left {dict(left)}")
    print(f"the crawler read {crawler.reads:,} pages, all of them whole")


class Crawler(Thread):
    """Reads the pages that two sites share, and notes each that is missing or neither site's."""

    def __init__(self, output: Path, known: Sequence[dict[str, str]]) -> None:
        """Prepare to read; `start` begins."""
        super().__init__(daemon=True)
        self._output, self._known = output, known
        self._names = sorted(known[0].keys() & known[1].keys())
        self.stop, self.reads, self.wrong = Event(), 0, list[str]()

    def run(self) -> None:
        """Read until told to stop."""
        while not self.stop.is_set():
            for name in (*self._names[self.reads % 7 :: 7], "index.html"):
                try:
                    digest = sha256((self._output / name).read_bytes()).hexdigest()
                except OSError as error:
                    digest = str(error)
                if all(site[name] != digest for site in self._known):
                    self.wrong.append(f"{name}: {digest}")
                self.reads += 1


def faults(folder: Path) -> None:
    """Let each call of a run fail, with each error."""
    sites = two_sites(folder, 10)
    todo = calls_of(folder, sites, "old")
    left: Counter[str] = Counter()
    slowest = 0.0
    for name, number in todo:
        for error in ERRORS.get(name, "").split():
            output = prepared(folder, sites, "old")
            inject = ["-e", f"inject={name}:error={error}:when={number}"]
            status, said, seconds = traced(folder / "log", inject, sites[1], output)
            where = f"{name} {number} {error}: {status} {said}"
            which = checked(output, sites, ("old", "new"))
            assert (status == 0) == (which == "new"), where
            assert status == 0 or str(folder) in said, where
            assert status == 0 or said.count("\n") == 1, where
            assert seconds < SECONDS, where
            slowest = max(slowest, seconds)
            left[f"exit {status}, the {which} site"] += 1
            assert run(sites[1], output) == 0
            assert content(output) == content(sites[1])
    print(f"{sum(left.values())} faults at {len(todo)} calls: {dict(left)}")
    print(f"the slowest run took {slowest:.1f} s")


def names(folder: Path, number: int = 100_000) -> None:
    """Write files with names made of hostile titles, tags and aliases; look where calls went."""
    chance = random.Random(2)
    site = folder / "site"
    for index in range(number):
        signs = chance.choices("../\\\0~:%$ \n\u202eaZé字😀'\"<>|&;`-_", k=chance.randint(0, 40))
        put(site / file_for("".join(signs), index), "")
    output = folder / "work" / "output"
    output.parent.mkdir()
    status, said, _ = traced(folder / "log", [], site, output)
    assert status == 0, said
    changing = outside = 0
    for line in (folder / "log").read_text(encoding="utf-8", errors="replace").splitlines():
        changes = not re.search(r"\bopenat\(", line) or re.search("O_WRONLY|O_RDWR|O_CREAT", line)
        if changes and CALL.match(line):
            named = line.replace(f"AT_FDCWD<{Path.cwd()}>", "")
            paths = re.findall(r'"([^"]+)"|<([^>]+)>', named)
            places = [one or other for one, other in paths]
            if any(
                not place.startswith((str(output.parent), "/dev/", "/proc/")) for place in places
            ):
                outside += 1
                print(line[:300])
            changing += 1
    print(f"{number:,} names, {changing:,} calls that change something, {outside} outside")
    assert not outside


def file_for(text: str, index: int) -> str:
    """Give the file of the page of an article's title, of a tag, or of an alias.

    Most hostile aliases are refused, and so they are tried with their worst letters left out too.
    """
    if index % 3 == 1:
        return routes.file_of(routes.topic(f"{text[:20]} {index}"))
    if index % 3 == 2:
        milder = "".join(sign for sign in text if sign.isalnum() or sign in "/.-_~")
        split = "/".join(part for part in milder.split("/") if part[:1].isalnum())
        for written in (text, milder, split):
            if alias := alias_url(f"{written}{index}"):
                return routes.file_of(alias)
    return f"articles/{slug_of(text)[:80] or 'untitled'}-{index:08x}/index.html"


if __name__ == "__main__":
    main()
