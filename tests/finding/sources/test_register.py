"""The register of publishers: what it holds, and how names and addresses are looked up in it."""

import re
import subprocess
import sys

import pytest

from newsarchive.finding.sources.register import (
    brand_of,
    key_of,
    names_by_head,
    publisher_of,
    spelled,
)
from newsarchive.finding.sources.register_index import (
    FOLDER,
    make_index,
    read_register,
    written,
)
from newsarchive.finding.vocabulary import words

REGISTER = read_register()
COMMON = frozenset(words("common-name"))
DOMAIN = re.compile(r"(?=.{4,60}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")


def is_address(name: str) -> bool:
    return "." in name and name.islower()  # "sz.de" is a domain, "SZ.de" is spoken


def test_the_file_holds_one_house_a_line_in_the_order_of_the_alphabet() -> None:
    lines = (FOLDER / "register.json").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(REGISTER) + 2
    assert list(REGISTER) == sorted(REGISTER, key=lambda name: (name.casefold(), name))


def test_no_two_houses_have_one_name() -> None:
    owners: dict[str, set[str]] = {}
    for house, others in REGISTER.items():
        for name in (house, *(other for other in others if not is_address(other))):
            owners.setdefault(key_of(name), set()).add(house)
    assert {key: houses for key, houses in owners.items() if len(houses) > 1} == {}


def test_no_two_houses_have_one_address_and_each_has_each_name_once() -> None:
    addresses = [other for others in REGISTER.values() for other in others if is_address(other)]
    assert len(addresses) == len(set(addresses))
    assert all(len(set(others)) == len(others) for others in REGISTER.values())


def test_addresses_are_domains_without_scheme_and_path() -> None:
    assert [
        other
        for others in REGISTER.values()
        for other in others
        if is_address(other) and not DOMAIN.fullmatch(other)
    ] == []


def test_every_house_is_known_by_something_besides_its_display_name() -> None:
    assert [house for house, others in REGISTER.items() if not others] == []


def test_names_hold_no_space_too_many() -> None:
    names = [name for house, others in REGISTER.items() for name in (house, *others)]
    assert [name for name in names if name != " ".join(name.split()) or not key_of(name)] == []


def test_common_names_are_in_lower_case() -> None:
    assert [name for name in COMMON if name != name.lower()] == []


def test_the_index_is_made_of_the_register_as_it_is() -> None:
    """If this fails: `python -m newsarchive.finding.sources.register_index`."""
    stored = (FOLDER / "register_index.json").read_bytes()
    index = make_index(REGISTER, COMMON)
    assert {publisher_of(key) for key in index.keys} == {
        index.houses[i] for i in index.keys.values()
    }
    assert stored == written(index)


@pytest.mark.parametrize(
    ("name", "house"),
    [
        ("https://www.zeit.de/index", "Die Zeit"),
        ("SZ.de", "Süddeutsche Zeitung"),
        ("Le Télégramme", "Le Télégramme"),
        ("letelegramme.fr", "Le Télégramme"),
        ("ksta.de", "Kölner Stadt-Anzeiger"),
        ("Diario SUR", "Sur"),
        ("朝日新聞", "Asahi Shimbun"),
        ("연합뉴스", "Yonhap"),
        ("澎湃新闻", "The Paper"),
        ("दैनिक भास्कर", "Dainik Bhaskar"),
        ("الشرق الأوسط", "Asharq Al-Awsat"),
        ("הארץ", "Haaretz"),
        ("Медуза", "Meduza"),
        ("Українська правда", "Ukrainska Pravda"),
        ("Η Καθημερινή", "Kathimerini"),
        ("gazzetta.it", "La Gazzetta dello Sport"),
        ("Polska Agencja Prasowa", "PAP"),
        ("hs.fi", "Helsingin Sanomat"),
        ("cumhuriyet.com.tr", "Cumhuriyet"),
        ("Zero Hora", "GZH"),
        ("lanacion.com.ar", "La Nación (Argentina)"),
        ("premiumtimesng.com", "Premium Times"),
        ("The Mercury News", "The Mercury News"),
        ("nytimes", "New York Times"),
    ],
)
def test_houses_of_many_countries_are_known_by_name_and_address(name: str, house: str) -> None:
    assert publisher_of(name) == house


