from newsarchive.cleaning import clean, learn
from newsarchive.cleaning.features import count_features
from newsarchive.cleaning.lines import split_lines
from newsarchive.cleaning.repetition import count_lines
from newsarchive.cleaning.republished import are_republished
from newsarchive.model import Document, Line

REPORT = [
    f"The harbour board said on day {day} that the northern pier of Eastport would stay closed "
    f"until its {day} cracked piles have been replaced, and that ferries use the southern one."
    for day in range(1, 9)
]
MENU = ["Home", "World", "Sport", "Sign in to your account and read on all of your devices"]


def text(*lines: str) -> str:
    return "\n\n".join(lines)


def copies(pages: list[tuple[Line, ...]]) -> list[bool]:
    table = count_features(pages)
    others = count_lines(pages).elsewhere(table.fingerprints)
    return list(map(bool, are_republished(table, others)))


def test_a_page_whose_paragraphs_stand_in_another_file_is_a_copy() -> None:
    pages = [split_lines(text(*MENU, *REPORT)), split_lines(text("Another paper", *REPORT))]
    assert copies(pages) == [True, True]


def test_pages_that_share_a_menu_and_one_paragraph_are_no_copies() -> None:
    pages = [split_lines(text(*MENU, *REPORT[:4])), split_lines(text(*MENU, *REPORT[3:]))]
    assert copies(pages) == [False, False]


def test_a_page_without_paragraphs_is_no_copy() -> None:
    assert copies([split_lines(text(*MENU[:3])), split_lines(text(*MENU[:3])), ()]) == [False] * 3


def test_news_in_brief_that_was_saved_twice_is_a_copy() -> None:
    brief = text("Good morning.", "Owners say that they will seat half as many guests as before.")
    assert copies([split_lines(brief), split_lines(text(*MENU[:3], brief))]) == [True, True]


def test_a_report_that_two_papers_printed_is_kept_whole_in_both() -> None:
    texts = [text(*MENU, "Pier stays closed", *REPORT), text("Pier stays closed", *REPORT, *MENU)]
    documents = [
        Document(path=f"{i}.txt", sha256=str(i), encoding="utf-8", text=each)
        for i, each in enumerate(texts)
    ]
    for reading in clean(documents, (), learn(documents)):
        assert {line.text for line in reading.lines if line.label == "body"} >= set(REPORT)
