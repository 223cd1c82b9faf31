"""Finds the name of a paper where clippings have it: at the head of a text, or beside the day.

    The Port Courier                           (Port Courier, 4 February 1936, p. 1)

Texts that were typed from print, or copied from a page with its head, have such lines. Pages seldom
do; their own lines say more of their publisher, and this is asked only where they say too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from newsarchive.finding.date_patterns import Mention
from newsarchive.finding.page import Layout
from newsarchive.finding.register import brand_of, is_known, key_of, spelled
from newsarchive.finding.vocabulary import any_of, words
from newsarchive.model import Line, Statement
from newsarchive.patterns import late

_LONGEST, _MOST_WORDS = 45, 6
_TOP = 6
"""Lines at the head of a page that may be its masthead."""
_FOOT = 2
"""Lines at the end of a text that may say where it was printed."""
_CITED_WITHIN = 120
_MOST_LINES = 60
_PARTS = late(r"[,;:|()]|\s[–—-]\s| on | am | vom | du | del ")
_LEAD = late(
    r"\W*(?:(?:published|first published|printed|from|source|aus|in)\b:?\s)*", re.IGNORECASE
)
_ELIDED = late(r"(?:[dl]|dell|nell|all)[’'](?=\w)", re.IGNORECASE)
_WORD = late(r"[^\W\d_][\w’'.-]*|&")
_SMALL = frozenset(words("masthead-small"))
_PAPERS = frozenset(words("masthead-paper"))
BESIDE = _PAPERS | frozenset("echo express mail mirror post standard star".split())
"""Words that papers are called by, with those that need a day or rights beside them to tell it."""
_LOWER = frozenset(words("masthead-lower"))
"""Those that are written in small letters behind a paper's own name."""
_COMMON = frozenset(words("masthead-common"))
_ORDINARY = frozenset(words("common-name"))
"""Names that are ordinary words as well."""
_UNSPACED = late(any_of("masthead-unspaced").pattern)
"""Without regard to case, of which they have none, Python would go through 30,000 signs."""


def find_masthead(lines: tuple[Line, ...], layout: Layout) -> tuple[Statement, ...]:
    """Returns the statement of the paper's name if the first line, above the body, is one.

    Where another paper's stands below it, both are of a menu, in which a house lists its papers.
    So is one of the next lines, if it is the only paper's name there and stands alone once more.
    """
    if layout.start == 0 or not layout.texts:
        return ()
    first = heads_text(layout.texts[0])
    if first and any(_is_another(text) for text in layout.texts[1:2]):
        return ()
    line = lines[0] if first else _only_paper(lines, layout)
    return (
        (Statement("source", printed(line.text), "masthead", line.text, line.number),)
        if line
        else ()
    )


def _is_another(text: str) -> bool:
    """Tells whether a line below a paper's name is a house's too, and none of a menu's words."""
    return heads_text(text) or (is_known(key_of(text)) and text.lower() not in _COMMON | _ORDINARY)


def _only_paper(lines: tuple[Line, ...], layout: Layout) -> Line | None:
    """Returns the first line that is a paper's name, where no other of the top is another's."""
    top = [i for i in range(1, min(_TOP, layout.start)) if names_paper(layout.texts[i])]
    names = {layout.folded[i] for i in top}
    return lines[top[0]] if len(names) == 1 and layout.counts[names.pop()] > 1 else None


def heads_text(text: str) -> bool:
    """Tells whether a text's first line is a paper's name, by its words or by the register.

    >>> heads_text("The Port Courier"), heads_text("The Guardian"), heads_text("Fortune 500")
    (True, True, False)
    >>> heads_text("The Daily Telegraph"), heads_text("Daily Telegraph")
    (True, True)
    """
    if names_paper(text):
        return True
    brand = brand_of(text).lower()
    bare = brand.removeprefix("the ")
    known = brand in spelled() or (" " in bare and bare in spelled())
    return (
        known
        and is_known(key_of(text))
        and " " in text
        and text[0].isupper()
        and text.lower() not in _ORDINARY
    )


def find_cited(
    lines: tuple[Line, ...], layout: Layout, mentions: Iterable[Mention]
) -> tuple[Statement, ...]:
    """Returns the statement of the paper that stands beside a day, above the body or at the end.

    Pages quote papers so; clippings have no more lines than an article.
    """
    for mention in mentions if len(lines) <= _MOST_LINES else ():
        i, text = mention.line, layout.texts[mention.line]
        apart = i < layout.start or i >= len(lines) - _FOOT
        if apart and len(text) <= _CITED_WITHIN:
            for beside in (text[: mention.start], text[mention.end :]):
                for name in map(_bare, _PARTS.split(beside)):
                    if names_paper(name, BESIDE):
                        said = printed(name)
                        return (Statement("source", said, "cited-paper", text, lines[i].number),)
    return ()


def _bare(text: str) -> str:
    return _LEAD.sub("", text, count=1).strip(' ()[]«»„“”"')


def printed(name: str) -> str:
    """Returns a name that is all in capitals as it stands in running text.

    >>> printed("THE DIARIO DEL SUR"), printed("The Port Courier")
    ('The Diario del Sur', 'The Port Courier')
    """
    if not name.isupper() or _UNSPACED.fullmatch(name):
        return name
    first, *rest = name.title().split()
    return " ".join([first, *[w.lower() if w.lower() in _SMALL else w for w in rest]])


def names_paper(text: str, papers: AbstractSet[str] = _PAPERS) -> bool:
    """Tells whether a line is the name of a paper: a word that papers are called by, and its own.

    >>> names_paper("The Port Courier"), names_paper("EL DIARIO DEL SUR"), names_paper("港口日报")
    (True, True, True)
    >>> names_paper("Новопортовские известия"), names_paper("Εφημερίδα του Νέου Λιμανιού")
    (True, True)
    >>> names_paper("Le Courrier de l’Ouest"), names_paper("Diario de Puerto Nuevo")
    (True, True)
    >>> names_paper("Latest Courier"), names_paper("The Courier was late"), names_paper("Herald")
    (False, False, False)
    """
    if len(text) > _LONGEST:
        return False
    if _UNSPACED.fullmatch(text):
        return True
    spoken = text.split()
    if len(spoken) > _MOST_WORDS or not all(map(_WORD.fullmatch, spoken)):
        return False
    bare = [_ELIDED.sub("", word) for word in spoken]
    telling = [word for word in bare if word.lower() not in _SMALL]
    own = [word for word in telling if word.lower() not in papers]
    return (
        0 < len(own) < len(telling)
        and all(not word[0].islower() or word in _LOWER for word in telling)
        and telling[0].lower() not in _COMMON
        and not all(word.lower() in _COMMON for word in own)
    )
