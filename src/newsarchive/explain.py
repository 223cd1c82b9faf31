"""The evidence of single files, for people who tune rules and for other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from os.path import isfile, lexists, relpath
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from newsarchive.body import Bullets, Figure, Paragraph, Subheading, Table, texts_of
from newsarchive.cleaning.profiles import read_profiles
from newsarchive.errors import SettingsError
from newsarchive.loading.corrections import ENDING
from newsarchive.loading.folder import Input, article_files, of_folders_above
from newsarchive.loading.foreign import STANDARD_INPUT
from newsarchive.model import Article, Basis, Evidence, Field, Label, Problem, Statement
from newsarchive.readings.once import read_files
from newsarchive.running.workers import workers
from newsarchive.settings.site import Site
from newsarchive.spelling.plain import for_terminal

T = TypeVar("T")
HERE = Site(Path())
"""This folder, as an archive without settings."""
WIDTH = 100
"""Columns that a line in words may have."""
LIKENESS = 0.8
"""From 0 to 1: how like a file's name a misspelt one is."""
FIELDS = ("title", "source", "date", "authors", "section", "dateline", "language", "url")


class ExplainedLine(Struct, frozen=True, gc=False):
    """A line and its label."""

    line: int
    label: Label
    rule: str


class ExplainedBlock(Struct, frozen=True, omit_defaults=True):
    """A block of the body."""

    kind: str
    text: str
    quoted: bool = False
    """Whether it is a paragraph that the page sets apart as a quotation."""


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
    unsure: tuple[Statement, ...]
    """What comes near to a source or a date that is not known, and is not sure enough."""
    seconds: float


def explain_paths(
    paths: Iterable[Path],
    site: Site = HERE,
    *,
    profiles: Path | None = None,
    make: Callable[[Article, float], T],
    alone: bool = False,
    jobs: int | None = None,
) -> Iterator[T | Problem]:
    """Read files, and the files of folders, as one archive.

    Args:
        paths: files and folders.
        site: the archive whose settings say how tables are read, and how much of an article.
        profiles: a folder of publishers' profiles beside the shipped ones, in place of the site's.
        make: what to make of an article, given the seconds that reading it took: `explained`.
        alone: read each as if it were the only one.
        jobs: processes to read in; None for as many as the work is worth.

    Yields:
        What was made of the articles, and the problems, in the order of the paths.

    Raises:
        SettingsError: there is no such folder of profiles, or one of them says what it cannot say.
    """
    files: list[Input] = []
    for path in paths:
        if problem := _no_text(path, site):
            yield problem
        else:
            files += (_input(file, site) for file in _files(path))
    if profiles and not profiles.is_dir():
        raise SettingsError("there is no such folder", where=str(profiles), remedy="Check its name")
    known = read_profiles(profiles or site.profiles)
    with workers(jobs) as map_:
        yield from _told_once(read_files(files, known, make=make, alone=alone, map_=map_))


def _told_once(found: Iterable[T | Problem]) -> Iterator[T | Problem]:
    """Leave out problems that were told before: a wrong `_folder.yaml` is one for each text."""
    told = set[Problem]()
    for one in found:
        if isinstance(one, Problem):
            if one in told:
                continue
            told.add(one)
        yield one


def _files(path: Path) -> Iterator[Path]:
    return article_files(path) if path.is_dir() else iter([path])


def _no_text(path: Path, site: Site) -> Problem | None:
    """Say why there is nothing to read at a path, if so."""
    name = path.as_posix()
    if not lexists(path) and name != STANDARD_INPUT:
        return Problem(name, "there is no such file", _probably_meant(path, site))
    if path.suffix == ENDING and path.is_file():
        what = "is no text: a correction is read with what it corrects"
        return Problem(name, what, "Name the text, or the folder")
    if path.is_dir() and not any(article_files(path)):
        return Problem(name, "there is no text in this folder", "Copy texts into it")
    return None


def _probably_meant(path: Path, site: Site) -> str:
    """Ask whether another file was meant: among the texts, or of a like name."""
    near = [site.articles / path] if lexists(site.articles / path) else []
    if not near and path.parent.is_dir():
        there = [file.name for file in path.parent.iterdir()]
        near = [path.with_name(name) for name in get_close_matches(path.name, there, 1, LIKENESS)]
    return f"Did you mean {relpath(near[0])}?" if near else "Check its name and its folder"


def _input(file: Path, site: Site) -> Input:
    name, settings = file.as_posix(), site.settings
    above = tuple((path, path) for path in of_folders_above(name, isfile))
    return Input(str(file), name, settings.columns, settings.limits, above)


def explained(article: Article, seconds: float) -> Explained:
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
        paragraphs=tuple(text for block in article.blocks for text in texts_of(block)),
        blocks=tuple(_blocks(article)),
        notes=tuple(note.text for note in article.notes),
        related=article.related,
        lines=tuple(ExplainedLine(line.number, line.label, line.rule) for line in article.lines),
        evidence={name: getattr(article, name).evidence for name in FIELDS},
        unsure=article.unsure,
        seconds=seconds,
    )


def _blocks(article: Article) -> Iterator[ExplainedBlock]:
    for block in article.blocks:
        match block:
            case Paragraph():
                yield ExplainedBlock("paragraph", block.text, block.quoted)
            case Subheading():
                yield ExplainedBlock("subheading", block.text)
            case Bullets():
                yield from (ExplainedBlock("item", item) for item in block.items)
            case Table():
                if block.caption:
                    yield ExplainedBlock("caption", block.caption.text)
                yield from (ExplainedBlock("row", "\t".join(row)) for row in block.rows)
            case Figure():
                yield ExplainedBlock(
                    "figure", "\n".join(filter(None, (block.caption, block.credit)))
                )


def in_words(article: Article, _seconds: float) -> str:
    """Lay an article open for a terminal, which is not told what reading it took."""
    called = f"{article.path} ({article.record})" if article.record else article.path
    lines = [f"{called}  sha256 {article.sha256[:16]}…"]
    for name in FIELDS:
        lines += _field_in_words(name, getattr(article, name))
        lines += [_unsure_in_words(said) for said in article.unsure if said.field == name]
    if article.crawled.value:
        lines += _field_in_words("collected", article.crawled)
    lines.append("")
    lines += [
        f"{line.number:>5}  {line.label:<11}  {line.rule:<24}  {line.text}"
        for line in article.lines
    ]
    return "\n".join(_cut(line) for line in lines) + "\n"


def _field_in_words(name: str, field: Field[str] | Field[tuple[str, ...]]) -> Iterator[str]:
    value = "not known" if field.value is None else field.value
    shown = value if isinstance(value, str) else " / ".join(value)
    yield f"  {name:<9} {shown}" + (f"  ({field.basis})" if field.basis else "")
    for evidence in field.evidence:
        said = f": {evidence.text}" if evidence.text else ""
        yield f"            {_place(evidence)}, {evidence.rule}{said}"


def _unsure_in_words(said: Statement) -> str:
    return f"            perhaps {said.value} ({_place(said)}, {said.rule}: {said.text})"


def _place(evidence: Evidence | Statement) -> str:
    return f"line {evidence.line}" if evidence.line else evidence.where or "the text"


def _cut(text: str) -> str:
    text = for_terminal(text)
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"