@pytest.mark.parametrize(
    "name",
    [
        *("ABC", "La Nación", "El Universal", "The Star", "thestar", "The Standard", "El Comercio"),
        *("La Prensa", "The Herald", "Público", "The Citizen", "La Razón", "Daily Star", "Hoy"),
        *("Money", "Mail", "Business Day", "Financial Express", "Última Hora", "Le Matin"),
    ],
)
def test_a_name_that_several_houses_have_is_none_of_them(name: str) -> None:
    assert publisher_of(name) is None


@pytest.mark.parametrize(
    ("address", "house"),
    [
        ("abc.es", "ABC (España)"),
        ("abc.net.au", "ABC (Australia)"),
        ("thestar.com", "Toronto Star"),
        ("thestar.com.my", "The Star (Malaysia)"),
        ("heraldscotland.com", "The Herald (Scotland)"),
        ("herald.co.zw", "The Herald (Zimbabwe)"),
        ("nacion.com", "La Nación (Costa Rica)"),
        ("publico.pt", "Público (Portugal)"),
        ("guardian.ng", "The Guardian (Nigeria)"),
    ],
)
def test_an_address_tells_houses_of_one_name_apart(address: str, house: str) -> None:
    assert publisher_of(address) == house


@pytest.mark.parametrize(
    ("name", "house"),
    [
        ("The Times", "The Times"),
        ("The Guardian", "The Guardian"),
        ("theguardian", "The Guardian"),
        ("The Sun", "The Sun"),
        ("El País", "EL PAÍS"),
        ("Daily Telegraph", "The Telegraph"),
        ("The Independent", "The Independent"),
    ],
)
def test_a_house_best_known_by_far_has_a_shared_name_for_itself(name: str, house: str) -> None:
    assert publisher_of(name) == house


@pytest.mark.parametrize(
    "word", ["Time", "Metro", "Focus", "Stern", "Who", "WHO", "Perfil", "Proceso", "Trud", "Marca"]
)
def test_ordinary_words_are_not_sought_in_sentences(word: str) -> None:
    assert word not in names_by_head().get(word, "").split("\n")
    assert word.lower() not in spelled()


@pytest.mark.parametrize("place", ["richmond", "omaha", "kansas", "boston", "kentucky", "la", "an"])
def test_a_place_in_an_address_is_no_publisher(place: str) -> None:
    assert publisher_of(place) in (None, "Boston.com")


def test_a_name_in_brackets_is_neither_sought_nor_shown() -> None:
    assert brand_of("The Courier (Dundee)") == "The Courier"
    assert not any(")" in names for names in names_by_head().values())


def test_the_longest_name_comes_first() -> None:
    assert names_by_head()["Le Monde"].split("\n")[-1] == "Le Monde"


def test_an_index_of_two_namesakes_knows_them_by_their_addresses() -> None:
    register = {
        "Bugle (Elsewhere)": ["bugle.org", "Elsewhere Bugle"],
        "Clarion": ["clarion.com", "word.net"],
        "The Bugle (Nowhere)": ["thebugle.com"],
    }
    index = make_index(register, frozenset({"word"}))
    assert {key: index.houses[house] for key, house in index.keys.items()} == {
        "bugleelsewhere": "Bugle (Elsewhere)",
        "bugle.org": "Bugle (Elsewhere)",
        "elsewherebugle": "Bugle (Elsewhere)",
        "buglenowhere": "The Bugle (Nowhere)",
        "thebugle.com": "The Bugle (Nowhere)",
        "clarion": "Clarion",
        "clarion.com": "Clarion",
        "word.net": "Clarion",
    }
    assert index.heads == {"Elsewhere Bugle": "Elsewhere Bugle", "Clarion": "Clarion"}


def test_a_name_of_several_words_is_sought_though_two_houses_have_it() -> None:
    register = {"Harbour Post (Elsewhere)": ["hp.org"], "The Harbour Post (Nowhere)": ["hp.com"]}
    index = make_index(register, frozenset())
    assert index.heads == {"Harbour Post": "Harbour Post"}
    assert ("harbourpost" in index.keys, index.shared) == (False, ["harbourpost"])


def test_the_help_does_not_read_the_register() -> None:
    asks = (
        "import sys; from newsarchive.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print('newsarchive.finding.sources.register' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("False\n")


def test_no_other_name_is_what_houses_are_told_apart_by_brackets_for() -> None:
    shared = {key_of(brand_of(house)) for house in REGISTER if house.endswith(")")}
    taken = {
        key_of(other)
        for house, others in REGISTER.items()
        for other in others
        if "." not in other and key_of(other) in shared and key_of(other) != key_of(house)
    }
    assert taken == {"insider", "intelligencer", "dailytelegraph"}
