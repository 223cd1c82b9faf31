"""Sightings of a publisher, and how its names are brought together."""

import pytest

from newsarchive.finding.page import Page, lay_out
from newsarchive.finding.scoring import Weights
from newsarchive.finding.sources import source
from newsarchive.finding.sources.grouping import Candidate
from newsarchive.finding.sources.register import publisher_of
from newsarchive.finding.sources.sightings import list_sightings
from newsarchive.finding.sources.source import (
    find_host,
    find_host_alone,
    find_source,
    list_candidates,
)
from newsarchive.model import Line


def candidates(*texts: str) -> list[Candidate]:
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    return list_candidates(lay_out(Page(lines, (0.0,) * len(lines))), "")


def seen(*texts: str, headline: str = "") -> set[tuple[str, str]]:
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    layout = lay_out(Page(lines, (0.0,) * len(lines)))
    return {(each.kind, each.name) for each in list_sightings(layout, headline)}


@pytest.mark.parametrize(
    ("text", "sighting"),
    [
        ("© 2021 Elsewhere Gazette. All rights reserved.", ("copyright", "Elsewhere Gazette")),
        ("Copyright © 2019-2021 Elsewhere Gazette", ("copyright", "Elsewhere Gazette")),
        ("© 2021 Τα Νέα του Λιμανιού", ("copyright", "Τα Νέα του Λιμανιού")),
        ("© 2021 港日報. All rights reserved.", ("copyright", "港日報")),
        ("Copyright © 2021 www.elsewhere.com", ("copyright", "elsewhere.com")),
        ("© 2021 Elsewhere Gazette + Harbour Holdings", ("copyright", "Elsewhere Gazette")),
        ("© 2021 Elsewhere Gazette L.P. All rights reserved.", ("copyright", "Elsewhere Gazette")),
        ("© Elsewhere Gazette Pvt Ltd", ("copyright", "Elsewhere Gazette")),
        ("© 2021 Elsewhere Gazette News & Media Limited", ("copyright", "Elsewhere Gazette")),
        ("2021 Elsewhere Gazette, Inc. All Rights Reserved.", ("copyright", "Elsewhere Gazette")),
        ("Elsewhere Gazette. Alle Rechte vorbehalten", ("copyright", "Elsewhere Gazette")),
        ("Tous droits réservés - Le Courrier d’Ailleurs", ("copyright", "Le Courrier d’Ailleurs")),
        ("<저작권자 ⓒ 서해매일, 무단전재 및 재배포 금지>", ("copyright", "서해매일")),
        ("Read the Daily Star", ("known", "Daily Star")),
        ("Subscribe to Elsewhere Gazette", ("service", "Elsewhere Gazette")),
        ("Elsewhere Gazette newsletter", ("service", "Elsewhere Gazette")),
        ("Write to desk@elsewhere-gazette.co.uk", ("mail", "elsewhere-gazette.co.uk")),
        ("https://www.elsewhere-gazette.com/a/b", ("address", "elsewhere-gazette.com")),
        ("PARIS (Reuters) - The bridge is closed.", ("dateline", "Reuters")),
        ("Now trending on Elsewhere Gazette", ("phrase", "Elsewhere Gazette")),
        ("By Jane Doe, Elsewhere Gazette staff", ("phrase", "Elsewhere Gazette")),
        ("The bridge at dusk. (Jane Doe / Elsewhere Gazette)", ("signed", "Elsewhere Gazette")),
        ("He wrote to the Boston Globe.", ("known", "Boston Globe")),
        ("They met on Boston Globe Square.", ("part", "Boston Globe")),
        ("Le Quotidien de l’Ouest", ("part", "Le Quotidien")),
        ("A spokeswoman told Fortune so.", ("voiced", "Fortune")),
        ("https://elsewhere.com/a/bridge-is-closed", ("page", "elsewhere.com")),
    ],
)
def test_a_page_is_seen_to_name_its_publisher(text: str, sighting: tuple[str, str]) -> None:
    assert sighting in seen(text)


@pytest.mark.parametrize("address", ["ann.ode@yahoo.co.uk", "ann@gmx.de", "ann@proton.me"])
def test_an_address_that_anybody_can_have_names_no_publisher(address: str) -> None:
    assert "mail" not in {kind for kind, _ in seen(f"Write to {address}")}
    assert ("mail", "elsewhere-harbour.com") in seen("Write to ann@elsewhere-harbour.com")


def test_what_stands_behind_the_title_on_one_line_is_seen() -> None:
    tails = seen("Bridge is closed | Elsewhere Gazette", headline="Bridge is closed")
    assert ("tail", "Elsewhere Gazette") in {(kind, name.strip()) for kind, name in tails}


@pytest.mark.parametrize(
    "line",
    [
        "橋は秋に閉鎖される：港新聞デジタル",
        "大桥秋天关闭_港新聞デジタル",
        "大桥秋天“关闭”_港新聞デジタル",
        "橋は秋に閉鎖 | 港新聞デジタル",
    ],
)
def test_a_tail_in_han_script_needs_no_blanks(line: str) -> None:
    tails = {name.strip() for kind, name in seen(line, "港") if kind == "tail"}
    assert "港新聞デジタル" in tails


