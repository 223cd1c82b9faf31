import json
from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem
from newsarchive.settings.columns import Columns

ONE = {"title": "Bridge", "text": "The bridge is closed."}
TWO = {"title": "Harbour", "text": "The harbour is open."}


def loaded(folder: Path, text: str) -> list[Document | Problem]:
    (folder / "a.json").write_text(text)
    return list(load(folder / "a.json", "a.json"))


def stated(document: Document) -> dict[str, str]:
    return {said.field: said.value for said in document.statements}


@pytest.mark.parametrize(
    "written",
    [
        json.dumps([ONE, TWO]),
        json.dumps([ONE, TWO], indent=2),
        json.dumps({"status": "ok", "articles": [ONE, TWO]}),
        json.dumps({"response": {"total": 2, "tags": ["a"], "results": [ONE, TWO]}}, indent=1),
        f"{json.dumps(ONE)}\n{json.dumps(TWO)}\n",
        json.dumps({"0": ONE, "1": TWO}),
        json.dumps({name: {"0": ONE[name], "1": TWO[name]} for name in ONE}),
        json.dumps({name: [ONE[name], TWO[name]] for name in ONE}),
        json.dumps(
            {"columns": [*ONE], "index": [0, 1], "data": [[*ONE.values()], [*TWO.values()]]}
        ),
        json.dumps([[*ONE], [*ONE.values()], [*TWO.values()]]),
        f"{json.dumps({'_id': 1, '_source': ONE})}\n{json.dumps({'_id': 2, '_source': TWO})}\n",
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
        (
            '{"ok": 1, "docs": [{"url": "x"}, {"url": "y"}]}',
            "record 1, as 1 more, has no text",
            None,
        ),
        ('[["A", "B"], ["C", "D"]]', "its rows are lists, and the first names no columns", None),
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


@pytest.mark.parametrize(
    "answer",
    [
        [
            {
                "date": "2021-07-19T10:00:00",
                "link": "https://post.example/bridge",
                "title": {"rendered": "Bridge &#038; ferry"},
                "content": {"rendered": "<p>The bridge is closed.</p>", "protected": False},
                "author": 3,
            }
        ],
        {
            "response": {
                "status": "ok",
                "results": [
                    {
                        "webTitle": "Bridge & ferry",
                        "webPublicationDate": "2021-07-19T10:00:00Z",
                        "webUrl": "https://post.example/bridge",
                        "fields": {"body": "<p>The bridge is closed.</p>", "wordcount": "4"},
                    }
                ],
            }
        },
        {
            "version": "https://jsonfeed.org/version/1.1",
            "items": [
                {
                    "id": "1",
                    "title": "Bridge & ferry",
                    "date_published": "2021-07-19T10:00:00Z",
                    "url": "https://post.example/bridge",
                    "content_html": "<p>The bridge is closed.</p>",
                }
            ],
        },
    ],
    ids=["WordPress", "Guardian", "JSON Feed"],
)
def test_the_answers_of_known_programs_are_read_as_they_are(tmp_path: Path, answer: object) -> None:
    (document,) = loaded(tmp_path, json.dumps(answer))
    assert isinstance(document, Document)
    assert document.text == "Bridge & ferry\nThe bridge is closed."
    assert stated(document) == {
        "title": "Bridge & ferry",
        "date": "2021-07-19",
        "url": "https://post.example/bridge",
    }


def test_a_text_within_the_objects_of_a_list_is_found_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"found": [{"story": {"body": "The text."}}]}))
    named = Columns(text=("story.body",))
    (document,) = load(tmp_path / "a.json", "a.json", named)
    assert isinstance(document, Document)
    assert document.text == "The text."


def test_records_behind_their_addresses_have_them(tmp_path: Path) -> None:
    (document,) = loaded(tmp_path, json.dumps({"https://port.example/1": ONE}))
    assert isinstance(document, Document)
    assert [said.value for said in document.statements] == ["Bridge", "https://port.example/1"]


def test_the_object_in_an_answer_about_one_article_is_the_article(tmp_path: Path) -> None:
    answer = {"response": {"status": "ok", "content": {"webTitle": "Bridge", "fields": {
        "bodyText": "The bridge is closed."}}}}  # fmt: skip
    (document,) = loaded(tmp_path, json.dumps(answer))
    assert isinstance(document, Document)
    assert (document.text, document.statements[0].value) == ("The bridge is closed.", "Bridge")


def test_a_record_whose_text_is_missing_gets_none_from_what_stands_in_it(tmp_path: Path) -> None:
    raw = json.dumps(
        {"title": "A", "text": "", "author": {"title": "Ann", "content": "She writes."}}
    )
    (problem,) = loaded(tmp_path, raw)
    assert isinstance(problem, Problem)
    assert problem.what == "record 1 has nothing in its column text"


def test_articles_in_groups_are_read_together(tmp_path: Path) -> None:
    days = [{"day": "Monday", "articles": [ONE]}, {"day": "Tuesday", "articles": [TWO]}]
    for written in (days, {"days": days}, {"days": [{"found": day} for day in days]}):
        first, second = loaded(tmp_path, json.dumps(written))
        assert isinstance(first, Document)
        assert isinstance(second, Document)
        assert (first.text, second.text) == (ONE["text"], TWO["text"])


def test_comments_below_an_article_without_a_text_are_no_articles(tmp_path: Path) -> None:
    (problem,) = loaded(tmp_path, json.dumps([{"title": "A", "comments": [{"text": "Good!"}]}]))
    assert isinstance(problem, Problem)
    assert problem.what == "record 1 has no text, but title, comments"


def test_an_answer_of_trove_is_read_with_the_paper_the_day_and_the_page(tmp_path: Path) -> None:
    article = {
        "url": "https://api.trove.example/41697877",
        "troveUrl": "https://trove.example/nla.news-article41697877",
        "heading": "THE BRIDGE.",
        "title": {"id": "48", "title": "The Port Courier (SA : 1889 - 1931)"},
        "date": "1914-08-05",
        "articleText": "<p> The bridge is closed.</p><p> A ferry runs.</p>",
    }
    found = {"code": "newspaper", "records": {"total": 1, "article": [article]}}
    (document,) = loaded(tmp_path, json.dumps({"category": [found]}))
    assert isinstance(document, Document)
    assert stated(document) == {
        "title": "THE BRIDGE.",
        "source": "The Port Courier",
        "date": "1914-08-05",
        "url": "https://trove.example/nla.news-article41697877",
    }


def test_a_feed_readers_export_is_read_with_its_papers(tmp_path: Path) -> None:
    entry = {
        "title": "Bridge",
        "published": 1626705600,
        "canonical": [{"href": "https://port.example/bridge"}],
        "categories": ["user/1/state/com.google/read", "Town"],
        "summary": {"direction": "ltr", "content": "<p>The bridge is closed.</p>"},
        "origin": {"title": "The Port Courier", "htmlUrl": "https://port.example/"},
    }
    (document,) = loaded(tmp_path, json.dumps({"title": "Starred", "items": [entry]}))
    assert isinstance(document, Document)
    assert stated(document) == {
        "title": "Bridge",
        "source": "The Port Courier",
        "date": "2021-07-19",
        "section": "Town",
        "url": "https://port.example/bridge",
    }
