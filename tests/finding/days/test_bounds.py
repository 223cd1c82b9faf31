"""Between which days a page was written that states none of its own."""

from newsarchive.finding.days.bounds import find_bounds
from newsarchive.finding.days.on_page import list_mentions
from newsarchive.finding.page import Page, lay_out
from newsarchive.model import Line

PROSE = "The council voted on January 3, 2026 to close the bridge for nine weeks, its chair said."


def bounds(*texts: str) -> list[tuple[str, str]]:
    lines = tuple(Line(number, text) for number, text in enumerate((*texts, PROSE), 1))
    layout = lay_out(Page(lines, (0.0,) * len(texts) + (1.0,)))
    return [(each.value, each.rule) for each in find_bounds(lines, layout, list_mentions(layout))]


def test_a_page_was_written_after_what_it_looks_back_on() -> None:
    assert bounds("Bridge is closed") == [("2026-01-03/..", "latest-day-named")]


def test_a_page_was_written_before_it_was_changed() -> None:
    found = bounds("Bridge is closed", "Last updated: January 9, 2026")
    assert found[1:] == [("../2026-01-09", "updated-line")]


def test_the_day_of_a_change_is_not_looked_back_on() -> None:
    line = "Last updated on January 9, 2026 January 9, 2026. From the section Bridges"
    assert bounds("Bridge is closed", line)[1:] == [("../2026-01-09", "updated-line")]
    assert "2026-01-09/.." not in dict(bounds("Bridge is closed", line))


def test_of_several_changes_the_one_nearest_to_the_body_is_the_articles() -> None:
    teaser = ("Ferry opens", "Updated January 20, 2026")
    found = bounds(*teaser, "Bridge is closed", "Updated January 9, 2026")
    assert found[1:] == [("../2026-01-09", "updated-line")]


def test_a_change_whose_month_is_open_is_no_bound() -> None:
    assert len(bounds("Bridge is closed", "Updated 09/01/2026")) == 1


def test_a_day_that_no_month_has_is_passed_over() -> None:
    lines = (Line(1, f"{PROSE} Nothing was decided as of February 31st."),)
    layout = lay_out(Page(lines, (1.0,)))
    found = find_bounds(lines, layout, list_mentions(layout))
    assert [each.value for each in found] == ["2026-01-03/.."]
