"""All rules together: their names, their order, and what none of them may take."""

import pytest

from newsarchive.cleaning.rules import RULES, apply_rules, explanation_of, name_of
from quickness import within
from ruled import amid, labels, page, title


def test_every_rule_has_a_name_and_an_explanation_of_its_own() -> None:
    names = [name_of(rule) for rule in RULES]
    explanations = [explanation_of(rule) for rule in RULES]
    assert len(set(names)) == len(set(explanations)) == len(RULES)
    assert all(explanation.endswith((".", '".')) for explanation in explanations)


def test_a_label_that_was_given_stays() -> None:
    read = page("$10\nClick to enlarge")
    assert apply_rules(read, {0: ("body", "corrected")}) == {
        0: ("body", "corrected"),
        1: ("boilerplate", "click-prompt"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The advertisement hung on the wall of the pool.",
        "42",
        "It cost $20.",
        "The agency that had told the story first was Reuters.",
        "Sources at the town hall said that the pool was lost.",
        "Follow the river and you will find a pool that nobody has to pay for.",
        "Reporting is what he did before he swam.",
        "The pool opens on Tuesday, and closes in November.",
        "It belongs to the U.S.A.",
        "Ann Name is a swimmer.",
        "Poolside.Chat",
        "This email was sent by the mayor, who denies it.",
        "To stop the leak the town would have to sell the pool.",
        "He wrote to ann@pool.example, which was not her address.",
        "김민지 기자는 수영장이 다시 열린다고 말했다.",
        "pool_plan_v2.py",
        "1.Repairs of the Boiler",
        "The prize goes to the doctor Ann Name, Ph.D",
        "We will find the money for the pool.Click To Tweet",
        "Video: 4K/30p with no crop",
        "Nobody wants to give up the pool. (I picture us all in the rain.)",
        "This mirror image also brings a balance to the pool.",
        "The agents who sell the pool earn a commission of nine per cent.",
        "The plan was for the mayor's information, and her advice was to swim.",
        "The pool will be mended by two parties (SPD/Grüne)",
        "Nobody had contributed to this report more than the swimmers of Eastport did.",
        "The tags: they were found at the bottom of the pool.",
        "The story of the pool will be told again, and it will be updated then.",
        "The pool can be reached by bus, and so can the sea.",
        "They told her on Monday that the mayor would follow her example.",
    ],
)
def test_a_paragraph_that_only_resembles_what_rules_know_stays_one(text: str) -> None:
    assert labels(amid(text)) == {}


@pytest.mark.parametrize(
    "text",
    [
        "* a\n" * 20_000 + "¶ " + "word " * 200_000,
        "Related:\nFive Words Make a Headline\n" * 20_000,
        "© " * 500_000,
        "(photo " * 150_000,
        "click " * 200_000,
        "$" + "1," * 500_000,
        "https://example.org/" + "a-" * 500_000,
        "our " * 100_000 + "commission affiliate inbox informational advice click here " * 5_000,
        "list of 9 items\n" * 40_000,
        "¶ The pool will stay open for years, the mayor said then.\n" * 6
        + "".join(f"Menu {letter}\n" for letter in "abcdef")
        + "¶ Five Words Make a Headline\n¶ And it is all that it is.\n" * 20_000,
    ],
)
def test_hostile_text_takes_time_in_proportion_to_its_length(text: str) -> None:
    read = page(text, title("Some Words of a Title", 1))
    with within(5):
        apply_rules(read, {})
