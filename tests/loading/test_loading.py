import errno
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from newsarchive.errors import MachineError
from newsarchive.loading import READERS, load
from newsarchive.loading.opened import contained
from newsarchive.model import Document, Problem
from samples import document


def problems(path: Path) -> list[str]:
    return [one.what if isinstance(one, Problem) else "" for one in load(path, path.name)]


def test_a_text_file_is_one_untouched_document(tmp_path: Path) -> None:
    raw = b"Title\r\n\r\n    A line.\x00\n"
    (tmp_path / "a.txt").write_bytes(raw)
    assert list(load(tmp_path / "a.txt", "news/a.txt")) == [
        Document(
            path="news/a.txt",
            sha256=sha256(raw).hexdigest(),
            encoding="utf-8",
            text="Title\r\n\r\n    A line.\x00\n",
        )
    ]


def test_an_ending_is_read_in_capitals_too(tmp_path: Path) -> None:
    (tmp_path / "A.TXT").write_text("A line.")
    assert len(list(load(tmp_path / "A.TXT", "A.TXT"))) == 1


def test_a_doubtful_encoding_is_told_beside_the_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Sp\xe4t am Abend kam er nach Hause.")
    problem, document = load(tmp_path / "a.txt", "a.txt")
    assert isinstance(document, Document)
    assert problem == Problem(
        "a.txt",
        "read as cp1252: a guess from 1 non-ASCII byte",
        "Save the file as UTF-8 if the text looks wrong",
        fate="doubtful",
    )
    assert document.text == "Spät am Abend kam er nach Hause."


@pytest.mark.parametrize(
    ("name", "raw", "what"),
    [
        ("a.yaml", b"title: x", "no article format has this ending"),
        ("a.rtf", b"%PDF-1.7", "it does not begin as Rich Text Format does"),
        ("report", b"A text.", "its name has no ending, which would tell how to read it"),
        (
            "a.html",
            b"<frameset><frame src=b.html></frameset>",
            "the page has no text of its own: it shows other pages in frames",
        ),
        ("a.txt", b"%PDF-1.7", "the file is a PDF, not text"),
        ("a.txt", b"x" * (16 * 2**20 + 1), "the file is larger than 16 MB"),
    ],
)
def test_a_bad_file_is_a_problem(tmp_path: Path, name: str, raw: bytes, what: str) -> None:
    (tmp_path / name).write_bytes(raw)
    assert problems(tmp_path / name) == [what]


def test_what_is_no_regular_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert problems(tmp_path / "a.txt") == ["is not a regular file"]
    assert problems(tmp_path / "b.txt") == ["there is no such file"]


def test_a_failure_of_our_own_costs_the_file_and_no_other() -> None:
    def read() -> Iterator[Document]:
        yield document()
        raise AssertionError("never so")

    first, problem = contained("a.txt", read())
    assert first == document()
    assert isinstance(problem, Problem)
    assert problem.what == "newsarchive failed to read it: AssertionError: never so"


@pytest.mark.parametrize("ending", READERS)
def test_every_ending_survives_an_empty_and_a_nonsense_file(tmp_path: Path, ending: str) -> None:
    for raw in (b"", b"\x00\xff\x1f" * 99, b"{[<!--" * 99):
        path = tmp_path / f"a{ending}"
        path.write_bytes(raw)
        assert all(isinstance(one, Document | Problem) for one in load(path, path.name))


@pytest.mark.parametrize("text", ["", "\n\n  \n", "\ufeff\n", "\u200b\n\u00ad"])
def test_a_file_without_a_text_is_set_aside(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert problems(tmp_path / "a.txt") == ["holds no text"]


def test_a_page_that_was_saved_from_a_web_archive_has_the_address_of_the_page(
    tmp_path: Path,
) -> None:
    copy = "https://web.archive.org/web/20210720144012/https://post.example/bridge"
    page = f'<link rel="canonical" href="{copy}"><p>The bridge is closed.'
    (tmp_path / "a.html").write_text(page)
    (document,) = load(tmp_path / "a.html", "a.html")
    assert isinstance(document, Document)
    assert [(said.field, said.value, said.text) for said in document.statements] == [
        ("url", "https://post.example/bridge", copy),
        ("crawled", "2021-07-20", copy),
    ]


def test_a_machine_that_fails_amid_a_file_in_a_file_is_no_bad_file() -> None:
    def failing() -> Iterator[Document]:
        yield document()
        raise OSError(errno.EIO, "Input/output error")

    with pytest.raises(MachineError, match=r"one.txt: the machine fails"):
        list(contained("a.zip", contained("one.txt", failing())))
