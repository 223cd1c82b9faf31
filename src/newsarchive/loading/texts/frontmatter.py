"""What front matter states of the article, whatever its form.

Curators write it, and so do programs that clip pages, keep notes or make sites, each with keys of
its own. What a curator's key says must be right; what a program's says is taken where it is
understood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from newsarchive.errors import SettingsError
from newsarchive.loading.annotations import Annotations, rows_of
from newsarchive.loading.days import day, recorded
from newsarchive.loading.names import names
from newsarchive.loading.texts.frontforms import LINKED, Key, keys_above
from newsarchive.loading.written import ADDRESS, CHECKS
from newsarchive.model import Label, Problem, Statement
from newsarchive.settings.columns import KNOWN, column_key
from newsarchive.settings.yamlfile import nearest_key
from newsarchive.spelling.inverted import people_in_order
from newsarchive.spelling.languages import language_code

RULES = {
    "front-matter": "stands above the text, where a program or a curator says what it is",
}
(FRONT,) = RULES
OWN = {  # key → field: what a curator writes
    **{name: name for name in ("title", "source", "date")},
    **dict.fromkeys(("author", "authors"), "authors"),
    **dict.fromkeys(("section", "tags"), "section"),
    **{name: name for name in ("dateline", "language", "url", "slug", "rights", "aliases")},
}
OTHERS = {  # what programs write beside the usual names of columns
    "source": "website",
    "section": "tag keywords",
    "crawled": "created clipped saved accessed date_saved saved_at date_added",
}
FIELDS = {
    **OWN,
    **{
        key: field
        for field, columns in KNOWN.items()
        if field not in ("text", "html")
        for key in f"{columns} {OTHERS.get(field, '')}".split()
        if key not in OWN
    },
}
PROMISED = ("slug", "aliases")
"""What becomes an address of the archive's own, of which a program knows nothing."""
SILENT = frozenset(
    "description excerpt summary subtitle updated modified lastmod date_updated date_modified"
    " layout permalink image cover coverimage weight toc hostname fingerprint id pagetype".split()
)
"""Keys that state nothing of what is kept, and are no mistake."""
LIKENESS = 0.8
FEWEST = 2
"""Fields that front matter above a plain text states, at least."""


class FrontMatter(Struct, frozen=True):
    """What front matter states, where it has keys that state nothing, and where it ends."""

    statements: tuple[Statement, ...] = ()
    problems: tuple[Problem, ...] = ()
    end: int = 0


def front_matter(text: str, name: str) -> FrontMatter:
    """Read what stands above a text; an empty record where nothing does.

    Args:
        text: the whole file.
        name: what errors and problems call it.

    Raises:
        SettingsError: it is not closed, or says what cannot be.
    """
    keys, end = keys_above(text, name, FIELDS)
    by_name = _by_name(keys, name)
    stated = [said for key in FIELDS if key in by_name for said in _statements(by_name[key], name)]
    return FrontMatter(tuple(stated), tuple(_unread(keys, name)), end)


def front_of_text(text: str) -> Annotations | None:
    """Say what front matter above a plain text states; None where none with a title stands there.

    Args:
        text: the whole file, which is read as it is if its front matter is wrong.
    """
    try:
        front = front_matter(text, "")
    except SettingsError:
        return None
    stated = {said.field for said in front.statements}
    if "title" not in stated or len(stated) < FEWEST:
        return None
    above: Label = "boilerplate"
    labels = {row.number: (above, FRONT) for row in rows_of(text[: front.end])}
    return Annotations(labels, front.statements)


def _by_name(keys: Sequence[Key], name: str) -> dict[str, Key]:
    """Give the keys that state something, by their names; refuse misspelled and repeated ones."""
    found: dict[str, Key] = {}
    for key in keys:
        called = column_key(key.name)
        if called in found:
            what = f"the key `{key.name}` stands twice"
            raise SettingsError(what, where=f"{name}:{key.line}", remedy="Keep one of them")
        if called not in FIELDS and called not in SILENT and (meant := _meant(called)):
            what, remedy = f"unknown key `{key.name}`", f"Did you mean `{meant}`?"
            raise SettingsError(what, where=f"{name}:{key.line}", remedy=remedy)
        found[called] = key
    return found


def _meant(called: str) -> str | None:
    """Name the key that a typing error has made another of: of its length, give or take one."""
    near = nearest_key(called, [*OWN], LIKENESS)
    return near if near and abs(len(near) - len(called)) <= 1 else None


def _unread(keys: Sequence[Key], name: str) -> Iterator[Problem]:
    """Say which keys state nothing here."""
    others = [key for key in keys if _says_nothing(key)]
    if others:
        listed = ", ".join(key.name for key in others)
        what = f"these keys of its front matter say nothing here: {listed}"
        remedy = "Nothing needs to be done, unless one of them was to state something"
        yield Problem(name, what, remedy, others[0].line, fate="doubtful")


def _says_nothing(key: Key) -> bool:
    called = column_key(key.name)
    if called in FIELDS:
        return called == "url" and any(map(_is_path, key.values))
    return called not in SILENT and key.values not in ((), ("false",))


def _is_path(words: str) -> bool:
    """Whether an address is one within a site, which a program that makes sites puts pages at."""
    return words.startswith("/")


def _statements(key: Key, name: str) -> Iterator[Statement]:
    called = column_key(key.name)
    where = f"front matter, line {key.line}"
    for one in key.values:
        for field, said in _said(called, one, key, f"{name}:{key.line}"):
            yield Statement(field, said, FRONT, one, where=where)


def _said(called: str, words: str, key: Key, where: str) -> Iterator[tuple[str, str]]:
    """Give what a key's words state, which may be another field than the key's own."""
    field = FIELDS[called]
    if field in PROMISED and not key.checked:
        return
    if field == "authors":
        yield from ((field, name) for name in _people(words, listed=key.listed))
    elif field == "source" and ADDRESS.fullmatch(words):
        yield "url", words
    elif key.checked and called in OWN and not (field == "url" and _is_path(words)):
        yield field, CHECKS[field](words, where) if field in CHECKS else words
    elif read := _read(field, words):
        yield field, read


def _people(words: str, *, listed: bool) -> list[str]:
    parts = [part.strip() for part in LINKED.sub(r"\1", words).split(";") if part.strip()]
    if listed:
        return parts
    return [name for part in parts for name in names(people_in_order(part)) or [part]]


def _read(field: str, words: str) -> str | None:
    """Read what a program wrote; None where it is not understood."""
    if field == "date":
        return recorded(words)
    if field == "crawled":
        return day(words)
    if field == "language":
        return language_code(words)
    if field == "url":
        return words if ADDRESS.fullmatch(words) else None
    return words
