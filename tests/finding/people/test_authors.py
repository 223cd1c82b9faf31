"""Where names that may be authors' stand on a page."""

from unittest.mock import patch

import pytest

from newsarchive.finding.page import Page, lay_out
from newsarchive.finding.people import authors
from newsarchive.finding.people.authors import find_authors, list_candidates
from newsarchive.finding.people.signed_lines import names_on
from newsarchive.finding.scoring import Weights
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
        ("Jeanne DUPONT.", "Jeanne DUPONT"),
        ("Juana Pérez M.", "Juana Pérez M."),
        ("Juana Pérez | Publicado hace 3 horas", "Juana Pérez"),
        ("Erika Muster · vor 2 Stunden", "Erika Muster"),
        ("30 Серпня 2021, 10:44 Оксана Приклад", "Оксана Приклад"),
        ("22. jún 2023 o 9:10 Katarína Príkladová, TASR", "Katarína Príkladová"),
        ("Tekst og foto: Ragnhild Sæter", "Ragnhild Sæter"),
        ("Bài, ảnh: Lê Minh Tâm", "Lê Minh Tâm"),
        ("文・写真／山田太郎", "山田太郎"),
        ("Par la rédaction", "la rédaction"),
        ("Servizio di Maria Rossi", "Maria Rossi"),
        ("Laporan: Fitri Handayani", "Fitri Handayani"),
        ("رانيا خوري - الميناء", "رانيا خوري"),
        ("Texto de Juana Pérez", "Juana Pérez"),
        ("글·사진 홍길동 기자", "홍길동"),
        ("Melike Sarıgül'ün haberi", "Melike Sarıgül"),
        ("Von unserem Redakteur Max Muster", "Max Muster"),
        ("Ein Gastbeitrag von Prof. Dr. Max Muster", "Max Muster"),
        ("محمد علي", "محمد علي"),
        ("सुनील कुमार, नई दिल्ली। 19 जुलाई 2021", "सुनील कुमार"),
        ("Ayşe Yılmaz | Güncelleme 3 saat önce", "Ayşe Yılmaz"),
        ("Jane van der Berg", "Jane van der Berg"),
        ("Jane Van Der Berg", "Jane Van Der Berg"),
        ("Posted on 19 July 2021 by Jane Doe", "Jane Doe"),
        ("Kolumne von Erika Muster", "Erika Muster"),
        ("19. Juli 2021 um 15:46 Uhr / Erika Muster", "Erika Muster"),
        ("Autorin/Autor Erika Muster", "Erika Muster"),
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
        ("Geschrieben vonErika Muster", "Erika Muster"),
        ("PorJuana Pérez", "Juana Pérez"),
        ("Door Jan de Vries", "Jan de Vries"),
        ("Av Kari Nordmann", "Kari Nordmann"),
        ("Oleh Budi Santoso", "Budi Santoso"),
        ("Piše Ana Horvat", "Ana Horvat"),
        ("Autor:in: Erika Muster", "Erika Muster"),
        ("Das Gespräch führte Erika Muster", "Erika Muster"),
        ("Propos recueillis par Jeanne Dupont", "Jeanne Dupont"),
        ("Une chronique de Jeanne Dupont", "Jeanne Dupont"),
        ("Un reportaje de Juana Pérez", "Juana Pérez"),
        ("Dal nostro inviato Mario Bianchi", "Mario Bianchi"),
        ("Uma reportagem de João da Silva", "João da Silva"),
        ("Opracowała Anna Nowak", "Anna Nowak"),
        ("Szerző: Kovács János", "Kovács János"),
        ("Autoři: Jan Novák a Petr Dvořák", "Petr Dvořák"),
        ("Toimittaja: Matti Virtanen", "Matti Virtanen"),
        ("Muhabir: Ayşe Yılmaz", "Ayşe Yılmaz"),
        ("Подготовила Анна Иванова", "Анна Иванова"),
        ("3 декабря 2020, 18:47 • Анна Иванова", "Анна Иванова"),
        ("26. September 2019 Erika Muster Schreibe einen Kommentar", "Erika Muster"),
        ("Erika Muster Zuletzt geändert am 06.11.2023", "Erika Muster"),
        ("홍길동·김철수 기자", "김철수"),
        ("山田太郎", "山田太郎"),
        ("山田太郎2021年7月19日 21時37分", "山田太郎"),
        ("投稿者 John Roe", "John Roe"),
        ("王小明2021-07-19 14:27:02", "王小明"),
        ("dpa/lno", "dpa/lno"),
        ("EFE", "EFE"),
        ("Anadolu Ajansı", "Anadolu Ajansı"),
        ("Von: em/dpa", "em/dpa"),
        ("Quelle: dpa", "dpa"),
        ("Quelle: dpa Sport", "dpa"),
        ("De Ioana Munteanu", "Ioana Munteanu"),
        ("Источник: ТАСС", "ТАСС"),
        ("Erika Muster,19.07.2021, 11:08 Uhr", "Erika Muster"),
        ("Jane Doe, London, John Roe 19.07.2021, 23:38 Uhr", "John Roe"),
        ("Posted by Jane Doe at 18:52 Tagged with: " + "bridge, harbour, " * 10, "Jane Doe"),
    ],
)
def test_a_line_beside_the_title_names_an_author(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Read about the harbour", "PORT ELSEWHERE", "Read it by Monday"),
        *(
            "By Our Own Correspondent",
            "By a Special Correspondent",
            "记者节",
            "본지 기자",
            "山口県",
        ),
        *("Jane Doe (Harbour) 8,214 (41.2%)", "JANE DOE, HOST:"),
        "Fri 21 Aug 2020 18.02 BST First published on Fri 21 Aug 2020 07.15 BST",
        "LD3005183095 Lisbon RDP Antena 1 Radio Network in Portuguese",
        *("Autoři osobně", "Escribe tu comentario", "© 2021 Elsewhere Gazette. All rights"),
    ],
)
def test_a_line_beside_the_title_that_names_nobody_gives_no_author(text: str) -> None:
    assert named(text) == set()


