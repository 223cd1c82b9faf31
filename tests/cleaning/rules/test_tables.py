from newsarchive.cleaning.lines import split_lines
from newsarchive.cleaning.rules.page import page_of
from newsarchive.cleaning.rules.tables import row_of_a_table
from newsarchive.cleaning.verdict import Verdict


def found(text: str, taken: set[int]) -> list[int]:
    lines = split_lines(text)
    verdicts = tuple(
        Verdict("body" if i in taken else "boilerplate", 0.5, "") for i in range(len(lines))
    )
    return sorted(row_of_a_table(page_of(lines, verdicts, ()), {}))


TABLE = "Town\t2020\t2024\nNorth\t61\t55\nSouth\t48\t50\nHarbour\t52\t47"


def test_a_table_is_the_articles_if_half_of_its_rows_are_judged_so() -> None:
    assert found(f"More\n\n{TABLE}\n\nHome", {2, 4}) == [1, 2, 3, 4]
    assert found(f"More\n\n{TABLE}\n\nHome", {2}) == []


def test_a_table_between_two_paragraphs_is_the_articles() -> None:
    text = f"The count ended.\n\n{TABLE}\n\nThe end."
    assert found(text, {0, 5}) == [1, 2, 3, 4]
    assert found(text, {0}) == found(text, {5}) == found(TABLE, set()) == []


def test_rows_apart_are_tables_of_their_own() -> None:
    assert found("A\t1\nB\t2\n\nC\t3\nD\t4", {0, 1}) == [0, 1]


def test_one_row_is_no_table() -> None:
    assert found("The count ended.\nNorth\t61\nThe end.", {0, 1, 2}) == []
