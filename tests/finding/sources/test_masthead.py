"""The name of a paper at the head of a text."""

import pytest

from newsarchive.finding.days.on_page import list_mentions
from newsarchive.finding.page import Page, lay_out
from newsarchive.finding.sources.masthead import (
    find_cited,
    find_issuer,
    find_masthead,
    find_signed,
    names_the_house,
)
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


def test_a_paper_on_the_first_line_is_named_though_it_passes_for_the_text() -> None:
    lines = (Line(1, "The Port Courier"), Line(2, "Storm: as it happened"), Line(3, STORY))
    (said,) = find_masthead(lines, lay_out(Page(lines, (0.9, 0.9, 0.9))))
    assert said.value == "The Port Courier"


def test_a_paper_that_stands_once_amid_a_clipping_s_head_is_named_beside_its_day() -> None:
    head = ("Nine weeks without a bridge", "Jane Doe", "The Port Courier", "5 August 2021")
    assert [said.value for said in found(*head, STORY)] == ["The Port Courier"]
    assert found(*head[:3], "Read for 5 minutes", STORY) == ()
    assert found(*head, *map(str, range(60)), STORY) == (), "a page with menus lists papers so"


def test_a_paper_right_below_the_headline_is_named_as_reading_apps_name_it() -> None:
    lines = tuple(Line(n, text) for n, text in enumerate(("Nine weeks", "Port Review", STORY), 1))
    layout = lay_out(Page(lines, (0.0, 0.0, 1.0)))
    assert [said.value for said in find_masthead(lines, layout, "Nine weeks")] == ["Port Review"]
    assert find_masthead(lines, layout) == ()


def test_a_japanese_paper_is_known_by_a_word_that_is_news_in_chinese() -> None:
    (said,) = found("東港新聞", "港橋の閉鎖期間に関する訂正", STORY)
    assert said.value == "東港新聞"
    assert found("國際新聞", "市長談港橋封閉", STORY) == ()


@pytest.mark.parametrize(
    "texts",
    [
        ("Stadt Neuhafen", "Pressestelle", "Pressemitteilung Nr. 114/2021"),
        ("Office of the Mayor", "FOR IMMEDIATE RELEASE"),
        ("Ville de Brécourt", "COMMUNIQUÉ DE PRESSE"),
        ("临江市交通局", "新闻稿"),
    ],
)
def test_who_stands_over_a_press_release_issued_it(texts: tuple[str, ...]) -> None:
    lines = tuple(Line(n, text) for n, text in enumerate((*texts, "Bridge to close", STORY), 1))
    layout = lay_out(Page(lines, tuple(float(line.text == STORY) for line in lines)))
    assert [said.value for said in find_issuer(lines, layout)] == [texts[0]]


@pytest.mark.parametrize(
    "texts",
    [
        ("Home", "Press release"),
        ("About us", "Press releases of 2021"),
        ("19 July 2021", "Press release"),
        ("Bridge to close", "The press release was late"),
        ("Bridge to close", "Press release"),
    ],
)
def test_what_else_stands_over_such_words_issued_nothing(texts: tuple[str, ...]) -> None:
    lines = tuple(Line(n, text) for n, text in enumerate((*texts, STORY), 1))
    assert find_issuer(lines, lay_out(Page(lines, (0.0, 0.0, 1.0)))) == ()


def test_what_a_release_is_called_below_its_issuer_is_no_title() -> None:
    texts = ("Harbour Office", "Press release No. 14", "Bridge to close for nine weeks", STORY)
    lines = tuple(Line(n, text) for n, text in enumerate(texts, 1))
    layout = lay_out(Page(lines, (0.0, 0.0, 0.0, 1.0)))
    assert [names_the_house(layout, i) for i in range(3)] == [True, True, False]


def test_a_paper_whose_name_holds_a_word_for_of_is_cited_whole() -> None:
    assert cited("El Correo del Valle, 2 de agosto de 2022", "El embalse baja", STORY) == [
        "El Correo del Valle"
    ]


def test_a_paper_behind_the_author_of_a_clipping_is_named() -> None:
    lines = tuple(
        Line(n, text)
        for n, text in enumerate(("Nine weeks", "By Jane Doe, The Port Courier", STORY), 1)
    )
    (said,) = find_signed(lines, lay_out(Page(lines, (0.0, 0.0, 1.0))))
    assert (said.value, said.rule) == ("The Port Courier", "credit-line")
    other = (lines[0], Line(2, "By Jane Doe, Staff Reporter"), lines[2])
    assert find_signed(other, lay_out(Page(other, (0.0, 0.0, 1.0)))) == ()


@pytest.mark.parametrize(
    "texts",
    [
        ("Show original", "Kurier Nowego Portu", "Nine weeks"),
        ("Nine weeks", "Port Review by Jane Doe / 3d"),
    ],
)
def test_a_paper_over_the_headline_or_before_its_author_below_is_named(
    texts: tuple[str, ...],
) -> None:
    lines = tuple(Line(n, text) for n, text in enumerate((*texts, STORY), 1))
    layout = lay_out(Page(lines, tuple(float(line.text == STORY) for line in lines)))
    (said,) = find_masthead(lines, layout, "Nine weeks")
    assert said.value in ("Kurier Nowego Portu", "Port Review")
