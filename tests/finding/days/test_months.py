"""The month of an issue: where it is the article's date, and where it is not."""

import pytest

from newsarchive.finding import Page, find
from newsarchive.finding.days.months import month_of_line
from newsarchive.model import Line, Statement

STORY = (
    "The harbour bridge at Port Elsewhere will close for nine weeks in autumn, the council said.",
    "Engineers found cracks in two of the bridge's four towers during an inspection in the spring.",
    "“The harbour bridge is safe, and it has to stay safe,” the chief engineer told reporters.",
)
TITLE = "Harbour bridge to close for nine weeks"


def dates(*texts: str) -> list[Statement]:
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    page = Page(lines, tuple(0.95 if text in STORY else 0.05 for text in texts))
    return [said for said in find(page) if said.field == "date"]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("July 2021", "2021-07"),
        ("Juli 2021", "2021-07"),
        ("julio de 2021", "2021-07"),
        ("Published July 2021", "2021-07"),
        ("Volume 12, Issue 3, Sept. 2021", "2021-09"),
        ("July 2021 | Vol. XII No. 3", "2021-07"),
        ("July–August 2021 issue", "2021-07/2021-08"),
        ("Last updated July 2021", None),
        ("Photo July 2021", None),
        ("Summer 2021", None),
        ("August/July 2021", None),
        ("The bridge in July 2021", None),
    ],
)
def test_a_month_is_read_where_the_line_holds_little_else(text: str, month: str | None) -> None:
    assert month_of_line(text) == month


def test_the_month_beside_the_title_is_the_date_where_no_day_is_stated() -> None:
    assert dates("The Example Monthly", "July 2021", TITLE, *STORY) == [
        Statement("date", "2021-07", "month-line", "July 2021", 2)
    ]
    assert [one.value for one in dates(TITLE, "By Ann Ode", "July 2021", *STORY)] == ["2021-07"]


def test_a_stated_day_goes_before_a_month() -> None:
    found = dates("July 2021", TITLE, "Published 19 July 2021", *STORY)
    assert {one.value for one in found} == {"2021-07-19"}


def test_two_months_tell_nothing_and_neither_does_one_below_the_body() -> None:
    assert dates("July 2021", TITLE, "August 2021", *STORY) == []
    assert dates(TITLE, *STORY, "July 2021") == []
