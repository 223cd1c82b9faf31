"""`.md`: what a curator wrote or typed in: front matter that states, Markdown that is the article.

The Markdown goes through `markdown` and nh3 and then, like a saved page, becomes a line a block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, takewhile

from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from newsarchive.errors import SettingsError
from newsarchive.loading.opened import Opened, doubts, read_text
from newsarchive.loading.texts.frontmatter import FRONT, front_matter
from newsarchive.loading.texts.obsidian import as_shown
from newsarchive.loading.webpages.tree import Line, lines
from newsarchive.model import Document, Label, Problem, Statement
from newsarchive.rendering.markup import html_of
from newsarchive.spelling.superscripts import raised

MAX_CHARACTERS = 100_000  # of Markdown: it is written by hand, and a book's chapter has 50,000
TRAPS = (  # what takes Python-Markdown time in the square of its length, or makes it fail
    (re.compile(r"\[(?:\s?\[){30}"), "30 opening brackets in a row"),
    (re.compile(r"<!\["), "`<![`"),
    (re.compile(r"(?:^[ \t]*>[ \t>]{60})", re.MULTILINE), "quotations 60 deep"),
    (re.compile(r"[*_]{200}"), "200 asterisks in a row"),
)
MAX_STEPS = 5_000_000
"""Letters that the library goes over because of marks, as `_steps` estimates: half a second."""
BLANK = re.compile(r"\n\s*\n")
CLOSED = re.compile(r"\[(?!\^)[^][]*\](?:\([^()]*\)|(?!\())")  # [a], [a](b), but not [a](b or [^a]
MARK = re.compile(r"\[|^ {0,3}(?:#|\*?:|=+ *$|(?:[-*_] *)+$)", re.MULTILINE)
"""In what is left then: a bracket, a heading or the line below one, a definition, a rule."""
TAG = re.compile(r"<[^<>!?][^<>]*>")
NOTES = re.compile(r"(?:^[^\W\d_][\w ]{1,24}:[ \t]+\S[^\n]*(?:\n|\Z)){2,}", re.MULTILINE)
"""Lines of a key and a value, which Markdown would make one paragraph."""
NOTED_WITHIN = 2_000
"""Characters at the beginning in which such lines are notes on the article."""
PASSAGE = re.compile(r"[ \t]*\(\[(?:View Highlight|Location [\d-]+)\]\([^()\s]+\)\)")
"""A link behind a passage that somebody marked in a reading app, back to it."""
HEADING = re.compile(r"\A\s*#[ \t]+(\S[^\n]*)")


BACK = re.compile(r"(?: ?↩)+$")
"""What stands behind a footnote, and leads back to where it is asked for."""
EXCERPT = ("blockquote > h2", "Excerpt")
"""Where MarkDownload writes that an excerpt follows, in the box above the text, and how."""
EXCERPT_WITHIN = 3
"""Lines at the beginning, of which one is the title."""


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the file as one document."""
    text = read_text(opened)
    if isinstance(text, Problem):
        yield text
        return
    try:
        front = front_matter(text.decoded.text, opened.name)
    except SettingsError as error:
        yield _problem(error, opened.name)
        return
    yield from front.problems
    body, stated = text.decoded.text[front.end :], front.statements
    if trap := _trap(body):
        yield Problem(
            opened.name, f"the Markdown is not read: {trap}", "Take it out, or name the file .txt"
        )
        return
    if not stated and (heading := HEADING.match(body)):
        words = heading[1].rstrip(" #\t\r")
        stated = (Statement("title", words, "markdown-heading", words, where="first heading"),)
    yield from doubts(opened.name, text.decoded)
    yield _document(opened.name, text.sha256, text.decoded.encoding, body, stated)


def _problem(error: SettingsError, name: str) -> Problem:
    """Turn an error in the front matter into a problem of this file alone."""
    line = error.where.rpartition(":")[2]
    remedy = error.remedy or "Mend it"
    return Problem(name, error.what, remedy, int(line) if line.isdigit() else None)


def _trap(body: str) -> str | None:
    """Name what of the text would hold up or break the Markdown library."""
    if len(body) > MAX_CHARACTERS:
        return f"it is longer than {MAX_CHARACTERS:,} characters"
    if _steps(body.replace("\r\n", "\n").replace("\r", "\n")) > MAX_STEPS:
        return "a paragraph of it has too many brackets, notes, headings or rules, or the text tags"
    return next((what for pattern, what in TRAPS if pattern.search(body)), None)


def _steps(body: str) -> int:
    """Estimate over how many letters the library goes again and again.

    For each note, each bracket that nothing closes and each heading, rule or definition amid a
    paragraph it goes over that paragraph; for each comment and each tag that nothing closes over
    the whole text.
    """
    paragraphs = BLANK.split(body)
    again = sum(len(MARK.findall(CLOSED.sub("", text))) * len(text) for text in paragraphs)
    return again + TAG.sub("", body).count("<") * len(body)


def _with_lines_of_notes(body: str) -> str:
    r"""Give each note at the beginning a line of its own.

    >>> _with_lines_of_notes("URL: a\nTags: b\n\nThe bridge")
    'URL: a  \nTags: b  \n\nThe bridge'
    """
    head = body[:NOTED_WITHIN]
    noted = NOTES.sub(lambda found: found[0].replace("\n", "  \n"), head)
    return noted + body[NOTED_WITHIN:]


def _document(
    name: str, sha256: str, encoding: str, body: str, stated: tuple[Statement, ...]
) -> Document:
    page = LexborHTMLParser(
        f"<body>{html_of(_with_lines_of_notes(as_shown(PASSAGE.sub('', body))))}"
    )
    found = list(_with_marks_of_notes(lines(page)))
    return Document(
        path=name,
        labels=_of_excerpt(found),
        sha256=sha256,
        encoding=encoding,
        text="\n".join(line.text for line in found),
        statements=stated,
        elements=tuple(
            replace(line.element, path=line.element.path.replace("body", "markdown", 1))
            for line in found
        ),
    )


def _with_marks_of_notes(found: Iterable[Line]) -> Iterator[Line]:
    """Put the mark before each footnote that stands in the text, in place of the way back to it."""
    numbers = count(1)
    for line in found:
        if back := BACK.search(line.text):
            note = f"{raised(str(next(numbers)))} {line.text[: back.start()]}"
            yield Line(note, line.element)
        else:
            yield line


def _of_excerpt(found: Sequence[Line]) -> dict[int, tuple[Label, str]]:
    """Label the box with an excerpt that a program that clips pages puts above the text."""
    place, words = EXCERPT
    for i, line in enumerate(found[:EXCERPT_WITHIN]):
        if line.text == words and line.element.path.endswith(place):
            box = takewhile(
                lambda one: "blockquote" in one[1].element.path, enumerate(found[i:], i + 1)
            )
            return {number: ("boilerplate", FRONT) for number, _ in box}
    return {}
