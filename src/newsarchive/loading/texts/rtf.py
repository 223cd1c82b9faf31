"""`.rtf`: what somebody pasted into a word processor, or a database exported, read as a text.

A paragraph is a line; notes stand below. What lays the text out is left out: fonts, styles,
pictures, the head and foot of all pages, hidden text, and whatever a reader that does not know it
is told to leave. https://www.biblioscape.com/rtf15_spec.htm describes the format.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.loading.opened import Opened, too_large
from newsarchive.loading.texts.text import read_within
from newsarchive.model import Document, Problem

BEGINS = b"{\\rtf"
MARKUP = 8
"""Bytes that may be read for one of an article: pictures stand in the file as figures."""
TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([\da-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.DOTALL,
)
SIGNS = {
    **dict.fromkeys(("par", "line", "sect", "page", "row", "\r", "\n"), "\n"),
    **dict.fromkeys(("tab", "cell", "nestcell"), "\t"),
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "bullet": "•",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": " ",
    "enspace": " ",
    "~": "\xa0",
    "_": "-",
    "\\": "\\",
    "{": "{",
    "}": "}",
}
"""Control words and signs → what they stand for."""
LEFT = frozenset(
    "* colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr"
    " footerf listtext pntext filetbl nonshppict deleted".split()
)
"""What begins a group that is no text of the article."""
HIDING = ("v", "plain")
"""What hides text from there on, and what ends that, as do other properties of letters."""
CHARSETS = {  # of fonts → the code page
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    77: "mac_roman",
}
USUAL = "cp1252"


class Group(Struct, frozen=True):
    """How the text of a group is to be read."""

    left: bool = False
    """It is no text of the article."""
    fonts: bool = False
    """It lists the fonts."""
    note: bool = False
    """It is a note."""
    hidden: bool = False
    """Its text is not shown."""
    font: int = -1
    fallback: int = 1
    """Characters behind a character of Unicode that stand for it where it is not known."""


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the file as one document; if it is a database's export, its records."""
    most = MARKUP * opened.limits.bytes
    raw = opened.stream.read(most + 1)
    if len(raw) > most:
        yield too_large(opened, "the file is")
    elif not raw.startswith(BEGINS):
        what = "it does not begin as Rich Text Format does"
        yield Problem(opened.name, what, "Give it the ending of what it is")
    else:
        yield from read_within(opened, text_of(raw))


def text_of(raw: bytes) -> str:
    r"""Give what a file says, a paragraph a line.

    >>> text_of(rb"{\rtf1\ansi{\fonttbl\f0 Times;}\f0 Otters {\b return}\par At the lake, \'e8.}")
    'Otters return\nAt the lake, è.'
    """
    return _Reader().of(raw)


class _Reader:
    """Puts a text together, token by token."""

    def __init__(self) -> None:
        self._group = Group()
        self._around: list[Group] = []
        self._code_page = USUAL
        self._charsets: dict[int, str] = {}
        self._said: list[str] = []
        self._notes: list[str] = []
        self._bytes = bytearray()
        """Those of one code page that are not decoded yet: a letter may have two."""
        self._passing = 0
        """Characters to come that stand for one that was read."""

    def of(self, raw: bytes) -> str:
        place, is_utf8 = 0, _is_utf8(raw)
        while token := TOKEN.match(raw, place):
            place = token.end()
            word, number, figures, sign, brace, plain = token.groups()
            if word:
                place += self._word(word.decode(), int(number) if number else None)
            elif brace:
                self._brace(brace)
            elif sign:
                self._word(sign.decode("latin-1"), None)
            elif figures:
                self._add(bytes.fromhex(figures.decode()))
            elif plain and is_utf8 and not plain.isascii() and not self._passing:
                self._decode()
                self._say(plain.decode("utf-8", "replace"))
            elif plain:
                self._add(plain)
        self._decode()
        parts = ("".join(said).strip() for said in (self._said, self._notes))
        return _paired("\n\n".join(filter(None, parts)))

    def _brace(self, brace: bytes) -> None:
        self._decode()
        self._passing = 0
        if brace == b"{":
            self._around.append(self._group)
        elif self._around:
            self._group = self._around.pop()

    def _add(self, plain: bytes) -> None:
        passed = min(self._passing, len(plain))
        self._passing -= passed
        if not self._group.left and not self._group.hidden:
            self._bytes += plain[passed:]

    def _word(self, word: str, number: int | None) -> int:
        """Do what a control word says, and give how many bytes of no text follow it."""
        self._decode()
        if word == "bin":
            return max(0, number or 0)
        if word == "u" and number is not None:
            self._say(chr(number % 0x10000))
            self._passing = self._group.fallback
        elif word in SIGNS:
            self._say(SIGNS[word])
        else:
            self._set(word, number)
        return 0

    def _set(self, word: str, number: int | None) -> None:
        group = self._group
        if word in LEFT:
            self._group = replace(group, left=True)
        elif word == "fonttbl":
            self._group = replace(group, left=True, fonts=True)
        elif word == "footnote":
            self._group = replace(group, note=True)
        elif word in HIDING:
            self._group = replace(group, hidden=word == HIDING[0] and number != 0)
        elif word == "ansicpg" and number:
            self._code_page = _known(f"cp{number}")
        elif word == "f" and number is not None:
            self._group = replace(group, font=number)
        elif word == "uc" and number is not None:
            self._group = replace(group, fallback=max(0, number))
        elif word == "fcharset" and group.fonts and number in CHARSETS:
            self._charsets[group.font] = CHARSETS[number]

    def _say(self, text: str) -> None:
        self._passing = 0
        shown = text == "\n" or not self._group.hidden
        if shown and not self._group.left:
            (self._notes if self._group.note else self._said).append(text)

    def _decode(self) -> None:
        if self._bytes:
            code_page = self._charsets.get(self._group.font, self._code_page)
            text = self._bytes.decode(code_page, "replace")
            self._bytes.clear()
            (self._notes if self._group.note else self._said).append(text)


def _is_utf8(raw: bytes) -> bool:
    """Tell whether a file has letters of UTF-8, which the format knows nothing of, as they are."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not raw.isascii()


def _paired(text: str) -> str:
    """Put the halves together that characters beyond the first 65,536 are written in."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _known(code_page: str) -> str:
    try:
        return codecs.lookup(code_page).name
    except LookupError:
        return USUAL
