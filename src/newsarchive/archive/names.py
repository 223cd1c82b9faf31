"""Names that the archive's articles share: spellings put together, kinds decided.

    [Entry] → [Named]

One article rarely says enough. What several say together does: whether a capital at the beginning
of a sentence belongs to a name, whether a name is a person's, whom "Kadhimi" means, and that the
PMU are the Popular Mobilization Units. Precision goes before completeness: a name whose kind
nothing tells, a surname that two people share and an abbreviation of two names are left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from newsarchive.archive.entries import Entry
from newsarchive.archive.uses import Use, joined, key_of, uses_of
from newsarchive.names import Alias, Name, NameKind
from newsarchive.naming.clues import WEIGHTS
from newsarchive.naming.gazetteer import kinds
from newsarchive.naming.spelling import (
    is_acronym,
    surname_of,
    words_in,
)
from newsarchive.spelling.slugs import slug_of

ENOUGH = 3
"""From which weight of its clues a kind is believed: a firm one, or a weak one in three
articles."""
CLEAR = 2
"""How many times the weight of the next likely kind it must have."""
OFTEN = 1 / 5
"""The share of a name's articles that must have a clue to its kind: three of a hundred say
nothing."""

T = TypeVar("T")


class Stated(Struct, frozen=True):
    """A place where an article says that two names are one."""

    name: str
    alias: Alias
    entry: Entry


class Named(Struct, frozen=True, kw_only=True):
    """A person, a place or an organisation, and the articles that name it."""

    name: str
    slug: str
    kind: NameKind
    spellings: tuple[str, ...]
    """Other spellings, the most frequent first."""
    stated: tuple[Stated, ...]
    """For each pair of them that a text equates, one place that does."""
    entries: tuple[Entry, ...]
    """In the archive's order."""

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.entries)


def shared_names(
    articles: Iterable[tuple[Entry, Sequence[Name]]], least: int = 2, language: str = "en"
) -> tuple[Named, ...]:
    """Put together what the articles name.

    Args:
        articles: each with what it names, in the archive's order.
        least: articles that a name must stand in; 0 for no names at all.
        language: the site's, BCP 47: known names are shown as its articles spell them.

    Returns:
        The names by slug.
    """
    if not least:
        return ()
    groups = joined(uses_of(articles, least))
    kinds = {key: _kind_of(members) for key, members in groups.items()}
    settled = _surnames_settled(groups, kinds)
    named = (
        _named(members, kind, language.partition("-")[0])
        for key, members in settled.items()
        if len({use.entry.sha256 for use in members}) >= least
        and (kind := kinds.get(key) or _kind_of(members))
        and not _is_bare_surname(members, kind)
    )
    return _by_slug(named)


def names_by_entry(names: Iterable[Named]) -> Mapping[str, tuple[Named, ...]]:
    """Give the names of each entry, by its SHA-256."""
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for named in names:
        for entry in named.entries:
            found[entry.sha256].append(named)
    return {sha256: tuple(members) for sha256, members in found.items()}


def other_slugs(names: Iterable[Named]) -> Mapping[str, Named]:
    """Give the slugs that names would have by their other spellings, and may have had once.

    Which spelling a name is shown in depends on all articles, and can become another as more
    arrive. The slug that it had before is then among these, so that no address is lost. A slug that
    two names would have belongs to neither.
    """
    names = list(names)
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for named in names:
        for slug in {slug_of(spelling) for spelling in _whole(named)}:
            found[slug].append(named)
    taken = {named.slug for named in names}
    return {
        slug: members[0]
        for slug, members in sorted(found.items())
        if len(members) == 1 and slug not in taken
    }


def _whole(named: Named) -> Iterator[str]:
    """Give the other spellings that a name could be shown in; no person's surname alone."""
    for spelling in named.spellings:
        if named.kind != "person" or words_in(spelling) > 1:
            yield spelling


def _kind_of(uses: Iterable[Use]) -> NameKind | None:
    """Decide what kind of thing a name names; None where the clues say too little, or two."""
    weights: Counter[NameKind] = Counter()
    telling: defaultdict[NameKind, set[str]] = defaultdict(set)
    articles = set()
    for use in uses:
        articles.add(use.entry.sha256)
        for kind, weight in _clues(use):
            weights[kind] += weight
            telling[kind].add(use.entry.sha256)
    ranked: list[tuple[NameKind, int]] = [*weights.most_common(2), ("person", 0), ("person", 0)]
    (kind, most), (_, next_most) = ranked[:2]
    often = len(telling[kind]) >= OFTEN * len(articles)
    return kind if often and most >= ENOUGH and most > CLEAR * next_most else None


