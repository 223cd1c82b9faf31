"""The whole story: raw texts in, a site out.

    load → clean → describe → archive → plan → render → write

Each stage is a pure function on frozen records; only `load` and `write` touch the disk.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from msgspec import Struct

from newsarchive.archive import archive_of, entry_of, without_duplicates
from newsarchive.cleaning import clean, learn
from newsarchive.cleaning.profiles import Profile, read_profiles
from newsarchive.describing import describe
from newsarchive.explanations import explanations
from newsarchive.fingerprint import fingerprint
from newsarchive.loading.folder import load_folder
from newsarchive.markup import html_of
from newsarchive.model import Article, Document, Problem
from newsarchive.output import Written, write
from newsarchive.pages import plan
from newsarchive.pages.hosting import hosting_files
from newsarchive.progress import Progress, silent
from newsarchive.render import Renderer, static_artifacts
from newsarchive.site import Site
from newsarchive.theme import static_files, template_folders


class Report(Struct, frozen=True):
    """What a build did."""

    articles: int
    pages: int
    written: Written
    problems: tuple[Problem, ...]


def build(site: Site, progress: Progress = silent) -> Report:
    """Build an archive's site into its output folder.

    Args:
        site: the archive.
        progress: is told of the files read and the pages rendered.

    Returns:
        What was done, with the problems of single files, which stop nothing.

    Raises:
        NewsarchiveError: the build cannot go on. What it had not yet written is as it was, and the
            next build completes it.
    """
    sources = fingerprint(site)
    loaded = list(progress("Reading", load_folder(site.articles, site.settings.articles)))
    documents = [item for item in loaded if isinstance(item, Document)]
    problems = [item for item in loaded if isinstance(item, Problem)]

    articles, duplicates = without_duplicates(read(documents, read_profiles(site.profiles)))
    archive = archive_of(map(entry_of, articles))
    about = html_of(site.about)
    pages = list(plan(archive, articles, site.settings, about=about, explanations=explanations()))

    renderer = Renderer(template_folders(site), site.settings)
    artifacts = chain(
        static_artifacts(static_files(site)),
        hosting_files(),
        map(renderer.render, progress("Rendering", pages)),
    )
    written = write(artifacts, site.output, sources=sources)
    return Report(len(articles), len(pages), written, (*problems, *duplicates))


def read(
    documents: Iterable[Document], profiles: Iterable[Profile] = (), *, alone: bool = False
) -> list[Article]:
    """Read documents as one archive: what its files share tells their boilerplate.

    Args:
        documents: the raw texts.
        profiles: the publishers' profiles to recognise.
        alone: read each as if it were the only one.
    """
    documents, profiles = list(documents), list(profiles)
    shared = None if alone else learn(documents)
    return [describe(reading) for reading in clean(documents, profiles, shared)]
