"""The lists of words, and the patterns that are made of them."""

import re
import string

import pytest

from newsarchive.finding.vocabulary import any_of, by_first_letter, words

LISTS = ("role", "no-name", "name-ends", "published", "updated", "no-publisher", "ahead")


@pytest.mark.parametrize("name", LISTS)
def test_alternatives_put_together_match_what_they_match_one_by_one(name: str) -> None:
    one_by_one = re.compile("|".join(words(name)), re.IGNORECASE)
    text = "\n".join(f"a{word} {word.upper()} x" for key in LISTS for word in words(key))
    spans = [match.span() for match in one_by_one.finditer(text)]
    assert [match.span() for match in any_of(name).finditer(text)] == spans


def test_the_set_of_a_letter_holds_all_that_match_it_where_case_is_ignored() -> None:
    everything = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x20000))))
    for letter in string.ascii_lowercase:
        alike = re.compile(by_first_letter([letter]))
        assert alike.findall(everything) == re.findall(letter, everything, re.IGNORECASE)
