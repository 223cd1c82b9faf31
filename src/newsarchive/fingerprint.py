"""One value for all that a site is made from: it changes when, and only when, a source does."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import file_digest, sha256
from pathlib import Path

from newsarchive import __version__
from newsarchive.loading.folder import files_below
from newsarchive.regular import open_regular
from newsarchive.site import SETTINGS_FILE, Site


def fingerprint(site: Site) -> str:
    """Hash the names and the content of an archive's sources: SHA-256 in hex."""
    digest = sha256(__version__.encode())
    for path in source_files(site):
        content = _digest(path)
        name = path.relative_to(site.root) if path.is_relative_to(site.root) else path
        digest.update(name.as_posix().encode(errors="surrogateescape"))
        digest.update(b"\0" + content)
    return digest.hexdigest()


def _digest(path: Path) -> bytes:
    """Hash a file as far as it is one that is read."""
    try:
        with open_regular(path) as file:
            return file_digest(file, "sha256").digest()
    except OSError:
        return b"no file"


def source_files(site: Site) -> Iterator[Path]:
    """Give the files that a site is made from, in a fixed order."""
    yield site.root / SETTINGS_FILE
    about = site.settings.about.strip()
    if about.endswith(".md") and "\n" not in about:
        yield site.root / about
    for folder in (site.articles, site.templates, site.static, site.profiles, site.locale):
        if folder.is_dir():
            yield from files_below(folder)
