"""Splits a raw text into the lines that the rest of the cleaner reads.

Each step is a pure function of a text; `split_lines` applies them in order. A line keeps its number
in the raw text, so that whatever is said of it later can be checked against the file.
"""

from __future__ import annotations

import re
import unicodedata

from msgspec.structs import replace

from newsarchive.model import Line, Marks
from newsarchive.spelling.cells import cells_of

_INVISIBLE = re.compile(
    # Control characters that are not white space, then characters that show nothing at all: soft
    # hyphen, zero-width space, word joiner, byte order mark. Joiners (U+200C, U+200D) and marks of
    # direction stay: Persian, Hindi and Hebrew are misspelt without them.
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff]"
)
_LONGEST = 512
_PIECE = re.compile(rf".{{0,{_LONGEST}}}(?=\s)|.{{1,{_LONGEST}}}", re.DOTALL)
_TAB = 8
NO_MARKS = ("", "")


def split_lines(text: str) -> tuple[Line, ...]:
    r"""Give the non-blank lines of a text as they are read.

    Args:
        text: decoded and otherwise raw: any line ends, any Unicode, any length.

    Returns:
        One `Line` for every line that shows something. Numbers count every line, as
        `text.split("\n")` does once all line ends are alike.

    >>> for line in split_lines("Title\r\n\r\n \t A\u00a0 line\u200b. \r"):
    ...     print(line.number, line.indent, line.blanks, line.text)
    1 0 0 Title
    3 9 1 A line.
    """
    lines: list[Line] = []
    previous = 0
    for number, raw in enumerate(unite_line_ends(text).split("\n"), 1):
        if not raw:
            continue
        is_plain = raw.isprintable()  # all that is in it shows, and its white space is blanks
        shown = raw if is_plain else drop_invisible(raw)
        if not shown.isascii():
            shown = compose(shown)
        line = shown.strip() if is_plain and "  " not in shown else " ".join(shown.split())
        if line:
            indent = 0 if shown[0] == line[0] else indent_of(shown)
            is_row = not is_plain and cells_of(shown) != ()
            blanks = number - previous - 1
            lines.append(Line(number, line, indent, blanks, is_row=is_row))
            previous = number
    return tuple(lines)


def without_marks(lines: tuple[Line, ...], marks: Marks) -> tuple[Line, ...]:
    r"""Give the lines as they read without the marks around their words.

    A line of nothing but marks stays as it is, and is a blank one to those around it.

    >>> quoted = split_lines("> A mail\n>\n> of [2]two")
    >>> for line in without_marks(quoted, {1: ("> ", ""), 2: (">", ""), 3: ("> ", "[2]", "")}):
    ...     print(line.number, line.blanks, line.text)
    1 0 A mail
    2 1 >
    3 1 of two
    """
    found: list[Line] = []
    empty = False
    for line in lines:
        words = _own_words(line.text, marks.get(line.number, NO_MARKS))
        blanks = line.blanks + 1 if empty or not words else line.blanks
        found.append(replace(line, text=words or line.text, blanks=blanks))
        empty = not words
    return tuple(found)


def _own_words(text: str, marks: tuple[str, ...]) -> str:
    before, *amid, behind = marks
    words = text.removeprefix(before).removesuffix(behind)
    kept: list[str] = []
    at = 0
    for mark in amid:
        place = words.find(mark, at)
        if place < 0:
            break
        kept.append(words[at:place])
        at = place + len(mark)
    return " ".join(f"{''.join(kept)}{words[at:]}".split()) if amid else words.strip()


def unite_line_ends(text: str) -> str:
    r"""Give the text with `\r\n` and `\r` as `\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def drop_invisible(text: str) -> str:
    r"""Give the text without characters that neither show nor part words.

    >>> drop_invisible("\ufeffDonau\u00addampf\x00schiff")
    'Donaudampfschiff'
    """
    return _INVISIBLE.sub("", text) if _INVISIBLE.search(text) else text


def compose(text: str) -> str:
    """Give the text in Unicode's form NFC.

    Composing takes time quadratic in a run of combining marks; pieces of 512 characters, cut at
    white space wherever there is any, bound that without a difference to any real text.

    >>> compose("Cafe" + chr(0x301))
    'Café'
    """
    pieces = _PIECE.findall(text) if len(text) > _LONGEST else [text]
    return "".join([unicodedata.normalize("NFC", piece) for piece in pieces])


def indent_of(raw: str) -> int:
    r"""Give how many columns of white space stand before a line's text.

    >>> indent_of("\t  text")
    10
    """
    margin = raw[: len(raw) - len(raw.lstrip())]
    return len(margin.expandtabs(_TAB)) if "\t" in margin else len(margin)
