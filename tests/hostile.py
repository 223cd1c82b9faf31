"""Hostile inputs: by name, what makes each in a folder of articles, and what must become of it.

Everything is made here, by code. `test_hostile.py` builds each beside good articles, and
`benchmarks/hostile_pairs.py` each two together.
"""

from __future__ import annotations

import gzip
import io
import os
import socket
import stat
import zipfile
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

from msgspec import Struct

BODY = (
    "What stands here was made to be read by a machine that had better be careful. It goes on for "
    "a while, so that nobody can take it for a line of a menu, and it ends with a full stop.\n"
)
BOMB_OF_ENTITIES = b'<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><p>&b;</p>'
BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b]\n"


class Hostile(Struct, frozen=True):
    """An input that is not what it should be."""

    make: Callable[[Path], None]
    """Makes it in a folder of articles."""
    published: int = 0
    """Articles that it gives all the same."""
    set_aside: int = 0
    duplicates: int = 0


HOSTILE: dict[str, Hostile] = {}


def _add(name: str, make: Callable[[Path], None], published: int, set_aside: int) -> None:
    assert name not in HOSTILE
    HOSTILE[name] = Hostile(make, published, set_aside)


def _file(name: str, file: str | bytes, raw: str | bytes, published: int, set_aside: int) -> None:
    def make(folder: Path) -> None:
        content = raw.encode() if isinstance(raw, str) else raw
        Path(os.fsdecode(os.path.join(os.fsencode(folder), os.fsencode(file)))).write_bytes(content)  # noqa: PTH118

    _add(name, make, published, set_aside)


def _text(title: str, mark: str) -> str:
    return f"{title}\n\nThis is the text called {mark}. {BODY}"


def _corrected(name: str, correction: str | bytes) -> None:
    def make(folder: Path) -> None:
        (folder / f"{name}.txt").write_text(_text(f"On {name}", name))
        raw = correction.encode() if isinstance(correction, str) else correction
        (folder / f"{name}.yaml").write_bytes(raw)

    _add(name, make, 0, 1)


