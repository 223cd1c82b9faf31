"""A folder of raw texts: every file below it, in the order of their names."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from posixpath import dirname, join

import msgspec
from msgspec import Struct

from newsarchive.errors import SettingsError
from newsarchive.filesystem.refused import is_of_system
from newsarchive.filesystem.regular import is_too_deep, visible_below
from newsarchive.loading import ending_of, load, may_be_read
from newsarchive.loading.corrections import (
    ENDING,
    FOLDER,
    Beside,
    correction_of,
    correction_of_folder,
    corrections_beside,
    joined_authors,
)
from newsarchive.loading.filenames import of_many, with_day, with_name
from newsarchive.loading.foldertable import TABLE, listed_in
from newsarchive.loading.tables.unread import UNDATED
from newsarchive.model import Correction, Document, Problem
from newsarchive.settings.columns import USUAL, Columns
from newsarchive.settings.limits import DEFAULT, Limits

SAVED = re.compile(
    r"(?:[_.]files|-dateien|-filer|_(?:fichiers|archivos|arquivos|ficheiros|bestanden|file|pliki"
    r"|tiedostot|soubory|dosyalar|datoteke|elemei|fitxers|fajlovi))(?=/)",
    re.IGNORECASE,
)
"""How browsers call, in their languages, the folder of a page's pictures and styles, behind the
page's own name."""
PAGES = (".html", ".htm")
OF_FOLDER = (FOLDER, TABLE)
"""What files are called that speak of all texts of a folder."""


class Input(Struct, frozen=True, gc=False):
    """A file of raw text, not yet read."""

    path: str
    name: str
    """What documents and problems call it, with `/`."""
    columns: Columns = USUAL
    limits: Limits = DEFAULT
    of_folder: tuple[tuple[str, str], ...] = ()
    """The path of the nearest `_folder.yaml` and of the nearest `_folder.csv` above it, as far as
    there are any, each with what problems call it."""


def article_files(folder: Path) -> Iterator[Path]:
    """Give the files of a folder that are raw texts, or are there to be one.

    Hidden files are left alone, what systems leave in folders, and pictures that a browser saved
    with a page. A correction belongs to the text that it stands beside. One that stands alone is
    left to be reported, and so is a symbolic link: it could publish what was never meant to be an
    article.

    Raises:
        SettingsError: there is no such folder.
    """
    make_sure_of(folder)
    files = [folder / name for name, _ in visible_below(str(folder))]
    corrections = {Path(correction_of(str(path))) for path in files if may_be_read(path.name)}
    saved = saved_with_pages([path.relative_to(folder).as_posix() for path in files])
    left = corrections | {folder / path for path in saved}
    return (path for path in files if path not in left and path.name not in OF_FOLDER)


def of_folders_above(path: str, is_there: Callable[[str], bool]) -> tuple[str, ...]:
    """Give the nearest `_folder.yaml` and the nearest `_folder.csv` above a file, if there are any.

    >>> of_folders_above("a/b/c.txt", {"_folder.yaml", "a/_folder.yaml"}.__contains__)
    ('a/_folder.yaml',)
    """
    return tuple(filter(None, (_nearest_above(path, name, is_there) for name in OF_FOLDER)))


def _nearest_above(path: str, name: str, is_there: Callable[[str], bool]) -> str:
    folder, below = dirname(path), path
    while folder != below:
        if is_there(file := join(folder, name)):
            return file
        folder, below = dirname(folder), folder
    return ""


def saved_with_pages(paths: Collection[str]) -> frozenset[str]:
    """Give the files that a browser saved with a page: `page_files/a.css` beside `page.html`.

    Args:
        paths: all files of the folder of articles, relative to it, with `/`.
    """
    named = [folder for folder in {f"{dirname(path)}/" for path in paths} if SAVED.search(folder)]
    if not named:
        return frozenset()
    pages = {path[: path.rindex(".")] for path in paths if path.lower().endswith(PAGES)}
    saved = {
        folder
        for folder in named
        if any(folder[: mark.start()] in pages for mark in SAVED.finditer(folder))
    }
    return frozenset(path for path in paths if f"{dirname(path)}/" in saved)


def make_sure_of(folder: Path) -> None:
    """Make sure that there is a folder of articles.

    Raises:
        SettingsError: there is none.
    """
    if not folder.is_dir():
        raise SettingsError(
            "there is no folder of articles here",
            where=str(folder),
            remedy="Make it and copy your texts into it, or name another after `articles:`",
        )


def load_file(file: Input) -> Iterator[Document | Problem]:
    """Read one file, with the correction that stands beside it.

    A text whose correction is wrong is set aside: to publish it without what its curator wrote
    would be worse than not to publish it.
    """
    path, name = Path(file.path), file.name
    if problem := _no_text(path, name):
        yield problem
        return
    try:
        beside = corrections_beside(path, name)
    except SettingsError as error:
        yield _wrongly_corrected(name, error)
        return
    try:
        said = list(_said_above(file))
    except SettingsError as error:
        yield _wrong_for_all(error)
        return
    yield from joined_authors(beside)
    yield from (one for one in said if isinstance(one, Problem))
    yield from _load_corrected(file, beside, [one for one in said if isinstance(one, Correction)])


