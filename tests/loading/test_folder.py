import os
from os.path import isfile
from pathlib import Path

import pytest

from newsarchive.errors import SettingsError
from newsarchive.loading.folder import Input, article_files, load_file, of_folders_above
from newsarchive.model import Document, Problem
from samples import put


def load_folder(folder: Path) -> list[Document | Problem]:
    """Read a folder as a build does."""
    return [
        loaded
        for path in article_files(folder)
        for loaded in load_file(Input(str(path), f"articles/{path.relative_to(folder).as_posix()}"))
    ]


def paths(folder: Path) -> list[str]:
    return [loaded.path.removeprefix("articles/") for loaded in load_folder(folder)]


def problems(folder: Path) -> list[Problem]:
    return [loaded for loaded in load_folder(folder) if isinstance(loaded, Problem)]


def test_the_files_of_all_folders_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    put(tmp_path, {"b.txt": "B", "a/2.txt": "2", "a/10.txt": "10", "a/c/d.txt": "D", "Z.txt": "Z"})
    assert paths(tmp_path) == ["Z.txt", "a/10.txt", "a/2.txt", "a/c/d.txt", "b.txt"]


def test_hidden_files_and_folders_are_left_alone(tmp_path: Path) -> None:
    put(tmp_path, {".DS_Store": "", ".git/a.txt": "A", "b.txt": "B"})
    assert paths(tmp_path) == ["b.txt"]


def test_what_a_browser_saved_with_a_page_is_left_alone(tmp_path: Path) -> None:
    page, picture = "<p>A page.", b"GIF8"
    put(
        tmp_path,
        {
            "The page.html": page,
            "The page_files/a.gif": picture,
            "The page_files/ad.html": page,
            "The page_files/inner/ad.html": page,
            "Die Seite.htm": page,
            "Die Seite-Dateien/ad.html": page,
            "La page.html": page,
            "La page_fichiers/ad.html": page,
            "my_files/b.txt": "B",
        },
    )
    left = ["Die Seite.htm", "La page.html", "The page.html", "my_files/b.txt"]
    assert paths(tmp_path) == left


def test_a_correction_comes_with_its_text(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": "A", "a.yaml": "why: It is so.\ntitle: B\n"})
    (document,) = load_folder(tmp_path)
    assert isinstance(document, Document)
    assert document.correction is not None
    assert document.correction.title == "B"
    assert document.correction.path == "articles/a.yaml"


def test_what_speaks_for_a_folder_comes_with_its_texts(tmp_path: Path) -> None:
    put(tmp_path, {"a/_folder.yaml": "why: So.\nsource: S\n", "a/b/c.txt": "C"})
    assert paths(tmp_path) == ["a/b/c.txt"]
    file = tmp_path / "a/b/c.txt"
    (spoken,) = of_folders_above(file.as_posix(), isfile)
    assert spoken == str(tmp_path / "a/_folder.yaml")
    (document,) = load_file(Input(str(file), "a/b/c.txt", of_folder=((spoken, spoken),)))
    assert isinstance(document, Document)
    assert [one.source for one in document.wider] == ["S"]
    put(tmp_path, {"a/_folder.yaml": "why: So.\ntilte: S\n"})
    (problem,) = load_file(Input(str(file), "a/b/c.txt", of_folder=((spoken, "a/_folder.yaml"),)))
    assert isinstance(problem, Problem)
    assert (problem.path, problem.what) == (
        "a/_folder.yaml:2",
        "unknown key `tilte`, so the texts that it speaks for are set aside",
    )


@pytest.mark.parametrize(
    ("path", "there", "found"),
    [
        ("c.txt", "_folder.yaml", "_folder.yaml"),
        ("a/b/c.txt", "_folder.yaml", "_folder.yaml"),
        ("/a/c.txt", "/_folder.yaml", "/_folder.yaml"),
        ("a/b/c.txt", "a/_folder.csv", "a/_folder.csv"),
        ("/a/c.txt", "_folder.yaml", ""),
        ("a/c.txt", "a/b/_folder.yaml", ""),
    ],
)
def test_what_speaks_for_a_file_stands_in_its_folder_or_above(
    path: str, there: str, found: str
) -> None:
    assert of_folders_above(path, {there}.__contains__) == tuple(filter(None, [found]))


def test_a_correction_is_found_beside_a_name_full_of_signs(tmp_path: Path) -> None:
    put(tmp_path, {"a [1] *.v2.txt": "A", "a [1] *.v2.yaml": "why: It is so.\n"})
    assert paths(tmp_path) == ["a [1] *.v2.txt"]


def test_a_text_whose_correction_is_wrong_is_set_aside_with_its_line(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": "A", "a.yaml": "why: So.\ntilte: B\n", "b.txt": "B"})
    assert paths(tmp_path) == ["a.txt", "b.txt"]
    assert problems(tmp_path) == [
        Problem(
            "articles/a.txt",
            "its correction is wrong: articles/a.yaml:2: unknown key `tilte`",
            "Did you mean `title`?",
        )
    ]


def test_a_correction_that_is_no_regular_file_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, {"secret": "why: So.\ntitle: secret\n", "articles/a.txt": "A"})
    correction = tmp_path / "articles" / "a.yaml"
    for make in ("link", "pipe"):
        if make == "link":
            correction.symlink_to(tmp_path / "secret")
        else:
            os.mkfifo(correction)
        (problem,) = load_folder(tmp_path / "articles")
        assert isinstance(problem, Problem)
        assert problem.what.startswith("its correction is wrong: articles/a.yaml: the correction")
        correction.unlink()


def test_a_correction_without_its_text_is_a_problem(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": "A", "b.yaml": "why: It is so.\n"})
    assert problems(tmp_path) == [
        Problem(
            "articles/b.yaml",
            "a correction without the text that it corrects",
            "Give it the name of a raw text, with the same capitals and the ending .yaml",
        )
    ]


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("Folder.yaml", "If it is of the folder, call it _folder.yaml"),
        ("_FOLDER.yaml", "If it is of the folder, call it _folder.yaml"),
        ("b.TXT.yaml", "Call it b.yaml"),
    ],
)
def test_a_correction_of_a_name_that_tells_what_was_meant_is_told_its_right_one(
    tmp_path: Path, name: str, remedy: str
) -> None:
    put(tmp_path, {name: "why: It is so.\n"})
    (problem,) = load_folder(tmp_path)
    assert isinstance(problem, Problem)
    assert problem.remedy == remedy


