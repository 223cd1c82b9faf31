import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.spelling.slugs import MAX_CHARACTERS, RESERVED, slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Middle East", "middle-east"),
        ("U.S. Withdrawal? Only in Name", "u-s-withdrawal-only-in-name"),
        ("Überschrift & Größe", "uberschrift-grosse"),
        ("../../etc/passwd", "etc-passwd"),
        ("<script>", "script"),
        ("CON", "con-"),
        ("Unknown", "unknown-"),
        ("…", "u2026"),
        ("🗞", "u1f5de"),
    ],
)
def test_a_name_becomes_what_any_server_and_disk_takes(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_a_long_name_is_cut_between_words() -> None:
    slug = slug_of("word " * 5_000)
    assert len(slug) <= MAX_CHARACTERS
    assert slug.endswith("word")


def test_a_name_is_cut_at_the_first_word_that_is_too_much_and_a_first_word_within_itself() -> None:
    word = "Donaudampfschifffahrt" * 4
    assert slug_of(f"{word} endet") == word[:MAX_CHARACTERS].lower()
    assert slug_of(f"Die {word} endet") == "die"


@given(st.text(min_size=1))
def test_any_name_has_a_slug_that_is_safe_and_never_reserved(name: str) -> None:
    slug = slug_of(name)
    assert re.fullmatch(r"[a-z0-9-]+", slug)
    assert slug not in RESERVED
