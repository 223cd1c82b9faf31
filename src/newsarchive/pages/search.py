"""The search page, and which engines answer on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from urllib.parse import urlencode

import msgspec
from msgspec import Struct

from newsarchive.archive import Archive, Entry, start_of
from newsarchive.archive.overviews import Counted, NameTally, Overview
from newsarchive.archive.shelves import UNDATED
from newsarchive.pages import routes
from newsarchive.pages.entries import largest, link
from newsarchive.pages.entryviews import Link
from newsarchive.pages.views import Choice, NamesChoices, SearchView
from newsarchive.settings.schema import Search
from newsarchive.wording.said import Said, When, message

SMALL = 2_000
"""Articles up to which Pagefind is no gain; `docs/search.md` has the figures."""
LARGE = 20_000
"""Articles above which there is no script index: a reader loads the titles of all."""
PAGEFIND_SHARD = 5_000
"""Articles that a Pagefind shard holds at most, so that indexing one takes bounded memory."""
SCRIPT_SHARD = 500
"""The same of the script index, so that making one takes half a second. A browser opens all."""
MOST_CHOICES = 200
"""Sources and topics that the form offers: those with the most articles."""
MOST_NAMES = 60
"""Names of each kind that the form offers."""


class Shard(Struct, frozen=True):
    """Articles of neighbouring months, which are indexed on their own."""

    name: str
    """`all`, or the first month: `2016-07`; `undated` and `undated-2` for those without a date."""
    entries: tuple[Entry, ...]
    """From the oldest."""


class Engines(Struct, frozen=True):
    """What answers on the search page."""

    script: tuple[Shard, ...] = ()
    """Of the index in scripts of our own, which works from disk too, the oldest first and the
    undated last; none where it is not used."""
    pagefind: tuple[Shard, ...] = ()
    """Pagefind's."""

    def __bool__(self) -> bool:
        """Whether there is a search at all."""
        return bool(self.script or self.pagefind)


def engines_of(archive: Archive, setting: Search) -> Engines:
    """Decide which engines an archive's size and its settings ask for.

    The script index costs every archive little but the largest. Pagefind, from a web server, is
    the lighter of the two for a reader of a large archive, who would first load the titles of all.
    """
    articles = len(archive.entries)
    script = setting == "script" or (setting == "auto" and articles <= LARGE)
    pagefind = setting == "pagefind" or (setting == "auto" and articles > SMALL)
    return Engines(
        tuple(shards_of(archive, SCRIPT_SHARD)) if script else (),
        tuple(shards_of(archive, PAGEFIND_SHARD)) if pagefind else (),
    )


def shards_of(archive: Archive, most: int) -> Iterator[Shard]:
    """Pack an archive into shards: those of older months stay when newer ones arrive.

    Args:
        archive: all entries.
        most: articles that a shard holds, unless a month has more.
    """
    if len(archive.entries) <= most:
        yield Shard("all", archive.oldest_first)
        return
    months = (tuple(group) for _, group in groupby(reversed(archive.dated), _month))
    for packed in _packed(months, most):
        yield Shard(_month(packed[0]), packed)
    for number, start in enumerate(range(0, len(archive.undated), most), 1):
        name = UNDATED if number == 1 else f"{UNDATED}-{number}"
        yield Shard(name, archive.undated[start : start + most])


def _month(entry: Entry) -> str:
    return start_of(entry.date or "")[:7]


def _packed(groups: Iterable[tuple[Entry, ...]], most: int) -> Iterator[tuple[Entry, ...]]:
    packed: tuple[Entry, ...] = ()
    for group in groups:
        if packed and len(packed) + len(group) > most:
            yield packed
            packed = ()
        packed += group
    if packed:
        yield packed


def year_of(entry: Entry) -> str:
    """Give the year that a search filters by; `undated` where it is not known."""
    return start_of(entry.date)[:4] if entry.date else UNDATED


def search_view(overview: Overview, engines: str) -> SearchView:
    """Show the search page: what can be chosen, and what else there is without JavaScript.

    Args:
        overview: of the archive.
        engines: what there is, as `in_json` says it.
    """
    page = routes.SEARCH
    sources = [group for group in overview.sources if group.name]
    return SearchView(
        articles=overview.articles,
        sources=_choices(largest(sources, MOST_CHOICES)),
        topics=_choices(largest(overview.topics, MOST_CHOICES)),
        names=tuple(_names(overview.names)),
        years=_choices(overview.years, When),
        undated=overview.undated,
        more=(
            max(len(sources), len(overview.topics)) > MOST_CHOICES
            or max(Counter(named.kind for named in overview.names).values(), default=0) > MOST_NAMES
        ),
        engines=engines,
        elsewhere=_elsewhere(page),
    )


def query_of(**narrowed: str) -> str:
    """Spell what a search is narrowed to, as the form does.

    >>> query_of(source="Press TV", year="")
    'source=Press+TV'
    """
    chosen = {name: value for name, value in narrowed.items() if value}
    return urlencode(chosen, encoding="utf-8", errors="replace")


def _elsewhere(page: str) -> tuple[Link, ...]:
    places = (
        (message("Dates"), routes.DATES),
        (message("Sources"), routes.SOURCES),
        (message("Topics"), routes.TOPICS),
    )
    return tuple(link(text, url, page) for text, url in places)


def _names(names: Sequence[NameTally]) -> Iterator[NamesChoices]:
    for kind in routes.KINDS:
        choices = largest([named for named in names if named.kind == kind], MOST_NAMES)
        if choices:
            yield NamesChoices(kind, _choices(choices))


def _choices(groups: Iterable[Counted], said: Callable[[str], Said] = str) -> tuple[Choice, ...]:
    return tuple(Choice(group.name, said(group.name), group.count) for group in groups)


def in_json(engines: Engines) -> str:
    """Tell the browser what there is, and where, from the site's root."""
    pagefind = [
        {
            "at": f"{routes.PAGEFIND}{shard.name}/",
            "years": sorted({year_of(entry) for entry in shard.entries}),
        }
        for shard in engines.pagefind
    ]
    script = [f"{routes.SEARCH_SCRIPT}{shard.name}/" for shard in engines.script]
    return msgspec.json.encode({"script": script, "pagefind": pagefind}).decode()
