import numpy as np
import pytest

from newsarchive.cleaning.rules.page import page_of
from newsarchive.cleaning.surroundings import Asked, measure
from newsarchive.cleaning.verdict import Verdict
from newsarchive.model import Line, Statement

TITLE = Statement("title", "Ferry sails again", "title-line", "Ferry sails again", 1)
TEXTS = ("Ferry sails again", "The ferry sails on Monday.", "Share", "Monday was cold.")
VERDICTS = (
    Verdict("boilerplate", 0.1, "before-the-article", (8, -8, -8), 0),
    Verdict("body", 0.9, "reads-like-prose", (-8, -8, -8), 0),
    Verdict("boilerplate", 0.2, "between-paragraphs", (-8, -8, 3), 9),
    Verdict("body", 0.7, "in-doubt", (-8, -8, -8), None),
)
PAGE = page_of(tuple(Line(n, text) for n, text in enumerate(TEXTS, 1)), VERDICTS, (TITLE,))
BODY = (False, True, False, True)


def test_a_line_is_measured_by_itself_and_by_all_around_it() -> None:
    row = measure([Asked(PAGE, VERDICTS, BODY, [1])])[0].tolist()
    assert row == pytest.approx([
        0.9, 0.1, -1, 0.2, 0.7, 0, -1, 0, 1,  # chances, and whether the lines next to it are body
        26, 1, 0, 0, -8,  # characters, a sentence, in no other file, the first rule, no byline
        *[42 / 64] * 4,  # the article's share of what stands around
        42, 2, 26, (0.9 * 26 + 0.7 * 16) / 42, 1, 0, 26 / 42,  # the article as a whole
        26, 26 / 42, 17, 5,  # its stretch of the article, and the stretches beside it
        1 / 3, 1 / 3, 2 / 3,  # "monday" stands in the article elsewhere; two words in the title
    ])  # fmt: skip


def test_what_other_files_say_counts_up_to_five_and_is_less_than_none_where_unknown() -> None:
    assert measure([Asked(PAGE, VERDICTS, BODY, [1, 2, 3])])[:, 11].tolist() == [0, 5, -1]


def test_a_page_without_an_article_is_measured_as_well() -> None:
    assert np.isfinite(measure([Asked(PAGE, VERDICTS, (False,) * 4, [0, 1])])).all()


def test_a_line_is_measured_alike_whatever_pages_stand_beside_its_own() -> None:
    other = page_of(PAGE.lines[:2], VERDICTS[:2], ())
    pages = [
        Asked(other, VERDICTS[:2], (True, True), [0, 1]),
        Asked(PAGE, VERDICTS, BODY, [0, 3]),
        Asked(other, VERDICTS[:2], (False, False), []),
        Asked(PAGE, VERDICTS, (True,) * 4, [1]),
    ]
    alone = np.concatenate([measure([page]) for page in pages])
    assert measure(pages).tolist() == alone.tolist()
