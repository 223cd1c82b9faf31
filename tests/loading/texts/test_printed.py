"""The heads and feet of printed pages."""

from newsarchive.loading.texts.printed import columns_of, running_heads

FIRST = "The Port Courier\n- 4 -\n\nBridge to close\n\nThe bridge will be closed, said the mayor.\n"
SECOND = "\fThe Port Courier\n- 5 -\n\nIt will open in May.\n\nprinted 3 March 2021   2/3\n"
THIRD = "\fThe Port Courier\n- 6 -\n\nIt was built in 1931.\n\nprinted 3 March 2021   3/3\n"


def test_what_stands_at_the_head_or_foot_of_several_pages_is_none_of_the_text() -> None:
    text = FIRST + SECOND + THIRD
    lines = text.split("\n")
    found = [lines[number - 1].strip() for number in running_heads(text)]
    foot = "printed 3 March 2021   "
    head = "The Port Courier"
    assert sorted(found) == sorted([head, "- 5 -", f"{foot}2/3", head, "- 6 -", f"{foot}3/3"])


def test_the_first_page_keeps_its_head_which_names_the_paper() -> None:
    assert min(running_heads(FIRST + SECOND)) > FIRST.count("\n")


def test_a_form_feed_may_stand_on_a_line_of_its_own() -> None:
    text = FIRST + "\f\n" + SECOND.removeprefix("\f")
    assert len(running_heads(text)) == 2


def test_pages_that_share_nothing_have_no_heads() -> None:
    assert running_heads("One.\n\fTwo.\n\fThree.\n") == {}
    assert running_heads("One.\nOne.\n") == {}


def test_columns_side_by_side_are_told() -> None:
    row = "The damage done by the flood        Milk will cost a halfpenny more\n"
    (doubt,) = columns_of("a.txt", row * 6)
    assert (doubt.path, doubt.fate) == ("a.txt", "doubtful")
    assert list(columns_of("a.txt", row * 4)) == []
    assert list(columns_of("a.txt", "Harwick Town      12   4  3 31\n" * 20)) == []
    assert (
        list(columns_of("a.txt", "The bridge is closed.   It will open again in May.\n" * 4)) == []
    )
