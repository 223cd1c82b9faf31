"""What is too much is set aside, by a problem that names the limit and the key that raises it."""

import gzip
import io
import json
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from newsarchive.errors import SettingsError
from newsarchive.loading import load
from newsarchive.loading.folder import Input
from newsarchive.model import Document, Problem, Reading
from newsarchive.readings.once import read_files
from newsarchive.settings.limits import Limits, OutOfTime, deadline
from newsarchive.settings.site import load_site
from quickness import within
from samples import PROJECT, make_archive, put

SMALL = Limits(megabytes=1, lines=100, depth=10, seconds=60)
LARGE = "word " * 220_000


def zipped(name: str, raw: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, raw)
    return buffer.getvalue()


def crawled(raw: str) -> bytes:
    head = "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <a>\r\n"
    return gzip.compress(f"{head}Content-Length: {len(raw)}\r\n\r\n{raw}\r\n\r\n".encode())


@pytest.mark.parametrize(
    ("name", "raw", "key"),
    [
        ("a.txt", LARGE, "megabytes"),
        ("a.html", f"<p>{LARGE}", "megabytes"),
        ("a.md", LARGE, "megabytes"),
        ("a.eml", f"Subject: A\n\n{LARGE}", "megabytes"),
        ("a.jsonl", json.dumps({"text": LARGE}), "megabytes"),
        ("a.warc.gz", crawled(LARGE), "megabytes"),
        ("a.zip", zipped("a.txt", LARGE), "megabytes"),
        ("a.txt", "a\n" * 101, "lines"),
        ("a.txt", "a\r" * 101, "lines"),
        ("a.html", "<p>a" * 101, "lines"),
        ("a.jsonl", json.dumps({"text": "a\n" * 101}), "lines"),
        ("a.zip", zipped("a.txt", "a\n" * 101), "lines"),
        ("a.html", "<div>" * 11 + "a", "depth"),
        ("a.csv", 'text\n"' + "<p>" + "<div>" * 11 + 'a"', "depth"),
    ],
)
def test_what_is_too_much_is_set_aside_by_the_limit_s_name(
    tmp_path: Path, name: str, raw: str | bytes, key: str
) -> None:
    put(tmp_path, {name: raw})
    (problem,) = load(tmp_path / name, name, limits=SMALL)
    assert isinstance(problem, Problem)
    assert f"set a higher `{key}:` below `limits:` in site.yaml" in problem.remedy
    assert f"{getattr(SMALL, key):,}" in problem.what


@pytest.mark.parametrize(
    ("name", "raw"),
    [("a.txt", "a\n" * 99), ("a.txt", "a\r\n" * 99), ("a.html", "<div>" * 9 + "a")],
)
def test_what_is_within_the_limits_is_read(tmp_path: Path, name: str, raw: str) -> None:
    put(tmp_path, {name: raw})
    (document,) = load(tmp_path / name, name, limits=SMALL)
    assert isinstance(document, Document)


def test_a_table_s_cell_that_is_too_large_ends_the_table(tmp_path: Path) -> None:
    put(tmp_path, {"a.csv": f"title,text\nA,One.\nB,{LARGE}\n"})
    document, problem = load(tmp_path / "a.csv", "a.csv", limits=SMALL)
    assert isinstance(document, Document)
    assert isinstance(problem, Problem)


@pytest.mark.parametrize("stage", ["load_file", "describe"])
def test_what_takes_too_long_is_set_aside_and_the_others_are_read(
    tmp_path: Path, stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import newsarchive.readings.guarded as module

    original = getattr(module, stage)

    def slow(item: Input | Reading) -> object:
        path = item.path if isinstance(item, Input) else item.document.path
        if path.endswith("slow.txt"):
            time.sleep(600)
        return original(item)

    monkeypatch.setattr(module, stage, slow)
    put(tmp_path, {"a.txt": "One\n\nA text.", "slow.txt": "Two\n\nA text.", "z.txt": "Three.\n"})
    files = [
        Input(str(path), path.name, limits=Limits(seconds=2))
        for path in sorted(tmp_path.glob("*.txt"))
    ]
    read_files([files[0]], make=lambda article, _seconds: article)  # what is loaded but once
    started = time.monotonic()
    one, problem, three = read_files(files, make=lambda article, _seconds: article)
    assert time.monotonic() - started < 300
    assert (one.path, three.path) == ("a.txt", "z.txt")
    assert isinstance(problem, Problem)
    assert problem.path == "slow.txt"
    assert "takes longer than 2 s" in problem.what
    assert "`seconds:`" in problem.remedy


def test_a_deadline_leaves_nothing_behind() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with deadline(1):
        pass
    with pytest.raises(OutOfTime), deadline(1):
        time.sleep(300)
    with deadline(300):
        time.sleep(0.01)
    time.sleep(1.1)
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
    assert signal.getsignal(signal.SIGALRM) == before


@pytest.mark.parametrize("key", ["megabytes", "lines", "depth", "seconds"])
def test_limits_are_set_in_site_yaml_and_are_at_least_one(tmp_path: Path, key: str) -> None:
    site = make_archive(tmp_path, {"site.yaml": f"limits:\n  {key}: 7\n"})
    assert getattr(site.settings.limits, key) == 7
    put(tmp_path, {"site.yaml": f"limits:\n  {key}: 0\n"})
    with pytest.raises(SettingsError, match=f"`{key}` is 0. Write 1 or more"):
        load_site(tmp_path)


def test_a_line_of_200_megabytes_takes_little_time_and_memory(tmp_path: Path) -> None:
    make_archive(tmp_path, {"site.yaml": "search: 'off'\n"})
    with (tmp_path / "articles" / "line.txt").open("wb") as file:
        file.writelines([b"word " * 200_000] * 200)
    code = (
        "import sys; from newsarchive.cli import main; code = main(sys.argv[1:]);"
        "status = open('/proc/self/status').read();"  # its own; getrusage tells the parent's too
        "print(int(status.split('VmHWM:')[1].split()[0]) // 1024); sys.exit(code)"
    )
    with within(5):
        done = subprocess.run(
            [sys.executable, "-c", code, "build"],
            cwd=tmp_path,
            env={"PYTHONPATH": str(PROJECT / "src"), "PATH": "/usr/bin"},
            capture_output=True,
            text=True,
            check=False,
        )
    assert "articles/line.txt: the file is larger than 16 MB" in done.stderr
    assert int(done.stdout.splitlines()[-1]) < 300, "megabytes"
