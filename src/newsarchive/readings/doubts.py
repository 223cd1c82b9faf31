"""Doubts about articles that were read: of what came to nothing, nobody would know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsarchive.model import Article, Problem
from newsarchive.readings.standins import stand_in
from newsarchive.spelling.lookalikes import mixed_alphabets

WITHOUT_BODY = (
    "`newsarchive explain` shows its lines; `labels:` in a correction can say which are body"
)


def doubts_about(articles: Sequence[Article]) -> Iterator[Problem]:
    """Doubt mixed alphabets, articles without a text, and corrections of lines that are not there.

    Args:
        articles: those of one file.
    """
    yield from mixed_alphabets(articles)
    for article in articles:
        if not article.blocks and not _is_headline_alone(article):
            which = f"in record {article.record} " if article.record else ""
            what = f"{which}no line was taken for an article's text"
            sha256 = article.sha256
            yield Problem(article.path, what, WITHOUT_BODY, fate="doubtful", article=sha256)
        elif doubt := stand_in(article):
            yield doubt
    yield from _misplaced(articles)


def _is_headline_alone(article: Article) -> bool:
    """Tell whether all of a table's record is its title, as of many posts it is."""
    return article.record is not None and {line.label for line in article.lines} == {"title"}


def _misplaced(articles: Sequence[Article]) -> Iterator[Problem]:
    """Doubt each line that a correction labels and none of a file's records has."""
    correction = articles[0].correction if articles else None
    if correction is None:
        return
    there = {line.number for article in articles for line in article.lines}
    for number in sorted(correction.labels.keys() - there):
        what = f"it labels line {number}, which is blank or is not there"
        remedy = "`newsarchive explain` shows the text's lines with their numbers"
        line = correction.places.get("labels")
        yield Problem(correction.path, what, remedy, line, fate="doubtful")
