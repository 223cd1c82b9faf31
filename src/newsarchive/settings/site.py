"""An archive's folder and its settings: `site.yaml`, checked when it is read."""

from __future__ import annotations

from os.path import normpath
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from newsarchive.errors import SettingsError
from newsarchive.filesystem.refused import remedy_of, words_of
from newsarchive.settings.schema import Settings
from newsarchive.spelling.languages import CODE, LANGUAGE, NO_LANGUAGE

SETTINGS_FILE = "site.yaml"


def is_remote(place: str) -> bool:
    """Whether a place is an address on a store that machines share, and no path.

    >>> is_remote("s3://bucket/articles"), is_remote("articles")
    (True, False)
    """
    return "://" in place


class Site(Struct, frozen=True):
    """An archive's folder with its settings."""

    root: Path
    settings: Settings = Settings()

    @property
    def articles(self) -> Path:
        """The folder of raw texts, where it is on this machine's disk."""
        return self.root / self.settings.articles

    @property
    def texts(self) -> str:
        """The folder of raw texts: its path, or its address on a store."""
        given = self.settings.articles
        return given.rstrip("/") if is_remote(given) else str(self.articles)

    @property
    def texts_name(self) -> str:
        """What the folder of raw texts is called."""
        given = self.settings.articles
        return given.rstrip("/").rpartition("/")[2] if is_remote(given) else given

    @property
    def output(self) -> Path:
        """The folder the site is written to, on this machine's disk."""
        return self.root / (".newsarchive/site" if self.mirror else self.settings.output)

    @property
    def mirror(self) -> str:
        """The address on a store that the site is sent to; empty where it stays on the disk."""
        given = self.settings.output
        return given.rstrip("/") if is_remote(given) else ""

    @property
    def templates(self) -> Path:
        """The folder whose templates stand in for the theme's, one by one."""
        return self.root / "templates"

    @property
    def static(self) -> Path:
        """The folder whose files stand in for the theme's, one by one."""
        return self.root / "static"

    @property
    def locale(self) -> Path:
        """The folder of the archive's own catalogues, whose words come before the theme's."""
        return self.root / "locale"

    @property
    def profiles(self) -> Path:
        """The folder of the archive's own publishers' profiles, beside those that are shipped."""
        return self.root / "sources"

    @property
    def source_folders(self) -> tuple[Path, ...]:
        """The folders of what the site is made from, which nothing is written to."""
        return self.articles, self.templates, self.static, self.profiles, self.locale

    @property
    def source_files(self) -> tuple[Path, ...]:
        """The files that it is made from beside those folders."""
        about = (self.about_file,) if self.about_file else ()
        return self.root / SETTINGS_FILE, *about

    @property
    def about_file(self) -> Path | None:
        """The file that has the About page's Markdown; None where `site.yaml` has it itself."""
        about = self.settings.about.strip()
        return self.root / about if about.endswith(".md") and "\n" not in about else None

    @property
    def about(self) -> str:
        """The About page's Markdown.

        Raises:
            SettingsError: `about` names a file that cannot be read.
        """
        if not self.about_file:
            return self.settings.about.strip()
        try:
            return self.about_file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            name = self.settings.about.strip()
            raise SettingsError(
                f"`about` names {name}, which cannot be read ({words_of(error)})",
                where=str(self.root / SETTINGS_FILE),
                remedy="Make the file, or write the text itself after `about: |`",
            ) from error


def load_site(folder: Path | str = ".") -> Site:
    """Read an archive's settings.

    Args:
        folder: the archive's folder, which holds `site.yaml`.

    Raises:
        SettingsError: there is none, or it says something it cannot say.
    """
    root = Path(folder).absolute()
    return site_of(root, settings_text(root))


def settings_text(root: Path) -> str:
    """Give the text of an archive's settings.

    Raises:
        SettingsError: there is none.
    """
    path = root / SETTINGS_FILE
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        remedy = (
            "Go to an archive's folder, name it by `-C DIR`, or make one: `newsarchive new DIR`"
        )
        raise SettingsError("there is no site.yaml here", where=str(root), remedy=remedy) from None
    except (OSError, UnicodeDecodeError) as error:
        what = f"it cannot be read ({words_of(error)})"
        raise SettingsError(what, where=str(path), remedy=remedy_of(error)) from error


def site_of(root: Path, text: str) -> Site:
    """Give the site of an archive whose settings are a text.

    Raises:
        SettingsError: it says something it cannot say.
    """
    from newsarchive.settings.yamlfile import read_yaml  # noqa: PLC0415  see `known_site`

    path = root / SETTINGS_FILE
    settings = read_yaml(text, Settings, path=str(path))
    site = Site(root, settings)
    if settings.url and not _is_web_address(settings.url):
        raise SettingsError(
            f"`url` is `{settings.url}`, which is no web address",
            where=_place_of("url", text, path),
            remedy="Write it whole, such as https://example.org/news/, or leave it out",
        )
    if not LANGUAGE.fullmatch(settings.language):
        what = NO_LANGUAGE.format(settings.language)
        raise SettingsError(what, where=_place_of("language", text, path), remedy=CODE)
    if clash := _source_folder(site):
        raise SettingsError(
            f"`output` is `{settings.output}`, which would mix the site with {clash}",
            where=_place_of("output", text, path),
            remedy="Name a folder of its own, such as output",
        )
    return site


def _place_of(key: str, text: str, path: Path) -> str:
    from newsarchive.settings.yamlnodes import key_lines  # noqa: PLC0415

    line = key_lines(text, path=str(path)).get(key)
    return f"{path}:{line}" if line else str(path)


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and len(url.split()) == 1


def _source_folder(site: Site) -> str:
    """Name the source folder that holds the output folder or lies in it, if any."""
    output = Path(normpath(site.output))
    for folder in site.source_folders:
        source = Path(normpath(folder))
        if source.is_relative_to(output) or output.is_relative_to(source):
            return str(folder)
    return ""
