from itertools import combinations
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import replace

from newsarchive.archive import entries
from newsarchive.incremental.deferred import Deferred, Digests, with_fetched
from samples import entry


class Shelf(Struct, frozen=True):
    name: str
    entries: tuple[Any, ...] = ()


class Mark(Struct, frozen=True):
    name: str
    value: str | int | bool | None


def heading(name: str, number: int) -> str:
    return f"{name} {number}"


def twice(text: str) -> str:
    return text * 2


class Fetched:
    digest = b"of what is fetched"

    def fetch(self) -> str:
        return "fetched"

    def whole(self) -> str:
        return "the same, at hand"


DIFFERENT = [
    *(
        None,
        0,
        1,
        "",
        "1",
        b"1",
        (),
        ("",),
        ("", ""),
        ("1", "1"),
        (("1",), "1"),
        {"a": 1},
        {"a": 2},
    ),
    *(Shelf("a"), Shelf("b"), Shelf("a", (entry("x"),)), Shelf("a", (entry("y"),))),
    *(entry("x", digest=b"1"), entry("x", digest=b"2"), (entry("x", digest=b"1"),)),
    *(Deferred(twice, ("a",)), Deferred(twice, ("b",)), Deferred(heading, ("a",)), Fetched()),
    *("\ud800", ("\ud800",), Mark("\ud800", 1)),
    *(Mark("1", 1), Mark("1", "1"), Mark("1", None), Mark("1", value=True), Mark("1", 0)),
]


def test_the_call_is_made_when_it_is_asked_for() -> None:
    assert Deferred(heading, ("a", 1))() == "a 1"


def test_what_is_given_may_be_deferred_or_fetched_too() -> None:
    assert Deferred(twice, (Deferred(heading, ("a", 1)),))() == "a 1a 1"
    assert Deferred(twice, (Fetched(),))() == "fetchedfetched"


def test_who_cannot_fetch_is_given_what_entries_would_fetch_wherever_they_stand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = entry("x")
    bare = replace(one, own_summary=None)
    monkeypatch.setattr(entries, "_summary_in", lambda *_: one.summary)
    shelf = Shelf("", (bare, Shelf("a", (bare,))))
    sent = with_fetched(Deferred(twice, (shelf, [bare], Fetched(), None)))
    whole = Shelf("", (one, Shelf("a", (one,))))
    assert sent.arguments == (whole, (one,), Fetched().whole(), None)


def test_what_it_is_given_has_names() -> None:
    assert Deferred(heading, ("a", 1)).labels() == ("name", "number")


@pytest.mark.parametrize(("one", "other"), list(combinations(DIFFERENT, 2)))
def test_different_values_have_different_digests(one: object, other: object) -> None:
    digests = Digests()
    assert digests.of(one) != digests.of(other)


def test_equal_values_have_one_digest() -> None:
    assert Digests().of(Shelf("a", (entry("x"),))) == Digests().of(Shelf("a", (entry("x"),)))
    assert Digests().of({"a": 1, "b": 2}) == Digests().of({"b": 2, "a": 1})


def test_a_function_and_each_argument_have_a_digest() -> None:
    one, other = (Digests().parts(Deferred(heading, ("a", n))) for n in (1, 2))
    assert (one[:2] == other[:2], one[2] == other[2]) == (True, False)
    assert Digests().parts(Deferred(twice, ("a",)))[0] != one[0]
