"""Ways to cite, in a real browser: with the script and without it, from a server and from disk."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from newsarchive import build, load_site

Visit = Callable[..., Page]

CORRECTION = """\
why: A test.
title: Harbour & quay <reopen>
source: Eastport Echo
date: 2021-07-19
aliases: old/harbour.html
"""
TEXT = """\
Harbour & quay <reopen>

The harbour of Eastport opened again on Monday, six days after a storm had torn two cranes from
their rails and had left the eastern quay under water, the port authority said in a statement.

Ships that had waited in the roads since Tuesday came in one after another, the largest of them
with timber from the north that the town's two mills had been without for a week.
"""
COPYING = {"permissions": ["clipboard-read", "clipboard-write"]}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "site.yaml").write_text("title: Port Archive\n")
    (tmp_path / "articles/harbour.txt").write_text(TEXT)
    (tmp_path / "articles/harbour.yaml").write_text(CORRECTION)
    build(load_site(tmp_path))
    return tmp_path / "output"


def address(output: Path) -> str:
    """Give the article's address within the site."""
    (folder,) = (output / "articles").glob("*/")
    return f"articles/{folder.name}/"


@pytest.fixture
def article(output: Path, served: Callable[[Path], str]) -> str:
    return f"{served(output)}/{address(output)}"


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_citation_is_copied_with_the_address_that_the_page_is_read_at(
    visit: Visit, article: str
) -> None:
    page = visit(article, **COPYING)
    page.get_by_role("button", name="Copy").first.click()
    expect(page.get_by_role("status")).to_have_text("Copied.")
    assert copied(page).startswith(
        "“Harbour & quay <reopen>.” Eastport Echo, July 19, 2021. "
        f"Archived in Port Archive, {article}."
    )


def test_a_record_is_saved_under_a_name_of_its_own(visit: Visit, article: str) -> None:
    page = visit(article, accept_downloads=True)
    page.get_by_text("RIS", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save").filter(visible=True).click()
    assert re.fullmatch(r"eastport-echo-[0-9a-f]{8}\.ris", download.value.suggested_filename)
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"TY  - NEWS\r\n")
    assert content.endswith(b"ER  - \r\n")


def test_a_passage_is_cited_with_the_keyboard_alone(visit: Visit, article: str) -> None:
    page = visit(article, **COPYING)
    paragraph = page.get_by_role("link", name="Link to this paragraph").nth(1)
    paragraph.focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Cite this passage").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text(
        "These citations lead to the passage you chose."
    )
    page.get_by_role("button", name="Copy").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Copied.")
    assert f"{article}{paragraph.get_attribute('href')}." in copied(page)


def test_another_passage_takes_the_place_of_the_first(visit: Visit, article: str) -> None:
    page = visit(article)
    links = page.get_by_role("link", name="Link to this paragraph")
    for number in (0, 1):
        links.nth(number).focus()
        page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Cite this passage")).to_have_count(1)
    citation = page.locator("#cite .citation").first
    expect(citation).to_contain_text(f"{links.nth(1).get_attribute('href')}.")
    assert (citation.text_content() or "").count("#") == 1


def test_all_ways_to_cite_stand_in_the_page_without_a_script(visit: Visit, article: str) -> None:
    page = visit(article, java_script_enabled=False)
    expect(page.get_by_text("“Harbour & quay <reopen>.” Eastport Echo").first).to_be_visible()
    page.get_by_text("BibTeX", exact=True).click()
    expect(page.get_by_text("@article{eastport-echo-")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)


def test_a_citation_is_copied_from_a_page_opened_from_disk(visit: Visit, output: Path) -> None:
    page = visit(f"file://{output}/{address(output)}index.html")
    page.get_by_role("button", name="Copy").first.click()
    expect(page.get_by_role("status")).to_have_text("Copied.")


def test_an_old_address_leads_to_the_article(
    browser: Browser, output: Path, served: Callable[[Path], str]
) -> None:
    page = browser.new_page()  # not by `visit`: what the old page still asks for is cut short
    page.set_default_timeout(200_000)
    page.goto(f"{served(output)}/old/harbour.html")
    page.wait_for_url(f"**/{address(output)}index.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("Harbour & quay <reopen>")
    page.close()
