"""Uses: names as single articles use them, and which of them are one name.

An archive has many uses, and most are of names that only one article has. So what is alike in many
uses is held once (`UsedName`), and names that too few articles can have are left out before the
others are looked at use by use.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.archive.entries import Entry
from newsarchive.names import Alias, Name
from newsarchive.naming.clues import GIVEN
from newsarchive.naming.gazetteer import known_name
from newsarchive.naming.spelling import differs_in_one_ending, fold, surname_of, words_in


class UsedName(Struct, frozen=True, gc=False):
    """What is alike in all articles that use a name in one way: a `Name` without its places."""

    text: str
    key: str
    """The same for all spellings that are plainly one name: see `key_of`."""
    times: int
    """How often the article names it."""
    openings: int
    """How many of these times it opens a sentence."""
    rules: tuple[str, ...]
    """The clues to its kind, by their rules."""
    aliases: tuple[Alias, ...]
    known: str
    """What the gazetteer calls it; empty where it does not know it."""


class Use(Struct, frozen=True, gc=False):
    """A name as one article uses it."""

    name: UsedName
    entry: Entry


class _Uses(Struct, frozen=True):
    """All uses of names in an archive, each name held once."""

    names: Sequence[UsedName]
    entries: Sequence[Entry]
    numbers: Sequence[int]
    """The places in `names` of those that the articles use, one article after the other."""
    ends: Sequence[int]
    """Where in `numbers` those of each article end."""

    def by_article(self) -> Iterator[tuple[Entry, Sequence[int]]]:
        """Give each article, and the places in `names` of those that it uses."""
        start = 0
        for entry, end in zip(self.entries, self.ends, strict=True):
            yield entry, self.numbers[start:end]
            start = end


def uses_of(articles: Iterable[tuple[Entry, Sequence[Name]]], least: int) -> list[Use]:
    """Give the uses of names, without those that cannot be in enough articles.

    Words whose capital only says that a sentence begins are no names.

    Args:
        articles: each with what it names.
        least: articles that a name must stand in.
    """
    uses = _all_uses(articles)
    kept = _capitalised(uses.names)
    enough = _in_enough_articles(kept, uses, least)
    return [
        Use(name, entry)
        for entry, numbers in uses.by_article()
        for number in numbers
        if enough[number] and (name := kept[number])
    ]


def _all_uses(articles: Iterable[tuple[Entry, Sequence[Name]]]) -> _Uses:
    """Go through the articles, and hold once what is alike in many uses."""
    places: dict[UsedName, int] = {}
    entries, numbers, ends = list[Entry](), array("I"), array("Q")
    for entry, names in articles:
        for name in names:
            key, rules = fold(name.known or name.text), tuple([clue.rule for clue in name.clues])
            times, openings = len(name.lines), name.openings
            used = UsedName(name.text, key, times, openings, rules, name.aliases, name.known)
            numbers.append(places.setdefault(used, len(places)))
        entries.append(entry)
        ends.append(len(numbers))
    return _Uses(list(places), entries, numbers, ends)


def _in_enough_articles(kept: Sequence[UsedName | None], uses: _Uses, least: int) -> list[bool]:
    """Tell of each name whether `least` articles use it, or one that may be the same.

    Names may be the same that are spelled alike, that a text equates, or that end in one word, as
    a whole name does and its surname that stands alone elsewhere.
    """
    leaders: dict[str, str] = {}
    for name in filter(None, kept):
        for other in (surname_of(name.text), *(key_of(alias.text) for alias in name.aliases)):
            _join(leaders, name.key, other)
    groups = [_leader(leaders, name.key) if name else "" for name in kept]
    counts: Counter[str] = Counter()
    for _, numbers in uses.by_article():
        counts.update({groups[number] for number in numbers})
    return [counts[group] >= least for group in groups]


def key_of(text: str) -> str:
    """Give the key of a name: one for all spellings that differ in nothing but capitals and marks.

    A name that the gazetteer knows has one key for all the spellings that it knows.
    """
    known = known_name(text)
    return fold(known.name if known else text)


def _capitalised(names: Sequence[UsedName]) -> list[UsedName | None]:
    """Keep what is a name by its capital: inside a sentence somewhere, or of several words.

    Where only the words behind the first are a name elsewhere, the first merely opens the sentence:
    unless it is a given name, for surnames are other names too (`Raymond Ford`).
    """
    inside = {name.key for name in names if name.openings < name.times}
    kept = list[UsedName | None]()
    for name in names:
        rest = name.text.partition(" ")[2]
        rest_is_name = key_of(rest) in inside and GIVEN.isdisjoint(name.rules)
        if name.key in inside or (not rest_is_name and words_in(name.text) > 1):
            kept.append(name)
        elif rest_is_name:
            kept.append(replace(name, text=rest, key=key_of(rest), rules=(), aliases=()))
        else:
            kept.append(None)
    return kept


def joined(uses: Iterable[Use]) -> dict[str, list[Use]]:
    """Group the uses by name; names that a text equates are one."""
    by_key: defaultdict[str, list[Use]] = defaultdict(list)
    for use in uses:
        by_key[use.name.key].append(use)
    leaders = _leaders(by_key)
    groups: defaultdict[str, list[Use]] = defaultdict(list)
    for key, members in by_key.items():
        groups[_leader(leaders, key)] += members
    return dict(groups)


def _leaders(by_key: Mapping[str, Sequence[Use]]) -> dict[str, str]:
    """Join keys that a text equates, but for abbreviations that stand for more than one name."""
    pairs = sorted(
        {
            (use.name.key, use.name.text, key_of(alias.text), alias.text)
            for members in by_key.values()
            for use in members
            for alias in use.name.aliases
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
    """Put the groups of two keys together (union-find); the least key leads."""
    one, two = _leader(leaders, key), _leader(leaders, other)
    if one != two:
        leaders[max(one, two)] = min(one, two)


def _leader(leaders: dict[str, str], key: str) -> str:
    """Give the leader of a key's group, and halve the way to it for the next time."""
    while key in leaders:
        above = leaders[key]
        leaders[key] = leaders.get(above, above)
        key = above
    return key


def _are_alike(names: Iterable[str]) -> bool:
    first, *others = sorted(names)
    return all(fold(first) == fold(o) or differs_in_one_ending(first, o) for o in others)
