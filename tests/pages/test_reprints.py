from newsarchive.archive.reprints import Reprint
from newsarchive.pages.reprints import reprint_views, reprints_table, reprints_view
from samples import entry, said

COURIER = entry("Harbour reopens", source="The Courier", date="2021-07-19", basis="stated")
TIMES = entry("Eastport harbour open again")
PAGE = "articles/a-1/"


def test_a_reprint_says_where_it_stands_and_how_much_of_the_text() -> None:
    (view,) = reprint_views([Reprint(COURIER, 0.95)], PAGE)
    assert view.title.text == "Harbour reopens"
    assert view.title.href.startswith("../../articles/harbour-reopens-")
    assert view.source
    assert view.source.text == "The Courier"
    assert view.date.edtf == "2021-07-19"
    assert said(view.share) == "nearly all of this text"


def test_how_much_is_told_in_three_steps() -> None:
    views = reprint_views([Reprint(TIMES, share) for share in (0.9, 0.89, 0.5, 0.49)], PAGE)
    assert [said(view.share).split(" of")[0] for view in views] == [
        "nearly all",
        "most",
        "most",
        "a part",
    ]


def test_the_page_shows_groups_and_how_many_there_are() -> None:
    view = reprints_view([(COURIER, TIMES)], 7)
    assert [entry.title.text for entry in view.groups[0].entries] == [
        "Harbour reopens",
        "Eastport harbour open again",
    ]
    assert (view.count, view.table) == (7, "../data/reprints.csv")


def test_the_table_has_a_row_for_each_reprint_of_each_article() -> None:
    table = reprints_table({"b": (Reprint(COURIER, 1.0),), "a": (Reprint(TIMES, 0.5),)})
    assert table.decode().split("\r\n") == [
        "sha256,reprint,share",
        f"a,{TIMES.sha256},0.50",
        f"b,{COURIER.sha256},1.00",
        "",
    ]