def test_a_title_that_begins_with_a_name_tells_whom_it_is_about_and_not_who_wrote() -> None:
    title = "Gerald Timms, lighthouse keeper"
    rows = (title, STORY)
    lines = tuple(Line(number, text) for number, text in enumerate(rows, 1))
    page = lay_out(Page(lines, (0.0, 1.0)))
    assert not list_candidates(page, 0, frozenset(), title)


def test_the_place_behind_an_authors_name_is_none_of_an_author() -> None:
    assert named("Von Anna Schmidt, Hamburg") == {"Anna Schmidt"}


def test_a_weekday_below_another_in_a_calendar_is_nobody() -> None:
    assert named("DI", "MI", "DO") == set()


@pytest.mark.parametrize(
    "text", ["Jane Doe / John Roe/GettyImages", "Erika Muster / Picture Alliance"]
)
def test_a_name_beside_one_of_a_house_that_sells_pictures_is_no_author(text: str) -> None:
    assert named(text) == set()


@pytest.mark.parametrize("text", ["Bypass opens on Monday", "BYD goes abroad", "byte2", "Por quê?"])
def test_a_word_that_begins_with_by_is_no_byline(text: str) -> None:
    assert named(text) == set()


def test_who_is_joined_by_a_line_of_their_own_is_an_author_too() -> None:
    assert {"Jane Doe", "John Roe"} <= named("By Jane Doe", "and John Roe, Elsewhere Gazette")


def authors_of(*texts: str) -> list[str]:
    rows = (TITLE, *texts, STORY)
    lines = tuple(Line(number, text) for number, text in enumerate(rows, 1))
    layout = lay_out(Page(lines, tuple(float(text == STORY) for text in rows)))
    return [said.value for said in find_authors(lines, layout, 0, frozenset(), TITLE)]


def test_who_took_the_picture_wrote_nothing_though_the_word_stands_behind_the_name() -> None:
    assert named("Jane Doe (Text)", "Mary Moe (Photo)") == {"Jane Doe"}


@pytest.mark.parametrize(
    "work",
    ["Fact checked by", "Photography by", "Recipe tested by", "Supplied by", "Translated by"],
)
def test_who_did_other_work_than_writing_is_no_author(work: str) -> None:
    assert authors_of("By Jane Doe", f"{work} John Roe", "19 July 2021") == ["Jane Doe"]


