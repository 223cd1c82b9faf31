"""Planning: the parts that a site is to have, and what each is made from.

Archive → Plan
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.archive import (
    Archive,
    Entry,
)
from newsarchive.archive.overviews import dates_of
from newsarchive.artifacts import Artifact
from newsarchive.explanations import explanations
from newsarchive.incremental.deferred import Deferred, Digests, digest
from newsarchive.incremental.fingerprint import NO_FILE
from newsarchive.incremental.staleness import Ingredients, Made
from newsarchive.incremental.store import Store
from newsarchive.incremental.tables import encoded
from newsarchive.output import HASH, Output
from newsarchive.pages import ArticlePages, Page, Pages, plan, routes
from newsarchive.pages.aliases import Alias, aliases_of
from newsarchive.pages.downloads import OFFERED, data_package, period_of, periods_of
from newsarchive.pages.hosting import hosting_files
from newsarchive.pages.reprints import reprints_table
from newsarchive.pages.search import Engines, engines_of
from newsarchive.planning.downloads import Downloads, Spans
from newsarchive.planning.parts import (
    Download,
    PagesMadeFrom,
    Part,
    entries_of,
    folder_digest,
    labels_of,
    page_labels,
    template_digests,
)
from newsarchive.preserving.fixity import manifest_of, root_of
from newsarchive.readings.records import article_of
from newsarchive.readings.texts import Texts
from newsarchive.rendering.markup import html_of
from newsarchive.rendering.render import static_artifact
from newsarchive.searching import Indexing, indexes_of
from newsarchive.settings.site import Site
from newsarchive.settings.theme import static_files, template_folders

Left = Callable[[str], Made | None]


class Originals(Struct, frozen=True):
    """The files that articles were read from."""

    root: str
    """One value for all of them."""
    manifest: Part
    """The list of them."""


class Plan(Struct, frozen=True):
    """What the site is to have."""

    articles: ArticlePages
    names: Sequence[str]
    """The files of the articles' pages, in their order."""
    article_ingredients: Callable[[int], Ingredients]
    """What the page at a place is made from."""
    parts: dict[str, Part]
    """All but the articles' pages, by name."""
    pages: int
    downloads: tuple[Downloads, ...]
    """Of each period."""
    indexing: Indexing
    theme: bytes
    """Digest of the templates, the settings and the words."""

    @property
    def every(self) -> Sequence[str]:
        """The names of all parts, in the order in which they are made: articles' pages first."""
        return [*self.names, *self.parts]

    def ingredients(self) -> Callable[[int], Ingredients]:
        """Give what gives what a part is made from by its place among all."""
        articles, others = len(self.names), [part.ingredients for part in self.parts.values()]
        of_article = self.article_ingredients

        def of(number: int) -> Ingredients:
            return of_article(number) if number < articles else others[number - articles]

        return of

    def ingredients_among(self, names: Collection[str]) -> Iterator[tuple[str, Ingredients]]:
        """Give what those parts are made from that are among some."""
        of = self.ingredients()
        return ((name, of(number)) for number, name in enumerate(self.every) if name in names)

    def labels(self, name: str) -> tuple[str, ...]:
        """Name what a part is made from."""
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


def originals_of(texts: Texts, site: Site, output: Output, left: Left | None) -> Originals:
    """Give the originals that could be read, corrections among them.

    Args:
        texts: all articles.
        site: the archive's.
        output: where the site is to stand.
        left: gives a part that stands as it was made, where they are to be given as they stand.
    """
    if left and (made := left(routes.MANIFEST)):
        root = output.files[routes.MANIFEST][:HASH].hex()
        return Originals(root, Part(made.ingredients, iter(())))
    contents = texts.contents.items()
    read = {name: digest for name, digest in contents if digest != NO_FILE}
    manifest = manifest_of(read, f"{site.texts_name}/")
    files = iter((Artifact(routes.MANIFEST, manifest),))
    return Originals(root_of(manifest), Part(digest(manifest), files))