def _zip(members: dict[str, bytes], **options: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", options.get("compression", zipfile.ZIP_DEFLATED)) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return buffer.getvalue()


def _warc(*pages: str) -> bytes:
    return b"".join(
        gzip.compress(
            (
                f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:x:{i}>\r\n"
                f"Content-Type: text/plain\r\nContent-Length: {len(page.encode())}\r\n\r\n{page}"
                "\r\n\r\n"
            ).encode(),
            mtime=0,
        )
        for i, page in enumerate(pages)
    )


# Bytes that are no plain UTF-8.
_file("empty", "empty.txt", "", 0, 1)
_file("blank", "blank.txt", " \n\t\r\n\n", 0, 1)
_file("mark-only", "mark-only.txt", b"\xef\xbb\xbf", 0, 1)
_file("latin-1", "latin-1.txt", _text("Über den Fluß", "ä ö ü").encode("latin-1"), 1, 0)
_file("broken-utf-8", "broken.txt", _text("Broken", "é" * 200).encode()[:-30] + b"\xff\xfe", 1, 0)
_file("random", "random.txt", bytes(i * 7919 % 251 for i in range(9_000)), 0, 1)
for _encoding, _mark in (
    ("utf-16-le", b"\xff\xfe"),
    ("utf-16-be", b"\xfe\xff"),
    ("utf-32-le", b"\xff\xfe\x00\x00"),
):
    _raw = _text(f"In {_encoding}", f"{_encoding} é").encode(_encoding)
    _file(f"{_encoding}-marked", f"{_encoding}-marked.txt", _mark + _raw, 1, 0)
for _encoding in ("utf-16-le", "utf-16-be"):
    _raw = _text(f"Unmarked {_encoding}", f"{_encoding} bare").encode(_encoding)
    _file(f"{_encoding}-bare", f"{_encoding}-bare.txt", _raw, 1, 0)
_file(
    "utf-16-odd",
    "utf-16-odd.txt",
    b"\xff\xfe" + _text("An odd one", "odd bytes").encode("utf-16-le") + b"x",
    1,
    0,
)
_file(
    "surrogates",
    "surrogates.txt",
    b"\xff\xfe" + _text("Half \ud83d a sign", "halves").encode("utf-16-le", "surrogatepass"),
    1,
    0,
)
_file("nul", "nul.txt", _text("A ti\0tle with\0 noughts", "n\0ought"), 1, 0)
_file("controls", "controls.txt", _text("C" + "".join(map(chr, range(1, 32))), BODY * 3), 1, 0)
_file("returns", "returns.txt", _text("Carriage returns", "returns").replace("\n", "\r"), 1, 0)
_file("separators", "separators.txt", _text("A\u2028B\u2029C\x85D", "separators"), 1, 0)
_file("non-characters", "non-characters.txt", _text("\ufffe\uffff\ufdd0", "\ufffe\U0001ffff"), 1, 0)
_file("pdf", "pdf.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 0, 1)
_file("picture", "picture.html", b"\x89PNG\r\n\x1a\n" + b"\0" * 99, 0, 1)
_file("packed", "packed.txt", gzip.compress(b"text" * 99, mtime=0), 0, 1)
_file("other-ending", "letter.docx", b"PK\x03\x04 ...", 0, 1)
_file("too-large", "too-large.txt", b"word " * (17 * 2**20 // 5), 0, 1)
_file("too-large-line", "too-large-line.txt", b"x" * (17 * 2**20), 0, 1)

# Titles and texts.
_file("long-title", "long-title.txt", _text("A title " * 1_250, "a long title"), 1, 0)
_file("emoji-title", "emoji-title.txt", _text("🦀🦀🦀🔥", "emoji"), 1, 0)
_file("right-to-left", "right-to-left.txt", _text("خطة السلام للشرق", "of Arabic"), 1, 0)
_file("overridden", "overridden.txt", _text("Bill \u202egnp.exe\u202c paid", "overrides"), 1, 0)
_file("equal-slug", "equal-slug.txt", _text("Fog holds up the ferries!", "of an equal slug"), 1, 0)
_file("dots", "dots.txt", _text("..", "two dots"), 1, 0)
_file("index", "index.txt", _text("index", "index"), 1, 0)
_file("con", "con.txt", _text("CON", "con"), 1, 0)
_file("path", "path.txt", _text("../../../etc/passwd", "a path"), 1, 0)
_file("template", "template.txt", _text("{{ 7*7 }}{% raw %}${x}", "{{ config }} {%"), 1, 0)
_file("script", "script.txt", _text("<script>alert(1)</script>", "<img src=x onerror=a()>"), 1, 0)
_file("marks", "marks.txt", _text("Z" + "\u0301" * 9_000, "a" + "\u0327\u0301" * 9_000), 1, 0)
_file("one-word", "one-word.txt", _text("One word", "x" * 300_000), 1, 0)
_file("brackets", "brackets.txt", _text("Brackets", "([{<" * 50_000), 1, 0)
_file("blank-lines", "blank-lines.txt", _text("Blank lines", "blank") + "\n" * 20_000, 1, 0)
_file("too-many-lines", "too-many-lines.txt", _text("Lines", "too many") + "\n" * 50_000, 0, 1)
_file("blanks", "blanks.txt", _text("Blanks", "blanks" + " " * 500_000 + "x"), 1, 0)
_file("many-lines", "many-lines.txt", _text("Many lines", "lines") + "so it is\n" * 20_000, 1, 0)
_file("half-address", "half-address.txt", _text("Half", "http://[x/a http://℀/b"), 1, 0)


def _same_address(folder: Path) -> None:
    """Two texts of one title whose SHA-256 begin alike: found by trying, which takes a second."""
    for number in (8_736, 60_869):
        (folder / f"same-address-{number}.txt").write_text(
            "Fog holds up the ferries\n\nThe ferries stayed in the harbour on that morning, for "
            f"nobody could see the lights, number {number}.\n"
        )


_add("same-address", _same_address, 1, 1)

# Names of files.
_file("capitals", "FOG.TXT", _text("In capitals", "in capitals"), 1, 0)
_file("line-break-name", "line\nbreak.txt", _text("A name in two lines", "a broken name"), 1, 0)
_file("tag-name", "<img src=x onerror=alert(1)>.txt", _text("A tag", "a tag for a name"), 1, 0)
_file("byte-name", b"\xff\xfe\x80.txt", _text("Bytes", "bytes for a name"), 1, 0)
_file("byte-name-aside", b"\xff\xfe\x81.txt", "", 0, 1)
_file("long-name", "n" * 251 + ".txt", _text("A long name", "a long name"), 1, 0)
_file("signs-name", "a\"b'\\c&amp;%2e?*.txt", _text("Signs", "signs for a name"), 1, 0)
_file("device-name", "NUL.txt", _text("A device's name", "a device's name"), 1, 0)
_file("dash-name", "--output=x.txt", _text("An option's name", "an option's name"), 1, 0)


# What is no regular file.
def _socket(folder: Path) -> None:
    with chdir(folder), socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket.txt")


def _folder(folder: Path) -> None:
    (folder / "folder.txt").mkdir()
    (folder / "folder.txt" / "in it.txt").write_text(_text("In a folder", "in a folder"))


def _link(name: str, target: str) -> None:
    _add(name, lambda folder: (folder / f"{name}.txt").symlink_to(target), 0, 1)


_add("pipe", lambda folder: os.mkfifo(folder / "pipe.txt"), 0, 1)
_add("socket", _socket, 0, 1)
if os.geteuid() == 0:  # nobody else may make devices
    for _name, _kind, _number in (("device", stat.S_IFCHR, 0x105), ("disk", stat.S_IFBLK, 0x700)):
        _add(
            _name,
            lambda folder, name=_name, kind=_kind, number=_number: os.mknod(  # type: ignore[misc]
                folder / f"{name}.txt", kind | 0o644, number
            ),
            0,
            1,
        )
_add("folder", _folder, 1, 0)


def _deep_folder(folder: Path) -> None:
    with chdir(folder):
        for name in ["d" * 50] * 80 + ["d"] * 200:  # no system takes a path of 4,400 bytes
            Path(name).mkdir()
            os.chdir(name)
        Path("deep.txt").write_text(_text("Deep", "too deep"))


_add("deep-folder", _deep_folder, 0, 1)
_add("empty-folder", lambda folder: (folder / "empty-folder.txt").mkdir(), 0, 0)
_link("link", "/etc/passwd")
_link("link-to-folder", "/etc")
_link("link-to-itself", "link-to-itself.txt")
_link("link-to-above", "..")
_link("dangling", "nowhere.txt")
_link("link-to-device", "/dev/zero")

# What a curator writes, or somebody for the curator.
_corrected("alias-bomb", f"why: So.\ntitle: x\n{BOMB}")
_corrected("broken-correction", "why: [\n")
_corrected("unknown-key", "why: So.\nsauce: x\n")
_corrected("deep-correction", "why: " + "[" * 50_000)
_corrected("long-correction", "why: " + "x" * 900_000)
_corrected("byte-correction", b"why: \xff\xfe\n")
_corrected("wrong-date", "why: So.\ndate: yesterday\n")
_corrected("tagged-correction", "why: !!python/object/apply:os.system [ls]\n")


def _odd_correction(name: str, make: Callable[[Path], None]) -> None:
    def both(folder: Path) -> None:
        (folder / f"{name}.txt").write_text(_text(f"On {name}", name))
        make(folder / f"{name}.yaml")

    _add(name, both, 0, 1)


_odd_correction("correction-pipe", os.mkfifo)
_odd_correction("correction-link", lambda path: path.symlink_to("/etc/passwd"))
_file("lone-correction", "lone-correction.yaml", "why: So.\n", 0, 1)
_file("front-bomb", "front-bomb.md", f"---\n{BOMB}---\n{BODY}", 0, 1)
_file("front-broken", "front-broken.md", f"---\ntitle: [\n---\n{BODY}", 0, 1)
_file("front-deep", "front-deep.md", f"+++\n{'a.' * 40_000}a = 1\n+++\n{BODY}", 0, 1)
_file("front-dotted", "front-dotted.md", f"+++\nt = {{{'a.' * 9_000}a = 1}}\n+++\n{BODY}", 0, 1)
_file("front-open", "front-open.md", f"---\ntitle: x\n\n{BODY}", 0, 1)
_file(
    "front-aliases",
    "front-aliases.md",
    f"---\ntitle: Aliases\naliases: [about, ../x, feed.xml, old/a, {'字' * 90}]\n---\n{BODY}",
    1,
    0,
)
_file("brackets-md", "brackets.md", "[" * 50_000, 0, 1)
_file("declaration-md", "declaration.md", "<![", 0, 1)
_file("quotations-md", "quotations.md", ">" * 5_000 + " x", 0, 1)
_file("asterisks-md", "asterisks.md", "*" * 50_000 + "x", 0, 1)

# Pages.
_file(
    "nested",
    "nested.html",
    f"<title>Nested</title>{'<div>' * 300}<p>300 deep. {BODY}{'</div>' * 300}",
    1,
    0,
)
_file("too-nested", "too-nested.html", "<div>" * 40_000 + BODY, 0, 1)
_file("attributes", "attributes.html", f"<p {'a=1 ' * 100_000}>{BODY}", 0, 1)
_file("no-text", "no-text.html", "<html><script>let a = 1</script></html>", 0, 1)
_file("open-comment", "open-comment.html", f"<h1>Open</h1><p>An open end. {BODY}<!-- {BODY}", 1, 0)
_file(
    "deep-record",
    "deep-record.html",
    f'<script type="application/ld+json">{"[" * 100_000}</script><h1>Deep</h1><p>{BODY}',
    1,
    0,
)

# Files that hold many.
_file("bomb", "bomb.zip", _zip({"bomb.txt": b"\0" * 5_000_000}), 0, 1)
_file("gzip-bomb", "gzip-bomb.csv.gz", gzip.compress(b'text\n"' + b"\0" * 9**8, mtime=0), 0, 1)
_file("docx-bomb", "bomb.docx", _zip({"word/document.xml": b"<a>" + b"\0" * 9**9}), 0, 1)
_file("odt-entities", "entities.odt", _zip({"content.xml": BOMB_OF_ENTITIES}), 0, 1)
_file("ods-entities", "entities.ods", _zip({"content.xml": BOMB_OF_ENTITIES}), 0, 1)
_file(
    "script-odt",
    "script.odt",
    _zip({"content.xml": f"<a><p>&lt;script&gt;x()&lt;/script&gt;</p><p>{BODY}</p></a>".encode()}),
    1,
    0,
)
_file("wacz-in-zip", "wacz.zip", _zip({"a.wacz": _zip({})}), 0, 1)
_file("empty-wacz", "empty.wacz", _zip({"archive/": b"", "pages/pages.jsonl": b"\0\n[]\n"}), 0, 1)
_file("no-plist", "no.webarchive", b"bplist00" + b"\xa1\x00" * 99 + bytes(32), 0, 1)
_file("open-rtf", "open.rtf", "{\\rtf1" + "{" * 99_999, 0, 1)
_file("script-rtf", "script.rtf", f"{{\\rtf1 <script>x()</script>\\par Of rich text. {BODY}", 1, 0)
_file("cut-gzip", "cut.txt.gz", gzip.compress(_text("Cut", "cut").encode(), mtime=0)[:-20], 0, 1)
_file("gzip", "good.txt.gz", gzip.compress(_text("Gzip", "of gzip").encode(), mtime=0), 1, 0)
_file("cut-zip", "cut.zip", _zip({"a.txt": BODY.encode()})[:-20], 0, 1)
_file("zip-in-zip", "zip-in.zip", _zip({"inner.zip": _zip({"a.txt": b"x"})}), 0, 1)
_file("empty-zip", "empty.zip", _zip({}), 0, 1)
_file(
    "climbing-zip",
    "climbing.zip",
    _zip(
        {
            "../../climbing.txt": _text("It climbs", "of a climber").encode(),
            "/etc/x.txt": b"",
            "\n<b>.exe": b"x",
        }
    ),
    1,
    2,
)
_file("no-warc", "no.warc.gz", b"no gzip at all", 0, 1)
_file("cut-warc", "cut.warc.gz", _warc(_text("Whole", "whole"), _text("Cut", "cut"))[:-40], 1, 1)
_file(
    "flipped-warc",
    "flipped.warc.gz",
    _warc(_text("Flip", "flip")).replace(b"\x8b\x08\x00", b"\x8b\x08\xff", 1)
    + _warc(_text("After the flip", "after the flip")),
    1,
    1,
)
_file("empty-warc", "empty.warc", "", 0, 1)
_file(
    "lines",
    "lines.jsonl",
    '{"text": 1}\n{"text": "Good\\n\\nIt is good. ' + BODY.strip() + '"}\n[]\n{"a\n' + "[" * 99_999,
    1,
    4,
)
_half = '{"title": "Half \\ud83d", "text": "\\ud83d '
_file("half-line", "half.jsonl", f'{_half}{BODY[:-1]}"}}\n', 1, 0)
_file(
    "half-record",
    "half-record.html",
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A \\udfff half"}'
    f"</script><h1>A \udbff half</h1><p>Half of it. {BODY}".encode("utf-8", "replace"),
    1,
    0,
)
_file("half-front", "half-front.md", f'---\ntitle: "A \\ud800 B"\n---\nIn halves. {BODY}', 1, 0)
_file("open-quote", "open-quote.csv", 'title,text\nA,"' + BODY, 1, 0)
_file("no-text-column", "no-text-column.csv", "a,b\n1,2\n3,4\n", 0, 2)
_file("nul-table", "nul-table.csv", f"title,text\nN\0ul,{BODY.replace(',', '')}", 1, 0)
_file("no-rows", "no-rows.tsv", "title\ttext\n", 0, 1)
_file("no-mail", "no-mail.eml", b"\0\1\2" * 99, 0, 1)
_file(
    "nested-mail",
    "nested-mail.eml",
    "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(300)),
    0,
    1,
)
_feed = "<rss><channel><title>A feed</title>%s</channel></rss>"
_item = f"<item><title>An item</title><description>In a feed. {BODY}</description></item>"
_doctype = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "/etc/passwd">]>'
_file("entity-bomb", "entity-bomb.rss", _doctype + _feed % _item, 0, 1)
_file("own-entity", "own-entity.rss", _feed % _item.replace("In a", "In &passwd;"), 1, 0)
_file("deep-feed", "deep.rss", _feed % f"<item>{'<a>' * 99_999}{'</a>' * 99_999}</item>", 0, 1)
_file("cut-feed", "cut.xml", (_feed % _item)[:-60], 0, 1)
_file("no-items", "no-items.atom", "<feed/>", 0, 1)
_file("no-feed", "no-feed.rdf", "\0\1\2<a>" * 99, 0, 1)
_file(
    "script-feed",
    "script.rss",
    _feed % "<item><title>A &lt;script&gt;</title><link>javascript:alert(1)</link><description>"
    f"&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;It is {BODY}</description></item>",
    1,
    0,
)
_note = "<en-export><note><title>A note</title><content><![CDATA[%s]]></content></note></en-export>"
_file("entity-notes", "entity.enex", _doctype + _note % "<en-note>A</en-note>", 0, 1)
_file(
    "script-note",
    "script.enex",
    _note % f"<en-note><script>alert(1)</script><p onclick='alert(1)'>It is {BODY}</p></en-note>",
    1,
    0,
)
_file("no-mailbox", "no-mailbox.mbox", b"\0\1\2" * 99, 0, 1)
_file(
    "odd-mailbox",
    "odd-mailbox.mbox",
    "From \nFrom \nSubject: A mailbox\n\n"
    + _text("It came by mail", "in a mailbox")
    + f"From x 1:00\nA:{'b' * 100_000}\n\nFrom y 1:00\nContent-Type: image/png\n\nx\n",
    1,
    3,
)


def _copy(folder: Path) -> None:
    (folder / "zz-copy.txt").write_bytes((folder / "fog.txt").read_bytes())


HOSTILE["copy"] = Hostile(_copy, duplicates=1)
