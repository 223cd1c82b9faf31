import json
from typing import cast

import pytest

from newsarchive.archive.overviews import Overview
from newsarchive.pages.datasets import data_metadata, data_package
from newsarchive.pages.downloads import OFFERED
from newsarchive.settings.schema import Rights, Settings
from newsarchive.wording.said import Message
from samples import said

SITE = Settings(
    title="Port Archive",
    description="News of ports.",
    curator="Dana Reed",
    url="https://port.example",
    rights=Rights(statement="http://rightsstatements.org/vocab/InC/1.0/"),
)
OVERVIEW = Overview(
    dates={"2021-07": 1, "2019-05-02": 1, "2020~": 1},
    sources=(),
    topics=(),
    years=(),
    months=(),
    names=(),
)


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


def test_the_data_package_names_the_files_of_each_year() -> None:
    package = json.loads(data_package(SITE, ["2021", "undated"]))
    assert [one["path"] for one in package["resources"]][:2] == [
        "articles-2021.csv",
        "articles-undated.csv",
    ]
    names = [one["name"] for one in package["resources"]]
    assert len(set(names)) == len(names)


def test_the_data_package_describes_the_table_of_reprints_where_there_is_one() -> None:
    package = json.loads(data_package(SITE, reprints=True))
    (table,) = [one for one in package["resources"] if one["name"] == "reprints"]
    assert table["path"] == "reprints.csv"
    assert [field["name"] for field in table["schema"]["fields"]] == ["sha256", "reprint", "share"]


def test_the_data_set_covers_the_days_that_its_dates_allow() -> None:
    data_set = data_metadata(OVERVIEW, SITE).linked_data[0]
    assert data_set["@type"] == "Dataset"
    assert data_set["temporalCoverage"] == "2019-05-02/2021-07-31"


def test_the_data_set_says_what_the_archive_is_and_how_much_it_holds() -> None:
    description = data_metadata(OVERVIEW, SITE).linked_data[0]["description"]
    assert isinstance(description, Message)
    assert said(description) == "News of ports. 3 articles with their evidence."


def test_the_data_set_of_a_large_archive_is_a_file_of_each_format_for_each_year(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("newsarchive.pages.downloads.WHOLE", 2)
    data_set = data_metadata(OVERVIEW, SITE).linked_data[0]
    assert len(cast("list[object]", data_set["distribution"])) == 3 * len(OFFERED)
