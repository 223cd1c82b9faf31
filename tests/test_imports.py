"""Imports point down only, so that each package can be read with what it draws on, and no more."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

from samples import PROJECT

SOURCE = PROJECT / "src" / "newsarchive"


def drawn_on(file: Path) -> Iterator[str]:
    """Name the packages of newsarchive, or modules beside them, that a file imports from."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            package, *below = node.module.split(".")
            if package == "newsarchive":
                yield from below[:1] or [name.name for name in node.names]


def test_no_package_draws_on_one_that_draws_on_it() -> None:
    graph: defaultdict[str, set[str]] = defaultdict(set)
    for file in SOURCE.rglob("*.py"):
        own = file.relative_to(SOURCE).parts[0].removesuffix(".py")
        graph[own] |= set(drawn_on(file)) - {own}
    order = list(TopologicalSorter(graph).static_order())
    assert order.index("model") < order.index("pages") < order.index("build") < order.index("cli")
