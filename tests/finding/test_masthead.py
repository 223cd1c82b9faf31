"""The name of a paper at the head of a text."""

import pytest

from newsarchive.finding.masthead import find_masthead, names_paper
from newsarchive.finding.page import Page, lay_out
from newsarchive.model import Line, Statement

STORY = "The harbour bridge at Port Elsewhere will close for nine weeks in autumn."


def found(*texts: str) -> tuple[Statement, ...]:
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    return find_masthead(lines, lay_out(Page(lines, tuple(float(t == STORY) for t in texts))))


@pytest.mark.parametrize(
    "name",
    [
        "The Elsewhere Courier",
        "Elsewhere & District Gazette",
        "Le Courrier du Nord",
        "Kurier Harwicki",
        "De Harwickse Courant",
        "Il Corriere di Harwick",
        "Вестник Харвика",
        "صحيفة هارويك",
        "哈威克日报",
        "ハーウィック新聞デジタル",
        "하윅일보",
    ],
)
def test_a_paper_is_known_by_a_word_that_papers_are_called_by(name: str) -> None:
    assert found(name, "Bridge to close", STORY) == (
        Statement("source", name, "masthead", name, 1),
    )


@pytest.mark.parametrize(
    "text",
    ["Latest Times", "Digitale Zeitung", "The Courier", "The courier came late", "Sign in", "新聞"],
)
def test_a_line_of_a_menu_or_a_sentence_names_no_paper(text: str) -> None:
    assert not names_paper(text)


def test_a_name_in_capitals_is_spelled_as_in_running_text() -> None:
    assert [said.value for said in found("EL DIARIO DEL SUR", STORY)] == ["El Diario del Sur"]


def test_only_the_first_line_is_a_masthead_and_only_above_the_body() -> None:
    assert found("Menu", "The Elsewhere Courier", STORY) == ()
    assert found(STORY) == ()
