"""A saved page's tree to its visible text: a line a block, and where in the tree each line stood.

A row of a table of data is one line, its cells parted by tabs, as browsers copy it.

Where a line stands is kept as its path, spelled like a CSS selector, because it is what a page's
makers say about a line: `main > article > div.story-body[itemprop=articleBody] > p`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarchive.loading.webpages.grids import CELLS, PARTS, Grid, is_of_data
from newsarchive.model import Element
from newsarchive.spelling.superscripts import raised

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp"
    " rt ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
SEPARATOR = " > "
"""What stands between two elements of a path."""
SCRIPT = "script"
"""The outermost element of a line that the page does not show."""
LEAVES = frozenset("dd dt figcaption h1 h2 h3 h4 h5 h6 li p pre td th tr".split())
CAPTIONS = frozenset(("caption", "figcaption"))
UNSEEN = frozenset(  # what a browser does not show as text of the page
    "audio canvas datalist embed head iframe link math meta noembed noframes noscript object param"
    " script select source style svg template textarea title track video".split()
)
TOLD = ("role", "itemprop", "data-testid")  # attributes that say what an element is for
MAX_STEPS = 60  # elements from the body down that a path names: real pages stay below 40
MAX_WORDS = 100  # characters of an element's classes that are kept: utility classes fill pages
CONCEALING = frozenset("hidden is-hidden d-none hide visually-hidden sr-only".split())
SHOWN_WIDE = re.compile(r":(?:block|flex|grid|inline|table|contents)")  # hidden on telephones only
TEXT, BREAK = "-text", "br"
CELL = "\x1f"
"""What stands between two cells of a row while it is read: white space is one blank."""
QUOTATION_MARKS = tuple("“\"„”«»‹‘‚'’「『")
VISIBLE = re.compile(r"[^\s\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class OpenElement:
    """An element on the way down to the text that is being read."""

    __slots__ = (
        "_children",
        "block",
        "counts",
        "depth",
        "grid",
        "hidden",
        "is_block",
        "known",
        "link",
        "opens",
        "parent",
        "pre",
        "raised",
        "step",
    )

    def __init__(self, node: LexborNode, parent: OpenElement | None, *, whole_rows: bool) -> None:
        tag = node.tag or ""
        attributes = node.attributes
        self.parent = parent
        self.depth: int = parent.depth + 1 if parent else 0
        self.step = _step(tag, attributes)
        if parent and tag not in INLINE and tag not in LEAVES:
            self.step += parent.ordinal(self.step)
        elif parent and tag == "li" and parent.counts:
            self.step += parent.ordinal(tag)
        self.grid: Grid | None = parent.grid if parent else None
        self.is_block = tag not in INLINE
        # In a table of data cells, and the blocks in them, are parts of a line.
        self.opens = self.is_block and (self.grid is None or tag in PARTS)
        self.block: str = tag if self.opens or parent is None else parent.block
        self.link: bool = tag == "a" or bool(parent and parent.link)
        self.raised: bool = tag == "sup" or bool(parent and parent.raised)
        self.pre: bool = (self.opens and tag == "pre") or bool(parent and parent.pre)
        self.hidden: bool = _hidden(attributes) or bool(parent and parent.hidden)
        self.counts: bool = tag == "ol"
        self.known: str | None = None
        self._children: dict[str, int] = {}
        if tag == "tr" and self.grid:
            self.grid.begin_row()
        elif tag == "table" and whole_rows and is_of_data(node):
            self.grid = Grid()

    def ordinal(self, step: str) -> str:
        """Tell a child from its like: `:2` for the second of the same spelling."""
        count = self._children.get(step, 0) + 1
        self._children[step] = count
        return f":{count}" if count > 1 else ""

    @property
    def path(self) -> str:
        """The outermost steps from the body down, as a CSS selector."""
        outer = self
        while outer.depth > MAX_STEPS and outer.parent:
            outer = outer.parent
        if outer.known is None:
            outer.known = (
                f"{outer.parent.path}{SEPARATOR}{outer.step}" if outer.parent else outer.step
            )
        return outer.known


def _step(tag: str, attributes: dict[str, str | None]) -> str:
    """Spell an element as a CSS selector does."""
    if not attributes:
        return tag
    name = "".join((attributes.get("id") or "").split())
    classes = (attributes.get("class") or "")[:MAX_WORDS].split()
    told = "".join(
        f"[{key}={''.join(value.split())[:40]}]" for key in TOLD if (value := attributes.get(key))
    )
    counts = _counts(attributes) if tag == "ol" else ""
    return f"{tag}{'#' * bool(name)}{name[:40]}{''.join(f'.{c}' for c in classes)}{told}{counts}"


def _counts(attributes: dict[str, str | None]) -> str:
    """Tell how a list is numbered, if not from 1 on."""
    start = (attributes.get("start") or "").strip()[:9]
    from_there = f"[start={start}]" if start.isascii() and start.isdigit() else ""
    return "[reversed]" if "reversed" in attributes else from_there


def _hidden(attributes: dict[str, str | None]) -> bool:
    """Tell whether an element's own attributes, or what its class is called, hide it."""
    if not attributes:
        return False
    classes = attributes.get("class") or ""
    if not CONCEALING.isdisjoint(classes.split()) and not SHOWN_WIDE.search(classes):
        return True
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "hidden" in attributes or "display:none" in style


