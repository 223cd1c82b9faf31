"""What a terminal is told by several commands: problems, each on a line, and where texts belong."""

# ruff: noqa: T201  (the terminal is told)

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsarchive.spelling.plain import for_terminal

if TYPE_CHECKING:
    from newsarchive.model import Problem


MANY = 5
"""Files of one kind that are told one by one; of more the first, and how many there are."""


def print_alike(problems: Iterable[Problem], where: str) -> None:
    """Print problems as `print_problems` does, but those of many files in the same words once.

    Args:
        problems: in the order of their files.
        where: all of them are named.
    """
    from msgspec.structs import replace  # noqa: PLC0415  a build without problems needs none

    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault((problem.what, problem.remedy), []).append(problem)
    for alike in kinds.values():
        if len(alike) > MANY:
            others = f"{alike[0].path} and {len(alike) - 1:,} more files, all named in {where}"
            print_problems([replace(alike[0], path=others, line=None)])
        else:
            print_problems(alike)


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
