"""What speaks for and against a day as the article's."""

from newsarchive.finding import list_mentions
from newsarchive.finding.dates import list_candidates
from newsarchive.finding.page import Page, lay_out
from newsarchive.model import Line

TEXTS = ("Monday, January 12, 2026", "Menu", "Bridge closed", "January 5, 2026")
BODY = "The council voted on January 3, 2026 to close the bridge for nine weeks, its chair said."


def test_a_day_is_seen_beside_the_others() -> None:
    lines = tuple(Line(number, text) for number, text in enumerate((*TEXTS, BODY), 1))
    layout = lay_out(Page(lines, (0.0, 0.0, 0.0, 0.0, 1.0)))
    header, stated = list_candidates(layout, list_mentions(layout), 2, month_first=None)
    assert {"zone:over-title", "weekday", "others-head", "after-told:31"} <= set(header.features)
    assert {"zone:head", "heading:0", "after-told:3"} <= set(stated.features)
