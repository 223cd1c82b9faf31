from typing import Any

import samples
from newsarchive.archive import Entry
from newsarchive.pages.feeds import MOST, FeedView, feed_links, feed_view
from newsarchive.settings.schema import Settings

SITE = Settings(title="Port Archive", curator="Dana Reed", url="https://port.example/news/")


def entry(date: str | None, title: str = "Harbour reopens", **fields: Any) -> Entry:
    standard = {"source": "Eastport Echo", "section": ("World",), "beginning": "It opened."}
    return samples.entry(title, sha256="0" * 64, date=date, **{**standard, **fields})


def feed(*entries: Entry) -> FeedView:
    return feed_view("", SITE.title, entries, SITE)


def test_an_entry_is_as_old_as_its_article_and_no_clock_is_asked() -> None:
    (shown,) = feed(entry("2021-07-19")).entries
    assert shown.published == shown.updated == "2021-07-19T00:00:00Z"
    assert feed(entry("2021-07-19"), entry("2020")).updated == shown.updated


def test_a_month_gives_a_moment_to_sort_by_but_no_day_of_publication() -> None:
    (shown,) = feed(entry("2021-07~")).entries
    assert (shown.updated, shown.published) == ("2021-07-01T00:00:00Z", "")
    assert samples.said(shown.date) == "about July 2021"


def test_what_has_no_date_stands_apart_and_is_counted_in_the_subtitle() -> None:
    view = feed(entry("2021-07-19"), entry(None))
    assert [shown.updated for shown in view.undated] == [""]
    assert [samples.said(sentence) for sentence in view.subtitle] == [
        "1 more without a date: https://port.example/news/dates/undated/"
    ]


def test_the_newest_stand_in_a_feed_and_the_others_do_not() -> None:
    many = [entry(f"2021-{month:02d}", title=f"{month}") for month in range(12, 0, -1)] * 5
    assert len(feed(*many).entries) == MOST == 50


def test_addresses_are_whole() -> None:
    view = feed(entry("2021"))
    assert view.atom == "https://port.example/news/feed.xml"
    assert view.entries[0].address == "https://port.example/news/articles/harbour-reopens-00000000/"


def test_an_article_without_an_author_is_its_source_s() -> None:
    assert feed(entry("2021")).entries[0].authors == ("Eastport Echo",)
    assert feed(entry("2021", authors=("A", "B"))).entries[0].authors == ("A", "B")
    assert feed(entry("2021", source=None)).entries[0].authors == ()


def test_control_characters_never_reach_a_feed() -> None:
    assert feed(entry("2021", title="A\x00\x1b\ufffe title")).entries[0].title == "A title"


def test_an_atom_feed_is_linked_only_where_something_has_a_date() -> None:
    assert [link.href for link in feed_links(feed(entry("2021")), "")] == ["feed.xml", "feed.json"]
    assert [link.href for link in feed_links(feed(entry(None)), "")] == ["feed.json"]
