"""What the names of files say."""

from pathlib import Path

import pytest

from newsarchive.loading.corrections import correction_of_folder
from newsarchive.loading.filenames import with_name
from newsarchive.loading.folder import Input, load_file
from newsarchive.model import Correction, Document, Problem
from newsarchive.readings.once import read


def said(names: str, path: str) -> dict[str, object] | None:
    """Give what a name says, by field."""
    correction = Correction(path="a/_folder.yaml", why="So.", names=names, places={"names": 2})
    found = with_name(correction, path, ".txt")
    if found is None:
        return None
    return {field: getattr(found, field) for field in found.places if field != "names"}


@pytest.mark.parametrize(
    ("names", "path", "fields"),
    [
        (
            "{source} {date} *",
            "a/b/The Port Courier 1937-07-19 p3.txt",
            {"source": "The Port Courier", "date": "1937-07-19"},
        ),
        (
            "{source}/{date}_*",
            "a/the_port_courier/19370719_003.txt",
            {"source": "the port courier", "date": "1937-07-19"},
        ),
        (
            "{date} - {title}",
            "a/19.7.1937 - Pier shut.txt",
            {"date": "1937-07-19", "title": "Pier shut"},
        ),
        ("{date} {title}", "a/19 Jul 1937 Pier.txt", {"date": "1937-07-19", "title": "Pier"}),
        ("*{date}", "a/sn83045462_1937-07.txt", {"date": "1937-07"}),
        (
            "{authors} ({source})",
            "a/Ann Lee (Mail).txt",
            {"authors": ("Ann Lee",), "source": "Mail"},
        ),
        ("{source} {date}", "a/The Port Courier.txt", None),
        ("{date}", "a/1937-13-45.txt", None),
        ("{source}/{date}", "a/1937-07-19.txt", None),
    ],
)
def test_a_name_says_what_its_folder_s_curator_says_it_does(
    names: str, path: str, fields: dict[str, object] | None
) -> None:
    assert said(names, path) == fields


def put(folder: Path, spoken: str, *names: str) -> list[Document | Problem]:
    (folder / "_folder.yaml").write_text(spoken, encoding="utf-8")
    found: list[Document | Problem] = []
    for name in names:
        text = "A text.\n" if name.endswith(".txt") else '{"text": "A."}\n{"text": "B."}\n'
        (folder / name).write_text(text, encoding="utf-8")
        of_folder = ((str(folder / "_folder.yaml"), "a/_folder.yaml"),)
        found += load_file(Input(str(folder / name), f"a/{name}", of_folder=of_folder))
    return found


def test_a_text_that_is_named_otherwise_is_read_and_told(tmp_path: Path) -> None:
    spoken = "why: So.\nnames: '{date} *'\nsource: The Port Courier\n"
    dated, problem, other = put(tmp_path, spoken, "1937-07-19 b.txt", "c.txt")
    assert isinstance(dated, Document)
    assert isinstance(other, Document)
    assert [(one.date, one.source) for one in (*dated.wider, *other.wider)] == [
        ("1937-07-19", "The Port Courier"),
        (None, "The Port Courier"),
    ]
    assert isinstance(problem, Problem)
    assert problem.what.startswith("it is not named `{date} *`, as a/_folder.yaml:2 says, and is")


def test_the_name_of_a_file_of_many_articles_gives_none_of_them_its_day(tmp_path: Path) -> None:
    spoken = "why: So.\nnames: '{source} {date}'\n"
    records = put(tmp_path, spoken, "Mail 1937-07-19.jsonl")
    assert [
        (one.date, one.source)
        for record in records
        if isinstance(record, Document)
        for one in record.wider
    ] == [(None, "Mail")] * 2


@pytest.mark.parametrize("names", ["a *", "{day} *", "{date} {date}"])
def test_what_is_wrong_with_how_files_are_named_is_said(tmp_path: Path, names: str) -> None:
    (problem,) = put(tmp_path, f"why: So.\nnames: '{names}'\n", "b.txt")
    assert isinstance(problem, Problem)
    assert problem.path == "a/_folder.yaml:2"
    assert problem.what.startswith("`names` ")


def test_only_what_speaks_for_a_folder_says_how_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("why: So.\nnames: '{date}'\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("A.", encoding="utf-8")
    (problem,) = load_file(Input(str(tmp_path / "b.txt"), "b.txt"))
    assert isinstance(problem, Problem)
    assert problem.what.endswith(": b.yaml:2: `names` can be said of a folder only")
    assert problem.remedy == "Write it into the folder's _folder.yaml"
    (tmp_path / "_folder.yaml").write_text("why: So.\n", encoding="utf-8")
    found = correction_of_folder(tmp_path / "_folder.yaml", "_folder.yaml")
    assert found is not None
    assert found.names is None


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2021-07-19 Pier.txt", "2021-07-19"),
        ("pier_20210719.txt", "2021-07-19"),
        ("p2021071912.txt", ""),
    ],
)
def test_a_day_in_the_name_of_a_file_is_shown_to_the_curator_where_nothing_states_one(
    tmp_path: Path, name: str, day: str
) -> None:
    (tmp_path / name).write_text("The pier will close.", encoding="utf-8")
    (document,) = load_file(Input(str(tmp_path / name), f"a/{name}"))
    assert isinstance(document, Document)
    (article,) = read([document])
    assert article.date.value is None
    assert [(said.value, said.rule) for said in article.unsure] == [(day, "file-name")] * bool(day)
    (tmp_path / name).write_text(
        "The pier will close\n\n5 May 2020\n\nIt is old.", encoding="utf-8"
    )
    (document,) = load_file(Input(str(tmp_path / name), f"a/{name}"))
    assert isinstance(document, Document)
    (article,) = read([document])
    assert (article.date.value, article.unsure) == ("2020-05-05", ())
