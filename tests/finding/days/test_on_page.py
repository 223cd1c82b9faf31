"""The days that are written on a page."""

from newsarchive.finding.days.on_page import list_mentions
from newsarchive.finding.page import Page, lay_out
from newsarchive.model import Line


def test_of_thousands_of_lines_with_days_the_first_and_the_last_are_looked_at() -> None:
    lines = tuple(Line(number, f"{number % 28 + 1} May 2003") for number in range(1, 3_001))
    mentions = list_mentions(lay_out(Page(lines, (0.0,) * len(lines))))
    assert [mention.line for mention in mentions] == [*range(1_000), *range(2_000, 3_000)]


def test_between_which_days_a_web_archive_has_copies_is_no_day() -> None:
    lines = (Line(1, "1 Jun 2013 - 3 Feb 2018"), Line(2, "1 Jun 2013 - 3 Jun 2013"))
    mentions = list_mentions(lay_out(Page(lines, (0.0, 0.0))))
    assert [mention.line for mention in mentions] == [1, 1]
