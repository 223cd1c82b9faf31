"""Databases' articles as a browser saved them: many in one page.

Factiva's have an element each, with the lines of its plain or tagged form in it; so have those of
Europresse (Eureka), whose classes, or in older pages the order, say what each line is. Nexis sets
them one below the other, as in its text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import pairwise

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsarchive.finding.days.mentions import find_days
from newsarchive.loading.annotations import Row
from newsarchive.loading.exports import form_of
from newsarchive.loading.exports.chats import is_chat, text_of_chat
from newsarchive.loading.exports.factiva import FACTIVA, TAGS, WORDS, fields_below
from newsarchive.loading.exports.parts import RIGHTS, RecordPart, annotations_by, whole
from newsarchive.loading.exports.values import is_dated, may_sign
from newsarchive.loading.webpages.tree import Line, lines
from newsarchive.model import Document, Problem
from newsarchive.patterns import late

COUNTED = late(r">\s*1 of \d{1,6} DOCUMENTS?\s*<")
FIELDS = ("ProQuest document ID", "OpenURL Link")
"""Fields that ProQuest and NewsBank have below each text."""
CLOSE = "div"
"""The tag of lines between which a database sets no space: those of its heads."""
HEADLINE, AUTHOR, PARAGRAPH = "Headline", "div.author", "articleParagraph"
NUMBERED = late(r"\d{1,3}\) ")
"""What stands before a headline where the articles that were saved are counted."""
PAPER = "DocPublicationName"
TITLES = ("itreArticleVisu", "itreArticle")
ISSUE = late(r",? (?:no|n°|nº|vol)\b[. ]*\d.*$|\s-\s.*\bp\. ?\S+$", re.IGNORECASE)
AT_PAGE = late(r"[,\s]*\bp\. ?[\w-]+\s*$")
BELOW = late(r"©|Numéro de document\b|[a-z]{2,8}·\d{8}·|Tous droits réservés")
LONGEST_DAY, BESIDE_DAY = 40, 16
"""Characters of a line that says of what day an article is, and of those what is not the day."""
SHORTEST_TEXT = 500
"""Characters from one such line to the next, at least, that may be an article."""
FEWEST = 5
"""How many such articles make a page doubtful: one of 423 news pages has so many."""
ORDINAL = late(r":\d+(?= |$)")


class Layout(Struct, frozen=True):
    """How a database sets its articles in a page."""

    sign: str
    """What the source of such a page has, and hardly one of another."""
    each: Callable[[LexborHTMLParser], Iterable[LexborNode]]
    """Gives the articles' elements."""
    parts: Callable[[Sequence[Line]], Iterable[RecordPart]]
    """Tells what an article's lines are."""


def is_of_database(page: str) -> bool:
    """Tell whether a page's source has what a database's pages have, and hardly another."""
    return any(layout.sign in page for layout in LAYOUTS) or _is_of_form(page) or is_chat(page)


def _is_of_form(page: str) -> bool:
    counted = " DOCUMENT" in page and COUNTED.search(page) is not None
    return counted or any(field in page for field in FIELDS)


def text_of_export(page: str) -> str:
    """Give a page's text where it is that of an export, each block apart; or nothing.

    Args:
        page: its source, which the parser can take.
    """
    if is_chat(page):
        return text_of_chat(page)
    if not _is_of_form(page):
        return ""
    found = lines(LexborHTMLParser(page), whole_rows=False)
    text = "\n\n".join(line.text for line in found)
    return text if form_of(text) else ""


def articles_in(page: str, name: str, encoding: str) -> list[Document]:
    """Give the articles of a page that a database made; none of any other page.

    Args:
        page: its source, which the parser can take.
        name: the file.
        encoding: what its bytes are read as.
    """
    layout = next((one for one in LAYOUTS if one.sign in page), None)
    if layout is None:
        return []
    sources = [node.html or "" for node in layout.each(LexborHTMLParser(page))]
    numbered = enumerate(sources, 1)
    return [_article(source, layout, name, str(n), encoding) for n, source in numbered]


def doubt_of_many(page: Document) -> Iterator[Problem]:
    """Warn of a page that shows many articles in a form that is not known, each with its day.

    Args:
        page: it, read as one article.
    """
    lengths, days = [0], dict[str, list[int]]()
    for i, (text, element) in enumerate(zip(page.text.split("\n"), page.elements, strict=True)):
        lengths.append(lengths[-1] + len(text))
        if len(text) <= LONGEST_DAY and _is_day(text):
            days.setdefault(ORDINAL.sub("", element.path), []).append(i)
    for places in days.values():
        below = [lengths[b] - lengths[a] for a, b in pairwise([*places, len(lengths) - 1])]
        many = sum(length >= SHORTEST_TEXT for length in below)
        if many >= FEWEST and 2 * many >= len(places):
            what = f"it is read as one article, and looks like {many}"
            remedy = "Save each article's own page, or their texts as .txt, one article a file"
            yield Problem(page.path, what, remedy, fate="doubtful")
            return


def _is_day(text: str) -> bool:
    days = find_days(0, text) if any(map(str.isdigit, text)) else []
    return bool(days) and len(text) - (days[0].end - days[0].start) <= BESIDE_DAY


