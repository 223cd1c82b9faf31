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


def _topics(size: int) -> bytes:
    topics = [f"Topic {_word(number)}" for number in range(1, size // 17)]
    return json.dumps({"title": "A", "text": "A text of it.", "section": topics}).encode() + b"\n"


def _keys(size: int) -> bytes:
    keys = {f"key{i}": i for i in range(size // 16)}
    return json.dumps({"title": "A", "text": "A text of it.", **keys}).encode() + b"\n"


def _columns(size: int) -> bytes:
    columns = range(size // 8)
    head = ",".join(["text", *(f"c{i}" for i in columns)])
    return f"{head}\nA text of it{',x' * len(columns)}\n".encode()


def _crawl(size: int) -> bytes:
    record = (
        b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://a.example/%d\r\n"
        b"WARC-Date: 2021-07-19T00:00:00Z\r\nContent-Length: 4\r\n\r\nabcd\r\n\r\n"
    )
    return b"".join(record % i for i in range(size // 150))


def _zip_in_zip(size: int) -> bytes:
    inner = b"word " * (size // 5)
    for depth in range(6):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("a.zip" if depth else "a.txt", inner)
        inner = buffer.getvalue()
    return inner


def _packed(part: str, unit: str) -> Callable[[int], bytes]:
    """Make a word processor's file of one part that repeats something."""

    def make(size: int) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(part, f"<x>{unit * (size // len(unit))}</x>")
        return buffer.getvalue()

    return make


def _opened_again(size: int) -> bytes:
    """Make paragraphs below fonts that nothing closes: a parser opens each anew in each of them."""
    fonts = "".join(f"<font size={i}>" for i in range(size // 36))
    return f"<title>A</title><p>{fonts}</p>{'<p>x</p>' * (size // 16)}".encode()


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


STORY_ENDS = "</body.content></body></nitf>"
RSS = "<rss><channel><title>A</title>"


def _item_of(unit: str) -> Callable[[int], bytes]:
    """Repeat a text in an item of a feed."""
    before = f"{RSS}<item><title>A</title><description><![CDATA[<p>A text."
    return _repeated(unit, before, "]]></description></item>")


TITLE = "A title\n\n"
BODY = "Body\n"
NEXIS = f"A title\nA paper\nJuly 19, 2021\nLength: 5 words\n{BODY}"
TEXTS = {
    "one word": _repeated("x", TITLE),
    "one line of words": _repeated("word ", TITLE),
    "records of an export": _repeated(f"{NEXIS}It was so.\nEnd of Document\n"),
    "headers of an export": _repeated("Length: 5 words\n", NEXIS),
    "tags of an export": _repeated(
        "HD\nso it was\n", "HD\nA title\nWC\n5 words\nPD\n19 July 2021\nLP\nSo.\n"
    ),
    "fields of an export": _repeated(
        "Subject: so\n\n", "Document 1 of 1\n\n", "ProQuest document ID: 1\nPublication title: A\n"
    ),
    "names in a byline of an export": _repeated(
        ", b",
        f"{NEXIS.removesuffix(BODY)}Byline: Ann Ode",
        f"\n{BODY}It was so.\nEnd of Document\n",
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
    "quotes in quotes": _repeated("\"'“‘He said ”’", TITLE),
    "days run together": _repeated("19July202119.07.2021", TITLE),
    "half addresses": _repeated("http://", TITLE),
    "hosts in a line": _repeated("a.b.c.", TITLE),
    "alike headings": _repeated("A Heading of Many Words Here\n\n", TITLE),
    "two directions": _repeated("שלום abc\n", TITLE),
    "letters that grow": _repeated("İ", TITLE),
    "Georgian": _repeated("ა ", TITLE),
    "dated lines between dashes": _repeated("A title\n3 May 2021\n---\n"),
    "people and places in German": _repeated("Ann Moor aus Bern sagte, er sei ", TITLE),
    "people that differ": _numbered("Ann % said so of it. ", TITLE),
    "broken words": _repeated("a line that is broken at a fixed wid-\n", TITLE),
    "credits that differ": _numbered("(Photo by %) Credit: %/Getty\n", TITLE),
    "prompts": _repeated("Do you have a story of it?\n", TITLE),
    "comments": _repeated("3 comments\nReply\nA comment of it\n", TITLE),
    "related lists": _repeated("Related\nA headline of six words here\n", TITLE),
    "teasers": _repeated("More from us\nA headline of six words here\nSo it was, it is.\n", TITLE),
    "magazines that differ": _numbered("About % \n% magazine\n", TITLE),
    "told to papers that differ": _numbered("He told The % Times. ", TITLE),
    "tails of a title": _repeated("A title of it - ", "", "\n\nA text.\n"),
    "front matter's keys": lambda size: (
        b"---\n" + b"".join(b"key%d: a\n" % i for i in range(size // 11)) + b"---\nA text.\n"
    ),
    "front matter's topics": _numbered("- %\n", "---\nsection:\n", "---\nA text.\n"),
    "front matter's aliases": _numbered("- /%/\n", "---\naliases:\n", "---\nA text.\n"),
    "headers of a mail": _repeated("A: b\n c\n", "MIME-Version: 1.0\n"),
    "comments of a page": _repeated("<!-- a -->"),
    "speakers": _repeated("ANN ODE: It was so.\nBO LI: It is so.\n", TITLE),
    "marks at the end": _repeated("It was so, and it was good to see it.\n-ENDS-\n", TITLE),
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
    "options": _repeated("<option>x", "<p>A text.<select>"),
    "fonts opened again": _opened_again,
    "names of elements": _numbered("<%>x</%>", "<title>A</title><p>x"),
    "alike figures": _repeated("<figure><img src=x><figcaption>A photo.</figcaption></figure>"),
    "articles in a page": _repeated("<article><h2>A title</h2><p>A text of it.</article>"),
    "breaks": _repeated("x<br>", "<p>"),
    "cells": _repeated("<td>x", "<table><tr>"),
    "terms": _repeated("<dt>x<dd>y", "<dl>"),
    "hidden": _repeated("<p hidden>x</p><p style='display: none'>y</p>"),
}
MARKDOWN = {
    "emphasis": _repeated("*a **b ", "# A\n\n"),
    "Markdown's links": _repeated("[a](b ", "# A\n\n"),
    "Markdown's references": _numbered("[%]: http://a.example/\n", "# A\n\n[a]\n\n"),
    "Markdown's lists": lambda size: (
        b"# A\n\n" + b"".join(b"  " * (i % 20) + b"- item\n" for i in range(size // 26))
    ),
    "Markdown's paragraphs": _repeated("A text of it.\n\n", "# A\n\n"),
}
LATER = 128 * 1024
SIZES = dict.fromkeys(
    (
        *("copyrights that differ", "publishers that differ", "notes that differ"),
        "options",
    ),
    LATER,
) | {"tails of a title": 2 * LATER}
"""Of those whose growth shows later."""
NASTY: dict[str, Nasty] = {
    **{name: Nasty(".txt", make, SIZES.get(name, 24 * 1024)) for name, make in TEXTS.items()},
    **{name: Nasty(".html", make, SIZES.get(name, 24 * 1024)) for name, make in PAGES.items()},
    **{name: Nasty(".md", make) for name, make in MARKDOWN.items()},
    "rows of a table": Nasty(".csv", _table),
    "one cell": Nasty(".csv", _repeated("x ", 'title,text\nA,"', '"\n')),
    "half a cell": Nasty(".csv", _repeated('"', "title,text\nA,")),
    "lines of JSON": Nasty(".jsonl", _jsonl),
    "files in a ZIP": Nasty(".zip", _zip),
    "paragraphs of a word processor": Nasty(
        ".docx", _packed("word/document.xml", "<w:p><w:r><w:t>A text.</w:t></w:r></w:p>")
    ),
    "runs of a word processor": Nasty(
        ".docx", _packed("word/document.xml", "<w:r><w:tab/><w:t>A</w:t></w:r>")
    ),
    "notes of a word processor": Nasty(
        ".odt", _packed("content.xml", "<p>A<note-body><p>x</p></note-body></p>")
    ),
    "cells of a spreadsheet": Nasty(
        ".ods",
        _packed("content.xml", "<table-cell number-columns-repeated='9'><p>A</p></table-cell>"),
    ),
    "groups of rich text": Nasty(".rtf", _repeated("{\\f1 a", "{\\rtf1 ")),
    "letters of rich text": Nasty(".rtf", _repeated("\\'e9", "{\\rtf1 ")),
    "notes of rich text": Nasty(".rtf", _repeated("{\\footnote \\u33?}", "{\\rtf1 ")),
    "ZIP in ZIP": Nasty(".zip", _zip_in_zip),
    "records of a crawl": Nasty(".warc", _crawl),
    "columns": Nasty(".csv", _columns),
    "rows without a text": Nasty(".csv", _repeated(",\n", "title,text\n")),
    "keys of JSON": Nasty(".jsonl", _keys),
    "topics that differ": Nasty(".jsonl", _topics),
    "lines that are no JSON": Nasty(".jsonl", _repeated("{\n")),
    "items of a feed": Nasty(
        ".rss", _repeated("<item><title>A</title><description>A text.</description></item>", RSS)
    ),
    "items that do not end": Nasty(".rss", _repeated("<item>", RSS)),
    "elements of an item": Nasty(".rss", _repeated("<title>A</title>", f"{RSS}<item>", "</item>")),
    "nested elements of an item": Nasty(
        ".rss", _repeated("<a>" * 300 + "</a>" * 300, f"{RSS}<item>", "</item>")
    ),
    "references in an item": Nasty(
        ".rss", _repeated("&", f"{RSS}<item><title>", "</title></item>")
    ),
    "blanks in a script": Nasty(
        ".html",
        _repeated(" ", '<script type="application/ld+json">{', "a</script><p>A text.</p>"),
    ),
    "comments in a feed": Nasty(".rss", _repeated("<!--", RSS)),
    "plain texts in a feed": Nasty(".rss", _repeated("<![CDATA[]]>", f"{RSS}<item>", "</item>")),
    "captions of a blog": Nasty(".rss", _item_of("[caption a]<img")),
    "pictures of a blog": Nasty(".rss", _item_of("[caption a]" + "<img>" * 900)),
    "tags in a feed": Nasty(".rss", _item_of("<a")),
    "signs in an author": Nasty(
        ".rss",
        _repeated("@", f"{RSS}<item><author>", "</author><title>A</title></item>"),
    ),
    "authors of a blog": Nasty(".rss", _repeated("<wp:author><wp:author_login>a", RSS)),
    "what stands above a feed": Nasty(".rss", _repeated("<?a?><!-- b -->", "", "<rss>")),
    "a document type": Nasty(".rss", _repeated("<!DOCTYPE a [", "", "<rss>")),
    "paragraphs of a story": Nasty(
        ".xml", _repeated("<p>A text.</p>", "<nitf><body><body.content>", STORY_ENDS)
    ),
    "heads of a story": Nasty(".xml", _repeated("<head/>", "<nitf>", "</nitf>")),
    "notes of an export": Nasty(
        ".enex", _repeated("<note><content><![CDATA[<en-note>A.</en-note>]]></content></note>")
    ),
    "notes in a note": Nasty(
        ".enex", _repeated("<en-note>", "<note><content><![CDATA[", "]]></content></note>")
    ),
    "notes that do not end": Nasty(".enex", _repeated("<note><content><![CDATA[<en-note>")),
    "mails of a mailbox": Nasty(".mbox", _repeated("From x 1:00\nSubject: A\n\nA text.\n\n")),
    "lines that may begin a mail": Nasty(".mbox", _repeated("From x 1:00\n", "From x 1:00\nA:\n")),
    "parts of a mail": Nasty(
        ".eml",
        _repeated(
            "--b\nContent-Type: text/plain\n\nx\n", "Content-Type: multipart/mixed; boundary=b\n\n"
        ),
    ),
    "mails in a mail": Nasty(".eml", _repeated("Content-Type: message/rfc822\n\n", "Subject: a\n")),
    "a mail's folded header": Nasty(".eml", _repeated("\n a", "Subject: a", "\n\nA text.\n")),
    "headers of a mail": Nasty(".eml", _repeated("X-A: b\n", "", "\nA text.\n")),
    "a mail's long header": Nasty(".eml", _repeated(" x", "Subject: a\n", "\n\nA text.\n")),
    "a mail's names": Nasty(".eml", _repeated("a,", "From: ", "\n\nA text.\n")),
    "a mail's parameters": Nasty(
        ".eml", _repeated("; a=b", "Content-Type: text/plain", "\n\nA text.\n")
    ),
    "encoded words": Nasty(".eml", _repeated("=?utf-8?q?a?= ", "Subject: ", "\n\nA text.\n")),
}
