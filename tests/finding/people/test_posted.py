"""Who signs behind a day on one line."""

import pytest

from newsarchive.finding.people.posted import posters


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Posted on 19 July 2021 by jane", ["jane"]),
        ("Veröffentlicht am 19. Juli 202120. Juli 2021 von Erika", ["Erika"]),
        ("19. Juli 2021, 23:39 · von Erika Muster", ["Erika Muster"]),
        ("19. Juli 2021 @ 18:13 // Autor: muster4 // ~ Lesezeit: 1 Minute", ["muster4"]),
        ("Am 19. Juli 2021 Von Erika In Aktuell", ["Erika"]),
        ("Dieser Artikel wurde am 19. Juli 2021 um 14:48 von Erika geschrieben", ["Erika"]),
        ("Publié le 19 juillet 2021 à 14h30 par Jeanne", ["Jeanne"]),
        ("Publicado el 19 de julio de 2021 por Juana", ["Juana"]),
        ("19.07.2021 14:05 door Jansje", ["Jansje"]),
        ("Posted on 2021年7月19日 by muster", ["muster"]),
        ("19. Juli 2021 erikamuster Schreibe einen Kommentar", ["erikamuster"]),
        ("19 Juli, 2021 | Erika_M | Kommentare 34 |", ["Erika_M"]),
        ("19 iulie 2021 de mihai 4 comentarii", ["mihai"]),
        ("19 juillet 2021 | Jeanne Dupont | 3 commentaires", ["Jeanne Dupont"]),
    ],
)
def test_one_word_behind_by_and_a_day_is_who_posted(text: str, names: list[str]) -> None:
    assert posters(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "On 19 July 2021 by a vote of ten to three the council closed the bridge",
        "19. Juli 2021 | 3 Kommentare",
        "19 juillet 2021 de 14h à 15h",
        "Am 19. Juli 2021 von der Polizei gefasst",
        "19 July 2021",
        "Signed by Jane Doe",
    ],
)
def test_what_is_done_by_somebody_on_a_day_is_not_signed(text: str) -> None:
    assert posters(text) == []
