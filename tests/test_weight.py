"""What a page weighs beside what it says."""

import re
from html.parser import HTMLParser
from pathlib import Path

from newsarchive.build import build
from newsarchive.settings.site import load_site
from newsarchive.settings.theme import theme_folder
from samples import copy_of_project, read

EVIDENCE = re.compile(r'<details class="evidence">.*?</details>', re.DOTALL)
BODY = re.compile(r'<div class="body">.*?</article>', re.DOTALL)


class Text(HTMLParser):
    """The text of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.text += data


def beside(page: str) -> int:
    """Count the bytes of an article's page beyond its text and its evidence."""
    (evidence,), (body,) = EVIDENCE.findall(page), BODY.findall(page)
    return len(page.encode()) - len(evidence.encode()) - len(Text(body).text.encode())


def test_an_articles_page_weighs_little_beside_its_text_and_its_evidence(tmp_path: Path) -> None:
    site = load_site(copy_of_project(tmp_path))
    build(site)
    pages = sorted((site.output / "articles").glob("*/index.html"))
    assert len(pages) == 5
    assert max(beside(read(page)) for page in pages) < 25_000


def test_the_scripts_beside_the_search_weigh_less_than_fifteen_kilobytes() -> None:
    scripts = sorted((theme_folder("static") / "js").iterdir())
    assert {path.name for path in scripts} > {"cite.js", "sort.js", "theme.js"}
    others = [path for path in scripts if not path.name.startswith("search")]
    assert sum(path.stat().st_size for path in others) < 15_000


def test_the_styles_weigh_less_than_forty_kilobytes() -> None:
    styles = sorted((theme_folder("static") / "css").iterdir())
    assert styles
    assert sum(style.stat().st_size for style in styles) < 40_000
