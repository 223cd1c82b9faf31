from collections.abc import Iterator

from newsarchive.archive import archive_of
from newsarchive.archive.shelves import FITS, PART_FITS, UNDATED, Shelf, shelved
from samples import entry


def all_shelves(shelf: Shelf) -> Iterator[Shelf]:
    yield shelf
    for part in shelf.parts:
        yield from all_shelves(part)


def shelf(*dates: str, period: str = "") -> Shelf:
    entries = archive_of(entry(f"{n:04}", date=day or None) for n, day in enumerate(dates)).entries
    return shelved(entries, period)


def periods(shelf: Shelf) -> list[tuple[str, int]]:
    return [(one.period, len(one.entries)) for one in all_shelves(shelf)]


def test_what_fits_on_a_page_is_one_shelf() -> None:
    assert periods(shelf(*["2021-07-19"] * FITS)) == [("", FITS)]


def test_what_does_not_is_split_by_year_and_the_undated_stand_last() -> None:
    split = shelf(*["2021-07-19"] * FITS, "2020", "")
    assert periods(split) == [("", FITS + 2), ("2021", FITS), ("2020", 1), (UNDATED, 1)]
    assert split.own == ()


def test_a_long_year_is_split_by_month_and_keeps_what_has_none() -> None:
    year = shelf(*["2021-07-19"] * PART_FITS, "2021-05", "2021", "2021~", period="2021")
    assert periods(year) == [("2021", PART_FITS + 3), ("2021-07", PART_FITS), ("2021-05", 1)]
    assert len(year.own) == 2


def test_a_long_month_is_split_by_day_and_a_long_day_not_at_all() -> None:
    days = ["2021-07-19"] * (PART_FITS + 1)
    assert [period for period, _ in periods(shelf(*days, period="2021-07"))] == [
        "2021-07",
        "2021-07-19",
    ]


def test_undated_articles_are_split_by_the_first_letter_of_their_title() -> None:
    titles = [f"{letter}{n}" for letter in "ab7" for n in range(FITS)]
    split = shelved(archive_of(map(entry, titles)).entries, UNDATED)
    assert [period for period, _ in periods(split)] == [
        "undated",
        "undated-0",
        "undated-a",
        "undated-b",
    ]


def test_one_more_article_changes_the_shelves_it_stands_on_and_no_other() -> None:
    days = [f"{year}-0{n % 9 + 1}-11" for year in (2019, 2020, 2021) for n in range(FITS)]
    before = set(all_shelves(shelf(*days)))
    after = set(all_shelves(shelf(*days, "2020-03-12")))
    assert sorted(one.period for one in after - before) == ["", "2020"]
