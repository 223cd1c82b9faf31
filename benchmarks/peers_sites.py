"""The same articles as each program reads them, and how each is run.

newsarchive gets raw text, with what its source prints around it; the others get the article alone,
as Markdown with front matter, and a theme that makes the same kinds of page (`themes/`).
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from make_archive import Made, made_article, raw_name, raw_text
from peers_shelves import Listed, Shelves, fact_of, shelve

HERE = Path(__file__).parent
THEMES = HERE / "themes"
OURS = HERE.parent
ADDRESS = "https://example.org/news/"


class Program(NamedTuple):
    """A program that makes a site of articles."""

    name: str
    command: tuple[str, ...]
    """Run in the site's folder."""
    made: tuple[str, ...]
    """Folders that it writes to, the site first; without them a run is cold."""
    article: Callable[[int], str]
    """The file of an article, by its number."""
    text: Callable[[Made, Listed], str]
    """What the file holds."""
    theme: Callable[[Path, Shelves], None]
    """Writes all but the articles into a folder."""
    template: str
    """The file of the article's template."""


def write_sites(programs: Sequence[Program], number: int, folder: Path) -> None:
    """Write the sources of a site of so many articles for each program, in a folder of its name.

    One more article is laid beside them, to be added later.
    """
    facts = [fact_of(made_article(i)) for i in range(number + 1)]
    shelves, listed = shelve(facts)
    for program in programs:
        shutil.rmtree(folder / program.name, ignore_errors=True)
        program.theme(folder / program.name, shelves)
        (folder / program.name / program.article(0)).parent.mkdir(parents=True, exist_ok=True)
    for i in range(number):
        article = made_article(i)
        for program in programs:
            path = folder / program.name / program.article(i)
            path.write_text(program.text(article, listed[i]), encoding="utf-8")
    extra = made_article(number)
    for program in programs:
        text = program.text(extra, listed[number])
        (folder / f"{program.name}.added").write_text(text, encoding="utf-8")


def found_programs() -> tuple[list[Program], list[str]]:
    """Give the programs that are installed here, and the names of those that are not."""
    found = [program for program in PROGRAMS if shutil.which(program.command[0])]
    return found, [program.name for program in PROGRAMS if program not in found]


def _raw(article: Made, _listed: Listed) -> str:
    return raw_text(article)


def _markdown(article: Made, listed: Listed) -> str:
    """Write an article for Hugo and Eleventy."""
    facts = {
        "title": article.title,
        "slug": _slug(article),
        "description": _dek(article),
        "source": article.source.name,
        "author": article.author,
        "words": _words(article),
        "sources": listed.sources,
        "dates": listed.dates,
    }
    if article.day:
        facts["day"] = article.day.isoformat()
        facts["publishDate"] = facts["date"] = f"{article.day.isoformat()}T00:00:00Z"
    head = "\n".join(f"{key}: {json.dumps(value)}" for key, value in facts.items())
    return f"---\n{head}\n---\n\n{_body(article)}"


def _pelican_markdown(article: Made, listed: Listed) -> str:
    facts = {
        "Title": article.title,
        "Slug": _slug(article),
        "Dek": _dek(article),
        "Summary": _dek(article),
        "Category": article.source.name,
        "Writer": article.author,
        "Words": str(_words(article)),
        "Tags": ", ".join([*listed.sources[1:], *listed.dates]),
    }
    if article.day:
        facts["Day"] = facts["Date"] = article.day.isoformat()
    head = "\n".join(f"{key}: {value}" for key, value in facts.items())
    return f"{head}\n\n{_body(article)}"


def _slug(article: Made) -> str:
    return f"{fact_of(article).slug}-{article.number:06}"


def _dek(article: Made) -> str:
    return " ".join(article.paragraphs[0].split()[:40])


def _words(article: Made) -> int:
    return sum(len(paragraph.split()) for paragraph in article.paragraphs)


def _body(article: Made) -> str:
    return "\n\n".join(article.paragraphs) + "\n"


def _theme(name: str, style: str, shelves_file: str) -> Callable[[Path, Shelves], None]:
    """Give what copies a theme, with its style sheet and the list of shelves."""

    def write(folder: Path, shelves: Shelves) -> None:
        shutil.copytree(THEMES / name, folder)
        for file in (style, shelves_file):
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(THEMES / "style.css", folder / style)
        (folder / shelves_file).write_bytes(msgspec.json.encode(shelves))

    return write


def _archive(settings: str) -> Callable[[Path, Shelves], None]:
    """Give what makes an archive of our own, whose template can be changed."""

    def write(folder: Path, _shelves: Shelves) -> None:
        (folder / "templates").mkdir(parents=True)
        shutil.copy(OURS / "templates/article.html", folder / "templates")
        text = f"title: An archive of made-up articles\nurl: {ADDRESS}\n{settings}"
        (folder / "site.yaml").write_text(text, encoding="utf-8")

    return write


def _ours(name: str, settings: str) -> Program:
    return Program(
        name=name,
        command=(sys.executable, "-m", "newsarchive", "build", "--quiet"),
        made=("output", ".newsarchive"),
        article=lambda number: f"articles/{raw_name(number)}",
        text=_raw,
        theme=_archive(settings),
        template="templates/article.html",
    )


REFERENCE = "hugo"
ALL_OURS = "newsarchive, all"
ALIKE = "newsarchive, alike"
PROGRAMS = (
    Program(
        name=REFERENCE,
        command=("hugo", "--quiet"),
        made=("public", "resources"),
        article=lambda number: f"content/articles/{number:06}.md",
        text=_markdown,
        theme=_theme("hugo", "static/style.css", "data/shelves.json"),
        template="layouts/page.html",
    ),
    _ours(ALIKE, "search: off\nnames: 0\n"),
    _ours(ALL_OURS, "search: off\n"),
    Program(
        name="eleventy",
        command=("eleventy", "--quiet"),
        made=("_site",),
        article=lambda number: f"content/articles/{number:06}.md",
        text=_markdown,
        theme=_theme("eleventy", "content/style.css", "shelves.json"),
        template="_includes/article.njk",
    ),
    Program(
        name="pelican",
        command=("pelican", "--quiet"),
        made=("output", "cache"),
        article=lambda number: f"content/articles/{number:06}.md",
        text=_pelican_markdown,
        theme=_theme("pelican", "theme/static/style.css", "shelves.json"),
        template="theme/templates/article.html",
    ),
)
