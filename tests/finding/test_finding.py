"""Whole pages: what the finders state of them, and where they keep silent."""

import pytest

from newsarchive.finding import RULES, Page, find
from newsarchive.model import Line
from quickness import within

STORY = (
    "The harbour bridge at Port Elsewhere will close for nine weeks in autumn, the council said.",
    "Engineers found cracks in two of the bridge's four towers during an inspection in the spring.",
    "“The harbour bridge is safe, and it has to stay safe,” the chief engineer told reporters.",
    "Ferries are to carry walkers and cyclists across the harbour while the bridge is closed.",
)
GESCHICHTE = (
    "Die alte Hafenbrücke wird im Herbst für neun Wochen gesperrt, teilte die Stadt am Montag mit.",
    "Bei einer Prüfung wurden im Frühjahr Risse in zwei der vier Türme der Hafenbrücke gefunden.",
    "Fähren sollen in dieser Zeit die Fußgänger und die Radfahrer über den Hafen bringen.",
)


def page_of(*texts: str, body: tuple[str, ...] = STORY, url: str | None = None) -> Page:
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    return Page(lines, tuple(0.95 if text in body else 0.05 for text in texts), url)


def values(page: Page, field: str) -> list[str]:
    return [each.value for each in find(page) if each.field == field]


def first(page: Page, field: str) -> str | None:
    return next(iter(values(page, field)), None)


def test_an_empty_page_states_nothing() -> None:
    assert find(Page((), ())) == ()


def test_a_page_without_a_body_does_not_fail() -> None:
    assert isinstance(find(page_of("Home", "News", "19 July 2021", "Contact")), tuple)


def test_a_copied_article_states_its_title_date_author_and_language() -> None:
    page = page_of(
        "Harbour bridge to close for nine weeks",
        "By Jane Doe",
        "Published 19 July 2021",
        *STORY,
    )
    assert first(page, "title") == "Harbour bridge to close for nine weeks"
    assert first(page, "date") == "2021-07-19"
    assert values(page, "authors") == ["Jane Doe"]
    assert first(page, "language") == "en"


def test_every_statement_names_its_line_and_a_rule_of_the_catalogue() -> None:
    page = page_of(
        "News / Harbour",
        "Harbour bridge to close for nine weeks",
        "By Jane Doe",
        "Published 19 July 2021",
        *STORY,
        "© 2021 The Elsewhere Gazette. All rights reserved.",
    )
    texts = {line.number: line.text for line in page.lines}
    found = find(page)
    assert found
    for each in found:
        assert each.rule in RULES
        if each.field == "language":  # the whole body says it
            assert (each.line, each.text) == (None, "")
        else:
            assert each.line is not None
            assert each.text in texts[each.line]


def test_the_same_page_is_always_read_alike() -> None:
    page = page_of("Harbour bridge to close for nine weeks", "19 July 2021", *STORY)
    assert find(page) == find(page)


def test_a_second_printing_with_another_apostrophe_is_a_statement_too() -> None:
    page = page_of(
        "Bridge won’t reopen before the winter, council says",
        "Bridge won't reopen before the winter, council says",
        *STORY,
    )
    assert {each.line for each in find(page) if each.field == "title"} == {1, 2}


def test_the_headline_is_the_title_and_not_what_the_page_is_called_for_search_engines() -> None:
    page = page_of(
        "Harbour bridge closes for nine weeks in Eastport",
        "Home",
        "Sport",
        "Weather",
        "Why the harbour bridge of Eastport has to close for nine weeks",
        *STORY,
    )
    assert values(page, "title")[:1] == [page.lines[4].text]


def test_a_breadcrumb_above_the_title_is_the_section() -> None:
    page = page_of("News / Harbour / Bridges", "Harbour bridge to close for nine weeks", *STORY)
    assert values(page, "section") == ["News", "Harbour", "Bridges"]


def test_a_breadcrumb_begins_behind_the_home_page_and_the_publisher() -> None:
    page = page_of(
        "Eastport Courier > Blog > Harbour",
        "Harbour bridge to close for nine weeks",
        *STORY,
        "© 2021 Eastport Courier. All rights reserved.",
    )
    assert values(page, "source")[:1] == ["Eastport Courier"]
    assert values(page, "section") == ["Harbour"]


