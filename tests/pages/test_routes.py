from newsarchive.pages import routes
from samples import entry


def test_an_articles_url_depends_on_its_title_and_its_bytes_alone() -> None:
    one = entry("Harbour reopens", sha256="0123abcd" + "0" * 56)
    other = entry("Harbour reopens", sha256=one.sha256, date="2021", path="z.txt", source="S")
    assert routes.article(one) == routes.article(other) == "articles/harbour-reopens-0123abcd/"


def test_groups_have_urls_that_no_page_of_ours_has_taken() -> None:
    assert routes.source("Press TV") == "sources/press-tv/"
    assert routes.source("") == "sources/unknown/"
    assert routes.source("Unknown") == "sources/unknown-/"
    assert routes.topic("Middle East") == "topics/middle-east/"
    assert routes.period("2021-07") == "dates/2021/07/"


def test_a_link_names_its_file_so_that_it_works_from_disk_and_under_any_address() -> None:
    assert routes.relative("dates/2021/", "articles/a-1/") == "../../dates/2021/index.html"
    assert routes.relative("", "") == "index.html"
    assert routes.relative("404.html", "about/") == "../404.html"


def test_a_url_is_whole_where_the_sites_address_is_known() -> None:
    assert routes.absolute("", "https://example.org/n/") == "https://example.org/n/"
    assert routes.absolute("about/", "https://example.org/n") == "https://example.org/n/about/"
