"""What only print has: pages to turn to, how a report was sent, who keeps the scan."""

import pytest

from newsarchive.cleaning.rules.in_print import (
    continued_elsewhere,
    how_it_was_sent,
    keeper_of_the_scan,
    page_of_the_file,
    small_advertisement,
)
from newsarchive.cleaning.rules.page import Page, page_of
from newsarchive.cleaning.verdict import Verdict
from newsarchive.model import Line

PROSE = Verdict("body", 0.9, "reads-like-prose")
OTHER = Verdict("boilerplate", 0.1, "before-the-article")


def above_the_text(line: str) -> Page:
    lines = (Line(1, line), Line(2, "The council voted on Tuesday to close the bridge."))
    return page_of(lines, (OTHER, PROSE), ())


@pytest.mark.parametrize(
    "line",
    [
        "Continued on Page 7, Column 2",
        "(Continued from Page One)",
        "See PIER, Page 7",
        "Turn to BRIDGE, Page A6",
        "Fortsetzung auf Seite 4",
        "(Pasa a la página 7)",
        "Suite page 3",
        "Vervolg op pag. 2",
        "Продолжение на стр. 3",
    ],
)
def test_a_pointer_to_another_page_of_the_paper_is_none_of_the_text(line: str) -> None:
    assert continued_elsewhere(above_the_text(line), {}) == {0: "boilerplate"}


@pytest.mark.parametrize(
    "line",
    [
        "See the man on the bridge",
        "Continued rain closes the bridge",
        "Turn to the left on Page Street, and you will see that the bridge has been closed.",
    ],
)
def test_what_only_begins_like_such_a_pointer_is_left_alone(line: str) -> None:
    assert continued_elsewhere(above_the_text(line), {}) == {}


@pytest.mark.parametrize(
    "line",
    [
        "Special to The Port Courier.",
        "(From Our Own Correspondent.)",
        "Von unserem Korrespondenten",
        "De notre correspondant",
        "Dal nostro inviato",
    ],
)
def test_how_a_report_was_sent_is_told_above_the_text_alone(line: str) -> None:
    assert how_it_was_sent(above_the_text(line), {}) == {0: "byline"}
    below = (Line(1, "The council voted on Tuesday to close the bridge."), Line(2, line))
    assert how_it_was_sent(page_of(below, (PROSE, OTHER), ()), {}) == {}


@pytest.mark.parametrize(
    "line",
    [
        "Source gallica.bnf.fr / Bibliothèque nationale de France",
        "National Library of Australia http://nla.gov.au/nla.news-article00000000",
        "Copyright © 2026 Newspapers.com. All Rights Reserved.",
        "Reproduced with permission of the copyright owner.",
    ],
)
def test_who_keeps_the_scan_is_told_from_the_text(line: str) -> None:
    assert keeper_of_the_scan(above_the_text(line), {}) == {0: "boilerplate"}


def test_a_sentence_about_a_library_is_left_alone() -> None:
    line = "The Library of Congress will close its reading room for nine weeks."
    assert keeper_of_the_scan(above_the_text(line), {}) == {}


@pytest.mark.parametrize("line", ["Page 2 of 12", "Seite 3 von 7", "Página 1 de 4", "Page 2/12"])
def test_which_page_of_a_file_it_is_is_none_of_the_text(line: str) -> None:
    assert page_of_the_file(above_the_text(line), {}) == {0: "boilerplate"}


def test_a_page_that_the_text_speaks_of_is_left_alone() -> None:
    assert page_of_the_file(above_the_text("Page 2 of the report is blank"), {}) == {}


def test_small_advertisements_below_an_article_are_none_of_it() -> None:
    rows = (
        "The bell rings again.",
        "CLASSIFIEDS",
        "FOR SALE: Wardrobe, £25.",
        "LOST: Cat. Tel. 3390",
    )
    lines = tuple(Line(number, text) for number, text in enumerate(rows, 1))
    below = page_of(lines, (PROSE, OTHER, PROSE, PROSE), ())
    assert small_advertisement(below, {}) == dict.fromkeys((1, 2, 3), "boilerplate")
    assert small_advertisement(page_of(lines[1:], (OTHER, OTHER, PROSE), ()), {}) == {}


def test_an_article_goes_on_below_a_button_that_leads_to_small_advertisements() -> None:
    rows = ("The bell rings again.", "Classifieds", "It had come down in the gale.")
    lines = tuple(Line(number, text) for number, text in enumerate(rows, 1))
    read = page_of(lines, (PROSE, OTHER, PROSE), ())
    assert small_advertisement(read, {}) == {1: "boilerplate"}
