"""The project's own five articles, against what a careful reader gets from them (`gold/`)."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from newsarchive.body import Figure, Paragraph, Subheading
from newsarchive.explain import Explained, explain_paths, explained
from newsarchive.model import Article
from samples import PROJECT

GOLD = Path(__file__).parent / "gold"
SUMMARIES: dict[str, dict[str, Any]] = yaml.load(
    (GOLD / "articles.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506  it makes nothing but text, lists and mappings
)
ORIGINALS = {
    "000_11aef8ccd33979c0": "4c802c29e1453c90c04f3609f02228aa30a7801a8f8b6655c135f36b1aeb743a",
    "001_390676983a8005e1": "6ad8dbcc8f30979ef24e858ec8c0e25afd8bcfc67f465dbbb324eb08a1acb726",
    "002_3a9edc2c992913d8": "f2d840ace9fde3d7e2fe48e0941e872b8ea5a3b57a8956a565baca405a83a374",
    "003_8b81a69cb259b529": "789809e6679e0141a40d6fb5726e8e02d127aa16641b7e8bac200ac4ef753a70",
    "004_a4d9e85194c3804e": "56311cf77caba620406a8ffc3309813b4eff2cfa721a3432f2b05ede71763d7c",
}
SPUTNIK = "003_8b81a69cb259b529"

every_article = pytest.mark.parametrize("stem", list(SUMMARIES))


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    items = explain_paths([PROJECT / "articles"], make=lambda article, _seconds: article)
    read = [item for item in items if isinstance(item, Article)]
    return {Path(article.path).stem: article for article in read}


def gold_labels(stem: str) -> dict[int, str]:
    rows = (GOLD / f"{stem}.labels.tsv").read_text(encoding="utf-8").splitlines()
    return {int(line): label for line, _, label in (row.partition("\t") for row in rows)}


def blocks(article: Article, kind: type[Any]) -> list[Any]:
    return [block for block in article.blocks if isinstance(block, kind)]


def machine(article: Article) -> Explained:
    return explained(article, seconds=0)


def test_there_are_five_articles_and_221_gold_lines() -> None:
    assert len(SUMMARIES) == 5
    assert sum(len(gold_labels(stem)) for stem in SUMMARIES) == 221


@every_article
def test_the_original_is_as_it_was_collected(stem: str) -> None:
    raw = (PROJECT / "articles" / f"{stem}.txt").read_bytes()
    assert sha256(raw).hexdigest() == ORIGINALS[stem]


@every_article
def test_every_line_has_its_label(stem: str, articles: dict[str, Article]) -> None:
    labels = {line.number: line.label for line in articles[stem].lines}
    assert labels == gold_labels(stem)


@every_article
def test_the_fields_are_right(stem: str, articles: dict[str, Article]) -> None:
    gold, read = SUMMARIES[stem], machine(articles[stem])
    assert read.title == gold["title"]
    assert (read.source or "null") == gold["source"]
    assert list(read.section) == gold["section"]
    assert (read.date or "null") == gold["date"]
    assert read.language == gold["language"]
    assert read.dateline == gold.get("dateline")
    assert read.url == gold.get("url")
    assert read.authors == ()


@every_article
def test_the_parts_of_the_body_are_counted_right(stem: str, articles: dict[str, Article]) -> None:
    gold, article = SUMMARIES[stem], articles[stem]
    figures = blocks(article, Figure)
    assert {
        "paragraphs": len(blocks(article, Paragraph)),
        "subheadings": len(blocks(article, Subheading)),
        "captions": sum(bool(figure.caption) for figure in figures),
        "credits": sum(bool(figure.credit) for figure in figures),
        "related": sum(line.label == "related" for line in article.lines),
        "footnotes": len(article.notes),
    } == {
        part: int(gold.get(part, 0))
        for part in ("paragraphs", "subheadings", "captions", "credits", "related", "footnotes")
    }


@every_article
def test_an_inferred_date_contains_the_day_the_page_appeared(
    stem: str, articles: dict[str, Article]
) -> None:
    inferred = machine(articles[stem]).date_inferred
    if inferred is not None:
        assert articles[stem].date.evidence
        start, end = re.split("/", inferred)
        true = SUMMARIES[stem]["date_true"]
        assert start.strip(".~?") <= true
        assert end in ("", "..") or true <= end


@every_article
def test_every_value_says_how_it_is_known(stem: str, articles: dict[str, Article]) -> None:
    article = articles[stem]
    for field in (article.title, article.source, article.date, article.section, article.url):
        assert (field.value is None) == (field.basis is None) == (field.evidence == ())


def test_a_stated_date_has_the_header_and_the_address_as_evidence(
    articles: dict[str, Article],
) -> None:
    date = articles[SPUTNIK].date
    assert (date.value, date.basis) == ("2021-07-19", "stated")
    assert [(evidence.line, evidence.where) for evidence in date.evidence] == [
        (2, None),
        (25, "URL"),
    ]


def test_the_dates_that_no_line_states_are_not_made_up(articles: dict[str, Article]) -> None:
    undated = [machine(article) for stem, article in articles.items() if stem != SPUTNIK]
    assert [read.date for read in undated] == [None] * 4
    assert {read.date_basis for read in undated} <= {None, "inferred"}


def test_the_broken_sentence_is_joined(articles: dict[str, Article]) -> None:
    (joined,) = (p for p in blocks(articles["001_390676983a8005e1"], Paragraph) if 7 in p.lines)
    assert joined.lines == (7, 8)
    lines = {line.number: line.text for line in articles["001_390676983a8005e1"].lines}
    assert joined.text == f"{lines[7]} {lines[8]}"


def test_the_asterisks_lead_to_their_footnote(articles: dict[str, Article]) -> None:
    (note,) = articles[SPUTNIK].notes
    assert (note.marker, note.line) == ("*", 68)
    assert not note.text.startswith("*")
    marks = [(p.text, m) for p in blocks(articles[SPUTNIK], Paragraph) for m in p.marks]
    assert marks
    assert all(text[mark.offset] == "*" and mark.note == 1 for text, mark in marks)
    assert sum(text.count("*") for text in {text for text, _ in marks}) == len(marks)


def test_a_related_headline_that_stands_twice_is_listed_once(articles: dict[str, Article]) -> None:
    assert len(articles[SPUTNIK].related) == len(set(articles[SPUTNIK].related)) == 4


def test_every_caption_of_the_indented_page_stands_once_with_its_credit(
    articles: dict[str, Article],
) -> None:
    figures = blocks(articles[SPUTNIK], Figure)
    captions = [figure.caption for figure in figures if figure.caption]
    assert len(set(captions)) == len(captions)
    assert all(figure.credit.startswith("©") for figure in figures if figure.credit)
