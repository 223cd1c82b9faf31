import json
from hashlib import sha256
from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem, Statement


def loaded(folder: Path, name: str, raw: str | bytes, **columns: str) -> list[Document | Problem]:
    (folder / name).write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return list(load(folder / name, name, columns))


def test_each_line_of_json_is_an_article(tmp_path: Path) -> None:
    row = {
        "headline": "Bridge reopens",
        "publication": {"name": "The Example Post"},
        "pub_date": "2021-07-19T08:00:00",
        "authors": ["Ann Ode", "Bo Li"],
        "content": "First line.\n\nSecond line.",
        "web_url": "https://post.example/1",
    }
    raw = json.dumps(row)
    first, second = loaded(tmp_path, "a.jsonl", f'{raw}\n\n{{"text": "Only text."}}\n')
    assert first == Document(
        path="a.jsonl",
        sha256=sha256(f"{raw}\n".encode()).hexdigest(),
        encoding="utf-8",
        text="First line.\n\nSecond line.",
        record="1",
        statements=(
            Statement(
                "title", "Bridge reopens", "column", "Bridge reopens", where="column headline"
            ),
            Statement(
                "source", "The Example Post", "column", "The Example Post",
                where="column publication",
            ),
            Statement(
                "date", "2021-07-19", "column", "2021-07-19T08:00:00", where="column pub_date"
            ),
            Statement("authors", "Ann Ode", "column", "Ann Ode", where="column authors"),
            Statement("authors", "Bo Li", "column", "Bo Li", where="column authors"),
            Statement(
                "url", "https://post.example/1", "column", "https://post.example/1",
                where="column web_url",
            ),
        ),
    )  # fmt: skip
    assert isinstance(second, Document)
    assert (second.record, second.text) == ("3", "Only text.")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{no json", "the line is not JSON"),
        ("[1]", "the line is no JSON object"),
        ('{"title": "x"}', "record 2 has no text"),
        ("[" * 100_000, "the line is not JSON"),
    ],
)
def test_a_bad_line_costs_only_itself(tmp_path: Path, line: str, what: str) -> None:
    good = '{"text": "Good."}'
    first, bad, third = loaded(tmp_path, "a.ndjson", f"{good}\n{line}\n{good}\n")
    assert isinstance(first, Document)
    assert isinstance(bad, Problem)
    assert (bad.line, bad.what[: len(what)]) == (2, what)
    assert isinstance(third, Document)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_is_read_with_its_own_separator(tmp_path: Path, separator: str) -> None:
    raw = f'\ufefftitle{separator}Body\n"One"{separator}"Line 1\nLine 2"\nTwo{separator}Text\n'
    first, second = loaded(tmp_path, "a.csv", raw)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.record, first.text) == ("1", "Line 1\nLine 2")
    assert first.sha256 == sha256(f'"One"{separator}"Line 1\nLine 2"\n'.encode()).hexdigest()
    assert second.statements == (Statement("title", "Two", "column", "Two", where="column title"),)


def test_the_caller_names_columns_in_any_language(tmp_path: Path) -> None:
    raw = "Überschrift;Inhalt\nDer Hafen;Der Text\n".encode("cp1252")
    (document,) = loaded(tmp_path, "a.csv", raw, Überschrift="title", Inhalt="text")
    assert isinstance(document, Document)
    assert (document.text, document.statements[0].value) == ("Der Text", "Der Hafen")


def test_a_column_of_html_is_read_as_pages(tmp_path: Path) -> None:
    raw = json.dumps({"html": "<article><h1>Title</h1><p>The text.</p></article>"})
    (document,) = loaded(tmp_path, "a.jsonl", raw)
    assert isinstance(document, Document)
    assert (document.text, document.elements[1].tag) == ("Title\nThe text.", "p")


def test_a_quotation_mark_that_never_closes_is_a_problem(tmp_path: Path) -> None:
    raw = 'title,text\nA,"' + ("x" * 999 + "\n") * 17_000
    assert [type(one) for one in loaded(tmp_path, "a.csv", raw)] == [Problem]
