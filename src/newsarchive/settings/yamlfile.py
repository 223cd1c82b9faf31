"""Reads YAML that people write into frozen records, with errors that name the file and the line.

`site.yaml`, corrections, publishers' profiles and front matter are all read here. Scalars are read
as the text that stands there and converted by the record's own types, so `no` stays a word where a
word is wanted and `1.10` keeps its nought. Aliases are refused (a few bytes of them can expand to
gigabytes), and so are keys that stand twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec
import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from newsarchive.errors import SettingsError

MAX_CHARACTERS = 200_000
"""A longer file is no settings file; PyYAML would take seconds over it."""

MAX_DEPTH = 20
"""Lists and keys that stand one in another: settings need four. PyYAML itself ends where Python's
stack does, which is sooner or later as the caller stands deep or not."""

T = TypeVar("T", bound=msgspec.Struct)
_Kinds = tuple[Any, ...]
"""The arguments of a type hint: `(str,)` of `tuple[str, ...]`."""

LIKENESS = 0.65
"""From which on a key is taken for another's misspelling: `headline` is none of `dateline`."""
TRUE, FALSE = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})


QUOTED = "Put a value that holds signs, such as `: `, between quotation marks, and close them"
WITHOUT_TABS = "Write blanks in place of the tab"
LARGEST = 1_000_000_000
"""No number of settings is larger, and none of the system's limits is as small."""
_HALF = re.compile("[\0\ud800-\udfff]")
"""What YAML can spell (`"\\ud800"`, `"\\0"`) and no encoding or no path can hold."""


class _Plain(yaml.SafeLoader):
    """PyYAML's safe loader, but an alias is an error, and so is what nests deep."""

    depth = 0

    def compose_node(self, parent: Node | None, index: int) -> Node | None:
        if self.check_event(yaml.AliasEvent):
            raise self._refused("an alias (*name) is not allowed")
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self._refused(f"it nests more than {MAX_DEPTH} deep")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def _refused(self, what: str) -> yaml.MarkedYAMLError:
        event = self.peek_event()  # type: ignore[no-untyped-call]  # so in PyYAML's stubs
        return yaml.MarkedYAMLError(problem=what, problem_mark=event.start_mark)


class _Place(msgspec.Struct, frozen=True):
    """Where in which file a value stands; makes the errors."""

    path: str
    first_line: int

    def error(self, node: Node, what: str, remedy: str = "") -> SettingsError:
        line = node.start_mark.line + self.first_line
        return SettingsError(what, where=f"{self.path}:{line}", remedy=remedy)


def read_yaml(
    text: str,
    kind: type[T],
    *,
    path: str,
    first_line: int = 1,
    given: Mapping[str, object] | None = None,
    beside: Collection[str] = (),
) -> T:
    """Read one YAML mapping into a record.

    Args:
        text: the YAML.
        kind: the record's class; its fields are the keys that may stand there.
        path: the file's name for messages.
        first_line: the line of the file that `text` begins on, 1-based.
        given: fields that the program knows and the file must not set.
        beside: keys that are not read.

    Raises:
        SettingsError: anything is not as it must be; the message names file and line.
    """
    place = _Place(path, first_line)
    node = _compose(text, place)
    if not isinstance(node, MappingNode):
        raise place.error(node, "expected `key: value` lines", "See the documented example")
    return _record(node, kind, place, given or {}, beside)


def key_lines(text: str, *, path: str, first_line: int = 1) -> dict[str, int]:
    """Give the line of each top-level key: `{"title": 1, "why": 2}`.

    Raises:
        SettingsError: the text is no YAML.
    """
    node = _compose(text, _Place(path, first_line))
    if not isinstance(node, MappingNode):
        return {}
    return {str(key.value): key.start_mark.line + first_line for key, _ in node.value}


def sections(text: str, key: str, *, path: str) -> dict[str, tuple[str, int]]:
    r"""Give the YAML of each key below a top-level one, and the line that it begins on, 1-based.

    >>> sections("records:\n  3:\n    title: A\n", "records", path="a.yaml")
    {'3': ('    title: A\n', 3)}

    Raises:
        SettingsError: the text is no YAML, or no keys stand below.
    """
    place = _Place(path, 1)
    node = _compose(text, place)
    pairs = node.value if isinstance(node, MappingNode) else []
    below = [value for name, value in pairs if name.value == key]
    return {
        _key(name, place): _source(text, value)
        for one in below
        for name, value in _expect_mapping(one, key, place).value
    }


def _source(text: str, node: Node) -> tuple[str, int]:
    """Cut a node out of its text, with the blanks before its first line where it is a block."""
    start = node.start_mark
    begin = start.index - (0 if getattr(node, "flow_style", True) else start.column)
    return text[begin : node.end_mark.index], start.line + 1


def _compose(text: str, place: _Place) -> Node:
    if len(text) > MAX_CHARACTERS:
        what = f"{len(text):,} characters is too long for a settings file"
        raise SettingsError(what, where=place.path, remedy=f"At most {MAX_CHARACTERS:,} are read")
    try:
        node = yaml.compose(text, Loader=_Plain)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + place.first_line
        problem = str(error.problem or error.context)
        remedy = WITHOUT_TABS if "'\\t'" in problem else QUOTED
        what, where = f"this is not YAML: {problem}", f"{place.path}:{line}"
        raise SettingsError(what, where=where, remedy=remedy) from error
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        raise SettingsError(f"this is not YAML: {error}", where=place.path) from error
    if node is None:
        start = yaml.Mark(place.path, 0, 0, 0, "", 0)
        return MappingNode("", [], start, start)
    return node


