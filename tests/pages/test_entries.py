import pytest

from newsarchive.pages.entries import date_view, direction_of, entry_view, link, span_of
from newsarchive.pages.entryviews import DateView, EntryView, Link
from newsarchive.wording.said import When, message
from samples import entry, said


def test_a_link_to_the_page_it_stands_on_says_so() -> None:
    assert link("About", "about/", "about/") == Link("About", "../about/index.html", current=True)
    assert not link("About", "about/", "").current


@pytest.mark.parametrize(
    ("date", "basis", "view"),
    [
        (None, None, DateView(message("undated"), "", "", "")),
        (None, "corrected", DateView(message("undated"), "", "", "corrected")),
        (
            "2021-07-19",
            "stated",
            DateView(When("2021-07-19"), "2021-07-19", "2021-07-19", "stated"),
        ),
        ("2021-07", "url", DateView(When("2021-07"), "2021-07", "2021-07", "url")),
        ("2021", "url", DateView(When("2021"), "2021", "2021", "url")),
    ],
)
def test_a_date_is_shown_with_how_it_is_known(
    date: str | None, basis: str | None, view: DateView
) -> None:
    assert date_view(date, basis) == view


def test_an_interval_is_no_machine_readable_day() -> None:
    view = date_view("2020-01-16/..", "inferred")
    assert (view.machine, view.edtf, view.basis) == ("", "2020-01-16/..", "inferred")
    assert "16 January 2020" in said(view.words)


@pytest.mark.parametrize(
    ("language", "direction"),
    [("ar", "rtl"), ("fa-IR", "rtl"), ("he", "rtl"), ("en", "ltr"), ("und", "ltr"), ("", "ltr")],
)
def test_the_direction_follows_the_language(language: str, direction: str) -> None:
    assert direction_of(language) == direction


@pytest.mark.parametrize("page", ["sources/unknown/", "sources/unknown/2021/"])
def test_on_the_pages_of_a_subject_its_entries_need_not_say_it(page: str) -> None:
    made = entry_view(entry(source=None, section=("News",)), page)
    assert (made.source.text, made.source.current) == ("", True)
    assert not made.section[0].current
    assert not entry_view(entry(source=None), "dates/2021/").source.current


def test_a_listings_entry_links_to_its_article_its_source_and_its_topics() -> None:
    made = entry(
        sha256="0" * 64,
        source="The Courier",
        date="2021-07-19",
        basis="stated",
        section=("News",),
        beginning="The harbour ",
        goes_on=True,
        language="fa",
    )
    assert entry_view(made, "dates/2021/") == EntryView(
        title=Link("Harbour reopens", "../../articles/harbour-reopens-00000000/index.html"),
        source=Link("The Courier", "../../sources/the-courier/index.html"),
        date=DateView(When("2021-07-19"), "2021-07-19", "2021-07-19", "stated"),
        section=(Link("News", "../../topics/news/index.html"),),
        dek="The harbour …",
        words=6,
        language="fa",
        direction="rtl",
    )


def test_an_undated_entry_shows_the_bounds_that_are_inferred() -> None:
    view = entry_view(entry(basis="inferred", bounds="2020-01-16/.."), "")
    assert (view.date.edtf, view.date.basis) == ("2020-01-16/..", "inferred")


def test_a_span_is_the_time_from_the_first_to_the_last_date() -> None:
    days = ["2021-07-19", "2020-01-16", ""]
    assert said(span_of(days)) == "16 January 2020 – 19 July 2021"
    assert said(span_of(days[:1])) == "19 July 2021"
    assert span_of(days[2:]) == ""
