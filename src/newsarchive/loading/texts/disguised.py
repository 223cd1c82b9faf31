"""What a file called `.txt` is all the same: a page's source, a feed, a mail, a mailbox, a table.

Only what nobody writes as text counts: how such files begin.
"""

from __future__ import annotations

import json
import re

from newsarchive.loading.texts.references import BEGINS
from newsarchive.loading.texts.sidefiles import is_sidefile
from newsarchive.loading.xml.file import ROOTS, SAMPLE, root_of
from newsarchive.settings.columns import column_key, usual_keys

PAGE = "<!doctype html"
OBJECT = re.compile(r"(?:\[\s*)?\{\s*\"[^\"\n]{1,60}\"\s*:")
KEY = re.compile(r"\"([^\"\n]{1,60})\"\s*:")
"""How JSON begins, and the keys in it."""
FRAGMENT = re.compile(
    r"<(?:a|article|b|blockquote|div|em|figure|h[1-6]|img|main|p|section|span|strong|table|ul)[\s>]",
    re.IGNORECASE,
)
"""How a part of a page begins that somebody copied with its tags."""
CLOSED = re.compile(r"</p>", re.IGNORECASE)
FEWEST_CLOSED = 2
"""Paragraphs of one, at least: a text may begin with a word in bold."""
MAILBOX = re.compile(r"From (?:[^\n]{0,200}\d:\d\d[^\n]{0,99})?\r?\n[!-9;-~]{1,99}:", re.ASCII)
HEADERS = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9-]{1,60}: ?[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n)*+)++\r?\n"
)
OF_MAIL = ("\nsubject:", "\nfrom:")
OF_PROGRAMS = re.compile(r"\n(?:mime-version|message-id|newsgroups|nntp-posting-host|lines):")
"""Headers that a mail or a posting has, and no head that somebody writes above a text has too."""


SEPARATORS = "\t|;,"
TEXTS = usual_keys("text")
BESIDE = usual_keys("title", "date")
LONGEST_HEAD = 1_000  # characters of a row that names columns
CORPUS = "doc"
"""The element around each text of the corpora that linguists use."""


def module_of(text: str) -> str:
    r"""Name the module of `loading` that reads a text as what it is; nothing where it is a text.

    >>> module_of("<!DOCTYPE html><title>A</title>"), module_of("<?xml version='1.0'?><rss>")
    ('webpages.html', 'xml.file')
    >>> module_of("<DOC id='1'><TEXT>"), module_of("<TEXT> A bridge")
    ('xml.file', '')
    >>> module_of("Subject: A bridge\nFrom: Ann\n\nIt is shut."), module_of("<b>A bridge")
    ('', '')
    >>> module_of("title\tdate\ttext\nA\t2021\tB"), module_of("Title, date and text\nAre given.")
    ('tables.records', '')
    """
    head = text[:SAMPLE].lstrip("\ufeff \t\r\n")
    if head.startswith("<"):
        return _of_markup(head, text)
    if _names_columns(head) or _is_json(head, text):
        return "tables.records"
    if BEGINS.match(head):
        return "texts.references"
    if is_sidefile(head):
        return "texts.sidefiles"
    if MAILBOX.match(head):
        return "mails.mailbox"
    headers = HEADERS.match(head) if "\nSubject:" in f"\n{head}" else None
    said = f"\n{headers[0].lower()}" if headers else ""
    is_mail = OF_PROGRAMS.search(said) and all(name in said for name in OF_MAIL)
    return "mails.mail" if is_mail else ""


def _of_markup(head: str, text: str) -> str:
    if head[: len(PAGE)].lower() == PAGE:
        return "webpages.html"
    if FRAGMENT.match(head) and len(CLOSED.findall(text)) >= FEWEST_CLOSED:
        return "webpages.html"
    return "xml.file" if root_of(head) in (*ROOTS, CORPUS) else ""


def _is_json(head: str, text: str) -> bool:
    """Tell whether a text is JSON with an article's text; above a text it may be front matter."""
    if not OBJECT.match(head):
        return False
    try:
        _, end = json.JSONDecoder().raw_decode(text, text.index(head[0]))
    except (ValueError, RecursionError):
        return False
    keys = {column_key(key) for key in KEY.findall(text)}
    return text[end:].lstrip()[:1] in ("", "{") and not keys.isdisjoint(TEXTS)


def _names_columns(head: str) -> bool:
    """Tell whether a text's first row names a table's columns: of the texts, and beside them."""
    first, _, others = head[:LONGEST_HEAD].partition("\n")
    for sign in SEPARATORS:
        names = {column_key(name.strip('"')) for name in first.split(sign)}
        if not (names.isdisjoint(TEXTS) or names.isdisjoint(BESIDE)):
            return sign in others
    return False
