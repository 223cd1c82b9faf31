"""What stands above a Markdown text between marks, and what it states of the article.

    ---                          +++                           {
    title: Bridge to close       title = "Bridge to close"       "title": "Bridge to close"
    ---                          +++                           }

Curators write it, and so do programs that clip pages or make sites, each with keys of its own.
What a curator's key says must be right; what a program's says is taken where it is understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from newsarchive.errors import SettingsError
from newsarchive.loading.days import day, recorded
from newsarchive.loading.names import names
from newsarchive.loading.written import ADDRESS, CHECKS
from newsarchive.model import Problem, Statement
from newsarchive.settings.columns import KNOWN, plain
from newsarchive.settings.yamlfile import nearest_key
from newsarchive.settings.yamlnodes import (
    KEY_AND_VALUE,
    Place,
    compose,
    is_mapping,
    is_scalar,
    is_sequence,
    key_of,
    text_of,
)
from newsarchive.spelling.inverted import people_in_order
from newsarchive.spelling.languages import language_code

if TYPE_CHECKING:
    from yaml.nodes import Node

_CLOSED = r"(.*?)^(?:{})[ \t]*\r?$\n?"
YAML = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n" + _CLOSED.format(r"---|\.\.\."), re.DOTALL | re.MULTILINE
)
TOML = re.compile(
    r"\A\ufeff?\+\+\+[ \t]*\r?\n" + _CLOSED.format(r"\+\+\+"), re.DOTALL | re.MULTILINE
)
JSON = re.compile(r"\A\ufeff?(\{[ \t]*\r?\n.*?^\})[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
OPENED = re.compile(r"\A\ufeff?---[ \t]*\r?\n([^\W\d_]\w*):")
"""How front matter begins."""
BARE = re.compile(r"^([\w-]+:[ \t]+)([^\s\"'\[{>|&*!%#@`][^\r\n]*:[ \t][^\r\n]*)", re.MULTILINE)
"""A value with a colon in it that no quotation marks stand around, as programs write titles."""

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
SILENT = frozenset(
    "description excerpt summary subtitle updated modified lastmod date_updated date_modified"
    " layout permalink image cover coverimage weight toc".split()
)
"""Keys that state nothing of what is kept, and are no mistake."""
LIKENESS = 0.8
LINKED = re.compile(r"\[\[(?:[^][|]*\|)?([^][|]+)\]\]")  # [[Jane Roe]], as notes link to notes


class Key(Struct, frozen=True):
    """A key and what is written behind it."""

    name: str
    line: int
    values: tuple[str, ...]
    listed: bool
    """Whether they are written as a list, and not as one text."""


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
    keys: list[Key]
    if found := YAML.match(text):
        keys = list(_of_yaml(found[1], Place(name, 2)))
    elif found := TOML.match(text):
        keys = list(_of_toml(found[1], name))
    elif found := JSON.match(text):
        keys = list(_of_yaml(found[1], Place(name, 1)))
    else:
        _refuse_unclosed(text, name)
        return FrontMatter()
    by_name = _by_name(keys, name)
    stated = [said for key in FIELDS if key in by_name for said in _statements(by_name[key], name)]
    return FrontMatter(tuple(stated), tuple(_unread(keys, name)), found.end())


def _refuse_unclosed(text: str, name: str) -> None:
    """Raise an error for front matter that begins and does not end."""
    begun = OPENED.match(text)
    if begun and begun[1] in FIELDS:
        what, remedy = "its front matter is not closed", "Write a line of --- below it"
        raise SettingsError(what, where=f"{name}:1", remedy=remedy)


def _of_yaml(text: str, place: Place) -> Iterator[Key]:
    node = _composed(text, place)
    if not is_mapping(node):
        raise place.error(node, "expected `key: value` lines", KEY_AND_VALUE)
    for key, value in node.value:
        line = key.start_mark.line + place.first_line
        yield Key(key_of(key, place), line, tuple(_words(value)), listed=is_sequence(value))


def _composed(text: str, place: Place) -> Node:
    """Take YAML apart; if it is none, what it would be with quotation marks around its values."""
    try:
        return compose(text, place)
    except SettingsError:
        quoted = BARE.sub(lambda bare: bare[1] + "'" + bare[2].replace("'", "''") + "'", text)
        if quoted == text:
            raise
    return compose(quoted, place)


def _words(node: Node) -> Iterator[str]:
    """Yield a value, each of a list, or the name of what has one."""
    if is_sequence(node):
        for one in node.value:
            yield from _words(one)
    elif is_mapping(node):
        for key, value in node.value:
            if key.value == "name":
                yield from _words(value)
    elif is_scalar(node) and (words := text_of(node).strip()):
        yield words


def _of_toml(text: str, name: str) -> Iterator[Key]:
    import tomllib  # noqa: PLC0415  few write it

    try:
        found = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        what = f"this is not TOML: {error}"
        raise SettingsError(what, where=f"{name}:1", remedy="Mend it") from error
    for key, value in found.items():
        begin = re.search(rf"^[ \t]*[\[\"']*{re.escape(key)}\b", text, re.MULTILINE)
        line = 2 + text.count("\n", 0, begin.start() if begin else 0)
        yield Key(key, line, tuple(_said_in_toml(value)), listed=isinstance(value, list))


def _said_in_toml(value: Any) -> Iterator[str]:  # noqa: ANN401  TOML holds what it likes
    if isinstance(value, list):
        for one in value:
            yield from _said_in_toml(one)
    elif isinstance(value, dict):
        yield from _said_in_toml(value.get("name", ""))
    elif words := str(value).strip():
        yield words.casefold() if isinstance(value, bool) else words


def _by_name(keys: Sequence[Key], name: str) -> dict[str, Key]:
    """Give the keys that state something, by their names; refuse misspelled and repeated ones."""
    found: dict[str, Key] = {}
    for key in keys:
        called = plain(key.name)
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
    called = plain(key.name)
    if called in FIELDS:
        return called == "url" and any(map(_is_path, key.values))
    return called not in SILENT and key.values not in ((), ("false",))


def _is_path(words: str) -> bool:
    """Whether an address is one within a site, which a program that makes sites puts pages at."""
    return words.startswith("/")


def _statements(key: Key, name: str) -> Iterator[Statement]:
    called = plain(key.name)
    where = f"front matter, line {key.line}"
    for one in key.values:
        for field, said in _said(called, one, key, f"{name}:{key.line}"):
            yield Statement(field, said, "front-matter", one, where=where)


def _said(called: str, words: str, key: Key, where: str) -> Iterator[tuple[str, str]]:
    """Give what a key's words state, which may be another field than the key's own."""
    field = FIELDS[called]
    if field == "authors":
        yield from ((field, name) for name in _people(words, listed=key.listed))
    elif field == "source" and ADDRESS.fullmatch(words):
        yield "url", words
    elif called in OWN and not (field == "url" and _is_path(words)):
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
