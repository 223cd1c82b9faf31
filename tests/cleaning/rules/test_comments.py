"""Where readers' comments stand."""

import pytest

from newsarchive.cleaning.rules.comments import hours_of_thread


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
