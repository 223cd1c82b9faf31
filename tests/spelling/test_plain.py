"""What a terminal would obey is spelled out, and what a reader sees is left."""

import pytest

from newsarchive.spelling.plain import for_terminal


@pytest.mark.parametrize("sign", [*map(chr, (0x07, 0x0A, 0x1B, 0x7F, 0x85, 0x9B, 0x9D)), "\u202e"])
def test_no_sign_that_a_terminal_obeys_comes_through(sign: str) -> None:
    assert for_terminal(f"a{sign}2Jb") == f"a{sign.encode('unicode_escape').decode()}2Jb"


def test_letters_of_all_scripts_and_tabs_stay() -> None:
    assert for_terminal("Größe\tخطة 中文 👩\u200d👧") == "Größe\tخطة 中文 👩\u200d👧"
