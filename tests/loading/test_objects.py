import json
from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem

ONE = {"title": "Bridge", "text": "The bridge is closed."}
TWO = {"title": "Harbour", "text": "The harbour is open."}


def loaded(folder: Path, text: str) -> list[Document | Problem]:
    (folder / "a.json").write_text(text)
    return list(load(folder / "a.json", "a.json"))


@pytest.mark.parametrize(
    "written",
    [
        json.dumps([ONE, TWO]),
        json.dumps([ONE, TWO], indent=2),
        json.dumps({"status": "ok", "articles": [ONE, TWO]}),
        json.dumps({"response": {"total": 2, "tags": ["a"], "results": [ONE, TWO]}}, indent=1),
        f"{json.dumps(ONE)}\n{json.dumps(TWO)}\n",
    ],
)
def test_the_list_of_articles_is_found_wherever_it_stands(tmp_path: Path, written: str) -> None:
    first, second = loaded(tmp_path, written)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.record, first.text) == ("1", "The bridge is closed.")
    assert (second.record, second.statements[0].value) == ("2", "Harbour")


def test_one_object_is_one_article(tmp_path: Path) -> None:
    for text in (json.dumps(ONE), json.dumps(ONE, indent=2)):
        (document,) = loaded(tmp_path, text)
        assert isinstance(document, Document)
        assert document.text == "The bridge is closed."


@pytest.mark.parametrize(
    ("text", "what", "line"),
    [
        ('[{"text": "x"},\n {"text": }]', "it is not JSON: Expecting value", 2),
        ('{"title": "x", "views": 3}', "record 1 has no text, but title, views", None),
        ("[3]", "record 1 is no JSON object", None),
        ("[" * 100_000, "it is not JSON", None),
    ],
)
def test_what_holds_no_articles_is_told(
    tmp_path: Path, text: str, what: str, line: int | None
) -> None:
    (problem,) = loaded(tmp_path, text)
    assert isinstance(problem, Problem)
    assert problem.what.startswith(what)
    assert line is None or problem.line == line


def test_a_bad_record_costs_only_itself(tmp_path: Path) -> None:
    first, bad, third = loaded(tmp_path, json.dumps([ONE, "x", TWO]))
    assert isinstance(first, Document)
    assert isinstance(bad, Problem)
    assert isinstance(third, Document)
    assert third.record == "3"
