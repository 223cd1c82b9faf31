"""The switch between day and night, from a server and from disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from newsarchive import build
from samples import HARBOUR, make_archive

Visit = Callable[..., Page]

WATCH = """
new MutationObserver((_, observer) => {
  if (!document.body) return;
  window.atFirst = document.documentElement.dataset.theme;
  observer.disconnect();
}).observe(document, {childList: true, subtree: true});
"""
"""Notes the theme at the moment that there is something to paint."""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = make_archive(tmp_path_factory.mktemp("archive"), {"articles/harbour.txt": HARBOUR})
    build(site)
    return site.output


@pytest.fixture(params=["server", "disk"])
def home(request: pytest.FixtureRequest, output: Path, served: Callable[[Path], str]) -> str:
    """Give the first page's address without its file's name."""
    return f"{served(output)}/" if request.param == "server" else f"{output.as_uri()}/"


def paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


def choose(page: Page, name: str) -> None:
    button = page.get_by_role("group", name="Colours").get_by_role("button", name=name)
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")


def test_what_a_reader_chose_holds_on_every_page_until_the_system_decides_again(
    visit: Visit, home: str
) -> None:
    page = visit(f"{home}index.html", color_scheme="light")
    day = paper(page)
    choose(page, "Dark")
    night = paper(page)
    assert night != day
    page.goto(f"{home}about/index.html")
    assert paper(page) == night
    pressed = page.locator(".themes [aria-pressed=true]")
    expect(pressed).to_have_text("Dark")
    choose(page, "As the system")
    assert paper(page) == day
    page.reload()
    assert paper(page) == day
    expect(pressed).to_have_text("As the system")


def test_the_choice_stands_before_anything_is_painted(visit: Visit, home: str) -> None:
    page = visit(f"{home}index.html", color_scheme="light")
    choose(page, "Dark")
    page.add_init_script(WATCH)
    page.reload()
    assert page.evaluate("window.atFirst") == "dark"


def test_the_choice_reaches_other_windows(visit: Visit, home: str) -> None:
    page = visit(f"{home}index.html", color_scheme="light")
    other = page.context.new_page()
    other.goto(f"{home}about/index.html")
    choose(page, "Dark")
    expect(other.locator("html")).to_have_attribute("data-theme", "dark")


def test_without_javascript_there_is_no_switch(visit: Visit, home: str) -> None:
    page = visit(f"{home}index.html", java_script_enabled=False)
    expect(page.locator(".themes")).to_be_hidden()


def test_what_is_printed_by_night_is_black_on_white(visit: Visit, home: str) -> None:
    page = visit(f"{home}index.html", color_scheme="dark")
    choose(page, "Dark")
    page.emulate_media(media="print")
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert (ink, paper(page)) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