def test_a_byline_with_its_day_is_one_though_it_passes_for_the_body() -> None:
    text = "Posted on 15 August 2021 and again on 9 December 2021 by Jane Doe"
    lines = (Line(1, TITLE), Line(2, text), Line(3, STORY))
    layout = lay_out(Page(lines, (0.0, 1.0, 1.0)))
    told = find_authors(lines, layout, 0, frozenset({1}), TITLE)
    assert [said.value for said in told] == ["Jane Doe"]


def test_whose_name_stands_below_an_authors_is_an_author_too() -> None:
    assert authors_of("By Jane Doe", "Erika Muster", "19 July 2021") == ["Jane Doe", "Erika Muster"]


def test_a_writer_s_name_ends_where_the_paper_s_begins() -> None:
    assert authors_of("Jane Doe Port Elsewhere Courier-Post") == ["Jane Doe"]


@pytest.mark.parametrize(
    "lead", ["Kommentar von", "10.12.2022 18:27 von", "Un texto de Port / por"]
)
def test_a_short_line_that_ends_with_such_a_word_leads_to_the_name_below(lead: str) -> None:
    assert "Erika Muster" in named(lead, "Erika Muster")


def test_a_pointer_to_more_of_a_writer_or_a_long_line_leads_to_nobody() -> None:
    assert named("Externe Anbieter: Inhalte zeigen von", "Datenschutzerklärung") == set()


def test_who_took_the_pictures_is_no_author_in_other_languages_either() -> None:
    assert authors_of("Von Erika Muster", "Fot. Jan Kowalski", "19 July 2021") == ["Erika Muster"]


@pytest.mark.parametrize("agency", ["dpa", "AFP", "SID", "EFE", "(ANSA)", "연합뉴스"])
def test_an_agency_alone_beside_the_day_under_the_title_signs_the_text(agency: str) -> None:
    rows = (TITLE, agency, "19.07.2021", STORY)
    lines = tuple(Line(number, text) for number, text in enumerate(rows, 1))
    layout = lay_out(Page(lines, (0.0, 0.0, 0.0, 1.0)))
    found = find_authors(lines, layout, 0, frozenset([2]), TITLE)
    assert [(said.value, said.rule) for said in found] == [(agency.strip("()"), "byline")]


def signed(*rows: str, body: tuple[float, ...], dated: int) -> list[str]:
    lines = tuple(Line(number, text) for number, text in enumerate(rows, 1))
    found = find_authors(lines, lay_out(Page(lines, body)), 0, frozenset([dated]), rows[0])
    return [said.value for said in found]


def test_where_it_reports_from_may_stand_between_an_agency_and_the_day() -> None:
    rows = (TITLE, "EFE", "Bruselas", "05/03/2024 20:37 h", STORY)
    assert signed(*rows, body=(0, 0, 0, 0, 1), dated=3) == ["EFE"]


def test_who_stands_in_brackets_behind_a_japanese_text_signs_it() -> None:
    text = "地元の農家から小麦を仕入れ、毎回百個がほぼ売り切れるという。（佐々木健）"
    assert signed("無人駅に小さなパン屋", text, body=(0, 1), dated=9) == ["佐々木健"]


def test_who_claims_the_rights_signs_where_nobody_else_does() -> None:
    assert signed(TITLE, STORY, "© 2021 Jane Doe", body=(0, 1, 0), dated=9) == ["Jane Doe"]
    rows = (TITLE, "By Mary Moe", STORY, "© 2021 Jane Doe")
    assert signed(*rows, body=(0, 0, 1, 0), dated=9) == ["Mary Moe"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "(서울=연합뉴스) 홍길동 기자 = 하버 다리가 가을에 9주 동안 폐쇄된다고 시의회가 밝혔다.",
            "홍길동",
        ),
        (
            "橋は秋に九週間閉鎖されると市議会は発表した。【エルサレム山田太郎、カイロ佐藤花子】",
            "佐藤花子",
        ),
        (
            "中央社記者王小明台北19日電）議會星期一表示，港口大橋將於秋天關閉九個星期。",
            "王小明",
        ),
    ],
)
def test_a_writer_is_named_at_the_text_s_beginning_or_end(text: str, name: str) -> None:
    lines = (Line(1, TITLE), Line(2, text))
    layout = lay_out(Page(lines, (0.0, 1.0)))
    found = list_candidates(layout, 0, frozenset(), TITLE)
    assert name in {each.name for each in found}


