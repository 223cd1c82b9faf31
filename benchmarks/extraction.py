"""How well are pages read? Runs newsarchive over an evaluation kit and prints a table.

    python benchmarks/extraction.py KIT [--style part] [--set core] [--peers] [--worst 10]

KIT is the folder of an evaluation kit: packed pages with what a careful reader gets from each
(`dev-*.jsonl.xz`) and the referee (`score.py`), which this script imports and asks. Pages are read
as texts of each style, together as one archive and each alone. With `--peers`, trafilatura,
newspaper4k and jusText stand beside, as far as they are installed.

The weights that newsarchive ships were trained on such a kit. On the same pages the figures say
that nothing is broken, not how well unseen pages are read; for that, cross-validated over
publishers, see what `train_labeller.py` and `train_finders.py` print.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import lzma
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

from newsarchive.explain import Explained, explained
from newsarchive.model import Document
from newsarchive.readings.once import read

STYLES = ("part", "dump", "wet", "soup", "split")
Page = dict[str, Any]
"""A page of the kit: its gold and, below `text`, its text in each style."""
Prediction = dict[str, Any]
"""What the referee takes: `id`, `title`, `date`, `source`, `authors`, `body`, `seconds`."""

COLUMNS = (
    ("body F1", "body_f1"),
    ("≥ 0.95", "ge95"),
    ("title", "title_exact"),
    ("date right", "date_acc"),
    ("wrong", "date_wrong"),
    ("elsewhere", "date_wrong_elsewhere"),
    ("source", "source_acc"),
    ("wrong", "source_wrong"),
    ("authors", "author_f1"),
    ("pages/s", "pages_per_s"),
)


def main() -> int:
    """Read the kit's pages and print the table."""
    options = _options()
    referee = _referee(options.kit)
    pages = [page for page in _pages(options.kit) if page["set"] == options.set]
    print(f"{len(pages)} pages, set {options.set}")
    print(_row("reader", "style", *(name for name, _ in COLUMNS)))
    for style in options.style or STYLES:
        for name, reader in _readers(peers=options.peers):
            predictions = reader(pages, style)
            _print_scores(referee, pages, predictions, name, style, options.worst)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("kit", type=Path)
    parser.add_argument("--style", action="append", choices=STYLES)
    parser.add_argument("--set", default="core", choices=("core", "article", "meta"))
    parser.add_argument("--peers", action="store_true", help="line rules and jusText beside")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="name the N worst pages")
    return parser.parse_args()


def _referee(kit: Path) -> ModuleType:
    sys.path.insert(0, str(kit))
    spec = importlib.util.spec_from_file_location("score", kit / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{kit} holds no score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _pages(kit: Path) -> Iterator[Page]:
    for packed in sorted(kit.glob("*.jsonl.xz")):
        with lzma.open(packed, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


Reader = Callable[[Sequence[Page], str], list[Prediction]]


def _readers(*, peers: bool) -> Iterator[tuple[str, Reader]]:
    yield "newsarchive, together", lambda pages, style: _newsarchive(pages, style, alone=False)
    yield "newsarchive, alone", lambda pages, style: _newsarchive(pages, style, alone=True)
    if peers:
        yield "every line", _every_line
        yield "lines of 15 words", _long_lines
        if importlib.util.find_spec("justext"):
            yield "jusText on the lines", _justext


def _newsarchive(pages: Sequence[Page], style: str, *, alone: bool) -> list[Prediction]:
    documents = [_document(page, style) for page in pages if style in page["text"]]
    started = time.process_time()
    articles = read(documents, alone=alone)
    seconds = (time.process_time() - started) / max(len(documents), 1)
    return [prediction(explained(article, seconds)) for article in articles]


def _document(page: Page, style: str) -> Document:
    text = page["text"][style]
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(path=page["id"], sha256=digest, encoding="utf-8", text=text)


def prediction(article: Explained) -> Prediction:
    """Give the referee what it asks for."""
    day = article.date if article.date and len(article.date) == len("2021-07-19") else None
    return {
        "id": article.path,
        "title": article.title,
        "date": day,
        "source": article.source,
        "authors": list(article.authors),
        "body": [block.text for block in article.blocks if block.kind != "figure"],
        "seconds": article.seconds,
    }


def _every_line(pages: Sequence[Page], style: str) -> list[Prediction]:
    return [{"id": page["id"], "body": page["text"].get(style, "")} for page in pages]


def _long_lines(pages: Sequence[Page], style: str) -> list[Prediction]:
    return [
        {"id": page["id"], "body": [line for line in _lines(page, style) if line.count(" ") > 13]}
        for page in pages
    ]


def _justext(pages: Sequence[Page], style: str) -> list[Prediction]:
    import justext  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415  a peer

    words = justext.get_stoplist("English")
    bodies = (
        justext.justext("".join(f"<p>{line}</p>" for line in _lines(page, style)), words)
        for page in pages
    )
    return [
        {"id": page["id"], "body": [p.text for p in body if not p.is_boilerplate]}
        for page, body in zip(pages, bodies, strict=True)
    ]


def _lines(page: Page, style: str) -> list[str]:
    return [line.strip() for line in page["text"].get(style, "").split("\n") if line.strip()]


def _print_scores(
    referee: ModuleType,
    pages: Sequence[Page],
    predictions: Sequence[Prediction],
    reader: str,
    style: str,
    worst: int,
) -> None:
    predicted = {prediction["id"]: prediction for prediction in predictions}
    rows = [referee.score_page(page, predicted.get(page["id"], {}), style, False) for page in pages]
    scores = referee.aggregate(rows)
    print(_row(reader, style, *(_figure(scores.get(key)) for _, key in COLUMNS)))
    bodies = sorted((row for row in rows if "body" in row), key=lambda row: row["body"][2])
    for row in bodies[:worst]:
        print("   ", row["id"], *(f"{figure:.3f}" for figure in row["body"]))


def _figure(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if value <= 1 else f"{value:,.0f}"


def _row(reader: str, style: str, *cells: str) -> str:
    return f"{reader:<22} {style:<6}" + "".join(f"{cell:>11}" for cell in cells)


if __name__ == "__main__":
    sys.exit(main())
