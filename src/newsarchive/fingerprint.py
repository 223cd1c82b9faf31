"""One value for all that a site is made from: it changes when, and only when, a source does."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from newsarchive import __version__
from newsarchive.loading.folder import files_below
from newsarchive.site import SETTINGS_FILE, Site


def fingerprint(site: Site) -> str:
    """Hash the names and the content of an archive's sources: SHA-256 in hex."""
    digest = sha256(__version__.encode())
    for path in source_files(site):
        content = sha256(path.read_bytes()).digest() if path.is_file() else b"no file"
        name = path.relative_to(site.root) if path.is_relative_to(site.root) else path
        digest.update(name.as_posix().encode(errors="surrogateescape"))
        digest.update(b"\0" + content)
    return digest.hexdigest()


def source_files(site: Site) -> Iterator[Path]:
    """Give the files that a site is made from, in a fixed order."""
    yield site.root / SETTINGS_FILE
    about = site.settings.about.strip()
    if about.endswith(".md") and "\n" not in about:
        yield site.root / about
    for folder in (site.articles, site.templates, site.static, site.profiles, site.locale):
        if folder.is_dir():
            yield from files_below(folder)
