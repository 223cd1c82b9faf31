import pytest

from newsarchive.loading.xml.pieces import cut

HEAD = "<rss><channel><title>A</title><items>x</items><!-- <item> -->"
FIRST = '<item rdf:about="a"><d><![CDATA[ </item> <item> ]]></d><!-- </item> --></item>'
SECOND = "<atom:entry>B</atom:entry >"
ITEMS = ("item", "entry")


def test_a_feed_is_cut_into_what_stands_above_and_its_items() -> None:
    assert list(cut([f"{HEAD}{FIRST}\n{SECOND}</channel>"], ITEMS, 1_000)) == [HEAD, FIRST, SECOND]


@pytest.mark.parametrize("size", [1, 2, 7, 40])
def test_it_is_cut_alike_wherever_it_is_read_from(size: int) -> None:
    whole = f"{HEAD}{FIRST}{' ' * 200}{SECOND}</channel>"
    parts = [whole[at : at + size] for at in range(0, len(whole), size)]
    assert list(cut(parts, ITEMS, 1_000)) == [HEAD, FIRST, SECOND]


def test_an_item_that_does_not_end_ends_where_the_next_begins() -> None:
    assert list(cut(["<a><item>B<item>C</item>"], ITEMS, 99)) == [
        "<a>",
        "<item>B",
        "<item>C</item>",
    ]
    assert list(cut(["<a><item>B"], ITEMS, 99)) == ["<a>", "<item>B"]


def test_of_an_item_that_is_too_large_what_shows_it_is_given() -> None:
    parts = ["<a>", "<item>", *["word " * 20] * 20, "</item><item>B</item>"]
    head, large, last = cut(parts, ITEMS, 500)
    assert (head, last) == ("<a>", "<item>B</item>")
    assert 500 < len(large) < 700


def test_plain_text_that_does_not_end_costs_no_more_than_is_held() -> None:
    parts = ["<a><item><![CDATA[", *["word " * 20] * 20, "</item><item>B</item>"]
    assert list(cut(parts, ITEMS, 500))[-1] == "<item>B</item>"


def test_a_feed_without_items_is_what_stands_above_them() -> None:
    assert list(cut(["<a><b>", "C</b></a>"], ITEMS, 99)) == ["<a><b>C</b></a>"]
