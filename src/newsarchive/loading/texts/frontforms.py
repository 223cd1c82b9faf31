"""Front matter: the forms in which it stands above a text, and the keys in it.

---                          +++                           {
title: Bridge to close       title = "Bridge to close"       "title": "Bridge to close"
---                          +++                           }

title: Bridge to close       title:: Bridge to close       % Bridge to close
---                          tags:: [[Harbour]]            % Jane Roe; John Doe
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.errors import SettingsError
from newsarchive.settings.columns import column_key
from newsarchive.settings.yamlnodes import (
    KEY_AND_VALUE,
    YamlPlace,
    compose,
    is_mapping,
    is_scalar,
    is_sequence,
    key_of,
    text_of,
)

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
CLOSED_ONLY = re.compile(
    r"\A\ufeff?((?:[a-z][\w-]*:(?:[ \t][^\n]*)?\r?\n|[ \t]+\S[^\n]*\n|-[ \t][^\n]*\n)+)"
    r"---[ \t]*\r?$\n?",
    re.MULTILINE,
)
"""YAML that a line ends and none begins, as Hexo has it."""
PROPERTIES = re.compile(r"\A\ufeff?((?:(?:-[ \t])?[^\W\d_][\w-]*::[ \t]+\S[^\n]*(?:\n|\Z))+)")
"""As Logseq and Obsidian note them: https://docs.logseq.com/#/page/properties."""
TITLE_BLOCK = re.compile(r"\A\ufeff?%(?=[ \t])((?:[^\n]*\n[ \t%]){0,8}[^\n]*)(?:\n|\Z)")
"""Of Pandoc: title, authors, date, each behind a `%`."""
OPENED = re.compile(r"\A\ufeff?---[ \t]*\r?\n([^\W\d_]\w*):")
"""How front matter begins."""
BARE = re.compile(r"^([\w-]+:[ \t]+)([^\s\"'\[{>|&*!%#@`][^\r\n]*:[ \t][^\r\n]*)", re.MULTILINE)
"""A value with a colon in it that no quotation marks stand around, as programs write titles."""
IN_TITLE_BLOCK = ("title", "author", "published")
MOST_TOML = 20_000
"""Characters of TOML that are read: each key is looked for in all of it."""
DEEP_KEY = re.compile(r"(?:\.[ \t]*[\w\"'-]{1,80}[ \t]*){20}")
"""A key of 20 parts: of thousands tomllib makes gigabytes."""
NOTHING = ("", "~", "null")
LINKED = re.compile(r"\[\[(?:[^][|]*\|)?([^][|]+)\]\]")  # [[Jane Roe]], as notes link to notes


class Key(Struct, frozen=True):
    """A key and what is written behind it."""

    name: str
    line: int
    values: tuple[str, ...]
    listed: bool
    """Whether they are written as a list, and not as one text."""
    checked: bool = True
    """Whether what it says must be right, as it must where a curator may have written it."""


def keys_above(text: str, name: str, known: Container[str]) -> tuple[list[Key], int]:
    """Give the keys of the front matter above a text, and where it ends; none and 0 for none.

    Args:
        text: the whole file.
        name: what errors call it.
        known: the keys, as `column_key` gives them, with which it begins where no mark does.

    Raises:
        SettingsError: it is not closed, or not what its marks say.
    """
    if found := YAML.match(text):
        return list(_of_yaml(found[1], YamlPlace(name, 2))), found.end()
    if found := TOML.match(text):
        return list(_of_toml(found[1], name)), found.end()
    if found := JSON.match(text):
        return list(_of_yaml(found[1], YamlPlace(name, 1))), found.end()
    begun = OPENED.match(text)
    if begun and begun[1] in known:
        what, remedy = "its front matter is not closed", "Write a line of --- below it"
        raise SettingsError(what, where=f"{name}:1", remedy=remedy)
    keys, end = _of_program(text, name)
    if not keys or column_key(keys[0].name) not in known:
        return [], 0
    return [replace(key, checked=False) for key in keys], end


def _of_program(text: str, name: str) -> tuple[list[Key], int]:
    """Give the keys of what only programs write, which no mark begins."""
    if found := CLOSED_ONLY.match(text):
        return list(_of_yaml(found[1], YamlPlace(name, 1))), found.end()
    if found := PROPERTIES.match(text):
        return list(_of_properties(found[1])), found.end()
    if found := TITLE_BLOCK.match(text):
        return list(_of_title_block(found[1])), found.end()
    return [], 0


def _of_yaml(text: str, place: YamlPlace) -> Iterator[Key]:
    node = _composed(text, place)
    if not is_mapping(node):
        raise place.error(node, "expected `key: value` lines", KEY_AND_VALUE)
    for key, value in node.value:
        line = key.start_mark.line + place.first_line
        yield Key(key_of(key, place), line, tuple(_words(value)), listed=is_sequence(value))


def _composed(text: str, place: YamlPlace) -> Node:
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
    elif is_scalar(node) and (words := text_of(node).strip()) not in NOTHING:
        yield words


def _of_toml(text: str, name: str) -> Iterator[Key]:
    import tomllib  # noqa: PLC0415  few write it

    if len(text) > MOST_TOML or DEEP_KEY.search(text):
        what = f"its front matter is longer than {MOST_TOML:,} characters, or has a key of 20 parts"
        raise SettingsError(what, where=f"{name}:1", remedy="Leave in it what is of the article")
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


def _of_properties(text: str) -> Iterator[Key]:
    for number, line in enumerate(text.splitlines(), 1):
        name, _, said = line.removeprefix("- ").partition("::")
        linked = LINKED.findall(said)
        values = linked or [said.strip()]
        yield Key(name, number, tuple(values), listed=bool(linked))


def _of_title_block(text: str) -> Iterator[Key]:
    """Give what stands behind each `%`; lines that begin with a blank go on with the one above."""
    number = 1
    for name, said in zip(IN_TITLE_BLOCK, text.split("\n%"), strict=False):
        if words := " ".join(said.split()):
            yield Key(name, number, (words,), listed=False)
        number += said.count("\n") + 1