def test_a_row_of_links_to_sign_in_is_no_breadcrumb() -> None:
    page = page_of("Log in / Register", "Harbour bridge to close for nine weeks", *STORY)
    assert values(page, "section") == []


@pytest.mark.parametrize(
    "trail",
    ["Impressum > Datenschutz", "À propos / Contact", "DECEMBER 19 2025 / UPDATED 16:47 EST"],
)
def test_links_to_the_publisher_and_times_are_no_breadcrumb(trail: str) -> None:
    page = page_of(trail, "Harbour bridge to close for nine weeks", *STORY)
    assert values(page, "section") == []


def test_a_breadcrumb_says_where_the_reader_is_in_many_languages() -> None:
    for trail in (
        "Vous êtes ici : Accueil du site > Port",
        "您的位置：首页 > Port",
        "Inicio » Port » Artículo",
    ):
        page = page_of(trail, "Harbour bridge to close for nine weeks", *STORY)
        assert values(page, "section") == ["Port"]


def test_a_short_line_that_the_address_names_too_is_the_section() -> None:
    page = page_of(
        "Harbour bridge to close for nine weeks",
        "Public Works",
        *STORY,
        url="https://example.org/public-works/harbour-bridge-to-close",
    )
    assert values(page, "section") == ["Public Works"]


def test_a_place_in_capitals_before_the_first_sentence_is_the_dateline() -> None:
    body = (f"PORT ELSEWHERE (Wire) -- {STORY[0]}", *STORY[1:])
    page = page_of("Harbour bridge to close for nine weeks", *body, body=body)
    assert values(page, "dateline") == ["PORT ELSEWHERE"]


def test_the_day_of_the_address_beside_the_text_is_stated_as_such() -> None:
    page = page_of(
        "Harbour bridge to close for nine weeks",
        *STORY,
        url="https://example.org/2021/07/19/harbour-bridge-to-close",
    )
    (date,) = [each for each in find(page) if each.field == "date"]
    assert (date.value, date.rule, date.line, date.where) == ("2021-07-19", "url-date", None, "URL")


def test_an_address_in_the_text_that_carries_the_title_dates_the_page_and_finds_its_clock() -> None:
    page = page_of(
        "14:40 GMT19 July 2021",
        "Harbour bridge to close for nine weeks",
        "https://example.org/news/202107191083414010-harbour-bridge-to-close-for-nine-weeks/",
        *STORY,
    )
    dates = {(each.value, each.rule, each.line) for each in find(page) if each.field == "date"}
    assert ("2021-07-19", "url-date", 3) in dates
    assert ("2021-07-19", "glued-clock-and-date", 1) in dates


def test_a_day_that_the_body_looks_back_on_bounds_an_undated_page() -> None:
    body = (*STORY, "A ship had struck the bridge's northern tower on 3 March 2021, in thick fog.")
    page = page_of("Harbour bridge to close for nine weeks", *body, body=body)
    assert values(page, "date") == []
    assert values(page, "date_bounds") == ["2021-03-03/.."]


def test_a_planned_day_bounds_nothing() -> None:
    body = (*STORY, "The harbour bridge is set to open again on 3 March 2031, the council said.")
    page = page_of("Harbour bridge to close for nine weeks", *body, body=body)
    assert values(page, "date_bounds") == []


def test_as_of_a_day_without_a_year_follows_the_latest_month_named() -> None:
    body = (
        *STORY,
        "In late December 2019 a first report on the bridge was read to the council.",
        "The northern lane of the harbour bridge was shut as of January 16th, for all lorries.",
    )
    page = page_of("Harbour bridge to close for nine weeks", *body, body=body)
    assert values(page, "date_bounds") == ["2020-01-16/.."]


def test_a_german_page_is_read_as_german() -> None:
    page = page_of(
        "Hafenbrücke wird für neun Wochen gesperrt",
        "Von Erika Muster und Max Muster",
        "19. Juli 2021, 14:40 Uhr",
        *GESCHICHTE,
        body=GESCHICHTE,
    )
    assert first(page, "language") == "de"
    assert first(page, "title") == "Hafenbrücke wird für neun Wochen gesperrt"
    assert first(page, "date") == "2021-07-19"
    assert values(page, "authors") == ["Erika Muster", "Max Muster"]


