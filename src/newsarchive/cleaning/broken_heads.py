"""Headlines that stand on two lines or three in a text whose other lines are whole.

    Bridge to close for nine weeks          COUNCIL VOTES TO SHUT
    after engineers find cracks             HARBOUR BRIDGE 9 WEEKS

Whoever typed or copied such a text broke the headline as the page did. The second line goes on
where it begins with a small letter, or the first ends with a word that ends nothing, or both stand
in capitals over all else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsarchive.finding.days.patterns import find_days
from newsarchive.finding.language import small_words, tell_language
from newsarchive.finding.people.bylines import lead_of
from newsarchive.model import Line

LINES = 12
"""Lines from the top of a text within which its headline ends."""
LONGEST = 90
"""Characters of a line of a headline, at most."""
FEWEST = 3
"""Words of the first line, at least: a menu has fewer."""


def breaks_in_head(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the indexes of the lines at the top of a text that go on below as a headline does.

    Below the whole of it stands a blank line, or a byline: a menu and a page's name for search
    engines go on without.

    Args:
        lines: the page's.
    """
    for i in range(min(LINES, len(lines) - 2)):
        line, below, last = lines[i : i + 3]
        if len(line.text) > LONGEST:
            return
        opens = i == 0 or line.blanks > 0
        ends = last.blanks > 0 or lead_of(last.text) is not None
        if opens and ends and not below.blanks and _goes_on(lines, i):
            yield i


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
    signed = "|" in line or lead_of(line) or lead_of(below)
    return bool(signed or find_days(0, line) or find_days(0, below))


def _ends_nothing(word: str, lines: Sequence[Line]) -> bool:
    """Tell whether a word is one of the small ones of the text's language: "of", "der"."""
    languages = small_words().get(word, ()) if word.islower() else ()
    return bool(languages) and tell_language(" ".join(line.text for line in lines)) in languages
