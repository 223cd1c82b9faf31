"""How readers go about: with the keyboard alone, with a finger, without scripts, on paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from browser.conftest import visiting
from newsarchive import build
from samples import HARBOUR, make_archive

Visit = Callable[..., Page]

WEB = "https://papers.example.org/eastport"
SECOND = "Ships that had waited in the roads since Tuesday came in one after another"
STORIES = {
    "harbour": ("Harbour reopens after the storm", "Eastport Echo", "2021-07-19", HARBOUR),
    "anchor": ("An anchor is found", "Zeal Courier", "2021-07-02", "Found by a diver.\n"),
    "quay": ("The quay", "Bay Herald", "2021-07-02", "It is to be mended, at last, they say.\n"),
}
TELEPHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
SHIFTS = """
window.shifts = [];
new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(e => e.value)))
  .observe({type: "layout-shift", buffered: true});
"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {"site.yaml": f"title: The Eastport archive\nurl: {WEB}\n"}
    for name, (title, source, date, text) in STORIES.items():
        body = text if name == "harbour" else f"{title}\n\n{text}"
        known = f"why: A test.\ntitle: {title}\nsource: {source}\ndate: {date}\nsection: [Sea]\n"
        files |= {f"articles/{name}.txt": body, f"articles/{name}.yaml": known}
    site = make_archive(tmp_path_factory.mktemp("archive"), files)
    build(site)
    return site.output


@pytest.fixture
def home(output: Path, served: Callable[[Path], str]) -> str:
    """Give the first page's address without its file's name."""
    return f"{served(output)}/"


