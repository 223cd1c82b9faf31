"""Uses: names as single articles use them, and which of them are one name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.archive.entries import Entry
from newsarchive.model import Alias, Name
from newsarchive.naming.clues import GIVEN
from newsarchive.naming.gazetteer import known_name
from newsarchive.naming.spelling import differs_in_one_ending, fold, words_in


class Use(Struct, frozen=True, gc=False):
    """A name as one article uses it, and no more than is asked of it: an archive has many."""

    text: str
    key: str
    entry: Entry
    times: int
    """How often the article names it."""
    openings: int
    """How often of these it opens a sentence."""
    rules: tuple[str, ...]
    """The clues to its kind, by their rules."""
    aliases: tuple[Alias, ...]
    known: str
    """What the gazetteer calls it; empty where it does not know it."""


def uses_of(articles: Iterable[tuple[Entry, Sequence[Name]]]) -> list[Use]:
    """Give the uses of all names whose capital is one; what many of them share is held once."""
    return _capitalised(_all_uses(articles))


def _all_uses(articles: Iterable[tuple[Entry, Sequence[Name]]]) -> list[Use]:
    texts: dict[tuple[str, str], tuple[str, str, str]] = {}
    seen: dict[tuple[str, ...], tuple[str, ...]] = {}
    uses = []
    for entry, names in articles:
        for name in names:
            as_written = name.text, name.known
            text, known, key = texts.get(as_written) or texts.setdefault(
                as_written, (*as_written, fold(name.known or name.text))
            )
            rules = tuple(clue.rule for clue in name.clues)
            rules = seen.setdefault(rules, rules)
            times = len(name.lines)
            uses.append(Use(text, key, entry, times, name.openings, rules, name.aliases, known))
    return uses


def key_of(text: str) -> str:
    """Give what a name is told from others by; that of a known name for all its spellings."""
    known = known_name(text)
    return fold(known.name if known else text)


def _capitalised(uses: Sequence[Use]) -> list[Use]:
    """Keep the names whose capital is one: inside a sentence somewhere, or of several words.

    Where only the words behind the first are a name elsewhere, the first merely opens the sentence:
    unless it is a given name, for surnames are other names too (`Raymond Ford`).
    """
    inside = Counter(use.key for use in uses if use.openings < use.times)
    kept = []
    for use in uses:
        rest = use.text.partition(" ")[2]
        rest_is_name = bool(inside[key_of(rest)]) and GIVEN.isdisjoint(use.rules)
        if inside[use.key] or (not rest_is_name and words_in(use.text) > 1):
            kept.append(use)
        elif rest_is_name:
            kept.append(replace(use, text=rest, key=key_of(rest), rules=(), aliases=()))
    return kept


def joined(uses: Iterable[Use]) -> dict[str, list[Use]]:
    """Group the uses by name; names that a text equates are one."""
    by_key: defaultdict[str, list[Use]] = defaultdict(list)
    for use in uses:
        by_key[use.key].append(use)
    leaders = _leaders(by_key)
    groups: defaultdict[str, list[Use]] = defaultdict(list)
    for key, members in by_key.items():
        groups[_leader(leaders, key)] += members
    return dict(groups)


def _leaders(by_key: Mapping[str, Sequence[Use]]) -> dict[str, str]:
    """Join keys that a text equates, but for abbreviations that stand for more than one name."""
    pairs = sorted(
        {
            (use.key, use.text, key_of(alias.text), alias.text)
            for members in by_key.values()
            for use in members
            for alias in use.aliases
        }
    )
    stands_for: defaultdict[str, set[str]] = defaultdict(set)
    for _, text, other, _ in pairs:
        stands_for[other].add(text)
    leaders: dict[str, str] = {}
    for key, text, other, alias in pairs:
        both_known = known_name(text) and known_name(alias)
        if key in by_key and not both_known and _are_alike(stands_for[other]):
            one, two = _leader(leaders, key), _leader(leaders, other)
            if one != two:
                leaders[max(one, two)] = min(one, two)
    return leaders


def _leader(leaders: Mapping[str, str], key: str) -> str:
    while key in leaders:
        key = leaders[key]
    return key


def _are_alike(names: Iterable[str]) -> bool:
    first, *others = sorted(names)
    return all(fold(first) == fold(o) or differs_in_one_ending(first, o) for o in others)
