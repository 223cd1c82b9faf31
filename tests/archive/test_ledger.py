import pytest
from msgspec.structs import replace

from newsarchive.archive import ledger_of
from newsarchive.errors import NewsarchiveError
from newsarchive.model import Problem

LOST = Problem("a.txt", "holds no text", "Copy it")
CUT = Problem("a.zip", "7 files are left", "Split it", inputs=7)
TWICE = Problem("b.txt", "holds the same bytes as c.txt", "Remove one", fate="duplicate")
DOUBT = Problem("c.txt", "read as cp1252: a guess", "Save it as UTF-8", fate="doubtful")


def test_every_input_is_published_or_a_duplicate_or_set_aside() -> None:
    ledger = ledger_of(read=3, published=2, unread=[LOST, CUT, DOUBT], left=[TWICE])
    assert ledger.inputs == 11
    assert ledger.inputs == ledger.published + ledger.count("duplicate") + ledger.count("set aside")
    assert ledger.of("doubtful") == (DOUBT,)


def test_what_several_texts_say_alike_is_told_once_with_their_number() -> None:
    shared = Problem("a/_folder.yaml:2", "unknown key `tilte`", "Did you mean `title`?")
    ledger = ledger_of(read=1, published=1, unread=[shared, LOST, shared, DOUBT, DOUBT], left=[])
    told = replace(shared, what="unknown key `tilte` (2 inputs)", inputs=2)
    assert ledger.problems == (told, LOST, DOUBT, DOUBT)
    assert (ledger.inputs, ledger.count("set aside")) == (4, 3)


def test_ledgers_have_one_digest_where_they_say_the_same() -> None:
    halves = [replace(LOST, what=f"has {half}") for half in ("\ud800", "\udfff", "?")]
    digests = [ledger_of(read=0, published=0, unread=[one]).digest for one in (LOST, CUT, *halves)]
    assert len({*digests}) == 5
    assert digests[0] == ledger_of(read=0, published=0, unread=[replace(LOST)]).digest


@pytest.mark.parametrize("published", [1, 3])
def test_a_ledger_that_does_not_add_up_stops_the_build(published: int) -> None:
    with pytest.raises(NewsarchiveError, match="the ledger does not add up: of 3 inputs"):
        ledger_of(read=3, published=published, unread=[], left=[TWICE])
