"""The shape of the article's text: paragraphs, headings between them, footnotes, short posts."""

import pytest

from newsarchive.cleaning.rules import apply_rules
from newsarchive.cleaning.rules.page import page_of
from newsarchive.cleaning.rules.paragraphs import joins
from newsarchive.cleaning.verdict import Verdict
from newsarchive.model import Line
from ruled import PROSE, labels, page

OUT = Verdict("boilerplate", 0.1, "no-article")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bridge closed, says council. All of it.", {0}),
        ("The bridge is closed.\nThe ferry runs.\nStay home.", {0, 1, 2}),
        ("Bridge closed for nine weeks", {0}),
        ("Bridge closed, it seems\n¶ The council said so on Monday, after talks.\nOh.", {1}),
        ("Menu\nThe bridge is closed.", set()),
        ("Menu\nSign in\n" + "Bridge closed for weeks\n" * 9, set()),
    ],
)
def test_a_text_of_a_few_lines_is_a_post_and_its_sentences_are_the_text(
    text: str, shown: set[int]
) -> None:
    rows = text.strip().split("\n")
    lines = tuple(Line(number, row.removeprefix("¶ ")) for number, row in enumerate(rows, 1))
    verdicts = tuple(PROSE if row.startswith("¶ ") else OUT for row in rows)
    known = apply_rules(page_of(lines, verdicts, ()), {})
    labels = [known.get(i, (verdict.label,))[0] for i, verdict in enumerate(verdicts)]
    assert {i for i, label in enumerate(labels) if label == "body"} == shown


@pytest.mark.parametrize(("chance", "text"), [(0.4, "The mayor spoke. " * 13), (0.2, "x")])
def test_a_long_paragraph_amid_the_article_that_is_in_doubt_is_of_it(
    chance: float, text: str
) -> None:
    doubtful = Verdict("boilerplate", chance, "between-paragraphs")
    rows = ("It is warm.", text.strip(), "It is cold.")
    lines = tuple(Line(number, row) for number, row in enumerate(rows, 1))
    read = page_of(lines, (PROSE, doubtful, PROSE), ())
    assert labels(read) == ({text.strip(): "body by long-paragraph"} if chance > 0.3 else {})


BELOW = Verdict("boilerplate", 0.1, "after-the-article")


def below(*texts: str, body: int = 1) -> dict[str, str]:
    prose = "The pool will stay open, the mayor said on Monday. " * body
    lines = tuple(Line(number, text) for number, text in enumerate((prose, *texts), 1))
    return labels(page_of(lines, (PROSE, *[BELOW] * len(texts)), ()))


@pytest.mark.parametrize(
    "text",
    [
        "It will open at ten.",
        "La piscine reste ouverte.",
        "“It is warm,” she said.”",
        "プールは十時に開きます。",
    ],
)
def test_a_sentence_directly_below_news_in_brief_is_its_last(text: str) -> None:
    assert below(text, "Harwick and the sea") == {text: "body by sentence-in-brief"}


def test_a_sentence_between_two_lines_of_news_in_brief_is_of_it() -> None:
    between = Verdict("boilerplate", 0.1, "between-paragraphs")
    rows = ("The pool will stay open.", "So said the mayor: “We have waited.”", "It is warm.")
    lines = tuple(Line(number, row) for number, row in enumerate(rows, 1))
    read = page_of(lines, (PROSE, between, PROSE), ())
    assert labels(read) == {rows[1]: "body by sentence-in-brief"}


def test_news_in_brief_goes_on_below_a_pointer_and_over_a_page() -> None:
    head = Verdict("boilerplate", 0.0, "running-head")
    below = Verdict("boilerplate", 0.1, "after-the-article")
    rows = (
        "The pool will stay open.",
        "Read also: The rain",
        "The Courier",
        "It will be warm, he said.",
    )
    lines = tuple(Line(number, row) for number, row in enumerate(rows, 1))
    found = labels(page_of(lines, (PROSE, below, head, below), ()))
    assert found[rows[3]] == "body by sentence-in-brief"


def under(*texts: str) -> dict[str, str]:
    prose = [
        "The pool will stay open, the mayor said on Monday, for as long as it holds water."
    ] * 16
    lines = tuple(Line(number, text, 0, 1) for number, text in enumerate((*prose, *texts), 1))
    return labels(page_of(lines, (*[PROSE] * len(prose), *[BELOW] * len(texts)), ()))


@pytest.mark.parametrize(
    "text",
    [
        "She went back to her bench.",
        "“I will swim on Monday,” the mayor said.",
        "„Ich schwimme am Montag“, sagte sie.",
        "Она ушла домой.",
    ],
)
def test_a_sentence_below_the_article_that_goes_on_from_its_last_is_of_it(text: str) -> None:
    assert under(text, "Harwick and the sea") == {text: "body by sentence-that-goes-on"}


