import json
from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem

TEXT = (
    "The council of Marl Haven voted on Tuesday to close the old swing bridge for nine weeks.",
    "Engineers had found cracks in the masonry in spring, and a second survey showed them grown.",
    "A ferry will carry people on foot from seven in the morning until ten at night.",
    "The work is expected to cost 2.3 million, of which the county pays a third.",
)
TITLE = "Swing bridge to close"
SHELL = '<div id="root"></div><noscript>Switch scripts on.</noscript>'
OTHER = {"headline": "Goats to keep the gorse down", "body": "Forty goats were let loose."}


def page(script: str, body: str = SHELL) -> str:
    head = f'<meta charset="utf-8"><title>{TITLE} | Quay Telegraph</title>'
    return f"<!doctype html><html><head>{head}</head><body>{body}{script}</body></html>"


def record(body: object) -> str:
    said = {"@type": "NewsArticle", "headline": TITLE, "articleBody": body}
    return f'<script type="application/ld+json">{json.dumps(said)}</script>'


def loaded(folder: Path, source: str) -> Document | Problem:
    (folder / "page.html").write_text(source)
    (document,) = load(folder / "page.html", "page.html")
    return document


def text_of(folder: Path, source: str) -> list[str]:
    document = loaded(folder, source)
    assert isinstance(document, Document)
    return document.text.split("\n")


PIECES = [{"type": "paragraph", "text": text} for text in TEXT]
EDITOR = {
    "nodeType": "document",
    "content": [{"nodeType": "paragraph", "content": [{"value": text}]} for text in TEXT],
}
MARKED_UP = "".join(f"<p>{text}</p>" for text in TEXT)
LAYOUTS = {"pieces": PIECES, "an editor's document": EDITOR, "markup": MARKED_UP}


@pytest.mark.parametrize("body", LAYOUTS.values(), ids=LAYOUTS)
def test_a_text_that_only_a_state_holds_is_read_from_it(tmp_path: Path, body: object) -> None:
    article = {"title": TITLE, "content": body, "publishedAt": "2022-08-17T06:00:00Z"}
    state = json.dumps({"page": {"article": {**article, "authors": [{"name": "Ann Ode"}]}}})
    quoted = f"window.__STATE__ = JSON.parse({json.dumps(state)});"
    for script in (
        f'<script id="__NEXT_DATA__" type="application/json">{state}</script>',
        f"<script>window.__INITIAL_STATE__={state};(function(){{}}());</script>",
        f"<script>{quoted}</script>",
    ):
        document = loaded(tmp_path, page(script))
        assert isinstance(document, Document)
        assert document.text.split("\n") == list(TEXT)
        said = {one.field: one.value for one in document.statements if one.rule == "linked-data"}
        assert said == {"title": TITLE, "date": "2022-08-17", "authors": "Ann Ode"}


def test_the_article_of_a_state_is_what_is_called_as_the_page(tmp_path: Path) -> None:
    longer = {"headline": "Lifeboat crew honoured", "body": [*PIECES, *PIECES]}
    state = {"related": [OTHER, longer], "article": {"headline": TITLE, "body": PIECES}}
    script = f'<script type="application/json">{json.dumps(state)}</script>'
    assert text_of(tmp_path, page(script)) == list(TEXT)


def test_a_text_that_only_the_pages_record_holds_is_read_from_it(tmp_path: Path) -> None:
    assert text_of(tmp_path, page(record("\n".join(TEXT)))) == list(TEXT)


def test_a_record_goes_on_where_a_page_shows_the_beginning_alone(tmp_path: Path) -> None:
    shown = f"<main><h1>{TITLE}</h1><p>{TEXT[0]}</p></main>"
    assert text_of(tmp_path, page(record("\n".join(TEXT)), shown)) == [TITLE, TEXT[0], *TEXT]


def test_what_a_page_shows_itself_is_not_read_twice(tmp_path: Path) -> None:
    shown = f"<main><h1>{TITLE}</h1>{MARKED_UP}</main>"
    assert text_of(tmp_path, page(record("\n".join(TEXT)), shown)) == [TITLE, *TEXT]


def test_a_script_that_begins_otherwise_than_the_page_is_not_its_text(tmp_path: Path) -> None:
    shown = f"<main><h1>{TITLE}</h1><p>{OTHER['body'] * 4}</p></main>"
    assert text_of(tmp_path, page(record("\n".join(TEXT)), shown)) == [TITLE, OTHER["body"] * 4]


@pytest.mark.parametrize("script", ["<script>window.x = {broken", record(["a list"]), record("")])
def test_a_script_without_a_text_leaves_a_page_without_one(tmp_path: Path, script: str) -> None:
    assert isinstance(loaded(tmp_path, page(script)), Problem)
