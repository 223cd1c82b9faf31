"""Which of a page's names for its publisher is shown."""

from newsarchive.finding.sighting import Sighting
from newsarchive.finding.sources.displaying import in_full

TEXTS = ("The Harwick Herald", "Harwick Council", "© 2021 Harwick Media Ltd", "Le Monde du Nord")


def shown(name: str, key: str, *kinds: str, line: int = 0) -> str:
    return in_full(name, key, [Sighting(line, name, kind) for kind in kinds], TEXTS)


def test_a_papers_line_says_more_than_the_town_that_it_is_named_for() -> None:
    assert shown("Harwick", "harwick", "repeated") == "The Harwick Herald"
    assert shown("Harwick", "harwick", "copyright", line=2) == "Harwick"


def test_a_known_name_is_shown_as_it_is_unless_it_is_only_a_part_of_others() -> None:
    texts = ("Le Quotidien de l’Ouest",)
    whole, part = (Sighting(0, "Le Quotidien", kind) for kind in ("known", "part"))
    assert in_full("Le Quotidien", "lequotidien", [whole], texts) == "Le Quotidien"
    assert in_full("Le Quotidien", "lequotidien", [part], texts) == texts[0]
