"""The stages of a build, as `build` calls them one after the other.

Each takes what the one before gave. Between them and the store stands only what is kept there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.archive import (
    Archive,
    Entry,
    Ledger,
    archive_of,
    ledger_of,
    without_duplicates,
)
from newsarchive.archive.overviews import dates_of
from newsarchive.cleaning.profiles import read_profiles
from newsarchive.explanations import explanations
from newsarchive.exporting.downloads import Downloads, Spans
from newsarchive.incremental.deferred import Deferred, Digests, digest
from newsarchive.incremental.fingerprint import NO_FILE
from newsarchive.incremental.named import named_in
from newsarchive.incremental.parts import (
    Download,
    PagesMadeFrom,
    Part,
    entries_of,
    folder_digest,
    labels_of,
    page_labels,
    template_digests,
)
from newsarchive.incremental.sources import UNKNOWN, Looked
from newsarchive.incremental.staleness import Ingredients, Made
from newsarchive.incremental.store import Store
from newsarchive.incremental.tables import encoded
from newsarchive.model import Article
from newsarchive.output import Output
from newsarchive.pages import ArticlePages, Page, plan, routes
from newsarchive.pages.addresses import at_their_addresses
from newsarchive.pages.aliases import Alias, aliases_of
from newsarchive.pages.downloads import OFFERED, data_package, period_of, periods_of
from newsarchive.pages.hosting import hosting_files
from newsarchive.pages.search import Engines, engines_of
from newsarchive.preserving.fixity import manifest_of, root_of
from newsarchive.readings import read_inputs
from newsarchive.readings.inputs import inputs_among
from newsarchive.readings.passes import Manner
from newsarchive.readings.records import StoredArticle, Told, contents_of, digests_in
from newsarchive.rendering.artifacts import Artifact
from newsarchive.rendering.markup import html_of
from newsarchive.rendering.render import static_artifact
from newsarchive.running.progress import Progress
from newsarchive.running.workers import Map
from newsarchive.searching import Indexing, indexes_of
from newsarchive.settings.schema import Settings
from newsarchive.settings.site import Site
from newsarchive.settings.theme import static_files, template_folders

__all__ = ["arrange", "digests_in", "plan_site", "read"]


class Texts(Struct, frozen=True):
    """The archive's articles, which stay in the store, and what became of each input."""

    entries: Sequence[Entry]
    """In the order of their paths."""
    told: Mapping[str, Told]
    """SHA-256 → where the store has the article."""
    ledger: Ledger
    contents: Mapping[str, bytes]
    """Path of each source that was read → its SHA-256."""
    store: tuple[str, str]
    """Its path and its name."""
    settled: bool
    """Whether all could be read, so that none need be looked at again before it changes."""

    def article_of(self, entry: Entry) -> StoredArticle:
        """Give an entry's article, to be fetched."""
        told = self.told[entry.sha256]
        return StoredArticle(
            entry.digest, self.store, told.number, told.entry.digest, entry.aliases
        )

    def articles(self) -> Iterator[Article]:
        """Fetch all articles, one by one."""
        return (self.article_of(entry).fetch() for entry in self.entries)


def read(site: Site, looked: Looked, store: Store, map_: Map, progress: Progress) -> Texts:
    """Load, clean and describe the texts that are not in the store as they are now."""
    settings = site.settings
    seen = looked.folder(site.texts)
    columns, limits = settings.columns, settings.limits
    inputs = inputs_among(seen, site.texts, site.texts_name, columns, limits)
    manner = Manner(
        read_profiles(site.profiles),
        settings.rights.excerpt,
        names=bool(settings.names),
        folder=site.texts_name,
    )
    readings = read_inputs(inputs, manner, store, at=seen.at, map_=map_, progress=progress)
    told = [one for reading in readings for one in reading.articles]
    once, duplicates = without_duplicates(one.entry for one in told)
    entries, clashes = at_their_addresses(once)
    by_hash: dict[str, Told] = {}
    for one in told:
        by_hash.setdefault(one.entry.sha256, one)
    ledger = ledger_of(
        read=len(told),
        published=len(entries),
        unread=chain.from_iterable(reading.problems for reading in readings),
        left=(*duplicates, *clashes),
    )
    contents = contents_of(zip(inputs, readings, strict=True))
    place, settled = (str(store.path), store.name), all(one.stat != UNKNOWN for one in readings)
    return Texts(entries, by_hash, ledger, contents, place, settled)


def arrange(texts: Texts, site: Site, store: Store) -> Archive:
    """Order the articles, group them, and find what they name together."""
    least = site.settings.names
    name = partial(named_in, told=texts.told, least=least, store=store)
    return archive_of(texts.entries, name, ledger=texts.ledger)


class Plan(Struct, frozen=True):
    """What the site is to have."""

    ingredients: dict[str, Ingredients]
    """What each part is made from, by name, in the order in which they are made: the articles'
    pages, then the other parts."""
    articles: ArticlePages
    parts: dict[str, Part]
    """All but the articles' pages, by name."""
    pages: int
    downloads: tuple[Downloads, ...]
    """Of each period."""
    indexing: Indexing
    theme: bytes
    """Digest of the templates, the settings and the words."""

    def labels(self, name: str) -> tuple[str, ...]:
        """Name what a part is made from."""
        part = self.parts.get(name)
        return labels_of(part) if part else page_labels(self.articles.planned(0).page)

    def articles_among(self, names: Collection[str]) -> Iterator[Deferred[Page]]:
        """Give the articles' pages that are among some parts."""
        for number, name in zip(range(len(self.articles.entries)), self.ingredients, strict=False):
            if name in names:
                yield self.articles.planned(number).page

    def made_from(self, name: str) -> Iterator[Entry]:
        """Give the entries that a part is made from, some of them more than once."""
        part = self.parts.get(name)
        made = [part.made] if part else self.articles_among([name])
        return chain.from_iterable(map(entries_of, made))


