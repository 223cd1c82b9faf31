"""Whose name a page has most often, and whose page it is."""

from newsarchive.finding.page import Page, lay_out
from newsarchive.finding.sighting import Sighting
from newsarchive.finding.sources.grouping import Candidate
from newsarchive.finding.sources.second_thoughts import reconsider
from newsarchive.model import Line

LINES = tuple(Line(number, f"Line {number}") for number in range(1, 9))
LAYOUT = lay_out(Page(LINES, (0, 0, 0, 1, 1, 0, 0, 0)))


def candidate(name: str, **kinds: int) -> Candidate:
    sightings = tuple(Sighting(i, name, kind.replace("_", "-")) for kind, i in kinds.items())
    return Candidate(name.lower().replace(" ", ""), name, sightings, ())


REUTERS = candidate("Reuters", alone=2, dateline=3, copyright=7)


def test_who_claims_the_rights_on_a_page_prints_the_report_of_an_agency() -> None:
    gazette = candidate("Elsewhere Gazette", copyright=6)
    assert reconsider(REUTERS, [REUTERS, gazette], LAYOUT) == gazette


def test_the_owner_of_a_picture_amid_the_text_prints_nothing() -> None:
    picture = candidate("Jane Doe", copyright=4)
    assert reconsider(REUTERS, [REUTERS, picture], LAYOUT) == REUTERS


def test_an_agency_with_its_own_address_on_the_page_is_its_publisher() -> None:
    own = candidate("Reuters", address=0, dateline=3)
    assert reconsider(own, [own, candidate("Elsewhere Gazette", copyright=6)], LAYOUT) == own


def test_an_agency_that_is_only_named_is_nobodys_publisher() -> None:
    named = candidate("Anadolu Ajansı", known=3)
    assert reconsider(named, [named], LAYOUT) is None


def test_a_known_name_that_begins_the_papers_own_is_another_papers() -> None:
    known = candidate("El Observador", known=0, part=6)
    paper = candidate("El Observador de Otra Parte", masthead=0)
    assert reconsider(known, [known, paper], LAYOUT) == paper
    alone = candidate("El Observador", known=0, alone=6)
    assert reconsider(alone, [alone, paper], LAYOUT) == alone


def test_a_paper_whose_name_goes_on_where_its_house_ends_stands_over_it() -> None:
    house = candidate("Elsewhere", address=2, masthead=2)
    paper = candidate("Elsewhere Courier", alone=0, masthead=0)
    below = candidate("Elsewhere Shop", alone=5, masthead=5)
    assert reconsider(house, [house, paper, below], LAYOUT) == paper
    assert reconsider(house, [house, below], LAYOUT) == house


def test_a_known_house_that_claims_the_rights_prints_what_one_that_is_only_named_wrote() -> None:
    named = candidate("HuffPost", known=5, phrase=6)
    claiming = candidate("BuzzFeed", known=7, copyright=7)
    assert reconsider(named, [named, claiming], LAYOUT) == claiming
    serving = candidate("HuffPost", known=5, service=6)
    assert reconsider(serving, [serving, claiming], LAYOUT) == serving
