"""Fills what most pages are made of: links, dates, and articles as lists show them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TypeVar

from newsarchive.archive import Entry, Summary, start_of
from newsarchive.archive.overviews import Counted
from newsarchive.model import Article
from newsarchive.pages import routes
from newsarchive.pages.entryviews import DateView, EntryView, GroupView, Link, ReasonView
from newsarchive.wording.said import Form, Said, Stretch, When, message

RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he ks ku ps sd ug ur yi".split())
WITHOUT_BLANKS = frozenset("bo dz ja km lo my th yue zh".split())
"""Languages that set no blanks between words, so that blanks do not count them."""
MOST_OF_TITLE, LONGEST_WORD = 200, 50
"""Characters of a title that lists show, and of a word that is not cut within itself."""
Grouped = TypeVar("Grouped", bound=Counted)
_PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


def link(text: Said, url: str, page: str, count: int = 0) -> Link:
    """Make a link from a page to a URL."""
    return Link(text, routes.relative(url, page), url == page, count)


def article_link(title: str, entry: Entry, page: str) -> Link:
    """Link to an article by its title, of which a very long one is cut: its page has it whole."""
    return link(_beginning_of(title), routes.article(entry), page)


def _beginning_of(title: str) -> str:
    """Give what lists show of a title, cut between words if it has blanks.

    >>> _beginning_of("Harbour reopens"), _beginning_of("Rain " * 50)[-11:]
    ('Harbour reopens', 'Rain Rain …')
    """
    if len(title) <= MOST_OF_TITLE:
        return title
    end = title.rfind(" ", MOST_OF_TITLE - LONGEST_WORD, MOST_OF_TITLE)
    return f"{title[: end if end > 0 else MOST_OF_TITLE]} …"


def source_link(name: str | None, page: str) -> Link:
    """Link to a source's page; without a text where the source is not known."""
    return _subject_link(name or "", routes.source(name or ""), page)


def topic_links(section: Iterable[str], page: str) -> tuple[Link, ...]:
    """Link to the pages of an article's sections."""
    return tuple(_subject_link(name, routes.topic(name), page) for name in section)


def _subject_link(name: str, url: str, page: str) -> Link:
    """Link to a subject's page, which is current on those too that it is split into."""
    return Link(name, routes.relative(url, page), page.startswith(url))


def group_links(groups: Iterable[Counted], page: str, url: routes.Route) -> tuple[Link, ...]:
    """Link to the pages of some groups, with their counts."""
    return tuple(link(g.name, url(g.name), page, g.count) for g in groups)


def largest(groups: Sequence[Grouped], most: int) -> list[Grouped]:
    """Give the groups with the most articles, in the order that they had."""
    ranked = sorted(groups, key=lambda group: -group.count)
    kept = {group.name for group in ranked[:most]}
    return [group for group in groups if group.name in kept]


def period_link(period: Counted, page: str, form: Form = "") -> Link:
    """Link to the page of a year, a month or a day, with its count."""
    words = When(period.name, form)
    return link(words, routes.period(period.name), page, period.count)


def direction_of(language: str) -> str:
    """Give the direction of a language's script.

    >>> direction_of("fa-IR"), direction_of("en")
    ('rtl', 'ltr')
    """
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def words_in(summary: Summary, language: str) -> int:
    """Give the number of an article's words; 0 where blanks cannot tell it."""
    return 0 if language.partition("-")[0] in WITHOUT_BLANKS else summary.words


def date_view(date: str | None, basis: str | None) -> DateView:
    """Show an EDTF date."""
    if not date:
        return DateView(message("undated"), "", "", basis or "")
    machine = date if _PLAIN_DATE.fullmatch(date) else ""
    return DateView(When(date), machine, date, basis or "")


def article_date(article: Article) -> DateView:
    """Show an article's date."""
    return date_view(article.date.value, article.date.basis)


def entry_view(entry: Entry, page: str, reason: ReasonView | None = None) -> EntryView:
    """Show an article in a listing."""
    summary = entry.summary
    return EntryView(
        title=article_link(summary.title, entry, page),
        source=source_link(entry.source, page),
        date=date_view(entry.date or summary.bounds, entry.basis),
        section=topic_links(entry.section, page),
        dek=summary.dek,
        words=words_in(summary, entry.language),
        language=entry.language,
        direction=direction_of(entry.language),
        reason=reason,
    )


def entry_views(entries: Iterable[Entry], page: str) -> tuple[EntryView, ...]:
    """Show articles in a listing."""
    return tuple(entry_view(entry, page) for entry in entries)


def grouped(entries: Iterable[Entry], page: str, characters: int) -> tuple[GroupView, ...]:
    """Group entries, which are in the archive's order, by the first characters of their date.

    Args:
        entries: the entries.
        page: the URL of the page they stand on.
        characters: 4 to group by year, 7 by month, 10 by day.
    """
    return tuple(
        GroupView(
            When(start, "heading") if start else message("Undated"),
            entry_views(members, page),
            routes.day(start) if len(start) == 10 else "",
            start,
        )
        for start, members in groupby(entries, lambda e: start_of(e.date or "")[:characters])
    )


def span_of(dates: Iterable[str]) -> Said:
    """Say which time dates cover; empty where there is none."""
    starts = [start_of(date) for date in dates if date]
    return Stretch(min(starts), max(starts)) if starts else ""
