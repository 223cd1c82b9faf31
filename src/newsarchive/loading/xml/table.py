"""XML of any making, and SGML that is close to it: a table of articles, an element a record.

    <DOC id="PORT19980601.0001">           <RECORD>
      <HEADLINE>Bridge to close</HEADLINE>   <TitleAtt><Title>Bridge to close</Title></TitleAtt>
      <TEXT><P>The bridge …</P></TEXT>       <TextInfo><Text>The bridge …</Text></TextInfo>
    </DOC>                                 </RECORD>

The record is the element that holds one called as texts are, and one called as titles are if there
is such; what else it holds is a column by its name, as in other tables.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from newsarchive.loading.opened import Opened, too_large
from newsarchive.loading.tables.rows import WHOLE_TABLE, HasText, RecordPlace, Row
from newsarchive.loading.xml import tei
from newsarchive.loading.xml.elements import DEFINES, Found, elements, own_entities
from newsarchive.loading.xml.file import characters, encoding_of, root_of
from newsarchive.loading.xml.pieces import cut
from newsarchive.model import Problem
from newsarchive.settings.columns import KNOWN, column_key, usual_keys

SAMPLE = 2**20
"""Bytes of a file in which its first record ends."""
TRIED = 3
"""Records at the beginning that may be the first one that is whole."""
LEVELS = 6
"""Elements around a text, at most."""
PARTED = ("leadparagraph", "tailparagraphs")
"""What a text is called that stands in two elements."""
CONTENT = ("datacontent", "inlinexml", "main")
"""What elements are called that hold a text, but no columns: those of NewsML, and Trafilatura's."""
TITLES = usual_keys("title")
PARTS = frozenset("sec section sect1 sect2 chapter fig figure table_wrap table box sidebar".split())
"""What parts of a text are called, whose titles are not the article's."""
DAY = ("year", "month", "day")
PAGES = usual_keys("html")
TEXTS = usual_keys("text")
FIELDS = usual_keys(*KNOWN)
OF_ARTICLE = usual_keys("title", "source", "date", "authors")
IDS = ("id", "docid", "docno")
DATED = re.compile(r"[A-Z]{2,4}_?(?:[A-Z]{3}_)?((?:19|20)\d{6})[._-]\d{4}\b")
"""A text's id in the corpora of linguists, which names its agency, its day and its number."""
LISTS = frozenset("collection corpus data dump export list records results root".split())
"""What elements around all records are called; others by the plural of what a record is."""
ADDRESSES = ("urlset", "sitemapindex", "opml")
"""What the outermost element is called of lists of pages, and of feeds."""
PARAGRAPH = re.compile(
    r"</?(?:\w+:)?(?:p|para|paragraph|head|byline|dateline|item|row|lg|l|note|signed|trailer)\b[^>]*>",
    re.IGNORECASE,
)
BREAK = re.compile(r"<(?:\w+:)?(?:lb|cb|pb|br|cell|address|addrLine)\b[^>]*>", re.IGNORECASE)
WITHIN_WORD = re.compile(r"<(?:\w+:)?[lcp]b\b[^>]*\bbreak=[\"']no[\"'][^>]*>")
"""A line's end in TEI that parts no words."""
TAG = re.compile(r"<[^<>]*>")
ATTRIBUTE = re.compile(r"([\w:.-]{1,40})\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def rows_of_xml(opened: Opened, has_text: HasText) -> Iterator[Row]:
    """Yield each record's place, bytes and columns.

    Args:
        opened: the file.
        has_text: tells by their names whether one of some elements may hold a text.
    """
    sample = opened.stream.read(SAMPLE)
    encoding = encoding_of(sample)
    head = sample.decode(encoding, "replace").lstrip("\ufeff")
    opened.stream.seek(0)
    if DEFINES in head:
        yield WHOLE_TABLE, b"", own_entities(opened.name)
    elif name := _record_in(head, has_text):
        pieces = cut(characters(opened.stream, encoding), [re.escape(name)], opened.limits.bytes)
        next(pieces, "")  # what stands above the first record
        for number, xml in enumerate(pieces, 1):
            yield _row(opened, number, xml, is_tei=name.lower() in tei.ROOTS)
    else:
        root = root_of(head)
        what = f"its outermost element is <{root}>, and none in it is called as a text is"
        remedy = "Say which holds the text: `columns: {text: NAME}` in site.yaml"
        if root in ADDRESSES:
            what, remedy = f"it lists addresses (<{root}>)", "Save the pages, and put those in"
        yield WHOLE_TABLE, b"", Problem(opened.name, what, remedy)


def _record_in(head: str, has_text: HasText) -> str:
    """Name the element that is a record, by the first one that has a text; nothing if none has."""
    for start in _starts(head):
        found = elements(f"<all>{head[start:]}", levels=LEVELS + 1, whole=False)
        texts = (one for one in found if one.text.strip() and _is_text(one, has_text))
        if first := next(texts, None):
            return _record_around(first.path.split("/")[:-1], found)
    return ""


def _starts(head: str) -> Iterator[int]:
    """Give where the outermost element begins; of a file of many some more: one may be broken."""
    root = root_of(head)
    if root:
        found = re.finditer(rf"<(?:[\w.-]+:)?{re.escape(root)}(?=[\s>])", head, re.IGNORECASE)
        yield from (match.start() for match in islice(found, TRIED))


def _record_around(above: Sequence[str], found: Sequence[Found]) -> str:
    """Name the element that is a record, of those around a text.

    It is the innermost that holds a title too; but where each of its kind stands alone in an
    element which says more of it, as `<REUTERS><DATE>…<TEXT><TITLE>…<BODY>`, that element.
    """
    paths = Counter(one.path for one in found)
    titled = [one.path.split("/") for one in found if _last(one) in TITLES]
    holding = (n for n in range(len(above), 0, -1) if any(path[:n] == above[:n] for path in titled))
    depth = next(holding, len(above))
    for outer in range(depth - 1, 0, -1):
        if not _stands_alone(above[:depth], above[:outer], paths):
            break
        if _says_more(above[:depth], above[:outer], paths):
            depth = outer
    return above[depth - 1] if above else ""


def _stands_alone(inner: Sequence[str], outer: Sequence[str], paths: Counter[str]) -> bool:
    """Whether each element of a kind is the only one in another, which is no list of such."""
    name, around = inner[-1].lower(), outer[-1].lower()
    is_list = around in LISTS or around.startswith(name[:-1])
    return not is_list and paths["/".join(inner)] == paths["/".join(outer)]


def _says_more(inner: Sequence[str], outer: Sequence[str], paths: Iterable[str]) -> bool:
    """Whether something of an article stands in an element, and not in another within it."""
    within, around = "/".join(inner), "/".join(outer)
    beside = (
        path
        for path in paths
        if path.startswith(f"{around}/") and path != within and not path.startswith(f"{within}/")
    )
    return any(_named(path) in OF_ARTICLE for path in beside)


def _is_text(one: Found, has_text: HasText) -> bool:
    return has_text([_last(one)]) or _last(one) in (*PARTED, *CONTENT)


def _last(one: Found) -> str:
    return _named(one.path)


def _named(path: str) -> str:
    """Give the name of an element without those around it and its prefix."""
    return column_key(path.rpartition("/")[2].rpartition(":")[2])


def _last_two(one: Found) -> str:
    return column_key(".".join(name.rpartition(":")[2] for name in one.path.split("/")[-2:]))


def _row(opened: Opened, number: int, xml: str, *, is_tei: bool) -> Row:
    place = RecordPlace(number, None)
    if len(xml) > opened.limits.bytes:
        return place, b"", too_large(opened, f"record {number} is")
    try:
        found = elements(xml, levels=LEVELS)
        found = list(tei.of_the_article(found)) if is_tei else found
    except ValueError as error:
        what = f"record {number} is lost: {error}"
        return place, b"", Problem(opened.name, what, "Mend it, or save its text as .txt")
    return place, xml.encode("utf-8", "replace"), _columns(xml, found)


def _columns(xml: str, found: Sequence[Found]) -> dict[str, str | list[str]]:
    """Give what a record holds by its elements' names, and by its own attributes'."""
    columns: dict[str, list[str]] = {}
    figures: dict[str, dict[str, str]] = {}
    for one in _without_wrappers(found):
        above, name = list(map(_named, one.path.split("/")[:-1])), _last(one)
        if not PAGES.isdisjoint(above) or (name in TITLES and not PARTS.isdisjoint(above)):
            continue
        value = _day(figures.pop(one.path, {}), one.text) or _value(one)
        if name in DAY:
            figures.setdefault(one.path.rpartition("/")[0], {})[name] = value
        for column in dict.fromkeys((name, _last_two(one))):
            columns.setdefault(column, []).extend([value] if value else [])
    opening = TAG.match(xml.lstrip())
    for name, double, single in ATTRIBUTE.findall(opening[0] if opening else ""):
        columns.setdefault(column_key(name), []).append(double or single)
    ids = (DATED.match(said) for name in IDS for said in columns.get(name, ()))
    if dated := next(filter(None, ids), None):
        columns["day_in_id"] = [dated[1]]
    if parts := [text for name in PARTED for text in columns.pop(name, [])]:
        columns.setdefault("text", ["\n\n".join(parts)])
    for name in CONTENT:
        if name in columns:
            columns.setdefault("text", columns.pop(name))
    return {name: texts[0] if len(texts) == 1 else texts for name, texts in columns.items()}


def _without_wrappers(found: Sequence[Found]) -> Iterator[Found]:
    """Yield the elements, but for those called as texts are that only hold fields and a text.

    Reuters put a title, a dateline and a `<BODY>` into its `<TEXT>`.
    """
    inner: dict[str, list[Found]] = {}
    for one in found:
        inner.setdefault(one.path.rpartition("/")[0], []).append(one)
    for one in found:
        parts = inner.get(one.path, []) if _last(one) in TEXTS else []
        names = {_last(part) for part in parts}
        holds_text = not TEXTS.isdisjoint(names) and names <= FIELDS
        if not (holds_text and sum(map(_letters, parts)) == _letters(one)):
            yield one


def _letters(one: Found) -> int:
    """Count letters and figures, without what else stands between elements."""
    return sum(map(str.isalnum, one.text))


def _day(figures: Mapping[str, str], text: str) -> str:
    """Spell a day, a month or a year whose parts stand in elements of their own; or nothing.

    Args:
        figures: the parts.
        text: all that the element around them says.

    >>> _day({"day": "9", "month": "7", "year": "2021"}, "9 7 2021")
    '2021-07-09'
    >>> _day({"year": "2021"}, "In 2021")
    ''
    """
    said = [figures[part] for part in DAY if figures.get(part)]
    if len("".join(said)) != len("".join(text.split())):
        return ""
    if all(map(str.isdecimal, said)):
        return "-".join(part.zfill(2) for part in said)
    return " ".join(reversed(said))


def _value(one: Found) -> str:
    """Give what an element holds: HTML as it is, of another with paragraphs their text."""
    if one.markup and _last(one) in PAGES:
        return one.markup
    is_parted = PARAGRAPH.search(one.markup) or BREAK.search(one.markup)
    return _paragraphs(one.markup) if is_parted else one.text.strip()


def _paragraphs(markup: str) -> str:
    """Give the text of paragraphs, a blank line between two."""
    from html import unescape  # noqa: PLC0415  few texts have any

    lines = BREAK.sub(" ", WITHIN_WORD.sub("", markup))
    parts = (unescape(TAG.sub("", part)) for part in PARAGRAPH.split(lines))
    return "\n\n".join(" ".join(part.split()) for part in parts if part.strip())
