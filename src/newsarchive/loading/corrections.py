"""The curator's corrections: `<stem>.yaml` beside a raw text, which itself is never changed."""

from __future__ import annotations

from errno import ENAMETOOLONG
from pathlib import Path

from newsarchive import edtf
from newsarchive.errors import SettingsError
from newsarchive.model import Correction
from newsarchive.regular import read_regular
from newsarchive.yamlfile import MAX_CHARACTERS, key_lines, read_yaml

ENDING = ".yaml"
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
        why = (isinstance(error, OSError) and error.strerror) or str(error)
        raise SettingsError(f"the correction cannot be read ({why})", where=called) from error
    places = key_lines(text, path=called)
    given = {"path": called, "places": places}
    correction = read_yaml(text, Correction, path=called, given=given)
    if not correction.why.strip():
        where = f"{called}:{places['why']}"
        raise SettingsError("`why` is empty", where=where, remedy="Readers are shown the reason")
    if correction.date and not edtf.is_valid(correction.date):
        where = f"{called}:{places['date']}"
        what = f"`date` is `{correction.date}`, which is no date"
        raise SettingsError(what, where=where, remedy="Write 2021-07-19, 2021-07, 2021-07~ or 2021")
    return correction
