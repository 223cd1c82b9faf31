"""`messages.html`: a chat as Telegram exports it, turned into the text that one copies out of it.

    Harbour Watch, [2021-07-19 09:30:12]
    Pier to close
    …

What Telegram itself writes between messages, the days and who joined, is left out: each message
has its own day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsarchive.loading.webpages.tree import lines

SIGN = 'class="page_body chat_page"'
MESSAGE = "div.message.default"
NAME, DAY, FROM = ".from_name", ".date.details", ".forwarded .from_name"
MOMENT = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)")
"""When a message was sent; the day comes first in all languages."""
NO_NAME = re.compile(r"[:\[\]\s]+")
LONGEST_NAME = 60
NOBODY = "?"
"""Who sent what has no name above it."""


def is_chat(page: str) -> bool:
    """Tell whether a page's source is that of a chat."""
    return SIGN in page


def text_of_chat(page: str) -> str:
    """Give a chat's messages as text, each below who sent it and when.

    Args:
        page: its source, which the parser can take.
    """
    return "\n\n".join(_messages(LexborHTMLParser(page)))


def _messages(page: LexborHTMLParser) -> Iterator[str]:
    sender = NOBODY
    for message in page.css(MESSAGE):
        own = [node for node in message.css(NAME) if node not in message.css(FROM)]
        sender = _name(own[0]) if own else sender  # one who goes on is named once
        day = message.css_first(DAY)
        if day and (sent := MOMENT.match(day.attributes.get("title") or "")):
            moment = sent.expand(r"\3-\2-\1 \4")
            yield "\n".join((f"{sender}, [{moment}]", *_words(message)))


def _name(node: LexborNode) -> str:
    return NO_NAME.sub(" ", node.text()).strip()[:LONGEST_NAME] or NOBODY


def _words(message: LexborNode) -> Iterator[str]:
    """Yield a message's lines; first, in brackets, from where it was sent on."""
    passed_on = [" ".join(node.text().split()) for node in message.css(FROM)[:1]]
    for node in message.css(f"{NAME}, {DAY}, .userpic_wrap"):
        node.decompose()
    yield from (f"[{name}]" for name in passed_on)
    yield from (line.text for line in lines(LexborHTMLParser(message.html or "")))
