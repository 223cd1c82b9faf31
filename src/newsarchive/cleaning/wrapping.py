"""Lines that were broken at a width, put together: mails, agencies' wires, columns of print.

Whoever judges such a text line by line sees no sentence. So its paragraphs and headlines are made
whole before anything else is read, and each line of the file gets what is said of the whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, pairwise

from msgspec.structs import replace

from newsarchive.cleaning.headlines import STOPS, breaks_in_head, breaks_in_headlines, stretches
from newsarchive.cleaning.lines import split_lines, without_marks
from newsarchive.model import Document, LabelledLine, Line, Statement
from newsarchive.spelling.wrapped import join_lines

NARROWEST, WIDEST = 24, 110
"""Characters of the width at which programs and printers break lines."""
FEWEST = 2
"""Breaks amid a sentence, at least."""
ALIKE = 0.7, 1.15
"""What share of the width a line has that was broken there: type is of uneven width."""
MOST = 2 / 3
"""The share of lines broken amid a sentence that are so long, at least."""
FULL = 0.85
"""What share of the width a line has that goes on, though the next begins with a capital."""
AMID = 1 / 4
"""The share of breaks that are amid a sentence, at least: a list of headlines has none."""
REASON = 1 / 2
"""The share of them at which the next word would not have fitted, at least: lists have room."""
TEXT = 0.4
"""The share of the page that stands in such lines, at least."""
FEWEST_FULL, MOST_FULL = 4, 0.9
"""Lines, and the share of all with one directly below, at which the next word would not have fitted
in the text of a record, which nobody would write so."""
HYPHENS = ("-", "=", "\u00ac", "\u00ad", "\u2010", "\u2e17")
"""Two of them stand in black letter, one is what programs that read scans write for any."""
BULLETS = ("* ", "• ")
"""How a point of a list begins, which goes on with no line above it."""
_OPENING = "\"'“”„«»‘’(["
_UNCASED = re.compile("[\u05d0-\u0dff\u10d0-\u10ff\u1200-\u137f]")
"""Letters of scripts without capitals that put blanks between words, from Hebrew to Sinhala."""


def lines_of(document: Document) -> tuple[Line, ...]:
    """Give the lines of a document as they are read, those whole that were broken at a width.

    A page with a tree has its lines from there, and what a form or the curator knows of a line
    holds for it alone.
    """
    lines = _unmarked(document)
    if document.elements:
        return lines
    known = {number for number, (label, _) in document.labels.items() if label != "body"}
    corrected = document.correction.labels if document.correction else {}
    return whole_lines(lines, known.union(corrected))


def _unmarked(document: Document) -> tuple[Line, ...]:
    lines = split_lines(document.text)
    return without_marks(lines, document.marks) if document.marks else lines


def whole_lines(lines: tuple[Line, ...], apart: AbstractSet[int] = frozenset()) -> tuple[Line, ...]:
    """Put together the lines of a text that was broken at a width.

    Args:
        lines: the page's lines, as `split_lines` gives them.
        apart: numbers of lines that go on with no other.

    Returns:
        One line for each paragraph and each headline, with the number of its first line and how
        many it stands on; of a text whose lines are as they were written, those.
    """
    breaks = [
        i
        for i, (line, below) in enumerate(pairwise(lines))
        if not (below.blanks or below.text.startswith(BULLETS))
        and apart.isdisjoint((line.number, below.number))
    ]
    amid = [i for i in breaks if is_amid_a_sentence(lines[i].text, lines[i + 1].text)]
    own = sum(len(line.text) for line in lines if line.number not in apart)
    width = _width(lines, breaks, amid, own) or (_full_width(lines, breaks) if apart else 0)
    if not width:
        heads = set(breaks_in_head(lines)).intersection(breaks)
        return tuple(chain.from_iterable(_wholes(lines, heads, heads))) if heads else lines
    prose = {i for i in amid if 2 * len(lines[i].text) >= width}
    sure = prose.union(breaks_in_headlines(lines, breaks, prose))
    full = {i for i in breaks if _is_full(lines[i], lines[i + 1], width)}
    return tuple(chain.from_iterable(_wholes(lines, sure | full, sure)))


def _width(lines: Sequence[Line], breaks: Sequence[int], amid: Sequence[int], own: int) -> int:
    """Give the width at which a page's lines were broken, 0 where that is not to be seen.

    The lines that were broken amid a sentence show it: most are nearly as long as the longest.

    Args:
        lines: the page's.
        breaks: the indexes of those with one directly below.
        amid: of them those that end amid a sentence.
        own: characters of the lines that nobody has said to be something else than the text.
    """
    lengths = sorted(len(lines[i].text) for i in amid)
    width = next((length for length in lengths if _is_width(length, lengths)), 0)
    if len(amid) < FEWEST or not NARROWEST <= width <= WIDEST:
        return 0
    least, most = (share * width for share in ALIKE)
    alike = [i for i in breaks if least <= len(lines[i].text) <= most]
    text = {j for i in alike for j in (i, i + 1) if len(lines[j].text) <= most}
    size = sum(len(lines[i].text) for i in text)
    full = sum(not _fits(lines[i], lines[i + 1], width) for i in amid)
    proved = len(amid) >= AMID * len(alike) and full >= REASON * len(amid)
    return width if proved and size >= TEXT * own else 0


def _full_width(lines: Sequence[Line], breaks: Sequence[int]) -> int:
    """Give the width of the text of a record if nearly all its lines are full; or 0.

    Where nouns have capitals, few lines end amid a sentence plainly.
    """
    width = max((len(lines[i].text) for i in breaks), default=0)
    full = [i for i in breaks if not _fits(lines[i], lines[i + 1], width)]
    proved = len(full) >= FEWEST_FULL and len(full) >= MOST_FULL * len(breaks)
    return width if proved and NARROWEST <= width <= WIDEST else 0


def _is_width(length: int, lengths: Sequence[int]) -> bool:
    """Tell whether most of some sorted lengths are nearly as large as one of them."""
    near = bisect_right(lengths, length) - bisect_left(lengths, ALIKE[0] * length)
    return near >= MOST * len(lengths)


def is_amid_a_sentence(text: str, below: str) -> bool:
    """Tell whether a line ends where no sentence does, and the next one begins where none does.

    Where letters are of no case only the end of the line tells.
    """
    first = below.lstrip(_OPENING)[:1]
    if _UNCASED.match(first):
        return not text.endswith(STOPS)
    return first.islower() and (text[-1].isalnum() or text.endswith((",", *HYPHENS)))


def _is_full(line: Line, below: Line, width: int) -> bool:
    """Tell whether a line may go on below: the next word would not have fitted.

    An indent begins a paragraph, and none goes on from capitals to small letters. Of uneven type
    some lines are full that are a little shorter.
    """
    if below.indent > line.indent or (line.text.isupper() and not below.text.isupper()):
        return False
    if len(line.text) > ALIKE[1] * width or _is_in_brackets(line):
        return False
    if not _fits(line, below, width):
        return True
    return len(line.text) >= FULL * width and not line.text.endswith(STOPS)


def _fits(line: Line, below: Line, width: int) -> bool:
    """Tell whether the first word of the line below would have fitted, or half of one."""
    word = below.text.partition(" ")[0]
    return len(line.text) + 1 + len(word) <= width and not line.text.endswith(HYPHENS)


def _is_in_brackets(line: Line) -> bool:
    return line.text[0] == "(" and line.text[-1] == ")"


def _wholes(
    lines: tuple[Line, ...], within: AbstractSet[int], sure: AbstractSet[int]
) -> Iterator[Sequence[Line]]:
    """Yield the lines put together that belong together.

    A full line and the one below it may as well be a title and a byline, if no sentence goes on
    from one to the other and none ends there.
    """
    for start, end in stretches(len(lines), within):
        stretch = lines[start:end]
        proved = not sure.isdisjoint(range(start, end - 1)) or stretch[-1].text.endswith(STOPS)
        yield [_whole(stretch)] if proved else stretch


def _whole(lines: Sequence[Line]) -> Line:
    first = lines[0]
    if len(lines) == 1:
        return first
    text = join_lines([line.text for line in lines])
    return Line(first.number, text, first.indent, first.blanks, len(lines))


def lines_of_file(
    document: Document, whole: Sequence[Line], labelled: Sequence[LabelledLine]
) -> tuple[LabelledLine, ...]:
    """Give the lines of the file, each with the label of the line that it was put into.

    Args:
        document: the text.
        whole: its lines, as `lines_of` gives them.
        labelled: the label of each.
    """
    if not _is_broken(whole) and not document.marks:
        return tuple(labelled)
    texts = {line.number: line.text for line in split_lines(document.text)}
    words = {line.number: line.text for line in _unmarked(document)} if document.marks else texts
    return tuple(
        LabelledLine(
            number,
            texts[number],
            said.label,
            said.rule,
            said.joins or number > said.number,
            words[number] if words[number] != texts[number] else "",
        )
        for line, said in zip(whole, labelled, strict=True)
        for number in line.numbers
    )


def titles_of_file(
    statements: Sequence[Statement], whole: Sequence[Line], lines: Iterable[LabelledLine]
) -> tuple[Statement, ...]:
    """Give the statements of a page, those of a broken title once for each line that it stands on.

    Args:
        statements: what the whole lines state.
        whole: these lines.
        lines: those of the file.
    """
    if not _is_broken(whole):
        return tuple(statements)
    texts = {line.number: line.text for line in lines}
    rows = {line.number: line.numbers for line in whole}
    return tuple(
        replace(said, text=texts[number], line=number) if number else said
        for said in statements
        for number in rows.get(_title_line(said), (0,))
    )


def _title_line(said: Statement) -> int:
    """Give the line of a title, 0 of anything else."""
    return (said.line or 0) if said.field == "title" else 0


def _is_broken(whole: Iterable[Line]) -> bool:
    return any(line.rows > 1 for line in whole)
