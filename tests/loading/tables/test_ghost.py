"""Exports of Ghost: posts whose authors and topics stand in tables of their own."""

import json
from pathlib import Path
from typing import Any

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem

TEXT = "<p>The harbour bridge will close.</p>"
DATA: dict[str, Any] = {
    "posts": [
        {
            "id": "1",
            "title": "Bridge to close",
            "html": TEXT,
            "plaintext": "x",
            "status": "published",
            "created_at": "2021-07-18T08:00:00.000Z",
            "published_at": "2021-07-19T08:00:00.000Z",
        },
        {"id": "2", "title": "Ferries", "html": TEXT, "status": "draft", "published_at": None},
        {"id": "3", "title": "Piers", "html": None, "plaintext": None, "status": "published"},
    ],
    "users": [{"id": 7, "name": "Jane Roe"}, {"id": 8, "name": "Bo Li"}],
    "posts_authors": [
        {"post_id": "1", "author_id": 8, "sort_order": 1},
        {"post_id": "1", "author_id": 7, "sort_order": 0},
    ],
    "tags": [{"id": "t", "name": "Traffic"}, {"id": "u", "name": "#imported"}],
    "posts_tags": [{"post_id": "1", "tag_id": "t"}, {"post_id": "1", "tag_id": "u"}],
    "settings": [{"key": "title", "value": "The Port Courier"}],
}


def loaded(folder: Path, value: object) -> list[Document | Problem]:
    (folder / "ghost.json").write_text(json.dumps(value), encoding="utf-8")
    return list(load(folder / "ghost.json", "ghost.json"))


def test_a_post_has_its_authors_its_topics_and_the_papers_name(tmp_path: Path) -> None:
    post, drafts, empty = loaded(tmp_path, {"db": [{"meta": {}, "data": DATA}]})
    assert isinstance(post, Document)
    assert post.text.endswith("The harbour bridge will close.")
    assert [(said.field, said.value) for said in post.statements] == [
        ("title", "Bridge to close"),
        ("source", "The Port Courier"),
        ("date", "2021-07-19"),
        ("authors", "Jane Roe"),
        ("authors", "Bo Li"),
        ("section", "Traffic"),
    ]
    told = [one for one in (drafts, empty) if isinstance(one, Problem)]
    assert {one.what: one.inputs for one in told} == {
        "posts that readers could not see: 1 of 3": 1,
        "record 2 has nothing in its column html": 1,
    }


@pytest.mark.parametrize(
    "value",
    [
        {"db": [{"data": {"posts": 7, "users": [7], "posts_authors": [{"author_id": []}]}}]},
        {"db": [{"data": []}, 7]},
        {"db": {}},
    ],
)
def test_a_broken_export_is_told_as_any_json_without_a_text(tmp_path: Path, value: object) -> None:
    (problem,) = loaded(tmp_path, value)
    assert isinstance(problem, Problem)
    assert problem.what.startswith("record 1 has no text")
