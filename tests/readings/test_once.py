"""Files are read together, each loaded no more often than it must be."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from newsarchive.loading.folder import Input
from newsarchive.model import Article, Problem
from newsarchive.readings import once
from newsarchive.readings.once import read_files

A = TypeVar("A")
B = TypeVar("B")
TEXT = "Harbour bridge to close\n\nThe council voted on Tuesday to close the bridge for weeks.\n"


def titles_where_files_go_after_the_first_pass(folder: Path) -> list[str | Problem | None]:
    file = folder / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    passes = 0

    def map_(function: Callable[[A], B], inputs: Iterable[A]) -> Iterator[B]:
        nonlocal passes
        passes += 1
        if passes > 1:
            file.unlink()
        yield from map(function, inputs)

    def title(article: Article, _seconds: float) -> str | None:
        return article.title.value

    inputs: Sequence[Input] = [Input(str(file), file.name)]
    return list(read_files(inputs, make=title, map_=map_))


def test_what_the_first_pass_loaded_is_not_loaded_again(tmp_path: Path) -> None:
    assert titles_where_files_go_after_the_first_pass(tmp_path) == ["Harbour bridge to close"]


def test_what_there_is_no_room_for_is_loaded_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(once, "ROOM", len(TEXT) - 1)
    (problem,) = titles_where_files_go_after_the_first_pass(tmp_path)
    assert isinstance(problem, Problem)
