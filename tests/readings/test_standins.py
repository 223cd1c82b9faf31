"""What is doubted because something else was saved in an article's place."""

from pathlib import Path

import pytest

from newsarchive.loading.folder import Input, load_file
from newsarchive.model import Document
from newsarchive.readings.doubts import doubts_about
from newsarchive.readings.once import read
from samples import put

SERVER = "it looks like what a server sends when it has no page"
CHECK = "it looks like a check for robots in place of a page"


def doubted(folder: Path, name: str, text: str) -> list[tuple[str, int | None]]:
    put(folder, {name: text})
    loaded = load_file(Input(str(folder / name), name))
    articles = read([one for one in loaded if isinstance(one, Document)])
    return [(problem.what, problem.line) for problem in doubts_about(articles)]


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (
            (
                "<title>404 Not Found</title><center><h1>404 Not Found</h1></center><hr>"
                "<center>nginx/1.18.0 (Ubuntu)</center>"
            ),
            "404 Not Found",
        ),
        (
            (
                "<title>Page not found | The Port Gazette</title><nav><a href=/n>News</a> "
                "<a href=/s>Sport</a></nav><main><h1>Page not found</h1><p>Sorry, the page you are "
                "looking for could not be found. It may have been moved or deleted.</p></main>"
            ),
            "Page not found",
        ),
        (
            (
                "<title>Fehler 404 – Seite nicht gefunden</title><h1>Seite nicht gefunden</h1><p>"
                "Die von Ihnen gesuchte Seite existiert leider nicht mehr.</p>"
            ),
            "Seite nicht gefunden",
        ),
    ],
)
def test_a_servers_error_is_no_article(tmp_path: Path, page: str, title: str) -> None:
    assert doubted(tmp_path, "a.html", page) == [(f"{SERVER}: {title}", None)]


def test_a_check_for_robots_is_no_article(tmp_path: Path) -> None:
    text = (
        "www.port.example\nVerify you are human by completing the action below.\n\n"
        "www.port.example needs to review the security of your connection before proceeding.\n"
    )
    said = f"{CHECK}: Verify you are human by completing the action below."
    assert doubted(tmp_path, "a.txt", text) == [(said, 2)]


def test_a_question_about_cookies_is_no_article(tmp_path: Path) -> None:
    text = (
        "We value your privacy\n\nWe and our 842 partners store and access information on a "
        "device, such as cookies, and process personal data for personalised advertising.\n\n"
        "Accept all\nMore options\n"
    )
    said = "it looks like what a site asks before it shows a page: We value your privacy"
    assert doubted(tmp_path, "a.txt", text) == [(said, None)]


def test_what_stands_above_a_paywall_is_the_beginning_of_an_article(tmp_path: Path) -> None:
    text = (
        "Harbour bridge to close for two years\n\nBy Jane Doe\n19 July 2021\n\nThe bridge over the "
        "harbour of Eastport is to close for two years from next spring so that its piers can be "
        "renewed, the town council decided on Monday evening.\n\n"
        "To continue reading, subscribe now.\nAlready a subscriber? Log in\n"
    )
    said = "it looks like the beginning of an article, up to a paywall: To continue reading,"
    assert doubted(tmp_path, "a.txt", text) == [(f"{said} subscribe now.", 8)]


def test_a_record_is_named_and_what_its_curator_corrected_is_not_doubted(tmp_path: Path) -> None:
    row = '{"title": "Access denied", "text": "You do not have permission to see this page."}\n'
    assert doubted(tmp_path, "a.jsonl", row) == [(f"record 1: {SERVER}: Access denied", None)]
    put(tmp_path, {"a.yaml": "why: It is a poem.\nrecords:\n  '1': {why: So., source: A}\n"})
    assert doubted(tmp_path, "a.jsonl", row) == []


NEWS = (
    'The words "404 Not Found" have stood on the web since 1992, and this week a museum in '
    "Eastport put them on its wall, among two hundred pages that visitors had sent in.\n\n"
)


@pytest.mark.parametrize(
    "text",
    [
        f"404 Not Found: how an error page became a joke\n\nBy Jane Doe\n\n{NEWS}",
        f"Page not found\n\nBy Jane Doe\n19 July 2021\n\n{NEWS * 7}",
        f"Just a moment\n\nBy Jane Doe\n\n{NEWS.replace('404 Not Found', 'just a moment...')}",
        f"Forbidden fruit sells well\n\nBy Jane Doe\n\n{NEWS}",
    ],
)
def test_news_about_such_pages_stays_news(tmp_path: Path, text: str) -> None:
    assert doubted(tmp_path, "a.txt", text) == []
