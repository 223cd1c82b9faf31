"""TEI, in which libraries edit old papers: what its source says is the article's, not its edition.

    <fileDesc><titleStmt><title>Bridge to close</title></titleStmt>
      <publicationStmt><publisher>Port Library</publisher><date>2019</date></publicationStmt>
      <sourceDesc><bibl><title level="j">The Courier</title><date when="1921-07-19"/></bibl>
      </sourceDesc></fileDesc>

A text that was born as TEI names no source, and what stands of its publication holds for it.
https://tei-c.org/release/doc/tei-p5-doc/en/html/HD.html.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from newsarchive.loading.xml.elements import Found

ROOTS = ("tei", "tei.2")
"""What the outermost element is called, in small letters."""
EDITION = ("publicationStmt", "editionStmt", "seriesStmt", "revisionDesc", "encodingDesc")
SOURCE, OF_WORK = "sourceDesc", ("bibl", "biblStruct", "biblFull")
OF_TEXT = ("head", "byline", "dateline", "docAuthor", "docDate", "front", "body", "back")
"""Elements of the text that may state something; a day or a name amid it does not."""
LARGER = ("j", "m", "s")
"""The levels of titles that are those of a paper, a book or a series."""


def of_the_article(found: Sequence[Found]) -> Iterator[Found]:
    """Yield the elements of a text that are about the article, called as columns are.

    Args:
        found: all of one record.
    """
    sourced = any(SOURCE in path and path[-1] in OF_WORK for path in map(_path, found))
    for one in found:
        path = _path(one)
        of_source = SOURCE in path
        if not of_source and _is_of_edition(path, sourced=sourced):
            continue
        if path[0] == "text" and len(path) > 1 and path[-1] not in OF_TEXT:
            continue
        if path[-1] == "title" and one.attributes.get("level") in LARGER:
            yield replace(one, path="publication")
        elif path[-1] == "idno" and one.text.strip().startswith("http"):
            yield replace(one, path="url")
        else:
            yield replace(one, text=one.attributes.get("when", one.text))


def _path(one: Found) -> list[str]:
    return [name.rpartition(":")[2] for name in one.path.split("/")]


def _is_of_edition(path: Sequence[str], *, sourced: bool) -> bool:
    """Tell whether something is said of the edition; of its publication only beside a source."""
    return any(name in path for name in (EDITION if sourced else EDITION[1:]))
