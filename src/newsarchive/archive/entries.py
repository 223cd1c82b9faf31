"""Entries: what an archive knows of an article while it is built, and what listings show of it.

Of each article an entry stays in memory, and so it holds what orders and groups articles and no
more. What stands under a headline is a summary, which stays in the store until its page is made.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache
from pathlib import Path
from sys import intern

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.body import texts_of
from newsarchive.incremental.deferred import bytes_of, digest
from newsarchive.incremental.store import read_only
from newsarchive.incremental.tables import BrokenStore, Table
from newsarchive.model import Article, Basis, Evidence
from newsarchive.spelling.slugs import slug_of

DEK_WORDS = 34
"""How many words of the first paragraph stand under a headline in a listing."""
WORD_CHARACTERS = 8
"""How long these words may be on average, each with a blank: scripts without blanks need a
limit."""

OPEN = ".."
"""How EDTF writes an end of an interval that is not known."""
SUMMARIES = "summaries"
"""The name of the store's table of summaries."""


class Summary(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """What a listing shows of an article beside its entry."""

    path: str
    record: str | None
    title: str
    bounds: str | None
    """EDTF interval inferred for an article whose date is not known."""
    authors: tuple[str, ...] = ()
    beginning: str
    """The body's first words, without the `…` behind them: with it, a text takes twice the
    memory."""
    goes_on: bool = False
    """Whether the body goes on behind them."""
    words: int
    """Words of the body."""
    reasons: tuple[Evidence, ...] = ()
    """Where the date is not known: what was found of it all the same."""
    aliases_at: tuple[str, int | None] = ("", None)
    """The file, and the line in it, that names other addresses of the article's page."""
    made: bytes = b""
    """Digest of the article as the store has it."""

    @property
    def dek(self) -> str:
        """The body's first words, as they stand under a headline."""
        return _shown(self.beginning, self.goes_on)


class Entry(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """An article as an archive orders, groups and addresses it."""

    sha256: str
    slug: str
    """The readable part of its page's address, made of the title or chosen by the curator."""
    source: str | None
    house: str = ""
    """The publisher that the source's name stands for, as `Article.house`."""
    date: str | None
    """EDTF, stated or corrected or from the address; None where it is not known."""
    basis: Basis | None
    section: tuple[str, ...]
    language: str
    profile: str | None = None
    """The publisher's profile that was applied."""
    aliases: tuple[str, ...] = ()
    """Other addresses of its page, as the curator wrote them."""
    corrected: bool = False
    """Whether the curator corrected this text alone."""
    digest: bytes = b""
    """Digest of the article, and of what was changed in this entry since: a page that is made from
    the entry is made anew where this is another."""
    made: bytes = b""
    """Digest of the article as the store has it."""
    names: bytes = b""
    """Digest of the names in it."""
    number: int = 0
    """The key under which the store has the article, its summary and its names."""
    store: tuple[str, str] = ("", "")
    """The path and the name of the store."""
    own_summary: Summary | None = None
    """Its summary, where that need not be fetched from the store."""

    @property
    def summary(self) -> Summary:
        """What listings show of it; fetched from the store unless it is at hand.

        Raises:
            BrokenStore: the store does not have it.
        """
        return self.own_summary or _summary_in(self.store, self.number, self.made)

    @property
    def title(self) -> str:
        """Its title, which its summary has."""
        return self.summary.title

    def whole(self) -> Entry:
        """Give it with its summary, for a process that cannot open the store."""
        return replace(self, own_summary=self.summary)


def texts_in(article: Article) -> list[str]:
    """Give the paragraphs of an article's body."""
    return [text for block in article.blocks for text in texts_of(block)]


def entry_of(article: Article) -> Entry:
    """Give an article's entry, its summary at hand."""
    known = article.date.basis != "inferred"
    summary = summary_of(article)
    return Entry(
        sha256=article.sha256,
        slug=slug_of(article.slug or summary.title),
        source=article.source.value,
        house=article.house,
        date=article.date.value if known else None,
        basis=article.date.basis,
        section=article.section.value or (),
        language=article.language.value or "und",
        profile=article.profile,
        aliases=article.aliases,
        corrected=article.correction is not None,
        own_summary=summary,
    )


def summary_of(article: Article) -> Summary:
    """Give an article's summary."""
    known = article.date.basis != "inferred"
    paragraphs = texts_in(article)
    beginning, goes_on = _first_words(paragraphs, DEK_WORDS)
    return Summary(
        path=article.path,
        record=article.record,
        title=article.title.value or _shown(*_first_words(paragraphs, 12)) or article.path,
        bounds=None if known else article.date.value,
        authors=article.authors.value or (),
        beginning=beginning,
        goes_on=goes_on,
        words=sum(len(paragraph.split()) for paragraph in paragraphs) + article.withheld,
        reasons=() if known and article.date.value else article.date.evidence,
        aliases_at=_place_of_aliases(article) if article.aliases else ("", None),
    )


def as_held(entry: Entry, store: tuple[str, str]) -> Entry:
    """Give an entry from the store as it is held in memory: texts that many entries share, once."""
    return replace(
        entry,
        source=entry.source and intern(entry.source),
        house=intern(entry.house),
        date=entry.date and intern(entry.date),
        section=_section(entry.section),
        language=intern(entry.language),
        profile=entry.profile and intern(entry.profile),
        made=entry.digest,
        store=store,
    )


@lru_cache(10_000)
def _section(section: tuple[str, ...]) -> tuple[str, ...]:
    return section


@lru_cache(1_000)  # pages ask for their neighbours', lists and downloads for the same again
def _summary_in(store: tuple[str, str], number: int, made: bytes) -> Summary:
    summary = _summaries_in(*store, os.getpid()).get(number)
    if summary is None or summary.made != made:
        raise BrokenStore(f"{SUMMARIES}: {number}")
    return summary


@cache
def _summaries_in(path: str, name: str, process: int) -> Table[Summary]:  # noqa: ARG001
    """Open the summaries of a store, once a process: SQLite connections cannot be shared."""
    return read_only(Path(path), name).table_there(SUMMARIES, Summary)


def entry_with(entry: Entry, aliases: tuple[str, ...]) -> Entry:
    """Give an entry with those of its aliases that no other page has."""
    if aliases == entry.aliases:
        return entry
    changed = digest(entry.digest, *map(bytes_of, aliases))
    return replace(entry, aliases=aliases, digest=changed)


def _place_of_aliases(article: Article) -> tuple[str, int | None]:
    correction = article.correction
    if correction and correction.aliases is not None:
        return correction.path, correction.places.get("aliases")
    return article.path, None


def _first_words(paragraphs: list[str], most: int) -> tuple[str, bool]:
    """Give the first words, or so many characters, and whether the body goes on behind them."""
    words = paragraphs[0].split(maxsplit=most) if paragraphs else []
    text = " ".join(words[:most])[: most * WORD_CHARACTERS]
    if len(words) <= most and len(text) < most * WORD_CHARACTERS:
        return text, False
    return text.rstrip(".,;:–—-…"), True


def _shown(beginning: str, goes_on: bool) -> str:
    return f"{beginning}…" if goes_on else beginning


@lru_cache(10_000)
def start_of(date: str) -> str:
    """Give the beginning of an EDTF date without its qualifiers, as text that sorts.

    Of an interval that has no beginning it is the end, by which the article is known to exist.

    >>> start_of("2021-07-19"), start_of("2021-07~"), start_of("2020-01-16/2020-01-20")
    ('2021-07-19', '2021-07', '2020-01-16')
    >>> start_of("../2021-07?")
    '2021-07'
    """
    start, _, end = date.partition("/")
    return (end if start == OPEN else start).rstrip("~?%")
