"""Prove that whatever happens to a whole build, the site is the old one or the new one.

    python benchmarks/whole_builds.py calls|faults [--part 1/4] [--folder /dev/shm]

Builds a small archive, changes it, and builds again in a process of its own under strace, once for
each call of that second build that changes the file system below the archive, its store included:
`calls` kills the process before the call, `faults` lets the call fail, by each error that it can
give. Then the output must be one site whole and the next build must give the new one; a build that
fails must say so in one line with the path and what to do, within 30 seconds. A text that may not
be read (EACCES) may be missing, but only until the next build. The process is forked and not
started, so that Python and its modules are loaded once.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from newsarchive import cli
from newsarchive.build import build
from newsarchive.settings.site import load_site
from reliability import CALL, CHANGES, ERRORS, SECONDS
from samples import HARBOUR, put, tree

READS = "openat pread64 read getdents64"
READING = {"openat": "EIO EACCES EMFILE", "pread64": "EIO", "read": "EIO", "getdents64": "EIO"}
"""What a call that only reads can give."""
FOR_READING = re.compile(r"\bO_RDONLY\b(?!.*O_CREAT)")
SETTINGS = "title: Eastport\nurl: https://example.org/a/\nsearch: script\n"
STORM = "A storm\n\n19 July 2021\n\nGen. Peter Marlow left Eastport on Monday, he said.\n"
OLD = {
    "site.yaml": SETTINGS,
    "articles/harbour.txt": HARBOUR,
    "articles/storm.txt": STORM,
    "static/own.css": "p {}\n",
}
NEW = {
    "site.yaml": SETTINGS,
    "articles/harbour.txt": HARBOUR.replace("two cranes", "four cranes"),
    "articles/harbour.yaml": "why: So.\ndate: 2021-07-19\naliases: [old/a]\n",
    "articles/new.md": "---\ntitle: A crane\n---\nA *crane* fell over.\n",
    "static/own.css": "p {}\n",
}


class Call(Struct, frozen=True):
    """A call of a build."""

    name: str
    number: int
    """Among those of its name."""
    errors: tuple[str, ...]
    """That it can give."""
    source: str
    """The raw text that it reads, if any."""


def main() -> int:
    """Run one of the two proofs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("calls", "faults"))
    parser.add_argument("--part", default="1/1", help="which part of the cases: 1/4 to 4/4 (all)")
    parser.add_argument("--folder", type=Path, help="where to write (the folder for such files)")
    options = parser.parse_args()
    number, parts = map(int, options.part.split("/"))
    started = time.monotonic()
    with TemporaryDirectory(prefix="whole-", dir=options.folder) as name:
        proof = Proof(Path(name).resolve())
        calls = proof.calls()
        cases = [(call, "") for call in calls if call.name in CHANGES]
        if options.what == "faults":
            cases = [(call, error) for call in calls for error in call.errors]
        for call, error in cases[number - 1 :: parts]:
            proof.case(call, error)
    print(f"{len(cases[number - 1 :: parts])} of {len(cases)} cases at {len(calls)} calls")
    print(f"{dict(proof.left)}, slowest {proof.slowest:.1f} s, {proof.bad} troubles")
    print(f"{time.monotonic() - started:.0f} s")
    return bool(proof.bad)


