"""Finds where a report was filed from (its dateline) and the section it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile

from msgspec import Struct

from newsarchive.finding.days.addresses import addresses
from newsarchive.finding.days.mentions import Mention, find_days
from newsarchive.finding.page import Layout
from newsarchive.finding.sources.register import key_of
from newsarchive.finding.vocabulary import any_of, words
from newsarchive.model import Line, Statement
from newsarchive.patterns import late

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+"
_DATELINE = late(
    # BAGHDAD — ; PARIS (AFP) - ; WASHINGTON, July 19 (Reuters) – ; New Delhi: is too weak, no dash
    rf"({_CAPITALS}(?:[ -]{_CAPITALS}){{0,3}}|"
    r"[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,2}(?=,?[^.]{0,24}\s\((?:[A-Z]|dpa|epd|kna)))"
    r"(?:,\s?[\w. ]{2,24})?(?:\s?\([\w &./’']{2,24}\))?\s?(?:[–—]|-{1,2}(?=\s)|\s-)\s?(?=\S)"
)
_FILED_AT = late(
    # HARWICK, England, July 19, 2021 -- ; Wien, 14. Dezember 2021 – ; what stands before the day
    rf"({_CAPITALS}(?:[ -]{_CAPITALS}){{0,3}}|[A-ZÀ-Þ][\w.’'-]+(?:[ -][A-ZÀ-Þ][\w.’'-]+){{0,2}})"
    r"(?:, ?[A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ][\w.]*){0,2})?(?:, ?| ?\(| [–—-]{1,2} )(?:den |am |le )?$"
)
_FILED = late(
    r"\)?,?\s*(?:\([^()]{2,40}\)|/[\w .&-]{2,40}/)?\s*(?:[–—]|-{1,2}(?=\s))\s*(?=[^\W_]|[\"“„«‘])"
)
"""What stands behind the day: a news agency perhaps, and a dash."""
_TRAIL = late(r"\s*(?:\s/\s|\s?>\s?|\s?»\s?|\s?›\s?|\s→\s)\s*")
_FILED_WITHIN = 120
"""Characters within which a dateline ends."""
_ABOVE = 12
"""Lines above the title in which a breadcrumb may stand."""


def find_dateline(lines: tuple[Line, ...], layout: Layout) -> tuple[Statement, ...]:
    """Give the statement of the place that the body's first lines begin with."""
    for i in range(layout.start, min(layout.start + 3, layout.end + 1)):
        match = _DATELINE.match(layout.texts[i])
        if match and len(layout.texts[i]) > 80:
            line = lines[i]
            return (Statement("dateline", match[1], "dateline", match[0].strip(), line.number),)
    return tuple(
        Statement("dateline", filed.place, "dateline", filed.said, lines[i].number)
        for i, filed in _filed(layout)
    )


def find_filing_day(lines: tuple[Line, ...], layout: Layout) -> tuple[Statement, ...]:
    """Give the statement of the day in the body's dateline, as press releases begin."""
    return tuple(
        Statement("date", filed.day.day.isoformat(), "filing-day", filed.said, lines[i].number)
        for i, filed in _filed(layout)
    )


_FIRST = 4
"""Lines of the body of which one begins with the place and the day: an embargo may pass for one."""


class Filed(Struct, frozen=True):
    """Where and when a report says that it was filed."""

    place: str
    day: Mention
    said: str


def _filed(layout: Layout) -> Iterator[tuple[int, Filed]]:
    """Give the line of the body that begins with a place and a day, and what it says."""
    for i in range(layout.start, min(layout.start + _FIRST, layout.end + 1)):
        text = layout.texts[i]
        for day in find_days(i, text[:_FILED_WITHIN])[:1]:
            place = _FILED_AT.match(text[: day.start])
            if place and day.other is None and _FILED.match(text, day.end):
                yield i, Filed(place[1], day, text[: day.end])
                return


