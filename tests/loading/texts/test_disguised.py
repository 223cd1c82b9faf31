from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.loading.texts.disguised import module_of
from newsarchive.model import Document

FEED = (
    '<?xml version="1.0"?><rss><channel><item><description>The bridge is shut.</description></item>'
    "</channel></rss>"
)
MAIL = "From: The Post <a@b.example>\nSubject: A bridge\nMIME-Version: 1.0\n\nThe bridge is shut.\n"


@pytest.mark.parametrize(
    ("text", "module"),
    [
        ("\ufeff\n<!DOCTYPE html>\n<meta charset=utf-8><p>The bridge is shut.", "webpages.html"),
        ("<html><body><p>The bridge is shut.</p></body></html>", "xml.file"),
        (FEED, "xml.file"),
        ("<p></p><p>The bridge is shut.</p>\n<p> </p>", "webpages.html"),
        (MAIL, "mails.mail"),
        (MAIL.replace("MIME-Version: 1.0", "Organization: The Post\nLines: 12"), "mails.mail"),
        ("title\tdate\ttext\nA bridge\t2021-07-19\tThe bridge is shut.\n", "tables.records"),
        ("date|text\r\n2021-07-19|The bridge is shut.\r\n", "tables.records"),
        (f"From - Mon Jul 19 14:40:00 2021\n{MAIL}", "mails.mailbox"),
    ],
)
def test_a_text_that_is_none_is_read_as_what_it_is(tmp_path: Path, text: str, module: str) -> None:
    assert module_of(text) == module
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    document = next(load(tmp_path / "a.txt", "a.txt"))
    assert isinstance(document, Document)
    assert document.text.strip() == "The bridge is shut."


@pytest.mark.parametrize(
    "text",
    [
        "<b>A bridge</b> is shut, and <html> is how a page begins.",
        "<item>A list</item>",
        "Title, date and text\nare wanted of each, and nothing else.\n",
        "Text; date\nA bridge is shut.",
        "Subject: A bridge\nFrom: Ann Ode\nDate: 19 July 2021\n\nThe bridge is shut.",
        "MIME-Version: 1.0 is what a mail says.\n\nSubject: so.\nFrom: nobody.\n",
        "From 12:30 on\nthe bridge is shut: nobody may pass.",
        "From the bridge\nNote: it is shut.",
    ],
)
def test_what_only_looks_like_it_is_a_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    (document,) = load(tmp_path / "a.txt", "a.txt")
    assert isinstance(document, Document)
    assert document.text == text


def test_a_text_full_of_signs_by_their_names_in_html_has_the_signs(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("&quot;No,&quot; said Roe &amp; Son.", encoding="utf-8")
    (document,) = load(tmp_path / "a.txt", "a.txt")
    assert isinstance(document, Document)
    assert document.text == '"No," said Roe & Son.'
    (tmp_path / "a.txt").write_text("Write `&amp;` for that sign.", encoding="utf-8")
    (document,) = load(tmp_path / "a.txt", "a.txt")
    assert isinstance(document, Document)
    assert "&amp;" in document.text