def plan_site(
    archive: Archive,
    entries: Sequence[Entry],
    originals: Originals,
    site: Site,
    output: Output,
    store: Store,
    left: Left | None = None,
) -> Plan:
    """Say which parts the site is to have, and what each is made from.

    Args:
        archive: all entries.
        entries: the same in the order of their paths.
        originals: their files.
        site: the archive's.
        output: where the site is to stand.
        store: where the pieces of the downloads are remembered.
        left: gives a part that stands as it was made, where what holds all articles is to stay as
            it was: the downloads and the indexes of the search, which are left out where they do
            not stand so.
    """
    settings = site.settings
    digests = Digests()
    words = folder_digest(site.locale)
    everything = digest(encoded(settings), words)
    aliases = tuple(aliases_of(entries))
    engines = engines_of(archive, settings.search)
    downloads = tuple(_downloads(entries, site, output, store, everything))
    package = data_package(
        settings, [files.period for files in downloads], reprints=bool(archive.reprints)
    )
    indexing = Indexing(archive, article_of, site.output, settings.language, site.locale)
    pages = _pages(archive, site, aliases, originals.root)
    templates = template_digests(template_folders(site))
    made_from = PagesMadeFrom(templates, everything, digests)
    parts = dict(
        chain(
            _file_parts(_static(site)),
            _file_parts(hosting_files(aliases, settings, wasm=bool(engines.pagefind))),
            [(routes.MANIFEST, originals.manifest)],
            _download_parts(downloads, digests, left),
            _file_parts(_tables(archive, package)),
            made_from.others(pages.others),
            _search_parts(engines, indexing, digests, words, left),
        )
    )
    digests.forget()  # of what lists are made from, for which nobody asks any more
    return Plan(
        articles=pages.articles,
        names=[*map(routes.file_of_article, archive.entries)],
        article_ingredients=made_from.articles(pages.articles),
        parts=parts,
        pages=len(archive.entries) + len(pages.others),
        downloads=downloads,
        indexing=indexing,
        theme=digest(everything, *templates.values()),
    )


def _pages(archive: Archive, site: Site, aliases: Sequence[Alias], root: str) -> Pages:
    return plan(
        archive,
        article_of,
        site.settings,
        aliases=aliases,
        about=html_of(site.about),
        explanations=explanations(),
        root=root,
    )


def _downloads(
    every: Sequence[Entry], site: Site, output: Output, store: Store, everything: bytes
) -> Iterator[Downloads]:
    """Give the downloads of each period; `everything` is the digest of what all pages are from."""
    for period, entries in _periods(every):
        yield Downloads(
            period=period,
            entries=entries,
            article_of=article_of,
            settings=site.settings,
            settings_digest=everything,
            output=site.output,
            standing=output.files,
            known=store.table("spans", Spans),
        )


def _tables(archive: Archive, package: bytes) -> Iterator[Artifact]:
    """Give the table of the reprints, if there are any, and what describes all tables."""
    if archive.reprints:
        yield Artifact(routes.REPRINTS_TABLE, reprints_table(archive.reprints))
    yield Artifact(routes.DATA_PACKAGE, package)


def _static(site: Site) -> Iterator[Artifact]:
    return (static_artifact(name, path) for name, path in static_files(site).items())


def _file_parts(artifacts: Iterable[Artifact]) -> Iterator[tuple[str, Part]]:
    """Give files that are made already, each as a part of its own."""
    for artifact in artifacts:
        yield artifact.path, Part(digest(artifact.content), iter((artifact,)))


def _periods(entries: Sequence[Entry]) -> Iterator[tuple[str, Sequence[Entry]]]:
    """Give the articles of each period that has files of its own, in the order that they have."""
    periods = periods_of(dates_of(entries))
    if periods == ("",):
        yield "", entries
        return
    of_each: dict[str, list[Entry]] = {period: [] for period in periods}
    of_date = {date: of_each[period_of(date or "")] for date in {entry.date for entry in entries}}
    for entry in entries:
        of_date[entry.date].append(entry)
    yield from of_each.items()


def _download_parts(
    downloads: Iterable[Downloads], digests: Digests, left: Left | None
) -> Iterator[tuple[str, Part]]:
    labels = "the articles", "the settings"
    for files in downloads:
        own = b"" if left else digests.of(tuple(files.entries))
        for name in OFFERED:
            part = Part(own + files.settings_digest, Download(name, files), labels)
            yield from _bulk(files.path(name), part, left)


def _search_parts(
    engines: Engines,
    indexing: Indexing,
    digests: Digests,
    words: bytes,
    left: Left | None,
) -> Iterator[tuple[str, Part]]:
    language = digest(indexing.language.encode(), words)
    labels = "its articles", "their sources, topics and names", "the words"
    for index in indexes_of(engines):
        own = b"" if left else digests.of(index.entries) + indexing.digest_of_groups(index.entries)
        yield from _bulk(index.name, Part(own + language, index, labels), left)


def _bulk(name: str, part: Part, left: Left | None) -> Iterator[tuple[str, Part]]:
    """Give a part, or leave it as it was, if it was, where a later build is to see to it."""
    if left is None:
        yield name, part
    elif made := left(name):
        yield name, replace(part, ingredients=made.ingredients)
