"""Lists that a sentence of the article announces."""

from newsarchive.cleaning.rules.enumerations import announced_point, closing_list
from newsarchive.cleaning.rules.page import page_of
from newsarchive.cleaning.verdict import Verdict
from newsarchive.model import Line

ABOVE = "Under the agreement of the six towns:"
POINTS = ("No new dam may be built", "Half of the fees go to schools")
BELOW = "The council is to vote on it within ninety days, the mayor said."


def found(*texts: str, probability: float = 0.3) -> list[int]:
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    body, point = (
        Verdict("body", 0.9, ""),
        Verdict("boilerplate", probability, "between-paragraphs"),
    )
    verdicts = tuple(point if text in POINTS else body for text in texts)
    return sorted(announced_point(page_of(lines, verdicts, ()), {}))


def test_lines_in_doubt_below_a_colon_and_above_more_text_are_its_list() -> None:
    assert found(ABOVE, *POINTS, BELOW) == [1, 2]


def test_lines_below_a_whole_sentence_are_no_such_list() -> None:
    assert found(BELOW, *POINTS, BELOW) == []


def test_lines_that_the_labeller_is_sure_of_are_none_of_it() -> None:
    assert found(ABOVE, *POINTS, BELOW, probability=0.05) == []


def test_one_line_is_no_list() -> None:
    assert found(ABOVE, POINTS[0], BELOW) == []


def closing(*texts: str) -> list[int]:
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    body, after = Verdict("body", 0.9, ""), Verdict("boilerplate", 0.1, "after-the-article")
    verdicts = (body, *[after] * (len(texts) - 1))
    return sorted(closing_list(page_of(lines, verdicts, ()), {}))


def test_a_list_below_a_colon_and_above_a_sentence_ends_the_text_with_it() -> None:
    assert closing(ABOVE, *POINTS, BELOW, "Back to the overview") == [1, 2, 3]


def test_a_menu_below_a_colon_is_no_list_of_the_text() -> None:
    assert closing(ABOVE, "News", "Sport", BELOW) == []
    assert closing(ABOVE, *POINTS, "Contact") == []


def test_points_of_which_the_labeller_is_sure_belong_to_the_list_around_them() -> None:
    assert found(ABOVE, "What others in your post are paid", *POINTS, BELOW) == [2, 3]
