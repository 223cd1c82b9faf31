"""Lines that stand where titles do and are none."""

import pytest

from newsarchive.finding.page import Page, lay_out
from newsarchive.finding.titles.no_title import is_no_title
from newsarchive.model import Line


def no_title(text: str) -> bool:
    lines = (Line(1, "Menu"), Line(2, text), Line(3, "A body of some words."))
    return is_no_title(lay_out(Page(lines, (0.0, 0.0, 1.0))), 1, frozenset())


@pytest.mark.parametrize(
    "text",
    [
        "By Jane Doe",
        "Von Erika Muster",
        "Par Jean Dupont",
        "Door Jan de Vries",
        "2025年1月13日 21時37分",
        "입력 2021.07.19 오전 9:30",
        "Publicerad 19 juli 2021 kl 14.05",
        "Понедельник, 19 июля 2021, 16:34",
        "Opublikowano 19 lipca 2021, godz. 14:05",
        "Güncelleme: 19 Temmuz 2021 - 18:57",
        "EMBARGOED UNTIL 00:01 TUESDAY 14 FEBRUARY 2023",
        "FOR IMMEDIATE RELEASE",
        "Heard on Morning Edition",
        "Opinión — Nueve semanas sin puente, por Juana Pérez",
        "Inhalt Kontakt: redaktion@anderhafen.example",
        "TwitterFacebookLinkedInEmailPrint",
        "Facebook · WhatsApp · E-Mail · Drucken",
        "Warning: Undefined variable $bridge in /srv/page.php on line 38",
        "AUDIO: Sturm über dem Hafen (2 Min)",
        "Fog delays ferries »",
        "« Council votes on bridge",
        "A ferry leaves the harbour at dawn. (Jane Doe for The Harbour Post)",
        "A ferry leaves the harbour at dawn (Jane Doe/Harbour Post)",
        "A ferry leaves the harbour at dawn. (PA Video by Jane Doe)",
        "Things you buy through our links may earn Port Media a commission.",
        "← Fog delays ferries",
        "Harbour, Bridges, Port Elsewhere",
        "Le Havre en fête, Ponts, Port Autre",
        "The only bridge of Port Elsewhere © AFP / JANE DOE",
    ],
)
def test_bylines_and_times_of_many_languages_are_no_titles(text: str) -> None:
    assert no_title(text)


def test_a_bare_address_is_no_title_and_one_amid_words_may_stand_in_it() -> None:
    assert no_title("harbour-council.gov")
    assert not no_title("harbour-council.gov is down")


@pytest.mark.parametrize(
    "text",
    [
        "Bypass opens",
        "Von der Leyen reist nach Kiew",
        "2025年1月13日に橋が閉鎖",
        "Embargo on grain is lifted",
        "Heard on the Street",
        "Facebook buys Twitter",
        "Boote, Brücken und Fähren",
        "Neue Boote mit Segel, Brücken, Fähren und Ruder",
        "Video: council votes on bridge",
        "« Nous fermerons le pont », dit le maire",
        "Warning: bridge closed on line 3",
        "Agents earn less commission",
    ],
)
def test_what_only_begins_so_may_be_one(text: str) -> None:
    assert not no_title(text)


def test_a_name_between_a_title_and_a_day_is_none() -> None:
    texts = ("Menu", "Fog delays ferries", "Sam Reed", "22 Feb 2023", "A body of some words.")
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    layout = lay_out(Page(lines, (0.0, 0.0, 0.0, 0.0, 1.0)))
    assert [is_no_title(layout, i, frozenset({3})) for i in (1, 2)] == [False, True]
    assert not is_no_title(layout, 2, frozenset())


def test_a_line_of_a_day_and_who_posted_is_none() -> None:
    texts = (
        "Menu",
        "Fog delays ferries",
        "22 Feb 2023 @ 18:13 // Author: sam4 // ~ 1 Min",
        "A body.",
    )
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    layout = lay_out(Page(lines, (0.0, 0.0, 0.0, 1.0)))
    assert [is_no_title(layout, i, frozenset({2})) for i in (1, 2)] == [False, True]


def test_a_person_s_name_beside_a_day_is_no_title() -> None:
    row = "Jane Doe | 19 July 2021 | Harbour"
    lines = (Line(1, "Nine weeks without a bridge"), Line(2, row), Line(3, "A body of some words."))
    assert is_no_title(lay_out(Page(lines, (0.0, 0.0, 1.0))), 1, frozenset({1}))


def test_a_label_that_stands_on_a_page_again_and_again_is_no_title() -> None:
    row = "Channel: Port TV"
    lines = tuple(Line(n, text) for n, text in enumerate((*[row] * 9, "A body of words."), 1))
    layout = lay_out(Page(lines, (0.0,) * 9 + (1.0,)))
    assert is_no_title(layout, 4, frozenset())
    assert not no_title(row)


def heads(*texts: str, dated: frozenset[int] = frozenset()) -> bool:
    lines = tuple(Line(number, text) for number, text in enumerate((*texts, "A body."), 1))
    chances = (*[0.0] * len(texts), 1.0)
    return is_no_title(lay_out(Page(lines, chances)), 0, dated)


def test_whose_post_it_is_and_a_paper_over_its_day_are_no_titles() -> None:
    assert heads("Jane Doe", "@janedoe")
    assert not heads("Jane Doe", "write to @janedoe")
    assert heads("The Harbour Post", "July 19, 2021 ·", dated=frozenset([1]))
    assert not heads("Bridge to close", "July 19, 2021 ·", dated=frozenset([1]))


def test_who_keeps_a_scan_is_told_in_the_head_of_its_record_and_may_be_in_a_title() -> None:
    head = "Port Ledger; Jul 19, 1937; ProQuest Historical Newspapers: Port Ledger"
    assert heads(head, dated=frozenset([0]))
    assert not heads("Chronicling America puts the Port Ledger online")


@pytest.mark.parametrize(
    ("head", "is_none"),
    [
        ("THE SUNDAY INDEPENDENT · 4 MARCH 2007 NEWS 5", True),
        ("The Port Courier • Monday 4 March 2019 • News • 7", True),
        ("Sunday, 4 March 2007: the bridge is open", False),
    ],
)
def test_a_printed_pages_head_is_no_title_on_the_first_line(head: str, is_none: bool) -> None:
    texts = head, "The bridge is to close", "It will close for nine weeks in autumn."
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    assert is_no_title(lay_out(Page(lines, (0.0, 0.0, 1.0))), 0, frozenset({0})) == is_none


def test_a_paper_s_name_alone_is_no_title_on_any_line() -> None:
    assert no_title("The Port Courier")
    lines = (Line(1, "The Port Courier"), Line(2, "Storm: as it happened"), Line(3, "Some words."))
    assert is_no_title(lay_out(Page(lines, (0.9, 0.9, 0.9))), 0, frozenset())
    assert not is_no_title(lay_out(Page(lines, (0.0, 0.9, 0.9))), 0, frozenset()), "it is all"


def test_what_a_reader_wrote_over_an_article_that_was_sent_on_is_no_title() -> None:
    assert no_title("Jane Doe thought you would be interested in this article")
    assert no_title("Erika Muster hat Ihnen diesen Artikel empfohlen")
