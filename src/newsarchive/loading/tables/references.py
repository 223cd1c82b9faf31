"""References as Zotero and CSL have them: people and days that are objects, and a table of such.

{"author": [{"family": "Roe", "given": "Jane"}], "issued": {"date-parts": [[2021, 7, 19]]}}
{"creators": [{"lastName": "Roe", "firstName": "Jane", "creatorType": "author"}]}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from newsarchive.settings.columns import column_key

WITHOUT_TEXTS = "it is references, without the texts"
REMEDY = "Save the articles themselves, and put those in; Zotero exports them with the files"
COLUMNS = frozenset(
    (
        "itemtype",
        "item_type",
        "container_title",
        "publicationtitle",
        "abstractnote",
        "abstract_note",
    )
)
"""What nothing but references has."""
PARTS = "date-parts"
FAMILY, GIVEN = ("family", "lastName"), ("given", "firstName")
AUTHORS = ("author", "reporter", "journalist")


def are_references(columns: Iterable[str]) -> bool:
    """Tell whether a table holds references, by the names of its columns."""
    return not COLUMNS.isdisjoint(map(column_key, columns))


def plainly(cell: Any) -> Any:  # noqa: ANN401  JSON is anything
    """Give a day or people as text where references have them as objects; anything else as it is.

    >>> plainly({"date-parts": [[2021, 7]]})
    '2021-07'
    >>> plainly([{"family": "Roe", "given": "Jane"}, {"lastName": "Li", "creatorType": "editor"}])
    ['Jane Roe']
    """
    if isinstance(cell, list):
        return [plainly(one) for one in cell if not _is_no_author(one)]
    if not isinstance(cell, dict):
        return cell
    if PARTS in cell:
        return _day(cell[PARTS])
    named = [_first(cell, GIVEN), _first(cell, FAMILY)]
    return " ".join(filter(None, named)) if named[1] else cell


def _is_no_author(one: Any) -> bool:  # noqa: ANN401
    return isinstance(one, dict) and one.get("creatorType", AUTHORS[0]) not in AUTHORS


def _first(cell: Mapping[str, Any], keys: Iterable[str]) -> str:
    return next((said for key in keys if isinstance(said := cell.get(key), str)), "")


def _day(parts: Any) -> str:  # noqa: ANN401
    """Spell a day, a month or a year that is given in figures; nothing for what is none."""
    first = parts[0] if isinstance(parts, list) and parts else ()
    figures = [str(one) for one in first] if isinstance(first, list) else []
    if not (figures and all(map(str.isdecimal, figures))):
        return ""
    return "-".join(figure.zfill(2) for figure in figures)