def _article(source: str, layout: Layout, name: str, record: str, encoding: str) -> Document:
    found = lines(LexborHTMLParser(source), whole_rows=False)
    told = annotations_by(layout.parts(found))
    return Document(
        path=name,
        sha256=sha256(source.encode("utf-8", "replace")).hexdigest(),
        encoding=encoding,
        text="\n".join(line.text for line in found),
        record=record,
        statements=told.statements,
        labels=told.labels,
    )


def _rows(found: Sequence[Line]) -> list[Row]:
    numbered = enumerate(found, 1)
    return [Row(number, line.text, 0, line.element.tag != CLOSE) for number, line in numbered]


def _each_of_factiva(page: LexborHTMLParser) -> Iterable[LexborNode]:
    return page.css("div.article[class$='Article']")


def _parts_of_factiva(found: Sequence[Line]) -> Iterator[RecordPart]:
    """Tell the lines as the database's text has them, or by the classes around them."""
    rows, paths = _rows(found), [line.element.path for line in found]
    texts = [i for i, path in enumerate(paths) if PARAGRAPH in path]
    title = next((i for i, path in enumerate(paths) if HEADLINE in path), None)
    counted = (i for i, row in enumerate(rows) if WORDS.fullmatch(row.text))
    words = next(counted, None)
    if title is None or words is None or not texts or rows[0].text in TAGS:
        yield from FACTIVA.parts(rows)
        return
    yield from whole("section", rows[:title])
    yield RecordPart("title", rows[title : title + 1], NUMBERED.sub("", rows[title].text))
    for row, path in zip(rows[title + 1 : words], paths[title + 1 : words], strict=True):
        yield from whole("authors" if AUTHOR in path else "field", [row])
    yield from _below_count(rows[words : texts[0]])
    yield from whole("body", [rows[i] for i in texts])
    yield from whole("field", [rows[i] for i in range(texts[0], len(rows)) if i not in texts])


def _below_count(rows: Sequence[Row]) -> Iterator[RecordPart]:
    """Tell the count of words, the day, and the fields down to the copyright."""
    claims = (i for i, row in enumerate(rows) if RIGHTS.match(row.text))
    rights = next(claims, len(rows))
    yield from whole("field", rows[:1])
    yield from whole("date", rows[1:2])
    yield from fields_below(rows[2:rights])
    yield from whole("rights", rows[rights:])


def _each_of_europresse(page: LexborHTMLParser) -> Iterable[LexborNode]:
    """Give what is around each paper's name: an article, or in older pages a table."""
    around: dict[int, LexborNode] = {}
    for node in page.css(f".{PAPER}"):
        outer: LexborNode | None = node
        while outer is not None and outer.tag not in ("article", "table"):
            outer = outer.parent
        if outer is not None:
            around.setdefault(outer.mem_id, outer)
    return around.values()


def _parts_of_europresse(found: Sequence[Line]) -> Iterator[RecordPart]:
    rows, paths = _rows(found), [line.element.path for line in found]
    titles = [i for kind in TITLES for i, path in enumerate(paths) if kind in path]
    title = titles[0] if titles else 0
    below = (i for i in range(title + 1, len(rows)) if _is_below(rows[i], paths[i]))
    end = next(below, len(rows))
    text = _text_after(rows, paths, title, end)
    for row, path in zip(rows[:title], paths[:title], strict=True):
        yield from _above(row, path)
    yield from whole("title", rows[title : title + 1])
    yield from whole("authors", rows[title + 1 : text])
    yield from whole("body", rows[text:end])
    for row in rows[end:]:
        yield from whole("rights" if RIGHTS.match(row.text) else "field", [row])


def _above(row: Row, path: str) -> Iterator[RecordPart]:
    """Tell a line above the title: the paper, the section with the day and the page, or neither."""
    words = AT_PAGE.sub("", row.text).split(", ")
    dated = next((i for i in range(len(words)) if is_dated(", ".join(words[i:]))), None)
    if PAPER in path:
        yield RecordPart("source", [row], ISSUE.sub("", row.text))
    elif dated is None:
        yield from whole("field", [row])
    else:
        if dated:
            yield RecordPart("section", [row], ", ".join(words[:dated]))
        yield RecordPart("date", [row], ", ".join(words[dated:]))


def _text_after(rows: Sequence[Row], paths: Sequence[str], title: int, end: int) -> int:
    """Find where the text begins: with its element, or below a line that may name who wrote it."""
    marked = (i for i in range(title + 1, end) if "section" in paths[i] or "DocText" in paths[i])
    signed = title + 1 < end and may_sign(rows[title + 1].text)
    return next(marked, title + 1 + signed)


def _is_below(row: Row, path: str) -> bool:
    return "> aside" in path or "> footer" in path or BELOW.match(row.text) is not None


LAYOUTS = (
    Layout(f'"{PAPER}"', _each_of_europresse, _parts_of_europresse),
    Layout(f'"{PARAGRAPH} ', _each_of_factiva, _parts_of_factiva),
)
