"""Where templates and static files are: an archive's own stand in for the theme's, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from newsarchive.filesystem.regular import files_below
from newsarchive.settings.site import Site

_PACKAGE = Path(__file__).parents[1]


def theme_folder(name: str) -> Path:
    """Give the theme's folder `templates` or `static`.

    In a wheel both are part of the package; in a checkout they stand at its top.
    """
    shipped = _PACKAGE / "theme" / name
    return shipped if shipped.is_dir() else _PACKAGE.parents[1] / name


def template_folders(site: Site) -> tuple[Path, ...]:
    """Give the folders of templates, the first to be searched first."""
    return (site.templates, theme_folder("templates"))


def static_files(site: Site) -> Mapping[str, Path]:
    """Give the static files by their path below `static/`, the archive's own over the theme's."""
    return dict(_files(theme_folder("static"))) | dict(_files(site.static))


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in files_below(folder):
        if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
            yield path.relative_to(folder).as_posix(), path
