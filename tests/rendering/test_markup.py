import pytest

from newsarchive.rendering.markup import MAX_CHARACTERS, html_of


def test_markdown_becomes_html_with_headings_below_the_pages_own() -> None:
    html = html_of("# Title\n\nSome *words* and a [link](https://example.org/).\n\n- one\n- two\n")
    assert html.split("\n") == [
        "<h2>Title</h2>",
        '<p>Some <em>words</em> and a <a href="https://example.org/" rel="noopener">link</a>.</p>',
        "<ul>",
        "<li>one</li>",
        "<li>two</li>",
        "</ul>",
    ]


def test_nothing_is_nothing() -> None:
    assert html_of("") == html_of(" \n\t") == ""


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "<a href='JaVaScRiPt:alert(1)'>x</a>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<p style='position:fixed' onclick='alert(1)'>x</p>",
        "<iframe src='https://example.org/'></iframe>",
        "[x]: data:text/html,x\n\n[x]",
    ],
)
def test_nothing_that_runs_or_loads_comes_through(text: str) -> None:
    html = html_of(text).casefold()
    words = ("<script", "javascript:", "onerror", "onload", "onclick", "style=", "<iframe", "data:")
    assert not [word for word in words if word in html]


def test_a_table_and_a_footnote_are_markdown_too() -> None:
    assert "<table>" in html_of("a | b\n--|--\n1 | 2\n")
    assert "<dt>" in html_of("Term\n: What it is.\n")


def test_a_text_of_a_curator_is_cut_short_where_converting_it_would_take_too_long() -> None:
    assert html_of("a" * 2 * MAX_CHARACTERS) == f"<p>{'a' * MAX_CHARACTERS}</p>"
