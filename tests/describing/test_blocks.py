from pathlib import Path

import pytest

from newsarchive.body import Block, Bullets, Figure, Mark, Note, Paragraph, Subheading, Table
from newsarchive.cleaning import clean
from newsarchive.describing import describe
from newsarchive.describing.blocks import blocks_of, notes_of, related_of
from newsarchive.describing.forms import Caption, Cells, Point
from newsarchive.loading import load
from newsarchive.model import Document, LabelledLine
from samples import labelled


def blocks(lines: tuple[LabelledLine, ...]) -> tuple[Block, ...]:
    return blocks_of(lines, notes_of(lines), {})


def test_body_subheadings_and_figures_come_in_the_order_of_the_text() -> None:
    lines = labelled(
        ("title", "A title"),
        ("body", "One."),
        ("boilerplate", "Advertisement"),
        ("subheading", "Two"),
        ("body", "Three."),
        ("caption", "A picture"),
        ("related", "Another headline"),
    )
    assert blocks(lines) == (
        Paragraph("One.", (2,)),
        Subheading("Two", (4,)),
        Paragraph("Three.", (5,)),
        Figure("A picture", (6,)),
    )


def test_a_credit_belongs_to_the_caption_above_it_and_to_no_second_one() -> None:
    lines = labelled(("caption", "A picture"), ("credit", "© A"), ("credit", "© B"))
    assert blocks(lines) == (Figure("A picture", (1, 2), "© A"), Figure("", (3,), "© B"))


def test_a_credit_below_a_boilerplate_line_still_finds_its_caption() -> None:
    lines = labelled(("caption", "A picture"), ("boilerplate", "Share"), ("credit", "© A"))
    assert blocks(lines) == (Figure("A picture", (1, 3), "© A"),)


def test_a_line_that_goes_on_is_joined_to_its_paragraph() -> None:
    lines = (
        LabelledLine(1, "The pool will", "body", "r"),
        LabelledLine(3, "stay open", "body", "r", joins=True),
        LabelledLine(4, "this year.", "body", "r", joins=True),
    )
    assert blocks(lines) == (Paragraph("The pool will stay open this year.", (1, 3, 4)),)


def test_bullets_that_follow_each_other_are_one_list() -> None:
    lines = labelled(("body", "• One"), ("body", "•Two"), ("body", "Three."), ("body", "· Four"))
    assert blocks(lines) == (
        Bullets(("One", "Two"), (1, 2)),
        Paragraph("Three.", (3,)),
        Bullets(("Four",), (4,)),
    )


def test_raw_text_is_no_markdown() -> None:
    lines = labelled(("body", "# One"), ("body", "*two* _three_"), ("body", "1. four"))
    assert [block.text for block in blocks(lines) if isinstance(block, Paragraph)] == [
        "# One",
        "*two* _three_",
        "1. four",
    ]


def test_a_word_that_ends_in_a_notes_marker_leads_to_the_note() -> None:
    lines = labelled(
        ("body", "The pool* and (the bath)* are * old."), ("footnote", "* Since 1931.")
    )
    assert notes_of(lines) == (Note("*", "Since 1931.", 2),)
    assert blocks(lines) == (
        Paragraph(
            "The pool* and (the bath)* are * old.", (1,), (Mark(8, "*", 1), Mark(24, "*", 1))
        ),
    )


def test_one_and_two_asterisks_lead_to_notes_of_their_own() -> None:
    lines = labelled(("body", "Pool** and bath*."), ("footnote", "* A."), ("footnote", "** B."))
    (paragraph,) = blocks(lines)
    assert isinstance(paragraph, Paragraph)
    assert paragraph.marks == (Mark(4, "**", 2), Mark(15, "*", 1))


def test_a_marker_that_two_notes_have_leads_to_the_first() -> None:
    lines = labelled(("body", "The pool* is old."), ("footnote", "* A."), ("footnote", "* B."))
    (paragraph,) = blocks(lines)
    assert isinstance(paragraph, Paragraph)
    assert paragraph.marks == (Mark(8, "*", 1),)
    assert [note.text for note in notes_of(lines)] == ["A.", "B."]


def test_a_footnote_without_a_marker_keeps_its_whole_text() -> None:
    assert notes_of(labelled(("footnote", "Since 1931."))) == (Note("", "Since 1931.", 1),)


def test_a_related_headline_is_given_once() -> None:
    lines = labelled(("related", "A"), ("related", "B"), ("related", "A"))
    assert related_of(lines) == ("A", "B")


def written(folder: Path, name: str, text: str) -> tuple[Block, ...]:
    """Give the blocks of a file."""
    (folder / name).write_text(text)
    (document,) = load(folder / name, name)
    assert isinstance(document, Document)
    (reading,) = clean([document])
    return describe(reading).blocks


LIST = """One paragraph.

- the first point
- the second point

1. close it
2. mend it

Another paragraph.
"""


def test_lists_that_a_curator_wrote_are_lists_and_numbers_stay(tmp_path: Path) -> None:
    assert written(tmp_path, "a.md", LIST) == (
        Paragraph("One paragraph.", (1,)),
        Bullets(("the first point", "the second point"), (2, 3)),
        Bullets(("close it", "mend it"), (4, 5), first=1),
        Paragraph("Another paragraph.", (6,)),
    )


