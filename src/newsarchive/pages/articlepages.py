"""The articles' pages: nearly all that a site has, and so planned by a rule and not one by one.

Which of ten thousand pages changed is seen by the digests of what they are made from. These are
reckoned in one go; a page itself is planned when somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from newsarchive.archive import Archive, Entry
from newsarchive.archive.names import names_by_entry
from newsarchive.archive.reprints import Reprint, Reprints
from newsarchive.incremental.deferred import Deferred, Digests
from newsarchive.model import Article
from newsarchive.pages import routes
from newsarchive.pages.articles import article_view, head_of
from newsarchive.pages.metadata import plain_date
from newsarchive.pages.names import Mention
from newsarchive.pages.planned import ArticleOf, Page, Planned
from newsarchive.pages.records import record_of
from newsarchive.settings.schema import Settings

TEMPLATE = "article.html"


class ArticlePages(Struct, frozen=True):
    """The pages of all articles, in the archive's order."""

    entries: Sequence[Entry]
    article_of: ArticleOf
    mentions: Mapping[str, tuple[Mention, ...]]
    """SHA-256 of an article → the names in it, where there are some."""
    reprints: Reprints
    explanations: Mapping[str, str]
    settings: Settings

    def __iter__(self) -> Iterator[Planned]:
        """Plan all pages."""
        return map(self.planned, range(len(self.entries)))

    def addresses(self) -> Iterator[tuple[str, str]]:
        """Give the URL of each page, and when it was last changed."""
        return ((routes.article(entry), plain_date(entry.date or "")) for entry in self.entries)

    def planned(self, number: int) -> Planned:
        """Plan the page of an article by its place in the archive's order."""
        entry = self.entries[number]
        return Planned(
            url=routes.article(entry),
            template=TEMPLATE,
            page=Deferred(_article_page, self._given(number, entry)),
            modified=plain_date(entry.date or ""),
        )

    def _given(self, number: int, entry: Entry) -> tuple[object, ...]:
        newer = self.entries[number - 1] if number else None
        older = self.entries[number + 1] if number + 1 < len(self.entries) else None
        mentions = self.mentions.get(entry.sha256, ())
        reprints = self.reprints.get(entry.sha256, ())
        around = self.article_of(entry), entry, newer, older
        return (*around, mentions, reprints, self.explanations, self.settings)

    def ingredients(self, digests: Digests, *, before: bytes = b"") -> Callable[[int], bytes]:
        """Give what gives the digests that `Digests.parts` would give of a page, as one.

        They are reckoned when they are asked, by the page's place: to hold those of all pages would
        take as much as their entries.

        Args:
            digests: of what pages are made from. An entry's is that of its article too.
            before: what stands before them.
        """
        (function,) = digests.parts(Deferred(_article_page, ()))
        common = digests.of(self.explanations) + digests.of(self.settings)
        before, nothing, none = before + function, digests.of(None), digests.of(())
        entries, mentions, reprints = self.entries, self.mentions, self.reprints
        last = len(entries) - 1

        def of(number: int) -> bytes:
            entry = entries[number]
            newer = entries[number - 1].digest if number else nothing
            older = entries[number + 1].digest if number < last else nothing
            named, reprinted = mentions.get(entry.sha256), reprints.get(entry.sha256)
            names = digests.of(named) if named else none
            others = digests.of(reprinted) if reprinted else none
            return b"".join(
                (before, entry.digest, entry.digest, newer, older, names, others, common)
            )

        return of


def article_pages(
    archive: Archive, article_of: ArticleOf, settings: Settings, explanations: Mapping[str, str]
) -> ArticlePages:
    """Plan the pages of all articles."""
    mention = {named.slug: Mention(named.name, named.slug, named.kind) for named in archive.names}
    mentions = {
        sha256: tuple(mention[named.slug] for named in names)
        for sha256, names in names_by_entry(archive.names).items()
    }
    return ArticlePages(
        archive.entries, article_of, mentions, archive.reprints, explanations, settings
    )


def _article_page(
    article: Article,
    entry: Entry,
    newer: Entry | None,
    older: Entry | None,
    names: tuple[Mention, ...],
    reprints: tuple[Reprint, ...],
    explanations: Mapping[str, str],
    settings: Settings,
) -> Page:
    entry = entry.whole()
    record = record_of(article, entry, settings)
    around = newer, older
    return Page(
        url=routes.article(entry),
        template=TEMPLATE,
        title=entry.title,
        description=entry.summary.dek,
        view=article_view(record, around, explanations, settings, names=names, reprints=reprints),
        metadata=head_of(record, settings),
    )
