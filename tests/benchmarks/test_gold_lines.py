"""A page's lines are matched with a careful reader's copy of its article."""

from gold_lines import agreement, find_gold_lines, gold_shingles
from newsarchive.cleaning.lines import split_lines

GOLD = {
    "body": [
        {"t": "p", "x": "The bridge over the Lirne will stay closed until the end of the month."},
        {"t": "h", "x": "Two cracks"},
        {"t": "p", "x": "Divers found two cracks in a pillar on Tuesday, the town said."},
        {"t": "p", "x": "No one was hurt."},
    ],
    "lead": "Trains take a detour while divers look at the old pillars.",
}
PAGE = """\
Home
Two cracks
Bridge stays closed
Trains take a detour while divers look at the old pillars.
The bridge over the Lirne will stay closed until the end of the month.
Two cracks
Divers found two cracks in a pillar on Tuesday, the town said.
A pillar of the bridge. Photo: The Lirne Post
No one was hurt.
More from the Lirne
The bridge over the Lirne will stay closed until the end …"""


def test_body_headings_and_stand_first_are_found_and_copies_are_not() -> None:
    lines = split_lines(PAGE)
    found = find_gold_lines(lines, GOLD)
    numbered = [line.number for line, inside in zip(lines, found.body, strict=True) if inside]
    assert numbered == [5, 6, 7, 9]
    assert [nth + 1 for nth, heading in enumerate(found.heading) if heading] == [6]
    assert [nth + 1 for nth, either in enumerate(found.either) if either] == [4]


def test_a_sentence_in_pieces_is_body_in_all_its_pieces() -> None:
    page = "Menu\nDivers found\ntwo\ncracks in a pillar\non\nTuesday, the town said.\nMenu"
    assert find_gold_lines(split_lines(page), GOLD).body == (False, *[True] * 5, False)


def test_the_right_lines_agree_fully_with_and_without_the_stand_first() -> None:
    lines = split_lines(PAGE)
    body = [lines[number - 1] for number in (5, 6, 7, 9)]
    golds = gold_shingles(GOLD)
    assert agreement(body, golds) == 1
    assert agreement([lines[3], *body], golds) == 1
    assert 0 < agreement(lines, golds) < 1
    assert agreement([], golds) == 0
