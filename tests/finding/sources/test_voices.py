"""In whose voice a page speaks of a name: its own, or another's that quotes it."""

import pytest

from newsarchive.finding.page import Page, lay_out
from newsarchive.finding.sources.voices import in_own_voice, places_of, voices_around
from newsarchive.model import Line


def heard(text: str, *forms: str) -> set[str]:
    layout = lay_out(Page((Line(1, text),), (0.0,)))
    places = {form: places_of(form.lower(), layout.whole) for form in forms}
    return {name for name in voices_around(layout, places) if name.startswith("voice-")}


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Both of them told Elsewhere Gazette so.", "confided"),
        ("Jane Doe is an editor at the Elsewhere Gazette.", "staff"),
        ("Elsewhere Gazette staff writer", "staff"),
        ("Sign up for the Elsewhere Gazette newsletter", "reader"),
        ("Elsewhere Gazette values your comments.", "speaks"),
        ("He was arrested, according to Elsewhere Gazette.", "cited"),
        ("Elsewhere Gazette reported on Monday that he was.", "cited"),
    ],
)
def test_the_words_around_a_name_tell_who_speaks(text: str, voice: str) -> None:
    assert f"voice-{voice}:1" in heard(text, "Elsewhere Gazette")


def test_a_name_is_heard_in_each_way_it_is_spelled_and_no_place_counts_twice() -> None:
    text = "She told Elsewhere Gazette, and he told Gazette: no."
    assert "voice-confided:2" in heard(text, "Elsewhere Gazette", "Gazette")


def test_of_a_name_that_a_page_holds_often_the_first_places_are_enough() -> None:
    text = "the other of them "
    assert places_of("the", text * 1000) == places_of("the", text * 9)
    assert places_of("gone", text) == []


def test_a_small_word_is_not_the_name_that_is_written_like_it() -> None:
    assert not heard("What they told health officials.", "Health")


def test_an_ordinary_word_is_a_name_where_a_house_speaks() -> None:
    text = "A spokesman told Fortune that all is well with the fortune."
    assert in_own_voice(text, text.index("Fortune"), text.index(" that"))
    assert not in_own_voice(text, text.index("fortune"), len(text) - 1)
