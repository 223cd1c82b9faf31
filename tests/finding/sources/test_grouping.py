"""How the sightings of one publisher's name are brought together."""

from newsarchive.finding.sighting import Sighting
from newsarchive.finding.sources.grouping import group_sightings


def keys(*sightings: tuple[str, str], whole: str = "") -> set[str]:
    listed = [Sighting(i, name, kind) for i, (name, kind) in enumerate(sightings)]
    return set(group_sightings(listed, whole))


def test_a_short_form_speaks_for_the_name_it_is_short_for() -> None:
    full = ("Elsewhere and Hinterland Gazette", "copyright")
    assert keys(full, ("Gazette", "service")) == {"elsewhereandhinterlandgazette"}
    assert keys(full, ("EHG", "phrase")) == {"elsewhereandhinterlandgazette"}


def test_a_word_of_a_name_that_is_a_topic_stays_by_itself() -> None:
    full = ("Elsewhere Daily", "copyright")
    assert "elsewhere" in keys(full, ("Elsewhere", "repeated"))


def test_a_short_form_of_two_names_speaks_for_neither() -> None:
    names = (("Elsewhere Gazette", "copyright"), ("Hinterland Gazette", "copyright"))
    assert "gazette" in keys(*names, ("Gazette", "service"))


def test_a_name_before_the_word_magazine_is_that_magazine() -> None:
    text = "subscribe to discover magazine"
    assert keys(("Discover", "phrase"), whole=text) == {"discovermagazine"}
    assert keys(("Discover", "phrase"), whole="discover the world") == {"discover"}


def test_an_address_of_a_known_house_is_no_ordinary_word() -> None:
    assert keys(("health.com", "address")) == {"health"}
    assert not keys(("Health", "service"))


def test_a_possessive_is_the_name() -> None:
    assert keys(("Elsewhere Gazette’s", "phrase")) == {"elsewheregazette"}
