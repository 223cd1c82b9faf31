"""Adding one article changes the pages that must change, and no other."""

import re
from pathlib import Path

import pytest

from newsarchive.build import build
from samples import HARBOUR, make_archive, put, tree

ARTICLES = 120
"""So many that the lists of one source and of one topic are split."""
NAMING = "They met Gen. Peter Marlow there.\n"

EXPECTED = [
    "about/index.html",  # counts all articles
    "articles/story-052-5b663c6a/index.html",  # the one before it
    "articles/story-115-62e2f909/index.html",  # the one after it
    "articles/story-new-3dc25552/index.html",
    "data/index.html",  # counts all articles
    "dates/2020/05/index.html",
    "dates/2020/index.html",
    "dates/index.html",
    "index.html",
    "ledger/index.html",  # counts all articles
    "names/index.html",
    "names/people/index.html",
    "names/peter-marlow/index.html",
    "search/index.html",  # counts all articles
    "sources/courier/2020/index.html",
    "sources/courier/index.html",
    "sources/index.html",
    "topics/index.html",
    "topics/news/2020/index.html",
    "topics/news/index.html",
]
"""What an article of May 2020 in the Courier that names Peter Marlow changes."""


def story(number: int) -> dict[str, str]:
    """Make an article with the fields that a curator gives it; two of them name a person."""
    date = f"{2019 + number % 3}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    paper = "Herald" if number % 10 == 0 else "Courier"
    return article(f"{number:03}", date, paper, NAMING if number in (5, 6) else "")


def article(name: str, date: str, paper: str, text: str = "") -> dict[str, str]:
    fields = (
        f"why: A test.\ntitle: Story {name}\nsource: {paper}\ndate: '{date}'\nsection: [News]\n"
    )
    own = re.sub(r"\b(the|of|and|that|in|had|a|from|he)\b", rf"\1 {name}", HARBOUR)
    body = f"{own}\nIt was the ship of number {name}. {text}\n"
    return {f"articles/{name}.txt": body, f"articles/{name}.yaml": fields}


def changed(root: Path, more: dict[str, str]) -> list[str]:
    """Build, add files, build again: name the pages that are new or other, but not the data."""
    site = make_archive(root, {"articles/harbour.txt": HARBOUR, **many()})
    build(site)
    before = tree(site.output)
    put(root, more)
    build(site)
    after = tree(site.output)
    assert not before.keys() - after.keys()
    names = {name for name, content in after.items() if before.get(name) != content}
    return sorted(name for name in names if name.endswith("index.html"))


def many() -> dict[str, str]:
    return {name: text for number in range(ARTICLES) for name, text in story(number).items()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "archive"


def test_one_more_article_changes_its_neighbours_its_lists_and_what_counts_all(root: Path) -> None:
    assert changed(root, article("new", "2020-05-30", "Courier", NAMING)) == EXPECTED


def test_a_reprint_changes_the_page_of_the_text_that_it_has_and_the_page_of_all(root: Path) -> None:
    assert {
        "articles/harbour-reopens-after-the-storm-26a7fc3b/index.html",
        "reprints/index.html",
    } < set(changed(root, {"articles/copy.txt": f"{HARBOUR}\nThe mole held.\n"}))
