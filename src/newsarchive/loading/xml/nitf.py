"""NITF, in which agencies and papers keep a story, and Reuters's `newsitem`, which is like it.

https://iptc.org/standards/nitf/. Corpora that researchers are given stand in these forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from newsarchive.loading.decoding import Decoded
from newsarchive.loading.opened import Opened, doubts, read_text
from newsarchive.loading.webpages.fragment import fragment_document, paragraphs, visible
from newsarchive.loading.webpages.metadata import READ
from newsarchive.loading.xml.elements import DEFINES, Found, elements, own_entities
from newsarchive.loading.xml.file import DECLARED
from newsarchive.model import Document, Problem, Statement

LEVELS = 4
TEXTS = ("body/body.content/block", "body/body.content", "text")
FULL = "full_text"
"""The class of the block that holds all; another has the first paragraphs once more."""


class Selector(Struct, frozen=True):
    """Selects the element or the attribute in which a value stands."""

    path: str
    attribute: str = ""
    """In which attribute; in the element itself where none is named."""
    named: str = ""
    """What the element must be called by its own attribute."""

    @property
    def called(self) -> str:
        """What readers are told."""
        element = self.path.rpartition("/")[2]
        return f"{element} {self.named or self.attribute}".strip()


FIELDS = {  # field → where it stands, best first
    "title": (
        Selector("body/body.head/hedline/hl1"),
        Selector("body/body.head/hedline"),
        Selector("headline"),
        Selector("head/title"),
        Selector("title"),
    ),
    "date": (
        Selector("head/pubdata", "date.publication"),
        Selector("head/docdata/date.issue", "norm"),
        Selector("body/body.head/dateline/story.date", "norm"),
        Selector("metadata/dc", "value", "dc.date.published"),
        Selector("metadata/dc", "value", "dc.date.created"),
    ),
    "source": (
        Selector("head/pubdata", "name"),
        Selector("body/body.head/distributor"),
        Selector("metadata/dc", "value", "dc.publisher"),
        Selector("head/docdata/doc.copyright", "holder"),
    ),
    "authors": (
        Selector("body/body.head/byline/person"),
        Selector("body/body.head/byline"),
        Selector("byline"),
    ),
    "section": (
        Selector("head/meta", "content", "online_sections"),
        Selector("head/pubdata", "position.section"),
    ),
    "dateline": (Selector("body/body.head/dateline/location"),),
    "url": (Selector("head/pubdata", "ex-ref"),),
}
NAMES = ("name", "element")
"""The attributes by which `meta` and `dc` are called something."""
IDENTITY = (Selector("head/docdata/doc-id", "id-string"),)
TAGS = {"hl2": "h2", "media": "figure", "media-caption": "figcaption"}
"""Elements and what HTML has for them; a paragraph is one in both."""
TAG = re.compile(r"(?<=<)(/?)(hl2|media|media-caption)(?=[\s/>])")
MAX_VALUE = 1_000  # characters
BEFORE = "\ufeff \t\r\n"


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the story as one document."""
    text = read_text(opened, _declared)
    if isinstance(text, Problem):
        yield text
        return
    yield from doubts(opened.name, text.decoded)
    xml = text.decoded.text.lstrip(BEFORE)
    if DEFINES in xml:
        yield own_entities(opened.name)
        return
    found = elements(xml, levels=LEVELS)
    content = _content(found)
    if not visible(content).strip():
        yield Problem(opened.name, "the story has no text", "Take it out")
        return
    record = next((said for said, _ in _said(found, IDENTITY)), None)
    stated = tuple(_statements(found))
    decoded = Decoded(content, text.decoded.encoding)
    yield fragment_document(opened.name, text.sha256, decoded, record, stated, opened.limits)


def _declared(raw: bytes) -> str | None:
    found = DECLARED.search(raw[:1_024])
    return found[1].decode() if found else None


def _content(found: Sequence[Found]) -> str:
    """Give a story's text as HTML."""
    for path in TEXTS:
        texts = [one for one in found if one.path == path]
        if texts:
            whole = [one for one in texts if one.attributes.get("class") == FULL] or texts
            markup = "\n".join(one.markup or paragraphs(one.text) for one in whole)
            return TAG.sub(lambda tag: tag[1] + TAGS[tag[2]], markup)
    return ""


def _statements(found: Sequence[Found]) -> Iterator[Statement]:
    """Yield what the elements around the text state."""
    for field, selectors in FIELDS.items():
        text, where = next(_said(found, selectors), ("", ""))
        parts = text.split(";") if field == "section" else [text]
        for part in parts:
            for value in READ.get(field, _itself)(part.strip()):
                if value:
                    yield Statement(field, value, "story-element", text, where=where)


def _itself(text: str) -> list[str]:
    return [text]


def _said(found: Sequence[Found], selectors: Sequence[Selector]) -> Iterator[tuple[str, str]]:
    """Yield what selectors find, and how each element is called."""
    for selector in selectors:
        for one in found:
            called = [one.attributes.get(name) for name in NAMES]
            if one.path == selector.path and (not selector.named or selector.named in called):
                attribute = selector.attribute
                text = one.attributes.get(attribute, "") if attribute else one.text
                if words := " ".join(text.split()):
                    yield words[:MAX_VALUE], selector.called
