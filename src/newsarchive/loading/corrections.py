"""The curator's corrections: `<stem>.yaml` beside a raw text, which itself is never changed.

`_folder.yaml` says what holds for all texts of a folder, and of the folders in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from errno import ENAMETOOLONG
from pathlib import Path

from msgspec.structs import replace

from newsarchive.errors import SettingsError
from newsarchive.filesystem.refused import remedy_of, words_of
from newsarchive.filesystem.regular import read_regular
from newsarchive.loading.written import CHECKS
from newsarchive.model import Correction
from newsarchive.settings.yamlfile import MAX_CHARACTERS, key_lines, read_yaml

ENDING = ".yaml"
FOLDER = "_folder.yaml"
"""The name of the file that speaks for all texts of its folder and of those within it."""
OF_ONE_TEXT = ("title", "date", "url", "slug", "aliases", "labels")
"""What cannot be said of several texts."""
SEVERAL = ("authors", "section", "aliases")  # fields that have any number of values
MAX_BYTES = 4 * MAX_CHARACTERS  # of UTF-8 at its widest


def correction_beside(path: Path, name: str) -> Correction | None:
    """Read the correction that stands beside a raw text.

    Args:
        path: the raw text.
        name: what messages and readers call the raw text, with `/`.

    Returns:
        The correction; None where there is none.

    Raises:
        SettingsError: it says something it cannot say; the message names file, line and remedy.
    """
    called = str(Path(name).with_suffix(ENDING).as_posix())
    return _read(path.with_suffix(ENDING), called, {})


def correction_of_folder(path: Path, called: str) -> Correction | None:
    """Read what a curator says of all texts of a folder; None where there is no such file.

    Args:
        path: the file.
        called: what messages and readers call it.

    Raises:
        SettingsError: as above; or it says what can only be said of one text.
    """
    return _read(path, called, dict.fromkeys(OF_ONE_TEXT))


def _read(file: Path, called: str, given: Mapping[str, object]) -> Correction | None:
    try:
        text = read_regular(file, MAX_BYTES).decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        if getattr(error, "errno", None) == ENAMETOOLONG:
            return None  # no file can have that name
        what = f"the correction cannot be read ({words_of(error)})"
        raise SettingsError(what, where=called, remedy=remedy_of(error)) from error
    places = key_lines(text, path=called)
    known = {**given, "labels": {}} if given else {}
    known |= {"path": called, "places": places}
    return _checked(_emptied(read_yaml(text, Correction, path=called, given=known)))


def _checked(correction: Correction) -> Correction:
    """Check what is written, and give it as it is read."""
    called, places = correction.path, correction.places
    if not correction.why.strip():
        where = f"{called}:{places['why']}"
        raise SettingsError("`why` is empty", where=where, remedy="Readers are shown the reason")
    written = {key: check for key, check in CHECKS.items() if getattr(correction, key)}
    checked = {
        key: check(getattr(correction, key), f"{called}:{places[key]}")
        for key, check in written.items()
    }
    names = [name.strip() for author in correction.authors or () for name in author.split(";")]
    return replace(correction, **checked, **({"authors": tuple(names)} if names else {}))


def _emptied(correction: Correction) -> Correction:
    """Say of each field that stands there with no value that it has none."""
    none = {key: () if key in SEVERAL else "" for key in correction.places}
    left = {key: empty for key, empty in none.items() if getattr(correction, key) is None}
    return replace(correction, **left)
