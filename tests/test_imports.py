"""Imports point down only, so that each package can be read with what it draws on, and no more."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from samples import PROJECT

SOURCE = PROJECT / "src" / "newsarchive"
DRAWN_ON = frozenset(
    "artifacts body citing edtf errors filesystem incremental model names patterns rights running "
    "settings spelling wording".split()
)
"""What the stages draw on, and knows none of them (`docs/architecture.md`)."""
STAGES = frozenset(
    "archive cleaning describing explanations exporting finding loading naming output pages "
    "planning preserving readings rendering searching".split()
)
COMMANDS = frozenset(
    "__init__ __main__ build building cli commands explain export messages new publish serve "
    "serving".split()
)


@pytest.fixture(scope="module")
def graph() -> Mapping[str, set[str]]:
    """Give package, or module beside them → those that it imports from."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for file in SOURCE.rglob("*.py"):
        own = file.relative_to(SOURCE).parts[0].removesuffix(".py")
        found[own] |= set(drawn_on(file)) - {own, "__version__"}
    return found


def drawn_on(file: Path) -> Iterator[str]:
    """Name the packages of newsarchive, or modules beside them, that a file imports from."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            package, *below = node.module.split(".")
            if package == "newsarchive":
                yield from below[:1] or [name.name for name in node.names]


def test_no_package_draws_on_one_that_draws_on_it(graph: Mapping[str, set[str]]) -> None:
    assert list(TopologicalSorter(graph).static_order())


def test_no_stage_knows_a_command_and_what_stages_draw_on_knows_no_stage(
    graph: Mapping[str, set[str]],
) -> None:
    assert graph.keys() == DRAWN_ON | STAGES | COMMANDS
    above = {
        **dict.fromkeys(DRAWN_ON, STAGES | COMMANDS),
        **dict.fromkeys(STAGES, COMMANDS),
    }
    up = {name: graph[name] & above.get(name, frozenset()) for name in graph}
    assert {name: drawn for name, drawn in up.items() if drawn} == {}
