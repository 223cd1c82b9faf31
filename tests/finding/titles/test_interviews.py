"""Lines beside an interview's title that read like one."""

import pytest

from newsarchive.finding.titles.interviews import title_beside
from newsarchive.model import Line


def beside(*texts: str) -> list[int | None]:
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    return [title_beside(lines, i) for i in range(len(lines))]


@pytest.mark.parametrize(
    ("kicker", "title"),
    [
        ("Entrevista | Marta Clavijo, alcaldesa", "“El puente no aguanta otro invierno”"),
        ("Interview: Jane Doe, mayor", "'We waited too long'"),
        ("Entretien - Jeanne Morel", "« Nous avons trop attendu »"),
    ],
)
def test_with_whom_it_is_stands_over_a_title_that_is_a_quotation(kicker: str, title: str) -> None:
    assert beside(kicker, title) == [1, None]
    assert beside(kicker, title.strip("“”'«» ")) == [None, None]


@pytest.mark.parametrize(
    "asked",
    [
        "Z burmistrz Martą Klein o moście rozmawia Anna Zaremba",
        "Mit der Bürgermeisterin sprach Jonas Brandt.",
    ],
)
def test_who_asked_stands_below_the_title(asked: str) -> None:
    assert beside("We waited too long", asked) == [None, 0]


def test_other_lines_say_nothing_of_an_interview() -> None:
    assert beside("Interview with a ferry", "“A quotation”", "Da sprach die Mauer") == [None] * 3