def find_section(
    lines: tuple[Line, ...], layout: Layout, title: int | None, url: str | None, source: str = ""
) -> tuple[Statement, ...]:
    """Give the statements of the section, from the widest to the narrowest.

    A breadcrumb above the title names it; else a short line beside the title that stands in the
    path of the article's own address too.

    Args:
        lines: the page's.
        layout: the page's.
        title: the index of the title's line.
        url: the page's own address.
        source: the publisher's name, which may begin a breadcrumb; empty where it is not known.
    """
    if title is None:
        return ()
    for i in range(max(0, title - _ABOVE), title):
        parts = trail(layout.texts[i], layout.folded[title], source)
        if parts:
            line = lines[i]
            return tuple(
                Statement("section", part, "breadcrumb", line.text, line.number) for part in parts
            )
    return _confirmed_by_address(lines, layout, title, url)


def trail(text: str, title: str, source: str = "") -> list[str]:
    """Give the sections of a breadcrumb, without the home page and the title itself.

    >>> trail("Home / News / Iraq", "a title")
    ['News', 'Iraq']
    >>> trail("dailyexample > Blog > Sport", "a title", "Daily Example")
    ['Sport']
    >>> trail("Sie sind hier: Startseite » Politik » Artikel", "a title")
    ['Politik']
    >>> trail("Log in / Register", "a title")
    []
    >>> trail("This > is a sentence that only looks like one, with many words in it", "a title")
    []
    """
    if len(text) > 160 or not any(sign in text for sign in "/>»›→"):
        return []
    here = _HERE.match(text)
    parts = [part.strip() for part in _TRAIL.split(text[here.end() if here else 0 :])]
    parts = [part for part in parts if part and not _is_time(part)]
    if len(parts) < 2 or not parts[0][:1].isalpha():
        return []
    if not _NONE.isdisjoint(map(str.casefold, parts)):
        return []
    if source and key_of(parts[0]) == key_of(source):
        parts = parts[1:]
    parts = list(dropwhile(lambda part: part.casefold() in _HOME, parts))
    if parts and parts[-1].lower()[:20] == title[:20]:
        parts = parts[:-1]
    parts = [part for part in parts if part.casefold() not in _KINDS]
    sound = all(len(part) <= 28 and part.count(" ") <= 2 and part[:1].isalpha() for part in parts)
    return parts if sound and len(parts) <= 5 else []


def _is_time(text: str) -> bool:
    """Tell whether a part of a trail says when: `DECEMBER 19 2025`, `UPDATED 16:47`."""
    return bool(find_days(0, text) or _CLOCK.search(text))


_BEFORE_QUESTION = late(r"[?#]")
_HOME = frozenset(words("trail-home"))
"""What a trail begins with and tells nothing of the article, folded."""
_KINDS = frozenset(words("trail-kind"))
"""What is one among many: an article, a post."""
_NONE = frozenset(words("trail-none"))
"""No trail has these, but rows of links to the reader's own pages, and to the publisher's, do."""
_HERE = any_of("trail-here", r"\s*", r"\s*[:：]?\s*")
_CLOCK = late(r"\d:\d\d")


def _confirmed_by_address(
    lines: tuple[Line, ...], layout: Layout, title: int, url: str | None
) -> tuple[Statement, ...]:
    own = [url] if url else []
    near = range(max(0, title - 8), min(len(lines), layout.start + 1))
    for i in near:
        if "://" in layout.texts[i]:
            own.extend(addresses(layout.texts[i]))
    folders = {
        "".join(sign for sign in part if sign.isalnum())
        for address in own
        for part in _folders(address)
    }
    if not folders:
        return ()
    for i in near:
        text = layout.texts[i]
        if i != title and 3 <= len(text) <= 28 and text.count(" ") <= 2:
            plain = "".join(sign for sign in layout.folded[i] if sign.isalnum())
            if plain in folders and not plain.isdigit():
                line = lines[i]
                return (Statement("section", text, "section-in-address", text, line.number),)
    return ()


def _folders(address: str) -> list[str]:
    """Give the folders of an address; one that is no address (`http://[`) has some all the same.

    >>> _folders("https://example.org/World/asia/a-title.html?from=/b/c")
    ['world', 'asia']
    """
    place = _BEFORE_QUESTION.split(address.partition("://")[2] or address, 1)[0]
    return place.lower().split("/")[1:-1]