def test_what_the_first_line_adds_to_a_title_that_stands_again_is_seen() -> None:
    lines = (
        "Bridge is closed for nine weeks - Elsewhere",
        "Menu",
        "Bridge is closed for nine weeks",
    )
    assert ("page-title", "Elsewhere") in seen(*lines)
    assert not any(kind == "page-title" for kind, _ in seen(*lines[:2]))


def test_a_publishing_house_is_what_it_publishes() -> None:
    lines = ("Warte von Elsewhere", "© Verlag Warte von Elsewhere")
    (candidate,) = (c for c in candidates(*lines) if c.key == "wartevonelsewhere")
    assert {each.line for each in candidate.sightings} == {0, 1}


def test_a_company_is_what_it_publishes() -> None:
    lines = ("Elsewhere", "Subscribe to Elsewhere", "© 2021 Elsewhere Interactive")
    (candidate,) = (c for c in candidates(*lines) if c.key == "elsewhere")
    assert candidate.name == "Elsewhere"
    assert {each.line for each in candidate.sightings} == {0, 1, 2}


@pytest.mark.parametrize(
    ("claim", "name"),
    [
        ("© Elsewhere Kreisblatt Verlags-GmbH", "Elsewhere Kreisblatt"),
        ("© 2021 Elsewhere Nachrichten Verlags GmbH & Co KG", "Elsewhere Nachrichten"),
        ("© Редакция газеты «Приморский рабочий», 2021", "Приморский рабочий"),
        ("Copyright © 港新聞社 無断転載禁止", "港新聞"),
        ("© Hamnbladet Elsewhere AB", "Hamnbladet Elsewhere"),
        ("版权所有 清河日报社 未经授权不得转载", "清河日报"),
        ("無断転載を禁じます　西浜新聞社", "西浜新聞"),
        ("© El Eco de la Otra Parte Ediciones S.L.", "El Eco de la Otra Parte Ediciones"),
    ],
)
def test_what_a_house_is_before_the_law_is_no_part_of_its_name(claim: str, name: str) -> None:
    assert name in {candidate.name for candidate in candidates("Menu", claim)}


@pytest.mark.parametrize("text", ["Title - Espectáculos", "Title - 3 декабря 2020, 18:47"])
def test_a_section_or_a_day_is_no_publisher(text: str) -> None:
    assert {candidate.name for candidate in candidates(text)} <= {"Title", text}


def test_a_name_is_written_as_the_page_writes_its_own_title() -> None:
    lines = ("Bridge is closed for nine weeks | AP News", "Bridge is closed for nine weeks", "© AP")
    assert "AP News" in {candidate.name for candidate in candidates(*lines)}


def test_a_name_that_many_short_lines_share_is_seen() -> None:
    lines = ("About Elsewhere Gazette", "Elsewhere Gazette Jobs", "Join Elsewhere Gazette")
    assert any(kind == "repeated" and "Elsewhere" in name for kind, name in seen(*lines))


@pytest.mark.parametrize(
    ("name", "address"),
    [("Press TV", "www.presstv.com"), ("The Guardian", "https://theguardian.com/uk")],
)
def test_a_name_and_its_address_are_one_publisher(name: str, address: str) -> None:
    assert publisher_of(name) == publisher_of(address) is not None


def test_the_longest_known_name_is_seen_and_no_part_of_a_word() -> None:
    names = {
        name for kind, name in seen("Le Monde diplomatique and The Guardians") if kind == "known"
    }
    assert names == {"Le Monde diplomatique"}


def test_an_address_tells_which_of_several_houses_of_one_name_it_is() -> None:
    lines = ("The Courier", "Bridge is closed", "Write to desk@thecourier.co.uk", "© The Courier")
    (candidate,) = (each for each in candidates(*lines) if "Courier" in each.name)
    assert candidate.name == "The Courier"
    assert candidate.key == "courierdundee"
    assert {sighting.line for sighting in candidate.sightings} == {0, 2, 3}


def test_a_subdomain_that_is_a_house_of_its_own_is_told_from_its_host() -> None:
    assert ("address", "finance.yahoo.com") in seen("https://finance.yahoo.com/news")


def test_lines_that_a_few_other_files_have_name_their_publisher() -> None:
    texts = ("About Elsewhere Gazette", "Elsewhere Gazette for schools", "The bridge is open.")
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    among = lay_out(Page(lines, (0.0, 0.0, 1.0), elsewhere=(2, 2, 0)))
    alone = lay_out(Page(lines, (0.0, 0.0, 1.0)))
    assert ("common", "Elsewhere Gazette") in {(s.kind, s.name) for s in list_sightings(among, "")}
    assert "common" not in {s.kind for s in list_sightings(alone, "")}


def test_conversation_is_joined_everywhere() -> None:
    assert not {name for kind, name in seen("Join the conversation") if kind == "service"}


