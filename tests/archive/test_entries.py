from newsarchive.archive.entries import DEK_WORDS, WORD_CHARACTERS, entry_of
from newsarchive.model import Bullets, Paragraph
from samples import article


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
