from hashlib import sha256
from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.loading.texts.rtf import text_of
from newsarchive.model import Document, Problem
from samples import export

HEAD = rb"{\rtf1\ansi\ansicpg1252\cocoartf2639{\fonttbl\f0\fswiss\fcharset0 Helvetica;}"


def loaded(folder: Path, raw: bytes) -> list[Document | Problem]:
    (folder / "a.rtf").write_bytes(raw)
    return list(load(folder / "a.rtf", "a.rtf"))


def text(within: bytes) -> str:
    return text_of(HEAD + within + b"}")


def test_a_paragraph_is_a_line_however_its_end_is_written(tmp_path: Path) -> None:
    raw = HEAD + b"\\f0\\fs24 \\cf0 Otters return\\\n\\\nThey were\nseen\\par at the lake.}"
    (document,) = loaded(tmp_path, raw)
    assert isinstance(document, Document)
    assert document.text == "Otters return\n\nThey wereseen\nat the lake."
    assert document.sha256 == sha256(raw).hexdigest()


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        (rb"caf\'e9 \u8220\'93so\u8221\'94", "café “so”"),
        (rb"{\uc0 \u8217}s {\uc2\u12354\'82\'a0}!", "’s あ!"),
        (rb"\u-10179?\u-8704?", "😀"),
        (rb"\lquote a\rquote\endash b\~c\_d\tab \{e\}", "‘a’–b\xa0c-d\t{e}"),
        (rb"{\field{\*\fldinst{HYPERLINK x}}{\fldrslt A link}} here", "A link here"),
        (rb"{\*\unknown no}{\header no}{\pict\bin4 }}}}no}{\info{\title no}}yes", "yes"),
        (rb"{\deleted Beavers}{\revised Otters}", "Otters"),
        (rb"Seen{\footnote\pard {\super 1} By a ranger.} twice.", "Seen twice.\n\n1 By a ranger."),
        (rb"a}b}}}", "ab"),
        (rb"{{{a", "a"),
        (rb"\'zz\u\f\uc-9 \u33 ok", "zz!ok"),
    ],
)  # fmt: skip
def test_letters_and_signs_are_those_that_are_shown(within: bytes, expected: str) -> None:
    assert text(within) == expected


def test_hidden_text_is_left_out() -> None:
    raw = (
        rb"{\rtf1 Otters {\v (check\'e9 this)\u8364? }return.\par\v For us.\par"
        rb"\v0 They \v x\plain were seen.}"
    )
    assert text_of(raw).split() == "Otters return. They were seen.".split()


def test_a_font_of_another_script_says_how_its_letters_are_written() -> None:
    fonts = rb"{\rtf1{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}{\f2\fcharset128 M;}}"
    within = rb"\f1 \'c2\'fb\'e4\'f0\'fb \f0 \'e9 {\f2 \'83\'4a\'83\'8f} \'e8}"
    assert text_of(fonts + within) == "Выдры é カワ è"


def test_the_code_page_of_the_file_holds_where_no_font_says_another() -> None:
    assert text_of(rb"{\rtf1\ansi\ansicpg1250 \'b3\'f3d\'9f}") == "łódź"
    assert text_of(rb"{\rtf1\ansi\ansicpg99999 \'e9}") == "é"


def test_a_database_s_export_is_read_record_by_record(tmp_path: Path) -> None:
    lines = export("Otters return", "A bridge is shut").split("\n")
    found = loaded(tmp_path, HEAD + b"\\par ".join(line.encode() for line in lines) + b"}")
    assert [one.record for one in found if isinstance(one, Document)] == ["1", "2"]


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"A text.", "it does not begin as Rich Text Format does"),
        (HEAD + b"}", "holds no text"),
        (HEAD + b"x" * (200 * 2**20), "the file is larger than"),
    ],
    ids=["text", "empty", "too large"],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, raw: bytes, what: str) -> None:
    (problem,) = loaded(tmp_path, raw)
    assert isinstance(problem, Problem)
    assert problem.what.startswith(what)


def test_letters_of_utf_8_that_a_program_wrote_as_they_are_are_read() -> None:
    assert text_of("{\\rtf\\ansi Die Brücke „hält“\\par}".encode()) == "Die Brücke „hält“"
    assert text_of(b"{\\rtf\\ansi Die Br\xfccke\\par}") == "Die Brücke"
