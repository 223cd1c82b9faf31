"""What is taken from running text that is nobody's article: `running_text.py TREEBANKS`.

TREEBANKS is a folder with treebanks of Universal Dependencies as they are published, each a folder
with files `*.conllu`. Their sentences, of papers, encyclopaedias and books, are put one to a line,
as paragraphs of texts of at most 25, which have no title, no day, no author and no publisher of
their own. So a sentence that is not kept is lost, and a day, a publisher or an author that is given
is wrong, save where the treebank has a headline, a dateline or a credit among its sentences.

    python benchmarks/running_text.py TREEBANKS [--most 120] [--shown 20]

prints a line for each treebank and one for all, and some of what was lost or given. The texts are
read alone, as `newsarchive explain --alone` reads them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from newsarchive.model import Article, Document
from newsarchive.readings.once import read

LONGEST, SHORTEST = 25, 6
"""Sentences of a text."""
TEXT = ("body", "title", "subheading")
HEAD = f"{'':26}{'texts':>7}{'lines':>8}{'lost':>7}{'days':>6}{'houses':>8}{'authors':>9}"


def main() -> None:
    """Read the treebanks and print what was lost of each, and what was given."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("treebanks", type=Path, metavar="TREEBANKS")
    parser.add_argument("--most", type=int, default=120, help="texts of a treebank")
    parser.add_argument("--shown", type=int, default=0, help="examples of a treebank")
    options = parser.parse_args()
    total = [0] * 6
    print(HEAD)
    for folder in sorted(path for path in options.treebanks.iterdir() if path.is_dir()):
        articles = read(list(islice(texts_of(folder), options.most)), alone=True)
        counts = [sum(each) for each in zip(*map(_counted, articles), strict=True)] or [0] * 6
        total = [so_far + more for so_far, more in zip(total, counts, strict=True)]
        print(_row(folder.name, counts), flush=True)
        for example in islice(_wrong(articles), options.shown):
            print("   ", example)
    print(_row("all", total))


def texts_of(folder: Path) -> Iterator[Document]:
    """Give the texts made of a treebank: its own, cut after so many sentences, short ones joined.

    Args:
        folder: the treebank's, with its `*.conllu`.
    """
    joined: list[str] = []
    for sentences in _documents(folder):
        joined += sentences
        if len(joined) >= SHORTEST:
            yield _text(f"{folder.name}/{len(joined)}", joined)
            joined = []


def _documents(folder: Path) -> Iterator[list[str]]:
    """Give the sentences of each text of a treebank, of long ones piece by piece."""
    sentences: list[str] = []
    for line in _comments(folder):
        if line.startswith("# newdoc") or len(sentences) == LONGEST:
            yield sentences
            sentences = []
        if line.startswith("# text = "):
            sentences.append(line.removeprefix("# text = ").strip())
    yield sentences


def _comments(folder: Path) -> Iterator[str]:
    for file in sorted(folder.rglob("*.conllu")):
        with file.open(encoding="utf-8") as rows:
            yield from (row for row in rows if row.startswith("# "))


def _text(name: str, sentences: Iterable[str]) -> Document:
    text = "\n\n".join(sentences) + "\n"
    return Document(path=name, sha256="", encoding="utf-8", text=text)


def _counted(article: Article) -> tuple[int, ...]:
    """Count a text, its lines, those that were not kept, and whether each field is given."""
    lost = sum(line.label not in TEXT for line in article.lines)
    given = article.date.basis == "stated", bool(article.source.value), bool(article.authors.value)
    return (1, len(article.lines), lost, *given)


def _wrong(articles: Iterable[Article]) -> Iterator[str]:
    """Say what was given, and which lines were not kept and by which rule."""
    for article in articles:
        for name in ("date", "source", "authors"):
            field = getattr(article, name)
            if field.value and field.basis in ("stated", None):
                said = "; ".join(evidence.text for evidence in field.evidence)
                yield f"{name} {field.value}: {said}"
        for line in article.lines:
            if line.label not in TEXT:
                yield f"{line.rule}: {line.text}"


def _row(name: str, counts: Iterable[int]) -> str:
    texts, lines, lost, days, houses, authors = counts
    return f"{name:26}{texts:7,}{lines:8,}{lost:7,}{days:6,}{houses:8,}{authors:9,}"


if __name__ == "__main__":
    main()
