"""Headlines on two lines, at the top of a text whose other lines are whole."""

import pytest

from newsarchive.cleaning.lines import split_lines
from newsarchive.cleaning.wrapping import whole_lines

STORY = {
    "en": "The council voted on Monday to close the bridge for nine weeks, the mayor said.",
    "de": "Der Rat hat am Montag beschlossen, die Brücke im Herbst für neun Wochen zu sperren.",
}


def titles(head: str, language: str = "en") -> list[str]:
    lines = whole_lines(split_lines(f"{head}\n\n{STORY[language]}\n\n{STORY[language]}"))
    return [line.text for line in lines[:-2]]


@pytest.mark.parametrize(
    ("head", "language", "title"),
    [
        (
            "Bridge to close for nine weeks\nafter engineers find cracks",
            "en",
            "Bridge to close for nine weeks after engineers find cracks",
        ),
        (
            "Rat beschließt Sperrung der\nHafenbrücke für neun Wochen",
            "de",
            "Rat beschließt Sperrung der Hafenbrücke für neun Wochen",
        ),
        (
            "COUNCIL VOTES TO SHUT\nHARBOUR BRIDGE 9 WEEKS",
            "en",
            "COUNCIL VOTES TO SHUT HARBOUR BRIDGE 9 WEEKS",
        ),
    ],
)
def test_a_headline_that_goes_on_below_is_one(head: str, language: str, title: str) -> None:
    assert titles(head, language) == [title]


def test_a_headline_on_two_lines_over_a_byline_is_one_and_the_byline_stands_apart() -> None:
    head = "Bridge to close for nine weeks\nafter engineers find cracks\nBy Jane Doe\n19 July 2021"
    assert titles(head) == [
        "Bridge to close for nine weeks after engineers find cracks",
        "By Jane Doe",
        "19 July 2021",
    ]


def test_a_headline_on_two_lines_below_a_kicker_in_capitals_is_one() -> None:
    assert titles("TRANSPORT\nHarbour bridge to close\nfor nine weeks") == [
        "TRANSPORT",
        "Harbour bridge to close for nine weeks",
    ]


def test_a_headline_on_two_lines_among_a_kicker_a_deck_and_a_byline_is_one() -> None:
    head = "TRANSPORT\nHarbour bridge to close\nfor nine weeks\nCouncil acts on cracks\nJane Doe"
    lines = whole_lines(
        split_lines(f"{head}\n\n{STORY['en']} It is ninety years old.\n\n{STORY['en']}")
    )
    assert [line.text for line in lines[:4]] == [
        "TRANSPORT",
        "Harbour bridge to close for nine weeks",
        "Council acts on cracks",
        "Jane Doe",
    ]


@pytest.mark.parametrize(
    "head",
    [
        "Bridge to close for nine weeks\nCouncil acts after engineers find cracks",
        "Bridge to close for nine weeks\nby Jane Doe",
        "Bridge to close for nine weeks\non 19 July 2021",
        "Jane Doe | John Roe\nan hour ago",
        "Bridge to close for nine weeks.\nafter all",
        "Home\nnews and views",
        "Bridge to close for nine weeks\nskip to content\nHome",
    ],
)
def test_other_lines_below_a_headline_are_none_of_it(head: str) -> None:
    assert titles(head) == head.split("\n")


def test_a_deck_with_capitals_all_through_over_a_column_of_print_is_one_line() -> None:
    column = (
        "The Town Council voted last\nnight to close the harbour\nbridge for nine weeks in the\n"
        "autumn. The northern pillar\nmust be rebuilt, the Mayor\nsaid."
    )
    page = f"BRIDGE TO CLOSE\nIN AUTUMN\n\nNorthern Pillar To Be\nRebuilt, Says Mayor\n\n{column}"
    assert [line.text for line in whole_lines(split_lines(page))][:2] == [
        "BRIDGE TO CLOSE IN AUTUMN",
        "Northern Pillar To Be Rebuilt, Says Mayor",
    ]


def test_a_long_paragraph_is_no_proof_that_lines_were_broken_at_a_width() -> None:
    page = (
        "גשר הנמל ייסגר לתשעה שבועות\n"
        "מאת: דנה כהן | 19.07.2021 | 14:05\n"
        "מועצת העיר החליטה ביום שני לסגור את גשר הנמל לתשעה שבועות בסתיו.\n"
        "העבודות נדחו כבר פעמיים. מעבורת תצא מדי שעה עד שהגשר ייפתח מחדש, גם בימי ראשון."
    )
    assert whole_lines(split_lines(page)) == split_lines(page)
