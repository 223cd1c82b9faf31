"""Citing: what a reference to an article says, and how the common styles and programs write it.

    Article → Citation → text, BibTeX, RIS, CSL-JSON

The paper that printed an article is its publication; the archive is where it was found. Nothing is
said more precisely than it is known, and nothing depends on the day of the build: no citation
carries a day of access, the SHA-256 of the archived text takes its place.
"""

from __future__ import annotations

from msgspec import Struct

from newsarchive.citing.names import Name, name_of
from newsarchive.model import Article
from newsarchive.spelling.plain import plain
from newsarchive.spelling.slugs import slug_of

DIGITS = 16
"""Hex digits of the SHA-256 in a citation: enough that no other text is found to fit."""


_QUOTED = str.maketrans(
    {" ": "%20", "{": "%7B", "}": "%7D", "\\": "%5C", '"': "%22", "<": "%3C", ">": "%3E"}
)


class Citation(Struct, frozen=True, kw_only=True):
    """What a reference to an article says. What is not known is empty."""

    key: str
    """Names the article in a bibliography: `press-tv-11aef8cc`."""
    title: str
    authors: tuple[Name, ...]
    publication: str
    """The paper that printed the article."""
    section: str
    date: str
    """EDTF, as stated, corrected or taken from the address."""
    bounds: str
    """EDTF interval, inferred, where the date is not known."""
    language: str
    """BCP 47."""
    original: str
    """The address it was published at."""
    archive: str
    """The archive's name."""
    address: str
    """The address of its page in the archive; relative if the archive has no address yet."""
    digest: str
    """The SHA-256 of the archived text."""

    @property
    def found_at(self) -> str:
        """The web address it can be read at: the archive's, else the original's, else empty."""
        return self.address if "://" in self.address else self.original


def citation_of(article: Article, *, title: str, address: str, archive: str) -> Citation:
    """Give what a reference to an article says.

    Args:
        article: the article.
        title: what the archive calls it, where it states no title itself.
        address: of its page, whole where the archive's address is known.
        archive: the archive's name.
    """
    inferred = article.date.basis == "inferred"
    date = article.date.value or ""
    publication = plain(article.source.value or "")
    language = article.language.value or ""
    return Citation(
        key=f"{slug_of(publication) if publication else 'unknown'}-{article.sha256[:8]}",
        title=plain(title),
        authors=tuple(name_of(plain(author)) for author in article.authors.value or ()),
        publication=publication,
        section=plain(" / ".join(article.section.value or ())),
        date="" if inferred else date,
        bounds=date if inferred else "",
        language="" if language == "und" else language,
        original=_one_word(article.url.value or ""),
        archive=plain(archive),
        address=address,
        digest=article.sha256,
    )


def _one_word(address: str) -> str:
    """Spell an address so that no format breaks it.

    >>> _one_word("https://example.org/a b{c}")
    'https://example.org/a%20b%7Bc%7D'
    """
    return plain(address).translate(_QUOTED)


def provenance(citation: Citation) -> str:
    """Say where the text was found and what proves that it is the same, in a sentence or two.

    Used where a format has no field for it.
    """
    published = f"Published at {citation.original}. " if citation.original else ""
    found = f"{citation.archive}, {citation.address}"
    return f"{published}Archived in {found}. {unchanged(citation)}"


def unchanged(citation: Citation) -> str:
    """Say what a reader can compare the archived text with.

    A hash shows that a text is as it was archived; that it is authentic it cannot show.
    """
    return f"Unchanged since archived: SHA-256 {citation.digest[:DIGITS]}"
