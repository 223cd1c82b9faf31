"""Readers' comments: below the words over them, or below names with the hour."""

import pytest

from newsarchive.cleaning.rules.comments import hours_of_thread
from ruled import labelled, labels, page


@pytest.mark.parametrize(
    "hour",
    [
        "August 8, 2018 at 3:17 pm",
        "le 22/11/2024 à 09:47",
        "08.08.2018, 14:05 Uhr",
        "2018-08-08 3:17",
        "3 years ago",
        "vor 2 Stunden",
    ],
)
def test_comments_are_known_by_names_above_a_day_with_its_hour(hour: str) -> None:
    comment = "I have swum here since I was a child."
    texts = ["A text.", "Gaye", hour, comment, "Jan Smith", hour, comment, "anon1", hour, comment]
    assert hours_of_thread(texts) == [2, 5, 8]
    assert hours_of_thread(texts, 3) == []


def test_days_without_hours_and_sentences_above_them_make_no_thread() -> None:
    names = ("Gaye", "Jan Smith", "anon1")
    assert hours_of_thread([row for name in names for row in (name, "August 8, 2018")]) == []
    long = "Why the pool was closed for so long"
    assert hours_of_thread([row for _ in names for row in (long, "August 8, 2018, 3:17")]) == []


THREAD = """
Comments (2)
Jane
¶ I have swum there for forty years, and the water was never warm.
Reply
John
¶ They should have built a new one when there was money for it.
Reply
"""


def test_what_readers_comment_is_not_of_the_article() -> None:
    read = page("¶ The pool will stay open.\n¶ It had been closed in March." + THREAD)
    boilerplate = {i for i, label in labelled(read).items() if label == "boilerplate"}
    assert boilerplate == set(range(2, 9))


def test_a_subheading_about_comments_is_not_over_a_thread() -> None:
    read = page("¶ The pool will stay open.\n¶ Comment engagement score" + THREAD[13:])
    assert {i for i, label in labelled(read).items() if label == "boilerplate"} == {4, 7}


@pytest.mark.parametrize("words", ["12 Comments", "Kommentare: 10", "2 replies by Ann and others"])
def test_the_words_over_a_thread_may_say_how_many_and_who(words: str) -> None:
    read = page(f"¶ The pool will stay open.\n¶ It had been closed.\n{words}" + THREAD[13:])
    boilerplate = {i for i, label in labelled(read).items() if label == "boilerplate"}
    assert boilerplate >= set(range(3, 9))


def test_one_answer_makes_no_thread() -> None:
    read = page("¶ The pool will stay open.\nComments\n¶ The mayor said so.\nReply")
    assert 2 not in labelled(read)


COMMENT = "{name} says:\n{day} at {n}:17 pm\n¶ I have swum in this pool since I was a child."


def thread(*names: str, day: str = "August 8, 2018") -> str:
    return "\n".join([COMMENT.format(name=each, day=day, n=n) for n, each in enumerate(names, 1)])


def test_comments_are_told_by_the_hours_below_the_names_of_who_wrote_them() -> None:
    prose = "¶ The pool will stay open, the mayor said on Monday.\n" * 3
    read = labels(page(prose + thread("Gaye", "Jan Smith", "swimmer75")))
    assert read["I have swum in this pool since I was a child."] == (
        "boilerplate by comment-by-its-hour"
    )


@pytest.mark.parametrize(
    "below",
    [
        thread("Gaye", "Jan Smith"),
        thread("Share", "Share", "Share"),
        thread("The mayor opens the harbour bridge", "Why the pool was closed", "Ferries are late"),
    ],
)
def test_few_hours_or_no_names_make_no_thread(below: str) -> None:
    prose = "¶ The pool will stay open, the mayor said on Monday.\n" * 3
    assert "comment-by-its-hour" not in str(labels(page(prose + below)))
