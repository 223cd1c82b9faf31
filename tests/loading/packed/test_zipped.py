import io
import re
import zipfile
from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.loading.packed import zipped
from newsarchive.model import Document, Problem


def loaded(folder: Path, members: dict[str, bytes]) -> list[Document | Problem]:
    with zipfile.ZipFile(folder / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return list(load(folder / "a.zip", "news/a.zip"))


def test_each_file_in_an_archive_is_read_as_its_ending_says(tmp_path: Path) -> None:
    found = loaded(
        tmp_path,
        {
            "one.txt": b"A text.",
            "two/page.html": b"<p>A page.",
            "rows.jsonl": b'{"text": "A row."}\n',
            "picture.png": b"\x89PNG",
            "__MACOSX/one.txt": b"junk",
            ".hidden.txt": b"junk",
            "inner.zip": b"PK\x03\x04",
        },
    )
    assert [(one.path, one.record, one.text) for one in found if isinstance(one, Document)] == [
        ("news/a.zip", "one.txt", "A text."),
        ("news/a.zip", "two/page.html", "A page."),
        ("news/a.zip", "rows.jsonl#1", "A row."),
    ]
    assert [one.what for one in found if isinstance(one, Problem)] == [
        "picture.png: it is a picture",
        "inner.zip: it is an archive in an archive",
    ]


def test_a_problem_names_the_archive_and_the_file_in_it(tmp_path: Path) -> None:
    (problem,) = loaded(tmp_path, {"one.txt": b"%PDF-1.7"})
    assert problem == Problem(
        "news/a.zip",
        "one.txt: the file is a PDF, not text",
        "Save its text as .txt, or take it out",
    )


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    first, second = loaded(tmp_path, {"bomb.txt": b"\0" * 10_000_000, "one.txt": b"A text."})
    assert isinstance(first, Problem)
    assert first.what == "bomb.txt unpacks to 10,000,000 bytes and is not read"
    assert isinstance(second, Document)


def test_what_is_large_beyond_measure_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zipped, "MAX_UNPACKED", 100)
    first, second = loaded(tmp_path, {"large.csv": b"text\n" * 21, "one.csv": b"text\nA text.\n"})
    assert isinstance(first, Problem)
    assert first.what == "large.csv unpacks to 105 bytes and is not read"
    assert isinstance(second, Document)


def test_of_too_many_files_those_that_are_left_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zipped, "MAX_MEMBERS", 2)
    *read, left = loaded(tmp_path, {f"{number}.txt": b"A text." for number in range(5)})
    assert len(read) == 2
    assert isinstance(left, Problem)
    assert (left.what, left.inputs) == ("3 files are left, after the first 2", 3)


def test_a_broken_archive_is_a_problem(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("one.txt", "A text. " * 100)
    whole = buffer.getvalue()
    for raw in (whole[:-30], b"PK\x03\x04", whole.replace(b"A text. A", b"X text. A", 1)):
        (tmp_path / "a.zip").write_bytes(raw)
        (problem,) = load(tmp_path / "a.zip", "a.zip")
        assert isinstance(problem, Problem)
        assert re.match("the archive cannot be read|one.txt: cannot be unpacked", problem.what)


@pytest.mark.parametrize("flag", [b"\x01", b"\x00"], ids=["password", "checksum"])
def test_a_file_that_cannot_be_unpacked_costs_only_itself(tmp_path: Path, flag: bytes) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("one.txt", "A text.")
        archive.writestr("two.txt", "A text.")
    raw = bytearray(buffer.getvalue().replace(b"A text.", b"X text.", 1))
    for start, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(start) + place] |= flag[0]
    (tmp_path / "a.zip").write_bytes(raw)
    bad, good = load(tmp_path / "a.zip", "a.zip")
    assert isinstance(bad, Problem)
    assert bad.what.startswith("one.txt: cannot be unpacked: ")
    assert isinstance(good, Document)


def test_an_archive_of_a_later_form_is_told(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("one.txt", b"A text.")
    raw = bytearray(buffer.getvalue())
    raw[raw.index(b"PK\x01\x02") + 6] = 99
    (tmp_path / "a.zip").write_bytes(raw)
    (problem,) = load(tmp_path / "a.zip", "a.zip")
    assert isinstance(problem, Problem)
    assert problem.what == "the archive cannot be read: zip file version 9.9"
