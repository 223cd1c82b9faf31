import pytest

from newsarchive.body import Paragraph
from newsarchive.names import Name
from newsarchive.naming import names_in
from samples import labelled


def names(*texts: str, language: str) -> dict[str, Name]:
    blocks = [Paragraph(text, (number,)) for number, text in enumerate(texts, 1)]
    lines = labelled(*(("body", text) for text in texts))
    return {name.text: name for name in names_in(blocks, lines, language)}


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Der Hafen von Kiel liegt nicht in Russland, sagte die Ministerin.", ["Russia"]),
        ("ar", "قال الوزير إن الوفد وصل إلى بغداد والعراق", ["Baghdad", "Iraq"]),
        ("zh", "代表团周一抵达北京和伊朗", ["Beijing", "Iran"]),
        ("und", "They met in Carrow and Baghdad.", ["Baghdad"]),
        ("fr", "Ils sont deux, a dit WHO Carrow.", []),
    ],
)
def test_in_other_languages_known_names_are_found(
    language: str, text: str, found: list[str]
) -> None:
    assert [name.known for name in names(text, language=language).values()] == found


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        ("de", "Am Montag sagte Angela Merkel Reportern in Berlin nichts.", ["Angela Merkel"]),
        ("de", "Das Haus von Ursula von der Leyen steht.", ["Ursula von der Leyen"]),
        ("fr", "Jean-Luc Morel a parlé à Marie Dupont.", ["Jean-Luc Morel", "Marie Dupont"]),
        ("es", "Habló José Luis Rodríguez Zapatero ayer.", ["José Luis Rodríguez Zapatero"]),
        ("it", "Nella Casa della Resistenza parlò Marco Bianchi.", ["Marco Bianchi"]),
    ],
)  # fmt: skip
def test_people_named_whole_are_found_in_other_languages(
    language: str, text: str, people: list[str]
) -> None:
    found = names(text, language=language).values()
    assert [name.text for name in found if name.clues[0].rule == "perhaps-given-name"] == people


@pytest.mark.parametrize(
    ("language", "text", "known"),
    [
        ("de", "Aus Österreich in die USA.", {"Österreich": "Austria", "USA": "United States"}),
        ("de", "Österreichs und Berlins Lage", {"Österreich": "Austria", "Berlin": "Berlin"}),
        ("de", "Er sah Paris.", {"Paris": "Paris"}),
        ("fr", "Il vit en Autriche.", {"Autriche": "Austria"}),
        ("tr", "Avusturya'ya gitti.", {"Avusturya": "Austria"}),
        ("ja", "彼はオーストリアに行った。", {"オーストリア": "Austria"}),
        ("ar", "عاش في النمسا والنرويج.", {"النمسا": "Austria", "النرويج": "Norway"}),
        ("en", "Indie bands came to Austria.", {"Indie": "", "Austria": "Austria"}),
        ("xx", "Indie bands came to Austria.", {"Austria": "Austria"}),
    ],
)  # fmt: skip
def test_a_country_is_known_as_the_articles_language_spells_it(
    language: str, text: str, known: dict[str, str]
) -> None:
    assert {name.text: name.known for name in names(text, language=language).values()} == known


def test_an_owner_is_the_person_who_is_named_without_an_s_too() -> None:
    found = names("Anna Moors Haus steht.", "Dort wohnt Anna Moor.", language="de")
    assert {name: found[name].lines for name in found} == {"Anna Moor": (1, 2)}


def test_a_place_within_a_persons_name_is_none() -> None:
    assert list(names("Gestern kam Jordan Müller an.", language="de")) == ["Jordan Müller"]


def test_languages_that_bend_names_have_known_ones_alone() -> None:
    assert list(names("Prezydent Donald Trump był w Berlin.", language="pl")) == ["Berlin"]
