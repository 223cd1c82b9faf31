"""What a terminal is told: problems, each on a line, and numbers with their nouns."""

# ruff: noqa: T201  (the terminal is told)

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsarchive.spelling.plain import for_terminal

if TYPE_CHECKING:
    from newsarchive.model import Problem


def counted(number: int, word: str) -> str:
    """Give a number of things in words.

    >>> counted(1, "problem"), counted(1_200, "file")
    ('1 problem', '1,200 files')
    """
    return f"{number:,} {word}{'s' * (number != 1)}"


def print_problems(problems: Iterable[Problem]) -> None:
    """Print each problem on a line of its own: where, what, what to do."""
    for problem in problems:
        place = f"{problem.path}:{problem.line}" if problem.line else problem.path
        said = (
            f"{place}: {problem.what}. {problem.remedy}{'' if problem.remedy[-1:] in '.?' else '.'}"
        )
        print(for_terminal(said), file=sys.stderr, flush=True)
