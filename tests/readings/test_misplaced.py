"""Corrections of lines that are not there."""

from pathlib import Path

from newsarchive.loading.folder import load_file
from newsarchive.model import Document, Problem
from newsarchive.reading import read
from newsarchive.readings.misplaced import misplaced
from samples import put


def told(folder: Path, name: str) -> list[Problem]:
    loaded = load_file(folder / name, f"texts/{name}")
    return list(misplaced(read([one for one in loaded if isinstance(one, Document)])))


def test_a_line_that_a_correction_labels_and_the_text_has_not_is_told(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": "One.\n\nTwo.\n", "a.yaml": "why: So.\nlabels: {1: title, 9: body}\n"})
    (problem,) = told(tmp_path, "a.txt")
    assert (problem.path, problem.line, problem.fate) == ("texts/a.yaml", 2, "doubtful")
    assert problem.what == "it labels line 9, which is blank or is not there"


def test_of_several_records_one_may_have_the_line(tmp_path: Path) -> None:
    rows = '{"text": "One."}\n{"text": "One.\\nTwo."}\n'
    put(tmp_path, {"a.jsonl": rows, "a.yaml": "why: So.\nlabels: {2: body}\n"})
    assert told(tmp_path, "a.jsonl") == []
