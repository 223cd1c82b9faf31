"""Patterns that hold up careless readers, at any size: by name, the file's ending and its maker.

`test_bounded_work.py` and `benchmarks/bounded_work.py` read each at one size and at its double.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from itertools import count
from random import Random

from msgspec import Struct


class Nasty(Struct, frozen=True):
    """A pattern."""

    ending: str
    make: Callable[[int], bytes]
    """Makes one of about so many bytes."""
    size: int = 24 * 1024
    """At which it is tried with its double, where growth shows."""


def _repeated(unit: str, before: str = "", after: str = "") -> Callable[[int], bytes]:
    raw = unit.encode()
    return lambda size: before.encode() + raw * (size // len(raw)) + after.encode()


def _random(letters: str) -> Callable[[int], bytes]:
    return lambda size: "".join(Random(size).choices(letters, k=size)).encode()  # noqa: S311


def _nested(opening: str, closing: str, most: int) -> Callable[[int], bytes]:
    """Nest deep, again and again: up to what is read at all."""

    def make(size: int) -> bytes:
        one = opening * most + "x" + closing * most
        return (one * max(1, size // len(one))).encode()

    return make


def _table(size: int) -> bytes:
    return b"title,text\n" + b"A,B b b b b b b b\n" * (size // 18)


def _jsonl(size: int) -> bytes:
    return b"".join(
        json.dumps({"title": f"T{i}", "text": f"Text {i} of many."}).encode() + b"\n"
        for i in range(size // 45)
    )


def _zip(size: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for i in range(size // 200):
            archive.writestr(
                f"{i}.txt", f"A title {i}\n\nA text, number {i}, of a file in a ZIP.\n"
            )
    return buffer.getvalue()


def _numbered(line: str, before: str = "", after: str = "") -> Callable[[int], bytes]:
    """Repeat a text in which a word of letters stands for `%`, another one each time."""

    def make(size: int) -> bytes:
        words = (_word(number) for number in count(1))
        units = (line.replace("%", next(words)) for _ in range(size // (len(line) + 5)))
        return f"{before}{''.join(units)}{after}".encode()

    return make


def _word(number: int) -> str:
    """Spell a number by letters: no two are the same word.

    >>> _word(1), _word(27)
    ('Baaab', 'Baabb')
    """
    letters = []
    while number:
        number, rest = divmod(number, 26)
        letters.append(chr(97 + rest))
    return "B" + "".join(reversed(letters)).rjust(4, "a")


TITLE = "A title\n\n"
NEXIS = "A title\nA paper\nJuly 19, 2021\nLength: 5 words\nBody\n"
TEXTS = {
    "one word": _repeated("x", TITLE),
    "one line of words": _repeated("word ", TITLE),
    "records of an export": _repeated(f"{NEXIS}It was so.\nEnd of Document\n"),
    "headers of an export": _repeated("Length: 5 words\n", NEXIS),
    "tags of an export": _repeated("HD\n", "HD\nA title\nWC\n5 words\nPD\n19 July 2021\nLP\nSo.\n"),
    "fields of an export": _repeated(
        "Subject: so\n\n", "Document 1 of 1\n\n", "ProQuest document ID: 1\nPublication title: A\n"
    ),
    "short lines": _repeated("so it is\n", TITLE),
    "lines of one letter": _repeated("a\n", TITLE),
    "lines of one sentence": _repeated("It was so, and it was good to see it so.\n", TITLE),
    "lines that differ": lambda size: b"".join(b"Line %d of it.\n" % i for i in range(size // 16)),
    "blank lines": _repeated("\n", TITLE, "end"),
    "blanks": _repeated(" ", "A title\n\nA", "B"),
    "tabs": _repeated("\t", "A title\n\nA", "B"),
    "carriage returns": _repeated("\r", TITLE, "end"),
    "brackets": _repeated("[", TITLE),
    "brackets apart": _repeated("[ ", TITLE),
    "parentheses": _repeated("(", TITLE, ")"),
    "angles": _repeated("<", TITLE),
    "quotation marks": _repeated('"', TITLE),
    "asterisks": _repeated("*", TITLE),
    "words with asterisks": _repeated("word* ", TITLE, "\n* A note.\n"),
    "notes": _repeated("* A note to it.\n", TITLE),
    "dots": _repeated(".", TITLE),
    "dashes": _repeated("-", TITLE),
    "digits": _repeated("1", TITLE),
    "years": _repeated("2021 ", TITLE),
    "days": _repeated("19 July 2021\n", TITLE),
    "days in a line": _repeated("July 19, 2021, ", TITLE),
    "slashed days": _repeated("1/2/2003 ", TITLE),
    "colons": _repeated("a: ", TITLE),
    "bylines": _repeated("By Ann Ode and Bo Li\n", TITLE),
    "bylines that differ": _numbered("By Ann %\n", TITLE),
    "names alone": _numbered("Ann %\n", TITLE),
    "copyrights that differ": _numbered("© % News\n", TITLE),
    "publishers that differ": _numbered("Read more from % Times\n", TITLE),
    "hosts that differ": _numbered("www.%.example.com\n", TITLE),
    "services that differ": _numbered("(% News) - A text.\n", TITLE),
    "days that differ": lambda size: (
        TITLE.encode()
        + b"".join(b"%d July %d\n" % (i % 28 + 1, 1900 + i // 28 % 120) for i in range(size // 13))
    ),
    "notes that differ": _numbered("A word*% of it.\n\n*% A note.\n", TITLE),
    "organisations that differ": _numbered("Gen. Ann % of the % Ministry spoke. ", TITLE),
    "abbreviations that differ": _numbered("The % Health Union (%HU) spoke of it. ", TITLE),
    "names in a line": _repeated("By Ann Ode and Bo Li and ", TITLE),
    "capitals": _repeated("Abc Def Ghi Jkl ", TITLE),
    "initials": _repeated("A. B. C. ", TITLE),
    "all capitals": _repeated("LONDON (AP) — ", TITLE),
    "addresses": _repeated("https://a.example/b?c=d&e=f ", TITLE),
    "one address": _repeated("a/", "A title\n\nhttps://a.example/"),
    "mail addresses": _repeated("a@b.", TITLE),
    "ats": _repeated("@", TITLE),
    "rails": _repeated("Home | News | Sport | ", TITLE),
    "breadcrumbs": _repeated("Home > News > ", TITLE),
    "bullets": _repeated("• One of many\n", TITLE),
    "combining marks": _repeated("\u0301", "A title\n\na"),
    "two combining marks": _repeated("\u0327\u0301", "A title\n\na"),
    "joiners": _repeated("\u200d", "A title\n\na"),
    "hangul": _repeated("\u1100\u1161\u11a8", TITLE),
    "ideographs": _repeated("中文字", TITLE),
    "emoji": _repeated("👩‍👩‍👧‍👦", TITLE),
    "Arabic": _repeated("خطة السلام ", TITLE),
    "turns of direction": _repeated("\u202e\u2066", TITLE),
    "controls": _repeated("word \x01", TITLE),
    "broken bytes": lambda size: TITLE.encode() + b"\xc3\x28 abc " * (size // 7),
    "entities": _repeated("&amp;", TITLE),
    "random letters": _random("abcdefghij klmnop\n"),
    "random signs": _random("[](){}<>*_`\"'|&;: \n."),
    "random titles": _random("ABC abc .,\n"),
    "long title": lambda size: b"A title " * (size // 8) + b"\n\nA text.\n",
    "image lines": _repeated("Image: A photo (Reuters)\n", TITLE),
    "numbers and words": _repeated("12 words, 3.4 % of 5\u00a0000 ", TITLE),
    "aliases": _repeated("the World Health Organization (WHO) ", TITLE),
}
PAGES = {
    "paragraphs": _repeated("<p>A paragraph of a page.", "<title>A</title>"),
    "elements in a row": _repeated("<b>x</b>", "<title>A</title><p>"),
    "nested elements": _nested("<div>", "</div>", 2_000),
    "nested spans": _nested("<span>", "</span>", 2_000),
    "wrongly closed elements": _repeated("<font>x</b>", "<title>A</title><p>"),
    "elements closed in themselves": _repeated("<div/>x", "<title>A</title><p>"),
    "open elements": _nested("<b><p>", "", 700),
    "attributes": _repeated("<p a=1 b=2 c=3 d=4>x</p>"),
    "links": _repeated("<a href=/x>A link</a> "),
    "entities in a page": _repeated("&lt;", "<p>"),
    "half entities": _repeated("&", "<p>"),
    "open tags": _repeated("<a ", "<p>"),
    "half comments": _repeated("<!--", "<p>x"),
    "meta tags": _repeated('<meta property="og:title" content="A title">'),
    "dates in meta tags": _repeated('<meta name="date" content="2021-07-19">'),
    "records": _repeated('<script type="application/ld+json">{"@type":"NewsArticle"}</script>'),
    "authors that differ": _numbered(
        '{"@type":"Person","name":"Ann %"},',
        '<h1>A</h1><p>Text.</p><script type="application/ld+json">{"@type":"Article","author":[',
        "0]}</script>",
    ),
    "sections that differ": _numbered(
        '<meta property="article:tag" content="%">', "<title>A</title>"
    ),
    "links that differ": _numbered("<a href=/%>A link to %</a><br>", "<title>A</title>"),
    "classes that differ": _numbered("<div class=%>A text of %.</div>", "<title>A</title>"),
    "pictures that differ": _numbered(
        "<figure><img src=%><figcaption>A photo of %.</figcaption></figure>", "<title>A</title>"
    ),
    "one record": lambda size: (
        b'<h1>A</h1><p>A text.</p><script type="application/ld+json">[%s0]</script>'
        % (b'{"@type":"NewsArticle","headline":"A","articleBody":"x"},' * (size // 56))
    ),
    "a record's text": lambda size: (
        b'<h1>A</h1>%s<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"%s"}'
        b"</script>" % (b"<p>word word word.</p>" * (size // 44), b"word " * (size // 10))
    ),
    "tables": _repeated("<tr><td>1<td>2", "<table>"),
    "nested tables": _nested("<table><tr><td>", "</table>", 400),
    "bylines in a page": _repeated("<div class=byline><a rel=author>Ann Ode</a></div>"),
    "headings": _repeated("<h1>A heading</h1>"),
    "lines in pre": _repeated("a\n", "<pre>"),
    "classes": _repeated("x ", '<p class="', '">A text of a page.'),
    "scripts": _repeated("<script>let a = '<p>';</script>", "<p>x"),
    "hidden": _repeated("<p hidden>x</p><p style='display: none'>y</p>"),
}
LATER = 128 * 1024
SIZES = dict.fromkeys(
    ("copyrights that differ", "publishers that differ", "notes that differ"), LATER
)
"""Of those whose growth shows later."""
NASTY: dict[str, Nasty] = {
    **{name: Nasty(".txt", make, SIZES.get(name, 24 * 1024)) for name, make in TEXTS.items()},
    **{name: Nasty(".html", make) for name, make in PAGES.items()},
    "rows of a table": Nasty(".csv", _table),
    "one cell": Nasty(".csv", _repeated("x ", 'title,text\nA,"', '"\n')),
    "half a cell": Nasty(".csv", _repeated('"', "title,text\nA,")),
    "lines of JSON": Nasty(".jsonl", _jsonl),
    "files in a ZIP": Nasty(".zip", _zip),
    "parts of a mail": Nasty(
        ".eml",
        _repeated(
            "--b\nContent-Type: text/plain\n\nx\n", "Content-Type: multipart/mixed; boundary=b\n\n"
        ),
    ),
    "headers of a mail": Nasty(".eml", _repeated("X-A: b\n", "", "\nA text.\n")),
    "a mail's long header": Nasty(".eml", _repeated(" x", "Subject: a\n", "\n\nA text.\n")),
    "a mail's names": Nasty(".eml", _repeated("a,", "From: ", "\n\nA text.\n")),
    "a mail's parameters": Nasty(
        ".eml", _repeated("; a=b", "Content-Type: text/plain", "\n\nA text.\n")
    ),
    "encoded words": Nasty(".eml", _repeated("=?utf-8?q?a?= ", "Subject: ", "\n\nA text.\n")),
}
