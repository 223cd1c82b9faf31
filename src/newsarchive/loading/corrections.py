"""The curator's corrections: `<stem>.yaml` beside a raw text, which itself is never changed."""

from __future__ import annotations

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
    file = path.with_suffix(ENDING)
    called = str(Path(name).with_suffix(ENDING).as_posix())
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
    given = {"path": called, "places": places}
    correction = _emptied(read_yaml(text, Correction, path=called, given=given))
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