def test_a_name_in_doubt_that_only_stands_alone_is_left_out_beside_a_surer_one() -> None:
    rows = (TITLE, "By Jane Doe", "19 July 2021", STORY, "John Roe")
    lines = tuple(Line(number, text) for number, text in enumerate(rows, 1))
    layout = lay_out(Page(lines, tuple(float(text == STORY) for text in rows)))
    weights = Weights(0.25, {"kind:by": 2.0, "only-alone": -0.8})
    with patch.object(authors, "load_weights", return_value=weights):
        both = find_authors(lines, layout, 0, frozenset({2}), TITLE)
        alone = lines[:1] + lines[2:]
        layout = lay_out(Page(alone, tuple(float(line.text == STORY) for line in alone)))
        (only,) = find_authors(alone, layout, 0, frozenset({1}), TITLE)
    assert [said.value for said in both] == ["Jane Doe"]
    assert only.value == "John Roe"


def test_reporters_who_sign_one_below_the_other_are_all_authors() -> None:
    rows = (TITLE, "홍길동 기자", "gildong@port.example", "김철수 기자", "이영희 사진", STORY)
    lines = tuple(Line(number, text) for number, text in enumerate(rows, 1))
    layout = lay_out(Page(lines, tuple(float(text == STORY) for text in rows)))
    weights = Weights(0.25, {"title:1": 1.0, "title:3": -3.0})
    with patch.object(authors, "load_weights", return_value=weights):
        found = find_authors(lines, layout, 0, frozenset(), TITLE)
    assert [said.value for said in found] == ["홍길동", "김철수"]


@pytest.mark.parametrize(
    "line",
    [
        "Grace Period Ends in March and Is Not Renewed After Vote",
        "PIER TO BE CLOSED",
        "On Harbor Avenue, Writer Says",
    ],
)
def test_a_headline_that_begins_as_a_name_does_signs_nothing(line: str) -> None:
    assert names_on(line) == ()


def test_a_name_with_where_its_bearer_works_signs() -> None:
    assert names_on("Grace Doe in Washington") == ("Grace Doe",)


@pytest.mark.parametrize(("above", "left"), [("By Jane Doe", ["Jane Doe"]), ("Menu", ["John Roe"])])
def test_who_is_named_between_paragraphs_wrote_another_article_if_this_one_is_signed(
    above: str, left: list[str]
) -> None:
    rows = (TITLE, above, STORY, "The ferry and the fog", "By John Roe", STORY)
    lines = tuple(Line(number, text) for number, text in enumerate(rows, 1))
    layout = lay_out(Page(lines, tuple(float(text == STORY) for text in rows)))
    with (
        patch.object(authors, "load_weights", return_value=Weights(0.25, {})),
        patch.object(authors, "chance", return_value=0.9),
    ):
        found = find_authors(lines, layout, 0, frozenset(), TITLE)
    assert [each.value for each in found] == left


def test_whom_a_press_release_says_to_ask_is_no_author() -> None:
    rows = (TITLE, STORY, "Press contact:", "Jane Doe", "Tel. 0999 123")
    lines = tuple(Line(number, text) for number, text in enumerate(rows, 1))
    layout = lay_out(Page(lines, (0.0, 1.0, 0.0, 0.0, 0.0)))
    assert list_candidates(layout, 0, frozenset(), TITLE) == []


def test_who_issued_a_press_release_is_no_author() -> None:
    rows = ("Ville de Brécourt", "Communiqué de presse", TITLE, STORY)
    lines = tuple(Line(number, text) for number, text in enumerate(rows, 1))
    layout = lay_out(Page(lines, (0.0, 0.0, 0.0, 1.0)))
    assert list_candidates(layout, 2, frozenset(), TITLE) == []
