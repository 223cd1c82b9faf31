import pytest

from newsarchive.body import Block, Bullets, Figure, Paragraph, Table
from newsarchive.model import LabelledLine
from newsarchive.names import Alias, Name
from newsarchive.naming import names_in
from samples import labelled


def names(*texts: str) -> dict[str, Name]:
    blocks = [Paragraph(text, (number,)) for number, text in enumerate(texts, 1)]
    lines = labelled(*(("body", text) for text in texts))
    return {name.text: name for name in names_in(blocks, lines, "en")}


def clues(text: str, name: str) -> list[str]:
    return [clue.rule for clue in names(text)[name].clues]


def test_names_are_the_capitalised_words_inside_a_sentence() -> None:
    found = names(
        "On Monday she left Port Carrow with Anna de Vries and the two mills of Aldermoor."
    )
    assert list(found) == ["Port Carrow", "Anna de Vries", "Aldermoor"]


def test_a_name_stands_on_each_line_that_it_was_read_from() -> None:
    first, second = "The mayor of Carrow", "spoke in Carrow."
    block = Paragraph(f"{first} {second}", (4, 7))
    lines = [LabelledLine(4, first, "body", "text"), LabelledLine(7, second, "body", "text")]
    (name,) = names_in([block], lines, "en")
    assert (name.text, name.lines) == ("Carrow", (4, 7))


def test_a_capital_at_the_beginning_of_a_sentence_is_counted_apart() -> None:
    found = names("Harrow is far. He saw Harrow.")
    assert (len(found["Harrow"].lines), found["Harrow"].openings) == (2, 1)


def test_an_opening_word_that_the_article_also_writes_small_is_no_name() -> None:
    assert names("Cranes fell. The cranes had stood on the quay.") == {}


def test_a_word_that_merely_opens_a_sentence_is_no_part_of_the_name_behind_it() -> None:
    text = "He heard Marlow make a joke. “Make Marlow go,” he said. Ben Marlow went."
    assert list(names(text)) == ["Marlow", "Ben Marlow"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was Gen. Peter Marlow who came.", "Peter Marlow"),
        ("He told Foreign Minister Ilse Brandt so.", "Ilse Brandt"),
        ("The Eastland Secretary of State Ann Moor came.", "Ann Moor"),
        ("He met Speaker of the House Nancy Hill.", "Nancy Hill"),
        ("There stood Maj. Gen. Oskar al-Tarif.", "Oskar al-Tarif"),
    ],
)
def test_titles_are_no_part_of_a_name_but_tell_a_person(text: str, name: str) -> None:
    assert "title-before" in clues(text, name)


def test_words_that_only_stand_within_titles_tell_no_person() -> None:
    assert clues("He read the Executive Case Studies there.", "Executive Case Studies") == []


def test_a_surname_that_looks_like_a_title_does_not_end_the_name() -> None:
    found = names("They heard Martin Luther King Jr. speak.")
    assert list(found) == ["Martin Luther King Jr"]


@pytest.mark.parametrize("name", ["Jessica F.", "Mark IV", "Paul Editor", "Tate Britain"])
def test_what_no_surname_ends_is_no_person(name: str) -> None:
    assert clues(f"They found {name} there.", name) == []


def test_an_event_is_neither_person_nor_place_nor_organisation() -> None:
    assert clues("He told of Gen. Davis Cup there.", "Davis Cup") == []
    assert clues("They spoke in Davis Cup Finals.", "Davis Cup Finals") == []


def test_an_adjective_made_of_a_name_is_none() -> None:
    assert names("She left the Carrow-based firm.") == {}


def test_a_country_before_a_title_is_a_name_of_its_own() -> None:
    assert list(names("He met US President Anna Moor and Iraqi officials.")) == ["US", "Anna Moor"]


def test_peoples_days_and_months_are_no_names() -> None:
    assert names("On Friday the French and two Iraqis met in March.") == {}


