"""Who claims the rights below an article that nobody signs."""

import pytest

from newsarchive.finding.page import Page, lay_out
from newsarchive.finding.people.claimants import find_claimant
from newsarchive.model import Line

STORY = "The harbour bridge at Port Elsewhere will close for nine weeks in autumn."


def claimed(*below: str) -> list[str]:
    lines = tuple(Line(number, text) for number, text in enumerate((STORY, *below), 1))
    page = Page(lines, tuple(float(line.text == STORY) for line in lines))
    return [said.value for said in find_claimant(lines, lay_out(page))]


@pytest.mark.parametrize(
    "text",
    [
        "© 2009-2012 Jane Doe. Impressum & Datenschutz",
        "(c) Jane Doe • All else in the imprint",
        "© Copyright 2021 Jane Doe",
    ],
)
def test_a_person_who_claims_the_rights_below_the_text_wrote_it(text: str) -> None:
    assert claimed(text) == ["Jane Doe"]


def test_a_house_that_claims_them_wrote_nothing() -> None:
    assert claimed("© 2021 Virginia Spine Institute") == []
    assert claimed("© 2021 Jane Doe Photography, LLC") == []


def test_of_two_who_claim_rights_neither_is_taken() -> None:
    assert claimed("© 2021 Jane Doe", "© 2021 Mary Moe") == []
