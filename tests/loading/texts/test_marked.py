"""Marks that a medium sets around the words of a line."""

from newsarchive.body import Paragraph
from newsarchive.cleaning import clean
from newsarchive.cleaning.wrapping import lines_of
from newsarchive.describing import describe
from newsarchive.loading.texts.marked import marks_of
from samples import document

QUOTED = """> Bridge to close for nine weeks
>
> The council voted on Monday to close the harbour bridge for nine weeks in the
> autumn. The northern pillar must be rebuilt, the mayor said, and it is high time.
>
> The work had been put off twice. A ferry will run every hour until the bridge
> opens again."""
WIRE = """^Bridge to close for nine weeks<
^By JANE DOE=
   PORT ELSEWHERE (AP) _ The council voted Monday to close the harbor bridge.<
   The work had been put off twice.<"""


def test_the_marks_of_a_quoted_mail_are_none_of_its_words() -> None:
    (reading,) = clean([document(QUOTED, marks=marks_of(QUOTED))])
    blocks = describe(reading).blocks
    endings = [block.text[-50:] for block in blocks if isinstance(block, Paragraph)]
    assert endings == [
        "t be rebuilt, the mayor said, and it is high time.",
        " will run every hour until the bridge opens again.",
    ]


def test_every_line_is_shown_with_the_marks_that_it_has_in_the_file() -> None:
    (reading,) = clean([document(QUOTED, marks=marks_of(QUOTED))])
    assert [line.text for line in reading.lines] == [row.strip() for row in QUOTED.split("\n")]


def test_a_wire_is_read_without_the_signs_for_the_typesetter() -> None:
    lines = lines_of(document(WIRE, marks=marks_of(WIRE)))
    assert [line.text for line in lines[:2]] == ["Bridge to close for nine weeks", "By JANE DOE"]
    assert lines[-1].text.endswith("twice.")


def test_the_sign_behind_a_wire_s_headline_is_none_of_it() -> None:
    wire = (
        "bdt0123 4 vm 312 dpa 0456\n\nBrücke wird neun Wochen gesperrt =\n\nBrackwell (dpa) - Der"
    )
    assert marks_of(wire) == {3: ("", " =")}
    assert not marks_of("The rate is\nx =\n4")


def test_a_text_that_only_quotes_a_little_has_no_marks() -> None:
    assert not marks_of(
        "A long answer to what you wrote:\n> Is it old?\n> How old?\n> Yes?\nIt is."
    )


def test_a_list_of_pointers_has_no_marks() -> None:
    text = (
        "The bridge is to close for nine weeks.\n> Read more\n> Comments\n> Print\n" + "It is. " * 9
    )
    assert not marks_of(text)
