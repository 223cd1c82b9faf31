"""Citations as text: Chicago (notes and bibliography), MLA 9 and APA 7, for newspapers on the web.

Titles stay as they were printed: what is a name in them and what only has a capital, no program
knows, so that APA's sentence case is left to the author who cites.

Sources: The Chicago Manual of Style, 17th ed., 14.191–14.200; MLA Handbook, 9th ed., 5.1–5.99;
Publication Manual of the APA, 7th ed., 10.1 (example 16).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from newsarchive.citing import Citation, unchanged
from newsarchive.citing.dates import american, european, point_of, worded, year_first
from newsarchive.citing.names import Name

STOPS = tuple(".?!…。？！؟۔")
"""A sentence that ends in one of these needs no full stop."""
_STRAIGHT_QUOTES = re.compile(r'"([^"]*)"')


class Run(Struct, frozen=True):
    """A run of a citation's text."""

    text: str
    kind: Literal["", "author", "title", "publication"] = ""
    """All but the style's own words may be in another script; a publication is set in italics."""


Runs = tuple[Run, ...]
BLANK, STOP = Run(" "), Run(".")


def text_of(runs: Iterable[Run]) -> str:
    """Give a citation as plain text."""
    return "".join([run.text for run in runs])


def chicago(citation: Citation) -> Runs:
    """Write an entry of a bibliography in the Chicago style."""
    date = worded(citation.date, citation.bounds, american)
    return _sentences(
        _authors(citation.authors, most=10, kept=7),
        _quoted(citation.title),
        _printed(citation.publication, date),
        (Run(citation.original),),
        (Run("Archived in "), *_found(citation)),
        (Run(unchanged(citation)),),
    )


def mla(citation: Citation) -> Runs:
    """Write an entry of a list of works cited in the MLA style: the archive is a container.

    Where no date is known it names none, and what was found out otherwise stands in brackets.
    """
    date = worded(citation.date, "", european) if citation.date else ""
    inferred = f"[{worded(citation.bounds, '', european)}]" if citation.bounds else ""
    printed = _printed(citation.publication, date or inferred)
    return _sentences(
        _authors(citation.authors, most=2, kept=1),
        _quoted(citation.title),
        (*printed, Run(f", {citation.original}")) if citation.original else printed,
        _found(citation),
        (Run(unchanged(citation)),),
    )


def apa(citation: Citation) -> Runs:
    """Write an entry of a reference list in the APA style."""
    wording = year_first if point_of(citation.date) else american
    date = (Run(f"({worded(citation.date, citation.bounds, wording, about='ca.')})"),)
    title = (Run(citation.title, "title"),)
    authors = _apa_authors(citation.authors)
    return _sentences(
        *((authors, date, title) if citation.authors else (title, date)),
        (Run(citation.publication, "publication"),),
        (Run(f"{citation.original} "), Run("Archived in "), *_found(citation))
        if citation.original
        else (Run("Archived in "), *_found(citation)),
        (Run(unchanged(citation)),),
    )


def _sentences(*sentences: Runs) -> Runs:
    """Put sentences one after the other, each with its full stop; leave out the empty ones."""
    runs: list[Run] = []
    for sentence in sentences:
        words = tuple(run for run in sentence if run.text)
        if words:
            stops = text_of(words).rstrip("”’").endswith(STOPS)
            runs += [*([BLANK] if runs else []), *words, *([] if stops else [STOP])]
    return tuple(runs)


def _authors(names: Sequence[Name], *, most: int, kept: int) -> Runs:
    """List authors, the first as it is sorted; of more than `most`, the first `kept`."""
    listed = [name.natural if place else name.inverted for place, name in enumerate(names)]
    if len(listed) > most:
        return (*_listed(listed[:kept], ", "), Run(", et al."))
    return _listed(listed, ", and ")


def _apa_authors(names: Sequence[Name]) -> Runs:
    listed = [name.initials for name in names]
    if len(listed) > 20:
        return (*_listed(listed[:19], ", "), Run(", … "), Run(listed[-1], "author"))
    return _listed(listed, ", & ")


def _listed(names: Sequence[str], before_last: str) -> Runs:
    """Put commas between names, and before the last what the style wants there."""
    *before, last = names or [""]
    commas = [run for name in before for run in (Run(name, "author"), Run(", "))]
    return (*commas[:-1], Run(before_last if before else ""), Run(last, "author"))


def _quoted(title: str) -> Runs:
    """Set a title in quotation marks, with those inside made single and its full stop inside.

    >>> text_of(_quoted("“Peace,” says envoy")), text_of(_quoted("Who knows?"))
    ('“‘Peace,’ says envoy.”', '“Who knows?”')
    """
    inside = _STRAIGHT_QUOTES.sub(r"“\1”", title).replace("“", "‘").replace("”", "’")
    end = ""
    if title.endswith(("”", '"')):
        inside, end = inside[:-1], "’"
    stop = "" if inside.endswith(STOPS) else "."
    return (Run("“"), Run(inside, "title"), Run(f"{stop}{end}”"))


def _printed(publication: str, date: str) -> Runs:
    """Say in which paper and when an article was printed."""
    if not publication:
        return (Run(date[:1].upper() + date[1:]),)
    return (Run(publication, "publication"), Run(f", {date}" if date else ""))


def _found(citation: Citation) -> Runs:
    return (Run(citation.archive, "publication"), Run(f", {citation.address}"))
