"""Corrections of lines that a text does not have: nothing comes of them, and nobody would know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsarchive.model import Article, Problem


def misplaced(articles: Sequence[Article]) -> Iterator[Problem]:
    """Give a word of doubt for each line that a correction labels and the text does not have.

    Args:
        articles: those of one file; of several records one may have the line.
    """
    correction = articles[0].correction if articles else None
    if correction is None:
        return
    there = {line.number for article in articles for line in article.lines}
    for number in sorted(correction.labels.keys() - there):
        what = f"it labels line {number}, which is blank or is not there"
        remedy = "`newsarchive explain` shows the text's lines with their numbers"
        line = correction.places.get("labels")
        yield Problem(correction.path, what, remedy, line, fate="doubtful")
