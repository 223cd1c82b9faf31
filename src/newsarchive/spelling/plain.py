"""Text that any format can carry: no control characters, no halves of characters, on one line.

Nothing turns the direction of what stands after it either. Where a text is shown as it was found,
in the evidence, such characters are shown by their names instead.
"""

from __future__ import annotations

import re
from functools import cache

_UNPRINTABLE = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\u202a-\u202e\u2066-\u2069]"
)
"""What XML 1.0 forbids or advises against, whose parsers refuse a whole file for one of them, and
what turns the direction of the text after it."""

_CONTROLS = bytes((*range(9), 11, 12, *range(14, 32), 127))
"""Those of them that are ASCII."""
_COMMANDS = "[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
"""What a terminal does not print but obeys. A tab is none of it."""
_TURNS = {
    0x202A: "⟨LRE⟩",
    0x202B: "⟨RLE⟩",
    0x202C: "⟨PDF⟩",
    0x202D: "⟨LRO⟩",
    0x202E: "⟨RLO⟩",
    0x2066: "⟨LRI⟩",
    0x2067: "⟨RLI⟩",
    0x2068: "⟨FSI⟩",
    0x2069: "⟨PDI⟩",
}
"""By the abbreviations of the Unicode Bidirectional Algorithm, UAX 9."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when it is first asked for: of so many characters it takes milliseconds."""
    return re.compile(pattern)


def plain(text: str) -> str:
    r"""Take out control characters, and make every run of white space one blank.

    >>> plain("A\x00 title\nin two\u2028lines ")
    'A title in two lines'
    """
    if not _is_clean(text):
        text = _compiled(_UNPRINTABLE).sub("", text)
    return " ".join(text.split())


def _is_clean(text: str) -> bool:
    """Tell cheaply of most texts that nothing in them needs to be taken out."""
    if text.isascii():
        return len(text.encode().translate(None, _CONTROLS)) == len(text)
    return text.isprintable()


def turns_shown(text: str) -> str:
    r"""Show by their names the characters that turn the direction of text.

    >>> turns_shown("Bill \u202egnp.exe")
    'Bill ⟨RLO⟩gnp.exe'
    """
    return text if text.isascii() else text.translate(_TURNS)


def for_terminal(text: str) -> str:
    r"""Spell out what would move a terminal's cursor, change its title or turn its text.

    >>> for_terminal("a\x1b]0;b\x07\n")
    'a\\x1b]0;b\\x07\\n'
    """
    return _compiled(_COMMANDS).sub(lambda found: found[0].encode("unicode_escape").decode(), text)
