"""Texts that would run as programs, in every place of a page, in a real browser.

A sample of the set; `benchmarks/payloads_in_browser.py` opens every page of all of it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from newsarchive.build import build
from newsarchive.settings.site import load_site
from payloads import CLEAN, Audit, archive, pages_of, payloads
from samples import put

EVERY = 9
"""Of so many payloads one is tried."""


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = load_site(put(tmp_path_factory.mktemp("clean"), CLEAN))
    build(site)
    return site.output


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    archive(folder, payloads()[::EVERY])
    site = load_site(folder)
    build(site)
    return site.output


def test_the_set_is_large_enough() -> None:
    assert len(payloads()) >= 300


def test_no_text_runs_loads_or_becomes_an_element(
    browser: Browser, served: Callable[[Path], str], clean: Path, hostile: Path
) -> None:
    learning = Audit(browser, served(clean))
    allowed = learning.nodes(pages_of(clean))
    audit = Audit(browser, served(hostile))
    articles = [url for url in pages_of(hostile) if url.startswith("/articles/")]
    others = [url for url in pages_of(hostile) if not url.startswith(("/articles/", "/names/"))]
    assert len(articles) > 100
    for url in [*articles[::6], *others[::4], "/index.html", "/feed.xml", "/ledger/index.html"]:
        audit.look(url, allowed)
    assert audit.troubles == []


def test_no_text_runs_in_the_results_of_a_search(
    browser: Browser, served: Callable[[Path], str], clean: Path, hostile: Path
) -> None:
    allowed = Audit(browser, served(clean)).nodes(["/search/index.html", "/index.html"])
    for kind in ("tags", "attributes"):
        allowed[kind] += ["mark", "img", "time", "bdi", "lang", "dir", "datetime", "hidden"]
    allowed["tags"].remove("img")
    audit = Audit(browser, served(hostile))
    for words in ("Marked3", "script", "hit", "onerror", "the body"):
        audit.look(f"/search/index.html?q={words}", allowed)
        audit.page.wait_for_selector("ol.entries li, .results li, main li h3, main li h2")
        audit.look_again(allowed)
    assert audit.troubles == []


@pytest.mark.parametrize(
    "harm",
    [
        "<img src=x onerror=hit()>",
        "<script>hit()</script>",
        "<iframe srcdoc='<p>'></iframe>",
        "<a href='javascript:hit()'>x</a>",
        "<p onclick=x>y</p>",
        "<link rel=stylesheet href=//evil.example/a.css>",
    ],
)
def test_what_should_not_be_there_is_seen(
    browser: Browser, served: Callable[[Path], str], clean: Path, tmp_path: Path, harm: str
) -> None:
    allowed = Audit(browser, served(clean)).nodes(["/index.html"])
    page = (clean / "about" / "index.html").read_text(encoding="utf-8")
    put(tmp_path, {"index.html": page.replace("<h1>", f"{harm}<h1>")})
    audit = Audit(browser, served(tmp_path))
    audit.look("/index.html", allowed)
    assert audit.troubles
