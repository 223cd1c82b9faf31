"""Staleness: which parts of a site must be made anew, which go, and why.

    known, planned → Decision

A part is a page, or files that are made together, such as an index of the search. All here is pure:
what was made the last time and what is planned now go in, what is to be done comes out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from newsarchive.incremental.deferred import SIZE

NEW = ("new, or not known from an earlier build",)
MISSING = ("missing or other than it was made",)
"""Reasons that have nothing to do with what a part is made from."""

BEGINNING = 8
"""How many bytes of a file's SHA-256 are compared to see whether it stands as it was made."""
Ingredients = bytes
"""Digests of all that a part is made from, `SIZE` bytes each, in an order of the part's own."""


class Made(Struct, frozen=True, array_like=True, gc=False):
    """A part as it was made the last time."""

    ingredients: Ingredients
    digest: bytes
    """What `digest_of` gave for its files when they were written."""
    paths: tuple[str, ...] = ()
    """Its files; empty where it is a single file whose path is the part's name."""
    reasons: tuple[str, ...] = ()
    """Why it was made, as `newsarchive build --why` says."""


class Decision(Struct, frozen=True):
    """What is to be done."""

    render: Mapping[str, tuple[str, ...]]
    """Name of each part to make → the reasons."""
    delete: tuple[str, ...]
    """Parts that the site is to have no longer, nor their files."""
    paths: Mapping[str, tuple[str, ...]] = {}
    """Name of each known part that has `Made.paths` → these."""


class KnownParts(Protocol):
    """What is known of parts, by name."""

    def get(self, name: str, /) -> Made | None:
        """Give a part as it was made; None where none is known."""


def digest_of(files: Mapping[str, bytes], paths: Sequence[str]) -> bytes:
    """Give the first `BEGINNING` bytes of the seal of each file; empty if one is not there.

    >>> files = {"a": b"0123456789abcdef"}
    >>> digest_of(files, ["a"]), digest_of(files, ["a", "b"])
    (b'01234567', b'')
    """
    try:
        return b"".join([files[path][:BEGINNING] for path in paths])
    except KeyError:
        return b""


def as_made(name: str, known: KnownParts, standing: Mapping[str, bytes]) -> Made | None:
    """Give a known part if all its files stand as they were written; None if not."""
    made = known.get(name)
    return made if made and _stands(name, made, standing) else None


def stale(
    known: Iterable[tuple[str, Made]],
    names: Sequence[str],
    ingredients: Callable[[int], Ingredients],
    standing: Mapping[str, bytes],
    labels: Callable[[str], Sequence[str]] = lambda _: (),
) -> Decision:
    """Decide what to make and what to delete.

    Args:
        known: the parts as they were made, one by one: all at once would take as much memory as
            the entries of all articles.
        names: the names of the parts that the site is to have.
        ingredients: given the place of a name in `names`, gives the part's ingredients now.
        standing: the files in the output folder that are as some build wrote them, though not
            necessarily the one that `known` comes from: path → seal, which begins with the SHA-256.
        labels: given a part's name, gives what its ingredients are called.

    Returns:
        What to do, in the order of the plan.
    """
    reasons, paths, gone = dict[str, tuple[str, ...]](), dict[str, tuple[str, ...]](), []
    unknown = {name: number for number, name in enumerate(names)}
    for name, made in known:
        number = unknown.pop(name, None)
        if made.paths:
            paths[name] = made.paths
        if number is None:
            gone.append(name)
        elif made.ingredients != (now := ingredients(number)):
            reasons[name] = tuple(_changes(made.ingredients, now, labels(name)))
        elif not _stands(name, made, standing):
            reasons[name] = MISSING
    render = {name: reasons.get(name, NEW) for name in names if name in reasons or name in unknown}
    return Decision(render, tuple(gone), paths)


def _stands(name: str, made: Made, standing: Mapping[str, bytes]) -> bool:
    if made.paths:
        return made.digest == digest_of(standing, made.paths) != b""
    return made.digest == standing.get(name, b"")[:BEGINNING] != b""


def _changes(before: Ingredients, after: Ingredients, labels: Sequence[str]) -> Iterator[str]:
    """Name the ingredients that changed."""
    if len(before) != len(after):
        yield "made in another way"
        return
    for number, start in enumerate(range(0, len(after), SIZE)):
        if before[start : start + SIZE] != after[start : start + SIZE]:
            yield labels[number] if labels else f"ingredient {number + 1}"
