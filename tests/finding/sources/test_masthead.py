"""The name of a paper at the head of a text."""

import pytest

from newsarchive.finding import list_mentions
from newsarchive.finding.page import Page, lay_out
from newsarchive.finding.sources.masthead import find_cited, find_masthead
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
        "Le Quotidien de l’Ouest",
        "La Gazzetta dell'Alto Mare",
        "Kurier Harwicki",
        "De Harwickse Courant",
        "Il Corriere di Harwick",
        "Вестник Харвика",
        "Новопортовские известия",
        "Novopřístavský deník",
        "Nyhavns Avis",
        "Εφημερίδα του Νέου Λιμανιού",
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


def test_a_name_in_capitals_is_spelled_as_in_running_text() -> None:
    assert [said.value for said in found("EL DIARIO DEL SUR", STORY)] == ["El Diario del Sur"]


def test_a_menu_may_stand_below_a_masthead_and_another_house_may_not() -> None:
    assert [said.value for said in found("Elsewhere Gazette", "News", STORY)] == [
        "Elsewhere Gazette"
    ]
    assert found("Elsewhere Gazette", "Bloomberg", STORY) == ()


def test_the_only_paper_at_the_head_of_a_page_that_it_names_once_more_is_its_masthead() -> None:
    paper = "Diario del Puerto Nuevo"
    assert [said.value for said in found("Menu", paper, STORY, paper)] == [paper]
    assert found("Menu", paper, "The Elsewhere Courier", STORY, paper) == ()
    assert found(*["Menu"] * 8, paper, STORY, paper) == ()


def test_only_the_first_line_is_a_masthead_and_only_above_the_body() -> None:
    assert found("Menu", "The Elsewhere Courier", STORY) == ()
    assert found(STORY) == ()


def cited(*texts: str) -> list[str]:
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    layout = lay_out(Page(lines, tuple(float(t == STORY) for t in texts)))
    return [said.value for said in find_cited(lines, layout, list_mentions(layout))]


def test_the_first_paper_of_a_houses_menu_is_no_masthead() -> None:
    assert found("The Elsewhere Courier", "The Guardian", "Bridge to close", STORY) == ()


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("(Port Courier, Tuesday, 4 February 1936, p. 1)", "Port Courier"),
        ("Elsewhere Evening Post, 20 July 2021, page 5", "Elsewhere Evening Post"),
        ("Published in the Elsewhere Gazette on 17 July 2021", "Elsewhere Gazette"),
        ("Monday July 19 2021, 2.40pm, The Elsewhere Times", "The Elsewhere Times"),
        ("Brackwell Zeitung Montag, 19. Juli 1937", "Brackwell Zeitung"),
        ("Daily Brackwell Post - Monday 19 July 1897", "Daily Brackwell Post"),
        ("Nieuwe Weerter Courant van maandag 19 juli 1937 blz. 3", "Nieuwe Weerter Courant"),
    ],
)
def test_the_paper_stands_beside_the_day_where_clippings_are_marked(line: str, paper: str) -> None:
    assert cited("Bridge to close", STORY, line) == [paper]


def test_a_paper_beside_a_day_amid_the_article_or_in_a_sentence_is_not_where_it_was_printed() -> (
    None
):
    line = "The Elsewhere Courier, 4 February 1936"
    assert cited("Bridge to close", STORY, line, "It was old.", "It had towers.", STORY) == []
    assert cited("The council said so on 4 February 1936, and the mayor agreed", STORY) == []
    assert cited(*map(str, range(80)), line, STORY) == [], "a page with menus quotes papers so"


def test_a_paper_at_the_head_of_a_text_is_named_without_the_number_of_its_page() -> None:
    (said,) = found("THE PORT COURIER Page 3", "Bridge to close for nine weeks", STORY)
    assert said.value == "The Port Courier"


def test_a_paper_over_a_line_of_nothing_but_weekday_and_day_is_the_one_cited() -> None:
    assert cited("The Harbour Post", "Monday, July 19, 2021", "Bridge to close", STORY) == [
        "The Harbour Post"
    ]
    menu = ("Menu", "The Harbour Post", "July 19, 2021", "Bridge to close", STORY)
    assert cited(*menu) == []
    assert cited(*menu[1:]) == ["The Harbour Post"]


def test_a_paper_and_its_day_on_the_first_line_are_cited_though_they_pass_for_the_text() -> None:
    head = "LA GACETA DEL PUERTO. — Martes 9 de Noviembre de 1915."
    lines = (Line(1, head), Line(2, "Incendio en los muelles"), Line(3, STORY))
    layout = lay_out(Page(lines, (0.9, 0.1, 0.9)))
    assert [said.value for said in find_cited(lines, layout, list_mentions(layout))] == [
        "La Gaceta del Puerto"
    ]


def test_a_paper_in_quotation_marks_before_its_day_heads_a_press_cutting() -> None:
    head = '"Harbour.example" vom 23.10.2017 Seite: 2'
    assert cited(head, "Bridge to close", STORY) == ["Harbour.example"]