def _said_above(file: Input) -> Iterator[Correction | Problem]:
    """Yield what a folder's table and its correction say of a text, and what is in doubt of it.

    The table comes first, for its row speaks of the text alone.

    Raises:
        SettingsError: one of them is wrong.
    """
    for path, called in reversed(file.of_folder):
        if called.endswith(TABLE):
            yield from _said_in_table(file, Path(path), called)
        elif correction := correction_of_folder(Path(path), called):
            named = correction.names and with_name(correction, file.name, ending_of(file.name))
            yield named or correction
            if correction.names and not named:
                yield _otherwise_named(file.name, correction)


def _said_in_table(file: Input, table: Path, called: str) -> Iterator[Correction | Problem]:
    listed = listed_in(table, called, file.name, file.columns)
    if listed is None:
        remedy = "Give it a row, with its name in the column `file`, or mend the name there"
        yield Problem(file.name, f"{called} does not name it", remedy, fate="doubtful")
        return
    yield listed.said
    for text in listed.unread:
        what = f"the date `{text[:40]}` in {called}:{listed.said.places['why']} is not read"
        yield Problem(file.name, what, UNDATED, fate="doubtful")


def _load_corrected(
    file: Input, beside: Beside, above: Sequence[Correction]
) -> Iterator[Document | Problem]:
    """Read a file, and give each of its documents the curator's corrections of it."""
    met: set[str] = set()
    for loaded in load(Path(file.path), file.name, file.columns, file.limits):
        if isinstance(loaded, Document):
            met.update(_names_of(loaded))
            yield _corrected(with_day(loaded), beside, above)
        else:
            yield loaded
    for record in sorted(beside.records.keys() - met):
        yield _without_record(file.name, record, beside.records[record])


def _no_text(path: Path, name: str) -> Problem | None:
    """Say why a file is none of the texts: a folder too deep, a link to one, a lone correction."""
    if is_too_deep(str(path)) and path.is_dir():
        what = "a folder with a path too long, or within too many others, which is not looked into"
        return Problem(name, what, "Move it further up")
    if path.is_symlink() and path.is_dir():
        return Problem(name, "is a symbolic link, which is not followed", "Copy the folder here")
    if path.suffix == ENDING:
        what = "a correction without the text that it corrects"
        return Problem(name, what, _probable_name(path.name.removesuffix(ENDING)))
    return None


def _probable_name(stem: str) -> str:
    """Say what to call a correction that stands alone.

    >>> _probable_name("Folder"), _probable_name("report.txt")
    ('If it is of the folder, call it _folder.yaml', 'Call it report.yaml')
    """
    if stem.casefold().strip("_") == Path(FOLDER).stem.strip("_"):
        return f"If it is of the folder, call it {FOLDER}"
    if ending := ending_of(stem):
        return f"Call it {stem[: -len(ending)]}{ENDING}"
    return "Give it the name of a raw text, with the same capitals and the ending .yaml"


def _wrongly_corrected(name: str, error: SettingsError) -> Problem:
    what = f"its correction is wrong: {error.where}: {error.what}"
    again = is_of_system(error.__cause__)
    return Problem(name, what, error.remedy or "Mend the correction", again=again)


def _wrong_for_all(error: SettingsError) -> Problem:
    """Say of a folder's correction what is wrong: the same for each text, to be told once."""
    what = f"{error.what}, so the texts that it speaks for are set aside"
    again = is_of_system(error.__cause__)
    return Problem(error.where, what, error.remedy or "Mend the correction", again=again)


def _corrected(document: Document, beside: Beside, above: Sequence[Correction]) -> Document:
    """Add the curator's corrections of a document: the nearest as its own, the others as wider."""
    own = next(filter(None, map(beside.records.get, _names_of(document))), None)
    near = [one for one in (own, beside.whole) if one]
    far = map(of_many, above) if document.record else above
    wider = (*near[1:], *far)
    return msgspec.structs.replace(document, correction=near[0] if near else None, wider=wider)


def _otherwise_named(name: str, correction: Correction) -> Problem:
    said = f"`{correction.names}`, as {correction.path}:{correction.places['names']} says"
    what = f"it is not named {said}, and is read without what its name holds"
    return Problem(name, what, "Rename it, or put it into another folder", fate="doubtful")


def _names_of(document: Document) -> tuple[str, ...]:
    """Give what a correction may call a record: its name, or the last digits of its address."""
    return (document.record, document.sha256[:8]) if document.record else ()


def _without_record(name: str, record: str, correction: Correction) -> Problem:
    line = correction.places["why"]
    what = f"{correction.path}:{line} corrects record {record}, which it does not have"
    remedy = "Call it as its page does behind the file's name, or by the digits of its address"
    return Problem(name, what, remedy, fate="doubtful")


def spelled(path: Path) -> str:
    r"""Spell a path with `/`, and bytes that are no UTF-8 as `\xff`.

    >>> spelled(Path("a/b.txt"))
    'a/b.txt'
    """
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
