"""The evidence of single files, for people who tune rules and for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from newsarchive.build import read
from newsarchive.cleaning.profiles import read_profiles
from newsarchive.loading.folder import load_file, load_folder
from newsarchive.model import (
    Article,
    Basis,
    Bullets,
    Document,
    Evidence,
    Figure,
    Label,
    Paragraph,
    Problem,
    Subheading,
)


class ExplainedLine(Struct, frozen=True):
    """A line and its label."""

    line: int
    label: Label
    rule: str


class ExplainedBlock(Struct, frozen=True):
    """A block of the body."""

    kind: str
    text: str


class Explained(Struct, frozen=True, kw_only=True):
    """An article as `newsarchive explain --json` prints it."""

    path: str
    record: str | None
    sha256: str
    title: str | None
    source: str | None
    date: str | None
    """EDTF; an interval that is only inferred stands in `date_inferred`, so that nobody takes a
    bound for a day."""
    date_basis: Basis | None
    date_inferred: str | None
    authors: tuple[str, ...]
    section: tuple[str, ...]
    dateline: str | None
    language: str | None
    url: str | None
    profile: str | None
    paragraphs: tuple[str, ...]
    blocks: tuple[ExplainedBlock, ...]
    notes: tuple[str, ...]
    related: tuple[str, ...]
    lines: tuple[ExplainedLine, ...]
    evidence: dict[str, tuple[Evidence, ...]]
    seconds: float | None = None


def explain_paths(
    paths: Iterable[Path], profiles: Path | None = None, *, alone: bool = False
) -> Iterator[Article | Problem]:
    """Read files, and the files of folders, as one archive.

    Args:
        paths: files and folders.
        profiles: a folder of publishers' profiles beside the shipped ones.
        alone: read each as if it were the only one.

    Yields:
        The problems first, then the articles in the order of the paths.
    """
    loaded = [item for path in paths for item in _load(path)]
    yield from (item for item in loaded if isinstance(item, Problem))
    documents = [item for item in loaded if isinstance(item, Document)]
    yield from read(documents, read_profiles(profiles or Path("sources")), alone=alone)


def _load(path: Path) -> Iterator[Document | Problem]:
    if path.is_dir():
        return load_folder(path, path.as_posix())
    return load_file(path, path.as_posix())


FIELDS = ("title", "source", "date", "authors", "section", "dateline", "language", "url")


def explained(article: Article, seconds: float | None = None) -> Explained:
    """Lay an article open.

    Args:
        article: the article.
        seconds: what reading it took.
    """
    date, inferred = article.date.value, article.date.basis == "inferred"
    return Explained(
        path=article.path,
        record=article.record,
        sha256=article.sha256,
        title=article.title.value,
        source=article.source.value,
        date=None if inferred else date,
        date_basis=article.date.basis,
        date_inferred=date if inferred else None,
        authors=article.authors.value or (),
        section=article.section.value or (),
        dateline=article.dateline.value,
        language=article.language.value,
        url=article.url.value,
        profile=article.profile,
        paragraphs=tuple(_paragraphs(article)),
        blocks=tuple(_blocks(article)),
        notes=tuple(note.text for note in article.notes),
        related=article.related,
        lines=tuple(ExplainedLine(line.number, line.label, line.rule) for line in article.lines),
        evidence={name: getattr(article, name).evidence for name in FIELDS},
        seconds=seconds,
    )


def _paragraphs(article: Article) -> Iterator[str]:
    for block in article.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Bullets):
            yield from block.items


def _blocks(article: Article) -> Iterator[ExplainedBlock]:
    for block in article.blocks:
        match block:
            case Paragraph():
                yield ExplainedBlock("paragraph", block.text)
            case Subheading():
                yield ExplainedBlock("subheading", block.text)
            case Bullets():
                yield from (ExplainedBlock("item", item) for item in block.items)
            case Figure():
                yield ExplainedBlock(
                    "figure", "\n".join(filter(None, (block.caption, block.credit)))
                )


def in_words(article: Article, width: int = 100) -> Iterator[str]:
    """Lay an article open for a terminal, line by line.

    Args:
        article: the article.
        width: columns that a line may have.
    """
    yield f"{article.path}  sha256 {article.sha256[:16]}…"
    for name in FIELDS:
        field = getattr(article, name)
        value = field.value if field.value is not None else "not known"
        shown = " / ".join(value) if isinstance(value, tuple) else value
        basis = f"  ({field.basis})" if field.basis else ""
        yield f"  {name:<9} {shown}{basis}"
        for evidence in field.evidence:
            place = f"line {evidence.line}" if evidence.line else evidence.where or "the text"
            yield _cut(f"            {place}, {evidence.rule}: {evidence.text}", width)
    yield ""
    for rule, lines in groupby(article.lines, lambda line: (line.label, line.rule)):
        for line in lines:
            yield _cut(f"{line.number:>5}  {rule[0]:<11}  {rule[1]:<24}  {line.text}", width)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