QUOTED = """One paragraph.

> What she said.
>
> - a point of it
>
> And went on to say.
>
> And more.

Another paragraph.
"""


def test_quotations_that_a_curator_wrote_are_quoted_a_paragraph_each(tmp_path: Path) -> None:
    assert written(tmp_path, "a.md", QUOTED) == (
        Paragraph("One paragraph.", (1,)),
        Paragraph("What she said.", (2,), quoted=True),
        Bullets(("a point of it",), (3,)),
        Paragraph("And went on to say.", (4,), quoted=True),
        Paragraph("And more.", (5,), quoted=True),
        Paragraph("Another paragraph.", (6,)),
    )


TABLES = """One paragraph.

| Town | 2020 | 2024 |
| --- | --- | --- |
| North | 61.2 % | |
| South | | 50.1 % |

Another paragraph.
"""


def test_a_table_that_a_curator_wrote_is_one(tmp_path: Path) -> None:
    rows = (("Town", "2020", "2024"), ("North", "61.2 %", ""), ("South", "", "50.1 %"))
    assert written(tmp_path, "a.md", TABLES)[1] == Table(rows, (2, 3, 4), headed=True)


COPIED = """Turnout falls in three of five districts

Fewer people voted on Thursday than four years ago in three of the five districts of the town.

\t2020\t2024
North\t61.2 %\t55.0 %
South\t48.9 %\t50.1 %

In the two districts where turnout rose, the council had opened polling stations in schools.

Born\t1950
Died\t2011

The council will meet on Tuesday to look at the figures and decide on the schools.
"""


def test_rows_copied_from_a_browser_are_tables(tmp_path: Path) -> None:
    tables = [one for one in written(tmp_path, "a.txt", COPIED) if isinstance(one, Table)]
    votes = (("", "2020", "2024"), ("North", "61.2 %", "55.0 %"), ("South", "48.9 %", "50.1 %"))
    assert tables == [
        Table(votes, (5, 6, 7), headed=True),
        Table((("Born", "1950"), ("Died", "2011")), (11, 12)),
    ]


def test_points_in_small_letters_are_not_put_together(tmp_path: Path) -> None:
    text = "One paragraph.\n\n* one of many\n* another one\n\nand the text goes on.\n"
    assert written(tmp_path, "a.md", text) == (
        Paragraph("One paragraph.", (1,)),
        Bullets(("one of many", "another one"), (2, 3)),
        Paragraph("and the text goes on.", (4,)),
    )


NOTED = """The pool is old.[^a] The bath is not[^b], and has 25 m<sup>2</sup>.

[^a]: Built in 1931.
[^b]: Since the fire.
"""


def test_notes_that_a_curator_wrote_are_notes(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(NOTED)
    (document,) = load(tmp_path / "a.md", "a.md")
    assert isinstance(document, Document)
    read = describe(clean([document])[0])
    text = "The pool is old.¹ The bath is not², and has 25 m²."
    marks = (Mark(16, "¹", 1), Mark(33, "²", 2))
    assert read.blocks == (Paragraph(text, (1,), marks),)
    assert read.notes == (Note("¹", "Built in 1931.", 2), Note("²", "Since the fire.", 3))


def test_a_mark_of_two_figures_is_not_that_of_the_first() -> None:
    lines = labelled(("body", "Pool¹² and bath¹."), ("footnote", "¹ A."), ("footnote", "¹² B."))
    (paragraph,) = blocks(lines)
    assert isinstance(paragraph, Paragraph)
    assert paragraph.marks == (Mark(4, "¹²", 2), Mark(15, "¹", 1))


@pytest.mark.parametrize("columns", [2, 3, 4])
def test_points_below_points_may_stand_in_by_two_columns_or_more(
    tmp_path: Path, columns: int
) -> None:
    text = f"1. steel\n{' ' * columns}- north\n{' ' * columns}- south\n2. paint\n"
    assert written(tmp_path, "a.md", text) == (
        Bullets(("steel", "north", "south", "paint"), (1, 2, 3, 4)),
    )


def test_a_list_of_which_a_point_is_missing_or_has_two_paragraphs_shows_no_numbers() -> None:
    lines = labelled(("body", "One"), ("body", "Three"))
    for numbers in ((1, 3), (1, 1)):
        forms = {line: Point("ol", number) for line, number in enumerate(numbers, 1)}
        assert blocks_of(lines, (), forms) == (Bullets(("One", "Three"), (1, 2)),)


def test_a_caption_is_its_tables_over_or_below_it_and_without_rows_a_paragraph() -> None:
    rows = {2: Cells("table", ("North", "55")), 3: Cells("table", ("South", "48"))}
    texts = ("Turnout", "North 55", "South 48", "In per cent", "Rain.", "More", "of it")
    lines = labelled(*(("body", text) for text in texts))
    captions = dict.fromkeys((1, 4, 6, 7), Caption("table"))
    assert blocks_of(lines, (), {**rows, **captions}) == (
        Table(
            (("North", "55"), ("South", "48")),
            (2, 3),
            caption=Paragraph("Turnout In per cent", (1, 4)),
        ),
        Paragraph("Rain.", (5,)),
        Paragraph("More of it", (6, 7)),
    )
