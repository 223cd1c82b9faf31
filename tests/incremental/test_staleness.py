from newsarchive.incremental.deferred import digest
from newsarchive.incremental.staleness import MISSING, NEW, Decision, Made, stale

TEMPLATE, LIST, ARTICLES = map(digest, (b"template", b"list", b"articles"))
HOME, SEARCH = "index.html", "search/script/"
KNOWN = {
    HOME: Made(TEMPLATE + LIST),
    SEARCH: Made(ARTICLES, ("search/script/a.js", "search/script/b.js")),
}
PLANNED = {name: made.ingredients for name, made in KNOWN.items()}
STANDING = {HOME, "search/script/a.js", "search/script/b.js"}


def test_what_is_as_it_was_stays() -> None:
    assert stale(KNOWN, PLANNED, STANDING) == Decision({}, ())


def test_what_is_new_is_made() -> None:
    assert stale({}, PLANNED, STANDING).render == {HOME: (NEW,), SEARCH: (NEW,)}


def test_what_is_made_from_something_else_is_made_again_and_the_reason_told() -> None:
    other = {**PLANNED, HOME: TEMPLATE + digest(b"another list")}
    labels = {HOME: ("the template", "its list")}
    assert stale(KNOWN, other, STANDING, labels.__getitem__).render == {HOME: ("its list",)}
    assert stale(KNOWN, other, STANDING).render == {HOME: ("ingredient 2",)}


def test_what_is_made_in_another_way_is_made_again() -> None:
    other = {**PLANNED, HOME: TEMPLATE + LIST + LIST}
    assert stale(KNOWN, other, STANDING).render == {HOME: ("made in another way",)}


def test_what_does_not_stand_there_is_made_again() -> None:
    assert stale(KNOWN, PLANNED, STANDING - {HOME}).render == {HOME: (MISSING,)}
    assert stale(KNOWN, PLANNED, STANDING - {"search/script/b.js"}).render == {SEARCH: (MISSING,)}


def test_what_is_not_planned_any_more_is_deleted() -> None:
    assert stale(KNOWN, {HOME: PLANNED[HOME]}, STANDING) == Decision({}, (SEARCH,))


def test_the_order_is_that_of_the_plan() -> None:
    backwards = dict(reversed(PLANNED.items()))
    assert list(stale({}, backwards, STANDING).render) == [SEARCH, HOME]
