"""What all finders know of a page."""

from newsarchive.finding.page import Page, lay_out
from newsarchive.model import Line

LINES = (Line(1, "Elsewhere Gazette"), Line(2, "The bridge is open again."))


def test_a_line_that_other_files_have_says_so_in_few_steps() -> None:
    layout = lay_out(Page(LINES, (0.0, 1.0), elsewhere=(3, 0)))
    assert [layout.shared(i) for i in (0, 1)] == [["shared:4"], ["shared:0"]]


def test_of_a_page_that_is_read_alone_nothing_is_said_of_other_files() -> None:
    layout = lay_out(Page(LINES, (0.0, 1.0)))
    assert [layout.shared(i) for i in (0, 1)] == [[], []]


def test_a_place_is_one_of_the_main_text_also_where_small_letters_take_more_room() -> None:
    layout = lay_out(Page((Line(1, "İİİİİİİİİİ"), *LINES, Line(3, "Share")), (0.0, 0.0, 1.0, 0.0)))
    places = [layout.whole.index(word) for word in ("elsewhere", "bridge", "share")]
    assert [layout.is_main(place) for place in places] == [False, True, False]
