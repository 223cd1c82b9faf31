"""Clippings: a text file of several articles, one below the other, with lines of a sign between.

    Harbour reopens after the storm
    The Eastport Courier, 19 July 2021
    …
    ----------------------------------
    Ferry fares to rise in autumn
    …

Such lines stand between the sections of one article too. So a file is cut only where what stands
between them has, by half of it, a title with a day, an author, a paper or an address at its head
and a text below. Below the head of a page of a paper, which has the day for all, a title over a
text is enough; each gets that head. Two blank lines and more are such a sign too, where all that
stands between them is so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import dropwhile, pairwise, takewhile
from typing import TypeVar

from newsarchive.finding.days.mentions import find_days
from newsarchive.finding.people.bylines import begins_as_byline, lead_of
from newsarchive.finding.people.names import is_name
from newsarchive.finding.people.splitting import split_names
from newsarchive.finding.sources.masthead import heads_printed_page
from newsarchive.finding.sources.paper_names import names_paper
from newsarchive.loading.annotations import plainly
from newsarchive.loading.exports.dividing import without_blank_ends
from newsarchive.loading.lines import RawLine, raw_lines
from newsarchive.loading.opened import Opened
from newsarchive.model import Document, Problem

MOST = 2_000
"""Lines of a sign in a file of clippings, at most: what has more is a table."""
HEAD = 6
"""Lines of a head, at most: a paper, a section, a title, a day, an author, an address."""
LONGEST = 160
"""Characters of one."""
SHORTEST_TITLE = 10
SHORTEST_TEXT = 200
"""Characters below the first line, at least."""
SHORTEST_IN_PAPER = 100
"""Characters below a headline, at least, in a page of a paper."""
MOST_TITLE = 4
"""Lines of a headline there, at most."""
TEXT_LINE = 50
"""Characters that one of the lines at a head or next to it has: a page's menus have fewer."""
GAP = " "
"""The sign of two blank lines and more."""
SIGNS = "-=_*#~+–—•·"
AROUND_WORDS = "-=*#"
"""Signs that stand around a word between articles as well: tickers have others."""
LONGEST_WORD = 60
_SIGNED_BELOW = re.compile(rf"\n[ \t]*([{SIGNS}])[ \t]*\1")
_GAP = re.compile(r"\n[ \t\r]*+\n[ \t\r]*+\n")
_ADDRESS = re.compile(r"https?://[^\s/]+/\S+")
_GOES_ON = (".", ",", ";", ":")

T = TypeVar("T")


def sign_between(text: str) -> str:
    r"""Give the sign whose lines part a text's articles; nothing where it is one article.

    >>> day = "A bridge is to close\n19 July 2021\n" + "It is old. " * 20
    >>> sign_between(f"{day}\n----\n{day}"), sign_between(f"{day}\n* * *\nIt was built in 1904.")
    ('-', '')
    """
    signs = dict.fromkeys(match[1] for match in _SIGNED_BELOW.finditer(text))
    gaps = _GAP.search(text.strip()) is not None
    lines = plainly(text).split("\n") if signs or gaps else []
    headed = page_head(lines)
    is_article, least = _is_in_paper if headed else _is_article, _least(headed)
    for sign in signs:
        parts = _parted(lines, sign, str, least)
        articles = sum(map(is_article, parts))
        if articles > 1 and 2 * articles >= len(parts):
            return sign
    parts = _parted(lines, GAP, str, least) if gaps else []
    return GAP if len(parts) > 1 and all(map(_is_article, parts)) else ""


def read_clippings(opened: Opened, sign: str, encoding: str) -> Iterator[Document]:
    """Yield a file's articles. A line between two belongs to the lower one, a page's head to all.

    Args:
        opened: the file, at its beginning.
        sign: that of the lines between.
        encoding: what its bytes are read as.
    """
    lines = list(raw_lines(opened.stream, opened.limits.bytes, encoding))
    head = [line for line in lines if line.text.strip()][:1]
    headed = page_head([line.text for line in head])
    above = head if headed else []
    for number, part in enumerate(_parted(lines, sign, _text_of, _least(headed)), 1):
        shown = without_blank_ends(part if number == 1 else [*above, *part])
        yield Document(
            path=opened.name,
            sha256=sha256(b"".join(line.raw for line in shown)).hexdigest(),
            encoding=encoding,
            text="".join(line.text for line in shown),
            record=str(number),
        )


def doubt_of_page(name: str, text: str) -> Iterator[Problem]:
    """Warn of a page of a paper in which several headlines in capitals stand over texts.

    Args:
        name: what the file is called.
        text: all of it, of which one article is published.
    """
    lines = plainly(text).split("\n")
    if not page_head(lines):
        return
    starts = [i for i in range(1, len(lines)) if _is_loud(lines, i)]
    sized = [
        (start, sum(map(len, lines[start:end]))) for start, end in pairwise([*starts, len(lines)])
    ]
    articles = [start for start, size in sized if size >= SHORTEST_IN_PAPER]
    if len(articles) > 1:
        yield _doubt(name, len(articles), articles[1] + 1)


def _is_loud(lines: Sequence[str], i: int) -> bool:
    """Tell whether a headline in capitals begins on a line: below a blank one, over another."""
    group = list(takewhile(str.strip, lines[i : i + MOST_TITLE + 1]))
    loud = 0 < len(group) <= MOST_TITLE and all(map(str.isupper, group))
    return loud and not lines[i - 1].strip() and len("".join(group)) >= SHORTEST_TITLE


