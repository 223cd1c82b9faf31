import sys
from hashlib import sha256
from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem

HEAD = "16/06/2020, 10:32 Bridge closed"
FOOT = "https://courier.example/bridge {}/2"


def pdf(*pages: list[str]) -> bytes:
    """Make a PDF of pages of lines, as little as a reader asks for."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for i, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj 0 -20 Td " for line in lines)
        content = f"BT /F 12 Tf 50 780 Td {shown}ET"
        paper = "/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R{paper}/Contents {5 + 2 * i} 0 R>>")
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    body = b"%PDF-1.4\n"
    places = []
    for number, written in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{written}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


def loaded(folder: Path, raw: bytes) -> Document | Problem:
    (folder / "a.pdf").write_bytes(raw)
    (one,) = load(folder / "a.pdf", "a.pdf")
    return one


def test_printed_pages_are_read_line_by_line_with_a_form_feed_between_two(tmp_path: Path) -> None:
    raw = pdf(["Bridge closed", "The bridge is shut, è."], ["It opens in May."])
    document = loaded(tmp_path, raw)
    assert isinstance(document, Document)
    assert document.text.splitlines() == [
        "Bridge closed",
        "The bridge is shut, è.",
        "",
        "It opens in May.",
    ]
    assert document.sha256 == sha256(raw).hexdigest()


def test_what_a_browser_printed_around_a_page_says_where_it_stood(tmp_path: Path) -> None:
    first = [HEAD, "Bridge closed", "The bridge is shut.", FOOT.format(1)]
    document = loaded(tmp_path, pdf(first, [HEAD, "It opens in May.", FOOT.format(2)]))
    assert isinstance(document, Document)
    assert {said.field: said.value for said in document.statements} == {
        "url": "https://courier.example/bridge",
        "crawled": "2020-06-16",
        "title": "Bridge closed",
    }


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7 and no more", "it is damaged, or protected by a password"),
        (b"", "it is damaged, or protected by a password"),
        (pdf([]), "its pages are pictures, without a text in them"),
    ],
    ids=["damaged", "empty", "pictures"],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, raw: bytes, what: str) -> None:
    problem = loaded(tmp_path, raw)
    assert isinstance(problem, Problem)
    assert problem.what.startswith(what)


def test_a_text_beyond_the_limit_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsarchive.settings.limits.Limits.bytes", 2_000)
    problem = loaded(tmp_path, pdf(*[["word " * 10] * 10] * 9))
    assert isinstance(problem, Problem)
    assert problem.what.startswith("its text is larger than")


def test_who_has_not_installed_the_extra_is_told_how_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    problem = loaded(tmp_path, pdf(["Bridge closed"]))
    assert isinstance(problem, Problem)
    assert "pip install 'newsarchive[pdf]'" in problem.remedy