def plan_site(
    archive: Archive,
    texts: Texts,
    site: Site,
    output: Output,
    store: Store,
    left: Mapping[str, Made] | None = None,
) -> Plan:
    """Say which parts the site is to have, and what each is made from.

    Args:
        archive: all entries.
        texts: their articles.
        site: the archive's.
        output: where the site is to stand.
        store: where the pieces of the downloads are remembered.
        left: the parts that stand as they were made, where what holds all articles is to stay as it
            was: the downloads, the indexes of the search. What does not stand so is left out.
    """
    settings = site.settings
    digests = Digests()
    words = folder_digest(site.locale)
    everything = digest(encoded(settings), words)
    aliases = tuple(aliases_of(texts.entries))
    engines = engines_of(archive, settings.search)
    manifest = _manifest(texts, site)
    kept = store.table("spans", Spans)
    downloads = tuple(
        Downloads(
            period, entries, texts.article_of, settings, everything, site.output, output.files,
            kept, {},
        )
        for period, entries in _periods(texts.entries)
    )  # fmt: skip
    indexing = Indexing(archive, texts.article_of, site.output, settings.language, site.locale)
    pages = plan(
        archive,
        texts.article_of,
        settings,
        aliases=aliases,
        about=html_of(site.about),
        explanations=explanations(),
        root=root_of(manifest),
    )
    templates = template_digests(template_folders(site))
    made_from = PagesMadeFrom(templates, everything, digests)
    parts = dict(
        chain(
            _static_parts(site),
            _hosting_parts(aliases, engines, settings),
            _file_part(routes.MANIFEST, manifest),
            _download_parts(downloads, digests, left),
            _package_part(downloads, settings),
            made_from.others(pages.others),
            _search_parts(engines, indexing, digests, words, left),
        )
    )
    ingredients = dict(made_from.articles(pages.articles))
    ingredients.update((name, part.ingredients) for name, part in parts.items())
    theme = digest(everything, *templates.values())
    count = len(archive.entries) + len(pages.others)
    return Plan(ingredients, pages.articles, parts, count, downloads, indexing, theme)


def _manifest(texts: Texts, site: Site) -> bytes:
    """List the originals that could be read, corrections among them."""
    top = f"{site.texts}/"
    return manifest_of(
        {
            f"{site.texts_name}/{path.removeprefix(top)}": digest
            for path, digest in texts.contents.items()
            if digest != NO_FILE
        }
    )


def _file_part(path: str, content: bytes) -> Iterator[tuple[str, Part]]:
    yield path, Part(digest(content), partial(iter, (Artifact(path, content),)))


def _static_parts(site: Site) -> Iterator[tuple[str, Part]]:
    for name, path in static_files(site).items():
        artifact = static_artifact(name, path)
        yield artifact.path, Part(digest(artifact.content), partial(iter, (artifact,)))


def _hosting_parts(
    aliases: tuple[Alias, ...], engines: Engines, settings: Settings
) -> Iterator[tuple[str, Part]]:
    wasm = bool(engines.pagefind)
    for artifact in hosting_files(aliases, settings, wasm=wasm):
        yield artifact.path, Part(digest(artifact.content), partial(iter, (artifact,)))


def _periods(entries: Sequence[Entry]) -> Iterator[tuple[str, Sequence[Entry]]]:
    """Give the articles of each period that has files of its own, in the order that they have."""
    periods = periods_of(dates_of(entries))
    if periods == ("",):
        yield "", entries
        return
    of_each: dict[str, list[Entry]] = {period: [] for period in periods}
    for entry in entries:
        of_each[period_of(entry.date or "")].append(entry)
    yield from of_each.items()


def _download_parts(
    downloads: Iterable[Downloads], digests: Digests, left: Mapping[str, Made] | None
) -> Iterator[tuple[str, Part]]:
    labels = "the articles", "the settings"
    for files in downloads:
        made_from = digests.of(tuple(files.entries)) + files.settings_digest
        for name in OFFERED:
            part = Part(made_from, Download(name, files), labels)
            yield from _bulk(files.path(name), part, left)


def _package_part(downloads: Iterable[Downloads], settings: Settings) -> Iterator[tuple[str, Part]]:
    package = data_package(settings, [files.period for files in downloads])
    return _file_part(routes.DATA_PACKAGE, package)


def _search_parts(
    engines: Engines,
    indexing: Indexing,
    digests: Digests,
    words: bytes,
    left: Mapping[str, Made] | None,
) -> Iterator[tuple[str, Part]]:
    language = digest(indexing.language.encode(), words)
    labels = "its articles", "their sources, topics and names", "the words"
    for index in indexes_of(engines):
        groups = b"" if left is not None else indexing.digest_of_groups(index.entries)
        made_from = digests.of(index.entries) + groups + language
        yield from _bulk(index.name, Part(made_from, index, labels), left)


def _bulk(name: str, part: Part, left: Mapping[str, Made] | None) -> Iterator[tuple[str, Part]]:
    """Give a part, or leave it as it was, if it was, where a later build is to see to it."""
    if left is None:
        yield name, part
    elif name in left:
        yield name, replace(part, ingredients=left[name].ingredients)
