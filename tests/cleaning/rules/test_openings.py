"""What lines of a kind begin with, in lists of words."""

from __future__ import annotations

import re

import pytest

from newsarchive.cleaning.rules.openings import first_word, opening
from newsarchive.cleaning.rules.page import fold
from newsarchive.finding.vocabulary import words

OPENINGS = (
    *("goes-on-below", "post-or-picture", "over-teasers", "prompt", "reporting", "tags"),
    *("first-published", "own-note"),
)
WHOLE = ("advertisement", "answered", "related-heading", "service-word", "note-to-editors")
WHOLE_TOO = ("over-caption", "about-sender")
IN_LINES = (
    *("related-pointer", "related-pointer-bare", "credit-lead", "credit-tail", "thread"),
    *("credit-bare", "caption-spoken"),
)
A_WORD_OR_PART = re.compile(r"[^\W\d_][\w'-]*(?:$|[ :,.]|\\b|\$|\(\?: )")


@pytest.mark.parametrize("name", [*OPENINGS, "source-lead"])
def test_what_opens_a_line_begins_with_a_whole_word_where_blanks_part_words(name: str) -> None:
    parts = [each for each in words(name) if not A_WORD_OR_PART.match(each)]
    assert [each for each in parts if each[0] < "\u0e00"] == []


@pytest.mark.parametrize("name", [*OPENINGS, *WHOLE, *WHOLE_TOO, *IN_LINES])
def test_words_are_written_as_lines_are_folded_before_they_are_compared(name: str) -> None:
    plain = [re.sub(r"\\.|[^\w\s'-]", "", each) for each in words(name)]
    assert [each for each in plain if fold(each) != each] == []


def test_how_long_ago_something_was_begins_with_a_figure_or_with_a_whole_word() -> None:
    begins = re.compile(r"\(\?:\\d\+\||\\d\+|[^\W\d_]+ ")
    assert [each for each in words("relative-time") if not begins.match(each)] == []


def test_lines_that_begin_with_a_word_of_the_list_are_few_and_have_it() -> None:
    kind = opening("over-teasers")
    for line in ("mehr zum thema hafen", "関連記事", "(baca juga", "read next"):
        assert first_word(line) in kind.words
    assert kind.begins("mehr zum thema hafen")
    assert not kind.begins("mehrere menschen")
    assert first_word("mehrere menschen") not in kind.words


@pytest.mark.parametrize("name", OPENINGS)
def test_lines_begin_so_that_begin_with_any_of_the_alternatives_and_no_others(name: str) -> None:
    kind, one_by_one = opening(name), re.compile("|".join(words(name)), re.IGNORECASE)
    lines = [re.sub(r"\\.|[^\w\s'-]", "", each) for key in OPENINGS for each in words(key)]
    begun = [line for line in lines if first_word(line) in kind.words and one_by_one.match(line)]
    assert [line for line in lines if kind.begins(line)] == begun


def test_other_words_may_stand_before_those_of_the_list() -> None:
    kind = opening("source-lead", before="(?:chart )?", after=":", also=["chart"])
    assert first_word("chart source: a") in kind.words
    assert kind.begins("chart source: a")
