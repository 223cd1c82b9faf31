import tracemalloc
from pathlib import Path

import pytest
from msgspec import msgpack
from msgspec.structs import replace

from newsarchive.archive.entries import (
    DEK_WORDS,
    SUMMARIES,
    WORD_CHARACTERS,
    Entry,
    Summary,
    as_held,
    entry_of,
)
from newsarchive.body import Bullets, Paragraph
from newsarchive.incremental.store import open_store
from newsarchive.incremental.tables import BrokenStore
from samples import article, entry


def dek(text: str) -> str:
    return entry_of(article(blocks=(Paragraph(text, (1,)),))).summary.dek


def test_a_short_paragraph_is_its_own_dek() -> None:
    assert dek("It rained on Monday.") == "It rained on Monday."


def test_the_words_of_a_list_count_and_stand_under_the_headline() -> None:
    texts = (Bullets(("Two people were hurt.", "Trains wait."), (1, 2)),)
    made = entry_of(article(blocks=texts)).summary
    assert (made.words, made.dek) == (6, "Two people were hurt.")


def test_a_long_paragraph_is_cut_between_words_without_a_full_stop_before_the_ellipsis() -> None:
    words = ["Rain."] * (DEK_WORDS + 1)
    assert dek(" ".join(words)) == " ".join(words[:DEK_WORDS])[:-1] + "…"


def test_a_text_without_blanks_is_cut_by_its_characters() -> None:
    assert dek("雨" * 10_000) == "雨" * (DEK_WORDS * WORD_CHARACTERS) + "…"


def test_a_summary_that_goes_on_holds_no_wider_letters_than_its_text() -> None:
    summary = entry_of(article(blocks=(Paragraph("word " * 50, (1,)),))).summary
    assert summary.dek.endswith("word…")
    assert summary.beginning.isascii()


def test_a_summary_is_fetched_from_the_store_and_that_of_another_article_is_not_shown(
    tmp_path: Path,
) -> None:
    shown = replace(entry("Fog").summary, made=b"fog")
    with open_store(tmp_path, "code") as store:
        store.numbered(SUMMARIES, Summary).put(1, shown)
        store.commit()
        known = replace(entry("Fog"), own_summary=None, number=1, store=store.place, made=b"fog")
        assert known.summary == shown
        assert known.whole().own_summary == shown
        with pytest.raises(BrokenStore, match="summaries: 1"):
            _ = replace(known, made=b"rain").summary


def test_an_entry_takes_some_hundred_bytes() -> None:
    made = [
        replace(
            entry(f"Harbour reopens to great joy, {n}", source="The Daily Example", number=n),
            own_summary=None,
            section=("News", "Harbours"),
            date="2021-07-19",
            digest=b"%012d" % n,
            names=b"%012d" % n,
        )
        for n in range(1000, 2000)
    ]
    kept, store = msgpack.encode(made), ("/archive/.newsarchive/store.sqlite", "name")
    tracemalloc.start()
    held = [as_held(one, store) for one in msgpack.decode(kept, type=list[Entry])]
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size / len(held) < 600
