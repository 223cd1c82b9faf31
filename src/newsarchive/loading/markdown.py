"""`.md`: what a curator wrote or typed in: front matter that states, Markdown that is the article.

The Markdown goes through `markdown` and nh3 and then, like a saved page, becomes a line a block.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import asdict, fields, replace
from selectolax.lexbor import LexborHTMLParser

from newsarchive.errors import SettingsError
from newsarchive.loading.days import day
from newsarchive.loading.opened import Opened, doubts, read_text
from newsarchive.loading.tree import lines
from newsarchive.loading.written import ADDRESS, CHECKS
from newsarchive.model import Document, Problem, Statement
from newsarchive.rendering.markup import html_of
from newsarchive.settings.yamlfile import nearest_key, read_yaml
from newsarchive.settings.yamlnodes import key_lines

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
FENCE = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*$(?:\r?\n)?", re.DOTALL | re.MULTILINE)
OPENED = re.compile(r"\A\ufeff?---[ \t]*\r?\n([^\W\d_]\w*):")
"""How front matter begins."""
NOTES = re.compile(r"(?:^[^\W\d_][\w ]{1,24}:[ \t]+\S[^\n]*(?:\n|\Z)){2,}", re.MULTILINE)
"""Lines of a key and a value, which Markdown would make one paragraph."""
NOTED_WITHIN = 2_000
"""Characters at the beginning in which such lines are notes on the article."""
PASSAGE = re.compile(r"[ \t]*\(\[(?:View Highlight|Location [\d-]+)\]\([^()\s]+\)\)")
"""A link behind a passage that somebody marked in a reading app, back to it."""
HEADING = re.compile(r"\A\s*#[ \t]+(\S[^\n]*)")


class FrontMatter(Struct, frozen=True):
    """The keys that may stand above an article."""

    title: str | None = None
    source: str | None = None
    date: str | None = None
    author: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    dateline: str | None = None
    language: str | None = None
    url: str | None = None
    slug: str | None = None
    rights: str | None = None
    aliases: tuple[str, ...] = ()
    published: str | None = None
    publisher: str | None = None
    publication: str | None = None
    site: str | None = None
    byline: tuple[str, ...] = ()
    link: str | None = None
    created: str | None = None
    clipped: str | None = None
    saved: str | None = None
    accessed: str | None = None
    description: str | None = None
    date_published: str | None = None
    publish_date: str | None = None
    published_at: str | None = None
    date_saved: str | None = None
    saved_at: str | None = None
    date_added: str | None = None
    website: str | None = None
    updated: str | None = None
    modified: str | None = None


ALL_CHECKS = {**CHECKS, "link": CHECKS["url"]}
BY_PROGRAMS = ("published", "date_published", "publish_date", "published_at")
"""Keys for the date that programs write, with a time and in many forms."""
FIELDS = {  # key → field, where they differ; the last are those of programs that clip pages
    "author": "authors",
    "tags": "section",
    **dict.fromkeys(BY_PROGRAMS, "date"),
    "publisher": "source",
    "publication": "source",
    "site": "source",
    "website": "source",
    "byline": "authors",
    "link": "url",
    **dict.fromkeys(("created", "clipped", "saved", "accessed"), "crawled"),
    **dict.fromkeys(("date_saved", "saved_at", "date_added"), "crawled"),
    **dict.fromkeys(("description", "updated", "modified"), ""),
}
LINKED = re.compile(r"\[\[(?:[^][|]*\|)?([^][|]+)\]\]")  # [[Jane Roe]], as notes link to notes


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the file as one document."""
    text = read_text(opened)
    if isinstance(text, Problem):
        yield text
        return
    fence = FENCE.match(text.decoded.text)
    try:
        if not fence:
            _refuse_unclosed(text.decoded.text, opened.name)
        stated, others = _front_matter(fence[1], opened.name) if fence else ((), ())
    except SettingsError as error:
        yield _problem(error, opened.name)
        return
    yield from others
    body = text.decoded.text[fence.end() if fence else 0 :]
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


def _refuse_unclosed(text: str, name: str) -> None:
    """Raise an error for front matter that begins and does not end."""
    begun = OPENED.match(text)
    if begun and begun[1] in FrontMatter.__struct_fields__:
        what, remedy = "its front matter is not closed", "Write a line of --- below it"
        raise SettingsError(what, where=f"{name}:1", remedy=remedy)


def _front_matter(text: str, name: str) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    """Read what stands between the marks: what it states, and a word on keys that say nothing."""
    places = key_lines(text, path=name, first_line=2)
    others = _others(places)
    unread = (_unread(name, others, places),) if others else ()
    return _statements(text, name, places, others), unread


def _others(places: Mapping[str, int]) -> list[str]:
    """Name the keys that another program has put there; one like a known key is a mistake."""
    known = [field.name for field in fields(FrontMatter)]
    return [key for key in places if key not in known and not nearest_key(key, known)]


def _unread(name: str, others: list[str], places: Mapping[str, int]) -> Problem:
    what = f"these keys of its front matter say nothing here: {', '.join(others)}"
    remedy = "Nothing needs to be done, unless one of them was to state something"
    return Problem(name, what, remedy, places[others[0]], fate="doubtful")


def _statements(
    text: str, name: str, places: Mapping[str, int], others: Collection[str]
) -> tuple[Statement, ...]:
    """Read the front matter."""
    front = read_yaml(text, FrontMatter, path=name, first_line=2, beside=others)
    found = []
    for key, value in asdict(front).items():
        for one in value if isinstance(value, tuple) else (value,) if value else ():
            where = f"front matter, line {places[key]}"
            check = ALL_CHECKS.get(key)
            words = check(one, f"{name}:{places[key]}") if check else one.strip()
            for field, said in _said(key, words):
                found.append(Statement(field, said, "front-matter", one, where=where))
    return tuple(found)


def _said(key: str, words: str) -> Iterator[tuple[str, str]]:
    """Give what a key's words state, which may be another field than the key's own."""
    field = FIELDS.get(key, key)
    if field == "authors":
        yield from ((field, name.strip()) for name in LINKED.sub(r"\1", words).split(";"))
    elif field == "source" and ADDRESS.fullmatch(words):
        yield "url", words
    elif field == "crawled" or key in BY_PROGRAMS:
        yield from ((field, found) for found in [day(words)] if found)
    elif field:
        yield field, words


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
    page = LexborHTMLParser(f"<body>{html_of(_with_lines_of_notes(PASSAGE.sub('', body)))}")
    found = lines(page)
    return Document(
        path=name,
        sha256=sha256,
        encoding=encoding,
        text="\n".join(line.text for line in found),
        statements=stated,
        elements=tuple(
            replace(line.element, path=line.element.path.replace("body", "markdown", 1))
            for line in found
        ),
    )