class Proof:
    """An archive that is built again and again while something happens to the build."""

    def __init__(self, folder: Path) -> None:
        """Build the old site and the new one, to know them."""
        self.root, self.log = folder / "archive", folder / "log"
        self.new = self._built(NEW)
        self.old = self._built(OLD)
        self.left, self.bad, self.slowest = Counter[str](), 0, 0.0

    def calls(self) -> list[Call]:
        """Find the calls of a build that is let alone."""
        for _ in range(2):  # the first such build keeps settings, which the others find
            self._prepare()
            status, said, _ = self._traced([])
            assert status == 0, said
        counted: Counter[str] = Counter()
        found = []
        for line in self.log.read_text(encoding="utf-8", errors="replace").splitlines():
            if match := CALL.match(line):
                name = match[1]
                counted[name] += 1
                if str(self.root) in match[2]:
                    found.append(_call(name, counted[name], line))
        return found

    def case(self, call: Call, error: str) -> None:
        """Let one thing happen to a build, look at what it left, and build again."""
        self._prepare()
        what = f"error={error}" if error else "signal=KILL"
        status, said, seconds = self._traced([f"inject={call.name}:{what}:when={call.number}"])
        self.slowest = max(self.slowest, seconds)
        trouble = self._judged(call, error, status, said, seconds)
        if self._built(NEW) != self.new:
            trouble += " the next build does not heal it"
        if trouble:
            self.bad += 1
            told = f"{call.name} {call.number} {what} {call.source}"
            print(f"{told}: exit {status}, {trouble}\n    {said.strip()[-300:]}", flush=True)

    def _judged(self, call: Call, error: str, status: int, said: str, seconds: float) -> str:
        found = tree(self.root / "output")
        which = "old" if found == self.old else "new" if found == self.new else "another"
        told = "killed" if not error and status == -signal.SIGKILL else f"exit {status}"
        if which == "another" and status == 0 and error == "EACCES" and call.source:
            which = "new but for a text that could not be read for a moment"
        self.left[f"{told}, {which}"] += 1
        if which == "another":
            return "a mixture"
        if seconds > SECONDS:
            return f"it took {seconds:.0f} s"
        if error and (status == 0) == (which == "old"):
            return f"the {which} site"
        if error and status and not _is_told(said):
            return "the message names no path, or nothing to do"
        return ""

    def _prepare(self) -> None:
        assert self._built(OLD) == self.old
        self._lay_out(NEW)

    def _built(self, sources: dict[str, str]) -> dict[str, bytes]:
        self._lay_out(sources)
        build(load_site(self.root), jobs=1)
        return tree(self.root / "output")

    def _lay_out(self, sources: dict[str, str]) -> None:
        shutil.rmtree(self.root / "articles", ignore_errors=True)
        put(self.root, sources)
        time.sleep(0.03)  # a file of this very moment may change again in it

    def _traced(self, inject: list[str]) -> tuple[int, str, float]:
        """Build in a process of its own under strace; give exit status, words and seconds."""
        said = self.root.parent / "said"
        child = os.fork()
        if child == 0:
            _build_when_told(self.root, said)
        os.waitpid(child, os.WUNTRACED)
        names = ",".join(f"?{name}" for name in {*CHANGES, *READS.split()})
        strace = ["strace", "-f", "-y", "-qq", "-s", "0", "-o", str(self.log), "-p", str(child)]
        options = [part for one in (f"trace={names}", *inject) for part in ("-e", one)]
        tracer = subprocess.Popen([*strace, *options], stderr=subprocess.DEVNULL)
        while "TracerPid:\t0" in Path(f"/proc/{child}/status").read_text(encoding="utf-8"):
            time.sleep(0.002)
        started = time.monotonic()
        os.kill(child, signal.SIGCONT)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        seconds = time.monotonic() - started
        tracer.wait()
        return status, said.read_text(encoding="utf-8"), seconds


def _build_when_told(root: Path, said: Path) -> None:
    """Be the process that builds, once it is let go."""
    status = 99
    try:
        os.chdir(root)
        words = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for stream in (1, 2):
            os.dup2(words, stream)
        os.kill(os.getpid(), signal.SIGSTOP)
        status = cli.main(["build", "--jobs", "1"])
        sys.stderr.flush()
        sys.stdout.flush()
    except BaseException:  # it must not go on as its parent
        import traceback  # noqa: PLC0415

        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(status)


def _call(name: str, number: int, line: str) -> Call:
    reads = name not in CHANGES or (name == "openat" and FOR_READING.search(line))
    errors = (READING if reads else ERRORS).get(name, "").split()
    source = re.search(r"articles/([\w.]+)", line) if reads else None
    return Call(name, number, tuple(errors), source[1] if source else "")


def _is_told(said: str) -> bool:
    lines = [line for line in said.splitlines() if line.startswith("newsarchive: ")]
    return len(lines) == 1 and bool(re.search(r"[\w.]/[\w.]", lines[0])) and ". " in lines[0]


if __name__ == "__main__":
    sys.exit(main())