def test_a_people_belongs_to_an_organisation_whose_words_name_none_alone() -> None:
    assert list(names("He joined the Iraqi News Agency.")) == ["Iraqi News Agency"]
    assert names("He spoke to the Foreign Ministry.") == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He saw the Kansas City Chiefs.", ["Kansas City Chiefs"]),
        ("It asked the Food and Drug Administration.", ["Food and Drug Administration"]),
        ("He led the U.S. Department of Health and Human Services.",
         ["U.S. Department of Health and Human Services"]),
        ("It was a talk on Trade and Iraq.", ["Iraq"]),
        ("It was a rocket of the Islamic Jihad.", ["Islamic Jihad"]),
    ],
)  # fmt: skip
def test_a_name_is_not_cut_where_it_goes_on(text: str, found: list[str]) -> None:
    assert list(names(text)) == found


def test_words_that_only_begin_or_end_names_are_none_by_themselves() -> None:
    assert list(names("Some Black readers had no Wi-Fi on the Black Sea.")) == ["Black Sea"]


@pytest.mark.parametrize(
    ("text", "name", "clue"),
    [
        ("a talk with spokesman Olaf Tarn today", "Olaf Tarn", "occupation-before"),
        ("a ship from Tarn province came", "Tarn", "place-word-after"),
        ("they met in Tarn today", "Tarn", "in-before"),
        ("they met at Tarn Airport today", "Tarn Airport", "place-word"),
        ("a man of the Tarn militia came", "Tarn", "organisation-word-after"),
        ("a man of the Tarn Institute came", "Tarn Institute", "organisation-word"),
        ("a member of the Tarn came", "Tarn", "member-of"),
        ("they met in Baghdad today", "Baghdad", "known-name"),
        ("they met at Lake Tarn today", "Lake Tarn", "place-word"),
        ("they met at Gulf of Tarn today", "Gulf of Tarn", "place-word"),
        ("they heard it on Radio Tarn today", "Radio Tarn", "organisation-word"),
        ("they met with Peter Tarn today", "Peter Tarn", "given-name"),
        ("they met with Gwyneth Tarn today", "Gwyneth Tarn", "perhaps-given-name"),
    ],
)
def test_the_words_beside_a_name_are_clues_to_its_kind(text: str, name: str, clue: str) -> None:
    assert clue in clues(f"There was {text}.", name)


@pytest.mark.parametrize("name", ["Base Cost", "Square Footage", "Service Model", "Group C"])
def test_a_word_for_places_and_organisations_begins_their_names_only_before_of(name: str) -> None:
    assert clues(f"They read of {name} today.", name) == []


def test_what_is_done_in_an_abbreviation_makes_it_no_place() -> None:
    assert clues("Much is new in XDR today.", "XDR") == []
    assert names("Much is new in AI today.") == {}


def test_an_abbreviation_in_brackets_is_another_name_with_its_line() -> None:
    found = names("First.", "He left the Green River Institute (GRI) or Casa Verde, he said.")
    aliases = found["Green River Institute"].aliases
    assert aliases == (Alias("Casa Verde", 2), Alias("GRI", 2))


def test_or_alone_equates_nothing() -> None:
    found = names("It is about Tarn or Moor, he said.")
    assert [name.aliases for name in found.values()] == [(), ()]


def test_what_is_known_under_another_name_is_one() -> None:
    found = names("He met Ivo Tarn, also known as Black Ivo, there.")
    assert found["Ivo Tarn"].aliases == (Alias("Black Ivo", 1),)


def test_a_text_that_is_set_like_a_headline_names_nothing() -> None:
    assert names("Anna Moor Saying Prayer at Carrow in the Morning") == {}


def test_captions_lists_and_tables_name_too() -> None:
    blocks: list[Block] = [
        Figure("The quay at Carrow on a day in spring.", (1,)),
        Bullets(("a ship from Tarn", "a ship from Moor"), (2, 3)),
        Table((("ships", "home"), ("two", "the quay of Harrow")), (4, 5)),
    ]
    found = names_in(blocks, labelled(), "en")
    assert [(name.text, name.lines) for name in found] == [
        ("Carrow", (1,)),
        ("Tarn", (2,)),
        ("Moor", (3,)),
        ("Harrow", (5,)),
    ]


@pytest.mark.parametrize(
    "text", ["A " * 200_000, "Aa-" * 100_000, "(" * 100_000, "U." * 100_000, "of " * 100_000]
)
def test_a_long_text_takes_little_time(text: str) -> None:
    assert len(names(f"It was {text}.")) < 10
