"""What whoever saved a text noted above it or below it."""

import pytest

from newsarchive.finding.noted import find_notes
from newsarchive.model import Line

ADDRESS = "https://port-courier.example/news/57850482"
STORY = (
    "Bridge to close",
    "The harbour bridge at Port Elsewhere will close for nine weeks in autumn.",
    "Source: the council, which said so at 10:30.",
    "Ferries are to carry walkers across the harbour while the bridge is closed.",
)


def noted(*texts: str) -> list[tuple[str, str]]:
    return [(field, value) for field, value in all_noted(*texts) if field != "beside"]


def all_noted(*texts: str) -> list[tuple[str, str]]:
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    return [(said.field, said.value) for said in find_notes(lines)]


def test_a_head_of_several_notes_states_the_fields_of_the_article() -> None:
    assert noted(
        "Title: Bridge to close",
        "Author: Jane Doe and John Roe",
        "Date: Monday, 19 July 2021",
        "Source: The Port Courier",
        "Section: Harbour",
        f"URL: {ADDRESS}",
        "Accessed: 20 July 2021",
        *STORY,
    ) == [
        ("title", "Bridge to close"),
        ("authors", "Jane Doe"),
        ("authors", "John Roe"),
        ("date", "2021-07-19"),
        ("source", "The Port Courier"),
        ("section", "Harbour"),
        ("url", ADDRESS),
        ("crawled", "2021-07-20"),
    ]


@pytest.mark.parametrize(
    "note",
    [
        f"URL: {ADDRESS}",
        f"Source: {ADDRESS}",
        f"Available at: {ADDRESS}.",
        f"Quelle: {ADDRESS}",
        f"url = {ADDRESS}",
    ],
)
def test_an_address_is_noted_above_or_below_the_text_and_needs_no_other_note(note: str) -> None:
    assert noted(note, *STORY) == noted(*STORY, note) == [("url", ADDRESS)]


@pytest.mark.parametrize(
    "note", ["Accessed: 20 July 2021", "Retrieved on: 2021-07-20", "Abgerufen am: 20.7.2021"]
)
def test_the_day_of_a_visit_is_noted(note: str) -> None:
    assert noted(note, *STORY) == [("crawled", "2021-07-20")]


def test_the_day_of_a_visit_needs_no_colon_where_nothing_else_is_said() -> None:
    assert noted(*STORY, "Accessed 3 July 2014") == [("crawled", "2014-07-03")]
    assert noted(*STORY, "Saved by the bell on 3 July 2014, he said that he was glad of it.") == []


def test_the_day_of_a_visit_stands_behind_an_address_too() -> None:
    assert noted(*STORY, f"Source: {ADDRESS} (retrieved 20 July 2021)") == [
        ("url", ADDRESS),
        ("crawled", "2021-07-20"),
    ]


def test_the_copy_of_a_web_archive_says_what_was_copied_and_when() -> None:
    copy = f"The Wayback Machine - https://web.archive.org/web/20210720144012/{ADDRESS}"
    assert noted(copy, *STORY) == [("url", ADDRESS), ("crawled", "2021-07-20")]


def test_an_address_that_is_the_first_line_is_the_articles() -> None:
    assert noted(ADDRESS, *STORY) == [("url", ADDRESS)]
    assert noted("https://port-courier.example/", *STORY) == []


def test_a_day_that_could_be_two_is_not_noted() -> None:
    assert noted("Accessed: 07/08/2021", *STORY) == []


def test_lines_of_the_article_are_no_notes() -> None:
    assert noted(*STORY) == []
    assert noted("Date: 19 July 2021", *STORY) == [], "one such line is a page's own"


def test_a_key_may_stand_above_its_value() -> None:
    assert noted("Title:", "Bridge to close", "Source:", "Post, The, 22 May 2019", *STORY) == [
        ("title", "Bridge to close"),
        ("source", "The Post"),
        ("date", "2019-05-22"),
    ]


def test_fields_of_whoever_keeps_a_text_state_nothing_of_it_and_are_none_of_it() -> None:
    head = ("Title: Bridge to close", "Item Kind: Clipping", "Date:", "19 July 2021")
    assert noted(*head, *STORY) == [("title", "Bridge to close"), ("date", "2021-07-19")]
    said = [value for field, value in all_noted(*head, *STORY) if field == "beside"]
    assert said == list(head)


def test_a_sentence_with_a_colon_below_a_head_is_none_of_its_fields() -> None:
    head = ("Title: Bridge to close", "Date: 19 July 2021")
    assert noted(*head, "Washington: the president said no.", *STORY) == noted(*head, *STORY)


def test_three_fields_below_a_title_or_below_the_text_are_read_and_two_are_not() -> None:
    fields = ("Title: Bridge to close", "Author: Jane Doe", "Date: 19 July 2021")
    stated = [("title", "Bridge to close"), ("authors", "Jane Doe"), ("date", "2021-07-19")]
    assert noted("Bridge to close", *fields, *STORY) == noted(*STORY, *fields) == stated
    assert noted("Bridge to close", *fields[:2], *STORY) == noted(*STORY, *fields[:2]) == []


def test_the_house_that_owns_a_paper_stands_for_it_where_nothing_else_does() -> None:
    head = ("Title: Bridge to close", "Publisher: Courier Ltd.")
    assert noted(*head, *STORY)[1] == ("source", "Courier Ltd.")
    both = noted(*head, "Newspaper: The Port Courier", *STORY)
    assert both[1:] == [("source", "The Port Courier")]


def test_a_note_may_be_a_point_of_a_list_as_reading_apps_write_them() -> None:
    assert noted(
        "- Author: [[Jane Doe]]", "- Full Title: Bridge to close", f"- URL: {ADDRESS}"
    ) == [
        ("authors", "Jane Doe"),
        ("title", "Bridge to close"),
        ("url", ADDRESS),
    ]


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("July 2021", "2021-07"),
        ("July/August 2021", "2021-07/2021-08"),
        ("juillet 2021", "2021-07"),
        ("2021-07", "2021-07"),
        ("2021", "2021"),
    ],
)
def test_a_head_may_state_a_month_or_a_year_alone(said: str, date: str) -> None:
    assert noted("Title: Bridge to close", f"Date: {said}", "Source: The Port Courier", *STORY)[
        1
    ] == (
        "date",
        date,
    )


def test_the_place_of_an_office_is_no_second_author() -> None:
    head = ("Title: Bridge to close", "Author: Office of the Mayor, Carrow", "Date: 19 July 2021")
    assert noted(*head, *STORY)[1:] == [("authors", "Office of the Mayor"), ("date", "2021-07-19")]
