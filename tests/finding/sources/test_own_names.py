"""Names that a page, or the files of an archive, hold in many lines."""

import pytest

from newsarchive.cleaning.lines import split_lines
from newsarchive.finding.page import Page, lay_out
from newsarchive.finding.sources.own_names import known_names, repeated_names

NAMES = [f"House{chr(ord('A') + n)}" for n in range(20)]


def test_of_many_repeated_names_those_are_given_that_come_first() -> None:
    parts = " of ".join(NAMES[:6]), " of ".join(NAMES[6:12]), " of ".join(NAMES[12:18])
    text = "\n".join(f"{verb} {part}" for part in parts for verb in ("join", "read", "follow"))
    lines = split_lines(text)
    layout = lay_out(Page(lines, (0.0,) * len(lines)))
    assert [each.name for each in repeated_names(layout)] == NAMES[:12]


def test_a_desk_of_a_house_is_the_house_and_a_place_with_its_name_is_not() -> None:
    lines = split_lines("By Jane Doe, Boston Globe Staff\nThey met on Boston Globe Square.")
    layout = lay_out(Page(lines, (0.0,) * len(lines)))
    assert [each.kind for each in known_names(layout)] == ["known", "part"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Researchers say that the DNA of tumours explains it.",
        "La TVA baisse, le PIB augmente, a dit le ministre.",
        "Auf den ersten Blick war der Pfeiler unversehrt.",
        "Antara pukul enam dan tujuh jembatan ditutup.",
        "Faktisk blev broen lukket i går.",
        "Nació en Villa del Puerto.",
        "قال مسؤول من الشرق الأوسط والخليج إن الجسر مغلق",
        "आज तक पुल बंद है।",
    ],
)
def test_an_ordinary_word_that_is_a_papers_name_as_well_names_none_in_a_sentence(
    sentence: str,
) -> None:
    layout = lay_out(Page(split_lines(sentence), (1.0,)))
    assert list(known_names(layout)) == []
