"""Planning: the parts that a site is to have, and what each is made from.

Archive → Plan
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from newsarchive.archive import Archive, Entry
from newsarchive.artifacts import Artifact
from newsarchive.explanations import explanations
from newsarchive.incremental.deferred import Deferred, digest
from newsarchive.incremental.staleness import Ingredients
from newsarchive.incremental.store import Store
from newsarchive.pages import ArticlePages, Page, Pages, routes
from newsarchive.pages import plan as plan_pages
from newsarchive.pages.aliases import Alias, aliases_of
from newsarchive.pages.datasets import data_package
from newsarchive.pages.hosting import hosting_files
from newsarchive.pages.reprints import reprints_table
from newsarchive.pages.search import engines_of
from newsarchive.planning.before import Before
from newsarchive.planning.bulk import Originals, download_parts, downloads_of, search_parts
from newsarchive.planning.downloads import Downloads
from newsarchive.planning.parts import Part, entries_of, labels_of, made_from_of, page_labels
from newsarchive.readings.records import article_of
from newsarchive.rendering.markup import html_of
from newsarchive.rendering.render import static_artifact
from newsarchive.searching import Indexing
from newsarchive.settings.schema import Settings
from newsarchive.settings.site import Site
from newsarchive.settings.theme import static_files


class Plan(Struct, frozen=True):
    """The parts that the site is to have."""

    articles: ArticlePages
    names: Sequence[str]
    """The files of the articles' pages, in their order."""
    article_ingredients: Callable[[int], Ingredients]
    """From the place of an article's page in `names` to its ingredients."""
    parts: dict[str, Part]
    """All parts but the articles' pages, by name."""
    pages: int
    """How many pages there are in all."""
    downloads: tuple[Downloads, ...]
    """The files of the data page, for each period."""
    indexing: Indexing
    theme: bytes
    """Digest of the templates, the settings and the words."""

    @property
    def every(self) -> Sequence[str]:
        """The names of all parts, in the order in which they are made: articles' pages first."""
        return [*self.names, *self.parts]

    def ingredients(self) -> Callable[[int], Ingredients]:
        """Give a function from the place of a part in `every` to its ingredients."""
        articles, others = len(self.names), [part.ingredients for part in self.parts.values()]
        of_article = self.article_ingredients

        def of(number: int) -> Ingredients:
            return of_article(number) if number < articles else others[number - articles]

        return of

    def ingredients_among(self, names: Collection[str]) -> Iterator[tuple[str, Ingredients]]:
        """Give the ingredients of some parts, with their names, in the order of `every`."""
        of = self.ingredients()
        return ((name, of(number)) for number, name in enumerate(self.every) if name in names)

    def labels(self, name: str) -> tuple[str, ...]:
        """Name the ingredients of a part for people."""
        part = self.parts.get(name)
        return labels_of(part) if part else page_labels(self.articles.planned(0).page)

    def articles_among(self, names: Collection[str]) -> Iterator[tuple[str, Deferred[Page]]]:
        """Give the articles' pages that are among some parts, by their names."""
        for number, name in enumerate(self.names):
            if name in names:
                yield name, self.articles.planned(number).page

    def made_from(self, name: str) -> Iterator[Entry]:
        """Give the entries that a part is made from, some of them more than once."""
        part = self.parts.get(name)
        made = [part.made] if part else [page for _, page in self.articles_among([name])]
        return chain.from_iterable(map(entries_of, made))


def plan_site(
    archive: Archive,
    entries: Sequence[Entry],
    originals: Originals,
    site: Site,
    before: Before,
    store: Store,
) -> Plan:
    """Say which parts the site is to have, and what each is made from.

    Args:
        archive: all entries.
        entries: the same in the order of their paths.
        originals: their files.
        site: the archive's.
        before: the site as it stands.
        store: where the pieces of the downloads are remembered.
    """
    settings, made_from = site.settings, made_from_of(site)
    engines = engines_of(archive, settings.search)
    aliases = tuple(aliases_of(entries))
    downloads = tuple(downloads_of(entries, site, before, store, made_from))
    indexing = Indexing(archive, article_of, site.output, settings.language, site.locale)
    pages = _pages(archive, site, aliases, originals.root)
    parts = dict(
        chain(
            _file_parts(_static(site)),
            _file_parts(hosting_files(aliases, settings, wasm=bool(engines.pagefind))),
            [(routes.MANIFEST, originals.manifest)],
            download_parts(downloads, made_from, before),
            _file_parts(_tables(archive, settings, downloads)),
            made_from.pages(pages.others),
            search_parts(engines, indexing, made_from, before),
        )
    )
    made_from.digests.forget()  # of what lists are made from, for which nobody asks any more
    return Plan(
        articles=pages.articles,
        names=[*map(routes.file_of_article, archive.entries)],
        article_ingredients=made_from.articles(pages.articles),
        parts=parts,
        pages=len(archive.entries) + len(pages.others),
        downloads=downloads,
        indexing=indexing,
        theme=made_from.theme,
    )


def _pages(archive: Archive, site: Site, aliases: Sequence[Alias], root: str) -> Pages:
    return plan_pages(
        archive,
        article_of,
        site.settings,
        aliases=aliases,
        about=html_of(site.about),
        explanations=explanations(),
        root=root,
    )


def _tables(
    archive: Archive, settings: Settings, downloads: Iterable[Downloads]
) -> Iterator[Artifact]:
    """Give the table of the reprints, if there are any, and what describes all tables."""
    if archive.reprints:
        yield Artifact(routes.REPRINTS_TABLE, reprints_table(archive.reprints))
    periods = [files.period for files in downloads]
    package = data_package(settings, periods, reprints=bool(archive.reprints))
    yield Artifact(routes.DATA_PACKAGE, package)


def _static(site: Site) -> Iterator[Artifact]:
    return (static_artifact(name, path) for name, path in static_files(site).items())


def _file_parts(artifacts: Iterable[Artifact]) -> Iterator[tuple[str, Part]]:
    """Give files that are made already, each as a part of its own."""
    for artifact in artifacts:
        yield artifact.path, Part(digest(artifact.content), iter((artifact,)))
