"""Names in other languages than English: known ones, countries, people named whole.

In German every noun has a capital, in Arabic and Chinese none has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from operator import itemgetter

from msgspec.structs import replace

from newsarchive.naming.gazetteer import countries, country_pattern, known_names, known_pattern
from newsarchive.naming.passages import Mention, Passage
from newsarchive.naming.people import LANGUAGES, people_in, without_owners_s


def mentions_in(passages: Sequence[Passage], language: str) -> Iterator[Mention]:
    """Find known names in an article, and people where the language's capitals tell them.

    Args:
        passages: the article's.
        language: ISO 639.
    """
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


def _people(passage: Passage, language: str) -> list[tuple[int, Mention]]:
    if language not in LANGUAGES:
        return []
    clues = ("perhaps-given-name",)
    return [
        (start, Mention(name, passage.line_at(start), opens, clues, ()))
        for name, start, opens in people_in(passage.text, language)
    ]


def _known_mentions(passage: Passage) -> Iterator[tuple[int, Mention]]:
    """Find the gazetteer's names, each with where it begins."""
    for match in known_pattern().finditer(passage.text):
        group = match.lastindex or 0
        yield _known(passage, match[group], match.start(group), known_names()[match[group]].name)


def _countries(passage: Passage, language: str) -> Iterator[tuple[int, Mention]]:
    """Find countries as the passage's language spells them, each with where it begins."""
    pattern = country_pattern(language)
    for match in pattern.finditer(passage.text) if pattern else ():
        yield _known(passage, match[1], match.start(1), countries(language)[match[1]])


def _known(passage: Passage, text: str, start: int, name: str) -> tuple[int, Mention]:
    return start, Mention(text, passage.line_at(start), False, ("known-name",), (), name)
