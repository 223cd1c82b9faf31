"""What is read again, and what is taken from the store."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newsarchive.incremental.sources import snapshot_of_folder
from newsarchive.incremental.store import open_store
from newsarchive.incremental.tables import BrokenStore
from newsarchive.readings.again import read_inputs
from newsarchive.readings.inputs import inputs_among
from newsarchive.readings.passes import Manner
from newsarchive.readings.records import FileResult, Lines, known_in
from newsarchive.readings.sharing import Taught
from samples import HARBOUR, put

MENU = "Home\nSubscribe to the Courier\n"
LATER = 10**19
"""A moment at which every file is settled."""


class Watched:
    """Reads an archive, and remembers which files were read."""

    def __init__(self, root: Path, files: dict[str, str]) -> None:
        self.root = root
        put(root / "articles", files)

    def __call__(self, manner: Manner | None = None, **options: Any) -> set[str]:
        read: set[str] = set()

        def watched(function: Callable[[Any], Any], inputs: Iterable[Any]) -> Iterator[Any]:
            for given in inputs:
                read.update(one.file.key for one in given if isinstance(one, Taught))
                yield function(given)

        seen = snapshot_of_folder(self.root / "articles")
        inputs = inputs_among(seen, str(self.root / "articles"), "articles")
        with open_store(self.root, "code") as store:
            readings = read_inputs(
                inputs, manner or Manner(), store, at=LATER, **{"map_": watched, **options}
            )
            self.readings: list[FileResult] = [told for _, told in readings.results]
        return read


def page(number: int) -> str:
    return f"{MENU}\nStory {number}\n\n{HARBOUR.replace('two', str(number))}"


@pytest.fixture
def archive(tmp_path: Path) -> Watched:
    return Watched(tmp_path, {"a.txt": page(1), "b.txt": page(2), "c.txt": "Alone\n\nIt is so.\n"})


def test_all_is_read_once_and_nothing_again(archive: Watched) -> None:
    assert archive() == {"a.txt", "b.txt", "c.txt"}
    assert archive() == set()
    assert [one.entry.title for r in archive.readings for one in r.articles][2] == "Alone"


def test_a_file_that_was_only_touched_is_not_read(archive: Watched) -> None:
    archive()
    os.utime(archive.root / "articles" / "a.txt", (1, 1))
    assert archive() == set()


def test_a_file_of_other_bytes_is(archive: Watched) -> None:
    archive()
    put(archive.root / "articles", {"c.txt": "Alone\n\nIt is otherwise.\n"})
    assert archive() == {"c.txt"}


def test_a_correction_is_part_of_its_file(archive: Watched) -> None:
    archive()
    put(archive.root / "articles", {"c.yaml": "why: So.\ntitle: Not alone\n"})
    assert archive() == {"c.txt"}
    assert archive.readings[2].articles[0].entry.title == "Not alone"


def test_a_new_file_is_read_with_those_whose_lines_it_makes_stand_in_more(
    archive: Watched,
) -> None:
    archive()
    put(archive.root / "articles", {"d.txt": "Nothing\n\nThat others say.\n"})
    assert archive() == {"d.txt"}
    put(archive.root / "articles", {"e.txt": f"{MENU}\nAnother\n\nWith the menu of two.\n"})
    assert archive() == {"a.txt", "b.txt", "e.txt"}


def test_a_count_that_stays_on_its_step_costs_no_reading(archive: Watched) -> None:
    put(
        archive.root / "articles", {f"m{n}.txt": f"{MENU}\nMenu {n}\n\nOf {n}.\n" for n in range(3)}
    )
    archive()  # the menu stands in four other files
    put(archive.root / "articles", {"z.txt": f"{MENU}\nOne more\n\nWith a menu.\n"})
    assert archive() == {"z.txt"}  # in five, which is the same step


def test_a_file_that_goes_is_forgotten_and_told_by_the_lines_it_shared(archive: Watched) -> None:
    archive()
    (archive.root / "articles" / "a.txt").unlink()
    assert archive() == {"b.txt"}
    assert len(archive.readings) == 2


def test_another_manner_reads_all_again(archive: Watched) -> None:
    archive()
    assert archive(Manner(excerpt=3)) == {"a.txt", "b.txt", "c.txt"}


def test_what_an_interruption_left_is_read_the_next_time(archive: Watched) -> None:
    archive()
    put(archive.root / "articles", {"e.txt": f"{MENU}\nAnother\n\nWith the menu of two.\n"})

    def interrupted(what: str, items: Iterable[Any]) -> Iterator[Any]:
        yield next(iter(items))
        raise KeyboardInterrupt(what)

    with pytest.raises(KeyboardInterrupt):
        archive(progress=interrupted)
    assert archive() == {"a.txt", "b.txt", "e.txt"}


def test_a_file_written_between_the_two_passes_is_read_again(archive: Watched) -> None:
    def meddling(function: Callable[[Any], Any], inputs: Iterable[Any]) -> Iterator[Any]:
        for given in inputs:
            if isinstance(given, tuple):
                put(archive.root / "articles", {"c.txt": "Alone\n\nAnd written in between.\n"})
            yield function(given)

    archive(map_=meddling)
    assert archive() == {"c.txt"}
    assert archive() == set()


def test_lines_that_a_file_had_at_another_time_are_not_believed(archive: Watched) -> None:
    archive()
    with open_store(archive.root, "code") as store:
        known = known_in(store)
        before = known.lines.get("a.txt")
        assert before
        known.lines.put("a.txt", Lines(b"another content", before.documents, before.fingerprints))
        known.commit()
    put(archive.root / "articles", {"d.txt": page(4)})  # so that all lines are counted again
    with pytest.raises(BrokenStore, match=r"other lines of a\.txt"):
        archive()
