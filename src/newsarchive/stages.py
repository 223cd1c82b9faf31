"""The stages of a build, as `build` calls them one after the other.

Each takes what the one before gave. Between them and the store stands only what is kept there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
from newsarchive.artifacts import Artifact
from newsarchive.cleaning.profiles import read_profiles
from newsarchive.deferred import Digests, digest
from newsarchive.downloads import Downloads, Spans
from newsarchive.explanations import explanations
from newsarchive.exporting import FORMATS
from newsarchive.fingerprint import NO_FILE
from newsarchive.fixity import manifest_of, root_of
from newsarchive.markup import html_of
from newsarchive.model import Article
from newsarchive.named import named_in
from newsarchive.output import Output
from newsarchive.pages import plan, routes
from newsarchive.pages.addresses import at_their_addresses
from newsarchive.pages.aliases import Alias, aliases_of
from newsarchive.pages.downloads import OFFERED, data_package
from newsarchive.pages.hosting import hosting_files
from newsarchive.pages.search import Engines, engines_of
from newsarchive.parts import (
    Download,
    Part,
    folder_digest,
    labels_of,
    page_parts,
    template_digests,
)
from newsarchive.progress import Progress
from newsarchive.readings import (
    Manner,
    StoredArticle,
    Told,
    contents_of,
    digests_in,
    inputs_among,
    read_inputs,
)
from newsarchive.render import static_artifact
from newsarchive.searching import Indexing, indexes_of
from newsarchive.site import Settings, Site
from newsarchive.sources import UNKNOWN, Looked
from newsarchive.staleness import Ingredients, Made
from newsarchive.store import Store, encoded
from newsarchive.theme import static_files, template_folders
from newsarchive.workers import Map

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
        read_profiles(site.profiles), settings.rights.excerpt, names=bool(settings.names)
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

    parts: dict[str, Part]
    """By name, in the order in which they are made."""
    pages: int
    downloads: Downloads
    indexing: Indexing
    theme: bytes
    """Digest of the templates, the settings and the words."""

    @property
    def ingredients(self) -> Mapping[str, Ingredients]:
        """What each part is made from."""
        return {name: part.ingredients for name, part in self.parts.items()}

    def labels(self, name: str) -> tuple[str, ...]:
        """Name what a part is made from."""
        return labels_of(self.parts[name])

    def without_bulk(self, known: Mapping[str, Made]) -> Plan:
        """Leave what holds all articles as it was: the downloads, the indexes of the search."""
        parts = {
            name: replace(part, ingredients=known[name].ingredients) if part.bulk else part
            for name, part in self.parts.items()
            if not part.bulk or name in known
        }
        return replace(self, parts=parts)


def plan_site(archive: Archive, texts: Texts, site: Site, output: Output, store: Store) -> Plan:
    """Say which parts the site is to have, and what each is made from."""
    settings = site.settings
    digests = Digests()
    words = folder_digest(site.locale)
    everything = digest(encoded(settings), words)
    aliases = tuple(aliases_of(texts.entries))
    engines = engines_of(archive, settings.search)
    manifest = _manifest(texts, site)
    downloads = Downloads(
        texts.entries, texts.article_of, settings, everything, site.output, output.files,
        store.table("spans", Spans), {},
    )  # fmt: skip
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
    page_part = dict(page_parts(pages, templates, everything, digests))
    parts = chain(
        _static_parts(site),
        _hosting_parts(aliases, engines, settings),
        _file_part(routes.MANIFEST, manifest),
        _download_parts(downloads, digests),
        page_part.items(),
        _search_parts(engines, archive, settings.language, digests, words),
    )
    theme = digest(everything, *templates.values())
    indexing = Indexing(archive, texts.article_of, site.output, settings.language, site.locale)
    return Plan(dict(parts), len(page_part), downloads, indexing, theme)


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
    wasm = bool(engines.shards)
    for artifact in hosting_files(aliases, settings, wasm=wasm):
        yield artifact.path, Part(digest(artifact.content), partial(iter, (artifact,)))


def _download_parts(downloads: Downloads, digests: Digests) -> Iterator[tuple[str, Part]]:
    made_from = digests.of(tuple(downloads.entries)) + downloads.settings_digest
    for name in OFFERED:
        path = routes.download(FORMATS[name].file)
        yield path, Part(made_from, Download(name), ("the articles", "the settings"), bulk=True)
    package = Artifact(routes.DATA_PACKAGE, data_package(downloads.settings))
    yield package.path, Part(digest(package.content), partial(iter, (package,)))


def _search_parts(
    engines: Engines, archive: Archive, spoken: str, digests: Digests, words: bytes
) -> Iterator[tuple[str, Part]]:
    groups = digests.of(tuple(group.name for group in (*archive.sources, *archive.topics)))
    language = digest(spoken.encode(), words)
    for index in indexes_of(engines, archive):
        made_from = digests.of(index.entries) + groups + language
        labels = "its articles", "the sources and topics", "the words"
        yield index.name, Part(made_from, index, labels, bulk=True)