def common(one: OpenElement, other: OpenElement) -> OpenElement:
    """Give the deepest element that holds both."""
    while one is not other:
        if one.depth >= other.depth and one.parent:
            one = one.parent
        elif other.parent:
            other = other.parent
        else:
            break
    return one


class Line(Struct, frozen=True):
    """One line of the visible text and the element it came from."""

    text: str
    element: Element


class _Lines:
    """The lines read so far and the one that is being read."""

    def __init__(self) -> None:
        self.done: list[Line] = []
        self._parts: list[str] = []
        self._linked = 0
        self._inside: OpenElement | None = None

    def add(self, text: str, inside: OpenElement) -> None:
        """Go on with the line."""
        if inside.pre and "\n" in text:
            for part in text.split("\n"):
                self._add(part, inside)
                self.end()
        else:
            self._add(text, inside)

    def _add(self, text: str, inside: OpenElement) -> None:
        self._parts.append(text)
        if not VISIBLE.search(text):
            return
        self._inside = common(self._inside, inside) if self._inside else inside
        if inside.link:
            self._linked += len("".join(text.split()))

    def part(self, mark: str) -> None:
        """Go on with the line behind a tab or a blank."""
        self._parts.append(mark)

    def end(self) -> None:
        """End the line, if there is one."""
        if self._inside:
            text = "".join(self._parts)
            if self._inside.grid:
                cells = [BREAKS.sub(" ", cell).strip() for cell in text.split(CELL)]
                text = "\t".join(cells).rstrip()
            else:
                text = BREAKS.sub(" ", text).strip()
            if VISIBLE.search(text):
                self.done.append(Line(text, self._element(text, self._inside)))
        self._parts, self._linked, self._inside = [], 0, None

    def _element(self, text: str, inside: OpenElement) -> Element:
        letters = len("".join(text.split()))
        return Element(
            tag=inside.block,
            path=inside.path,
            links=round(min(self._linked / letters, 1.0), 2),
            hidden=inside.hidden,
        )


def lines(parsed: LexborHTMLParser, *, whole_rows: bool = True) -> list[Line]:
    """Read the visible text of a page, top to bottom.

    Elements that are hidden by their own attributes are read too, and marked: scripts unhide text.

    Args:
        parsed: the page.
        whole_rows: whether a row of a table of data is one line, or each of its cells.
    """
    found = _Lines()
    _quote(parsed)
    if parsed.body is not None:
        for node, inside in _walk(parsed.body, whole_rows=whole_rows):
            if node and node.tag == TEXT:
                text = node.text_content or ""
                found.add(raised(text) if inside.raised else text, inside)
            elif inside.opens or inside.grid is None:
                found.end()
            elif node and node.tag in CELLS:
                found.part(CELL * inside.grid.place(node))
            else:
                found.part(" ")
    found.end()
    return found.done


def _quote(parsed: LexborHTMLParser) -> None:
    """Put the marks around quotations that a browser does, where a page has none of its own."""
    for quoted in parsed.css("q"):
        first = quoted.child
        words = (first.text_content or "").lstrip() if first and first.tag == TEXT else ""
        if not words.startswith(QUOTATION_MARKS):
            quoted.insert_before("“")
            quoted.insert_after("”")


def _walk(body: LexborNode, *, whole_rows: bool) -> Iterator[tuple[LexborNode | None, OpenElement]]:
    """Yield text nodes, line breaks and cells, each with what it is in; None where blocks meet."""
    root = OpenElement(body, None, whole_rows=whole_rows)
    waiting: list[tuple[LexborNode | None, OpenElement]] = [(body.child, root)]
    while waiting:  # not recursive: pages nest as deep as they like
        node, inside = waiting.pop()
        if node is None:  # the last child of `inside` is behind us
            if inside.is_block:
                yield None, inside
            continue
        waiting.append((node.next, inside))
        tag = node.tag or ""
        if tag in (TEXT, BREAK):
            yield node, inside
        elif not tag.startswith(("-", "!")) and tag not in UNSEEN:
            inner = OpenElement(node, inside, whole_rows=whole_rows)
            if inner.is_block:
                yield node if inner.grid and tag in CELLS else None, inner
            waiting.append((node.child, inner))
