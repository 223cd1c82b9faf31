from pathlib import Path

import pytest

from newsarchive.errors import SettingsError
from newsarchive.wording import Wording
from newsarchive.wording.said import Message, Names, Stretch, When, counted, message
from samples import put, said

PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Dates"
msgstr "{words}"
"""


def test_somebody_s_own_words_are_said_as_they_are() -> None:
    assert Wording("fr").say("Undated 100 %") == "Undated 100 %"


def test_a_message_is_said_with_its_values_in_the_same_language() -> None:
    words = message("%(name)s – %(site)s", name=message("Undated"), site="%(name)s")
    assert Wording("de").say(words) == "Undatiert – %(name)s"


def test_a_message_without_values_may_have_any_sign() -> None:
    assert said(message("the form that takes 5% of it")) == "the form that takes 5% of it"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "لا مقالات"),
        (1, "مقال واحد"),
        (2, "مقالان"),
        (3, "3 مقالات"),
        (11, "11 مقالًا"),
        (100, "100 مقال"),
    ],
)
def test_a_number_chooses_among_all_the_forms_of_its_language(number: int, words: str) -> None:
    assert Wording("ar").say(counted("%(num)s article", "%(num)s articles", number)) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "12,345"), ("de", "12.345"), ("fa", "۱۲٬۳۴۵"), ("ar-EG", "١٢٬٣٤٥")],
)
def test_a_number_is_written_as_its_language_does(language: str, words: str) -> None:
    assert Wording(language).number(12345) == words


def test_a_stretch_of_one_day_is_that_day() -> None:
    assert said(Stretch("2020-01", "2021-07-19")) == "January 2020 – 19 July 2021"
    assert said(Stretch("2020-01", "2020-01")) == "January 2020"


def test_a_heading_begins_with_a_capital() -> None:
    assert said(When("2021-07~", "heading")) == "About July 2021"


def test_names_stand_in_a_row() -> None:
    assert said(Names(("A", "B"))) == "A, B"
    assert Wording("fa").say(Names(("A", "B"))) == "A، B"


def test_a_language_without_a_catalogue_speaks_english_throughout() -> None:
    latin = Wording("la")
    assert latin.language == "en"
    assert latin.say(message("Dates")) == "Dates"
    assert latin.say(When("2021-07-19")) == "19 July 2021"


def test_a_country_s_dates_stand_beside_its_language_s_words() -> None:
    austrian = Wording("de-AT")
    assert (austrian.language, austrian.say(message("Dates"))) == ("de-AT", "Daten")
    assert austrian.say(When("2021-01")) == "Jänner 2021"


def test_an_archive_s_words_come_before_the_shipped_ones(tmp_path: Path) -> None:
    put(tmp_path, {"de/LC_MESSAGES/newsarchive.po": PO.format(words="Kalender")})
    own = Wording("de", [tmp_path])
    assert own.say(message("Dates")) == "Kalender"
    assert own.say(message("Sources")) == "Quellen"


def test_an_archive_brings_a_language_of_its_own(tmp_path: Path) -> None:
    put(tmp_path, {"pt/LC_MESSAGES/newsarchive.po": PO.format(words="Datas")})
    own = Wording("pt-BR", [tmp_path])
    assert (own.language, own.say(message("Dates"))) == ("pt-BR", "Datas")
    assert own.say(When("2021-07-19")) == "19 de julho de 2021"


@pytest.mark.parametrize(
    ("line", "number"),
    [('msgid "Dates\nmsgstr "Datas"', 4), ('msgid "Dates"\nmsgstr "Datas', 5)],
)
def test_words_of_a_catalogue_that_are_not_enclosed_are_told_with_their_line(
    tmp_path: Path, line: str, number: int
) -> None:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    put(tmp_path, {"pt/LC_MESSAGES/newsarchive.po": f"{head}{line}\n"})
    with pytest.raises(
        SettingsError, match=rf"newsarchive\.po:{number}: the words are not between"
    ):
        Wording("pt", [tmp_path])


def test_a_catalogue_that_is_none_names_its_file(tmp_path: Path) -> None:
    put(tmp_path, {"de/LC_MESSAGES/newsarchive.po": b"msgid \xff"})
    with pytest.raises(SettingsError, match=r"newsarchive\.po: the catalogue cannot be read"):
        Wording("de", [tmp_path])


def test_a_script_gets_the_form_for_each_kind_of_number() -> None:
    assert Wording("en").forms("%(num)s article", "%(num)s articles") == {
        "one": "# article",
        "other": "# articles",
    }
    kinds = ["few", "many", "one", "other", "two", "zero"]
    assert list(Wording("ar").forms("%(num)s article", "%(num)s articles")) == kinds


def test_messages_compare_by_what_they_say() -> None:
    assert message("Dates") == Message("Dates")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "2–22 December 2023"),
        ("en-US", "December 2 – December 22, 2023"),
        ("de", "2.–22. Dezember 2023"),
        ("fa", "۲–۲۲ دسامبر ۲۰۲۳"),
    ],
)
def test_a_time_within_a_month_names_the_month_once_where_the_day_stands_first(
    language: str, words: str
) -> None:
    assert Wording(language).say(Stretch("2023-12-02", "2023-12-22")) == words
