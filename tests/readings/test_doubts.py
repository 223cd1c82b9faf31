"""What is doubted of articles that were read."""

from pathlib import Path

from newsarchive.loading.folder import Input, load_file
from newsarchive.model import Document, Problem
from newsarchive.readings.doubts import doubts_about
from newsarchive.readings.once import read
from samples import HARBOUR, put


def told(folder: Path, name: str) -> list[Problem]:
    loaded = load_file(Input(str(folder / name), f"texts/{name}"))
    return list(doubts_about(read([one for one in loaded if isinstance(one, Document)])))


def test_a_line_that_a_correction_labels_and_the_text_has_not_is_told(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": HARBOUR, "a.yaml": "why: So.\nlabels: {1: title, 99: body}\n"})
    (problem,) = told(tmp_path, "a.txt")
    assert (problem.path, problem.line, problem.fate) == ("texts/a.yaml", 2, "doubtful")
    assert problem.what == "it labels line 99, which is blank or is not there"


def test_of_several_records_one_may_have_the_line(tmp_path: Path) -> None:
    text = "The harbour opened on Monday, said the mayor."
    rows = f'{{"text": "{text}"}}\n{{"text": "{text}\\n\\n{text}"}}\n'
    put(tmp_path, {"a.jsonl": rows, "a.yaml": "why: So.\nlabels: {3: body}\n"})
    assert told(tmp_path, "a.jsonl") == []


def test_a_text_without_an_article_is_told(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": "Test", "b.jsonl": '{"text": "Menu"}\n'})
    of_text, of_record = (*told(tmp_path, "a.txt"), *told(tmp_path, "b.jsonl"))
    assert of_text.what == "no line was taken for an article's text"
    assert of_record.what == "in record 1 no line was taken for an article's text"
    assert (of_text.fate, of_record.fate) == ("doubtful", "doubtful")
