"""Which figure of a day is the month."""

import pytest

from newsarchive.finding.days.on_page import list_mentions
from newsarchive.finding.days.order import month_comes_first
from newsarchive.finding.page import Page, lay_out
from newsarchive.model import Line

BODY = "The council voted on January 3, 2026 to close the bridge for nine weeks, its chair said."


def order(text: str, language: str = "en") -> bool | None:
    layout = lay_out(Page((Line(1, text), Line(2, BODY)), (0.0, 1.0)))
    return month_comes_first(list_mentions(layout), layout, language)


@pytest.mark.parametrize(
    ("text", "month_first"),
    [
        ("Published 07/08/2021", None),
        ("Published 07/08/2021, 3 p.m.", True),
        ("Published 07/08/2021 - 15:04", False),
        ("Published 07/08/2021, changed 07/31/2021", True),
        ("Published 07/08/2021, changed 31/07/2021", False),
        ("Published 08/07/2021 (July 8, 2021)", False),
        ("Published 06/01/2026", False),  # three days after the day that the body speaks of
    ],
)
def test_the_month_is_told_from_the_day_by_what_else_the_page_shows(
    text: str, month_first: bool | None
) -> None:
    assert order(text) is month_first


def test_other_languages_than_english_put_the_day_first() -> None:
    assert order("Am 07/08/2021", language="de") is False
    assert order("Actualizado el 07/08/2021 02:14 p.m.", language="es") is False


def test_a_day_with_the_months_figure_twice_tells_nothing_of_the_order() -> None:
    assert order("Published 07/08/2021, changed 09/09/2021") is None
    assert order("04.02.2022 und 02.02.2022", language="de") is False
