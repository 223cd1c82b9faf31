from collections.abc import Callable, Mapping, Sequence

from newsarchive.incremental import staleness
from newsarchive.incremental.deferred import digest
from newsarchive.incremental.staleness import MISSING, NEW, Decision, Made, as_made, digest_of

TEMPLATE, LIST, ARTICLES = map(digest, (b"template", b"list", b"articles"))
HOME, SEARCH = "index.html", "search/script/"
SCRIPTS = ("search/script/a.js", "search/script/b.js")
STANDING = dict(zip((HOME, *SCRIPTS), (bytes([number] * 46) for number in (1, 2, 3)), strict=True))
KNOWN = {
    HOME: Made(TEMPLATE + LIST, digest_of(STANDING, [HOME])),
    SEARCH: Made(ARTICLES, digest_of(STANDING, SCRIPTS), SCRIPTS),
}
PLANNED = {name: made.ingredients for name, made in KNOWN.items()}
STAYING = Decision({}, (), {SEARCH: SCRIPTS})


def stale(
    known: Mapping[str, Made],
    planned: Mapping[str, bytes],
    standing: Mapping[str, bytes],
    labels: Callable[[str], Sequence[str]] = lambda _: (),
) -> Decision:
    ingredients = [*planned.values()].__getitem__
    return staleness.stale(known.items(), [*planned], ingredients, standing, labels)


def test_what_is_as_it_was_stays() -> None:
    assert stale(KNOWN, PLANNED, STANDING) == STAYING


def test_what_is_new_is_made() -> None:
    assert stale({}, PLANNED, STANDING).render == {HOME: NEW, SEARCH: NEW}


def test_what_is_made_from_something_else_is_made_again_and_the_reason_told() -> None:
    other = {**PLANNED, HOME: TEMPLATE + digest(b"another list")}
    labels = {HOME: ("the template", "its list")}
    assert stale(KNOWN, other, STANDING, labels.__getitem__).render == {HOME: ("its list",)}
    assert stale(KNOWN, other, STANDING).render == {HOME: ("ingredient 2",)}


def test_what_is_made_in_another_way_is_made_again() -> None:
    other = {**PLANNED, HOME: TEMPLATE + LIST + LIST}
    assert stale(KNOWN, other, STANDING).render == {HOME: ("made in another way",)}


def test_what_does_not_stand_there_is_made_again() -> None:
    for path, name in ((HOME, HOME), (SCRIPTS[1], SEARCH)):
        less = {file: digest for file, digest in STANDING.items() if file != path}
        assert stale(KNOWN, PLANNED, less).render == {name: MISSING}


def test_what_a_build_wrote_that_could_not_remember_it_is_made_again() -> None:
    for path, name in ((HOME, HOME), (SCRIPTS[0], SEARCH)):
        assert stale(KNOWN, PLANNED, STANDING | {path: b"f" * 46}).render == {name: MISSING}


def test_what_stood_nowhere_when_it_was_remembered_is_made_again() -> None:
    known = {HOME: Made(PLANNED[HOME], digest_of({}, [HOME]))}
    assert stale(known, {HOME: PLANNED[HOME]}, {}).render == {HOME: MISSING}


def test_a_part_stands_as_it_was_made_with_all_its_files() -> None:
    assert {name: as_made(name, KNOWN, STANDING) for name in KNOWN} == KNOWN
    altered = STANDING | {SCRIPTS[1]: b"f" * 46}
    assert [name for name in KNOWN if as_made(name, KNOWN, altered)] == [HOME]


def test_what_is_not_planned_any_more_is_deleted() -> None:
    assert stale(KNOWN, {HOME: PLANNED[HOME]}, STANDING) == Decision(
        {}, (SEARCH,), {SEARCH: SCRIPTS}
    )


def test_the_order_is_that_of_the_plan() -> None:
    backwards = dict(reversed(PLANNED.items()))
    assert list(stale({}, backwards, STANDING).render) == [SEARCH, HOME]
