from gold_fields import UNTOLD, find_gold_fields
from newsarchive.cleaning.lines import split_lines

PAGE = """Storm closes the harbour | The Eastport Gazette
News
Storm closes the harbour
By Mary Hale
Updated 20 July 2021
Published 19 July 2021
The harbour was closed on Monday, said Mary Hale of the port's office, who watched it from the mole.
Fog holds up the ferries
18 July 2021"""
GOLD = {
    "score": {"title": True, "date": True},
    "title": "Storm closes the harbour",
    "title_alt": [],
    "title_in": {"dump": "line"},
    "date_accepted": ["2021-07-19"],
    "date_in": {"dump": "full"},
    "authors": ["Mary Hale"],
    "author_in": {"dump": True},
}
LINES = split_lines(PAGE)
BODY = [line.number == 7 for line in LINES]


def stated(**changes: object) -> list[list[int]]:
    """Give for title, day and authors the numbers of the lines that state them."""
    told = find_gold_fields(LINES, GOLD | changes, "dump", BODY)
    return [[i + 1 for i in range(len(LINES)) if told[i, field] == 1] for field in range(3)]


def test_a_field_is_stated_where_its_gold_stands_but_in_prose() -> None:
    assert stated() == [[1, 3], [6], [4]]


def test_of_a_page_that_states_no_day_every_line_is_told_to_state_none() -> None:
    told = find_gold_fields(LINES, GOLD | {"date_in": {"dump": "none"}}, "dump", BODY)
    assert told[:, 1].tolist() == [0] * len(LINES)


def test_what_the_gold_does_not_say_or_no_line_states_is_untold() -> None:
    another = find_gold_fields(LINES, GOLD | {"title": "Another"}, "dump", BODY)
    assert another[:, 0].tolist() == [UNTOLD] * len(LINES)
    told = find_gold_fields(LINES, GOLD | {"authors": []}, "dump", BODY)
    assert told[:, 2].tolist() == [UNTOLD] * len(LINES)
