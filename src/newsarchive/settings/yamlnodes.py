"""YAML taken apart into nodes that know their lines, and no further.

PyYAML is imported when there is such a text to read: an edit of an article seldom has one.
"""

# ruff: noqa: PLC0415  (see above)

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeGuard

import msgspec

from newsarchive.errors import SettingsError

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

MAX_CHARACTERS = 200_000
"""A longer file is no settings file; PyYAML would take seconds over it."""

_HALF = re.compile("[\0\ud800-\udfff]")
"""What YAML can spell (`"\\ud800"`, `"\\0"`) and no encoding or no path can hold."""
QUOTED = (
    "Put a value that holds signs, such as `: `, between quotation marks, and close them; "
    "begin keys that belong together in one column"
)
WITHOUT_TABS = "Write blanks in place of the tab"
KEY_AND_VALUE = "Write each key with its value on a line of its own, such as `title: The harbour`"


class YamlPlace(msgspec.Struct, frozen=True):
    """Where in which file a value stands; makes the errors."""

    path: str
    first_line: int

    def error(self, node: Node, what: str, remedy: str = "") -> SettingsError:
        """Make the error of what stands at a node."""
        line = node.start_mark.line + self.first_line
        return SettingsError(what, where=f"{self.path}:{line}", remedy=remedy)


def key_lines(text: str, *, path: str, first_line: int = 1) -> dict[str, int]:
    """Give the line of each top-level key: `{"title": 1, "why": 2}`.

    Raises:
        SettingsError: the text is no YAML.
    """
    node = compose(text, YamlPlace(path, first_line))
    if not is_mapping(node):
        return {}
    return {str(key.value): key.start_mark.line + first_line for key, _ in node.value}


def sections(text: str, key: str, *, path: str) -> dict[str, tuple[str, int]]:
    r"""Give the YAML of each key below a top-level one, and the line that it begins on, 1-based.

    >>> sections("records:\n  3:\n    title: A\n", "records", path="a.yaml")
    {'3': ('    title: A\n', 3)}

    Raises:
        SettingsError: the text is no YAML, or no keys stand below.
    """
    place = YamlPlace(path, 1)
    node = compose(text, place)
    pairs = node.value if is_mapping(node) else []
    below = [value for name, value in pairs if name.value == key]
    return {
        key_of(name, place): _source(text, value)
        for one in below
        for name, value in expect_mapping(one, key, place).value
    }


def _source(text: str, node: Node) -> tuple[str, int]:
    """Cut a node out of its text, with the blanks before its first line where it is a block."""
    start = node.start_mark
    begin = start.index - (0 if getattr(node, "flow_style", True) else start.column)
    return text[begin : node.end_mark.index], start.line + 1


def compose(text: str, place: YamlPlace) -> Node:
    """Take a text apart; an empty one holds no keys.

    Raises:
        SettingsError: it is no YAML, is too long, or has what is refused.
    """
    if len(text) > MAX_CHARACTERS:
        what = f"{len(text):,} characters is too long for a settings file"
        raise SettingsError(what, where=place.path, remedy=f"At most {MAX_CHARACTERS:,} are read")
    import yaml

    from newsarchive.settings.yamlloader import Plain

    try:
        node = yaml.compose(text, Loader=Plain)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        raise _no_yaml(error, text, place) from error
    if node is None:
        start = yaml.Mark(place.path, 0, 0, 0, "", 0)
        return yaml.MappingNode("", [], start, start)
    return node


def _no_yaml(error: Exception, text: str, place: YamlPlace) -> SettingsError:
    """Say where a text is no YAML, and what to do about it."""
    import yaml

    line, problem, remedy = None, str(error), ""
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        line = mark.line if mark else 0
        problem = str(error.problem or error.context)
        remedy = WITHOUT_TABS if "'\\t'" in problem else QUOTED
    elif isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position)
        problem = f"it cannot hold the character U+{int(error.character):04X}"
        remedy = "Take it out of the line"
    where = place.path if line is None else f"{place.path}:{line + place.first_line}"
    return SettingsError(f"this is not YAML: {problem}", where=where, remedy=remedy)


def is_scalar(node: Node) -> TypeGuard[ScalarNode]:
    """Whether a node is a single value."""
    from yaml.nodes import ScalarNode

    return isinstance(node, ScalarNode)


def is_sequence(node: Node) -> TypeGuard[SequenceNode]:
    """Whether a node is a list."""
    from yaml.nodes import SequenceNode

    return isinstance(node, SequenceNode)


def is_mapping(node: Node) -> TypeGuard[MappingNode]:
    """Whether a node holds keys."""
    from yaml.nodes import MappingNode

    return isinstance(node, MappingNode)


def is_null(node: Node) -> bool:
    """Whether nothing is written where a value could be."""
    return is_scalar(node) and node.style is None and node.value in ("", "~", "null")


def text_of(node: ScalarNode) -> str:
    """Give a value's words; none where nothing is written."""
    return "" if is_null(node) else _HALF.sub("\ufffd", node.value)


def key_of(node: Node, place: YamlPlace) -> str:
    """Give the word that a key is.

    Raises:
        SettingsError: it is none.
    """
    if not is_scalar(node):
        raise place.error(node, "a key must be a word", KEY_AND_VALUE)
    return str(node.value)


def expect_mapping(node: Node, name: str, place: YamlPlace) -> MappingNode:
    """Give a node that holds keys.

    Raises:
        SettingsError: it holds none.
    """
    if not is_mapping(node):
        remedy = "Write them below it, further in by two blanks"
        raise place.error(node, f"`{name}` must hold `key: value` lines", remedy)
    return node