def harbour(output: Path) -> str:
    """Give the address of an article within the site."""
    (folder,) = (output / "articles").glob("harbour-*")
    return f"articles/{folder.name}/index.html"


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until an element has the focus, and see that each on the way shows that it has."""
    expect(wanted).to_have_count(1)
    for _ in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        if wanted.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"no Tab leads to {wanted}")


def test_the_keyboard_alone_leads_from_the_first_page_to_a_passage_and_its_citation(
    visit: Visit, home: str
) -> None:
    page = visit(f"{home}index.html")
    tab_to(page, page.locator("main").get_by_role("link", name="Harbour reopens after the storm"))
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Harbour reopens after the storm")
    tab_to(page, page.locator("p", has_text=SECOND).get_by_role("link", name="this paragraph"))
    page.keyboard.press("Enter")
    expect(page.locator("p:target")).to_contain_text(SECOND)
    tab_to(page, page.get_by_role("link", name="Cite this passage"))
    page.keyboard.press("Enter")
    anchor = page.locator("p", has_text=SECOND).get_attribute("id")
    expect(page.locator("#cite .citation").first).to_contain_text(f"#{anchor}.")


def test_a_finger_gets_a_passages_link_without_hovering(
    visit: Visit, home: str, output: Path
) -> None:
    page = visit(f"{home}{harbour(output)}", **TELEPHONE)
    passage = page.locator("p", has_text=SECOND)
    link = passage.get_by_role("link", name="this paragraph")
    expect(link).to_have_css("opacity", "1")
    link.tap()
    expect(page.locator("p:target")).to_contain_text(SECOND)
    cite = page.get_by_role("link", name="Cite this passage")
    for target in (link, cite):
        box = target.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
    cite.tap()
    expect(page.locator("#cite .citation").first).to_contain_text(f"#{link_target(link)}.")


def link_target(link: Locator) -> str:
    return (link.get_attribute("href") or "").removeprefix("#")


def test_without_javascript_a_reader_gets_to_a_passage_and_to_the_ways_to_cite(
    visit: Visit, home: str
) -> None:
    page = visit(f"{home}index.html", java_script_enabled=False)
    page.locator("main").get_by_role("link", name="Harbour reopens after the storm").click()
    page.locator("p", has_text=SECOND).hover()
    page.locator("p", has_text=SECOND).get_by_role("link", name="this paragraph").click()
    expect(page.locator("p:target")).to_contain_text(SECOND)
    page.get_by_text("RIS", exact=True).click()
    expect(page.get_by_text("TY  - NEWS")).to_be_visible()
    expect(page.locator(".sorting, .themes, .actions").filter(visible=True)).to_have_count(0)


def test_an_article_is_printed_with_its_text_its_citation_and_its_address_and_no_navigation(
    visit: Visit, home: str, output: Path
) -> None:
    page = visit(f"{home}{harbour(output)}")
    sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    printed = re.sub(r"\s+", " ", " ".join(sheet.extract_text() for sheet in sheets))
    assert len(sheets) <= 2
    assert SECOND in printed
    address = f"{WEB}/{harbour(output).removesuffix('index.html')}"
    assert "“Harbour reopens after the storm.” Eastport Echo, July 19, 2021. A" in printed
    assert address in printed.replace(" ", "")
    for word in ("Dates", "Topics", "Search", "Skip", "Copy", "BibTeX", "Colours", "Older", "¶"):
        assert word not in printed


def test_a_list_is_sorted_and_put_back_as_it_was(visit: Visit, home: str) -> None:
    page = visit(f"{home}topics/sea/index.html")
    headlines = page.locator(".listing .headline")
    by_date = [STORIES[name][0] for name in ("harbour", "anchor", "quay")]
    expect(headlines).to_have_text(by_date)
    for order, names in {
        "Title": ("anchor", "harbour", "quay"),
        "Source": ("quay", "harbour", "anchor"),
        "Length": ("harbour", "quay", "anchor"),
    }.items():
        button = page.get_by_role("button", name=order)
        button.click()
        expect(headlines).to_have_text([STORIES[name][0] for name in names])
        expect(button).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Date").click()
    expect(headlines).to_have_text(by_date)


def test_what_no_day_is_known_of_stands_in_line_with_the_other_articles_of_its_year(
    visit: Visit, served: Callable[[Path], str], tmp_path: Path
) -> None:
    files: dict[str, str] = {}
    for name, date in (("anchor", "2021-07-02"), ("quay", "2021-07")):
        title, source, _, text = STORIES[name]
        known = f"why: A test.\ntitle: {title}\nsource: {source}\ndate: {date}\n"
        files |= {f"articles/{name}.txt": f"{title}\n\n{text}", f"articles/{name}.yaml": known}
    site = make_archive(tmp_path, files)
    build(site)
    page = visit(f"{served(site.output)}/dates/2021/index.html")
    places = [title.bounding_box() for title in page.locator(".headline").all()]
    assert len({place["x"] for place in places if place}) == 1


@pytest.mark.parametrize("path", ["index.html", "topics/sea/index.html", "search/index.html?q=sea"])
def test_nothing_moves_while_a_page_comes(visit: Visit, home: str, path: str) -> None:
    page = visit(home)
    page.add_init_script(SHIFTS)
    page.goto(home + path)
    page.wait_for_load_state("networkidle")
    assert sum(page.evaluate("window.shifts")) < 0.01


@pytest.mark.parametrize("path", ["index.html", "dates/2021/index.html", "search/index.html?q=sea"])
def test_letters_of_twice_the_size_fit(visit: Visit, home: str, path: str) -> None:
    page = visit(home + path, viewport={"width": 1280, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize(
    "trouble",
    [
        "console.error('broken')",
        "setTimeout(() => { throw Error('broken') })",
        "document.body.append(Object.assign(document.createElement('script'), {text: '1'}))",
        "document.body.append(Object.assign(new Image(), {src: 'https://elsewhere.example/'}))",
    ],
)
def test_a_page_that_complains_breaks_a_test(browser: Browser, home: str, trouble: str) -> None:
    watch = visiting(browser)
    page = next(watch)(home)
    heard: list[object] = []
    page.on("console", lambda said: heard.append(said.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    # A request of the page's own, such as for its icon, may come late and is no trouble.
    page.on("request", lambda asked: heard.extend([asked.url] * ("elsewhere" in asked.url)))
    page.evaluate(f"() => {{ {trouble} }}")
    while not heard:
        page.wait_for_timeout(50)
    with pytest.raises(AssertionError):
        next(watch)
