"""The curator's corrections: `<stem>.yaml` beside a raw text, which itself is never changed.

Below `records:` it says what holds for single records of a file that has many. `_folder.yaml` says
what holds for all texts of a folder, and of the folders in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from errno import ENAMETOOLONG
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.errors import SettingsError
from newsarchive.filesystem.refused import remedy_of, words_of
from newsarchive.filesystem.regular import read_regular
from newsarchive.finding.people.splitting import split_names
from newsarchive.loading import ending_of
from newsarchive.loading.filenames import KEY, one_pattern
from newsarchive.loading.written import CHECKS
from newsarchive.model import Correction, Problem
from newsarchive.settings.yamlfile import read_yaml
from newsarchive.settings.yamlnodes import MAX_CHARACTERS, key_lines, sections

ENDING = ".yaml"
FOLDER = "_folder.yaml"
"""The name of the correction of all texts of its folder, and of the folders in it."""
RECORDS = "records"
"""The key below which single records are corrected."""
OF_ONE_TEXT = dict.fromkeys(("title", "date", "url", "slug", "aliases")) | {"labels": {}}
"""Fields that cannot be corrected for several texts at once, and what stands in their place."""
OF_A_FOLDER = {KEY: None}
"""Fields that cannot be corrected for a single text, likewise."""
SEVERAL = ("authors", "section", "aliases")  # fields that have any number of values
MAX_BYTES = 4 * MAX_CHARACTERS  # of UTF-8 at its widest


class Beside(Struct, frozen=True):
    """The corrections that stand beside a raw text."""

    whole: Correction | None = None
    """The correction of all that the file holds."""
    records: dict[str, Correction] = {}
    """The corrections of single records, by the names of the records."""


def correction_of(path: str) -> str:
    """Give where the correction of a text stands: in place of its ending, if that tells its format.

    >>> correction_of("a/b.txt"), correction_of("a/b.txt.gz"), correction_of("a/b.php?id=3")
    ('a/b.yaml', 'a/b.txt.yaml', 'a/b.php?id=3.yaml')
    """
    return (path[: path.rindex(".")] if ending_of(path) else path) + ENDING


def corrections_beside(path: Path, name: str) -> Beside:
    """Read the corrections that stand beside a raw text.

    Args:
        path: the raw text.
        name: what messages and readers call the raw text, with `/`.

    Raises:
        SettingsError: it says something it cannot say; the message names file, line and remedy.
    """
    called = correction_of(name)
    text = _text(Path(correction_of(str(path))), called)
    if text is None:
        return Beside()
    records = {
        record: _read(yaml, called, first_line=line)
        for record, (yaml, line) in sections(text, RECORDS, path=called).items()
    }
    alone = key_lines(text, path=called).keys() == {RECORDS}
    return Beside(None if alone else _read(text, called, beside=(RECORDS,)), records)


def correction_of_folder(path: Path, called: str) -> Correction | None:
    """Read what a curator says of all texts of a folder; None where there is no such file.

    Args:
        path: the file.
        called: what messages and readers call it.

    Raises:
        SettingsError: as above; or it says what can only be said of one text.
    """
    text = _text(path, called)
    return None if text is None else _read(text, called, elsewhere=OF_ONE_TEXT)


def joined_authors(beside: Beside) -> Iterator[Problem]:
    """Doubt an author that reads like several: citations would take them for one person."""
    for said in filter(None, (beside.whole, *beside.records.values())):
        for author in said.authors or ():
            names = split_names(author)
            if len(names) > 1 and all(" " in name for name in names):
                what = f"`authors` names `{author}`, which is taken for one"
                remedy = f"If they are several, write [{', '.join(names)}]"
                yield Problem(said.path, what, remedy, said.places["authors"], fate="doubtful")


def _text(file: Path, called: str) -> str | None:
    """Read a file of corrections; None where there is none."""
    try:
        return read_regular(file, MAX_BYTES).decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        if getattr(error, "errno", None) == ENAMETOOLONG:
            return None  # no file can have that name
        what = f"the correction cannot be read ({words_of(error)})"
        raise SettingsError(what, where=called, remedy=remedy_of(error)) from error


def _read(
    text: str,
    called: str,
    *,
    first_line: int = 1,
    elsewhere: Mapping[str, object] = OF_A_FOLDER,
    beside: Collection[str] = (),
) -> Correction:
    lines = key_lines(text, path=called, first_line=first_line)
    places = {key: line for key, line in lines.items() if key not in beside}
    for key, line in places.items():
        if key in elsewhere:
            raise _elsewhere(key, f"{called}:{line}")
    known = {**elsewhere, "path": called, "places": places}
    correction = read_yaml(
        text, Correction, path=called, first_line=first_line, given=known, beside=beside
    )
    return _checked(_emptied(correction))


def _elsewhere(key: str, where: str) -> SettingsError:
    """Make the error of a key that belongs into another file."""
    if key in OF_A_FOLDER:
        remedy = f"Write it into the folder's {FOLDER}"
        return SettingsError(f"`{key}` can be said of a folder only", where=where, remedy=remedy)
    remedy = f"Write it into that text's own correction, NAME{ENDING} beside NAME.txt"
    return SettingsError(f"`{key}` can be said of a single text only", where=where, remedy=remedy)


def _checked(correction: Correction) -> Correction:
    """Check what is written, and give it as it is read."""
    called, places = correction.path, correction.places
    if not correction.why.strip():
        where = f"{called}:{places['why']}"
        raise SettingsError("`why` is empty", where=where, remedy="Readers are shown the reason")
    checks = {**CHECKS, KEY: one_pattern}
    written = {key: check for key, check in checks.items() if getattr(correction, key)}
    checked = {
        key: check(getattr(correction, key), f"{called}:{places[key]}")
        for key, check in written.items()
    }
    names = [name.strip() for author in correction.authors or () for name in author.split(";")]
    return replace(correction, **checked, **({"authors": tuple(names)} if names else {}))


def _emptied(correction: Correction) -> Correction:
    """Take a field that is written without a value for one that is known to have none."""
    none = {key: () if key in SEVERAL else "" for key in correction.places}
    left = {key: empty for key, empty in none.items() if getattr(correction, key) is None}
    return replace(correction, **left)
