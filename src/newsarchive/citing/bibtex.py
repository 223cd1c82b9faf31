"""Citations as BibTeX, which BibTeX and biblatex both read.

Only a day, a month or a year that is known without doubt stands in `year`, `month` and `day`; all
else stands in words in `year`, where both programs print it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsarchive.citing import Citation, provenance
from newsarchive.citing.dates import BIBTEX_MONTHS, american, point_of, worded
from newsarchive.citing.names import Name

BABEL = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fa": "persian",
    "fr": "french",
    "he": "hebrew",
    "it": "italian",
    "ja": "japanese",
    "nl": "dutch",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "tr": "turkish",
    "uk": "ukrainian",
}
"""Languages as LaTeX calls them; biblatex complains about names that it does not know."""
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # not \{: BibTeX counts braces, whatever stands before them
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{letter: f"\\{letter}" for letter in "&%$#_"},
}
_SPECIAL = re.compile(f"[{re.escape(''.join(_ESCAPES))}]")


def bibtex(citation: Citation) -> str:
    """Write an entry, with its last line's end."""
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(citation) if value)
    return f"@article{{{citation.key},\n{fields}}}\n"


def escaped(text: str) -> str:
    r"""Spell a text so that TeX prints it as it is.

    >>> escaped("50% of {A} & B_1")
    '50\\% of \\textbraceleft{}A\\textbraceright{} \\& B\\_1'
    """
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], text)


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "author", _braced(" and ".join(map(_name, citation.authors)))
    yield "title", f"{{{_braced(escaped(citation.title))}}}"  # the inner pair keeps the capitals
    yield "journal", _braced(escaped(citation.publication))
    yield "entrysubtype", "{newspaper}"
    yield from _date(citation)
    yield "url", _braced(citation.found_at)
    yield "langid", _braced(BABEL.get(citation.language.partition("-")[0], ""))
    yield "note", _braced(escaped(provenance(citation)))


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""


def _name(name: Name) -> str:
    """Write a name; one that has no parts stands in braces, so that none are seen in it."""
    if not name.given:
        return _braced(escaped(name.natural))
    return ", ".join(escaped(part) for part in (name.family, name.suffix, name.given) if part)


def _date(citation: Citation) -> Iterator[tuple[str, str]]:
    point = point_of(citation.date)
    if point is None or point.doubt:
        yield "year", _braced(worded(citation.date, citation.bounds, american))
        return
    yield "year", f"{{{point.year:04d}}}"
    yield "month", BIBTEX_MONTHS[point.month - 1] if point.month else ""
    yield "day", f"{{{point.day}}}" if point.day else ""
