from newsarchive.archive import Archive, Entry, archive_of
from newsarchive.archive.names import Named
from newsarchive.incremental.deferred import Digests
from newsarchive.pages.articlepages import article_pages
from newsarchive.settings.schema import Settings
from samples import entry

NEW, MIDDLE, OLD = (
    entry(day, date=f"2021-07-{day}", digest=day.encode() * 6) for day in ("03", "02", "01")
)
NAMED = Named(
    name="Eastport", slug="eastport", kind="place", spellings=(), stated=(), entries=(NEW, OLD)
)


def archive() -> Archive:
    return archive_of([OLD, NEW, MIDDLE], lambda _: (NAMED,))


def same(article: Entry) -> Entry:
    return article


def test_a_page_is_made_of_its_article_its_neighbours_and_the_names_in_it() -> None:
    pages = article_pages(archive(), same, Settings(), {})
    given = [planned.page.arguments[:5] for planned in pages]
    assert [around[1:4] for around in given] == [
        (NEW, None, MIDDLE),
        (MIDDLE, NEW, OLD),
        (OLD, MIDDLE, None),
    ]
    assert [[mention.name for mention in around[4]] for around in given] == [
        ["Eastport"],
        [],
        ["Eastport"],
    ]


def test_the_ingredients_of_all_are_those_that_each_call_says() -> None:
    pages = article_pages(archive(), same, Settings(), {"rule": "It sees."})
    each = [b"".join(Digests().parts(planned.page)) for planned in pages]
    of = pages.ingredients(Digests())
    assert [of(number) for number in range(len(pages.entries))] == each


def test_the_addresses_of_all_are_those_that_are_planned() -> None:
    pages = article_pages(archive(), same, Settings(), {})
    assert list(pages.addresses()) == [(planned.url, planned.modified) for planned in pages]
