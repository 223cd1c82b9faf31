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
