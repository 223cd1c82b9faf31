"""What browsers print around a page."""

import pytest

from newsarchive.loading.browserprint import PRINTED, browser_print

ADDRESS = "https://courier.example/bridge"
BODY = "The bridge is closed, the county said.\n"
CHROMIUM = (
    f"16/06/2020, 10:32      Bridge closed | Courier\n\n{BODY}\n{ADDRESS}      1/2\n"
    f"\f16/06/2020, 10:32      Bridge closed | Courier\n\n{BODY}\n{ADDRESS}      2/2\n\f"
)
FIREFOX = f"Bridge closed | Courier      {ADDRESS}\n\n{BODY}\n1 of 1      16/06/2020, 10:32\n"


@pytest.mark.parametrize(("text", "lines"), [(CHROMIUM, [1, 5, 6, 10]), (FIREFOX, [1, 5])])
def test_the_day_of_the_printing_is_a_visit_and_the_address_is_the_pages(
    text: str, lines: list[int]
) -> None:
    told = browser_print(text)
    assert told
    assert sorted(told.labels) == lines
    assert {rule for _, rule in told.labels.values()} == {PRINTED}
    assert {said.field: said.value for said in told.statements} == {
        "url": ADDRESS,
        "crawled": "2020-06-16",
    }


def test_an_address_that_was_cut_and_a_day_that_could_be_two_say_nothing() -> None:
    text = FIREFOX.replace(ADDRESS, "https://courier.example/br…").replace("16/06", "05/06")
    told = browser_print(text)
    assert told
    assert told.statements == ()


@pytest.mark.parametrize("text", ["", BODY, f"{BODY}{ADDRESS}\n", f"{ADDRESS} 1/2\n{BODY}"])
def test_other_texts_were_not_printed_by_a_browser(text: str) -> None:
    assert browser_print(text) is None