def test_an_address_that_is_none_is_a_line_like_others() -> None:
    page = page_of("Sport", "http://[x/sport/a", "Harbour bridge to close for weeks", *STORY)
    assert values(page, "section") == ["Sport"]
    whole = page_of("Harbour bridge to close", *STORY, url="http://℀.example/a/b")
    assert values(whole, "section") == []


def test_a_line_of_days_takes_time_as_it_has_days() -> None:
    line = "July 19, 2021, " * 10_000
    page = page_of("A title", line, body=(line,))
    with within(5):  # it took a minute and more
        assert isinstance(find(page), tuple)


def test_of_thousands_of_bylines_those_near_the_title_are_looked_at() -> None:
    head = ("Harbour bridge to close for weeks", "By Jane Doe", "Published 19 July 2021")
    page = page_of(*head, *STORY, *(f"By Ann Other{i}" for i in range(1_200)))
    assert values(page, "authors")[0] == "Jane Doe"


def test_hostile_lines_do_not_fail() -> None:
    page = page_of("\u202eabc", "©" * 5000, "By " * 3000, "1/1/" * 5000, "(" * 4000, *STORY)
    assert isinstance(find(page), tuple)


def test_the_day_of_a_visit_that_somebody_noted_is_not_the_articles() -> None:
    page = page_of("Harbour bridge to close", *STORY, "Accessed: 20 July 2021")
    assert (first(page, "date"), first(page, "crawled")) == (None, "2021-07-20")


def test_what_somebody_noted_above_a_text_comes_before_what_is_found_in_it() -> None:
    page = page_of(
        "Title: The bridge closes",
        "Source: The Port Courier",
        "Harbour bridge to close for nine weeks",
        "© 2021 Elsewhere Gazette",
        *STORY,
    )
    assert (values(page, "title"), values(page, "source")) == (
        ["The bridge closes"],
        ["The Port Courier"],
    )


def test_an_address_is_no_title_and_tells_day_and_publisher_where_nothing_else_does() -> None:
    address = "https://port-courier.example/news/2021/jul/19/bridge-closes"
    page = page_of(address, "Harbour bridge to close", *STORY)
    assert first(page, "title") == "Harbour bridge to close"
    assert (first(page, "date"), first(page, "url")) == ("2021-07-19", address)
    beside = page_of("Harbour bridge to close", *STORY, url=address)
    assert first(beside, "source") == "port-courier.example"


def test_a_byline_is_no_title() -> None:
    for byline in ("By Jane Roe", "Jane Roe, Local Government Correspondent"):
        page = page_of("Bridge to close", byline, STORY[0], body=STORY[:1])
        assert first(page, "title") == "Bridge to close"


@pytest.mark.parametrize(
    "text",
    [
        "July 19, 2021 at 2:40 p.m. EDT",
        "Last modified on Tue 20 Jul 2021 09.11 BST",
        "20 de julio de 2021",
        "Summer 2021",
        "Yesterday, 14:40",
        "Monday July 19 2021, 2.40pm BST, The Elsewhere Times",
    ],
)
def test_a_line_that_only_says_when_is_no_title(text: str) -> None:
    assert first(page_of("Bridge to close", text, STORY[0], body=STORY[:1]), "title") in (
        "Bridge to close",
        None,
    )


def test_between_which_days_a_web_archive_has_copies_says_nothing_of_the_article() -> None:
    toolbar = ("12 captures", "1 Jun 2013 - 3 Feb 2018")
    assert first(page_of(*toolbar, "Bridge closes for nine weeks", *STORY), "date") != "2013-06-01"
    days = "Monday 19 July 2021 - Tuesday 20 July 2021"
    assert first(page_of("Bridge closes for nine weeks", days, *STORY), "date")


def test_a_known_paper_on_the_first_line_is_the_source_and_not_the_title() -> None:
    for paper in ("The Guardian (London)", "The Guardian"):
        page = page_of(paper, "Thursday 5 March 1998", "Bridge closes for nine weeks", *STORY)
        assert values(page, "source")[0] == paper
        assert first(page, "title") == "Bridge closes for nine weeks"


