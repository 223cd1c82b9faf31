"""Bytes to text, with the encoding that was used and a word where it is a guess.

From the firmest ground to the least firm: a byte order mark, UTF-16 without a mark (its zero bytes
give it away), UTF-8, also with some bytes that are none, the charset that the file declares, what
charset-normalizer finds most like a language, and cp1252.
"""

from __future__ import annotations

import codecs
import re

from msgspec import Struct

MARKS = (  # UTF-32 before UTF-16: the mark of one begins like the mark of the other
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What news was written in before UTF-8; without such lists code pages of old Macs and DOS win.
LATIN = ("cp1252", "cp1250", "cp1254", "cp1257", "cp1258", "iso8859_2")
OTHER = (
    *("cp1251", "koi8_r", "koi8_u", "cp1253", "cp1255", "cp1256", "tis_620"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949"),
)
ALIASES = {  # as browsers read them (WHATWG Encoding, "names and labels")
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
}
SAMPLE = 65_536  # bytes that a guess looks at: more changes no guess and takes time in proportion
FIRM = 100  # non-ASCII bytes below which a reading is flagged: few bytes fit many code pages
LATIN_SHARE = 2  # one non-ASCII byte in more than so many is a Latin text's accents
ODD = re.compile("[\udcc2-\udcf4][\udc80-\udcbf]*|[\udc80-\udcff]")
"""What is no UTF-8, as `surrogateescape` gives it: the beginning of a character, or one byte."""
BROKEN = "\ufffd"
CESU = "cesu-8"
"""UTF-8 in which a sign beyond the first 65,536, such as a smiley, is two halves of three bytes."""
HALVES = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
ACCENTED = re.compile("[\x80-\u024f\u2000-\u20ff]+")
"""Letters with accents, quotation marks, dashes."""
FURTHER = re.compile("[\u0250-\u1fff\u2100-\ud7ff\ue000-\U0010ffff]+")
"""Signs of other scripts."""
MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"7z\xbc\xaf", "a 7z file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"SQLite format 3\x00", "an SQLite file"),
    (b"\x7fELF", "a program"),
)
CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
HEAD = 4_096


class Decoded(Struct, frozen=True):
    """A text and how its bytes were read."""

    text: str
    encoding: str
    flagged: str | None = None
    """Why the reading may be wrong, as a phrase; None where it is firm."""


def binary_kind(raw: bytes) -> str | None:
    r"""Say what kind of file that is no text the bytes are; None for text.

    >>> binary_kind(b"%PDF-1.7 ...")
    'a PDF'
    >>> binary_kind("Überschrift".encode("utf-16-le")) is None
    True
    """
    head = raw[:HEAD]
    for magic, kind in MAGIC:
        if head.startswith(magic):
            return kind
    if _mark(head) or _unmarked_utf16(head):
        return None
    controls = len(head) - len(head.translate(None, CONTROL))
    return "binary data" if controls * 10 > len(head) else None


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    r"""Read bytes as text; never fails.

    Control characters stay in the text: the cleaner makes them harmless.

    Args:
        raw: the bytes of one file or record.
        declared: the charset that the file or its envelope names, however spelled.

    >>> decode(b"caf\xc3\xa9")
    Decoded(text='café', encoding='utf-8', flagged=None)
    >>> decode("Ставка".encode("cp1251"), declared="windows-1251").text
    'Ставка'
    """
    if encoding := _mark(raw) or _unmarked_utf16(raw):
        return _lenient(raw, encoding)
    named = _codec(declared)
    if named == "iso2022_jp" and (decoded := _strict(raw, named)):
        return decoded  # its bytes are all ASCII, so that UTF-8 would fit too
    if decoded := _strict(raw, "utf-8") or _of_halves(raw) or _nearly_utf8(raw):
        return decoded
    if named and (decoded := _strict(raw, named)):
        return decoded
    return _guess(raw)


def decode_beginning(raw: bytes, declared: str | None = None) -> Decoded:
    r"""Read the first bytes of a longer text, at whose end a character may be cut.

    It names an encoding that Python can read the rest in: CESU-8 is UTF-8 but for some signs.

    Args:
        raw: the bytes.
        declared: as for `decode`.

    >>> decode_beginning("une clé".encode()[:-1])
    Decoded(text='une cl', encoding='utf-8', flagged=None)
    """
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(raw)
    except UnicodeError:
        found = decode(raw, declared)
        return Decoded(found.text, "utf-8") if found.encoding == CESU else found
    return decode(raw[: len(text.encode())], declared)


def _mark(raw: bytes) -> str | None:
    """Name the encoding that a byte order mark states."""
    return next((encoding for mark, encoding in MARKS if raw.startswith(mark)), None)


def _unmarked_utf16(raw: bytes) -> str | None:
    """Recognise UTF-16 by its zero bytes: blanks and line ends have one, all on the same side."""
    head = raw[:HEAD]
    if len(raw) % 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    many, few = max(even, odd), min(even, odd)
    if many < 2 or many * 20 < len(head) // 2 or few * 10 > many:
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    return encoding if _strict(head, encoding) else None


def _codec(declared: str | None) -> str | None:
    """Give Python's name for a declared charset, as browsers understand it; None if unknown."""
    name = (declared or "").strip(" \t\"';").lower()
    try:
        name = codecs.lookup(name).name if name.isascii() and len(name) < 40 else ""
        "".encode(name)  # a codec such as base64 is none of text
    except (LookupError, ValueError):
        return None
    return ALIASES.get(name, name)


def _strict(raw: bytes, encoding: str) -> Decoded | None:
    """Decode without any error, or not at all."""
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeError:
        return None


def _of_halves(raw: bytes) -> Decoded | None:
    """Read CESU-8, which Java and old databases write.

    >>> _of_halves(bytes.fromhex("eda0bd edb882"))
    Decoded(text='😂', encoding='cesu-8', flagged=None)
    """
    if not HALVES.search(raw):
        return None
    found = _strict(HALVES.sub(_joined, raw), "utf-8")
    return Decoded(found.text, CESU) if found else None


def _joined(halves: re.Match[bytes]) -> bytes:
    pair = halves[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass")
    return pair.decode("utf-16").encode()


def _lenient(raw: bytes, encoding: str) -> Decoded:
    """Decode what a mark or its zero bytes say the encoding of, whatever does not fit."""
    if decoded := _strict(raw, encoding):
        return decoded
    if encoding.startswith("utf-8"):
        return _mended(raw.decode(encoding, "surrogateescape"), encoding)
    text = raw.decode(encoding, "replace")
    return Decoded(text, encoding, f"{_parts(text.count(BROKEN))} broken")


def _parts(count: int) -> str:
    return "1 part is" if count == 1 else f"{count} parts are"


def _nearly_utf8(raw: bytes) -> Decoded | None:
    """Read as UTF-8 what is that for the most part: a byte is broken, a line was pasted in.

    In other encodings two bytes or more fit nothing for each character that they spell by chance.
    """
    text = raw.decode("utf-8", "surrogateescape")
    wide = _many(text, ACCENTED) + _many(text, FURTHER)
    return _mended(text, "utf-8") if wide > _many(text, ODD) else None


def _many(text: str, kind: re.Pattern[str]) -> int:
    return sum(map(len, kind.findall(text)))


def _mended(text: str, encoding: str) -> Decoded:
    """Give a text in which some bytes are no UTF-8, as `surrogateescape` gives it."""
    odd = ODD.findall(text)
    first = text.count("\n", 0, text.index(odd[0])) + 1
    flagged = f"{_parts(len(odd))} no UTF-8 but cp1252 or broken, from line {first} on"
    return Decoded(with_odd_bytes_read(text), encoding, flagged)


def with_odd_bytes_read(text: str) -> str:
    """Read odd bytes as cp1252 in a Latin text, unless they are one of its characters, cut off.

    Args:
        text: what was read as UTF-8, with its odd bytes as `surrogateescape` gives them.
    """
    if _many(text, ACCENTED) < _many(text, FURTHER):
        return ODD.sub(BROKEN, text)
    begun = {sign.encode()[0] for sign in set(text) if ACCENTED.match(sign) or FURTHER.match(sign)}

    def read(odd: re.Match[str]) -> str:
        raw = odd[0].encode("utf-8", "surrogateescape")
        is_cut = len(raw) > 1 or raw < b"\xe0" or odd.end() == len(text)
        return BROKEN if raw[0] in begun and is_cut else raw.decode("cp1252", "replace")

    return ODD.sub(read, text)


def _guess(raw: bytes) -> Decoded:
    """Find the code page: cp1252 for a few accents, else what charset-normalizer says."""
    wide = len(raw) - len(raw.translate(None, bytes(range(128, 256))))
    latin = wide * LATIN_SHARE < len(raw)
    flagged = f"a guess from {wide} non-ASCII byte{'s' * (wide != 1)}" if wide < FIRM else None
    encoding = "cp1252" if latin and flagged else _likeliest(raw[:SAMPLE], latin)
    return Decoded(raw.decode(encoding, "replace"), encoding, flagged)


def _likeliest(sample: bytes, latin: bool) -> str:
    """Ask charset-normalizer which code page gives the text most like a language."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  heavy, and most files never need it

    pages = LATIN if latin else OTHER
    best = from_bytes(sample, cp_isolation=list(pages), preemptive_behaviour=False).best()
    return best.encoding if best else "cp1252"
