"""What names of files say: a day that may be the article's, or what the curator says they hold.

    names: "{source} {date} *"          The Port Courier 1937-07-19 p3.txt
    names: "{source}/{date}_*"          the-port-courier/19370719_003.txt

So `_folder.yaml` says it. In it a blank stands for any number of blanks and `_`, and `*` for
anything. A pattern with a `/` is compared with the path below the folder, any other with the name
alone; the ending of the name is left out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec.structs import replace

from newsarchive.errors import SettingsError
from newsarchive.loading.days import recorded
from newsarchive.model import Correction, Document, Statement

KEY = "names"
FIELDS = ("title", "source", "date", "authors", "section")
OF_ONE_TEXT = ("title", "date")
"""Fields that the name of a file cannot state where it holds many articles."""
PIECE = re.compile(r"(\{[^{}]*\}|\*|[ _]+)")
DATE = (
    r"(?P<date>\d{4}(?:[-_.]?\d\d){0,2}|\d\d?[-_.]\d\d?[-_.]\d{4}"
    r"|\d\d?[ _-][^\W\d_]{3,9}[ _-]\d{4})(?!\d)"
)
AROUND = " -–,;"
RULES = {"file-name": "a day in the name of the file, which whoever saved it gave"}
(FILE_NAME,) = RULES
DAY = re.compile(r"(?<!\d)\d{4}([-_.]?)\d\d\1\d\d(?!\d)")


def with_day(document: Document) -> Document:
    """Add the day that the file's name holds, for the curator: it may be that of the visit.

    Args:
        document: the text of a file; an article among many stays as it is.
    """
    name = document.path.rpartition("/")[2]
    found = DAY.search(name) if not document.record else None
    value = recorded(found[0].replace("_", "-")) if found else None
    if not value:
        return document
    said = Statement("unsure_date", value, FILE_NAME, name, where=document.path)
    return replace(document, statements=(*document.statements, said))


def one_pattern(text: str, where: str) -> str:
    """Check a pattern of files' names.

    Args:
        text: what is written.
        where: the file and the line.

    Raises:
        SettingsError: it names no field, one twice, or one that there is not.
    """
    asked = re.findall(r"\{([^{}]*)\}", text)
    wrong = next((name for name in asked if name not in FIELDS or asked.count(name) > 1), "")
    if asked and not wrong:
        return text
    known = ", ".join(FIELDS)
    what = f"`{KEY}` names no field" if not wrong else f"`{KEY}` has `{{{wrong}}}` wrongly or twice"
    remedy = f'Write once which fields the names hold, "{{source}} {{date}} *": of {known}'
    raise SettingsError(what, where=where, remedy=remedy)


@lru_cache(maxsize=64)
def _pattern(names: str) -> re.Pattern[str]:
    pieces = "".join(map(_piece, PIECE.split(names)))
    return re.compile(pieces, re.IGNORECASE)


def _piece(written: str) -> str:
    if written == "{date}":
        return DATE
    if written.startswith("{"):
        return f"(?P<{written[1:-1]}>[^/]+?)"
    if written == "*":
        return ".*?"
    return "[ _]+" if written and not written.strip(" _") else re.escape(written)


def with_name(correction: Correction, name: str, ending: str) -> Correction | None:
    """Add what the name of a text says to its folder's correction; None if the name does not fit.

    Args:
        correction: of the folder.
        name: what messages call the text: its path relative to the archive, with `/`.
        ending: that of its format.
    """
    below = name.removeprefix(correction.path.rpartition("/")[0] + "/")
    path = below[: len(below) - len(ending)]
    names = correction.names or ""
    said = _pattern(names).fullmatch(path if "/" in names else path.rpartition("/")[2])
    values = {field: _value(text) for field, text in said.groupdict().items()} if said else {}
    if "date" in values:
        values["date"] = recorded(values["date"].replace(" ", "-")) or ""
    if not said or not all(values.values()):
        return None
    fields = {field: _as_field(field, value) for field, value in values.items()}
    line = correction.places[KEY]
    places = {**correction.places, **dict.fromkeys(values, line)}
    return replace(correction, places=places, **fields)


def _value(text: str) -> str:
    return text.replace("_", " ").strip(AROUND)


def _as_field(field: str, value: str) -> str | tuple[str, ...]:
    return (value,) if field in ("authors", "section") else value


def of_many(correction: Correction) -> Correction:
    """Give a correction without what it cannot say of each of several articles."""
    return replace(correction, **dict.fromkeys(OF_ONE_TEXT))