def test_an_agencys_report_without_a_headline_has_no_title() -> None:
    report = "WASHINGTON (UPI) -- The Senate voted on Tuesday to spend two billion dollars on"
    page = page_of("UPI 06/14/1989 0412 GMT", report, *STORY)
    assert first(page, "title") not in ("UPI 06/14/1989 0412 GMT", report)


def test_who_signed_one_of_several_letters_is_not_the_author_of_all() -> None:
    letters = tuple(f"Sir, - {text}" for text in STORY[:2])
    head = ("Letters to the editor", "Tuesday, May 5, 1987")
    signed = (letters[0], "Peter Pym", "Lowfield", letters[1], "Anna Lacey", "Barton")
    assert values(page_of(*head, *signed, body=letters), "authors") == []


def test_a_handle_is_no_title() -> None:
    page = page_of("Port Advertiser", "@portadvertiser", *STORY)
    assert first(page, "title") != "@portadvertiser"


def test_a_paper_is_no_author() -> None:
    page = page_of("Bridge closes for nine weeks", "Port Advertiser", "19 July 2021", *STORY)
    assert "Port Advertiser" not in values(page, "authors")


def test_a_caption_with_its_credit_is_no_title() -> None:
    page = page_of("No, says council", "The bridge at dusk. Photo: PA", STORY[0], body=STORY[:1])
    assert first(page, "title") in ("No, says council", None)


@pytest.mark.parametrize(
    "text",
    [
        *("HARWICK, Yorks. —", "The bridge was closed in March, near the harbour ("),
        *("The mayor on the bridge. EFE/ J. Doe", "Archivbild (16.08.2024): Die Brücke am Abend"),
    ],
)
def test_a_dateline_alone_and_a_caption_are_no_title(text: str) -> None:
    assert first(page_of(text, *STORY), "title") != text


def test_a_title_with_its_sections_glued_before_it_is_not_the_title() -> None:
    title = "Harbour bridge to close for nine weeks"
    assert values(page_of(f"NewsHarbourTraffic{title}", title, *STORY), "title") == [title]


def test_the_name_of_a_paper_at_the_head_of_a_text_is_not_its_title() -> None:
    page = page_of("The Elsewhere Courier", "12 May 1971", "The bridge and the ferry", *STORY)
    assert first(page, "title") == "The bridge and the ferry"
    assert first(page, "source") == "The Elsewhere Courier"


def test_a_press_release_has_the_day_of_its_dateline() -> None:
    opening = f"HARWICK, July 19, 2021 -- {STORY[0]}"
    page = page_of("Harbour bridge to close", opening, body=(opening, *STORY))
    assert (first(page, "date"), first(page, "dateline")) == ("2021-07-19", "HARWICK")


@pytest.mark.parametrize(
    "line",
    [
        "Event: 25 July 2021, Town Hall",
        "Deadline: 1 August 2021",
        "Subscribe by 30 July 2021 and save 50%",
        "Anmeldeschluss: 1. August 2021",
    ],
)
def test_the_day_of_something_to_come_is_not_the_articles(line: str) -> None:
    assert values(page_of("Harbour bridge to close", line, *STORY), "date") == []


def test_a_publisher_that_is_not_sure_enough_is_stated_as_such() -> None:
    page = page_of("Harbour bridge to close", *STORY, "More from Elsewhere Gazette")
    assert values(page, "source") == []
    assert values(page, "unsure_source") == ["Elsewhere Gazette"]


def test_a_publisher_that_the_address_tells_leaves_no_doubt() -> None:
    address = "https://news.courier.example/bridge"
    page = page_of("Bridge to close", *STORY, "More from Elsewhere Gazette", url=address)
    assert values(page, "source") == ["courier.example"]
    assert values(page, "unsure_source") == []


def test_a_day_that_is_not_sure_enough_is_stated_as_such() -> None:
    below = ("Last updated: 4 May 2021", "Comment by Jane, 4 May 2021")
    page = page_of("Harbour bridge to close for nine weeks", *STORY, *below)
    assert values(page, "date") == []
    assert values(page, "unsure_date") == ["2021-05-04"]
