"""Which of many phrases a text holds is told as if each were looked for."""

import pytest

from newsarchive.finding.phrases import searched

TEXTS = (
    "",
    "©",
    "the",
    "all rights reserved. © 2021 the port courier",
    "無断転載禁止 все права защищены — “quoted” 😀😀 end",
    "half \ud83d of a character",
)


@pytest.mark.parametrize("text", TEXTS)
def test_every_part_of_a_text_is_held_and_nothing_else(text: str) -> None:
    size = len(text)
    parts = {text[i:j] for i in range(size) for j in range(i + 1, min(size, i + 9) + 1)}
    strange = [f"{part[:-1]}ß" for part in parts] + [part[::-1] for part in parts]
    phrases = [*parts, text, *strange]
    assert searched(text).held(phrases) == [phrase for phrase in phrases if phrase in text]


def test_a_phrase_of_which_both_ends_stand_apart_is_not_held() -> None:
    assert searched("read more of this and this article").held(["read more article"]) == []


def test_lines_are_found_by_what_they_hold_up_to_an_end() -> None:
    lines = ["read more", "no", "read and read", "", "more"]
    text, starts = "\n".join(lines), (0, 10, 13, 27, 28, 33)
    assert searched(text).lines_holding(["read", "more", "never"], starts) == [0, 2, 4]
    assert searched(text).lines_holding(["read", "more"], starts, starts[2]) == [0]
    assert searched(text).lines_holding(["read", "more"], starts, 7) == [0]
