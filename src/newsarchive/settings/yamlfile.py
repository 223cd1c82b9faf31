"""Reads YAML that people write into frozen records, with errors that name the file and the line.

`site.yaml`, corrections, publishers' profiles and front matter are all read here. Scalars are read
as the text that stands there and converted by the record's own types, so `no` stays a word where a
word is wanted and `1.10` keeps its nought. A key that stands twice is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    TypeVar,
    Union,
    get_args,
    get_origin,
)

import msgspec

from newsarchive.settings.yamlnodes import (
    KEY_AND_VALUE,
    YamlPlace,
    compose,
    expect_mapping,
    is_mapping,
    is_null,
    is_scalar,
    is_sequence,
    key_of,
    text_of,
)

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node, ScalarNode

T = TypeVar("T", bound=msgspec.Struct)
_Kinds = tuple[Any, ...]
"""The arguments of a type hint: `(str,)` of `tuple[str, ...]`."""

LIKENESS = 0.65
"""From which on a key is taken for another's misspelling: `headline` is none of `dateline`."""
TRUE, FALSE = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})


LARGEST = 1_000_000_000
"""No number of settings is larger, and none of the system's limits is as small."""


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
    place = YamlPlace(path, first_line)
    node = compose(text, place)
    if not is_mapping(node):
        raise place.error(node, "expected `key: value` lines", KEY_AND_VALUE)
    return _record(node, kind, place, given or {}, beside)


def _record(
    node: MappingNode,
    kind: type[T],
    place: YamlPlace,
    given: Mapping[str, object],
    beside: Collection[str] = (),
) -> T:
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    allowed = [name for name in fields if name not in given]
    values: dict[str, object] = dict(given)
    for key, value in node.value:
        name = key_of(key, place)
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


def _nearest(name: str, allowed: list[str]) -> str:
    """Name the key, or the value, that was probably meant.

    >>> _nearest("tilte", ["title", "url"])
    'Did you mean `title`?'
    >>> _nearest("x", ["title", "url"])
    'Known: title, url'
    """
    close = nearest_key(name, allowed)
    return f"Did you mean `{close}`?" if close else f"Known: {', '.join(allowed)}"


def nearest_key(name: str, allowed: Sequence[str], likeness: float = LIKENESS) -> str | None:
    """Give the key that another is most likely a misspelling of; None where it is like none.

    Args:
        name: the key.
        allowed: those that it may be.
        likeness: how like one it must be, from 0 to 1.

    >>> nearest_key("Tilte", ["title", "url"]), nearest_key("rating", ["title", "url"])
    ('title', None)
    """
    from difflib import get_close_matches  # noqa: PLC0415  a build seldom has need of it

    return next(iter(get_close_matches(name.casefold(), allowed, 1, likeness)), None)


def _value(node: Node, kind: Any, name: str, place: YamlPlace) -> object:  # noqa: ANN401 (a type hint)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        value = _value(node, arguments[0], name, place)
        return _at_least(arguments[1].ge, value, name, node, place)
    if origin in (Union, UnionType):
        (kind,) = (argument for argument in arguments if argument is not NoneType)
        return None if is_null(node) else _value(node, kind, name, place)
    if origin in _COLLECTIONS:
        return _COLLECTIONS[origin](node, arguments, name, place)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _record(expect_mapping(node, name, place), kind, place, {})
    if not is_scalar(node):
        remedy = f"Write it behind `{name}:`, between quotation marks if it holds signs"
        raise place.error(node, f"`{name}` must be a single value", remedy)
    return _SCALARS[origin or kind](node, arguments, name, place)


def _at_least(least: Any, value: Any, name: str, node: Node, place: YamlPlace) -> object:  # noqa: ANN401
    if least is not None and value < least:
        raise place.error(node, f"`{name}` is {value}", f"Write {least} or more")
    return value


def _sequence(node: Node, kinds: _Kinds, name: str, place: YamlPlace) -> tuple[object, ...]:
    """Read a list; a single value is a list of one."""
    if is_scalar(node) and not is_null(node):
        return (_value(node, kinds[0], name, place),)
    if not is_sequence(node):
        raise place.error(node, f"`{name}` must be a list", "Write each item on a line after `- `")
    return tuple(_value(item, kinds[0], name, place) for item in node.value)


def _mapping(node: Node, kinds: _Kinds, name: str, place: YamlPlace) -> dict[object, object]:
    values: dict[object, object] = {}
    for key_node, value in expect_mapping(node, name, place).value:
        key = _value(key_node, kinds[0], name, place)
        if key in values:
            raise place.error(key_node, f"`{name}` names {key} twice", "Keep one of them")
        values[key] = _value(value, kinds[1], name, place)
    return values


def _choice(node: ScalarNode, choices: _Kinds, name: str, place: YamlPlace) -> str:
    if node.value not in choices:
        what = f"`{name}` cannot be `{node.value}`"
        raise place.error(node, what, _nearest(node.value, list(choices)))
    return str(node.value)


def _text(node: ScalarNode, _kinds: _Kinds, _name: str, _place: YamlPlace) -> str:
    return text_of(node)


def _whole_number(node: ScalarNode, _kinds: _Kinds, name: str, place: YamlPlace) -> int:
    try:
        number = int(node.value)
    except ValueError:
        what = f"`{name}` must be a whole number, not `{node.value}`"
        raise place.error(node, what, "Write it in figures, such as 80") from None
    if abs(number) > LARGEST:
        raise place.error(node, f"`{name}` is too large", f"At most {LARGEST:,} is read")
    return number


def _yes_or_no(node: ScalarNode, _kinds: _Kinds, name: str, place: YamlPlace) -> bool:
    word = node.value.casefold()
    if word not in TRUE | FALSE:
        raise place.error(node, f"`{name}` must be true or false, not `{node.value}`")
    return word in TRUE


_COLLECTIONS: dict[object, Callable[[Node, _Kinds, str, YamlPlace], object]] = {
    tuple: _sequence,
    dict: _mapping,
}
_SCALARS: dict[object, Callable[[ScalarNode, _Kinds, str, YamlPlace], object]] = {
    Literal: _choice,
    str: _text,
    int: _whole_number,
    bool: _yes_or_no,
}
