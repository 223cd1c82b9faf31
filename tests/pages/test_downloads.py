import json
from typing import cast

import pytest
from msgspec.structs import replace

from newsarchive.archive import archive_of, entry_of
from newsarchive.archive.overviews import overview_of
from newsarchive.pages.downloads import (
    OFFERED,
    data_metadata,
    data_package,
    data_view,
    records_of,
)
from newsarchive.settings.schema import Rights, Settings
from newsarchive.wording.said import Message
from samples import article, said, stated

SITE = Settings(
    title="Port Archive",
    description="News of ports.",
    curator="Dana Reed",
    url="https://port.example",
    rights=Rights(statement="http://rightsstatements.org/vocab/InC/1.0/"),
)
ARCHIVE = overview_of(
    archive_of(
        entry_of(article(str(number), date=stated(date)))
        for number, date in enumerate(("2021-07", "2019-05-02", "2020~"))
    )
)


def test_the_page_offers_each_file_and_names_each_column() -> None:
    view = data_view(ARCHIVE, SITE, "0123abcd")
    assert [file.name for file in view.files] == [
        "articles.csv",
        "articles.jsonl",
        "articles.bib",
        "articles.ris",
        "datapackage.json",
        "manifest-sha256.txt",
    ]
    assert "date_inferred" in [column.name for column in view.columns]


def test_the_page_of_a_large_archive_offers_a_file_for_each_year(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("newsarchive.pages.downloads.WHOLE", 2)
    overview = replace(ARCHIVE, dates={**ARCHIVE.dates, "": 1})
    table = data_view(overview, SITE, "0123abcd").files[0]
    assert (table.name, table.href) == ("articles-*.csv", "")
    assert [(said(part.text), part.href) for part in table.parts] == [
        ("2021", "articles-2021.csv"),
        ("2020", "articles-2020.csv"),
        ("2019", "articles-2019.csv"),
        ("Undated", "articles-undated.csv"),
    ]
    package = json.loads(data_package(SITE, ["2021", "undated"]))
    assert [one["path"] for one in package["resources"]][:2] == [
        "articles-2021.csv",
        "articles-undated.csv",
    ]
    names = [one["name"] for one in package["resources"]]
    assert len(set(names)) == len(names)
    data_set = data_metadata(overview, SITE).linked_data[0]
    assert len(cast("list[object]", data_set["distribution"])) == 4 * len(OFFERED)


def test_the_data_package_describes_the_table_column_by_column() -> None:
    package = json.loads(data_package(SITE))
    assert package["name"] == "port-archive"
    assert package["licenses"] == [
        {"path": "http://rightsstatements.org/vocab/InC/1.0/", "title": "In copyright"}
    ]
    assert len(package["resources"]) == len(OFFERED)
    table = package["resources"][0]
    assert table["path"] == "articles.csv"
    assert table["schema"]["primaryKey"] == ["sha256"]
    assert {"name", "type", "description"} == set(table["schema"]["fields"][0])


def test_the_data_set_covers_the_days_that_its_dates_allow() -> None:
    data_set = data_metadata(ARCHIVE, SITE).linked_data[0]
    assert data_set["@type"] == "Dataset"
    assert data_set["temporalCoverage"] == "2019-05-02/2021-07-31"


def test_the_data_set_says_what_the_archive_is_and_how_much_it_holds() -> None:
    description = data_metadata(ARCHIVE, SITE).linked_data[0]["description"]
    assert isinstance(description, Message)
    assert said(description) == "News of ports. 3 articles with their evidence."


def test_a_record_has_the_article_s_own_rights_and_its_whole_address() -> None:
    (record,) = records_of([article(rights=stated("Free."))], SITE)
    assert record.rights.text == "Free."
    assert record.citation.address.startswith("https://port.example/articles/harbour-reopens-")


def test_the_table_of_reprints_is_offered_and_described_where_there_are_any() -> None:
    view = data_view(replace(ARCHIVE, reprinted=2), SITE, "0123abcd")
    assert "reprints.csv" in [file.name for file in view.files]
    assert view.reprints == "../reprints/index.html"
    package = json.loads(data_package(SITE, reprints=True))
    (table,) = [one for one in package["resources"] if one["name"] == "reprints"]
    assert table["path"] == "reprints.csv"
    assert [field["name"] for field in table["schema"]["fields"]] == ["sha256", "reprint", "share"]
