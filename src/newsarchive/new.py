"""What an archive begins with: its folder, and copies of the theme's files to be changed.

`new_archive` makes a folder with a commented `site.yaml` and a place for the texts; `override` puts
a template or a style sheet of the theme into it.
"""

from __future__ import annotations

from difflib import get_close_matches
from importlib import resources
from pathlib import Path

from newsarchive.errors import OutputError
from newsarchive.output.faults import as_output_errors
from newsarchive.settings.theme import theme_folder

SCHEMA = ".newsarchive/site.schema.json"
LIKENESS = 0.8
"""From 0 to 1: how like a file's name a misspelt one is."""
TEMPLATES_README = """\
# Templates of your own

A template here stands in for the theme's of the same name; the others stay the theme's. Begin with
a copy: `newsarchive override article.html` (or `css/theme.css`, for a style sheet).

"""


def new_archive(folder: Path) -> None:
    """Make a new archive.

    Args:
        folder: where; made if it is missing. An existing one must not hold an archive yet; other
            files in it stay as they are.

    Raises:
        OutputError: there is an archive already, or the file system refuses.
    """
    if (folder / "site.yaml").exists():
        remedy = "Name another folder, or delete its site.yaml"
        raise OutputError("there is an archive already", where=str(folder), remedy=remedy)
    if folder.exists() and not folder.is_dir():
        raise OutputError("it is a file", where=str(folder), remedy="Name a folder")
    shipped = resources.files("newsarchive")
    variables = (theme_folder("templates") / "README.md").read_text(encoding="utf-8")
    texts = {
        "site.yaml": (shipped / "schema" / "new-site.yaml").read_text(encoding="utf-8"),
        SCHEMA: (shipped / "schema" / "site.json").read_text(encoding="utf-8"),
        "templates/README.md": TEMPLATES_README + variables,
        ".gitignore": "/output/\n",
    }
    with as_output_errors(folder):
        (folder / "articles").mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                path.write_text(text, encoding="utf-8")


def override(root: Path, name: str) -> Path:
    """Copy a template or a static file of the theme into an archive, to be changed there.

    Args:
        root: the archive's folder.
        name: `article.html`, `partials/entry.html`, `css/theme.css`.

    Returns:
        The copy.

    Raises:
        OutputError: the theme has no such file, the archive has one already, or the file system
            refuses.
    """
    origins = {
        path.relative_to(theme_folder(kind)).as_posix(): (kind, path)
        for kind in ("templates", "static")
        for path in theme_folder(kind).rglob("*.*")
        if path.suffix != ".md"
    }
    name = name.removeprefix("templates/").removeprefix("static/")
    if name not in origins:
        near = [each for each in origins if Path(each).stem == name]
        near += get_close_matches(name, origins, 1, LIKENESS)
        remedy = f"{f'Did you mean {near[0]}? ' if near else ''}It has {', '.join(sorted(origins))}"
        raise OutputError("the theme has no such file", where=name, remedy=remedy)
    kind, origin = origins[name]
    copy = root / kind / name
    if copy.exists():
        raise OutputError("it is there already", where=str(copy), remedy="Edit it, or delete it")
    with as_output_errors(copy):
        copy.parent.mkdir(parents=True, exist_ok=True)
        try:
            copy.write_bytes(origin.read_bytes())
        except OSError:
            copy.unlink(missing_ok=True)
            raise
    return copy
