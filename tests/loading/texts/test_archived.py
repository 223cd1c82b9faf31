"""The bar that a web archive puts above its copy of a page."""

import io

from newsarchive.loading.opened import Opened
from newsarchive.loading.texts import text
from newsarchive.loading.texts.archived import BAR, archive_bar
from newsarchive.model import Document

COPY = "http://web.archive.org/web/20040613120412/http://www.port-courier.example/market.html"
BELOW = "Port Courier\nMarket stays open\n11 May 2004\nThe market stays where it is.\n"
WAYBACK = (
    f"The Wayback Machine - {COPY}\n14 captures\n13 Jun 2004 - 2 Feb 2009\nMay\tJUN\tJul\n\t13\n"
    "success\nfail\nAbout this capture\nCOLLECTED BY\nOrganization: Crawls\n"
    "The crawls are part of an effort to archive pages as they are created.\nTIMESTAMPS\n"
)
TODAY = (
    "archive.today\nwebpage capture\nSaved from https://port-courier.example/2021/10/15/mud\n"
    "search\n16 Oct 2021 09:12:44 UTC\nno other snapshots from this url\n"
    "All snapshots from host port-courier.example\nWebpage Screenshot\nshare\ndownload .zip\n"
    "report bug or abuse\nBuy me a coffee\n"
)


def test_the_bar_is_none_of_the_page_below_it() -> None:
    for bar in (WAYBACK, TODAY):
        told = archive_bar(bar + BELOW)
        assert told
        assert set(told.labels.values()) == {("boilerplate", BAR)}
        assert list(told.labels) == list(range(1, bar.count("\n") + 1))


def test_it_says_what_was_copied_and_when() -> None:
    for bar, address, day in (
        (WAYBACK, "http://www.port-courier.example/market.html", "2004-06-13"),
        (TODAY, "https://port-courier.example/2021/10/15/mud", "2021-10-16"),
    ):
        told = archive_bar(bar + BELOW)
        assert told
        assert [(s.field, s.value) for s in told.statements] == [("url", address), ("crawled", day)]


def test_what_the_page_calls_itself_may_stand_above_the_bar() -> None:
    below_the_name = WAYBACK.partition("\n")[2]
    told = archive_bar(f"Market stays open | Port Courier\n{below_the_name}{BELOW}")
    assert told
    assert 1 not in told.labels


def test_a_page_that_speaks_of_captures_has_no_bar() -> None:
    assert archive_bar(f"About this capture\nThe hunters’ capture was a success.\n{BELOW}") is None


def test_a_text_with_a_bar_is_read_without_it() -> None:
    (read,) = text.read(Opened("a.txt", io.BytesIO((WAYBACK + BELOW).encode())))
    assert isinstance(read, Document)
    assert read.text == WAYBACK + BELOW
    assert len(read.labels) == WAYBACK.count("\n")
