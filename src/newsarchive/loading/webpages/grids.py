"""Tables of data in a saved page: what is one, and in which columns a row's cells stand.

Pages also set out their parts by tables, as all did until 2005. Such a table holds other elements
than words and pictures, long texts, or no two rows of two cells.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

CELLS = frozenset(("td", "th"))
PARTS = frozenset(("caption", "thead", "tbody", "tfoot", "tr"))
"""Elements that a table consists of, but for its cells."""
_APART = frozenset(
    "article aside blockquote button dl figure footer form h1 h2 h3 h4 h5 h6 header iframe input"
    " nav ol section select table textarea ul video".split()
)
"""What stands in the cells of tables that set out a page."""
_LONGEST_CELL = 300
"""Characters of a cell."""
_FEWEST = 2
"""Rows of so many cells with words."""
_WIDEST, _DEEPEST = 50, 500
"""Columns and rows that a cell may span."""
_COLUMNS = 100
"""Of a table, in which cells may span rows: each of its rows has a tab for every column."""


def is_of_data(table: LexborNode) -> bool:
    """Tell whether a table holds data and does not set out the page."""
    if (table.attributes.get("role") or "") in ("presentation", "none"):
        return False
    # A table in a table ends the search at once, before the words of all cells are gone over.
    if any(node.tag in _APART for node in _below(table)):
        return False
    rows: list[int] = []
    for node in _below(table):
        if node.tag == "tr":
            rows.append(0)
        elif node.tag in CELLS and rows:
            size = len(node.text(strip=True))
            if size > _LONGEST_CELL:
                return False
            rows[-1] += size > 0
    return sum(cells >= _FEWEST for cells in rows) >= _FEWEST


def _below(top: LexborNode) -> Iterator[LexborNode]:
    """Give the elements in an element, in the order of the page."""
    waiting = [top.child]
    while waiting:  # not recursive: pages nest as deep as they like
        node = waiting.pop()
        if node is not None:
            waiting.append(node.next)
            if not (node.tag or "-").startswith(("-", "!")):
                yield node
                waiting.append(node.child)


class Grid:
    """Which columns of a table's next row are taken by cells of the rows above."""

    __slots__ = ("_begun", "_free", "_spanned")

    def __init__(self) -> None:
        self._spanned: dict[int, int] = {}
        self._begun = self._free = 0

    def begin_row(self) -> None:
        """Go to the next row."""
        self._spanned = {column: left - 1 for column, left in self._spanned.items() if left > 1}
        self._begun = self._free = 0

    def place(self, cell: LexborNode) -> int:
        """Place a row's next cell.

        Returns:
            How many columns it begins behind the cell before, or behind the row's beginning.
        """
        while self._free in self._spanned:
            self._free += 1
        column, behind = self._free, self._free - self._begun
        self._begun, self._free = column, column + _span(cell, "colspan", _WIDEST)
        if column < _COLUMNS and (rows := _span(cell, "rowspan", _DEEPEST)) > 1:
            self._spanned |= dict.fromkeys(range(column, self._free), rows)
        return behind


def _span(cell: LexborNode, attribute: str, most: int) -> int:
    """Give how many columns or rows a cell spans."""
    value = (cell.attributes.get(attribute) or "").strip()
    return min(int(value), most) if value.isascii() and value.isdigit() and int(value[:9]) else 1
