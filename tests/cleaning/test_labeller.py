"""A page nobody has seen before is told into its article and the rest."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.cleaning.features import count_features
from newsarchive.cleaning.labeller import (
    RULES,
    hint,
    judge,
    probabilities,
    side_with_neighbours,
)
from newsarchive.cleaning.lines import split_lines
from newsarchive.cleaning.repetition import SharedLines, count_lines
from newsarchive.cleaning.verdict import Verdict
from newsarchive.model import Line

ARTICLE = """\
The ferry to the northern islands will sail again from Monday, the harbour office said on Friday, \
after eleven days in which the crossing was closed because of ice.
“We know how hard this was for the people out there,” said Marta Lind, who runs the office. \
“Nobody wants to see the shops empty a second time this winter.”
Fuel and mail were flown in by helicopter during the closure, at a cost of some 40,000 crowns a \
day, according to the county. The council will discuss on Tuesday who is to pay for it.
Two new icebreakers were ordered last spring, but the first of them is not expected before 2031, \
and fishermen have asked for an older ship to be kept in service until then.
Lind said that tickets bought for the cancelled trips remain valid until the end of June."""
HEAD = """\
Skip to content
News
Sport
Weather
Subscribe
Ferry to the islands sails again
By Jonas Berg
12 February, 10:15
Share"""
TAIL = """\
Read more
Storm closes the coast road
School dinners to cost more
Five walks for a cold Sunday
Sign up for our newsletter
Privacy policy
Cookie settings
© 2029 The Northern Post. All rights reserved."""
PAGE = split_lines(f"{HEAD}\n{ARTICLE}\n{TAIL}")
PAGES = [
    PAGE,
    split_lines(f"{HEAD}\n\n{ARTICLE.replace(chr(10), chr(10) * 2)}\n\n{TAIL}"),
    split_lines(ARTICLE),
    split_lines(TAIL),
    (),
    split_lines("Ein Satz."),
]


def body_of(page: tuple[Line, ...], shared: SharedLines | None = None) -> list[str]:
    (verdicts,) = judge([page], shared)
    return [
        line.text
        for line, verdict in zip(page, verdicts, strict=True)
        if verdict.label != "boilerplate"
    ]


def test_the_article_is_found_between_menu_and_footer() -> None:
    assert body_of(PAGE) == ARTICLE.split("\n")


def test_every_line_gets_one_verdict_with_a_rule_of_the_catalogue() -> None:
    for page, verdicts in zip(PAGES, judge(PAGES), strict=True):
        assert len(verdicts) == len(page)
        assert all(verdict.rule in RULES for verdict in verdicts)
        assert all(0 <= verdict.probability <= 1 for verdict in verdicts)


def test_the_rules_say_where_a_line_stands_and_how_it_reads() -> None:
    (verdicts,) = judge([PAGE])
    rules = {line.text: verdict.rule for line, verdict in zip(PAGE, verdicts, strict=True)}
    assert rules["Weather"] == "before-the-article"
    assert rules["Cookie settings"] == "after-the-article"
    assert rules["© 2029 The Northern Post. All rights reserved."] == "address-or-rights"
    assert rules[body_of(PAGE)[0]] == "reads-like-prose"


def test_a_line_of_several_files_is_named_so() -> None:
    shared = count_lines([PAGE, split_lines("Weather\nA short notice."), split_lines("Weather")])
    (verdicts,) = judge([PAGE], shared)
    assert verdicts[3].rule == "stands-in-several-files"
    assert body_of(PAGE, shared) == ARTICLE.split("\n")


def test_a_line_says_in_how_many_other_files_it_stands_if_they_are_known() -> None:
    shared = count_lines([PAGE, split_lines("Weather\nA short notice."), split_lines("Weather")])
    (among,), (alone,) = judge([PAGE], shared), judge([PAGE])
    said = {line.text: v.elsewhere for line, v in zip(PAGE, among, strict=True)}
    assert {text for text, others in said.items() if others} == {"Weather"}
    assert said["Weather"] == 2
    assert {verdict.elsewhere for verdict in alone} == {None}


def test_an_archive_of_one_file_teaches_nothing() -> None:
    assert judge([PAGE], count_lines([PAGE])) == judge([PAGE], None)


def test_a_page_is_judged_the_same_in_any_company() -> None:
    alone = [judge([page])[0] for page in PAGES]
    assert judge(PAGES) == alone
    for order in itertools.islice(itertools.permutations(range(len(PAGES))), 0, 720, 97):
        assert judge([PAGES[n] for n in order]) == [alone[n] for n in order]
    many = judge(PAGES * 60)
    assert many == alone * 60


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=30))
def test_any_text_is_judged(lines: list[str]) -> None:
    page = split_lines("\n".join(lines))
    assert len(judge([page])[0]) == len(page)


def test_verdicts_are_fixed_values_for_a_fixed_page() -> None:
    (first,), (again,) = judge([PAGE]), judge([PAGE])
    assert first == again
    assert isinstance(first[0], Verdict)


def test_a_line_in_doubt_sides_with_the_body_beside_it_and_prose_more() -> None:
    prose = "The harbour stayed closed all week, and the ferry with it, said the town."
    page = split_lines(f"{prose}\n{prose}\n{prose}\nShare this\n{prose}")
    table = count_features([page, page[:1]])
    doubtful = np.array([5, -1.5, 5, -1.5, 5, -1.5], np.float32)
    raised = side_with_neighbours(table, doubtful)
    assert raised.tolist() == [5, 0.5, 5, -0.5, 5, -1.5]


def test_no_probability_hangs_on_the_last_bit_of_a_machine_s_arithmetic() -> None:
    logits = np.arange(-40 * 16384, 40 * 16384) / 16384
    exact = 1 / (1 + np.exp(-logits / 2))
    to_boundary = np.abs(exact * 1000 - np.floor(exact * 1000) - 0.5)
    assert to_boundary.min() > 1e-9


@pytest.mark.parametrize(("logit", "chance"), [(0.0, 0.5), (90.0, 1.0), (-90.0, 0.0), (4.0, 0.881)])
def test_a_logit_becomes_a_probability_to_three_decimals(logit: float, chance: float) -> None:
    assert probabilities(np.array([logit], np.float32)).tolist() == [chance]


def test_a_hint_is_the_same_whether_or_not_the_body_is_judged() -> None:
    shared = count_lines(PAGES)
    for page, hints in zip(PAGES, hint(PAGES, shared), strict=True):
        (verdicts,) = judge([page], shared)
        assert [(said.hints, said.elsewhere) for said in verdicts] == [tuple(one) for one in hints]
