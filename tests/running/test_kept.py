"""One pass leaves for the next what there is room for, in its own process."""

from copy import copy

from newsarchive.running.kept import Kept


def test_what_is_kept_is_given_once() -> None:
    kept = Kept[str, str](10)
    kept.keep("a", "first", 5)
    assert kept.take("a") == "first"
    assert kept.take("a") is None


def test_there_is_room_again_for_what_was_taken() -> None:
    kept = Kept[str, str](10)
    kept.keep("a", "first", 6)
    kept.keep("b", "second", 6)
    assert kept.take("b") is None
    kept.take("a")
    kept.keep("b", "second", 6)
    assert kept.take("b") == "second"


def test_nothing_that_is_kept_goes_to_another_process() -> None:
    kept = Kept[str, str](10)
    kept.keep("a", "first", 5)
    sent = copy(kept)  # as `pickle` has it
    sent.keep("b", "second", 1)
    assert sent.take("a") is None
    assert sent.take("b") is None
    assert kept.take("a") == "first"
