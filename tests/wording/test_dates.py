from gettext import NullTranslations

import pytest
from babel import Locale

from newsarchive.wording import Wording
from newsarchive.wording.dates import DateWords
from newsarchive.wording.said import When

PERSIAN_JULY = Locale("fa").months["format"]["wide"][7]
"""Editions of the CLDR, which Babel brings, spell its last letter in two ways."""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2021-07-19", "19 July 2021"),
        ("2021-07", "July 2021"),
        ("2021", "2021"),
        ("2021-07~", "about July 2021"),
        ("2021-07-19?", "perhaps 19 July 2021"),
        ("2021%", "perhaps about 2021"),
        ("2020-01-16/..", "on or after 16 January 2020"),
        ("2020-01/..", "in or after January 2020"),
        ("../2020-01-16", "on or before 16 January 2020"),
        ("2021-07-19/2021-07-26", "between 19 and 26 July 2021"),
        ("2021-06-30/2021-07-02", "between 30 June and 2 July 2021"),
        ("2020-12-30/2021-01-02", "between 30 December 2020 and 2 January 2021"),
        ("2021-06/2021-07", "between June and July 2021"),
        ("2021-07-19~/2021-08", "between about 19 July 2021 and August 2021"),
        ("2019/2021", "between 2019 and 2021"),
    ],
)
def test_a_value_is_said_no_more_precisely_than_it_is(value: str, words: str) -> None:
    assert DateWords(Locale("en", "GB"), NullTranslations()).described(value) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en-US", "between July 19 and July 26, 2021"),
        ("fr", "entre le 19 et le 26 juillet 2021"),
        ("de", "zwischen dem 19. und dem 26. Juli 2021"),
        ("es", "entre el 19 y el 26 de julio de 2021"),
        ("ar-EG", "بين ١٩ و٢٦ يوليو ٢٠٢١"),
        ("fa", f"میان ۱۹ و ۲۶ {PERSIAN_JULY} ۲۰۲۱"),
    ],
)
def test_days_stand_in_the_order_the_case_and_the_digits_of_the_language(
    language: str, words: str
) -> None:
    assert Wording(language).say(When("2021-07-19/2021-07-26")) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "July"), ("fr", "juillet"), ("de", "Juli"), ("es", "julio"), ("fa", "ژوئیه")],
)
def test_a_month_is_named_without_its_year(language: str, words: str) -> None:
    assert Wording(language).say(When("2021-07", "month")) == words
