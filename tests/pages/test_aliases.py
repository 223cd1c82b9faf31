import pytest

from newsarchive.archive import archive_of
from newsarchive.archive.names import Named, shared_names
from newsarchive.body import Paragraph
from newsarchive.naming import names_in
from newsarchive.pages.aliases import (
    Alias,
    alias_url,
    aliases_of,
    aliases_of_names,
    aliases_of_sources,
)
from samples import entry, labelled


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
        "字" * 90,
        "a/" + "字" * 90 + ".html",
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


def named(*texts: str) -> tuple[Named, ...]:
    """Give what articles name together."""
    found = (names_in([Paragraph(t, (1,))], labelled(("body", t)), "en") for t in texts)
    return shared_names([(entry(str(i)), names) for i, names in enumerate(found)], 1)


def test_a_name_keeps_its_address_when_another_spelling_becomes_the_more_frequent() -> None:
    first = "They met Gen. Peter Marllow there."
    then = "They met Gen. Peter Marlow there."
    (before,), (after,) = named(first), named(first, then, then)
    assert (before.slug, after.slug) == ("peter-marllow", "peter-marlow")
    assert list(aliases_of_names([before])) == []
    assert list(aliases_of_names([after])) == [
        Alias("names/peter-marllow/", "names/peter-marlow/", "Peter Marlow")
    ]


def test_a_surname_alone_and_a_spelling_of_two_names_lead_nowhere() -> None:
    names = named(
        "They met Gen. Peter Marlow. He heard Marlow say so.",
        "They met Gen. Anna Marlow. He heard Marlow say so.",
    )
    assert list(aliases_of_names(names)) == []


def test_a_source_keeps_the_address_that_it_has_by_another_of_its_names() -> None:
    printed = (("a", "dailyexample.com"), ("b", "Daily Example"), ("c", "DAILY EXAMPLE"))
    made = archive_of([entry(title, source=name, house="x") for title, name in printed])
    assert list(aliases_of_sources(made.sources)) == [
        Alias("sources/dailyexample-com/", "sources/daily-example/", "Daily Example")
    ]


def test_an_address_that_another_source_has_is_no_alias() -> None:
    printed = (("a", "A.example", "x"), ("b", "A", "x"), ("c", "a example", ""))
    made = archive_of([entry(title, source=name, house=house) for title, name, house in printed])
    assert list(aliases_of_sources(made.sources)) == []
