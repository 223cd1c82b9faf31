"""Finds what a raw page states of itself: title, source, date, authors, section, language.

`find` gives statements: a value, the rule that read it, and the line it stands on. It answers only
where the evidence carries the answer; what comes near is an `unsure_source` or `unsure_date`.
`RULES` says what each rule sees.
"""

from __future__ import annotations

from datetime import timedelta

from newsarchive.finding.catalogue import RULES
from newsarchive.finding.days.addresses import addresses, url_day
from newsarchive.finding.days.bounds import find_bounds
from newsarchive.finding.days.dates import find_date, rule_of
from newsarchive.finding.days.mentions import Mention, find_days
from newsarchive.finding.days.months import find_month
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

_SHORT = 120
"""Characters up to which a line with a day in it may be a line about the article."""
_MOST = 1_000
"""Lines with figures that are looked at from either end of a page: real ones have fewer."""


_LONGEST_STRETCH = 60
_DASHES = " –—-"
_SEVERAL_WEEKS = timedelta(days=40)


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
    days = _of("date", notes) or find_date(lines, layout, mentions, title, month_first)
    dates = _with_address(_of("date", days), lines, layout, mentions, title, url)
    sources = _find_sources(lines, layout, mentions, headline, notes, url)
    dates = dates or _days_of_issue(lines, mentions, sources)
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
    dates = days + _address_days(lines, url, layout, title, days)
    dates += _agreeing_days(layout, lines, mentions, dates)
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


def _days_of_issue(lines: tuple[Line, ...], mentions: list[Mention], sources: Found) -> Found:
    """Give the day that stands beside the paper's name, as clippings are marked."""
    cited = {said.line for said in sources if said.rule == "cited-paper"}
    return tuple(
        Statement("date", each.day.isoformat(), rule_of(each), line.text, line.number)
        for each in mentions
        if (line := lines[each.line]).number in cited and not each.other
    )[:1]


def list_mentions(layout: Layout) -> list[Mention]:
    """Give every day written on the page, in its order; of thousands, the first and the last."""
    lines = layout.figures
    if len(lines) > 2 * _MOST:
        lines = (*lines[:_MOST], *lines[-_MOST:])
    return [mention for i in lines for mention in _days_on(i, layout.texts[i])]


def _days_on(i: int, text: str) -> list[Mention]:
    """Give the days on a line; none where it is a stretch of time that is long, and no more.

    A web archive prints so between which days it has copies: "1 Jun 2013 - 3 Feb 2018".
    """
    found = find_days(i, text)
    if len(found) == 2 and len(text) <= _LONGEST_STRETCH:
        first, last = found
        between = text[: first.start], text[first.end : last.start], text[last.end :]
        if not "".join(between).strip(_DASHES) and last.day - first.day > _SEVERAL_WEEKS:
            return []
    return found


def dated_lines(layout: Layout, mentions: list[Mention]) -> frozenset[int]:
    """Give the indexes of the short lines that hold a day."""
    return frozenset(m.line for m in mentions if len(layout.texts[m.line]) <= _SHORT)


def language_of(layout: Layout) -> str:
    """Give the code of the body's language, or of the page's where it has no body."""
    return tell_language(layout.main or layout.whole)


def index_of(page: Page, layout: Layout, titles: tuple[Statement, ...]) -> int | None:
    """Give the index of the title's line that stands nearest above the body."""
    numbers = {each.line for each in titles}
    places = [i for i, line in enumerate(page.lines) if line.number in numbers]
    above = [i for i in places if i <= layout.start]
    return above[-1] if above else places[0] if places else None


def _address_days(
    lines: tuple[Line, ...],
    url: str | None,
    layout: Layout,
    title: int | None,
    dates: tuple[Statement, ...],
) -> tuple[Statement, ...]:
    """Give the days that the article's own address states: beside the text, or near its title.

    An address in the text counts where it agrees with a stated day, or where none is stated and
    the address carries words of the title.
    """
    found = []
    if url and (day := url_day(url)):
        found.append(Statement("date", day.isoformat(), "url-date", url, where="URL"))
    if title is None:
        return tuple(found)
    words = [word for word in layout.folded[title].split() if len(word) > 3 and word.isalnum()]
    for line in [lines[i] for i in layout.holding(["://"])]:
        for address in addresses(line.text):
            day = url_day(address)
            if day and _carries(address, words) and (not dates or dates[0].value == str(day)):
                said = Statement("date", day.isoformat(), "url-date", address, line.number, "URL")
                found.append(said)
    return tuple(found)


def _carries(address: str, words: list[str]) -> bool:
    """Tell whether an address carries most of a title's words, two of them at least."""
    named = sum(1 for word in words if word in address.lower())
    return named > 1 and named * 2 > len(words)


def _agreeing_days(
    layout: Layout,
    lines: tuple[Line, ...],
    mentions: list[Mention],
    dates: tuple[Statement, ...],
) -> tuple[Statement, ...]:
    """Give where a day that only the article's address gave stands above the body too."""
    if not dates or any(each.rule != "url-date" for each in dates):
        return ()
    return tuple(
        Statement(
            "date", dates[0].value, rule_of(each), lines[each.line].text, lines[each.line].number
        )
        for each in mentions
        if each.day.isoformat() == dates[0].value
        and each.line < layout.start
        and each.form != "url"
        and len(lines[each.line].text) <= _SHORT
        and "://" not in lines[each.line].text
    )
