"""Files of several articles, one below the other."""

from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.loading.texts.clippings import doubt_of_page, sign_between
from newsarchive.model import Document, Problem
from samples import put

PROSE = (
    "The harbour opened again on Monday, six days after the storm had torn two cranes down. " * 3
)
ONE = f"Harbour reopens after the storm\nThe Courier, 19 July 2021\nBy Ann Ode\n\n{PROSE}\n"
TWO = f"Ferry fares to rise in autumn\n2 August 2021\n\n{PROSE}\n"
UNDATED = f"Letters to the editor\n\n{PROSE}\n"


def loaded(folder: Path, text: str | bytes) -> list[Document | Problem]:
    put(folder, {"a.txt": text})
    return list(load(folder / "a.txt", "a.txt"))


def texts(folder: Path, text: str | bytes) -> list[str]:
    return [one.text for one in loaded(folder, text) if isinstance(one, Document)]


@pytest.mark.parametrize(
    "rule", ["-----", "=" * 70, "* * *", "  ###  ", "———", "== Text 2 ==", "==> b.txt <=="]
)
def test_articles_between_lines_of_one_sign_are_records_of_their_own(
    tmp_path: Path, rule: str
) -> None:
    documents = loaded(tmp_path, f"{ONE}\n{rule}\n\n{TWO}")
    assert [one.record for one in documents if isinstance(one, Document)] == ["1", "2"]
    assert texts(tmp_path, f"{ONE}\n{rule}\n\n{TWO}") == [ONE, f"{rule}\n\n{TWO}"]


def test_an_article_added_below_leaves_those_above_as_they_were(tmp_path: Path) -> None:
    before = loaded(tmp_path, f"{ONE}\n---\n{TWO}")
    after = loaded(tmp_path, f"{ONE}\n---\n{TWO}\n\n---\n{UNDATED}")
    assert (before, len(after)) == (after[:2], 3)


def test_a_word_about_the_file_stays_with_the_article_next_to_it(tmp_path: Path) -> None:
    text = f"On the harbour\n---\n{ONE}---\n{TWO}---\nEnd of file\n"
    assert texts(tmp_path, text) == [f"On the harbour\n---\n{ONE}", f"---\n{TWO}---\nEnd of file\n"]


def test_the_bytes_of_each_article_are_those_of_the_file(tmp_path: Path) -> None:
    raw = f"{ONE}\n---\n{TWO}".replace("\n", "\r\n").encode("utf-16")
    assert "".join(texts(tmp_path, raw)).split() == f"{ONE}\n---\n{TWO}".split()


@pytest.mark.parametrize(
    "text",
    [
        f"{ONE}\n* * *\n\n{PROSE}",
        f"{ONE}\n---\n{PROSE}\n---\n{PROSE}",
        f"{ONE}\n---\nUpdated 20 July 2021",
        f"{PROSE}\n---\n19 July 2021\n{PROSE}\n---\n20 July 2021\n{PROSE}",
        f"{ONE}\n---\n" + "Home\nNews\n19 July 2021\nHarbour in pictures\nSign in\nMenu\n" * 9,
    ],
    ids=["sections", "most-undated", "a-note", "a-diary", "menus"],
)
def test_what_else_stands_between_such_lines_is_one_article(text: str) -> None:
    assert sign_between(text) == ""


def test_articles_with_two_blank_lines_between_them_are_read_one_by_one(tmp_path: Path) -> None:
    assert texts(tmp_path, f"\n\n{ONE}\n\n\n{TWO}") == [ONE, TWO]


@pytest.mark.parametrize(
    "text",
    [ONE, f"{ONE}\n\n\n{PROSE}", f"{ONE}\n{TWO}", f"{ONE}\n\n\n{PROSE}\n\n\n{TWO}"],
    ids=["one", "a-gap-in-one", "a-blank-line", "most-are-articles"],
)
def test_other_blank_lines_part_nothing(text: str) -> None:
    assert sign_between(text) == ""


@pytest.mark.parametrize(
    "head", ["By Ann Ode", "The Port Courier", "https://port-courier.example/bridge-to-close"]
)
@pytest.mark.parametrize("between", ["-----", "\n\n"])
def test_an_author_a_paper_or_an_address_tells_an_article_as_its_day_does(
    head: str, between: str
) -> None:
    undated = f"Bridge to close\n{head}\n\n{PROSE}\n"
    assert sign_between(f"{undated}\n{between}\n{undated}") in ("-", " ")
    sections = f"Bridge to close\n\n{PROSE}\n"
    assert sign_between(f"{sections}\n{between}\n{sections}") == ""


HEAD = "THE PORT HERALD, MONDAY, JULY 19, 1937. 3\n"
COLUMN = (
    "The Town Council voted last\nnight to close the harbour\n"
    "bridge for nine weeks in the\nautumn, said the Mayor.\n"
)
PAGE = (
    f"{HEAD}\nBRIDGE TO CLOSE FOR\nNINE WEEKS\n\n{COLUMN}\n-----\nBAKER WINS PRIZE\n\n{COLUMN}\n"
    f"-----\nFIRE AT OLD CANNERY\n\n{COLUMN}"
)


def test_a_page_of_a_paper_gives_its_head_to_each_article_that_is_parted(tmp_path: Path) -> None:
    found = texts(tmp_path, PAGE)
    assert len(found) == 3
    assert all(text.startswith(HEAD) for text in found)


def test_sections_without_headlines_of_a_page_of_a_paper_are_one_article() -> None:
    sections = f"{COLUMN}\n* * *\n{COLUMN}\n* * *\n{COLUMN}"
    assert sign_between(f"{HEAD}\nBRIDGE TO CLOSE\n\n{sections}") == ""


def test_several_headlines_in_capitals_on_a_page_of_a_paper_are_told() -> None:
    (problem,) = doubt_of_page("a.txt", PAGE.replace("-----\n", ""))
    assert (problem.what, problem.line) == ("it is read as one article, and looks like 3", 11)
    assert not list(doubt_of_page("a.txt", f"{HEAD}\nBRIDGE TO CLOSE\n\n{COLUMN}"))
    for other in ("", "Monday, 19 July 2021\n"):
        assert not list(doubt_of_page("a.txt", PAGE.replace(HEAD, other).replace("-----\n", "")))
