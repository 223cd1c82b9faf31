"""Lays the register out as it is looked up: `register_index.json`, made of `register.json`.

    python -m newsarchive.finding.sources.register_index

is to be called whenever the register or the list of common names has changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import json

from newsarchive.finding.sources.register import Index, brand_of, key_of
from newsarchive.finding.vocabulary import words

FOLDER = Path(__file__).parent
_HEAD = re.compile(r"\w+(?:\W\w+)?")
_SHORT = 3
"""Letters of an address that are too few to tell anything without what it ends on."""
_SHORTEST = 3
"""Letters that a name has at least if it tells something in a sentence."""

Register = Mapping[str, Sequence[str]]


def read_register() -> dict[str, list[str]]:
    """Give each display name's addresses and other names."""
    return json.decode((FOLDER / "register.json").read_bytes(), type=dict[str, list[str]])


def make_index(register: Register, common: frozenset[str]) -> Index:
    """Give a register as it is looked up.

    Args:
        register: each display name's addresses and other names.
        common: names that are ordinary words as well, in lower case: as words they tell nothing.
    """
    houses = list(register)
    numbers = {house: number for number, house in enumerate(houses)}
    keys = {key: numbers[house] for key, house in _keys(register, common).items()}
    telling = list(dict.fromkeys(_telling(register, common)))
    alone = sorted({name.lower() for name in telling if not _is_sought(name)})
    wary = [name for name in dict.fromkeys(_spellings(register)) if name.lower() in common]
    shared = sorted({key_of(brand_of(house)) for house in houses if house != brand_of(house)})
    unowned = [key for key in shared if key not in keys]
    return Index(houses, keys, _by_head(telling), alone, _by_head(wary), unowned)


def _by_head(names: Sequence[str]) -> dict[str, str]:
    """Give the names that are sought in sentences by their first words, longest first."""
    heads: dict[str, list[str]] = {}
    for name in sorted(filter(_is_sought, names), key=len, reverse=True):
        head = _HEAD.match(name)
        if head:
            heads.setdefault(head[0], []).append(name)
    return {head: "\n".join(named) for head, named in heads.items()}


def _keys(register: Register, common: frozenset[str]) -> dict[str, str]:
    """Give the display names by addresses and by the keys of names.

    A name like "SZ.de" is an address too. An address without what it ends on ("nytimes") stands
    for its publisher where it is no other's, no ordinary word, and no name that several have.
    """
    keys = {key_of(house): house for house in register}
    shared = common | {key_of(brand_of(house)) for house in register if house.endswith(")")}
    owners: dict[str, set[str]] = {}
    for house, others in register.items():
        for other in others:
            written_as_address = "." in other and " " not in other
            if written_as_address:
                owners.setdefault(key_of(other), set()).add(house)
            keys.setdefault(other.lower() if written_as_address else key_of(other), house)
    for stem, named in owners.items():
        bare = stem.removeprefix("the")
        if bare in keys:
            keys.setdefault(stem, keys[bare])
        elif len(named) == 1 and len(bare) > _SHORT and shared.isdisjoint((stem, bare)):
            keys[stem] = named.pop()
    return keys


def _telling(register: Register, common: frozenset[str]) -> Iterator[str]:
    """Give every name, with and without its article, that tells something where it stands."""
    for form in _spellings(register):
        if form.lower() not in common:
            yield form


def _spellings(register: Register) -> Iterator[str]:
    """Give every name as it can stand in a sentence, with and without its article.

    What namesakes share is one if it has several words: it says at least that a paper is meant.
    """
    for house, others in register.items():
        for name in (house, *others):
            for form in (name, name.removeprefix("The ")):
                if not form.endswith(")"):
                    yield form
        shared = brand_of(house).removeprefix("The ")
        if house.endswith(")") and " " in shared:
            yield shared


def _is_sought(name: str) -> bool:
    """Tell whether a name is looked for in sentences: no address, no abbreviation of two."""
    return "." not in name and len(name) >= _SHORTEST


def written(index: Index) -> bytes:
    """Give an index as it is kept: an entry a line."""
    return b",\n".join(json.encode(index).split(b",")) + b"\n"


def main() -> None:
    """Write the index of the register."""
    index = make_index(read_register(), frozenset(words("common-name")))
    (FOLDER / "register_index.json").write_bytes(written(index))


if __name__ == "__main__":
    main()
