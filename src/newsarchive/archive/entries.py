"""Entries: what listings know of an article."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.archive.sketches import sketch_of
from newsarchive.incremental.deferred import bytes_of, digest
from newsarchive.model import Article, Basis, Evidence, texts_of
from newsarchive.spelling.slugs import slug_of

DEK_WORDS = 34
"""Words of the first paragraph that stand under a headline in a listing."""
WORD_CHARACTERS = 8
"""Characters that a word may have there on the average, its blank among them."""

OPEN = ".."
"""The end of an interval of which nothing is known."""


class Entry(Struct, frozen=True, kw_only=True, gc=False):
    """An article as listings know it."""

    path: str
    record: str | None
    sha256: str
    slug: str
    """Of the title, or as the curator chose it."""
    title: str
    source: str | None
    house: str = ""
    """The publisher that the source's name stands for; empty where it stands as it is."""
    date: str | None
    """EDTF, stated or corrected or from the address; None where it is not known."""
    basis: Basis | None
    bounds: str | None
    """EDTF interval inferred for an article whose date is not known."""
    authors: tuple[str, ...] = ()
    section: tuple[str, ...]
    language: str
    beginning: str
    """The body's first words. The sign that they go on stands apart: with it, Python keeps each
    letter of a text in two bytes."""
    goes_on: bool = False
    words: int
    """Words of the body."""
    sketch: bytes = b""
    """Of the body, as `sketches` draws it."""
    profile: str | None = None
    """The publisher's profile that was applied."""
    reasons: tuple[Evidence, ...] = ()
    """Of one whose date is not known: what was found of it all the same."""
    aliases: tuple[str, ...] = ()
    """Other addresses of its page, as they were written."""
    aliases_at: tuple[str, int | None] = ("", None)
    """The file that names them, and the line."""
    digest: bytes = b""
    """Of the whole article: by it is known what is made of this entry."""

    @property
    def dek(self) -> str:
        """The body's first words, as they stand under a headline."""
        return _shown(self.beginning, self.goes_on)


def entry_of(article: Article) -> Entry:
    """Give an article's entry."""
    known = article.date.basis != "inferred"
    paragraphs = [text for block in article.blocks for text in texts_of(block)]
    title = article.title.value or _shown(*_first_words(paragraphs, 12)) or article.path
    beginning, goes_on = _first_words(paragraphs, DEK_WORDS)
    return Entry(
        path=article.path,
        record=article.record,
        sha256=article.sha256,
        slug=slug_of(article.slug or title),
        title=title,
        source=article.source.value,
        house=article.house,
        date=article.date.value if known else None,
        basis=article.date.basis,
        bounds=None if known else article.date.value,
        authors=article.authors.value or (),
        section=article.section.value or (),
        language=article.language.value or "und",
        beginning=beginning,
        goes_on=goes_on,
        words=sum(len(paragraph.split()) for paragraph in paragraphs) + article.withheld,
        sketch=sketch_of(paragraphs),
        profile=article.profile,
        reasons=() if known and article.date.value else article.date.evidence,
        aliases=article.aliases,
        aliases_at=_place_of_aliases(article) if article.aliases else ("", None),
    )


def entry_with(entry: Entry, aliases: tuple[str, ...]) -> Entry:
    """Give an entry with those of its aliases that can be had."""
    if aliases == entry.aliases:
        return entry
    told = digest(entry.digest, *map(bytes_of, aliases))
    return replace(entry, aliases=aliases, digest=told)


def _place_of_aliases(article: Article) -> tuple[str, int | None]:
    correction = article.correction
    if correction and correction.aliases is not None:
        return correction.path, correction.places.get("aliases")
    return article.path, None


def _first_words(paragraphs: list[str], most: int) -> tuple[str, bool]:
    """Give the first words, or characters of a script without blanks, and whether they go on."""
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
