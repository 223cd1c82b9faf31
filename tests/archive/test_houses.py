from newsarchive.archive import Archive, archive_of
from samples import entry


def archive(*printed: tuple[str, str]) -> Archive:
    titled = enumerate(printed)
    return archive_of(entry(f"t{n}", source=name, house=house) for n, (name, house) in titled)


def listed(made: Archive) -> list[tuple[str, int, tuple[str, ...]]]:
    return [(group.name, group.count, group.spellings) for group in made.sources]


def test_a_publisher_is_one_source_under_the_name_that_most_of_its_articles_print() -> None:
    made = archive(("Eastport Courier", "c"), ("The Courier", "c"), ("The Courier", "c"))
    assert listed(made) == [("The Courier", 3, ("Eastport Courier",))]
    assert [entry.source for entry in made.entries] == 3 * ["The Courier"]


def test_it_is_rather_listed_by_a_name_than_by_an_address_and_best_as_the_register_has_it() -> None:
    assert listed(archive(("a.example", "a"), ("a.example", "a"), ("A", "a"))) == [
        ("A", 3, ("a.example",))
    ]
    assert listed(archive(("DW News", "Deutsche Welle"), ("Deutsche Welle", "Deutsche Welle"))) == [
        ("Deutsche Welle", 2, ("DW News",))
    ]
    assert listed(archive(("ABCD", "ABC (España)"), ("ABC", "ABC (España)"))) == [
        ("ABC", 2, ("ABCD",))
    ]


def test_a_name_that_a_curator_gave_stays_as_it_is() -> None:
    made = archive(("Courier", "c"), ("Courier", "c"), ("Courier Weekend", ""))
    assert listed(made) == [("Courier", 2, ()), ("Courier Weekend", 1, ())]


def test_an_entry_that_is_listed_under_another_name_is_told_from_what_it_was() -> None:
    one, other = entry("t", source="a.example", house="a"), entry("u", source="A", house="a")
    [alone] = archive_of([one]).entries
    [moved, _] = archive_of([one, other]).entries
    assert (alone.source, moved.source) == ("a.example", "A")
    assert alone.digest != moved.digest
