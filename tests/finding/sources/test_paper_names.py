"""Which lines are names of papers."""

import pytest

from newsarchive.finding.sources.paper_names import names_paper


@pytest.mark.parametrize(
    "text",
    ["Latest Times", "Digitale Zeitung", "The Courier", "The courier came late", "Sign in", "新聞"],
)
def test_a_line_of_a_menu_or_a_sentence_names_no_paper(text: str) -> None:
    assert not names_paper(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Il Piccolo Corriere delle Langhe", "El Tribuno de la Ribera", "La Voix du Port"),
        *("Crónica del Puerto", "هفته‌نامه باغستان", "Вечерняя Заречная"),
    ],
)
def test_papers_of_many_languages_are_named_by_their_words(text: str) -> None:
    assert names_paper(text)
