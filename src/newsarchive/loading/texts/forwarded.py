"""The head of a mail that somebody forwarded, as mail programs put it above the text.

    ---------- Forwarded message ---------
    From: The Port Courier <news@port-courier.example>
    Date: Mon, 1 Feb 2021 at 08:00
    Subject: Bridge to close
    To: <reader@example.org>

It states what the mail's own headers state of a mail that came from its publisher; whoever
forwarded it, and what they wrote above it, is none of the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.finding.people.names import first_is_given, is_name
from newsarchive.finding.sources.paper_names import names_paper
from newsarchive.finding.sources.register import is_known, key_of
from newsarchive.loading.annotations import Annotations, Row, rows_of
from newsarchive.loading.days import day
from newsarchive.model import Label, Statement
from newsarchive.patterns import late

RULES = {
    "forwarded-mail": "above the text of a forwarded mail: its head, and who forwarded it",
}
(FORWARDED,) = RULES
KEYS = {  # what a line of the head says → how mail programs call it
    "source": "from von de da van från fra od от kimden من از",
    "date": "date sent datum gesendet envoyé fecha enviado enviada data inviato verzonden skickat"
    " wysłano wysłane отправлено дата tarih التاريخ تاریخ",
    "title": "subject betreff objet asunto oggetto assunto onderwerp ämne emne temat тема konu"
    " الموضوع موضوع",
    "": "to an à a para aan till til do кому kime cc dw kopie copie إلى به reply-to",
}
KINDS = {name: kind for kind, names in KEYS.items() for name in names.split()}
KEYED = re.compile(r"[>*\s]*([^\W\d_][\w-]{0,11})(?: e[lm])?\*?\s?:\*?(?:\s|$)\s*")
SENDER = late(rf"\n[>*\s]{{0,9}}(?:{'|'.join(KEYS['source'].split())})\*?\s?:", re.IGNORECASE)
PREFIX = re.compile(r"(?:(?:fwd?|wg|tr|rv|enc|doorst|vb|pd)\s?:\s*)+", re.IGNORECASE)
LABELS: dict[str, Label] = {"title": "title", "date": "date"}
ANSWER = re.compile(r"\s*(?:re|aw|sv|antw|ynt|رد)\s?:", re.IGNORECASE)
MAX_LINE = 1_000  # characters of a line of a head
MAX_ABOVE = 60  # lines that somebody writes above what they forward


def forwarded(subject: str, text: str) -> Annotations | None:
    """Say what the head of a forwarded mail states, and which lines are none of its text.

    Args:
        subject: the mail's own; an answer has such a head below its text. Empty for a text that
            somebody copied from a mail.
        text: the mail's text.

    Returns:
        Nothing where the mail is not a forwarded one.
    """
    rows = [] if ANSWER.match(subject) or not SENDER.search(f"\n{text}") else rows_of(text)
    for start, row in enumerate(rows[:MAX_ABOVE]):
        if _kind(row) == "source":
            head = _head(rows[start:])
            if {"source", "title", "date"} <= {_kind(one) for one in head}:
                return _told(rows[:start], head)
    return None


def without_prefix(subject: str) -> str:
    """Give a subject without what mail programs put before one that is forwarded.

    >>> without_prefix("Fwd: WG: Bridge to close"), without_prefix("Re: Bridge to close")
    ('Bridge to close', 'Re: Bridge to close')
    """
    return PREFIX.sub("", subject, count=1) if PREFIX.match(subject) else subject


def sender_of(text: str) -> str:
    """Give the publisher that sent a mail; nothing where a person did, who publishes no paper.

    >>> sender_of("The Port Courier <news@port-courier.example>"), sender_of("Charlie Hebdo <c@c>")
    ('The Port Courier', 'Charlie Hebdo')
    >>> sender_of("Jane Doe <jane@courier.example>")
    ''
    """
    from email.utils import parseaddr  # noqa: PLC0415  few texts were mailed

    name = parseaddr(text)[0]
    paper = names_paper(name) or is_known(key_of(name))
    person = " " in name and is_name(name) and first_is_given(name)
    return name if paper or not person else ""


def _kind(row: Row) -> str | None:
    found = KEYED.match(row.text) if len(row.text) <= MAX_LINE else None
    return KINDS.get(found[1].lower()) if found else None


def _head(rows: Sequence[Row]) -> Sequence[Row]:
    """Give the lines of the head; one that only goes on with addresses belongs to it too."""
    for i, row in enumerate(rows[1:], 1):
        if row.apart or (_kind(row) is None and "@" not in row.text):
            return rows[:i]
    return rows


def _told(above: Sequence[Row], head: Sequence[Row]) -> Annotations:
    labels: dict[int, tuple[Label, str]] = {row.number: ("boilerplate", FORWARDED) for row in above}
    stated = []
    for row in head:
        kind = _kind(row) or ""
        labels[row.number] = LABELS.get(kind, "boilerplate"), FORWARDED
        value = _value(kind, KEYED.sub("", row.text, count=1))
        if value:
            stated.append(Statement(kind, value, FORWARDED, row.text, row.number))
    return Annotations(labels, tuple(stated))


def _value(kind: str, text: str) -> str:
    if kind == "source":
        return sender_of(text)
    if kind == "date":
        return day(text) or ""
    return without_prefix(text) if kind else ""
