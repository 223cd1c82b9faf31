"""The days that the article's own address states, and where the page says them too."""

from __future__ import annotations

from newsarchive.finding.days.addresses import addresses, url_day
from newsarchive.finding.days.dates import rule_of
from newsarchive.finding.days.mentions import Mention
from newsarchive.finding.days.on_page import SHORT
from newsarchive.finding.page import Layout
from newsarchive.model import Line, Statement


def address_days(
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


def agreeing_days(
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
        and len(lines[each.line].text) <= SHORT
        and "://" not in lines[each.line].text
    )


def _carries(address: str, words: list[str]) -> bool:
    """Tell whether an address carries most of a title's words, two of them at least."""
    named = sum(1 for word in words if word in address.lower())
    return named > 1 and named * 2 > len(words)
