import pytest

from newsarchive.pages.aliases import Alias, alias_url, aliases_of
from samples import entry


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("2021/07/report", "2021/07/report/"),
        ("/2021/07/report/", "2021/07/report/"),
        ("old/a.html", "old/a.html"),
        ("Artikel/Größe_1", "Artikel/Größe_1/"),
    ],
)
def test_an_alias_is_a_path_within_the_site(written: str, url: str) -> None:
    assert alias_url(written) == url


@pytest.mark.parametrize(
    "written",
    [
        "",
        "/",
        "../secret",
        "a/../b",
        "a//b",
        "./a",
        "https://evil.example/",
        "javascript:alert(1)",
        "a?p=1",
        "a#b",
        "a b",
        "a\\b",
        "a\x00b",
        ".htaccess",
        "_headers",
        "static/css/theme.css",
        "Data/articles.csv",
        "robots.txt",
        "sources/the-courier",
        "feed.xml",
        "sitemap-2.xml",
        "index.html",
        "a./b",
        "a" * 200,
        "a/" * 200,
    ],
)
def test_what_could_leave_the_site_or_overwrite_it_is_no_alias(written: str) -> None:
    assert alias_url(written) is None


def test_each_alias_leads_to_its_article() -> None:
    read = entry(aliases=("old/a", "old/b", "old/a"))
    target = f"articles/harbour-reopens-{read.sha256[:8]}/"
    assert list(aliases_of([read])) == [
        Alias("old/a/", target, "Harbour reopens"),
        Alias("old/b/", target, "Harbour reopens"),
    ]


def test_what_is_no_address_is_left_out() -> None:
    assert list(aliases_of([entry(aliases=("../a",))])) == []
