"""Headlines that stand on several lines, in columns of print and in texts whose lines are whole.

    Bridge to close for nine weeks          COUNCIL VOTES TO SHUT
    after engineers find cracks             HARBOUR BRIDGE 9 WEEKS

Whoever typed or copied a text broke its headline as the page did. The second line goes on
where it begins with a small letter, or the first ends with a word that ends nothing, or both stand
in capitals over all else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from newsarchive.finding.days.mentions import find_days
from newsarchive.finding.language import small_words, tell_language
from newsarchive.finding.people.bylines import begins_as_byline, lead_of
from newsarchive.model import Line

LINES = 12
"""Lines from the top of a text within which its headline ends."""
LONGEST = 90
"""Characters of a line of a headline, at most."""
FEWEST = 3
"""Words of the first line, at least: a menu has fewer."""
MOST = 4
"""Lines of a headline, at most."""
LONGEST_LOUD = 110
"""Characters of a line of one in capitals, at most."""
STOPS = tuple(".!?…:\"'”’»)؟۔।")
_JOINING = frozenset("after and as at for from in of on over to with".split())
"""What the second line of an English headline may begin with: "Lights Needed / On Avenue"."""
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def breaks_in_head(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the indexes of the lines at the top of a text that go on below as a headline does.

    Below the whole of it stands a blank line, or a byline: a menu and a page's name for search
    engines go on without.

    Args:
        lines: the page's.
    """
    stacked = _is_stacked(lines)
    for i in range(min(LINES, len(lines) - 2)):
        line, below, last = lines[i : i + 3]
        if len(line.text) > LONGEST:
            return
        opens = i == 0 or line.blanks > 0 or (i == 1 and lines[0].text.isupper())
        apart = opens and (last.blanks > 0 or _is_byline(last.text))
        may = apart or (stacked and below.text[0].islower())
        if may and not below.blanks and _goes_on(lines, i):
            yield i


def _is_stacked(lines: Sequence[Line]) -> bool:
    """Tell whether a text begins with short lines without blank ones, over a paragraph.

    They are a kicker, a headline, a deck, a byline, one below the other.
    """
    head = next((i for i, line in enumerate(lines[1 : LINES + 1], 1) if line.blanks), 0)
    return head > 1 and len(lines[head].text) > LONGEST >= max(len(x.text) for x in lines[:head])


def _goes_on(lines: Sequence[Line], i: int) -> bool:
    line, below = lines[i].text, lines[i + 1].text
    long = line.count(" ") >= FEWEST - 1 and " " in below and len(below) <= LONGEST
    if not long or not (line[-1].isalnum() or line[-1] == ",") or _is_another_thing(line, below):
        return False
    if line.isupper():
        return i == 0 and below.isupper()
    return below[0].islower() or _ends_nothing(line.rpartition(" ")[2], lines)


def _is_another_thing(line: str, below: str) -> bool:
    """Tell whether one of two lines is a byline, names parted by a sign, or holds a day."""
    signed = "|" in line or _is_byline(line) or _is_byline(below)
    return signed or bool(find_days(0, line) or find_days(0, below))


def _is_byline(text: str) -> bool:
    """Tell whether a line leads to a name: "by Jane Doe", and not "by nine votes"."""
    lead = lead_of(text)
    return lead is not None and not text[lead[1] :][:1].islower()


def _ends_nothing(word: str, lines: Sequence[Line]) -> bool:
    """Tell whether a word is one of the small ones of the text's language: "of", "der"."""
    languages = small_words().get(word, ()) if word.islower() else ()
    return bool(languages) and tell_language(" ".join(line.text for line in lines)) in languages


def breaks_in_headlines(
    lines: Sequence[Line], breaks: Iterable[int], amid: AbstractSet[int]
) -> Iterator[int]:
    """Yield the breaks within headlines of a text whose lines were broken at a width.

    They are below a blank, of a few lines, and in capitals, or nothing stands with them and some
    line was broken amid a sentence.

    Args:
        lines: the page's.
        breaks: the indexes of those with one directly below.
        amid: of them those that were broken amid a sentence.
    """
    for start, end in stretches(len(lines), set(breaks)):
        capitals = len(list(takewhile(_is_in_capitals, lines[start : min(end, start + MOST)])))
        going_on = [i for i in range(start, end - 1) if not lines[i].text.endswith(STOPS)]
        yield from (i for i in going_on if i < start + capitals - 1)
        if (
            end - start <= MOST
            and len(going_on) == end - start - 1
            and (
                any(i in amid or _joins_a_headline(lines[i + 1]) for i in going_on)
                or _is_titled(lines[start:end], over=min(amid, default=0) >= end)
            )
            and not any(begins_as_byline(line.text.lower()) for line in lines[start:end])
        ):
            yield from going_on


def _is_in_capitals(line: Line) -> bool:
    """Tell whether a line is in capitals and has no year, as the line of a paper's day has."""
    return line.text.isupper() and len(line.text) <= LONGEST_LOUD and not _YEAR.search(line.text)


def _is_titled(lines: Sequence[Line], *, over: bool) -> bool:
    """Tell whether lines over the text have capitals all through: "Northern Pillar / Rebuilt"."""
    return over and all(line.text.istitle() and " " in line.text for line in lines)


def _joins_a_headline(line: Line) -> bool:
    return line.text.istitle() and line.text.partition(" ")[0].lower() in _JOINING


def stretches(count: int, within: AbstractSet[int]) -> Iterator[tuple[int, int]]:
    """Yield where each stretch of lines begins and ends whose breaks are among some."""
    start = 0
    for i in range(count):
        if i not in within:
            yield start, i + 1
            start = i + 1
