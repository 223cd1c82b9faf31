"""The pages in real Chromium: from a sub-path of a server and from disk, as readers open them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path
from threading import Thread
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from newsarchive.build import build
from newsarchive.settings.site import load_site
from samples import PROJECT, copy_of_project

SUB_PATH = "some/sub/path"
HOSTILE = "<script>alert(1)</script> {{ 7*7 }}"
WIDTHS = (360, 768, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture(scope="module")
def www(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build this project's archive with some hostile texts; give what a server would serve."""
    root = copy_of_project(tmp_path_factory.mktemp("archive"))
    hostile = PROJECT / "tests" / "sites" / "hostile-text" / "articles"
    shutil.copytree(hostile, root / "articles", dirs_exist_ok=True)
    with (root / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"\nurl: https://papers.example.org/{SUB_PATH}/\n")
    site = load_site(root)
    build(site)
    folder = tmp_path_factory.mktemp("www")
    shutil.copytree(site.output, folder / SUB_PATH)
    return folder


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing, not even of a browser that goes on before a file has come."""

    def log_message(self, *_arguments: Any) -> None:
        """Say nothing."""

    def handle(self) -> None:
        """Answer until the browser goes."""
        with suppress(BrokenPipeError, ConnectionResetError):
            super().handle()


@pytest.fixture(scope="module")
def served(www: Path) -> Iterator[str]:
    handler = partial(Quiet, directory=str(www))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{SUB_PATH}/"
        server.shutdown()


@contextmanager
def opened(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """Open a page, and make sure that nothing on the way complains or asks anybody else."""
    complaints: list[str] = []
    home = "file://" if address.startswith("file:") else "/".join(address.split("/")[:3])
    context = browser.new_context(**options)
    context.set_default_timeout(200_000)  # a busy machine is no complaint
    page = context.new_page()

    def complain(what: str) -> None:
        complaints.append(f"{page.url}: {what}")

    def failed(request: Request) -> None:
        if "ERR_ABORTED" not in str(request.failure):  # that is us, on our way to another page
            complain(f"{request.failure}: {request.url}")

    def asked(url: str) -> None:
        if not url.startswith(home):
            complain(f"asks {url}")

    page.on("console", lambda said: complain(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complain(str(error)))
    page.on("dialog", lambda dialog: complain(f"a dialog: {dialog.message}"))
    page.on("requestfailed", failed)
    page.on("request", lambda request: asked(request.url))
    page.goto(address)
    yield page
    page.wait_for_load_state("networkidle")
    context.close()
    assert complaints == []


def every_page(www: Path) -> list[str]:
    """Give the path of every page that stays when it is opened: all but redirects."""
    root = www / SUB_PATH
    staying = (
        path for path in root.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text()
    )
    return sorted(path.relative_to(root).as_posix() for path in staying)


def main_pages(www: Path) -> list[str]:
    """Give a page of each kind, and the articles that are hard to set."""
    pages = every_page(www)
    kinds = ("index.html", "404.html", "about/", "data/", "ledger/", "search/index", "dates/index")
    names = ("dates/2021/", "names/index", "names/people", "names/iran/", "names/mustafa")
    lists = ("dates/undated", "sources/index", "sources/press-tv", "topics/index", "topics/iraq")
    articles = ("articles/iraqi-pm", "articles/word-word", "articles/script", "articles/bzszy")
    return [page for page in pages if page.startswith((*kinds, *names, *lists, *articles))]


def article(www: Path, start: str) -> str:
    return next(page for page in every_page(www) if page.startswith(f"articles/{start}"))


def test_every_page_opens_from_a_sub_path_and_complains_of_nothing(
    browser: Browser, www: Path, served: str
) -> None:
    pages = every_page(www)
    assert len(pages) > 20
    with opened(browser, served) as page:
        for path in pages:
            page.goto(served + path)
            assert page.locator("h1").count() == 1
            assert page.evaluate("document.styleSheets.length") > 0


def test_every_page_opens_from_disk(browser: Browser, www: Path) -> None:
    root = www / SUB_PATH
    with opened(browser, (root / "index.html").as_uri()) as page:
        for path in every_page(www):
            if path != "404.html":  # it is shown under any address, so it is only ever served
                page.goto((root / path).as_uri())
                assert page.locator("h1").count() == 1
                assert page.evaluate("document.styleSheets.length") > 0


def test_a_reader_gets_from_the_first_page_to_an_article_and_back_on_disk(
    browser: Browser, www: Path
) -> None:
    with opened(browser, (www / SUB_PATH / "index.html").as_uri()) as page:
        page.get_by_role("link", name="Iraqi PM Says US Combat Troops Have Got to Go").first.click()
        assert page.locator("h1").inner_text() == "Iraqi PM Says US Combat Troops Have Got to Go"
        page.get_by_role("link", name="Dates", exact=True).first.click()
        page.get_by_role("link", name="2021").first.click()
        expect(page).to_have_url(re.compile("/dates/2021/index.html"))


def test_no_page_is_wider_than_its_window(browser: Browser, www: Path, served: str) -> None:
    with opened(browser, served) as page:
        for path in main_pages(www):
            page.goto(served + path)
            for width, scheme in product(WIDTHS, SCHEMES):  # each page is fetched but once
                page.set_viewport_size({"width": width, "height": 800})
                page.emulate_media(color_scheme=scheme)
                wide = page.evaluate("document.documentElement.scrollWidth")
                assert wide <= width, f"{path} is {wide} px wide at {width} px, {scheme}"


def test_day_and_night_differ(browser: Browser, served: str) -> None:
    colours = set()
    for scheme in SCHEMES:
        with opened(browser, served, color_scheme=scheme) as page:
            colours.add(page.evaluate("getComputedStyle(document.body).color"))
    assert len(colours) == 2


def test_the_first_key_leads_past_the_navigation(browser: Browser, www: Path, served: str) -> None:
    with opened(browser, served + article(www, "iraqi-pm")) as page:
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        target = skip.get_attribute("href") or ""
        box = skip.bounding_box()
        assert target.startswith("#")
        assert page.locator(f"main{target}, main {target}").count() == 1
        assert box is not None
        assert box["x"] >= 0
        assert box["y"] >= 0
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_everything_can_be_read_without_javascript(
    browser: Browser, www: Path, served: str
) -> None:
    address = served + article(www, "iraqi-pm")
    with opened(browser, address, java_script_enabled=False) as page:
        assert "Iraq continues to depend on American security" in page.locator("main").inner_text()
        page.get_by_role("link", name="Sources", exact=True).first.click()
        assert "Press TV" in page.locator("main").inner_text()


def test_hostile_text_is_shown_as_it_stands(browser: Browser, www: Path, served: str) -> None:
    with opened(browser, served + article(www, "script")) as page:
        assert page.locator("h1").inner_text() == HOSTILE
        text = page.locator("main").inner_text()
        assert "{{ 7*7 }} {% raw %} <img src=x onerror=alert(1)> &amp; &lt;" in text
        assert page.locator("main img, main script:not([type])").count() == 0
        links = page.locator("a").evaluate_all("links => links.map(link => link.href)")
        assert not [link for link in links if not link.startswith(("http", "file", "mailto"))]


def test_a_footnotes_mark_leads_there_and_back(browser: Browser, www: Path, served: str) -> None:
    with opened(browser, served + article(www, "iraqi-pm")) as page:
        mark = page.locator("a[href='#note-1']").first
        mark.click()
        expect(page).to_have_url(re.compile("#note-1$"))
        page.locator("#note-1 a[href^='#mark-']").first.click()
        expect(page).to_have_url(re.compile("#mark-"))


def test_text_from_right_to_left_is_set_so(browser: Browser, www: Path, served: str) -> None:
    with opened(browser, served + article(www, "bzszy")) as page:
        direction = page.locator("h1").evaluate("e => getComputedStyle(e).direction")
        assert direction == "rtl"
