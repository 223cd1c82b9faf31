from collections.abc import Iterable, Sequence

from newsarchive.archive import Entry, archive_of
from newsarchive.archive.reprints import MOST, NEAR, Reprints, printed_together, reprints_in
from newsarchive.archive.sketches import Sketches, sketch_of
from samples import entry, words

DAYS = 28


SKETCHES: dict[str, bytes] = {}


def text(title: str, *parts: tuple[int, int]) -> Entry:
    made = entry(title)
    SKETCHES[made.sha256] = sketch_of([words(*part) for part in parts])
    return made


def sketches_of(entries: Sequence[Entry]) -> Sketches:
    return Sketches(SKETCHES.get(one.sha256, b"") for one in entries)


def found(entries: Sequence[Entry]) -> Reprints:
    return reprints_in(entries, sketches_of(entries), range(len(entries)))


def told(entries: Iterable[Entry], reprints: Reprints) -> dict[str, list[str]]:
    return {
        one.title: [reprint.entry.title for reprint in reprints[one.sha256]]
        for one in entries
        if one.sha256 in reprints
    }


AGENCY = text("agency", (0, 600))
PAPER = text("paper", (0, 580), (2000, 2030))
CUT = text("cut", (0, 250))
OTHER = text("other", (5000, 5600))
QUOTING = text("quoting", (0, 60), (7000, 7600))
ENTRIES = [AGENCY, PAPER, CUT, OTHER, QUOTING]


def test_texts_that_share_most_of_their_words_are_reprints_those_with_most_first() -> None:
    assert told(ENTRIES, found(ENTRIES)) == {
        "agency": ["paper", "cut"],
        "paper": ["agency", "cut"],
        "cut": ["agency", "paper"],
    }


def test_the_share_is_that_of_the_article_s_own_text() -> None:
    reprints = found(ENTRIES)
    of_cut = {one.entry.title: one.share for one in reprints[CUT.sha256]}
    of_agency = {one.entry.title: one.share for one in reprints[AGENCY.sha256]}
    assert of_cut["agency"] == 1
    assert 0.2 < of_agency["cut"] < 0.6


def test_who_quotes_a_part_is_no_reprint() -> None:
    assert QUOTING.sha256 not in found(ENTRIES)


def test_articles_without_a_text_are_none() -> None:
    assert found([entry("a"), entry("b")]) == {}
    assert found([]) == {}


def test_what_many_have_is_told_of_those_near_by_and_of_no_more_than_a_page_can_name() -> None:
    entries = [text(f"form {number}", (0, 100)) for number in range(NEAR * 5)]
    reprints = found(entries)
    assert {len(one) for one in reprints.values()} <= set(range(NEAR, MOST + 1))
    assert [len(group) for group in printed_together(entries, reprints)] == [NEAR * 5]


def test_reprints_of_a_third_stand_in_one_group_in_the_order_of_the_archive() -> None:
    first, second, third = text("1", (0, 400)), text("2", (160, 560)), text("3", (320, 720))
    entries = [first, OTHER, second, third]
    reprints = found(entries)
    assert third not in [one.entry for one in reprints[first.sha256]]
    assert printed_together(entries, reprints) == [(first, second, third)]


def test_an_archive_knows_its_reprints() -> None:
    assert set(archive_of(ENTRIES, sketches=sketches_of(ENTRIES)).reprints) == {
        AGENCY.sha256,
        PAPER.sha256,
        CUT.sha256,
    }
