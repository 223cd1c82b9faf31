"""The people, places and organisations that the archive's articles name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec import Struct

from newsarchive.archive.names import Named, Stated
from newsarchive.archive.overviews import NameTally, Overview
from newsarchive.naming.spelling import fold, surname_of
from newsarchive.pages import routes
from newsarchive.pages.articleviews import NamesGroupView
from newsarchive.pages.entries import article_link, link
from newsarchive.pages.entryviews import Link
from newsarchive.pages.listviews import (
    EquationView,
    KindView,
    LetterView,
    NamesOfKindView,
    NamesView,
    NameView,
)
from newsarchive.spelling.slugs import slug_of
from newsarchive.wording.said import message

MOST_OF_KIND = 24
"""Names of each kind on the page of all kinds."""


def name_view(named: Named) -> NameView:
    """Say what is known of a name."""
    page = routes.named(named.slug)
    equations = tuple(_equation(stated, page) for stated in named.stated)
    return NameView(named.kind, named.spellings, equations)


def _equation(stated: Stated, page: str) -> EquationView:
    article = article_link(stated.entry.title, stated.entry, page)
    return EquationView(stated.name, stated.alias.text, article, stated.alias.line)


def names_view(overview: Overview, least: int) -> NamesView:
    """Show what kinds of names there are, and of each those that most articles name."""
    page = routes.NAMES
    kinds = ((kind, [n for n in overview.names if n.kind == kind]) for kind in routes.KINDS)
    return NamesView(
        tuple(
            KindView(
                kind,
                link("", routes.kind(kind), page, len(names)),
                most_named(names, page, MOST_OF_KIND),
            )
            for kind, names in kinds
            if names
        ),
        least,
    )


def names_of_kind_view(overview: Overview, kind: str) -> NamesOfKindView:
    """Show all names of a kind, from A to Z; people stand under the last word of their name."""
    page = routes.kind(kind)
    names = sorted((n for n in overview.names if n.kind == kind), key=_filed)
    return NamesOfKindView(
        kind=kind,
        up=link(message("Names"), routes.NAMES, page),
        count=len(names),
        letters=tuple(
            LetterView(letter.upper(), f"letter-{letter}", _links(members, page))
            for letter, members in groupby(names, lambda named: _filed(named)[0])
        ),
    )


def _filed(named: NameTally) -> tuple[str, str, str]:
    """Say where a name stands in the index: its letter, what it is sorted by, its slug."""
    words = surname_of(named.name) if named.kind == "person" else fold(named.name)
    spelled = slug_of(words)
    letter = spelled[0] if spelled[0].isalpha() else "0"
    return letter, spelled, named.slug


def most_named(names: Iterable[NameTally], page: str, most: int) -> tuple[Link, ...]:
    """Link to the names that most articles name."""
    ranked = sorted(names, key=lambda named: (-named.count, named.slug))
    return _links(ranked[:most], page)


class Mention(Struct, frozen=True):
    """A name that an article names, without what other articles make of it."""

    name: str
    slug: str
    kind: str


def names_of_article(mentions: Sequence[Mention], page: str) -> tuple[NamesGroupView, ...]:
    """Link to what an article names, by kind."""
    kinds = ((kind, [m for m in mentions if m.kind == kind]) for kind in routes.KINDS)
    return tuple(
        NamesGroupView(kind, tuple(link(m.name, routes.named(m.slug), page) for m in members))
        for kind, members in kinds
        if members
    )


def _links(names: Iterable[NameTally], page: str) -> tuple[Link, ...]:
    return tuple(link(named.name, routes.named(named.slug), page, named.count) for named in names)
