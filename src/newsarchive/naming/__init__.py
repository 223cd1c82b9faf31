"""Naming: the people, places and organisations that an article names.

    blocks → names, each with the lines it stands on and the clues to its kind

A light recogniser that works without a network or a model. In English, a name is what is
capitalised inside a sentence; what stands beside it tells its kind; and where the text itself says
that two names are one, that is kept with its line (`english`). In other languages the names of the
gazetteer and countries are found, and in most that have Latin letters people named whole
(`foreign`). What the articles of an archive say of a name is put together in `archive.names`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec.structs import replace

from newsarchive.body import Block
from newsarchive.model import Article, LabelledLine
from newsarchive.names import Alias, Clue, Name
from newsarchive.naming import english, foreign
from newsarchive.naming.gazetteer import known_name
from newsarchive.naming.passages import Mention, passages_of


def with_names(article: Article) -> Article:
    """Make an article that says whom and what it names, as the pages of an archive need it.

    To recognise names takes as long as all else: who only asks for the fields goes without.
    """
    names = names_in(article.blocks, article.lines, article.language.value)
    return replace(article, names=names)


def names_in(
    blocks: Iterable[Block], lines: Sequence[LabelledLine], language: str | None
) -> tuple[Name, ...]:
    """Find the names in an article's body, in the order in which they first stand there.

    Args:
        blocks: the body.
        lines: the lines that the blocks were made of.
        language: BCP 47; where it is not English, known names and people named whole are found.
    """
    passages = passages_of(blocks, lines)
    spoken = (language or "").partition("-")[0]
    if spoken == "en":
        return _collected(english.mentions_in(passages))
    return _collected(foreign.mentions_in(passages, spoken))


def _collected(mentions: Iterable[Mention]) -> tuple[Name, ...]:
    """Put the mentions of each name together."""
    names: dict[str, list[Mention]] = {}
    for mention in mentions:
        names.setdefault(mention.name, []).append(mention)
    return tuple(_name(text, members) for text, members in names.items())


def _name(text: str, mentions: list[Mention]) -> Name:
    clues = {clue: mention.line for mention in reversed(mentions) for clue in mention.clues}
    aliases = dict(chain.from_iterable(mention.aliases for mention in reversed(mentions)))
    return Name(
        text,
        tuple(mention.line for mention in mentions),
        openings=sum(mention.opens for mention in mentions),
        clues=tuple(Clue(rule, line) for rule, line in sorted(clues.items())),
        aliases=tuple(Alias(other, line) for other, line in sorted(aliases.items())),
        known=mentions[0].known or (known.name if (known := known_name(text)) else ""),
    )