def _doubt(name: str, articles: int, line: int) -> Problem:
    what = f"it is read as one article, and looks like {articles}"
    remedy = "If it is so, write a line such as ----- above each, or make a file of each"
    return Problem(name, what, remedy, line, fate="doubtful")


def page_head(lines: Sequence[str]) -> str:
    """Give the head of a page of a paper, with its day, on a text's first line; or nothing.

    A weekday and a day alone are those of a visit, which pages of the web have there.
    """
    first = next(filter(None, map(str.strip, lines)), "")
    row = " ".join(first.split()) if len(first) <= LONGEST else ""
    days = find_days(0, row)
    named = days and len(row[: days[0].start].split()) > 1
    return first if named and heads_printed_page(row, first=True) else ""


def _text_of(line: RawLine) -> str:
    return line.text


def _least(headed: str) -> int:
    """Give the characters that a part has at least which stands alone."""
    return SHORTEST_IN_PAPER if headed else SHORTEST_TEXT


def _parted(
    lines: Sequence[T], sign: str, text_of: Callable[[T], str], least: int
) -> list[list[T]]:
    """Cut lines above each that is made of the sign; what is no article stays with its neighbour.

    Args:
        lines: of a file.
        sign: the sign.
        text_of: gives a line's text.
        least: characters of what stands alone without a title and a day.
    """
    cuts = list(_cuts(list(map(text_of, lines)), sign))
    if len(cuts) > MOST:
        return [list(lines)]
    parts: list[list[T]] = [[]]
    rows: list[str] = []
    for start, end in pairwise([0, *cuts, len(lines)]):
        if _stands_alone(rows, least):
            parts.append([])
            rows = []
        parts[-1] += lines[start:end]
        rows += _rows(map(text_of, lines[start:end]))
    if len(parts) > 1 and not _stands_alone(rows, least):
        parts[-2:] = [parts[-2] + parts[-1]]
    return parts


def _cuts(texts: Sequence[str], sign: str) -> Iterator[int]:
    """Yield the indices of the lines that are a sign, or that stand below two blank lines."""
    for i, text in enumerate(texts):
        if sign != GAP:
            parts = _sign_of(text) == sign
        else:
            parts = i > 1 and bool(text.strip()) and not "".join(texts[i - 2 : i]).strip()
        if parts:
            yield i


def _sign_of(text: str) -> str:
    """Give the sign that a line is made of, or begins and ends with; nothing for any other line.

    >>> [_sign_of(line) for line in ("-----", "* * *", "== Text 2 ==", "==> b.txt <==", "a - b")]
    ['-', '*', '=', '=', '']
    """
    row = text.strip()
    sign = row[:1]
    if not sign or sign not in SIGNS or len(row) > LONGEST:
        return ""
    words = row.strip(f"{sign} \t")
    if not words:
        return sign if row.count(sign) > 2 else ""
    around = sign in AROUND_WORDS and len(words) <= LONGEST_WORD
    return sign if around and row.startswith(sign * 2) and row.endswith(sign * 2) else ""


def _rows(texts: Iterable[str]) -> list[str]:
    """Give the lines that show more than a rule."""
    rows = (" ".join(text.split()) for text in texts)
    return [row for row in rows if row and not _sign_of(row)]


def _stands_alone(rows: Sequence[str], least: int) -> bool:
    """Tell whether rows are more than a word about the file: they have a head, or are long."""
    return _is_headed(rows) or sum(map(len, rows)) >= least


def _is_headed(rows: Sequence[str]) -> bool:
    """Tell whether rows begin with a title and a day, or with what else only articles have."""
    head = [row for row in rows[:HEAD] if len(row) <= LONGEST]
    telling = [row for row in head if find_days(0, row) or _tells_origin(row)]
    others = (row for row in head if row not in telling and not row.endswith(_GOES_ON))
    return bool(telling) and any(len(row) >= SHORTEST_TITLE for row in others)


def _tells_origin(row: str) -> bool:
    """Tell whether a line is a byline, a paper's name or the address of an article.

    >>> [_tells_origin(row) for row in ("By Ann Ode", "The Port Courier", "https://a.example/b")]
    [True, True, True]
    >>> _tells_origin("By the harbour")
    False
    """
    lead = lead_of(row) if begins_as_byline(row.lower()) else None
    signed = lead is not None and any(map(is_name, split_names(row[lead[1] :])))
    return signed or names_paper(row) or _ADDRESS.fullmatch(row) is not None


def _is_in_paper(lines: Sequence[str]) -> bool:
    """Tell whether lines are a headline over a text, in a page of a paper."""
    rows = [row.strip() for row in lines]
    begun = list(dropwhile(lambda row: not row or bool(_sign_of(row) or page_head([row])), rows))
    title = list(takewhile(bool, begun))
    headed = 0 < len(title) <= MOST_TITLE and not title[-1].endswith(_GOES_ON)
    return headed and sum(map(len, begun[len(title) :])) >= SHORTEST_IN_PAPER


def _is_article(lines: Sequence[str]) -> bool:
    """Tell whether lines begin with a title and a day, and a text follows."""
    rows = _rows(lines)
    below = [len(row) for row in rows[1:]]
    text = max(below[: HEAD + 2], default=0) >= TEXT_LINE and sum(below) >= SHORTEST_TEXT
    return text and _is_headed(rows)
