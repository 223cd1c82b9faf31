"""Which files of a folder are raw texts, and what stands beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsarchive.errors import SettingsError
from newsarchive.incremental.sources import snapshot_of_folder
from newsarchive.readings.inputs import SeenInput, content_of, inputs_among, places_of
from samples import put


def inputs(folder: Path) -> list[SeenInput]:
    return [*inputs_among(snapshot_of_folder(folder), str(folder), "articles").values()]


def test_a_correction_belongs_to_its_text_and_one_alone_is_left_to_be_reported(
    tmp_path: Path,
) -> None:
    put(tmp_path, {"a.txt": "A", "a.yaml": "why: So.\n", "b.yaml": "why: Nothing.\n", "c.txt": "C"})
    found = {
        file.name: [Path(place).name for place in places_of(file)] for file in inputs(tmp_path)
    }
    assert found == {
        "articles/a.txt": ["a.txt", "a.yaml"],
        "articles/b.yaml": ["b.yaml"],
        "articles/c.txt": ["c.txt"],
    }


def test_what_a_browser_saved_with_a_page_is_no_input(tmp_path: Path) -> None:
    put(tmp_path, {"a/b.html": "B", "a/b_files/c/d.html": "D", "c_files/e.txt": "E"})
    assert [file.name for file in inputs(tmp_path)] == [
        "articles/a/b.html",
        "articles/c_files/e.txt",
    ]


def test_what_speaks_for_a_folder_belongs_to_all_texts_below_it(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "a.txt": "A",
            "x/_folder.yaml": "why: So.\n",
            "x/b.txt": "B",
            "x/b.yaml": "why: So.\n",
            "x/y/c.txt": "C",
            "x/z/_folder.yaml": "why: So.\n",
            "x/z/d.txt": "D",
            "void/_folder.yaml": "why: Nothing.\n",
        },
    )
    found = {
        file.key: [Path(place).relative_to(tmp_path).as_posix() for place in places_of(file)]
        for file in inputs(tmp_path)
    }
    assert found == {
        "a.txt": ["a.txt"],
        "void/_folder.yaml": ["void/_folder.yaml"],
        "x/b.txt": ["x/b.txt", "x/b.yaml", "x/_folder.yaml"],
        "x/y/c.txt": ["x/y/c.txt", "x/_folder.yaml"],
        "x/z/d.txt": ["x/z/d.txt", "x/z/_folder.yaml"],
    }


def test_a_row_of_a_folders_table_concerns_its_text_alone(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": "A", "b.txt": "B", "_folder.csv": "file,title\na.txt,A\nb.txt,B\n"})
    before = [content_of(file) for file in inputs(tmp_path)]
    put(tmp_path, {"_folder.csv": "file,title\na.txt,A\nb.txt,Another\n"})
    after = [content_of(file) for file in inputs(tmp_path)]
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, False]


def test_a_page_of_a_sites_copy_is_corrected_by_its_whole_name(tmp_path: Path) -> None:
    put(tmp_path, {"a.php?id=1": "A", "a.php?id=1.yaml": "why: So.\n", "a.php?id=2": "B"})
    found = [[Path(place).name for place in places_of(file)] for file in inputs(tmp_path)]
    assert found == [["a.php?id=1", "a.php?id=1.yaml"], ["a.php?id=2"]]


def test_a_folder_that_is_missing_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        inputs(tmp_path / "nowhere")
