"""Uses: names as single articles use them, and which of them are one name.

An archive has many uses, and most are of names that one article has. So each way of using a name is
held once, with the articles that use it so, and what no other article has to do with is left out
before the rest is looked at use by use.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.archive.entries import Entry
from newsarchive.model import Alias, Name
from newsarchive.naming.clues import GIVEN
from newsarchive.naming.gazetteer import known_name
from newsarchive.naming.spelling import differs_in_one_ending, fold, tail, words_in


class Said(Struct, frozen=True, gc=False):
    """A name as articles use it, and no more than is asked of it."""

    text: str
    key: str
    times: int
    """How often an article names it."""
    openings: int
    """How often of these it opens a sentence."""
    rules: tuple[str, ...]
    """The clues to its kind, by their rules."""
    aliases: tuple[Alias, ...]
    known: str
    """What the gazetteer calls it; empty where it does not know it."""


class Use(Struct, frozen=True, gc=False):
    """A name as one article uses it."""

    said: Said
    entry: Entry


class _Told(Struct, frozen=True):
    """What articles say."""

    said: Sequence[Said]
    entries: Sequence[Entry]
    numbers: Sequence[int]
    """The places in `said` of what the articles say, one article after the other."""
    ends: Sequence[int]
    """Where in these each article ends."""

    def each(self) -> Iterator[tuple[Entry, Sequence[int]]]:
        """Give each article with the places of what it says."""
        start = 0
        for entry, end in zip(self.entries, self.ends, strict=True):
            yield entry, self.numbers[start:end]
            start = end


def uses_of(articles: Iterable[tuple[Entry, Sequence[Name]]], least: int) -> list[Use]:
    """Give the uses of names whose capital is one, without those that cannot be in enough articles.

    Args:
        articles: each with what it names.
        least: articles that a name must stand in.
    """
    told = _told_by(articles)
    kept = _capitalised(told.said)
    enough = _spread(kept, told, least)
    return [
        Use(said, entry)
        for entry, numbers in told.each()
        for number in numbers
        if enough[number] and (said := kept[number])
    ]


def _told_by(articles: Iterable[tuple[Entry, Sequence[Name]]]) -> _Told:
    places: dict[Said, int] = {}
    entries, numbers, ends = list[Entry](), array("I"), array("Q")
    for entry, names in articles:
        for name in names:
            key, rules = fold(name.known or name.text), tuple([clue.rule for clue in name.clues])
            times, openings = len(name.lines), name.openings
            said = Said(name.text, key, times, openings, rules, name.aliases, name.known)
            numbers.append(places.setdefault(said, len(places)))
        entries.append(entry)
        ends.append(len(numbers))
    return _Told(list(places), entries, numbers, ends)


def _spread(kept: Sequence[Said | None], told: _Told, least: int) -> list[bool]:
    """Tell of what is said whether it, and all that may be the same name, is in enough articles.

    May be: names that are spelled alike, that a text equates, or that end in one word, as a surname
    does that stands alone elsewhere.
    """
    leaders: dict[str, str] = {}
    for said in filter(None, kept):
        for other in (tail(said.text), *(key_of(alias.text) for alias in said.aliases)):
            _join(leaders, said.key, other)
    groups = [_leader(leaders, said.key) if said else "" for said in kept]
    counts: Counter[str] = Counter()
    for _, numbers in told.each():
        counts.update({groups[number] for number in numbers})
    return [counts[group] >= least for group in groups]


def key_of(text: str) -> str:
    """Give what a name is told from others by; that of a known name for all its spellings."""
    known = known_name(text)
    return fold(known.name if known else text)


def _capitalised(everything: Sequence[Said]) -> list[Said | None]:
    """Keep the names whose capital is one: inside a sentence somewhere, or of several words.

    Where only the words behind the first are a name elsewhere, the first merely opens the sentence:
    unless it is a given name, for surnames are other names too (`Raymond Ford`).
    """
    inside = {said.key for said in everything if said.openings < said.times}
    kept = list[Said | None]()
    for said in everything:
        rest = said.text.partition(" ")[2]
        rest_is_name = key_of(rest) in inside and GIVEN.isdisjoint(said.rules)
        if said.key in inside or (not rest_is_name and words_in(said.text) > 1):
            kept.append(said)
        elif rest_is_name:
            kept.append(replace(said, text=rest, key=key_of(rest), rules=(), aliases=()))
        else:
            kept.append(None)
    return kept


def joined(uses: Iterable[Use]) -> dict[str, list[Use]]:
    """Group the uses by name; names that a text equates are one."""
    by_key: defaultdict[str, list[Use]] = defaultdict(list)
    for use in uses:
        by_key[use.said.key].append(use)
    leaders = _leaders(by_key)
    groups: defaultdict[str, list[Use]] = defaultdict(list)
    for key, members in by_key.items():
        groups[_leader(leaders, key)] += members
    return dict(groups)


def _leaders(by_key: Mapping[str, Sequence[Use]]) -> dict[str, str]:
    """Join keys that a text equates, but for abbreviations that stand for more than one name."""
    pairs = sorted(
        {
            (use.said.key, use.said.text, key_of(alias.text), alias.text)
            for members in by_key.values()
            for use in members
            for alias in use.said.aliases
        }
    )
    stands_for: defaultdict[str, set[str]] = defaultdict(set)
    for _, text, other, _ in pairs:
        stands_for[other].add(text)
    leaders: dict[str, str] = {}
    for key, text, other, alias in pairs:
        both_known = known_name(text) and known_name(alias)
        if key in by_key and not both_known and _are_alike(stands_for[other]):
            _join(leaders, key, other)
    return leaders


def _join(leaders: dict[str, str], key: str, other: str) -> None:
    one, two = _leader(leaders, key), _leader(leaders, other)
    if one != two:
        leaders[max(one, two)] = min(one, two)


def _leader(leaders: dict[str, str], key: str) -> str:
    """Give the leader of a key's group; the way there is halved for who asks next."""
    while key in leaders:
        above = leaders[key]
        leaders[key] = leaders.get(above, above)
        key = above
    return key


def _are_alike(names: Iterable[str]) -> bool:
    first, *others = sorted(names)
    return all(fold(first) == fold(o) or differs_in_one_ending(first, o) for o in others)
