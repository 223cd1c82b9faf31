"""Raw text → lines (stand-in)."""

import unicodedata
from newsarchive.model import Line


def split_lines(text: str) -> tuple[Line, ...]:
    """Split."""
    lines, blanks = [], 0
    for number, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        words = unicodedata.normalize("NFC", raw).split()
        if not words:
            blanks += 1
            continue
        lines.append(Line(number, " ".join(words), len(raw) - len(raw.lstrip()), blanks))
        blanks = 0
    return tuple(lines)
