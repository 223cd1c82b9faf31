"""Which figure of a table's dates is the day: what other rows prove.

07/08/2021      is two days by itself,
19/07/2021      and where this stands in the same column, the 7th of August.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from newsarchive.patterns import late

FIGURES = late(
    r"(?P<first>\d{1,2})([./-])(?P<second>\d{1,2})\2(?P<year>\d{4}|\d{2})"
    r"(?:[ ,T]+\d{1,2}[:.]\d\d.{0,12})?",
    re.IGNORECASE,
)
MONTHS = 12
PIVOT = 70
"""A year of two figures below it is of this century."""


RULES = {
    "either-order": "figures that could be two days, for no record tells which of them is the month"
}
"""What stands below as evidence, in the words that a reader sees."""


class Order(Struct, frozen=True):
    """How the dates of a table are written."""

    day_first: bool
    proof: str
    """A date of the table that can be read in no other way."""


def order_in(texts: Iterable[str]) -> Order | None:
    """Tell the order of some dates in figures; None where they prove none, or both.

    >>> order_in(["07/08/2021", "19/07/2021"]), order_in(["07/08/2021", "07/19/2021"])
    (Order(day_first=True, proof='19/07/2021'), Order(day_first=False, proof='07/19/2021'))
    >>> order_in(["07/08/2021"]), order_in(["19/07/2021", "07/19/2021"]), order_in(["21.07.19"])
    (None, None, None)
    """
    found = [match for match in map(FIGURES.fullmatch, texts) if match]
    proofs: dict[bool, str] = {}
    for match in found:
        first, second = int(match["first"]), int(match["second"])
        if (first > MONTHS) != (second > MONTHS):
            proofs.setdefault(first > MONTHS, match[0])
    if len(proofs) != 1 or _years_may_come_first(found):
        return None
    ((day_first, proof),) = proofs.items()
    return Order(day_first, proof)


def _years_may_come_first(found: Iterable[re.Match[str]]) -> bool:
    """Tell whether years of two figures may stand first: days are more than years."""
    short = [match for match in found if len(match["year"]) == len("21")]
    firsts, lasts = ({match[key] for match in short} for key in ("first", "year"))
    return bool(short) and len(firsts) <= len(lasts)


def in_order(text: str, order: Order) -> str | None:
    """Read a date in figures, as ISO 8601; None where it is none.

    >>> in_order("07/08/2021", Order(True, "")), in_order("07/08/21 9:05", Order(False, ""))
    ('2021-08-07', '2021-07-08')
    >>> in_order("July 2021", Order(True, "")), in_order("31/02/2021", Order(True, ""))
    (None, None)
    """
    match = FIGURES.fullmatch(text.strip())
    if not match:
        return None
    day, month, year = int(match["first"]), int(match["second"]), int(match["year"])
    if not order.day_first:
        day, month = month, day
    if len(match["year"]) == len("21"):
        year += 2000 if year < PIVOT else 1900
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def bounds_of(text: str) -> str | None:
    """Give the two days that a date in figures could be, as an interval; None where it is none.

    A year of two figures could be a day as well, and bounds nothing.

    >>> bounds_of("07/08/2021"), bounds_of("19/07/2021"), bounds_of("07/08/21")
    ('2021-07-08/2021-08-07', None, None)
    """
    match = FIGURES.fullmatch(text.strip())
    if not match or len(match["year"]) == len("21"):
        return None
    days = {in_order(text, Order(day_first, text)) for day_first in (True, False)}
    found = sorted(day for day in days if day)
    return "/".join(found) if len(found) > 1 else None
