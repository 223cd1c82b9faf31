"""Finds what a raw page states of itself: title, source, date, authors, section, language.

`find` gives statements: a value, the rule that read it, and the line it stands on. It answers only
where the evidence carries the answer; what comes near is an `unsure_source` or `unsure_date`.
`RULES` says what each rule sees.
"""

from __future__ import annotations

from newsarchive.finding.catalogue import RULES
from newsarchive.finding.days.address_days import address_days, agreeing_days
from newsarchive.finding.days.bounds import find_bounds
from newsarchive.finding.days.dates import find_date
from newsarchive.finding.days.mentions import Mention
from newsarchive.finding.days.months import find_month
from newsarchive.finding.days.on_page import dated_lines, days_of_issue, list_mentions
from newsarchive.finding.days.order import month_comes_first
from newsarchive.finding.language import tell_language
from newsarchive.finding.noted import find_notes
from newsarchive.finding.page import Layout, Page, lay_out
from newsarchive.finding.people.authors import find_authors
from newsarchive.finding.place import find_dateline, find_filing_day, find_section
from newsarchive.finding.sources.masthead import find_cited, find_issuer, find_masthead, find_signed
from newsarchive.finding.sources.source import find_host, find_host_alone, find_source
from newsarchive.finding.titles.title import find_title
from newsarchive.model import Line, Statement

__all__ = ["RULES", "Page", "find"]

Found = tuple[Statement, ...]


def find(page: Page) -> Found:
    """Give what the page states of itself, as evidence, each field's best candidate first."""
    lines, notes = page.lines, find_notes(page.lines)
    url = page.url or next((said.value for said in notes if said.field == "url"), None)
    layout = lay_out(page)
    visits = {said.line for said in notes if said.field == "crawled"}
    mentions = [m for m in list_mentions(layout) if lines[m.line].number not in visits]
    dated = dated_lines(layout, mentions)
    language = language_of(layout)
    titles = _of("title", notes) or find_title(lines, layout, dated)
    title = index_of(page, layout, titles)
    headline = titles[0].value if titles else ""
    month_first = month_comes_first(mentions, layout, language)
    days = _of("date", notes)
    if not any(len(said.value) == len("2021-07-19") for said in days):
        days += find_date(lines, layout, mentions, title, month_first)
    dates = _with_address(_of("date", days), lines, layout, mentions, title, url)
    sources = _find_sources(lines, layout, mentions, headline, notes, url)
    dates = dates or days_of_issue(lines, mentions, sources)
    publisher = next((said.value for said in _of("source", sources)), "")
    return (
        *[said for said in notes if said.field in ("url", "crawled", "beside")],
        *titles,
        *sources,
        *dates,
        *((*find_bounds(lines, layout, mentions), *days) if not dates else ()),
        *(_of("authors", notes) or find_authors(lines, layout, title, dated, headline)),
        *find_dateline(lines, layout),
        *(_of("section", notes) or find_section(lines, layout, title, url, publisher)),
        *([Statement("language", language, "script-and-small-words", "")] * (language != "und")),
    )


def _of(field: str, statements: Found) -> Found:
    return tuple(said for said in statements if said.field == field)


def _with_address(
    days: Found,
    lines: tuple[Line, ...],
    layout: Layout,
    mentions: list[Mention],
    title: int | None,
    url: str | None,
) -> Found:
    """Give the statements of the day, those of the address too, or else of another place."""
    dates = days + address_days(lines, url, layout, title, days)
    dates += agreeing_days(layout, lines, mentions, dates)
    return dates or find_filing_day(lines, layout) or find_month(lines, layout, title)


def _find_sources(
    lines: tuple[Line, ...],
    layout: Layout,
    mentions: list[Mention],
    headline: str,
    notes: Found,
    url: str | None,
) -> Found:
    """Give the statements of the publisher: noted, weighed, or where clippings have it."""
    if noted := _of("source", notes):
        return noted
    weighed = find_source(lines, layout, headline)
    return (
        _of("source", weighed)
        or find_masthead(lines, layout, headline)
        or find_cited(lines, layout, mentions)
        or find_signed(lines, layout)
        or find_issuer(lines, layout)
        or find_host(url, layout.texts)
        or find_host_alone(lines, layout)
        or weighed
    )


def language_of(layout: Layout) -> str:
    """Give the code of the body's language, or of the page's where it has no body."""
    return tell_language(layout.main or layout.whole)


def index_of(page: Page, layout: Layout, titles: tuple[Statement, ...]) -> int | None:
    """Give the index of the title's line that stands nearest above the body."""
    numbers = {each.line for each in titles}
    places = [i for i, line in enumerate(page.lines) if line.number in numbers]
    above = [i for i in places if i <= layout.start]
    return above[-1] if above else places[0] if places else None