@pytest.mark.parametrize(
    ("authors", "told"),
    [
        ("Jane Doe and John Roe", ["`authors` names `Jane Doe and John Roe`, which is taken for"]),
        ("Jane Doe; John Roe", []),
        ("[Jane Doe, John Roe]", []),
        ("Smith and Sons", []),
    ],
)
def test_several_authors_that_are_written_as_one_are_told(
    tmp_path: Path, authors: str, told: list[str]
) -> None:
    put(tmp_path, {"a.txt": "A", "a.yaml": f"why: So.\nauthors: {authors}\n"})
    assert [problem.what[:55] for problem in problems(tmp_path)] == [one[:55] for one in told]


def test_a_symbolic_link_is_a_problem_and_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, {"secret.txt": "secret", "articles/a.txt": "A"})
    (tmp_path / "articles" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "articles" / "loop").symlink_to(tmp_path / "articles")
    assert paths(tmp_path / "articles") == ["a.txt", "link.txt", "loop"]
    told = [problem.path for problem in problems(tmp_path / "articles")]
    assert told == ["articles/link.txt", "articles/loop"]
    links = {problem.what for problem in problems(tmp_path / "articles")}
    assert links == {"is a symbolic link, which is not followed"}


def test_what_windows_and_word_leave_in_folders_is_left_alone(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": "A", "Thumbs.db": "x", "desktop.ini": "x", "~$a.docx": "x"})
    assert paths(tmp_path) == ["a.txt"]


def test_a_pipe_is_a_problem_and_stops_nothing(tmp_path: Path) -> None:
    put(tmp_path, {"b.txt": "B"})
    os.mkfifo(tmp_path / "a.txt")
    problem, document = load_folder(tmp_path)
    assert problem.path == "articles/a.txt"
    assert isinstance(document, Document)


def test_a_folder_that_is_missing_stops_the_work_and_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"no folder of articles here.*Make it"):
        load_folder(tmp_path / "articles")


ROWS = '{"text": "One."}\n{"text": "Two."}\n'


def corrected(folder: Path, yaml: str) -> list[Document | Problem]:
    put(folder, {"a.jsonl": ROWS, "a.yaml": yaml})
    return list(load_file(Input(str(folder / "a.jsonl"), "a.jsonl")))


def test_a_records_own_correction_goes_before_that_of_its_file(tmp_path: Path) -> None:
    records = "records:\n  2:\n    why: One.\n    source: B\n"
    one, two = corrected(tmp_path, f"why: All.\nsource: A\n{records}")
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert (one.correction and one.correction.source, one.wider) == ("A", ())
    assert (two.correction and two.correction.source, two.wider) == ("B", (one.correction,))


def test_a_record_can_be_called_by_the_digits_of_its_address(tmp_path: Path) -> None:
    plain, _ = corrected(tmp_path, "why: All.\n")
    assert isinstance(plain, Document)
    called = plain.sha256[:8]
    one, two = corrected(tmp_path, f"records:\n  {called}:\n    why: One.\n    source: B\n")
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert (one.correction and one.correction.source, two.correction) == ("B", None)


def test_a_correction_of_a_record_that_is_not_there_is_told_and_costs_no_text(
    tmp_path: Path,
) -> None:
    *documents, problem = corrected(tmp_path, "records:\n  7:\n    why: So.\n    date: 2021\n")
    assert len(documents) == 2
    assert isinstance(problem, Problem)
    assert problem.what == "a.yaml:3 corrects record 7, which it does not have"
    assert problem.fate == "doubtful"