def test_a_name_is_given_as_the_houses_own_address_has_it() -> None:
    lines = ("More from Israel National News", "Arutz Sheva", "Israel National News")
    assert [each.name for each in candidates(*lines) if each.key == "arutzsheva"] == [
        "Israel National News"
    ]


def test_a_name_is_cut_to_the_words_of_its_address() -> None:
    lines = ("By Jane Doe | Akron Beacon Journal", "Write to desk@beaconjournal.com")
    names = {each.name for each in candidates(*lines)}
    assert "Beacon Journal" in names


def test_names_such_as_papers_have_are_told_from_those_of_people() -> None:
    lines = ("More from Jane Doe", "More from Elsewhere Gazette", "More from Cloth Nappies")
    told = {each.name: set(each.features) for each in candidates(*lines)}
    assert "paper-name" in told["Elsewhere Gazette"]
    assert "given-name" in told["Jane Doe"]
    assert told["Cloth Nappies"].isdisjoint({"paper-name", "given-name"})


@pytest.mark.parametrize("text", ["Foto: Agerpres", "Sursa: Agerpres/Jan Hora"])
def test_an_agency_that_a_picture_or_a_report_is_of_is_not_the_publisher(text: str) -> None:
    menu = [f"Section {n}" for n in range(6)]
    assert "agerpres" not in {each.key for each in candidates(*menu, text)}
    told = "The council told Agerpres that the bridge is closed."
    assert "agerpres" in {each.key for each in candidates(*menu, told)}


@pytest.mark.parametrize(
    ("top", "owner", "said"),
    [
        ("Harbour & Lane", "Harbour & Lane", "source"),
        ("Jane Doe", "Jane Doe", "unsure_source"),
        ("西浜新聞", "西浜新聞社", "source"),
        ("Menu", "Harbour & Lane", "unsure_source"),
    ],
)
def test_a_name_that_stands_over_the_page_and_claims_its_rights_need_be_less_sure(
    top: str, owner: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "load_weights", lambda _field: Weights(0.6, {}))
    monkeypatch.setattr(source, "shares", lambda weighed: [0.4 / len(weighed)] * len(weighed))
    monkeypatch.setattr(source, "list_candidates", lambda *page: list_candidates(*page)[:1])
    rows = (top, "A body of some words, and of some more.", f"© 2021 {owner}")
    lines = tuple(Line(number, text) for number, text in enumerate(rows, 1))
    found = find_source(lines, lay_out(Page(lines, (0.0, 1.0, 0.0))), "")
    assert {each.field for each in found} == {said}


def test_the_one_house_that_names_itself_is_the_publisher_however_little_it_weighs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(source, "shares", lambda weighed: [0.2 / len(weighed)] * len(weighed))
    title = "The bridge is closed for nine weeks"
    rows = (f"{title} - Elsewhere Courier", "Menu", title, "A body of some words, and of more.")
    lines = tuple(Line(number, text) for number, text in enumerate(rows, 1))
    found = find_source(lines, lay_out(Page(lines, (0.0, 0.0, 0.0, 1.0))), "")
    assert {(each.field, each.value) for each in found} == {("source", "Elsewhere Courier")}


def test_an_address_is_named_in_the_words_of_the_line_that_says_the_same() -> None:
    url = "http://www.port-courier.example/news/market.html"
    for line in ("The Port Courier", "From the Port Courier app"):
        (said,) = find_host(url, ["Home", line, "The port and its courier"])
        assert said.value == line.removeprefix("From the ").removesuffix(" app")
    (said,) = find_host(url, ["The courier came to the port.", "port-courier.example"])
    assert said.value == "port-courier.example"


@pytest.mark.parametrize("address", ["www.port-courier.example", "port-courier.example/a/bridge/"])
def test_an_address_alone_over_a_short_text_is_its_publisher_s(address: str) -> None:
    lines = tuple(Line(n, text) for n, text in enumerate((address, "Nine weeks", "It is old."), 1))
    layout = lay_out(Page(lines, (0.0, 0.0, 1.0)))
    (said,) = find_host_alone(lines, layout)
    assert (said.value, said.line) == ("port-courier.example", 1)
    long = lines + tuple(Line(n, f"Menu {n}") for n in range(4, 70))
    assert find_host_alone(long, lay_out(Page(long, (0.0,) * len(long)))) == ()


@pytest.mark.parametrize(
    ("below", "said"),
    [
        ("You are a registered user of Port Mirror and logged in.", {"source"}),
        ("Port Mirror\n© 2021", {"source"}),
        ("Port Mirror\nContact", set()),
    ],
)
def test_a_paper_whose_name_heads_the_page_is_named_again_below_the_article(
    below: str, said: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "shares", lambda weighed: [0.2 / len(weighed)] * len(weighed))
    rows = ("Port Mirror", "Menu", "A body of some words, and of some more.", *below.split("\n"))
    lines = tuple(Line(number, text) for number, text in enumerate(rows, 1))
    layout = lay_out(Page(lines, (0.0, 0.0, 1.0, *(0.0 for _ in rows[3:]))))
    assert {each.field for each in find_source(lines, layout, "")} == said
