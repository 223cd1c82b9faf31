import json
from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem


def stated(folder: Path, **record: object) -> dict[str, list[str]]:
    (folder / "a.jsonl").write_text(json.dumps({"text": "The bridge is closed.", **record}))
    (document,) = (one for one in load(folder / "a.jsonl", "a.jsonl") if isinstance(one, Document))
    fields: dict[str, list[str]] = {}
    for said in document.statements:
        fields.setdefault(said.field, []).append(said.value)
    return fields


def test_a_source_that_is_a_pages_address_is_the_pages_address(tmp_path: Path) -> None:
    page = "https://port.example/2021/bridge"
    assert stated(tmp_path, source=page, hostname="port.example") == {
        "source": ["port.example"],
        "url": [page],
    }
    assert stated(tmp_path, source="https://www.port.example/") == {
        "source": ["port.example"],
        "url": ["https://www.port.example/"],
    }


@pytest.mark.parametrize(
    ("record", "source"),
    [
        ({"publisher": "port.example", "sitename": "The Courier"}, "The Courier"),
        ({"publisher": "Port Press", "sitename": "port.example"}, "Port Press"),
        ({"domain": "port.example", "hostname": "www.port.example"}, "port.example"),
        ({"publisher": "Port Press", "isPartOf": "The Courier"}, "The Courier"),
        ({"source": "The Courier (Port : 1889 - )"}, "The Courier"),
    ],
)
def test_a_publisher_is_the_paper_by_its_name_if_one_of_the_columns_has_it(
    tmp_path: Path, record: dict[str, str], source: str
) -> None:
    assert stated(tmp_path, **record) == {"source": [source]}


@pytest.mark.parametrize("written", ["PORT, Feb 26 -", "PORT —", "PORT"])
def test_a_dateline_is_a_place_without_a_day(tmp_path: Path, written: str) -> None:
    assert stated(tmp_path, dateline=written) == {"dateline": ["PORT"]}


def test_what_is_no_whole_address_is_made_whole_or_left(tmp_path: Path) -> None:
    assert stated(tmp_path, url="www.port.example/1") == {"url": ["https://www.port.example/1"]}
    assert stated(tmp_path, url="/news/1") == {}


@pytest.mark.parametrize(
    "written", [{"$date": "2021-07-19T09:00:00Z"}, {"$date": {"$numberLong": "1626682800000"}}]
)
def test_a_date_may_stand_in_its_type(tmp_path: Path, written: object) -> None:
    assert stated(tmp_path, date=written) == {"date": ["2021-07-19"]}


@pytest.mark.parametrize(
    ("written", "code"), [("eng", "en"), ("English", "en"), ("en_GB", "en-GB")]
)
def test_a_language_is_its_code_however_it_is_called(
    tmp_path: Path, written: str, code: str
) -> None:
    assert stated(tmp_path, language=written) == {"language": [code]}


def test_a_language_that_nobody_knows_is_not_stated(tmp_path: Path) -> None:
    assert stated(tmp_path, language="unknown") == {}


def test_a_text_may_be_an_object_with_its_parts(tmp_path: Path) -> None:
    body = {
        "summary": ["In short."],
        "sections": [{"headline": [], "paragraphs": ["One.", "Two."]}],
    }
    (tmp_path / "a.json").write_text(json.dumps([{"title": "Bridge", "body": body}]))
    (document,) = load(tmp_path / "a.json", "a.json")
    assert isinstance(document, Document)
    assert document.text == "In short.\n\nOne.\n\nTwo."


def test_texts_that_a_program_cut_short_are_told_once(tmp_path: Path) -> None:
    articles = [{"title": "A", "content": f"The bridge {i}… [+1245 chars]"} for i in range(3)]
    (tmp_path / "a.json").write_text(json.dumps({"articles": articles}))
    first, *_, doubt = load(tmp_path / "a.json", "a.json")
    assert isinstance(first, Document)
    assert first.text == "The bridge 0…\n\n[+1245 chars]"
    assert isinstance(doubt, Problem)
    assert (doubt.what, doubt.fate) == (
        "the program that wrote it cut the text of record 1, and of 2 more",
        "doubtful",
    )


def test_a_table_of_summaries_is_told_which_column_may_do(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Headline,Hit Sentence\nA,The bridge is closed.\n")
    (problem,) = load(tmp_path / "a.csv", "a.csv")
    assert isinstance(problem, Problem)
    assert problem.remedy == (
        "Say which column is the text: `columns: {text: NAME}` in site.yaml; `Hit Sentence` may"
        " have its gist"
    )


def test_a_list_of_addresses_is_told_for_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,title,url\n1,A,https://port.example/1\n")
    (problem,) = load(tmp_path / "a.csv", "a.csv")
    assert isinstance(problem, Problem)
    assert problem.remedy.startswith("If it only lists addresses, save the pages and put those in")


@pytest.mark.parametrize(
    "first",
    ["3,Bridge to close,It will close.", "20210719,1,GBR", "https://port.example/1,Bridge,article"],
)
def test_a_table_whose_columns_nobody_named_is_told_for_what_it_is(
    tmp_path: Path, first: str
) -> None:
    (tmp_path / "a.csv").write_text(f"{first}\n{first}\n")
    (problem,) = load(tmp_path / "a.csv", "a.csv")
    assert isinstance(problem, Problem)
    assert (problem.what, problem.inputs) == (
        f"its first row names no columns, but begins with `{first.split(',', maxsplit=1)[0]}`",
        2,
    )


@pytest.mark.parametrize("source", ["The Port Courier", "Port Courier"])
def test_a_title_has_its_publisher_beside_it_and_not_in_it(tmp_path: Path, source: str) -> None:
    title = "Bridge to close - by night - The Port Courier"
    assert stated(tmp_path, title=title, source=source)["title"] == ["Bridge to close - by night"]
    assert stated(tmp_path, title=title, source="Herald")["title"] == [title]


@pytest.mark.parametrize("nothing", ["nan", "NaT", "None", "null", "[]", "<NA>"])
def test_a_word_for_nothing_is_nothing(tmp_path: Path, nothing: str) -> None:
    assert stated(tmp_path, author=nothing, source=nothing, title=nothing, date=nothing) == {}


def test_a_list_that_python_wrote_into_a_cell_is_a_list(tmp_path: Path) -> None:
    assert stated(tmp_path, authors="['Ann Ode', \"Bo O'Li\"]")["authors"] == ["Ann Ode", "Bo O'Li"]