def _clues(use: Use) -> Iterator[tuple[NameKind, int]]:
    """Give what each clue speaks for, and how firmly."""
    known = kinds().get(use.name.known)
    for rule in use.name.rules:
        kind, weight = WEIGHTS[rule]
        kind = known or kind
        if kind:
            yield kind, weight


def _surnames_settled(
    groups: Mapping[str, list[Use]], kinds: Mapping[str, NameKind | None]
) -> dict[str, list[Use]]:
    """Give a mere surname to the person whom the article, or else the archive, means by it."""
    in_article: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    in_archive: defaultdict[str, set[str]] = defaultdict(set)
    for key, members in groups.items():
        for use in members:
            if kinds[key] == "person" and words_in(use.name.text) > 1:
                in_article[use.entry.sha256, surname_of(use.name.text)].add(key)
                in_archive[surname_of(use.name.text)].add(key)
    settled: defaultdict[str, list[Use]] = defaultdict(list)
    for key, members in groups.items():
        for use in members:
            if words_in(use.name.text) == 1 and not use.name.known:
                surname = surname_of(use.name.text)
                here = in_article.get((use.entry.sha256, surname), ())
                anywhere = _only(in_archive.get(surname, ()))
                person = _only(here) or (None if here else _titled(use, anywhere))
                settled[person or key].append(use)
            else:
                settled[key].append(use)
    return dict(settled)


def _titled(use: Use, person: str | None) -> str | None:
    """Let a surname mean someone whom its article never names whole only where a title says so."""
    return person if "title-before" in use.name.rules else None


def _only(members: Iterable[T]) -> T | None:
    """Give the only member; None where there are none or several."""
    first, *others = [*members, None]
    return first if len(others) == 1 else None


def _is_bare_surname(uses: Iterable[Use], kind: NameKind) -> bool:
    """Tell whether a person is nowhere named whole: two people may share the surname."""
    return kind == "person" and all(words_in(use.name.text) == 1 for use in uses)


def _named(uses: Sequence[Use], kind: NameKind, language: str) -> Named:
    entries = {use.entry.sha256: use.entry for use in uses}
    counts: Counter[str] = Counter()
    for use in uses:
        counts[use.name.text] += use.name.times
    explained = {use.name.text for use in uses if use.name.aliases}
    name = _known_as(uses, language) or _best(counts, explained)
    others = sorted((s for s in counts if s != name), key=lambda s: (-counts[s], s))
    return Named(
        name=name,
        slug=slug_of(name),
        kind=kind,
        spellings=tuple(others),
        stated=tuple(_stated(uses)),
        entries=tuple(entries.values()),
    )


def _known_as(uses: Iterable[Use], language: str) -> str:
    """Give the known name as the site's language spells it in most places, else in English.

    Empty where it is not known.
    """
    known = [use for use in uses if use.name.known]
    counts: Counter[str] = Counter()
    for use in known:
        if language != "en" and use.entry.language.partition("-")[0] == language:
            counts[use.name.text] += use.name.times
    fallback = known[0].name.known if known else ""
    return min(counts, key=lambda text: (-counts[text], text == fallback, text), default=fallback)


def _best(counts: Mapping[str, int], explained: Collection[str]) -> str:
    """Choose the name to show: the most frequent that says most.

    Args:
        counts: how often each spelling stands.
        explained: those that a text gives another name for, such as an abbreviation.
    """

    def rank(text: str) -> tuple[bool, bool, bool, int, str]:
        short = words_in(text) == 1
        return is_acronym(text), short, text not in explained, -counts[text], text

    return min(counts, key=rank)


def _stated(uses: Iterable[Use]) -> Iterator[Stated]:
    """Give one place for each pair of names that a text equates."""
    seen = set()
    for use in uses:
        for alias in use.name.aliases:
            pair = key_of(use.name.text), key_of(alias.text)
            if pair not in seen:
                seen.add(pair)
                yield Stated(use.name.text, alias, use.entry)


def _by_slug(named: Iterable[Named]) -> tuple[Named, ...]:
    """Order by slug; of those that are spelled alike in a URL, the one that more articles name."""
    best: dict[str, Named] = {}
    for one in sorted(named, key=lambda one: (one.slug, -len(one.entries), one.name)):
        best.setdefault(one.slug, one)
    return tuple(best.values())
