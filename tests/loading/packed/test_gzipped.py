import gzip
import json
from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.loading.packed import gzipped
from newsarchive.model import Document, Problem


def loaded(folder: Path, name: str, raw: bytes) -> list[Document | Problem]:
    (folder / name).write_bytes(raw)
    return list(load(folder / name, f"news/{name}"))


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.txt.gz", b"The bridge."),
        ("A.HTML.GZ", b"<p>The bridge."),
        ("a.md.gz", b"The *bridge*."),
        ("a.jsonl.gz", b'{"text": "The bridge."}\n'),
        ("a.json.gz", b'{"text": "The bridge."}\n{"text": "The bridge."}\n'),
        ("a.csv.gz", b"title,text\nA,The bridge.\n"),
        ("a.eml.gz", b"Subject: A\n\nThe bridge."),
    ],
)
def test_a_packed_file_is_read_as_the_ending_before_it_says(
    tmp_path: Path, name: str, raw: bytes
) -> None:
    (tmp_path / "plain").mkdir()
    plain = loaded(tmp_path / "plain", name[:-3], raw)
    packed = loaded(tmp_path, name, gzip.compress(raw))
    assert [one.path for one in packed] == [f"news/{name}"] * len(plain)
    assert [one.text for one in packed if isinstance(one, Document)] == [
        one.text for one in plain if isinstance(one, Document)
    ]
    assert isinstance(packed[0], Document)
    assert isinstance(plain[0], Document)
    assert packed[0].sha256 == plain[0].sha256


def test_a_problem_names_the_packed_file(tmp_path: Path) -> None:
    (problem,) = loaded(tmp_path, "a.txt.gz", gzip.compress(b"%PDF-1.7"))
    assert problem == Problem(
        "news/a.txt.gz",
        "the file is a PDF, not text",
        "Save its text as .txt, or take it out",
    )


@pytest.mark.parametrize("name", ["a.txt.gz", "a.csv.gz", "a.jsonl.gz", "a.json.gz", "a.html.gz"])
def test_a_bomb_is_not_unpacked(tmp_path: Path, name: str) -> None:
    *_, problem = loaded(tmp_path, name, gzip.compress(b'"' + b"\0" * 50_000_000))
    assert isinstance(problem, Problem)
    assert "unpacks to more than" in problem.what
    assert problem.remedy == "Unpack it yourself if you trust it"


def test_what_stands_before_a_bomb_is_read(tmp_path: Path) -> None:
    line = json.dumps({"text": "The bridge."}).encode() + b"\n"
    first, problem = loaded(
        tmp_path, "a.jsonl.gz", gzip.compress(line) + gzip.compress(b"\n" * 10**7)
    )
    assert isinstance(first, Document)
    assert isinstance(problem, Problem)


def test_what_is_large_beyond_measure_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gzipped, "MAX_UNPACKED", 20)
    (problem,) = loaded(tmp_path, "a.txt.gz", gzip.compress(b"The bridge is closed."))
    assert isinstance(problem, Problem)
    assert problem.what == "it unpacks to more than 20 bytes and is not read on"


def test_members_one_after_the_other_are_one_file(tmp_path: Path) -> None:
    (document,) = loaded(tmp_path, "a.txt.gz", gzip.compress(b"The ") + gzip.compress(b"bridge."))
    assert isinstance(document, Document)
    assert document.text == "The bridge."


@pytest.mark.parametrize(
    "raw",
    [b"no gzip at all", gzip.compress(b"The bridge." * 99)[:-9], gzip.compress(b"A")[:5]],
    ids=["other bytes", "cut at its end", "cut in its head"],
)
def test_what_is_damaged_is_a_problem(tmp_path: Path, raw: bytes) -> None:
    (problem,) = loaded(tmp_path, "a.txt.gz", raw)
    assert isinstance(problem, Problem)
    assert problem.what.startswith("cannot be read: ")


@pytest.mark.parametrize("name", ["a.gz", "a.tar.gz", "a.zip.gz", "a.txt.gz.gz", "a.docx.gz"])
def test_what_no_ending_tells_how_to_read_is_set_aside(tmp_path: Path, name: str) -> None:
    (problem,) = loaded(tmp_path, name, gzip.compress(b"x"))
    assert isinstance(problem, Problem)
    assert problem.what == "it is packed"
