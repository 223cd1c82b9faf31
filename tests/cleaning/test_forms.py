"""A record's form says what its lines are; the curator, and nobody else, knows better."""

from newsarchive.cleaning import clean
from newsarchive.cleaning.profiles import Profile, ProfileRule
from newsarchive.model import Document, Label, Reading
from samples import correction, document

PARAGRAPH = (
    "The harbour of Eastport opened again on Monday, six days after a storm had torn two cranes"
    " from their rails and had left the eastern quay under water, the port authority said."
)
TEXT = f"""\
Harbour reopens
Load-Date: 20 July 2021
{PARAGRAPH}

What comes next

{PARAGRAPH}
Subscribe to our newsletter today.
By John Doe
"""
FIELD, BODY = "field-of-the-export", "text-of-the-export"
LABELS: dict[int, tuple[Label, str]] = {
    1: ("title", FIELD),
    2: ("boilerplate", FIELD),
    3: ("body", BODY),
    5: ("body", BODY),
    7: ("body", BODY),
    8: ("body", BODY),
    9: ("boilerplate", FIELD),
}


def read(document: Document, *profiles: Profile) -> Reading:
    (reading,) = clean([document], profiles)
    return reading


def labels(reading: Reading) -> dict[int, tuple[str, str]]:
    return {line.number: (line.label, line.rule) for line in reading.lines}


def test_fields_and_sentences_are_what_the_form_says() -> None:
    reading = labels(read(document(TEXT, labels=LABELS)))
    assert {number: reading[number] for number in (1, 2, 3, 7, 8, 9)} == {
        number: LABELS[number] for number in (1, 2, 3, 7, 8, 9)
    }


def test_a_heading_amid_the_text_stays_one() -> None:
    reading = labels(read(document(TEXT, labels=LABELS)))
    assert reading[5] == ("subheading", "heading-over-paragraph")


def test_the_curator_knows_better_than_the_form() -> None:
    corrected = document(TEXT, labels=LABELS, correction=correction(labels={8: "boilerplate"}))
    assert labels(read(corrected))[8] == ("boilerplate", "corrected")


def test_the_form_knows_better_than_a_profile() -> None:
    rule = ProfileRule(label="boilerplate", why="the end", starts="The harbour", onward=True)
    profile = Profile(name="The Port", recognised_by=("Eastport",), rules=(rule,), slug="port")
    assert labels(read(document(TEXT, labels=LABELS), profile))[7] == ("body", BODY)


def test_a_field_states_nothing_but_what_the_form_says_it_does() -> None:
    stated = [said.line for said in read(document(TEXT, labels=LABELS)).statements]
    assert not {2, 9} & set(stated)
    assert read(document(TEXT)).statements != read(document(TEXT, labels=LABELS)).statements


def test_the_day_of_a_printing_is_not_the_articles_but_the_paper_is_its_source() -> None:
    head = "16/06/2020      Harbour reopens | Eastport Courier"
    text = f"{head}\n\nHarbour reopens\nBy John Doe\n{PARAGRAPH}\n"
    printed: dict[int, tuple[Label, str]] = {1: ("boilerplate", "printed-by-a-browser")}
    said = {one.field: one.value for one in read(document(text, labels=printed)).statements}
    assert said["source"] == "Eastport Courier"
    assert "date" not in said


def test_the_day_of_a_printing_does_not_say_which_figure_of_a_day_is_the_month() -> None:
    printed: dict[int, tuple[Label, str]] = {1: ("boilerplate", "printed-by-a-browser")}
    text = f"11/30/26, 4:36 AM Harbour reopens\nHarbour reopens\n08/07/2021\n{PARAGRAPH}\n"
    (reading,) = clean([document(text, labels=printed)])
    days = {said.value for said in reading.statements if said.field == "date"}
    assert "2021-08-07" not in days


def test_the_title_is_that_of_a_printing_where_the_text_has_none() -> None:
    printed: dict[int, tuple[Label, str]] = {1: ("boilerplate", "printed-by-a-browser")}
    text = f"16/06/2020, 10:32 Harbour reopens after six days\n{PARAGRAPH}\n{PARAGRAPH}\n"
    (reading,) = clean([document(text, labels=printed)])
    titles = [said.value for said in reading.statements if said.field == "title"]
    assert titles == ["Harbour reopens after six days"]
