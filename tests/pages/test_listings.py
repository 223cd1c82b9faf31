from newsarchive.archive import Archive, Entry, archive_of
from newsarchive.pages.listings import dates_view, home_view, month_view, source_view, year_view


def archive(*dates: str, source: str | None = "Courier") -> Archive:
    return archive_of(
        Entry(
            path=f"{number}.txt",
            record=None,
            sha256=f"{number:064}",
            slug="fog",
            title="Fog",
            source=source,
            date=date or None,
            basis="stated" if date else None,
            bounds=None,
            section=(),
            language="en",
            dek="",
            words=0,
        )
        for number, date in enumerate(dates)
    )


def test_a_month_heads_its_articles_with_their_day() -> None:
    view = month_view(archive("2003-05-17", "2003-05-17", "2003-05-02"), 0)
    assert [group.heading for group in view.groups] == ["17 May 2003", "2 May 2003"]


def test_articles_without_a_date_stand_under_a_heading_of_their_own() -> None:
    view = source_view(archive("2003-05-17", "").sources[0])
    assert [group.heading for group in view.groups] == ["2003", "Undated"]


def test_a_year_names_its_months_without_itself() -> None:
    some = archive("2003-05-17", "2003-04-01", "2002-01-01")
    assert [link.text for link in year_view(some, 0).periods] == ["May", "April"]
    assert [link.text for link in dates_view(some).rows[1].parts] == ["January"]


def test_a_month_leads_up_to_its_year_and_a_year_to_all_dates() -> None:
    some = archive("2003-05-17")
    assert month_view(some, 0).up.href == "../../../dates/2003/index.html"
    assert year_view(some, 0).up.href == "../../dates/index.html"


def test_articles_of_no_known_source_count_as_no_source() -> None:
    assert home_view(archive("2003", source=None)).known_sources == 0
    assert home_view(archive("2003")).known_sources == 1
