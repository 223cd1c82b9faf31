"""Reports of services that monitor papers and broadcasts."""

import pytest

from newsarchive.loading.texts.monitored import MONITORED, monitored

STORY = "The council voted to close the bridge.\nA ferry will run until it is open again.\n"


def stated(text: str) -> list[tuple[str, str]]:
    found = monitored(text)
    return [(said.field, said.value) for said in found[0].statements] if found else []


@pytest.mark.parametrize(
    ("head", "source", "day"),
    [
        ("PM1907154021 Eastport THE COURIER in English 19 Jul 89 p 3", "The Courier", "1989-07-19"),
        (
            "LD0203091291 Eastport Domestic Service in English 0700 GMT 2 Mar 91",
            "Eastport Domestic Service",
            "1991-03-02",
        ),
        ("LD1907142389 Moscow TASS in English 1423 GMT 19 Jul 89", "TASS", "1989-07-19"),
    ],
)
def test_the_head_of_a_report_names_the_paper_or_the_station_and_its_day(
    head: str, source: str, day: str
) -> None:
    assert stated(f"{head}\n[Text] {STORY}") == [("source", source), ("date", day)]


def test_brackets_below_it_say_what_the_report_was_called_and_who_wrote_it() -> None:
    head = "PM1907154021 Eastport THE COURIER in English 19 Jul 89 p 3"
    below = '[Article by Ann Ode: "Bridge To Close"]'
    assert stated(f"{head}\n{below}\n[Text] {STORY}")[2:] == [
        ("title", "Bridge To Close"),
        ("authors", "Ann Ode"),
    ]


@pytest.mark.parametrize(
    "end",
    [
        "Source: Northland news agency, Eastport, in English 1423 gmt 19 Jul 97",
        "Source: Northland news agency, Eastport, in English 19 July 1997, p 3",
    ],
)
def test_the_end_of_a_report_does_so_too(end: str) -> None:
    opening = "Text of report in English by Northland news agency, Eastport, on 19th July"
    text = f"Bridge to close\n{opening}\n{STORY}{end}\n(C) BBC Monitoring\n"
    assert stated(text) == [("source", "Northland news agency"), ("date", "1997-07-19")]
    found = monitored(text)
    assert found
    assert found[0].labels == dict.fromkeys([2, 5, 6], ("boilerplate", MONITORED))


def test_what_says_that_it_is_the_whole_text_is_none_of_its_words() -> None:
    found = monitored(f"PM1907154021 Eastport THE COURIER in English 19 Jul 89\n[Text] {STORY}")
    assert found
    assert found[1] == {2: ("[Text] ", "")}


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"Source: a report in English\n{STORY}",
        f"{STORY}Source: Courier, Eastport, in English 31 Feb 97 of a year that was none",
    ],
)
def test_other_texts_are_of_no_such_service(text: str) -> None:
    assert monitored(text) is None