def _record(
    node: MappingNode,
    kind: type[T],
    place: _Place,
    given: Mapping[str, object],
    beside: Collection[str] = (),
) -> T:
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    allowed = [name for name in fields if name not in given]
    values: dict[str, object] = dict(given)
    for key, value in node.value:
        name = _key(key, place)
        if name in beside:
            continue
        if name not in allowed:
            raise place.error(key, f"unknown key `{name}`", _nearest(name, allowed))
        if name in values:
            raise place.error(key, f"the key `{name}` stands twice", "Keep one of them")
        values[name] = _value(value, fields[name].type, name, place)
    missing = [name for name, field in fields.items() if field.required and name not in values]
    if missing:
        raise place.error(node, f"the key `{missing[0]}` is missing", "Add it")
    return kind(**values)


def _key(node: Node, place: _Place) -> str:
    if not isinstance(node, ScalarNode):
        raise place.error(node, "a key must be a word")
    return str(node.value)


def _nearest(name: str, allowed: list[str]) -> str:
    """Name the key, or the value, that was probably meant.

    >>> _nearest("tilte", ["title", "url"])
    'Did you mean `title`?'
    >>> _nearest("x", ["title", "url"])
    'Known: title, url'
    """
    close = nearest_key(name, allowed)
    return f"Did you mean `{close}`?" if close else f"Known: {', '.join(allowed)}"


def nearest_key(name: str, allowed: Sequence[str]) -> str | None:
    """Give the key that another is most likely a misspelling of; None where it is like none.

    >>> nearest_key("Tilte", ["title", "url"]), nearest_key("rating", ["title", "url"])
    ('title', None)
    """
    from difflib import get_close_matches  # noqa: PLC0415  a build seldom has need of it

    return next(iter(get_close_matches(name.casefold(), allowed, 1, LIKENESS)), None)


def _value(node: Node, kind: Any, name: str, place: _Place) -> object:  # noqa: ANN401 (a type hint)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        value = _value(node, arguments[0], name, place)
        return _at_least(arguments[1].ge, value, name, node, place)
    if origin in (Union, UnionType):
        (kind,) = (argument for argument in arguments if argument is not NoneType)
        return None if _is_null(node) else _value(node, kind, name, place)
    if origin in _COLLECTIONS:
        return _COLLECTIONS[origin](node, arguments, name, place)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _record(_expect_mapping(node, name, place), kind, place, {})
    if not isinstance(node, ScalarNode):
        raise place.error(node, f"`{name}` must be a single value")
    return _SCALARS[origin or kind](node, arguments, name, place)


def _at_least(least: Any, value: Any, name: str, node: Node, place: _Place) -> object:  # noqa: ANN401
    if least is not None and value < least:
        raise place.error(node, f"`{name}` is {value}", f"Write {least} or more")
    return value


def _expect_mapping(node: Node, name: str, place: _Place) -> MappingNode:
    if not isinstance(node, MappingNode):
        raise place.error(node, f"`{name}` must hold `key: value` lines")
    return node


def _is_null(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.style is None and node.value in ("", "~", "null")


def _sequence(node: Node, kinds: _Kinds, name: str, place: _Place) -> tuple[object, ...]:
    """Read a list; a single value is a list of one."""
    if isinstance(node, ScalarNode) and not _is_null(node):
        return (_value(node, kinds[0], name, place),)
    if not isinstance(node, SequenceNode):
        raise place.error(node, f"`{name}` must be a list", "Write each item on a line after `- `")
    return tuple(_value(item, kinds[0], name, place) for item in node.value)


def _mapping(node: Node, kinds: _Kinds, name: str, place: _Place) -> dict[object, object]:
    values: dict[object, object] = {}
    for key_node, value in _expect_mapping(node, name, place).value:
        key = _value(key_node, kinds[0], name, place)
        if key in values:
            raise place.error(key_node, f"`{name}` names {key} twice", "Keep one of them")
        values[key] = _value(value, kinds[1], name, place)
    return values


def _choice(node: ScalarNode, choices: _Kinds, name: str, place: _Place) -> str:
    if node.value not in choices:
        what = f"`{name}` cannot be `{node.value}`"
        raise place.error(node, what, _nearest(node.value, list(choices)))
    return str(node.value)


def _text(node: ScalarNode, _kinds: _Kinds, _name: str, _place: _Place) -> str:
    return "" if _is_null(node) else _HALF.sub("\ufffd", node.value)


def _whole_number(node: ScalarNode, _kinds: _Kinds, name: str, place: _Place) -> int:
    try:
        number = int(node.value)
    except ValueError:
        raise place.error(node, f"`{name}` must be a whole number, not `{node.value}`") from None
    if abs(number) > LARGEST:
        raise place.error(node, f"`{name}` is too large", f"At most {LARGEST:,} is read")
    return number


def _yes_or_no(node: ScalarNode, _kinds: _Kinds, name: str, place: _Place) -> bool:
    word = node.value.casefold()
    if word not in TRUE | FALSE:
        raise place.error(node, f"`{name}` must be true or false, not `{node.value}`")
    return word in TRUE


_COLLECTIONS: dict[object, Callable[[Node, _Kinds, str, _Place], object]] = {
    tuple: _sequence,
    dict: _mapping,
}
_SCALARS: dict[object, Callable[[ScalarNode, _Kinds, str, _Place], object]] = {
    Literal: _choice,
    str: _text,
    int: _whole_number,
    bool: _yes_or_no,
}
