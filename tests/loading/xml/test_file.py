from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.loading.xml.file import encoding_of
from newsarchive.model import Document, Problem


def loaded(folder: Path, raw: bytes, name: str = "a.xml") -> list[Document | Problem]:
    (folder / name).write_bytes(raw)
    return list(load(folder / name, name))


@pytest.mark.parametrize("name", ["a.xml", "a.rss", "a.atom", "a.rdf"])
@pytest.mark.parametrize(
    "above",
    [
        "",
        '\n<?xml version="1.0"?>\n<!-- a <feed> -->\n<?xml-stylesheet href="a.css"?>',
        '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://a.example/rss.dtd">',
        "\ufeff",
    ],
)
def test_the_outermost_element_says_what_a_file_is(tmp_path: Path, name: str, above: str) -> None:
    raw = f"{above}<rss><channel><item><description>A text.</description></item></channel></rss>"
    document = loaded(tmp_path, raw.encode(), name)[0]
    assert isinstance(document, Document)
    assert document.text == "A text."


def test_a_page_that_was_saved_as_xml_is_read_as_a_page(tmp_path: Path) -> None:
    raw = b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><p>A text.</p></html>'
    (document,) = loaded(tmp_path, raw)
    assert isinstance(document, Document)
    assert document.text == "A text."


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"", "it is not XML"),
        (b"A text.", "it is not XML"),
        (b"\x00\xff\x1f" * 99, "it is not XML"),
        (b"<opml/>", "it lists addresses (<opml>)"),
        (b"<plan/>", "its outermost element is <plan>, and none in it is called as a text is"),
    ],
)
def test_what_is_of_no_kind_that_is_read_is_a_problem(
    tmp_path: Path, raw: bytes, what: str
) -> None:
    (problem,) = loaded(tmp_path, raw)
    assert isinstance(problem, Problem)
    assert problem.what == what


def test_the_encoding_is_told_by_the_mark_the_declaration_or_the_bytes() -> None:
    declared = '<?xml version="1.0" encoding="windows-1251"?><a>Ставка</a>'
    assert encoding_of(declared.encode("cp1251")) == "cp1251"
    assert encoding_of("<a>é</a>".encode()) == "utf-8"
    assert encoding_of("<a>é</a>".encode("utf-16")) == "utf-16"


def test_a_feed_with_signs_in_two_halves_is_read_as_utf8(tmp_path: Path) -> None:
    raw = "<rss><channel><item><description>Un café.</description></item></channel></rss>".encode()
    (document, *_) = loaded(tmp_path, raw.replace(b"Un", bytes.fromhex("eda0bdedb882")))
    assert isinstance(document, Document)
    assert document.text.endswith(" café.")


def test_a_character_that_is_cut_at_the_end_tells_nothing() -> None:
    assert encoding_of("<a>aé".encode()[:-1]) == "utf-8"


@pytest.mark.parametrize(
    "form",
    [
        "<rss><channel><item><description>TEXT</description></item></channel></rss>",
        "<articles><article><title>A</title><text>TEXT</text></article></articles>",
    ],
)
def test_bytes_that_are_not_in_the_encoding_are_read_as_cp1252_and_told(
    tmp_path: Path, form: str
) -> None:
    raw = ("\n" + form.replace("TEXT", "Die Brücke über den Fluß.")).encode()
    document, *_, told = loaded(tmp_path, raw.replace("ß".encode(), b"\xdf"))
    assert isinstance(document, Document)
    assert document.text == "Die Brücke über den Fluß."
    assert isinstance(told, Problem)
    what = "read as utf-8: some bytes are no utf-8 but cp1252 or broken, from line 2 on"
    assert (told.what, told.fate) == (what, "doubtful")


def test_an_encoding_that_is_a_guess_is_told(tmp_path: Path) -> None:
    raw = "<a><article><title>A</title><text>Die Brücke.</text></article></a>"
    document, told = loaded(tmp_path, raw.encode("cp1252"))
    assert isinstance(document, Document)
    assert document.text == "Die Brücke."
    assert isinstance(told, Problem)
    assert told.what == "read as cp1252: a guess from 1 non-ASCII byte"


def test_a_character_between_two_parts_of_a_file_is_whole(tmp_path: Path) -> None:
    text = "ü" * 100_000
    raw = f"<a><article><title>A</title><text>{text}</text></article></a>"
    for filler in ("", " "):
        (document,) = loaded(tmp_path, (filler + raw).encode())
        assert isinstance(document, Document)
        assert document.text == text
