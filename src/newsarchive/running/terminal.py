"""What a terminal is told by several commands: problems, each on a line, and where texts belong."""

# ruff: noqa: T201  (the terminal is told)

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsarchive.spelling.plain import for_terminal

if TYPE_CHECKING:
    from newsarchive.model import Problem


def print_problems(problems: Iterable[Problem]) -> None:
    """Print each problem on a line of its own: where, what, what to do."""
    for problem in problems:
        place = f"{problem.path}:{problem.line}" if problem.line else problem.path
        said = (
            f"{place}: {problem.what}. {problem.remedy}{'' if problem.remedy[-1:] in '.?' else '.'}"
        )
        print(for_terminal(said), file=sys.stderr, flush=True)


def print_where_texts_belong(folder: str) -> None:
    """Print where an archive that has no text yet wants them."""
    print(f"There is no text yet. Copy yours into {for_terminal(folder)}/", flush=True)
