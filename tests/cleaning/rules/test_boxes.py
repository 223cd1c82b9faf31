"""Boxes of facts beside an article's text."""

import pytest

from ruled import labels, page

TEXT = "¶ The pool was dug in 1910 by men who could not swim, the town's historian says."
FACTS = ("Ann Name, born in 1960, has led the pool since 2001.", "She cannot swim.")
BOX = "boilerplate by box-of-facts"


@pytest.mark.parametrize(
    "heading", ["Zur Person", "About this story", "Fakta: Pools", "WARTO WIEDZIEĆ", "Справка"]
)
def test_a_box_is_its_heading_and_the_lines_close_below_it(heading: str) -> None:
    read = page(f"{TEXT}\n\n¶ {heading}\n¶ {FACTS[0]}\n¶ {FACTS[1]}\n\n{TEXT}")
    assert labels(read) == dict.fromkeys((heading, *FACTS), BOX)


def test_below_a_heading_that_paragraphs_follow_the_text_goes_on() -> None:
    assert labels(page(f"{TEXT}\n\n¶ Good to know\n\n¶ {FACTS[0]}\n\n{TEXT}")) == {}


def test_a_sentence_that_opens_with_such_words_is_no_heading() -> None:
    read = page(f"{TEXT}\n\n¶ If you go, bring a towel.\n¶ {FACTS[0]}\n\n{TEXT}")
    assert labels(read) == {}


def test_lines_that_all_stand_close_together_are_no_box() -> None:
    assert labels(page("\n".join([TEXT, "¶ Good to know", *[TEXT] * 14]))) == {}


def test_the_last_lines_of_a_text_without_blank_ones_may_be_a_box() -> None:
    read = page(f"{TEXT}\n{TEXT}\n{TEXT}\n¶ ZUR PERSON\n¶ {FACTS[0]}")
    assert labels(read)["ZUR PERSON"] == labels(read)[FACTS[0]] == "boilerplate by box-of-facts"
