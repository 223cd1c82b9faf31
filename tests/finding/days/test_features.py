"""What speaks for and against a day as the article's."""

import pytest

from newsarchive.finding.days.dates import list_candidates
from newsarchive.finding.days.on_page import list_mentions
from newsarchive.finding.page import Page, lay_out
from newsarchive.model import Line

TEXTS = ("Monday, January 12, 2026 | Port", "Menu", "Bridge closed", "January 5, 2026")
BODY = "The council voted on January 3, 2026 to close the bridge for nine weeks, its chair said."


@pytest.mark.parametrize(
    "button", ["Antwort", "Responder", "Svara", "Odpowiedz", "Ответить", "返信"]
)
def test_a_day_beside_a_button_to_answer_is_a_readers(button: str) -> None:
    rows = ("Bridge closed", "January 5, 2026", BODY, f"January 6, 2026 · {button}")
    lines = tuple(Line(number, text) for number, text in enumerate(rows, 1))
    layout = lay_out(Page(lines, (0.0, 0.0, 1.0, 0.0)))
    stated, readers = list_candidates(layout, list_mentions(layout), 0, month_first=None)
    assert "comment" in readers.features
    assert "comment" not in stated.features


def test_a_day_is_seen_beside_the_others() -> None:
    lines = tuple(Line(number, text) for number, text in enumerate((*TEXTS, BODY), 1))
    layout = lay_out(Page(lines, (0.0, 0.0, 0.0, 0.0, 1.0)))
    header, stated = list_candidates(layout, list_mentions(layout), 2, month_first=None)
    assert {"zone:over-title", "weekday", "others-head", "after-told:31"} <= set(header.features)
    assert {"zone:head", "heading:0", "after-told:3"} <= set(stated.features)
