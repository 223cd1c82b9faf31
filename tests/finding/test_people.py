"""Where names that may be authors' stand on a page."""

import pytest

from newsarchive.finding.page import Page, lay_out
from newsarchive.finding.people import find_authors, list_candidates
from newsarchive.model import Line

TITLE = "Harbour bridge to close for nine weeks"
STORY = "The harbour bridge at Port Elsewhere will close for nine weeks in autumn."


def named(*texts: str) -> set[str]:
    rows = (TITLE, *texts, STORY)
    lines = tuple(Line(number, text) for number, text in enumerate(rows, 1))
    page = Page(lines, tuple(float(text == STORY) for text in rows))
    return {each.name for each in list_candidates(lay_out(page), 0, frozenset(), TITLE)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("ByJane Doe", "Jane Doe"),
        ("ByJ.R. Doe", "J.R. Doe"),
        ("Byline: Jane Doe", "Jane Doe"),
        ("BYLINE: Jane Doe", "Jane Doe"),
        ("Byron Doe", "Byron Doe"),
        ("Jane Doe", "Jane Doe"),
        ("JANE DOE", "JANE DOE"),
        ("John Roe Jr.", "John Roe Jr."),
        ("Jane van der Berg", "Jane van der Berg"),
        ("Jane Van Der Berg", "Jane Van Der Berg"),
        ("Posted on 19 July 2021 by Jane Doe", "Jane Doe"),
        ("Kolumne von Erika Muster", "Erika Muster"),
        ("19. Juli 2021 um 15:46 Uhr / Erika Muster", "Erika Muster"),
        ("Autorin/Autor Erika Muster", "Erika Muster"),
        ("Geschrieben vonErika Muster", "Erika Muster"),
        ("19 July 2021 byJane Doe Leave a comment", "Jane Doe"),
        ("Contributors: Jane Doe", "Jane Doe"),
        ("Guest author Jane Doe", "Jane Doe"),
        ("Jane Johnson19 July 2021", "Jane Johnson"),
        ("Text von Erika Muster Fotos von Max Muster", "Erika Muster"),
        ("홍길동 기자", "홍길동"),
        ("山田 太郎", "山田 太郎"),
        ("山田太郎 記者", "山田太郎"),
        ("2021年07月19日 14:05 来源:哈威克日报 记者 王小明", "王小明"),
        ("記者王小明/台北報導", "王小明"),
        ("كتب: أحمد علي", "أحمد علي"),
        ("מאת דוד לוי", "דוד לוי"),
        ("Текст: Анна Иванова", "Анна Иванова"),
    ],
)
def test_a_line_beside_the_title_names_an_author(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Read about the harbour", "PORT ELSEWHERE", "Read it by Monday"),
        *("By Our Own Correspondent", "By a Special Correspondent", "记者节"),
    ],
)
def test_a_line_beside_the_title_that_names_nobody_gives_no_author(text: str) -> None:
    assert named(text) == set()


def test_the_place_behind_an_authors_name_is_none_of_an_author() -> None:
    assert named("Von Anna Schmidt, Hamburg") == {"Anna Schmidt"}


@pytest.mark.parametrize("text", ["Bypass opens on Monday", "BYD goes abroad", "byte2"])
def test_a_word_that_begins_with_by_is_no_byline(text: str) -> None:
    assert named(text) == set()


def test_who_is_joined_by_a_line_of_their_own_is_an_author_too() -> None:
    assert {"Jane Doe", "John Roe"} <= named("By Jane Doe", "and John Roe, Elsewhere Gazette")


def authors(*texts: str) -> list[str]:
    rows = (TITLE, *texts, STORY)
    lines = tuple(Line(number, text) for number, text in enumerate(rows, 1))
    layout = lay_out(Page(lines, tuple(float(text == STORY) for text in rows)))
    return [said.value for said in find_authors(lines, layout, 0, frozenset(), TITLE)]


@pytest.mark.parametrize("work", ["Fact checked by", "Photography by", "Recipe tested by"])
def test_who_did_other_work_than_writing_is_no_author(work: str) -> None:
    assert authors("By Jane Doe", f"{work} John Roe", "19 July 2021") == ["Jane Doe"]


def test_a_byline_with_its_day_is_one_though_it_passes_for_the_body() -> None:
    text = "Posted on 15 August 2021 and again on 9 December 2021 by Jane Doe"
    lines = (Line(1, TITLE), Line(2, text), Line(3, STORY))
    layout = lay_out(Page(lines, (0.0, 1.0, 1.0)))
    told = find_authors(lines, layout, 0, frozenset({1}), TITLE)
    assert [said.value for said in told] == ["Jane Doe"]


def test_whose_name_stands_below_an_authors_is_an_author_too() -> None:
    assert authors("By Jane Doe", "Erika Muster", "19 July 2021") == ["Jane Doe", "Erika Muster"]


def test_a_writer_s_name_ends_where_the_paper_s_begins() -> None:
    assert authors("Jane Doe Port Elsewhere Courier-Post") == ["Jane Doe"]
