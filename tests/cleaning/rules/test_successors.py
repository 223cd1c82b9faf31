"""Another article that follows on the same page."""

from newsarchive.cleaning.rules.page import page_of
from newsarchive.cleaning.rules.successors import next_article
from newsarchive.cleaning.verdict import Verdict
from newsarchive.model import Line, Statement

OWN = ("Ann Writer/", "December 21, 2023/9:43 p.m. ET", "The pool will stay open")
STORY = tuple(f"The mayor spoke of the pool, and said so {n} times." for n in "3456")
NEXT = ("Bo de Author/", "December 20, 2023/8:51 p.m. ET", "The river has risen")


def found(*texts: str) -> list[int]:
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    verdicts = tuple(
        Verdict("body" if text in STORY else "boilerplate", float(text in STORY), "")
        for text in texts
    )
    stated = (
        Statement("authors", "Ann Writer", "name-line", OWN[0], 1),
        Statement("date", "2023-12-21", "date-line", OWN[1], 2),
    )
    return sorted(next_article(page_of(lines, verdicts, stated), {}))


def test_it_begins_where_a_byline_and_a_day_stand_again_as_above_the_article() -> None:
    assert found(*OWN, *STORY, *NEXT, "The river rose on Monday.") == [7, 8, 9, 10]


def test_days_in_the_text_or_under_readers_names_begin_none() -> None:
    assert found(*OWN, *STORY, "It closed on December 20, 2023.", "So it was.") == []
    assert found(*OWN, *STORY, "reader99", NEXT[1], "I do not think so.") == []
    assert found(*OWN, *STORY, NEXT[1], "What is true?") == []
    long = "By Ann Writer and Bo de Author of The Pool"
    assert found(long, *OWN[1:], *STORY, "Read all the news of the day in here", NEXT[1]) == []


def test_a_head_before_three_lines_of_the_article_is_its_own() -> None:
    assert found(*OWN, *STORY[:2], *NEXT, *STORY[2:]) == []
