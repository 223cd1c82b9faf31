"""Which of the weighed names sign."""

from newsarchive.finding.author_choice import Candidate, choose
from newsarchive.finding.page import Page, lay_out
from newsarchive.model import Line

LAYOUT = lay_out(Page(tuple(Line(number, "A line") for number in range(1, 4)), (0, 0, 0)))


def test_beside_a_surer_name_on_its_line_one_in_doubt_is_kept() -> None:
    weighed = [
        (Candidate(1, "Juana Pérez", "name-line", ()), 0.7),
        (Candidate(1, "P. Roe", "name-line", ()), 0.1),
        (Candidate(1, "AP Photo", "name-line", ()), 0.1),
        (Candidate(2, "Q. Roe", "name-line", ()), 0.1),
    ]
    assert [each.name for each in choose(LAYOUT, weighed, 0.25)] == ["Juana Pérez", "P. Roe"]
