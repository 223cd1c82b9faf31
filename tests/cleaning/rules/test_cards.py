"""Cards of other articles, and captions, amid paragraphs that blank lines part."""

import pytest

from ruled import labels, page

TEXT = "¶ The pool was dug in 1910 by men who could not swim, and has leaked since, the mayor says."
ABOVE, BELOW = f"{TEXT}\n\n" * 3, f"\n\n{TEXT}" * 3
HEADLINE, OTHER = "Swimmers told to mind the jellyfish", "The ferry that nobody wants to sail"
TEASER = "Bathers have been told to look out for the purple creatures."
CARD = "related by card-amid-the-text"


def amid(*lines: str, above: str = ABOVE, below: str = BELOW) -> dict[str, str]:
    """Give the labels of lines that stand close together amid the text."""
    close = "\n".join([f"¶ {line}" for line in lines])
    return labels(page(f"{above}{close}{below}"))


@pytest.mark.parametrize(
    "lines",
    [
        (HEADLINE, OTHER),
        (HEADLINE, TEASER),
        ("Harbour", HEADLINE),
        ("Harbour", HEADLINE, TEASER, "2 July, 12:30"),
        (HEADLINE, TEASER, OTHER, TEASER.replace("purple", "green")),
        ("Natur", "Seltener Pilz wächst mitten auf der Trasse"),
    ],
)
def test_headlines_close_together_amid_paragraphs_that_stand_apart_are_others(
    lines: tuple[str, ...],
) -> None:
    assert amid(*lines) == dict.fromkeys(lines, CARD)


@pytest.mark.parametrize(
    "lines",
    [
        (HEADLINE,),
        ("ripe pears, cored and peeled", "about a quarter cup of lemon juice"),
        ("Best fit: what people draft first", "High risk: what nobody looks at again"),
        ("1. What the mayor says of it", "2. What the swimmers say of it"),
        (TEASER, TEASER.replace("purple", "green")),
        ("Shops", "Ferries", "Fog"),
        (HEADLINE, "and the sentence goes on below it in the next line."),
    ],
)
def test_other_lines_that_stand_close_together_are_the_text(lines: tuple[str, ...]) -> None:
    assert amid(*lines) == {}


def test_points_that_a_colon_announces_are_no_headlines() -> None:
    assert amid(HEADLINE, OTHER, above=f"{ABOVE}{TEXT[:-1]}:\n\n") == {}


def test_where_paragraphs_stand_close_together_too_nothing_is_told_by_it() -> None:
    close = f"{TEXT}\n" * 6
    assert amid(HEADLINE, OTHER, above=f"{close}\n", below=f"\n\n{close}") == {}


@pytest.mark.parametrize("name", ["Berkeley Earth", "Museum of the Old Harbour and Its Ferries"])
def test_a_sentence_over_a_name_is_a_caption_over_whose_the_picture_is(name: str) -> None:
    name = name.replace(" and Its", " & Its")
    assert amid(TEASER, name) == {
        TEASER: "caption by caption-over-a-name",
        name: "credit by caption-over-a-name",
    }


def test_a_sentence_over_another_line_is_no_caption() -> None:
    assert amid(TEASER, "what else the mayor of the town had to say") == {}
