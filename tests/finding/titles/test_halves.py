"""Titles in two halves."""

import pytest

from newsarchive.finding.titles.halves import with_halves
from newsarchive.model import Line, Statement


def title_of(*texts: str, chosen: str) -> list[str]:
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    number = texts.index(chosen) + 1
    said = Statement("title", chosen, "title-line", chosen, number)
    return [each.value for each in with_halves([said], lines)]


@pytest.mark.parametrize("chosen", ["Port Elsewhere", "Bridge closed"])
def test_a_colon_on_its_own_line_joins_the_halves_whichever_was_chosen(chosen: str) -> None:
    found = title_of("Menu", "Port Elsewhere", ":", "Bridge closed", "Text.", chosen=chosen)
    assert found == ["Port Elsewhere: Bridge closed"] * 2


@pytest.mark.parametrize("chosen", ["Port Elsewhere", ": Bridge closed"])
def test_a_line_that_begins_with_a_colon_goes_on_with_the_line_above(chosen: str) -> None:
    found = title_of("Port Elsewhere", ": Bridge closed", chosen=chosen)
    assert found == ["Port Elsewhere: Bridge closed"] * 2


def test_a_line_that_ends_with_a_colon_goes_on_with_the_line_below() -> None:
    found = title_of(
        "Menu", "Row over the ferry:", "Captains threaten", chosen="Row over the ferry:"
    )
    assert found == ["Row over the ferry: Captains threaten"] * 2


def test_a_line_that_ends_with_a_colon_is_whole_over_a_paragraph() -> None:
    text = "The captains of the ferry said on Monday that they would not sail at night. " * 2
    assert title_of("Row over the ferry:", text, chosen="Row over the ferry:") == []


def test_a_title_beside_no_colon_is_whole() -> None:
    assert title_of("Port Elsewhere", "Bridge closed", chosen="Bridge closed") == []
    assert title_of("Bridge closed", chosen="Bridge closed") == []
