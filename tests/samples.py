"""Small archives and records, made by us, that tests are made of."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from newsarchive.archive import Entry, Summary
from newsarchive.body import Block, Note, Paragraph
from newsarchive.incremental.deferred import digest
from newsarchive.model import (
    Article,
    Correction,
    Document,
    Evidence,
    Field,
    Label,
    LabelledLine,
    Reading,
    Statement,
)
from newsarchive.settings.site import Site, load_site
from newsarchive.wording import Wording
from newsarchive.wording.said import Said

PROJECT = Path(__file__).parents[1]

HARBOUR = """\
Harbour reopens after the storm

The harbour of Eastport opened again on Monday, six days after a storm had torn two cranes from
their rails and had left the eastern quay under water, the port authority said in a statement.

"We have never seen the sea come so high," said the harbour master, who has worked there since
he was sixteen years old and whose father had the office before him.

Ships that had waited in the roads since Tuesday came in one after another, the largest of them
with timber from the north that the town's two mills had been without for a week.
"""


def export(*titles: str) -> str:
    """Make a database's export of some articles."""
    return "\n\n".join(
        f"{title}\nThe Eastport Courier\nJuly 19, 2021 Monday\n\n\nCopyright 2021 The Courier\n\n\n"
        f"Section: NEWS; Pg. 4\nLength: 94 words\nByline: Ann Ode\n\nBody\n\n\n{HARBOUR}\n"
        f"Subject {title} was all that anybody in Eastport spoke of on that day.\n\n"
        "Classification\n\n\nLanguage: ENGLISH\n\nLoad-Date: July 20, 2021\n\n\nEnd of Document\n"
        for title in titles
    )


ENGLISH = Wording("en")


def said(words: Said) -> str:
    """Put something into words as an English page prints it."""
    return ENGLISH.say(words)


def read(article: Path) -> str:
    """Give the text of an HTML page."""
    return article.read_text(encoding="utf-8")


def put(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        raw = content.encode() if isinstance(content, str) else content
        path.write_bytes(raw)
    return root


def make_archive(root: Path, files: Mapping[str, str | bytes] | None = None) -> Site:
    """Make an archive of one article, and of the files given."""
    standard = {"site.yaml": "title: The Eastport archive\n", "articles/harbour.txt": HARBOUR}
    return load_site(put(root, {**standard, **(files or {})}))


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def document(text: str = HARBOUR, **fields: Any) -> Document:
    """Make a document as the loader does."""
    standard: dict[str, Any] = {
        "path": "harbour.txt",
        "sha256": sha256(text.encode()).hexdigest(),
        "encoding": "utf-8",
        "text": text,
    }
    return Document(**{**standard, **fields})


def correction(**fields: Any) -> Correction:
    """Make a curator's correction."""
    standard: dict[str, Any] = {"path": "harbour.yaml", "why": "The print edition says so."}
    return Correction(**{**standard, **fields})


def labelled(*lines: tuple[Label, str]) -> tuple[LabelledLine, ...]:
    """Make labelled lines, numbered from 1."""
    return tuple(
        LabelledLine(number, text, label, f"rule-{label}")
        for number, (label, text) in enumerate(lines, 1)
    )


def reading(*statements: Statement, lines: Sequence[LabelledLine] = (), **fields: Any) -> Reading:
    """Make a reading of a document that has the given fields."""
    return Reading(document=document(**fields), lines=tuple(lines), statements=statements)


def stated(value: str, line: int = 1) -> Field[str]:
    """Make a field that a line states."""
    return Field(value, "stated", (Evidence("title-line", value, line),))


def article(title: str = "Harbour reopens", /, **fields: Any) -> Article:
    """Make an article; its SHA-256 is that of its title."""
    blocks: tuple[Block, ...] = (Paragraph("The harbour opened again on Monday.", (3,)),)
    notes: tuple[Note, ...] = ()
    standard: dict[str, Any] = {
        "path": "harbour.txt",
        "record": None,
        "sha256": sha256(title.encode()).hexdigest(),
        "encoding": "utf-8",
        "profile": None,
        "title": stated(title),
        "source": Field(),
        "date": Field(),
        "authors": Field(),
        "section": Field(),
        "dateline": Field(),
        "language": Field("en", "inferred"),
        "url": Field(),
        "blocks": blocks,
        "notes": notes,
        "related": (),
        "lines": labelled(("title", title), ("body", "The harbour opened again on Monday.")),
    }
    return Article(**{**standard, **fields})


SHOWN = frozenset(Summary.__struct_fields__)


def entry(title: str = "Harbour reopens", **fields: Any) -> Entry:
    """Make an archive's entry; `fields` may be those of its summary."""
    shown: dict[str, Any] = {
        "path": "harbour.txt",
        "record": None,
        "title": title,
        "bounds": None,
        "beginning": "",
        "words": 6,
    }
    standard: dict[str, Any] = {
        "sha256": sha256(title.encode()).hexdigest(),
        "slug": title.lower().replace(" ", "-"),
        "source": None,
        "date": None,
        "basis": None,
        "section": (),
        "language": "en",
    }
    shown |= {name: fields.pop(name) for name in SHOWN & fields.keys()}
    return Entry(**{**standard, **fields}, own_summary=Summary(**shown))


def command(
    *arguments: str | Path,
    cwd: Path,
    program: Sequence[str] = (sys.executable, "-m", "newsarchive"),
    **environment: str,
) -> subprocess.CompletedProcess[str]:
    """Run newsarchive's command line in a process of its own."""
    return subprocess.run(
        [*program, *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(PROJECT / "src"), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=1_200,
        check=False,
    )


def copy_of_project(folder: Path) -> Path:
    """Copy this project's own archive, without what it was built to."""
    shutil.copytree(PROJECT / "articles", folder / "articles")
    shutil.copy(PROJECT / "site.yaml", folder)
    return folder


def words(start: int, end: int) -> str:
    """Make a text of words that no other place of it has."""
    return " ".join(digest(b"%d" % number).hex() for number in range(start, end))
