"""How bylines begin."""

import pytest

from newsarchive.finding.people.bylines import begins_as_byline, lead_of
from newsarchive.finding.vocabulary import words


@pytest.mark.parametrize("name", ["by", "lead", "colon"])
def test_each_word_that_leads_to_a_name_is_one_that_bylines_begin_with(name: str) -> None:
    leads = words(f"byline-{name}")
    assert [lead for lead in leads if not begins_as_byline(lead)] == []
    assert [lead for lead in leads if lead_of(f"{lead}: Jane Doe") is None] == []


def test_a_word_that_leads_only_with_a_colon_leads_nowhere_without_it() -> None:
    assert lead_of("Journalist Erika Muster") is None
    assert lead_of("Journalist: Erika Muster") == ("lead", 12)


def test_any_word_for_by_may_follow_what_kind_of_text_it_is() -> None:
    both = [f"{kind} {by}" for kind in words("byline-kind") for by in words("byline-by")]
    assert [lead for lead in both if lead_of(f"{lead} Jane Doe") is None] == []
