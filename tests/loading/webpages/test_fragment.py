from newsarchive.loading.decoding import Decoded
from newsarchive.loading.webpages.fragment import fragment_document, paragraphs
from newsarchive.model import Document, Problem, Statement
from newsarchive.settings.limits import Limits

TITLE = Statement("title", "Bridge & ferry", "column", "Bridge & ferry", where="column title")


def read(html: str, *stated: Statement) -> Document | Problem:
    return fragment_document("a.json", "0" * 64, Decoded(html, "utf-8"), "1", stated, Limits())


def test_an_articles_html_is_read_below_its_title() -> None:
    document = read("<p>The bridge is closed.</p>", TITLE)
    assert isinstance(document, Document)
    assert document.text == "Bridge & ferry\nThe bridge is closed."
    assert [one.path for one in document.elements] == [
        "body > main > article > h1",
        "body > main > article > div > p",
    ]
    assert document.statements == (TITLE,)


def test_a_page_that_is_whole_stays_as_it_is() -> None:
    document = read("<html><h1>A bridge</h1><p>The bridge is closed.</p>", TITLE)
    assert isinstance(document, Document)
    assert document.text == "A bridge\nThe bridge is closed."


def test_html_that_shows_nothing_is_a_problem() -> None:
    assert isinstance(read("<img src=a>"), Problem)


def test_a_line_of_a_plain_text_is_a_paragraph() -> None:
    assert paragraphs("A < B\n\n C\n") == "<p>A &lt; B</p><p> C</p>"
