"""The two passes over files, a shard at a time and in any process.

The first counts their lines, the second reads them with what is known of those of all files.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.archive.entries import Entry, entry_of, texts_in
from newsarchive.archive.sketches import sketch_of
from newsarchive.cleaning.profiles import Profile
from newsarchive.cleaning.repetition import SharedLines, fingerprints_of
from newsarchive.cleaning.wrapping import lines_of
from newsarchive.incremental.deferred import digest
from newsarchive.incremental.tables import encoded
from newsarchive.model import Article, Document, Problem
from newsarchive.naming import with_names
from newsarchive.readings.doubts import doubts_about
from newsarchive.readings.guarded import load_in_time, read_among
from newsarchive.readings.inputs import SeenInput, at_hand, content_of
from newsarchive.readings.records import NO_LINES, Lines
from newsarchive.readings.sharing import Taught, shared_among
from newsarchive.rights import excerpt_of


class Manner(Struct, frozen=True):
    """How files are read: all that a reading depends on beside the files themselves."""

    profiles: tuple[Profile, ...] = ()
    excerpt: int = 0
    """Words of each article that are published; 0 for all."""
    names: bool = True
    """Whether the people, places and organisations are found that they name."""
    folder: str = "articles"
    """What their folder is called; problems and evidence name files with it."""


class ReadArticle(Struct, frozen=True):
    """An article, and what the store keeps beside it."""

    article: bytes
    """An `Article`, encoded."""
    summary: bytes
    """Its `Summary`, encoded."""
    names: bytes
    """Its names, encoded."""
    entry: Entry
    title: str
    sketch: bytes


class Read(Struct, frozen=True):
    """What reading a file gave, as one process hands it to another."""

    key: str
    content: bytes
    """SHA-256 of the file and of its correction; empty where the system refused one of them."""
    problems: tuple[Problem, ...]
    articles: tuple[ReadArticle, ...]


def learn_shard(shard: Sequence[tuple[SeenInput, bytes]]) -> list[Lines | None]:
    """Take the lines of some files; None for those whose content is still the one given with it."""
    with at_hand([file for file, _ in shard]) as files:
        return [
            None if (content := content_of(file)) == before else _lines_of(file, content)
            for file, (_, before) in zip(files, shard, strict=True)
        ]


def not_learned(_: tuple[SeenInput, bytes], _why: str) -> Lines | None:
    """Give no lines for a file that ends the process which opens it: reading it tells the user."""
    return NO_LINES


def read_shard(shard: Sequence[Taught], manner: Manner) -> list[Read]:
    """Read some files."""
    with at_hand([taught.file for taught in shard]) as files:
        return _read_files(files, shared_among(shard), manner)


def not_read(taught: Taught, why: str) -> Read:
    """Give a problem in place of articles for a file that ends the process which reads it."""
    remedy = "Tell newsarchive's makers, with the file"
    problem = Problem(taught.file.name, f"reading it ended the process ({why})", remedy)
    return Read(taught.file.key, taught.content, (problem,), ())


def _read_files(files: Sequence[SeenInput], shared: SharedLines, manner: Manner) -> list[Read]:
    contents = [content_of(file) for file in files]
    loaded = [load_in_time(file) for file in files]
    documents = [item for items in loaded for item in items if isinstance(item, Document)]
    told = iter(read_among(documents, manner.profiles, shared, files[0].limits.seconds))
    return [
        _read_file(
            file,
            _known_for_sure(content, items),
            [next(told) if isinstance(i, Document) else i for i in items],
            manner,
        )
        for file, content, items in zip(files, contents, loaded, strict=True)
    ]


def _read_file(
    file: SeenInput, content: bytes, items: Sequence[Article | Problem], manner: Manner
) -> Read:
    articles = [item for item in items if isinstance(item, Article)]
    told = (item for item in items if isinstance(item, Problem))
    problems = (*told, *doubts_about(articles))
    return Read(file.key, content, problems, tuple(_encoded(one, manner) for one in articles))


def _encoded(article: Article, manner: Manner) -> ReadArticle:
    article = with_names(article) if manner.names else article
    article = excerpt_of(article, manner.excerpt)
    content, entry = encoded(article), entry_of(article)
    made = digest(content)
    return ReadArticle(
        article=content,
        summary=encoded(replace(entry.summary, made=made)),
        names=encoded(article.names),
        entry=replace(entry, digest=made, own_summary=None),
        title=entry.title,
        sketch=sketch_of(texts_in(article)),
    )


def _lines_of(file: SeenInput, content: bytes) -> Lines:
    loaded = load_in_time(file)
    documents = (item for item in loaded if isinstance(item, Document))
    prints = [fingerprints_of(lines_of(document)) for document in documents]
    known = _known_for_sure(content, loaded)
    return Lines(known, len(prints), b"".join(one.tobytes() for one in prints))


def _known_for_sure(content: bytes, loaded: Sequence[Document | Problem]) -> bytes:
    """Give a file's content; nothing where the system did not let it be read."""
    refused = any(isinstance(item, Problem) and item.again for item in loaded)
    return b"" if refused else content
