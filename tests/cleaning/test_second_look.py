from collections.abc import Sequence

import numpy as np
import pytest

from newsarchive.cleaning import second_look
from newsarchive.cleaning.rules.page import page_of
from newsarchive.cleaning.second_look import Ruled, asked_of, look_again
from newsarchive.cleaning.verdict import Verdict
from newsarchive.model import Label, Line

TEXTS = (
    *(f"Menu {n}" for n in range(12)),
    "The ferry to the island will sail twice a day from Monday, the harbour office said.",
    "Passengers wait at the quay.",
    "It had been laid up for the winter.",
    "Follow us",
)
VERDICTS = (
    *[Verdict("boilerplate", 0.03, "before-the-article")] * 12,
    Verdict("body", 0.97, "reads-like-prose"),
    Verdict("boilerplate", 0.4, "between-paragraphs"),
    Verdict("body", 0.6, "in-doubt"),
    Verdict("boilerplate", 0.1, "after-the-article"),
)
PAGE = page_of(tuple(Line(n, text) for n, text in enumerate(TEXTS, 1)), VERDICTS, ())


class Saying:
    """A forest that says what it is told."""

    def __init__(self, *chances: float) -> None:
        self.chances = np.array(chances)

    def probabilities(self, rows: Sequence[object]) -> object:
        assert len(rows) == len(self.chances)
        return self.chances


def again(
    monkeypatch: pytest.MonkeyPatch, known: dict[int, tuple[Label, str]], *chances: float
) -> dict[int, tuple[Label, str]]:
    monkeypatch.setattr(second_look, "forest", lambda: Saying(*chances))
    (found,) = look_again([Ruled(PAGE, VERDICTS, known)])
    return found


def test_only_lines_that_change_come_out_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    assert again(monkeypatch, {}, 0.8, 0.1, 0.1) == {
        13: ("body", "goes-with-the-article"),
        14: ("boilerplate", "apart-from-the-article"),
    }


def test_what_a_rule_says_of_a_line_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    caption: dict[int, tuple[Label, str]] = {13: ("caption", "caption-over-a-name")}
    assert again(monkeypatch, caption, 0.9, 0.1) == {}


def test_a_page_of_which_all_is_known_is_not_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    known: dict[int, tuple[Label, str]] = dict.fromkeys(range(16), ("body", "corrected"))
    assert again(monkeypatch, known) == {}


def asked_after(verdicts: Sequence[Verdict]) -> Sequence[int]:
    page = page_of(PAGE.lines[-len(verdicts) :], tuple(verdicts), ())
    return asked_of(Ruled(page, verdicts, {})).lines


def test_lines_that_something_else_than_the_labeller_judged_are_not_asked_after() -> None:
    by_tree = Verdict("body", 0.6, "article-in-the-tree")
    assert asked_after([by_tree] * 15 + [VERDICTS[14]]) == [15]


def test_lines_that_the_labeller_is_sure_of_are_not_asked_after() -> None:
    assert asked_after(VERDICTS) == [13, 14, 15]


def test_a_text_of_a_few_lines_is_left_as_it_was_judged() -> None:
    assert asked_after(VERDICTS[1:]) == []


def test_pages_are_looked_at_together_as_each_alone() -> None:
    sure: dict[int, tuple[Label, str]] = dict.fromkeys(range(16), ("body", "corrected"))
    credit: dict[int, tuple[Label, str]] = {14: ("credit", "credit")}
    pages = [Ruled(PAGE, VERDICTS, {}), Ruled(PAGE, VERDICTS, sure), Ruled(PAGE, VERDICTS, credit)]
    assert look_again(pages) == [found for page in pages for found in look_again([page])]


def test_no_line_below_a_fifth_is_taken_however_little_else_there_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    none: dict[int, tuple[Label, str]] = {12: ("boilerplate", "corrected")}
    assert again(monkeypatch, none, 0.19, 0.21, 0.19) == {}
