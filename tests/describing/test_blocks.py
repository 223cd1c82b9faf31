from newsarchive.body import Block, Bullets, Figure, Mark, Note, Paragraph, Subheading
from newsarchive.describing.blocks import blocks_of, notes_of, related_of
from newsarchive.model import LabelledLine
from samples import labelled


def blocks(lines: tuple[LabelledLine, ...]) -> tuple[Block, ...]:
    return blocks_of(lines, notes_of(lines))


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
