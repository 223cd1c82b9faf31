"""XML cut into its records, as the items of a feed: a piece at a time, with one held.

They are cut apart before they are parsed, so that one that is no XML costs only itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

LONGEST = 64  # characters of such a token and what must follow it
ENDS = {"<![CDATA[": "]]>", "<!--": "-->"}


def cut(parts: Iterable[str], names: Iterable[str], most: int) -> Iterator[str]:
    """Yield what stands before the first record, and then each record.

    Args:
        parts: the file's text, in parts of any size.
        names: the elements that are records, without a prefix.
        most: characters of a piece; of a larger one no more is given than shows it.
    """
    cutter = _Cutter(_tokens(names))
    for part in parts:
        yield from cutter.pieces(part)
        if len(cutter.held) > most + LONGEST:
            yield from cutter.given_up(LONGEST)
    yield from cutter.given_up(0)


def _tokens(names: Iterable[str]) -> re.Pattern[str]:
    """Give what finds the tags of records, and what a tag may stand in that is none."""
    tag = rf"(?:[\w.-]{{1,20}}:)?(?:{'|'.join(names)})"
    return re.compile(rf"<!\[CDATA\[|<!--|<{tag}(?=[\s>])|</{tag}\s{{0,9}}>")


class _Cutter:
    """What is read of a file and not yet given."""

    def __init__(self, tokens: re.Pattern[str]) -> None:
        self.held = ""
        self._tokens = tokens
        self._at = 0
        """From where on a token is looked for."""
        self._end = ""
        """What ends the comment or the plain text in which that place is."""
        self._wanted = True
        """Whether what is held is a piece, and does not stand between two records."""

    def pieces(self, part: str) -> Iterator[str]:
        """Go on with the file, and give the pieces that end in it."""
        self.held += part
        while self._out_of_plain_text() and (token := self._tokens.search(self.held, self._at)):
            self._at = token.end()
            if token[0] in ENDS:
                self._end = ENDS[token[0]]
            elif token[0].startswith("</"):
                yield from self._taken(token.end())
            else:
                yield from self._taken(token.start())
                self._at, self._wanted = len(token[0]), True
        if not self._end:
            self._at = max(self._at, len(self.held) - LONGEST)
        if not self._wanted:
            self.held, self._at = self.held[self._at :], 0

    def given_up(self, left: int) -> Iterator[str]:
        """Give what is held, but for so many characters, and wait for the next record."""
        self._end = ""
        yield from self._taken(max(0, len(self.held) - left))

    def _out_of_plain_text(self) -> bool:
        if self._end:
            end = self.held.find(self._end, self._at)
            if end < 0:
                self._at = max(self._at, len(self.held) - len(self._end) + 1)
                return False
            self._at, self._end = end + len(self._end), ""
        return True

    def _taken(self, end: int) -> Iterator[str]:
        """Take the held text off up to there, and give it if it is a piece."""
        piece, self.held = self.held[:end], self.held[end:]
        self._at = max(0, self._at - end)
        if self._wanted:
            yield piece
        self._wanted = False
