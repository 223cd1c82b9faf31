"""Where and when a report says that it was filed."""

import pytest

from newsarchive.finding.page import Layout, Page, lay_out
from newsarchive.finding.place import find_dateline, find_filing_day
from newsarchive.model import Line

REST = "The harbour bridge at Port Elsewhere will close for nine weeks in autumn, it was said."


def laid_out(*first: str) -> tuple[tuple[Line, ...], Layout]:
    texts = ("Bridge to close", *first, REST)
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    return lines, lay_out(Page(lines, (0.0, *[1.0] * len(first), 1.0)))


@pytest.mark.parametrize(
    ("begins", "place", "day"),
    [
        ("HARWICK, July 19, 2021 -- ", "HARWICK", "2021-07-19"),
        ("HARWICK, England, July 19, 2021 /Wire Service/ -- ", "HARWICK", "2021-07-19"),
        ("PORT ELSEWHERE, N.S. (July 19, 2021) — ", "PORT ELSEWHERE", "2021-07-19"),
        ("Wien, 14. Dezember 2021 – ", "Wien", "2021-12-14"),
        ("Paris, le 19 juillet 2021 - ", "Paris", "2021-07-19"),
    ],
)
def test_a_press_release_says_where_and_when_it_was_filed(
    begins: str, place: str, day: str
) -> None:
    lines, layout = laid_out(begins + REST)
    assert [said.value for said in find_filing_day(lines, layout)] == [day]
    assert [said.value for said in find_dateline(lines, layout)] == [place]


@pytest.mark.parametrize(
    "first",
    [
        "In Harwick, July 19, 2021 was a day like any other, and nobody spoke of the bridge yet.",
        "On July 19, 2021 - a Monday - the council met, and it spoke of nothing but the bridge.",
        "Correction, July 19, 2021: an earlier version of this report gave another bridge's name.",
        "HARWICK, 07/08/2021 -- The harbour bridge will close, as the council said in the spring.",
    ],
)
def test_a_day_in_a_sentence_or_one_that_could_be_two_is_not_when_it_was_filed(first: str) -> None:
    assert find_filing_day(*laid_out(first)) == ()


def test_a_dateline_in_capitals_needs_no_day() -> None:
    lines, layout = laid_out(f"BAGHDAD — {REST}")
    assert [said.value for said in find_dateline(lines, layout)] == ["BAGHDAD"]


def test_an_agency_in_small_letters_is_one() -> None:
    lines, layout = laid_out(f"Hamburg (dpa) - {REST}")
    assert [said.value for said in find_dateline(lines, layout)] == ["Hamburg"]


def test_the_day_is_found_though_an_embargo_passes_for_the_text_above_it() -> None:
    filed = "BRACKWELL, 19 July 2021 - The harbour council voted to close the northern pier."
    lines, layout = laid_out("FOR IMMEDIATE RELEASE", "Pier to close", filed)
    assert [said.value for said in find_filing_day(lines, layout)] == ["2021-07-19"]
