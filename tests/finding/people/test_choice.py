"""Which of the weighed names sign."""

from newsarchive.finding.page import Page, lay_out
from newsarchive.finding.people.choice import Candidate, choose
from newsarchive.model import Line

LAYOUT = lay_out(Page(tuple(Line(number, "A line") for number in range(1, 4)), (0, 0, 0)))


def test_a_name_behind_an_and_below_a_surer_one_is_kept() -> None:
    weighed = [
        (Candidate(0, "Erika Muster", "byline", ()), 0.9),
        (Candidate(1, "Max Muster", "byline", ("kind:under-and",)), 0.1),
        (Candidate(2, "Jane Doe", "byline", ()), 0.1),
    ]
    assert [each.name for each in choose(LAYOUT, weighed, 0.25)] == ["Erika Muster", "Max Muster"]


def test_beside_a_surer_name_on_its_line_one_in_doubt_is_kept() -> None:
    weighed = [
        (Candidate(1, "Juana Pérez", "name-line", ()), 0.7),
        (Candidate(1, "P. Roe", "name-line", ()), 0.1),
        (Candidate(1, "AP Photo", "name-line", ()), 0.1),
        (Candidate(2, "Q. Roe", "name-line", ()), 0.1),
    ]
    assert [each.name for each in choose(LAYOUT, weighed, 0.25)] == ["Juana Pérez", "P. Roe"]


def test_who_stands_alone_below_a_byline_and_in_the_text_is_of_the_story() -> None:
    rows = ("By Jane Doe", "Max Muster", "Ann Roe", "A pool was sold by Max Muster, 46, on Monday.")
    lines = tuple(Line(number, row) for number, row in enumerate(rows, 1))
    layout = lay_out(Page(lines, (0, 0, 0, 1)))
    weighed = [
        (Candidate(0, "Jane Doe", "byline", ()), 0.9),
        (Candidate(1, "Max Muster", "name-line", ()), 0.6),
        (Candidate(2, "Ann Roe", "name-line", ()), 0.6),
    ]
    assert [each.name for each in choose(layout, weighed, 0.25)] == ["Jane Doe", "Ann Roe"]
