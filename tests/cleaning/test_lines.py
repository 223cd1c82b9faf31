"""Any text becomes the lines that can be read in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.cleaning.lines import split_lines
from newsarchive.model import Line
from quickness import within


def test_a_page_becomes_its_non_blank_lines_with_their_places() -> None:
    text = "\ufeffHeadline\r\n\r\n\u00a0\r\n\tBy A\u00a0 Writer\rBody\u200b text.\n"
    assert split_lines(text) == (
        Line(1, "Headline"),
        Line(4, "By A Writer", indent=8, blanks=2),
        Line(5, "Body text."),
    )


@pytest.mark.parametrize("text", ["", "\n\n", " \t\u00a0\n\u200b\ufeff\n"])
def test_a_text_that_shows_nothing_has_no_lines(text: str) -> None:
    assert split_lines(text) == ()


def test_joiners_that_spell_persian_and_emoji_stay() -> None:
    assert [line.text for line in split_lines("می\u200cخواهم 👩\u200d🚀")] == [
        "می\u200cخواهم 👩\u200d🚀"
    ]


def test_an_accent_joins_its_letter_across_what_does_not_show() -> None:
    assert [line.text for line in split_lines("Cafe\u200b\u0301 au lait\nThé")] == [
        "Café au lait",
        "Thé",
    ]


def test_control_characters_go_and_leave_the_word_whole() -> None:
    assert [line.text for line in split_lines("Repu\x00blic\x07 of\x1fnews")] == [
        "Republic of news"
    ]


@given(st.text(alphabet=st.sampled_from(list("ab \t\n\r\u00a0\u200b\x00")), max_size=60))
def test_a_line_number_finds_the_line_in_the_raw_text(text: str) -> None:
    raw = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for line in split_lines(text):
        assert line.text[0] in raw[line.number - 1]
        assert line.text == " ".join(line.text.split())


@given(st.text(max_size=80))
def test_reading_a_text_that_was_read_changes_nothing(text: str) -> None:
    once = [line.text for line in split_lines(text)]
    assert [line.text for line in split_lines("\n".join(once))] == once


@pytest.mark.parametrize(
    "text",
    ["a" + "\u0315\u0300" * 100_000, " " * 1_000_000 + "a", "\r\n" * 300_000, "é" * 1_000_000],
    ids=["combining marks", "blanks", "line ends", "one word"],
)
def test_a_hostile_text_takes_no_more_time_than_its_length_deserves(text: str) -> None:
    with within(2):
        split_lines(text)
