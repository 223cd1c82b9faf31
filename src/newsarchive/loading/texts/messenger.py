"""Texts that somebody copied out of a messenger, with the head of each message before its words.

    [12/03/2021, 09:15] Jane: Bridge to close       Port News, [12.03.2021 09:15]
    …                                               Bridge to close
    12.03.21, 09:17 - John: Thanks!                 …

A message may go on over many lines, until the next head. The longest is the article; what others
wrote beside it is none of it. The day is that on which it was sent on, and not the article's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import pairwise

from msgspec import Struct

from newsarchive.finding.days.mentions import find_days
from newsarchive.loading.annotations import Annotations, Row, rows_of
from newsarchive.loading.exports.dividing import without_blank_ends
from newsarchive.loading.lines import RawLine, raw_lines
from newsarchive.loading.opened import Opened
from newsarchive.loading.tables.dateorder import Order, in_order, order_in
from newsarchive.model import Document, Label, Marks, Problem, Statement
from newsarchive.patterns import late

RULES = {
    "head-of-a-message": "who sent the text on in a messenger, and when",
    "message-beside": "another message of the same chat",
}
HEAD, BESIDE = RULES
DAY = r"(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{2,4})"
HOUR = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp]\.? ?[Mm]\.?)?"
MOMENT = rf"(?:{DAY},? {HOUR}|{HOUR}, {DAY.replace('day', 'last')})"
NAME = r"[^:\[\]]{1,60}"
DIRECTION = "[\u200e\u200f\u202a-\u202c\u2066-\u2069]*"
HEADS = (
    late(rf"{DIRECTION}\[{MOMENT}\] {NAME}:(?: {DIRECTION}|$)"),
    late(rf"{DIRECTION}{MOMENT} - (?:{NAME}:(?: |$)|.*$)"),
    late(rf"{DIRECTION}{NAME}, \[{MOMENT}\]:?$"),
)
MAY_BEGIN = late(r"[\s\ufeff\u200e\u200f]*(?:\[?\d|[^\n]{1,60}, \[\d)")
"""How the first line of such a text begins, told cheaply of all texts."""
ADDRESS = late(r"https?://\S+")
SENT_ON = late(r"\[[^\[\]]{1,120}\]")
"""Below a head, from which channel or chat a message was sent on."""
STRONG = ("*", "_")
"""Signs around words that a messenger shows bold, or slanted."""
PICTURES = late("[\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff\\s]*")
"""Pictograms that stand before a headline."""
ARTICLE = 400
"""Characters of a message that is an article where several are, at least."""
CHATTER = 10
"""Messages, none of them so long, that are nothing but a chat, at least."""


class Message(Struct, frozen=True):
    """A message: its rows, and what of the first is its head."""

    rows: Sequence[Row]
    head: str
    day: str

    @property
    def size(self) -> int:
        """The characters of its words."""
        return sum(len(row.text) for row in self.rows) - len(self.head)


def of_messenger(text: str, order: Order | None = None) -> tuple[Annotations, Marks] | None:
    """Say what the heads of a messenger state, and around which lines they stand.

    Args:
        text: the text.
        order: how the whole chat writes its days; None for what these messages prove.

    Returns:
        Nothing where a text does not begin with such a head.
    """
    messages = _messages(rows_of(text)) if MAY_BEGIN.match(text) else []
    if not messages:
        return None
    article = max(messages, key=lambda message: message.size)
    labels = dict(_labels(messages, article))
    order = order or _order_of(messages)
    return Annotations(labels, tuple(_statements(messages, article, order))), _marks(article)


def read_chat(opened: Opened, encoding: str) -> Iterator[Document]:
    """Yield the articles of a chat that has several, each with the messages that follow it."""
    lines = list(raw_lines(opened.stream, opened.limits.bytes, encoding))
    text = "".join(line.text for line in lines)
    starts, order = _articles(text), _order_of(_messages(rows_of(text)))
    for number, (start, end) in enumerate(pairwise([0, *starts[1:], len(lines)]), 1):
        part = without_blank_ends(lines[start:end])
        yield _document(opened.name, part, encoding, number, order)


def has_several(text: str) -> bool:
    """Tell whether a text is a chat in which several messages are as long as articles."""
    return MAY_BEGIN.match(text) is not None and len(_articles(text)) > 1


def doubt_of_chat(name: str, text: str) -> Iterator[Problem]:
    """Doubt a chat in which no message is as long as an article: it may hold none.

    Args:
        name: what the file is called.
        text: all of it.
    """
    messages = _messages(rows_of(text)) if MAY_BEGIN.match(text) else []
    if len(messages) >= CHATTER and max(one.size for one in messages) < ARTICLE:
        what = f"it is a chat of {len(messages):,} messages, of which the longest is shown"
        remedy = "Take it out, or make a file of the message that is an article"
        yield Problem(name, what, remedy, fate="doubtful")


def _document(
    name: str, lines: Sequence[RawLine], encoding: str, number: int, order: Order | None
) -> Document:
    text = "".join(line.text for line in lines)
    told, marks = of_messenger(text, order) or (Annotations(), {})
    return Document(
        path=name,
        sha256=sha256(b"".join(line.raw for line in lines)).hexdigest(),
        encoding=encoding,
        text=text,
        record=str(number),
        statements=told.statements,
        labels=told.labels,
        marks=marks,
    )


def _articles(text: str) -> list[int]:
    """Give the indexes of the lines on which the messages begin that are long."""
    messages = _messages(rows_of(text))
    return [one.rows[0].number - 1 for one in messages if one.size >= ARTICLE]


def _messages(rows: Sequence[Row]) -> list[Message]:
    """Cut rows above each that begins with a head; none if the first does not."""
    heads = [(i, found) for i, row in enumerate(rows) if (found := _head(row.text))]
    if not heads or heads[0][0]:
        return []
    ends = [i for i, _ in heads[1:]] + [len(rows)]
    return [
        Message(rows[i:end], found[0], _day(found))
        for (i, found), end in zip(heads, ends, strict=True)
    ]


def _head(text: str) -> re.Match[str] | None:
    return next((found for head in HEADS if (found := head.match(text))), None)


def _day(head: re.Match[str]) -> str:
    said = head.groupdict()
    return said.get("day") or said.get("last") or ""


def _order_of(messages: Sequence[Message]) -> Order | None:
    return order_in(message.day for message in messages)


def _labels(
    messages: Sequence[Message], article: Message
) -> Iterator[tuple[int, tuple[Label, str]]]:
    """Give the labels of the lines that are none of the article."""
    for message in messages:
        for row in message.rows if message is not article else ():
            yield row.number, ("boilerplate", BESIDE)
    first, *below = article.rows
    if first.text == article.head:
        yield first.number, ("boilerplate", HEAD)
        if below and SENT_ON.fullmatch(below[0].text):
            yield below[0].number, ("boilerplate", HEAD)


def _statements(
    messages: Sequence[Message], article: Message, order: Order | None
) -> Iterator[Statement]:
    """State the day by which the article existed, and the one address that was sent with it."""
    first = article.rows[0]
    alone = [each.day.isoformat() for each in find_days(0, article.day)[:1] if not each.other]
    sent = (order and in_order(article.day, order)) or "".join(alone)
    if sent:
        yield Statement("crawled", sent, HEAD, first.text, first.number)
    rows = [(one.rows[0], one.rows[0].text.removeprefix(one.head)) for one in messages]
    addresses = [(row, words) for row, words in rows if ADDRESS.fullmatch(words)]
    if len({words for _, words in addresses}) == 1:
        row, words = addresses[0]
        yield Statement("url", words, BESIDE, row.text, row.number)


def _marks(article: Message) -> Marks:
    """Give what stands around the words of the article's lines.

    That are its head, pictograms before the first words, and the signs of bold.
    """
    found: Marks = {}
    pictured = True
    for row in article.rows:
        before = article.head if row is article.rows[0] else ""
        if before == row.text or SENT_ON.fullmatch(row.text):
            continue
        if pictured and (pictures := PICTURES.match(row.text, len(before))):
            before, pictured = before + pictures[0], False
        words = row.text.removeprefix(before)
        sign = words[:1] if words[:1] in STRONG and words[:1] == words[-1:] else ""
        if before or sign:
            found[row.number] = (before + sign, sign)
    return found
