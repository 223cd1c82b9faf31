"""Naming: the people, places and organisations that an article names.

    blocks → names, each with the lines it stands on and the clues to its kind

A light recogniser that works without a network or a model. In English, a name is what is
capitalised inside a sentence; what stands beside it tells its kind; and where the text itself says
that two names are one, that is kept with its line. In other languages the names of the gazetteer
are found, and in most that have Latin letters people named whole (`people`): in German every noun
has a capital, in Arabic and Chinese none has. What the
articles of an archive say of a name is put together in `archive.names`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.model import Alias, Block, Bullets, Clue, Figure, LabelledLine, Name, Paragraph
from newsarchive.naming.clues import clues_of
from newsarchive.naming.equations import equated
from newsarchive.naming.gazetteer import (
    countries,
    country_pattern,
    known_name,
    known_names,
    known_pattern,
)
from newsarchive.naming.parts import parts_of
from newsarchive.naming.people import LANGUAGES, people_in, without_owners_s
from newsarchive.naming.spans import spans_of

_AROUND = 28
"""Letters before and after a name that may hold clues."""
_HEADLINE = 0.5
"""Share of words with a capital above which what is no sentence is set like a headline."""


class _Mention(Struct, frozen=True):
    name: str
    line: int
    opens: bool
    clues: tuple[str, ...]
    aliases: tuple[tuple[str, int], ...]
    known: str = ""


class _Passage(Struct, frozen=True):
    """A text of the body, with where its lines begin."""

    text: str
    starts: tuple[int, ...]
    lines: tuple[int, ...]

    def line_at(self, offset: int) -> int:
        return self.lines[bisect_right(self.starts, offset) - 1]


def names_in(
    blocks: Iterable[Block], lines: Sequence[LabelledLine], language: str | None
) -> tuple[Name, ...]:
    """Find the names in an article's body, in the order in which they first stand there.

    Args:
        blocks: the body.
        lines: the lines that the blocks were made of.
        language: BCP 47; where it is not English, known names and people named whole are found.
    """
    texts = {line.number: line.text for line in lines}
    passages = list(chain.from_iterable(_passages(block, texts) for block in blocks))
    spoken = (language or "").partition("-")[0]
    if spoken != "en":
        return _collected(_foreign_mentions(passages, spoken))
    words = set(chain.from_iterable([passage.text.split() for passage in passages]))
    mentions = list(chain.from_iterable(_mentions(passage, words) for passage in passages))
    return _collected(_without_openings(mentions, words))


def _passages(block: Block, texts: Mapping[int, str]) -> Iterator[_Passage]:
    match block:
        case Paragraph():
            yield _passage(block.text, block.lines, texts)
        case Bullets():
            for item, line in zip(block.items, block.lines, strict=False):
                yield _Passage(item, (0,), (line,))
        case Figure() if block.caption:
            yield _passage(block.caption, block.lines, texts)


def _passage(text: str, lines: Sequence[int], texts: Mapping[int, str]) -> _Passage:
    starts = [0]
    for number in lines[:-1]:
        starts.append(starts[-1] + len(texts.get(number, "")) + 1)
    return _Passage(text, tuple(starts), tuple(lines))


def _mentions(passage: _Passage, words: set[str]) -> Iterator[_Mention]:
    """Find the names in a passage of English.

    Args:
        passage: the passage.
        words: the article's. What it writes without a capital too is no name where it opens a
            sentence.
    """
    text = passage.text
    if _is_headline(text):
        return
    found = [item for item in _found(text) if not (item[3] and item[0].lower() in words)]
    places = [(name, start, end) for name, start, end, _, _ in found]
    aliases = list(equated(places, text))
    for name, start, _, opens, clues in found:
        also = ((other, passage.line_at(at)) for one, other, at in aliases if one == name)
        yield _Mention(name, passage.line_at(start), opens, clues, tuple(also))


def _without_openings(mentions: Sequence[_Mention], words: set[str]) -> Iterator[_Mention]:
    """Take off what merely opens a sentence: `Make` before a `Marlow` whom the article names alone.

    Such a word is one that the article also writes without a capital.
    """
    inside = {mention.name for mention in mentions if not mention.opens}
    for mention in mentions:
        first, _, rest = mention.name.partition(" ")
        if mention.opens and rest in inside and first.lower() in words:
            yield replace(mention, name=rest, opens=False, clues=(), aliases=())
        else:
            yield mention


def _found(text: str) -> Iterator[tuple[str, int, int, bool, tuple[str, ...]]]:
    """Find names: each with its beginning and end, whether it opens a sentence, and its clues."""
    for span in spans_of(text):
        for part in parts_of(span.words):
            before = " ".join([*span.words[: part.offset], ""])
            start = span.start + len(before)
            end = start + len(part.text)
            clues = clues_of(part, text[max(0, start - _AROUND) : start], text[end : end + _AROUND])
            opens = span.opens and part.offset == 0
            yield part.text, start, end, opens, clues


def _is_headline(text: str) -> bool:
    if text.rstrip("”\"’')").endswith((".", "!", "?", "…")):
        return False
    words = text.split()
    capitals = sum(1 for word in words if word[0].isupper())
    return len(words) > 3 and capitals > _HEADLINE * len(words)


def _foreign_mentions(passages: Sequence[_Passage], language: str) -> Iterator[_Mention]:
    """Find known names, and people where the language's capitals tell them."""
    people = [_people(passage, language) for passage in passages]
    names = {mention.name for mentions in people for _, mention in mentions}
    for passage, mentions in zip(passages, people, strict=True):
        known = _known_mentions(passage), _countries(passage, language)
        end = 0
        for start, mention in sorted(chain(mentions, *known), key=itemgetter(0)):
            if start < end:
                continue
            if mention.known:
                yield mention
            else:
                yield replace(mention, name=without_owners_s(mention.name, names, language))
            end = start + len(mention.name)


def _people(passage: _Passage, language: str) -> list[tuple[int, _Mention]]:
    if language not in LANGUAGES:
        return []
    clues = ("perhaps-given-name",)
    return [
        (start, _Mention(name, passage.line_at(start), opens, clues, ()))
        for name, start, opens in people_in(passage.text, language)
    ]


def _known_mentions(passage: _Passage) -> Iterator[tuple[int, _Mention]]:
    """Find the gazetteer's names, each with where it begins."""
    for match in known_pattern().finditer(passage.text):
        group = match.lastindex or 0
        yield _known(passage, match[group], match.start(group), known_names()[match[group]].name)


def _countries(passage: _Passage, language: str) -> Iterator[tuple[int, _Mention]]:
    """Find countries as the passage's language spells them, each with where it begins."""
    pattern = country_pattern(language)
    for match in pattern.finditer(passage.text) if pattern else ():
        yield _known(passage, match[1], match.start(1), countries(language)[match[1]])


def _known(passage: _Passage, text: str, start: int, name: str) -> tuple[int, _Mention]:
    return start, _Mention(text, passage.line_at(start), False, ("known-name",), (), name)


def _collected(mentions: Iterable[_Mention]) -> tuple[Name, ...]:
    """Put the mentions of each name together."""
    names: dict[str, list[_Mention]] = {}
    for mention in mentions:
        names.setdefault(mention.name, []).append(mention)
    return tuple(_name(text, members) for text, members in names.items())


def _name(text: str, mentions: list[_Mention]) -> Name:
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
