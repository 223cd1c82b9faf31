"""Archive: what the articles are together.

    [Article] → Archive

Of each article no more is kept than an `Entry` of some hundred bytes; an archive of a million
articles fits into memory, and the articles themselves are streamed past it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from newsarchive.model import Article, Basis, Paragraph, Problem
from newsarchive.slugs import slug_of

DEK_WORDS = 34
"""Words of the first paragraph that stand under a headline in a listing."""
WORD_CHARACTERS = 8
"""Characters that a word may have there on the average, its blank among them."""


class Entry(Struct, frozen=True, kw_only=True):
    """An article as listings know it."""

    path: str
    record: str | None
    sha256: str
    slug: str
    """Of the title."""
    title: str
    source: str | None
    date: str | None
    """EDTF, stated or corrected or from the address; None where it is not known."""
    basis: Basis | None
    bounds: str | None
    """EDTF interval inferred for an article whose date is not known."""
    authors: tuple[str, ...] = ()
    section: tuple[str, ...]
    language: str
    dek: str
    """The body's first words."""
    words: int
    """Words of the body."""


class Group(Struct, frozen=True):
    """Articles that belong together: of a source, a topic, a year, a month."""

    name: str
    entries: tuple[Entry, ...]
    """In the archive's order."""


class Archive(Struct, frozen=True, kw_only=True):
    """All entries in order, and grouped."""

    entries: tuple[Entry, ...]
    """Newest first, then those without a date, by title."""
    sources: tuple[Group, ...]
    """By name. The source's name is empty for articles whose source is not known."""
    topics: tuple[Group, ...]
    years: tuple[Group, ...]
    """Newest first, named as `2021`."""
    months: tuple[Group, ...]
    """Newest first, named as `2021-07`."""
    undated: tuple[Entry, ...]

    @property
    def dated(self) -> tuple[Entry, ...]:
        """The entries whose date is known."""
        return self.entries[: len(self.entries) - len(self.undated)]


def entry_of(article: Article) -> Entry:
    """Give an article's entry."""
    known = article.date.basis != "inferred"
    paragraphs = [block.text for block in article.blocks if isinstance(block, Paragraph)]
    title = article.title.value or _first_words(paragraphs, 12) or article.path
    return Entry(
        path=article.path,
        record=article.record,
        sha256=article.sha256,
        slug=slug_of(title),
        title=title,
        source=article.source.value,
        date=article.date.value if known else None,
        basis=article.date.basis,
        bounds=None if known else article.date.value,
        authors=article.authors.value or (),
        section=article.section.value or (),
        language=article.language.value or "und",
        dek=_first_words(paragraphs, DEK_WORDS),
        words=sum(len(paragraph.split()) for paragraph in paragraphs) + article.withheld,
    )


def _first_words(paragraphs: list[str], most: int) -> str:
    """Give the first words, and of a script that sets no blanks the first characters."""
    words = paragraphs[0].split(maxsplit=most) if paragraphs else []
    text = " ".join(words[:most])[: most * WORD_CHARACTERS]
    if len(words) <= most and len(text) < most * WORD_CHARACTERS:
        return text
    return text.rstrip(".,;:–—-…") + "…"


def without_duplicates(articles: Iterable[Article]) -> tuple[list[Article], list[Problem]]:
    """Keep the first of the articles whose originals are the same byte for byte.

    Args:
        articles: in the order of their paths.
    """
    kept: dict[str, Article] = {}
    problems = []
    for article in articles:
        first = kept.setdefault(article.sha256, article)
        if first is not article:
            what = f"holds the same bytes as {first.path}, which is published"
            problems.append(Problem(article.path, what, "Remove one of the two"))
    return list(kept.values()), problems


def archive_of(entries: Iterable[Entry]) -> Archive:
    """Order and group the entries."""
    everything = sorted(entries, key=lambda entry: (entry.title.casefold(), entry.sha256))
    dated = sorted((e for e in everything if e.date), key=_chronology, reverse=True)
    undated = tuple(entry for entry in everything if not entry.date)
    ordered = (*dated, *undated)
    return Archive(
        entries=ordered,
        sources=_groups((entry.source or "", entry) for entry in ordered),
        topics=_groups((topic, entry) for entry in ordered for topic in entry.section),
        years=_periods(dated, 4),
        months=_periods(dated, 7),
        undated=undated,
    )


def _chronology(entry: Entry) -> str:
    return start_of(entry.date or "")


def start_of(date: str) -> str:
    """Give the beginning of an EDTF date without its qualifiers, as text that sorts.

    >>> start_of("2021-07-19"), start_of("2021-07~"), start_of("2020-01-16/2020-01-20")
    ('2021-07-19', '2021-07', '2020-01-16')
    """
    return date.partition("/")[0].rstrip("~?%")


def _groups(named: Iterable[tuple[str, Entry]]) -> tuple[Group, ...]:
    """Group by name; names that are spelled alike in a URL are one."""
    groups: dict[str, tuple[str, dict[str, Entry]]] = {}
    for name, entry in named:
        groups.setdefault(slug_of(name), (name, {}))[1].setdefault(entry.sha256, entry)
    return tuple(
        Group(name, tuple(members.values())) for _, (name, members) in sorted(groups.items())
    )


def _periods(dated: list[Entry], characters: int) -> tuple[Group, ...]:
    """Group by the first characters of the date: 4 for its year, 7 for its month."""
    periods: dict[str, list[Entry]] = {}
    for entry in dated:
        start = _chronology(entry)
        if len(start) >= characters:
            periods.setdefault(start[:characters], []).append(entry)
    return tuple(Group(name, tuple(members)) for name, members in periods.items())


def neighbours(entries: Iterable[Entry]) -> Mapping[str, tuple[Entry | None, Entry | None]]:
    """Give the newer and the older neighbour of each entry, by its SHA-256."""
    ordered = [None, *entries, None]
    return {
        entry.sha256: (ordered[i - 1], ordered[i + 1])
        for i, entry in enumerate(ordered)
        if entry is not None
    }
