"""The theme as a whole: every kind of page of a small archive with awkward texts."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from newsarchive.build import build
from newsarchive.settings.site import load_site
from newsarchive.settings.theme import theme_folder
from samples import read

HOSTILE = "<script>alert(1)</script> & {{ 7*7 }}"
CORRECTIONS = {
    "hostile": f"title: '{HOSTILE}'\nsource: <i>Packet</i>\nsection: [<em>News</em>]\ndate: 2003",
    "persian": "title: بازسازی اسکله\nsource: بندر\nlanguage: fa\ndate: 2003-05-17",
    "undated": "title: Fog\ndate: ''",
}
TEXT = "The old quay is to be rebuilt in granite, the council decided on the third day.\n"
QUOTED = "---\ntitle: Quoted\n---\n> One.\n>\n> Two.\n\nShe left.\n\n> Three.\n"
WITHOUT_END = frozenset("meta link br hr img input".split())


class Page(HTMLParser):
    """What the tests ask of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in WITHOUT_END:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("archive")
    (root / "site.yaml").write_text(f"title: Papers\nabout: |\n  Kept *here*. {HOSTILE}\n")
    (root / "articles").mkdir()
    for name, correction in CORRECTIONS.items():
        (root / "articles" / f"{name}.txt").write_text(f"{name}\n{TEXT}")
        (root / "articles" / f"{name}.yaml").write_text(f"why: A test.\n{correction}\n")
    (root / "articles" / "quoted.md").write_text(QUOTED)
    build(load_site(root))
    return root / "output"


@pytest.fixture(scope="module")
def pages(output: Path) -> dict[str, Page]:
    return {
        path.relative_to(output).as_posix(): Page(read(path))
        for path in sorted(output.rglob("*.html"))
    }


def article(pages: dict[str, Page], start: str) -> Page:
    return next(page for url, page in pages.items() if url.startswith(f"articles/{start}"))


def test_no_page_has_script_or_style_in_it(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert "style" not in {tag for tag, _ in page.tags}
        scripts = [attrs for tag, attrs in page.tags if tag == "script"]
        assert all("src" in attrs or attrs["type"] == "application/ld+json" for attrs in scripts)
        assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]
        assert not [attrs for _, attrs in page.tags if "style" in attrs]


def test_every_page_asks_only_for_files_of_the_site(pages: dict[str, Page]) -> None:
    for url, page in pages.items():
        loaded = [attrs for _, attrs in page.tags if attrs.get("rel") in {"stylesheet", "icon"}]
        files = [attrs["href"] for attrs in loaded]
        files += [attrs["src"] for _, attrs in page.tags if "src" in attrs]
        top = "/" if url == "404.html" else "../" * url.count("/")
        assert all(name.startswith(f"{top}static/") for name in files)


def test_every_link_within_the_site_leads_to_a_page_or_an_id(pages: dict[str, Page]) -> None:
    for url, page in pages.items():
        links = [attrs for tag, attrs in page.tags if tag == "a" and "download" not in attrs]
        for href in [attrs["href"] for attrs in links]:
            target, _, anchor = href.partition("?")[0].partition("#")
            there = pages[_resolved(url, target) if target else url]
            assert not anchor or anchor in {attrs.get("id") for _, attrs in there.tags}


def _resolved(url: str, href: str) -> str:
    parts = [] if href.startswith("/") else url.split("/")[:-1]
    for part in href.lstrip("/").split("/"):
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


def test_every_page_has_one_first_heading_and_skips_no_level(pages: dict[str, Page]) -> None:
    shown = [page for url, page in pages.items() if url != "articles/index.html"]  # it leads on
    for page in shown:
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
        assert levels.count(1) == 1
        assert all(b <= a + 1 for a, b in pairwise(levels))


def test_every_element_is_closed_and_every_id_is_given_once(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert page.open == []
        ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
        assert len(ids) == len(set(ids))


def test_no_line_ends_in_a_blank(pages: dict[str, Page], output: Path) -> None:
    for url in pages:
        assert not re.search(r"[ \t]\r?$", read(output / url), re.MULTILINE), url


def test_a_hostile_title_is_read_as_it_is_written(pages: dict[str, Page]) -> None:
    assert HOSTILE in article(pages, "script").text
    assert HOSTILE in pages["index.html"].text


def test_a_curators_markdown_is_html_and_its_script_is_gone(pages: dict[str, Page]) -> None:
    assert "em" in {tag for tag, _ in pages["about/index.html"].tags}
    assert "alert(1)" not in pages["about/index.html"].text


def test_an_article_says_its_language_and_direction(pages: dict[str, Page]) -> None:
    page = article(pages, "bzszy")
    assert ("article", {"class": "article", "lang": "fa", "dir": "rtl"}) in page.tags
    assert page.tags[0] == ("html", {"lang": "en", "dir": "ltr"})


def test_an_undated_article_shows_that_it_is(pages: dict[str, Page]) -> None:
    page = article(pages, "fog")
    assert "Undated" in page.text
    above_its_text = page.tags[: page.tags.index(("div", {"class": "body"}))]
    assert "time" not in {tag for tag, _ in above_its_text}


def test_every_line_of_the_raw_text_has_an_anchor(pages: dict[str, Page]) -> None:
    lines = [attrs for tag, attrs in article(pages, "fog").tags if tag == "li" and "value" in attrs]
    assert [(line["id"], line["value"]) for line in lines] == [("L1", "1"), ("L2", "2")]


def test_styles_name_no_side_of_the_page() -> None:
    sides = re.compile(
        r"(?:^|[\s;-])(?:left|right)\s*:|:\s*(?:left|right)\b|(?:margin|padding)-(?:top|bottom)"
    )
    for style in _styles():
        assert not sides.search(style.read_text("utf-8")), style.name


def test_nothing_moves_by_itself() -> None:
    for style in _styles():
        assert not re.search(r"transition|animation|scroll-behavior", style.read_text("utf-8"))


def _styles() -> list[Path]:
    return sorted(theme_folder("static").rglob("*.css"))


def test_paragraphs_of_a_quotation_stand_in_one(pages: dict[str, Page]) -> None:
    (page,) = (page for url, page in pages.items() if "quoted-" in url)
    tags = [tag for tag, _ in page.tags]
    body = tags[tags.index("article") : tags.index("section")]
    assert [tag for tag in body if tag in ("blockquote", "p")] == [
        *("blockquote", "p", "p"),
        *("p",),
        *("blockquote", "p"),
    ]
