from hypothesis import given
from hypothesis import strategies as st

from newsarchive.searching.words import folded, joined_words_of, spaced, words_of


def test_case_accents_and_vowel_signs_make_no_difference() -> None:
    assert folded("ÉCLAIR") == folded("eclair")
    assert folded("قَالَ") == folded("قال")
    assert folded("ΣΊΣΥΦΟΣ") == folded("Σίσυφος")


def test_letters_that_people_type_for_each_other_are_one() -> None:
    assert folded("Straße Łódź") == folded("STRASSE Lodz")
    assert folded("علي كتاب") == folded("علی کتاب")


def test_an_apostrophe_inside_a_word_is_none() -> None:
    assert words_of("Sha'abi Sha’abi Shaabi") == ["shaabi"] * 3
    assert words_of("the ‘quoted’ word") == ["the", "quoted", "word"]


def test_words_that_a_hyphen_joins_are_one_word_too() -> None:
    assert joined_words_of("Co-op, e\u2011mail (cease\u2010fire) covid-19") == [
        *("coop", "email", "ceasefire", "covid19")
    ]
    assert joined_words_of("Café-Noir Cafe\u0301-Noir") == ["cafenoir"] * 2
    assert joined_words_of("1920-21 - a -b c- d—e") == []


def test_punctuation_and_control_characters_part_words() -> None:
    assert words_of("1,200 troops_left\x00U.S.") == ["1", "200", "troops", "left", "u", "s"]


def test_a_script_without_blanks_is_cut_into_pairs() -> None:
    assert words_of("東京都 abc") == ["東京", "京都", "都", "abc"]


def test_a_script_without_blanks_is_parted_letter_by_letter() -> None:
    assert spaced("東京 Tokyo") == "東 京  Tokyo"


def test_half_a_surrogate_pair_is_no_word_and_no_error() -> None:
    assert words_of("a \ud83d b") == ["a", "b"]


def test_a_long_line_takes_no_long_time() -> None:
    assert len(words_of("a'" * 500_000)) == 1


@given(st.text())
def test_a_text_is_cut_alike_whether_its_letters_are_of_one_script_or_of_several(text: str) -> None:
    assert words_of("Filler " * 50 + text) == ["filler"] * 50 + words_of(text)
