"""Sightings of a publisher, and how its names are brought together."""

import pytest

from newsarchive.finding.page import Page, lay_out
from newsarchive.finding.register import key_of, publishers
from newsarchive.finding.sightings import list_sightings
from newsarchive.model import Line


def seen(*texts: str, headline: str = "") -> set[tuple[str, str]]:
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    layout = lay_out(Page(lines, (0.0,) * len(lines)))
    return {(each.kind, each.name) for each in list_sightings(layout, headline)}


@pytest.mark.parametrize(
    ("text", "sighting"),
    [
        ("© 2021 Elsewhere Gazette. All rights reserved.", ("copyright", "Elsewhere Gazette")),
        ("Copyright © 2019-2021 Elsewhere Gazette", ("copyright", "Elsewhere Gazette")),
        ("Subscribe to Elsewhere Gazette", ("service", "Elsewhere Gazette")),
        ("Elsewhere Gazette newsletter", ("service", "Elsewhere Gazette")),
        ("Write to desk@elsewhere-gazette.co.uk", ("mail", "elsewhere-gazette.co.uk")),
        ("https://www.elsewhere-gazette.com/a/b", ("address", "elsewhere-gazette.com")),
        ("PARIS (Reuters) - The bridge is closed.", ("dateline", "Reuters")),
    ],
)
def test_a_page_is_seen_to_name_its_publisher(text: str, sighting: tuple[str, str]) -> None:
    assert sighting in seen(text)


def test_what_stands_behind_the_title_on_one_line_is_seen() -> None:
    tails = seen("Bridge is closed | Elsewhere Gazette", headline="Bridge is closed")
    assert ("tail", "Elsewhere Gazette") in {(kind, name.strip()) for kind, name in tails}


def test_a_name_that_many_short_lines_share_is_seen() -> None:
    lines = ("About Elsewhere Gazette", "Elsewhere Gazette Jobs", "Join Elsewhere Gazette")
    assert any(kind == "repeated" and "Elsewhere" in name for kind, name in seen(*lines))


@pytest.mark.parametrize(
    ("name", "address"),
    [("Press TV", "www.presstv.com"), ("The Guardian", "https://theguardian.com/uk")],
)
def test_a_name_and_its_address_are_one_publisher(name: str, address: str) -> None:
    known = publishers()
    assert known[key_of(name)] == known[key_of(address)]
