from pathlib import Path

from newsarchive.loading import load
from newsarchive.model import Document, Problem

TEASERS = "".join(
    f'<article class="teaser"><h2><a href="/{n}">Story number {n} of this day</a></h2>'
    f"<p>What happened in number {n} is told on a page of its own, in two lines.</p></article>"
    for n in range(6)
)
PARAGRAPH = "<p>The council voted on Tuesday to close the old bridge while its pier is rebuilt.</p>"


def doubts_of(folder: Path, body: str) -> list[str]:
    (folder / "page.html").write_text(f"<html><body>{body}</body></html>")
    *doubts, document = load(folder / "page.html", "page.html")
    assert isinstance(document, Document)
    return [doubt.what for doubt in doubts if isinstance(doubt, Problem)]


def test_a_page_of_teasers_alone_is_doubtful(tmp_path: Path) -> None:
    found = doubts_of(tmp_path, f"<h1>The Quay Telegraph</h1>{TEASERS}")
    assert found == ["it is read as one article, and looks like a list of 6"]


def test_teasers_below_an_article_make_no_doubt(tmp_path: Path) -> None:
    assert doubts_of(tmp_path, f"<h1>Bridge to close</h1>{PARAGRAPH * 5}{TEASERS}") == []


def test_an_article_that_dates_itself_makes_no_doubt(tmp_path: Path) -> None:
    dated = '<meta itemprop="datePublished" content="2022-08-17">'
    assert doubts_of(tmp_path, f"<h1>Six things to do</h1>{dated}{TEASERS}") == []
