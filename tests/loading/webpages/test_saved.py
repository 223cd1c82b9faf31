from selectolax.lexbor import LexborHTMLParser

from newsarchive.loading.webpages.linked import nodes
from newsarchive.loading.webpages.metadata import statements

ARCHIVED = (
    '<meta property="og:site_name" content="archive.ph"/>'
    '<meta property="og:url" content="http://archive.today/hWz1"/>'
    '<meta property="article:published_time" content="2021-07-20T14:40:12Z"/>'
    '<meta property="og:title" content="Bridge to close"/>'
    '<link rel="canonical" href="https://archive.ph/2021.07.20-144012/https://post.example/1"/>'
    "<h1>Bridge to close</h1><p>The bridge will close."
)


def stated(source: str) -> list[tuple[str, str]]:
    page = LexborHTMLParser(source)
    return [(said.field, said.value) for said in statements(page, nodes(page), source)]


def test_a_page_saved_with_singlefile_keeps_its_address_and_the_day() -> None:
    page = (
        "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://post.example/1 \n"
        " saved date: Tue Jul 20 2021 14:40:12 GMT+0200 (Central European Summer Time)\n"
        "--><body><p>The bridge will close."
    )
    assert stated(page) == [("url", "https://post.example/1"), ("crawled", "2021-07-20")]


def test_a_page_of_httracks_copy_of_a_site_keeps_its_address_and_the_day() -> None:
    page = (
        "<!DOCTYPE html><html>\n<!-- Mirrored from post.example/news/1.html by HTTrack Website"
        " Copier/3.x [XR&CO'2014], Tue, 20 Jul 2021 14:40:12 GMT -->\n<body><p>It will close."
    )
    assert stated(page) == [("url", "https://post.example/news/1.html"), ("crawled", "2021-07-20")]


def test_a_copy_of_the_wayback_machine_says_of_what_and_when_it_is() -> None:
    page = (
        '<head><script>__wm.wombat("https://post.example/1","20210720144012",'
        '"https://web.archive.org/","web");</script></head><p>The bridge will close.'
    )
    assert stated(page) == [("url", "https://post.example/1"), ("crawled", "2021-07-20")]


def test_the_head_that_archive_today_writes_is_not_of_the_page() -> None:
    assert stated(ARCHIVED) == [
        ("title", "Bridge to close"),
        ("title", "Bridge to close"),
        ("url", "https://archive.ph/2021.07.20-144012/https://post.example/1"),
    ]


def test_the_head_that_the_wayback_machine_leaves_is_the_page_s_own() -> None:
    page = (
        '<meta property="og:site_name" content="The Post">'
        '<meta property="article:published_time" content="2021-07-19">'
        '<link rel="canonical" href="https://web.archive.org/web/20210720144012/'
        'https://post.example/1"><p>The bridge will close.'
    )
    assert stated(page)[:2] == [("source", "The Post"), ("date", "2021-07-19")]
