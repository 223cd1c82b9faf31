"""What readers may do with an article, and articles cut to an excerpt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.body import Block, Paragraph, Subheading, texts_of
from newsarchive.model import Article, Evidence, Field, LabelledLine, Statement
from newsarchive.settings.schema import Rights
from newsarchive.spelling.plain import plain
from newsarchive.spelling.slugs import slug_of

Quote = TypeVar("Quote", Evidence, Statement)
STATEMENTS = {
    "InC": "In copyright",
    "InC-OW-EU": "In copyright, an orphan work in the EU",
    "InC-EDU": "In copyright, educational use permitted",
    "InC-NC": "In copyright, non-commercial use permitted",
    "InC-RUU": "In copyright, the rights-holder cannot be found or identified",
    "NoC-CR": "No copyright, contractual restrictions",
    "NoC-NC": "No copyright, non-commercial use only",
    "NoC-OKLR": "No copyright, other known legal restrictions",
    "NoC-US": "No copyright in the United States",
    "CNE": "Copyright not evaluated",
    "UND": "Copyright undetermined",
    "NKC": "No known copyright",
}
"""What rightsstatements.org calls its statements."""
_STATEMENT = re.compile(r"https?://rightsstatements\.org/(?:vocab|page)/([A-Za-z-]+)/")
_LICENCE = re.compile(r"https?://creativecommons\.org/licenses/([a-z-]+)/(\d\.\d)")
_DEDICATION = re.compile(r"https?://creativecommons\.org/publicdomain/zero/")
_ADDRESS = re.compile(r"https?://\S+")
_METADATA = frozenset({"title", "section", "date", "source", "byline", "url"})
"""Labels of the lines that an excerpt's evidence still shows: they hold no sentence of the body."""


class RightsStatement(Struct, frozen=True):
    """What readers may do with an article."""

    text: str
    """Empty where nothing is said."""
    address: str = ""
    """Where the statement stands; empty where it has none."""


def rights_of(article: Article, rights: Rights) -> RightsStatement:
    """Give an article's statement: its own, else its source's, else the archive's.

    A source is meant by the name that an article prints, or by what the register calls it.
    """
    of_sources = {slug_of(name): said for name, said in rights.sources.items()}
    slugs = [slug_of(name) for name in (article.source.value, article.house) if name]
    of_source = next((of_sources[slug] for slug in slugs if slug in of_sources), "")
    return statement_of(article.rights.value or of_source or rights.statement)


def statement_of(said: str) -> RightsStatement:
    """Read a statement: a text, or an address, which is named where it is a known one.

    >>> statement_of("http://rightsstatements.org/vocab/InC/1.0/").text
    'In copyright'
    >>> statement_of("https://creativecommons.org/licenses/by-sa/4.0/").text
    'CC BY-SA 4.0'
    """
    said = plain(said)
    if not _ADDRESS.fullmatch(said):
        return RightsStatement(said)
    if (known := _STATEMENT.match(said)) and known[1] in STATEMENTS:
        return RightsStatement(STATEMENTS[known[1]], said)
    if licence := _LICENCE.match(said):
        return RightsStatement(f"CC {licence[1].upper()} {licence[2]}", said)
    return RightsStatement("CC0" if _DEDICATION.match(said) else said, said)


def excerpt_of(article: Article, words: int) -> Article:
    """Give an article of which no more than the first words of the body are left.

    What else could hold the text goes too: figures, notes, related headlines, the raw lines but
    those of the title, the date and the like, and the words in the evidence of other lines. Which
    line was taken for what stays, so that a reader with the original can check it.

    Args:
        article: the article.
        words: how many; the article as it is for 0.
    """
    if not words:
        return article
    blocks = _first(article.blocks, words)
    paragraphs = [block for block in article.blocks if isinstance(block, Paragraph)]
    shown = {line.number for line in article.lines if line.label in _METADATA}
    fields = "title source date authors section dateline language url crawled rights".split()
    return replace(
        article,
        blocks=blocks,
        notes=(),
        related=(),
        lines=tuple(_emptied(line, shown) for line in article.lines),
        withheld=_length(article.blocks) - min(words, _length(paragraphs)),
        unsure=tuple(_quoting(said, shown) for said in article.unsure),
        **{name: _without_text(getattr(article, name), shown) for name in fields},
    )


def _first(blocks: tuple[Block, ...], words: int) -> tuple[Block, ...]:
    """Keep the paragraphs and subheadings that the first words stand in."""
    kept: list[Block] = []
    left = words
    for block in blocks:
        if left <= 0:
            break
        if isinstance(block, Paragraph):
            kept.append(_cut(block, left))
            left -= len(block.text.split())
        elif isinstance(block, Subheading):
            kept.append(block)
    return tuple(kept)


def _cut(paragraph: Paragraph, words: int) -> Paragraph:
    all_words = paragraph.text.split()
    ending = " …" if len(all_words) > words else ""
    text = " ".join(all_words[:words]) + ending
    return Paragraph(text, paragraph.lines, quoted=paragraph.quoted)


def _length(blocks: Iterable[Block]) -> int:
    return sum(len(text.split()) for block in blocks for text in texts_of(block))


def _emptied(line: LabelledLine, shown: set[int]) -> LabelledLine:
    return line if line.number in shown else replace(line, text="", unmarked="")


def _without_text(field: Field[str], shown: set[int]) -> Field[str]:
    return replace(field, evidence=tuple(_quoting(e, shown) for e in field.evidence))


def _quoting(evidence: Quote, shown: set[int]) -> Quote:
    """Leave out an evidence’s words unless its line is shown, or it stands beside the text."""
    quotable = evidence.line in shown if evidence.line else evidence.where is not None
    return evidence if quotable else replace(evidence, text="")
