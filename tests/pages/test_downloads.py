import pytest
from msgspec.structs import replace

from newsarchive.archive.overviews import Overview
from newsarchive.pages.downloads import data_view
from newsarchive.settings.schema import Settings
from samples import said

SITE = Settings()
OVERVIEW = Overview(
    dates={"2021-07": 1, "2020~": 1, "2019-05-02": 1, "": 1},
    sources=(),
    topics=(),
    years=(),
    months=(),
    names=(),
)


def test_the_page_offers_each_file_and_names_each_column() -> None:
    view = data_view(OVERVIEW, SITE, "0123abcd")
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
    table = data_view(OVERVIEW, SITE, "0123abcd").files[0]
    assert (table.name, table.href) == ("articles-*.csv", "")
    assert [(said(part.text), part.href) for part in table.parts] == [
        ("2021", "articles-2021.csv"),
        ("2020", "articles-2020.csv"),
        ("2019", "articles-2019.csv"),
        ("Undated", "articles-undated.csv"),
    ]


def test_the_table_of_reprints_is_offered_where_there_are_any() -> None:
    view = data_view(replace(OVERVIEW, reprinted=2), SITE, "0123abcd")
    assert "reprints.csv" in [file.name for file in view.files]
    assert view.reprints == "../reprints/index.html"
