from newsarchive.archive import Archive, Entry, archive_of
from newsarchive.archive.names import Named
from newsarchive.archive.shelves import FITS
from newsarchive.model import Evidence
from newsarchive.pages.listings import (
    ON_OVERVIEW,
    Listing,
    named_pages,
    source_pages,
    topic_pages,
    undated_pages,
)
from newsarchive.pages.listviews import ListingView, ProfileView
from samples import entry, said


def archive() -> Archive:
    return archive_of(
        [
            entry("a", date="2021-07-19", source="Courier", section=("News",), profile="Courier"),
            entry("b", date="2021-07-02", source="Courier", section=("News", "Sport")),
            entry("c", date="2021-05", source="Herald"),
            entry("d", date="2020", source="Courier"),
            entry("e"),
        ]
    )


def many(number: int, year: str = "2021") -> list[Entry]:
    """Make articles of one source, one a day, and as many of the year before less one."""
    return [
        entry(f"{y}-{n:03}", date=f"{y}-{n % 12 + 1:02}-{n % 28 + 1:02}", source="Courier")
        for y, count in ((year, number), (str(int(year) - 1), number - 1))
        for n in range(count)
    ]


def shown(view: ListingView) -> list[tuple[str, list[str]]]:
    return [
        (said(group.heading), [said(e.title.text) for e in group.entries]) for group in view.groups
    ]


def only(listings: list[Listing]) -> ListingView:
    (listing,) = listings
    return listing.made()


def test_a_source_lists_its_articles_by_year_with_its_topics() -> None:
    view = only([*source_pages(archive().sources[1])])
    assert (view.kind, view.heading, view.count) == ("source", "Courier", 3)
    assert shown(view) == [("2021", ["a", "b"]), ("2020", ["d"])]
    assert [link.text for link in view.sections] == ["News", "Sport"]
    assert view.up.href == "../../sources/index.html"


def test_a_source_tells_how_else_its_articles_print_its_name() -> None:
    printed = (("a", "The Courier"), ("b", "courier.example"))
    made = archive_of([entry(title, source=name, house="c") for title, name in printed])
    view = only([*source_pages(made.sources[0])])
    assert (view.heading, view.spellings) == ("The Courier", ("courier.example",))


def test_a_source_says_which_profile_cleaned_how_many_of_its_articles() -> None:
    view = only([*source_pages(archive().sources[1])])
    assert view.profiles == (ProfileView("Courier", 1), ProfileView("", 2))


def test_the_articles_without_a_source_have_a_page_without_a_heading() -> None:
    (listing,) = source_pages(archive().sources[0])
    assert (said(listing.title), listing.made().heading) == ("Source unknown", "")
    assert shown(listing.made()) == [("Undated", ["e"])]


def test_a_topic_lists_its_articles() -> None:
    view = only([*topic_pages(archive().topics[1])])
    assert (view.kind, view.heading, shown(view)) == ("topic", "Sport", [("2021", ["b"])])


def test_a_list_that_fits_on_a_page_is_not_split() -> None:
    view = only([*source_pages(archive_of(many(FITS // 2)).sources[0])])
    assert (view.parts, view.latest) == ((), ())


def test_a_longer_list_is_an_overview_with_the_newest_and_a_page_for_each_year() -> None:
    overview, newer, older = source_pages(archive_of(many(FITS)).sources[0])
    assert (overview.url, overview.title) == ("sources/courier/", "Courier")
    assert (overview.made().parts_kind, overview.made().groups) == ("years", ())
    assert [(said(p.link.text), p.link.count) for p in overview.made().parts] == [
        ("2021", FITS),
        ("2020", FITS - 1),
    ]
    assert len(overview.made().latest) == ON_OVERVIEW
    assert (newer.url, said(newer.title)) == ("sources/courier/2021/", "Courier, 2021")
    view = newer.made()
    assert (said(view.part), view.count) == ("2021", FITS)
    assert (view.up.text, view.up.href) == (
        "Courier",
        "../../../sources/courier/index.html",
    )
    assert view.newer is None
    assert view.older is not None
    assert view.older.href == "../../../sources/courier/2020/index.html"
    assert older.made().newer is not None
    assert [len(members) for _, members in shown(older.made())] == [8] * 9 + [9] * 3


def test_a_name_says_how_else_it_is_written_and_leads_to_its_kind() -> None:
    named = Named(
        name="Port Authority",
        slug="port-authority",
        kind="organisation",
        spellings=("PA",),
        stated=(),
        entries=archive().entries,
    )
    view = only([*named_pages(named)])
    assert view.name is not None
    assert (view.name.kind, view.name.spellings) == ("organisation", ("PA",))
    assert (said(view.up.text), view.up.href) == (
        "Organisations",
        "../../names/organisations/index.html",
    )


def test_the_undated_stand_without_a_heading_each_with_its_reason() -> None:
    view = only([*undated_pages(archive(), {})])
    assert (said(view.heading), shown(view)) == ("Undated", [("", ["e"])])
    reason = view.groups[0].entries[0].reason
    assert reason is not None
    assert (reason.corrected, reason.bounds, reason.evidence) == (False, "", ())


def test_the_reason_says_what_the_text_allows_and_on_which_line() -> None:
    evidence = Evidence("latest-day-named", "3 May 2003", 12)
    fog = entry("fog", basis="inferred", bounds="2003-05-03/..", reasons=(evidence,))
    view = only([*undated_pages(archive_of([fog]), {"latest-day-named": "The latest day."})])
    reason = view.groups[0].entries[0].reason
    assert reason is not None
    assert (said(reason.bounds), reason.edtf) == ("on or after 3 May 2003", "2003-05-03/..")
    assert [(said(e.explanation), e.text, e.line) for e in reason.evidence] == [
        ("The latest day.", "3 May 2003", 12)
    ]


def test_a_date_that_the_curator_took_away_is_said_to_be_so() -> None:
    view = only([*undated_pages(archive_of([entry("fog", basis="corrected")]), {})])
    reason = view.groups[0].entries[0].reason
    assert reason is not None
    assert reason.corrected


def test_many_undated_are_split_by_the_first_letter_of_their_title() -> None:
    some = [entry(f"{letter} {n}") for letter in "ab2" for n in range(FITS)]
    overview, *parts = undated_pages(archive_of(some), {})
    assert (overview.url, overview.made().parts_kind) == ("dates/undated/", "letters")
    assert [(part.url, said(part.title)) for part in parts] == [
        ("dates/undated/0/", "Undated, 0–9"),
        ("dates/undated/a/", "Undated, A"),
        ("dates/undated/b/", "Undated, B"),
    ]
    assert all(e.reason for group in parts[1].made().groups for e in group.entries)


def test_a_list_of_some_length_leads_to_a_search_among_its_articles() -> None:
    group = archive_of(many(FITS)).sources[0]
    queries = {listing.url: listing.made().query for listing in source_pages(group)}
    assert queries["sources/courier/"] == "source=Courier"
    assert queries["sources/courier/2021/"] == "year=2021&source=Courier"
    assert [listing.made().query for listing in topic_pages(archive().topics[0])] == [""]
