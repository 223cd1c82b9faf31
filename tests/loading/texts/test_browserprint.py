"""What browsers print around a page."""

import pytest

from newsarchive.loading.texts.browserprint import PRINTED, browser_print

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


def test_a_page_that_was_printed_from_a_disk_has_no_address() -> None:
    told = browser_print(CHROMIUM.replace(ADDRESS, "file:///home/a/bridge.html"))
    assert told
    assert sorted(told.labels) == [1, 5, 6, 10]
    assert [said.field for said in told.statements] == ["crawled"]


def titled(text: str) -> list[tuple[str, int | None]]:
    """Give the title that a print states and the lines that have it."""
    told = browser_print(text)
    assert told
    return [(said.value, said.line) for said in told.statements if said.field == "title"]


APART = (
    "11/30/26, 4:36\u202fAM\n\nBridge closed for nine weeks | Courier\n\nMenu\n\n"
    f"{ADDRESS}\n\n1/2\n"
    "\n\f11/30/26, 4:36\u202fAM\n\nBridge closed for nine weeks | Courier\n\n"
    f"Bridge closed\nfor nine weeks\nBy Ann Ode\n\n{BODY}\n{ADDRESS}\n\n2/2\n\f"
)


def test_what_a_program_set_on_two_lines_is_a_head_or_a_foot_too() -> None:
    told = browser_print(APART)
    assert told
    around = [line for line, (label, _) in told.labels.items() if label in ("boilerplate", "url")]
    assert sorted(around) == [1, 3, 7, 9, 11, 13, 21, 23]
    assert {said.field: said.value for said in told.statements} == {
        "url": ADDRESS,
        "crawled": "2026-11-30",
        "title": "Bridge closed for nine weeks",
    }


def test_the_title_is_what_the_text_has_of_what_the_browser_calls_the_page() -> None:
    assert titled(APART) == [
        ("Bridge closed for nine weeks", 15),
        ("Bridge closed for nine weeks", 16),
    ]
    assert titled(CHROMIUM) == []
    whole = "Crash &#8211; and what came of it"
    assert titled(f"16/06/2020, 10:32 {whole}\nCrash – and what came of it\n{ADDRESS} 1/1\n") == [
        ("Crash – and what came of it", 2)
    ]


def test_a_head_that_stands_below_its_page_is_known_by_the_others() -> None:
    head = "16/06/2020, 10:32 Bridge closed"
    text = f"{BODY}{head}\n{ADDRESS} 1/2\n{BODY}{head}\n{ADDRESS} 2/2\n"
    told = browser_print(text)
    assert told
    assert sorted(told.labels) == [2, 3, 5, 6]


def test_a_day_without_its_hour_s_title_names_no_page() -> None:
    assert browser_print(f"{BODY}11/30/26, 4:36 AM\n{ADDRESS} 1/1\n") is None
