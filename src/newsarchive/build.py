"""The whole story: raw texts in, a site out.

    load → clean → describe → archive → plan → render → write

Each stage is a pure function on frozen records; only `load` and `write` touch the disk.
"""

from __future__ import annotations

from itertools import chain

from msgspec import Struct

from newsarchive.archive import Ledger, archive_of, entry_of, ledger_of, without_duplicates
from newsarchive.cleaning.profiles import read_profiles
from newsarchive.downloads import download_files
from newsarchive.explanations import explanations
from newsarchive.fingerprint import fingerprint
from newsarchive.loading.folder import article_files, spelled
from newsarchive.lookalikes import doubts_of
from newsarchive.markup import html_of
from newsarchive.model import Article, Problem
from newsarchive.output import Output, Written, opened, write
from newsarchive.pages import plan
from newsarchive.pages.addresses import at_their_addresses
from newsarchive.pages.hosting import hosting_files
from newsarchive.pages.search import engines_of
from newsarchive.progress import Progress, silent
from newsarchive.reading import Input, read_files, with_names
from newsarchive.render import Renderer, static_artifacts
from newsarchive.rights import excerpt_of
from newsarchive.searching import search_files, search_files_of
from newsarchive.site import Site
from newsarchive.theme import static_files, template_folders
from newsarchive.wording import Wording
from newsarchive.workers import jobs_for, workers


class Report(Struct, frozen=True):
    """What a build did."""

    articles: int
    pages: int
    written: Written
    ledger: Ledger

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of single files, which stopped nothing."""
        return self.ledger.problems


def build(
    site: Site, progress: Progress = silent, *, jobs: int | None = None, index: bool = True
) -> Report:
    """Build an archive's site into its output folder.

    Args:
        site: the archive.
        progress: is told of the files read and the pages rendered.
        jobs: processes to read in; None for as many as the work is worth.
        index: index the articles for the search; if not, the index stays as it was, and the site
            is one to look at and not to publish.

    Returns:
        What was done, with the problems of single files, which stop nothing.

    Raises:
        BusyError: another build writes the same folder, and does not end.
        NewsarchiveError: the build cannot go on. The site is as it was.
    """
    with opened(site.output) as output:
        return _build(site, output, progress, jobs=jobs, index=index)


def _build(
    site: Site, output: Output, progress: Progress, *, jobs: int | None, index: bool
) -> Report:
    sources = fingerprint(site)
    articles, ledger = read_archive(site, progress, jobs=jobs)
    archive = archive_of(map(entry_of, articles), least_named=site.settings.names, ledger=ledger)
    engines = engines_of(archive, site.settings.search)
    about = html_of(site.about)
    pages = list(plan(archive, articles, site.settings, about=about, explanations=explanations()))

    wording = Wording(site.settings.language, [site.locale])
    renderer = Renderer(template_folders(site), site.settings, wording)
    searching = search_files(engines, archive, articles, site.output, wording.say) if index else ()
    artifacts = chain(
        static_artifacts(static_files(site)),
        hosting_files(articles, site.settings, wasm=bool(engines.shards)),
        download_files(articles, site.settings),
        map(renderer.render, progress("Rendering", pages)),
        searching,
    )
    keep = () if index else search_files_of(output.files)
    written = write(artifacts, output, sources=sources if index else "", keep=keep)
    return Report(len(articles), len(pages), written, ledger)


def read_archive(
    site: Site, progress: Progress = silent, *, jobs: int | None = None
) -> tuple[list[Article], Ledger]:
    """Read an archive's articles as they are published, and say what became of every input.

    Args:
        site: the archive.
        progress: is told of the files read.
        jobs: processes to read in; None for as many as the work is worth.
    """
    files = inputs_of(site)
    profiles = read_profiles(site.profiles)
    with workers(jobs_for(len(files), jobs)) as map_:
        read = read_files(files, profiles, make=with_names, map_=map_)
        items = list(progress("Reading", read))
    unread = [item for item in items if isinstance(item, Problem)]
    once, duplicates = without_duplicates(item for item in items if isinstance(item, Article))
    articles, clashes = at_their_addresses(once)
    published = [excerpt_of(article, site.settings.rights.excerpt) for article in articles]
    return published, ledger_of(
        read=len(items) - len(unread),
        published=len(published),
        unread=unread,
        left=(*duplicates, *clashes, *doubts_of(published)),
    )


def inputs_of(site: Site) -> list[Input]:
    """List an archive's raw texts, in the order of their names."""
    return [
        Input(
            str(path),
            f"{site.settings.articles}/{spelled(path.relative_to(site.articles))}",
            site.settings.limits,
        )
        for path in article_files(site.articles)
    ]
