from pathlib import Path

import pytest

from newsarchive.loading.folder import Input, article_files, load_file
from newsarchive.model import Correction, Document, Problem
from samples import put

TABLE = """\
file;title;published;author;outlet;id
0001.txt;Bridge to close;07/08/2021;Ode, Ann;The Port Courier;1
texts/0002.txt;Ferry to run;19/07/2021;"Ann Ode; Bo Li";;2
0003;;soon or 2021;;The Port Courier;3
"""


def read(folder: Path, table: str, *names: str) -> list[Document | Problem]:
    put(folder, {"_folder.csv": table, **dict.fromkeys(names, "The bridge is closed.\n")})
    above = ((str(folder / "_folder.csv"), "a/_folder.csv"),)
    return [
        loaded
        for path in article_files(folder)
        for loaded in load_file(
            Input(str(path), f"a/{path.relative_to(folder).as_posix()}", of_folder=above)
        )
    ]


def said(document: Document | Problem) -> Correction:
    assert isinstance(document, Document)
    (one,) = document.wider
    return one


def test_a_table_says_of_each_text_of_its_folder_what_it_is(tmp_path: Path) -> None:
    first, second = map(said, read(tmp_path, TABLE, "0001.txt", "texts/0002.txt"))
    assert (first.title, first.date, first.authors, first.source) == (
        "Bridge to close",
        "2021-08-07",
        ("Ann Ode",),
        "The Port Courier",
    )
    assert (second.date, second.authors, second.source) == (
        "2021-07-19",
        ("Ann Ode", "Bo Li"),
        None,
    )
    assert (first.path, first.places["date"], second.places["title"]) == ("a/_folder.csv", 2, 3)


def test_a_text_may_be_named_without_its_ending_and_its_date_be_none(tmp_path: Path) -> None:
    problem, third = read(tmp_path, TABLE, "0003.TXT")
    assert (said(third).source, said(third).date) == ("The Port Courier", None)
    assert isinstance(problem, Problem)
    assert (problem.path, problem.what, problem.fate) == (
        "a/0003.TXT",
        "the date `soon or 2021` in a/_folder.csv:4 is not read",
        "doubtful",
    )


def test_a_text_that_its_folders_table_does_not_name_is_read_and_told(tmp_path: Path) -> None:
    problem, document = read(tmp_path, TABLE, "9.txt")
    assert isinstance(problem, Problem)
    assert (problem.what, problem.fate) == ("a/_folder.csv does not name it", "doubtful")
    assert isinstance(document, Document)
    assert document.wider == ()


@pytest.mark.parametrize(
    ("table", "what"),
    [
        ("title,date\nBridge,2021\n", "a/_folder.csv: the table names no texts"),
        (
            "file,title\n1.txt,A,B\n",
            "a/_folder.csv:2: record 1 has 3 cells, and the table 2 c…",
        ),
    ],
)
def test_a_text_whose_table_is_wrong_is_set_aside(tmp_path: Path, table: str, what: str) -> None:
    (problem,) = read(tmp_path, table, "1.txt")
    assert isinstance(problem, Problem)
    assert f"{problem.path}: {problem.what}".startswith(what.removesuffix("…"))
    assert problem.what.endswith(", so the texts that it speaks for are set aside")