@pytest.mark.parametrize(
    "text",
    [
        "The Courier writes of the sea.",
        "She has her own page",
        '"Hier ist Bayern": Der Newsletter informiert Sie am Abend.',
        "Sie haben Fragen zu diesem Text.",
    ],
)
def test_a_sentence_below_the_article_that_begins_anew_is_judged_by_the_labeller(text: str) -> None:
    assert under(text, "Harwick and the sea") == {}


def test_a_sentence_that_is_the_first_line_above_news_in_brief_is_of_it() -> None:
    above = Verdict("boilerplate", 0.1, "before-the-article")
    rows = ("Bus fares will rise by a tenth in March.", "It is the third rise in two years.")
    lines = tuple(Line(number, row) for number, row in enumerate(rows, 1))
    assert labels(page_of(lines, (above, PROSE), ())) == {rows[0]: "body by sentence-in-brief"}
    menu = (Line(1, "Menu"), *(Line(line.number + 1, line.text) for line in lines))
    assert rows[0] not in labels(page_of(menu, (above, above, PROSE), ()))


def test_below_a_longer_article_or_something_else_a_sentence_is_judged_by_the_labeller() -> None:
    assert below("It will open at ten.", "Harwick and the sea", body=30) == {}
    assert below("Harwick and the sea", "It will open at ten.") == {}
    assert below("Mind the rules.") == {}


@pytest.mark.parametrize("marker", ["*", "**", "†", "¹"])
def test_a_footnote_answers_a_marker_in_the_body(marker: str) -> None:
    read = page(f"¶ The pool{marker} will stay open, said the mayor.\n{marker} Built in 1931.")
    assert labels(read) == {f"{marker} Built in 1931.": "footnote by footnote"}


def test_a_line_with_an_asterisk_that_nothing_points_at_is_no_footnote() -> None:
    assert labels(page("¶ The pool will stay open.\n* Required field")) == {}


def test_what_stands_between_asterisks_is_emphasis_and_no_footnote() -> None:
    read = page("¶ The pool** will stay open.\n¶ **Abstract:** The pool of the town is old.")
    assert labels(read) == {}


def test_a_marker_of_two_asterisks_is_not_answered_by_one() -> None:
    assert labels(page("¶ The pool** will stay open.\n* Required field")) == {}


def test_a_heading_needs_the_labeller_to_think_it_possible() -> None:
    above, below = (f"The pool {word} open, the mayor said, {'and so on ' * 12}." for word in "ab")
    lines = tuple(Line(n, text, 0, 0) for n, text in enumerate([above, "A new boiler", below], 1))

    def judged(chance: float) -> dict[str, str]:
        doubtful = Verdict("boilerplate", chance, "between-paragraphs")
        return labels(page_of(lines, (PROSE, doubtful, PROSE), ()))

    assert judged(0.3) == {"A new boiler": "subheading by heading-over-paragraph"}
    assert judged(0.1) == {}


def test_a_line_that_the_page_repeats_is_no_heading() -> None:
    paragraph = "¶ " + "The pool will stay open, the mayor said on Monday morning. " * 3
    text = "\n".join([paragraph, "More of the pool", paragraph, "More of the pool", paragraph])
    assert labels(page(text)) == {}


def test_a_broken_sentence_is_joined() -> None:
    lines = page("The pool will stay\nopen, the mayor said.\nit is old.\nThe end").lines
    assert joins(lines, frozenset(range(4))) == {1}


def test_lines_with_something_between_them_are_not_joined() -> None:
    lines = page("The pool will stay\nAdvertisement\nopen, the mayor said.").lines
    assert joins(lines, frozenset({0, 2})) == frozenset()


def test_news_in_brief_go_on_below_a_list_of_other_articles() -> None:
    last = "The council will vote on it in May, the mayor said."
    texts = ("Related:", "Why the pool was closed last year", last)
    assert below(*texts)[last] == "body by sentence-in-brief"


def test_a_short_line_in_capitals_over_a_paragraph_is_a_heading_of_the_text() -> None:
    prose = (
        "The pool will stay open until the end of the summer, the mayor said on Monday morning, "
        * 2
    )
    read = page(f"¶ {prose}\n¶ BANK CLEARINGS UP\n¶ {prose}\n¶ FIRE IN PORT.\n¶ {prose}\n¶ THE END")
    assert labels(read) == {"BANK CLEARINGS UP": "subheading by heading-in-capitals"}


@pytest.mark.parametrize("text", ["The pool was built in 1931.", "プールは十時に開きます。"])
def test_a_sentence_of_a_text_that_has_nothing_else_is_of_it(text: str) -> None:
    assert under(text) == {text: "body by sentence-among-sentences"}


def test_a_few_words_below_a_text_of_sentences_are_judged_by_the_labeller() -> None:
    assert under("Swim with care.") == {}
