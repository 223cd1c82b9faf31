from itertools import permutations
from typing import Any

import pytest

from newsarchive.archive import (
    Archive,
    Entry,
    archive_of,
    entry_of,
    without_duplicates,
)
from newsarchive.body import Paragraph
from newsarchive.model import Evidence, Field, Problem
from samples import article, entry, stated


def names(entries: tuple[Entry, ...]) -> str:
    return " ".join(entry.title for entry in entries)


def archive(*dated: tuple[str, str | None], **fields: Any) -> Archive:
    return archive_of(entry(title, date=date, **fields) for title, date in dated)


def test_the_newest_come_first_and_then_the_undated_by_title() -> None:
    made = archive(("b", None), ("old", "2020-01-01"), ("A", None), ("new", "2021-07-19"))
    assert names(made.entries) == "new old A b"
    assert names(made.dated) == "new old"
    assert names(made.undated) == "A b"


def test_the_order_does_not_depend_on_the_order_of_the_files() -> None:
    entries = [entry("a", date="2021"), entry("b", date="2021"), entry("a", sha256="0"), entry("c")]
    first, *others = [archive_of(some) for some in map(list, permutations(entries))]
    assert all(other == first for other in others)


def test_a_date_counts_from_its_beginning_and_no_more_precisely_than_it_is_known() -> None:
    made = archive(
        ("day", "2021-07-19"), ("month", "2021-07~"), ("year", "2021"), ("span", "2020-12-30/..")
    )
    assert names(made.entries) == "day month year span"
    assert [(group.name, names(group.entries)) for group in made.years] == [
        ("2021", "day month year"),
        ("2020", "span"),
    ]
    assert [(group.name, names(group.entries)) for group in made.months] == [
        ("2021-07", "day month"),
        ("2020-12", "span"),
    ]


def test_sources_and_topics_are_in_the_order_of_their_names_and_each_spelling_is_one() -> None:
    made = archive_of(
        [
            entry("a", source="The Herald", section=("News", "Iraq")),
            entry("b", source="the herald", section=("Iraq",)),
            entry("c", source="Courier", section=("Iraq", "Iraq")),
            entry("d"),
        ]
    )
    assert [(group.name, names(group.entries)) for group in made.sources] == [
        ("", "d"),
        ("Courier", "c"),
        ("The Herald", "a b"),
    ]
    assert [(group.name, names(group.entries)) for group in made.topics] == [
        ("Iraq", "a b c"),
        ("News", "a"),
    ]


def test_an_entry_knows_what_a_listing_shows() -> None:
    made = entry_of(
        article(
            "Harbour reopens",
            path="2021/harbour.txt",
            source=stated("The Courier"),
            date=stated("2021-07-19"),
            section=Field(("News",), "stated", (Evidence("breadcrumb", "News", 1),)),
            blocks=(Paragraph("one two three", (2,)), Paragraph("four", (3,))),
        )
    )
    assert made == entry(
        path="2021/harbour.txt",
        source="The Courier",
        date="2021-07-19",
        basis="stated",
        section=("News",),
        beginning="one two three",
        words=4,
    )


def test_an_interval_that_is_inferred_is_no_date() -> None:
    made = entry_of(article(date=Field("2020-01-16/..", "inferred")))
    assert (made.date, made.summary.bounds) == (None, "2020-01-16/..")
    assert archive_of([made]).undated == (made,)


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"blocks": (Paragraph(" ".join(["word"] * 20), (1,)),)}, "word " * 11 + "word…"),
        ({"blocks": (), "path": "a/b.txt"}, "a/b.txt"),
    ],
)
def test_an_article_without_a_title_goes_by_its_first_words_or_its_file(
    fields: dict[str, Any], title: str
) -> None:
    assert entry_of(article(title=Field(), **fields)).title == title


def test_an_archive_of_nothing_has_nothing() -> None:
    assert archive_of([]) == Archive(
        entries=(), sources=(), topics=(), years=(), months=(), undated=()
    )


def test_of_files_with_the_same_bytes_the_first_is_published_and_the_others_are_told() -> None:
    first, second = entry(path="a.txt"), entry(path="b.txt")
    other = entry("Another", path="c.txt")
    assert without_duplicates([first, second, other]) == (
        [first, other],
        [
            Problem(
                "b.txt",
                "holds the same bytes as a.txt, which is published",
                "Remove one of the two",
                fate="duplicate",
                article=first.sha256,
            )
        ],
    )


def test_of_files_with_the_same_bytes_the_one_that_the_curator_corrected_is_published() -> None:
    first, other = entry(path="a.txt"), entry("Another", path="b.txt")
    corrected, late = entry(path="c.txt", corrected=True), entry(path="d.txt", corrected=True)
    kept, problems = without_duplicates([first, other, corrected, late])
    assert kept == [other, corrected]
    assert [(problem.path, problem.what, problem.remedy) for problem in problems] == [
        ("a.txt", "holds the same bytes as c.txt, which is published", "Remove one of the two"),
        (
            "d.txt",
            "holds the same bytes as c.txt, which is published with a correction of its own",
            "Put what the correction of this one says into the other's, and remove one of them",
        ),
    ]
