"""Pagefind's index, made of documents that are written for it and not of the site's pages.

What is searched so depends on no template, and pages of an earlier build that still stand in the
output folder are not in it. Pagefind runs once for each shard, in a temporary folder.

Its files differ from run to run although they say the same. Hence each shard names what it was made
from (`made-from.txt`): while that stays, so do its files, and a new article costs the indexing of
its own shard.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from html import escape
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from newsarchive.artifacts import Artifact
from newsarchive.errors import SearchError
from newsarchive.searching.articles import Passage, Searchable
from newsarchive.searching.words import spaced

MADE_FROM = "made-from.txt"
ONE_INDEX = "unknown"
"""The language that all is indexed as: without stemming, and whatever the page's own language."""
NEEDED = ("fragment/", "index/", "filter/", "pagefind.", "pagefind-entry.json")
"""What the search page loads of what Pagefind writes; its own interfaces are not."""
FIRST, LAST = "00000000", "99999999"
TITLE_WEIGHT = 7

Files = Mapping[str, bytes]
"""Name → content."""


def pagefind_index(folder: str, articles: Iterable[Searchable], output: Path) -> Iterator[Artifact]:
    """Index the articles of a shard.

    Args:
        folder: the shard's, in the output folder.
        articles: what is to be searched.
        output: the output folder, from which the shard's files are taken where nothing changed.

    Raises:
        SearchError: pagefind cannot be run.
    """
    files = index(map(document_of, articles), output / folder)
    for name, content in files.items():
        yield Artifact(folder + name, content)


def index(documents: Iterable[str], before: Path) -> Files:
    """Index documents, or give the files of the run before where it had the same documents."""
    documents = list(documents)
    digest = digest_of(documents)
    files = _files_below(before)
    if files.pop(MADE_FROM, b"") != _made_from(digest, files):
        files = _indexed(documents)
    return {MADE_FROM: _made_from(digest, files)} | files


def digest_of(documents: Iterable[str]) -> str:
    """Hash documents and what indexes them: SHA-256 in hex."""
    digest = sha256(version("pagefind").encode())
    for document in documents:
        digest.update(sha256(document.encode()).digest())
    return digest.hexdigest()


def document_of(article: Searchable) -> str:
    """Write the HTML document that stands for an article in Pagefind's index."""
    facts = {
        "at": article.url,
        "source": article.source,
        "date": article.date,
        "language": article.language,
        "direction": article.direction,
        "newest": article.start.replace("-", "").ljust(8, "0") if article.start else FIRST,
        "oldest": article.start.replace("-", "").ljust(8, "0") if article.start else LAST,
        "year": article.year,
    }
    several = [("topic", topic) for topic in article.topics]
    several += [("named", name) for name in article.names]
    filters = (
        f'<i data-pagefind-filter="{kind}[data-is]" data-is="{escape(value)}"></i>'
        for kind, value in several
    )
    return "\n".join(
        (
            '<!DOCTYPE html><html><head><meta charset="utf-8"><title></title></head>',
            "<body data-pagefind-body",
            *(f' data-{name}="{escape(value)}"' for name, value in facts.items()),
            f' data-pagefind-meta="{_attributes("at source date language direction")}"',
            f' data-pagefind-filter="{_attributes("source year" if article.source else "year")}"',
            f' data-pagefind-sort="{_attributes("newest oldest")}">',
            f'<h1 data-pagefind-weight="{TITLE_WEIGHT}">{escape(spaced(article.title))}</h1>',
            *(_paragraph(passage) for passage in article.passages),
            *filters,
            "</body></html>",
        )
    )


def _paragraph(passage: Passage) -> str:
    """Write a passage; its anchor is an element of its own, or Pagefind would store it twice."""
    return f'<p><i id="{passage.anchor}"></i>{escape(spaced(passage.text))}</p>'


def _made_from(documents: str, files: Files) -> bytes:
    """Say what files were made from and, so that none is lost or changed unseen, what they hold."""
    digest = sha256()
    for name, content in sorted(files.items()):
        digest.update(f"{name}\0{sha256(content).hexdigest()}\n".encode())
    return f"documents {documents}\nfiles {digest.hexdigest()}\n".encode()


def _attributes(names: str) -> str:
    return ", ".join(f"{name}[data-{name}]" for name in names.split())


def _indexed(documents: Iterable[str]) -> dict[str, bytes]:
    with TemporaryDirectory(prefix="newsarchive-") as folder:
        site, bundle = Path(folder, "site"), Path(folder, "bundle")
        site.mkdir()
        for number, document in enumerate(documents):
            (site / f"{number}.html").write_bytes(document.encode())
        _run("--site", str(site), "--output-path", str(bundle))
        files = _files_below(bundle)
    return {name: content for name, content in files.items() if _is_needed(name)}


def _files_below(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _is_needed(name: str) -> bool:
    return name.startswith(NEEDED) or name == f"wasm.{ONE_INDEX}.pagefind"


def _run(*options: str) -> None:
    command = [sys.executable, "-m", "pagefind", *options]
    command += ["--force-language", ONE_INDEX, "--silent"]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)  # noqa: S603  own arguments
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines()
        what = f"Pagefind failed ({lines[-1] if lines else f'exit status {done.returncode}'})"
        remedy = "Install it with `pip install 'pagefind[bin]'`, or write `search: script`"
        raise SearchError(what, where="search", remedy=remedy)
