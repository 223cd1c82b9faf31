"""Short texts, which are posts: nothing can stand around them."""

import pytest

from newsarchive.cleaning.rules import apply_rules
from newsarchive.cleaning.rules.page import page_of
from newsarchive.cleaning.verdict import Verdict
from newsarchive.model import Line

OUT = Verdict("boilerplate", 0.1, "no-article")
PROSE = Verdict("body", 0.9, "reads-like-prose")


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
