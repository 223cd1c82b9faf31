"""The script index: an inverted index in JavaScript files, of which a reader loads a few.

A page that was opened from disk may load scripts and nothing else, hence scripts. Articles are
indexed shard by shard, a folder each, so that a new one costs the indexing of its own shard; the
browser puts the shards together. Each script hands its content to `searchScript`
(`static/js/search-script.js`) under its own name, which is its address without the ending:

- `articles`: what a result shows of each article, and the first word of each file of words;
- `words-0` …: words in their order, each with the articles that hold it;
- `text-0` …: the texts of some neighbouring articles, from which excerpts are cut.

A word's articles are one string such as `5A3B`: article 5, in which it weighs A (one), then article
5 + 3, in which it weighs B. Numbers are in base 36; a word of the title weighs more.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from string import ascii_lowercase, digits
from typing import Any

import msgspec
import numpy as np
from msgspec import Struct

from newsarchive.artifacts import Artifact
from newsarchive.model import Article
from newsarchive.searching.articles import Passage, Searchable, passages_of, printable
from newsarchive.searching.words import joined_words_of, words_of

IN_TITLE = 6
"""What a word of the title weighs, in words of the text."""
MOST = 26
"""The most that a word can weigh: Z."""
TEXTS_IN_FILE = 8
FIGURES = digits + ascii_lowercase
WORDS_FILE = 60_000
"""Characters of words and articles after which a file of words is full."""


class Words(Struct, frozen=True, array_like=True):
    """What the index needs of an article's text, whatever the others are."""

    words: tuple[str, ...]
    """Each once."""
    weights: bytes
    """What each of them weighs."""
    length: int
    """All words, however often they come."""
    texts: bytes
    """The passages by their anchors, in JSON."""


def words_of_article(article: Article, title: str) -> Words:
    """Find what the index needs of an article, which the archive calls by a title."""
    return words_in(printable(title), passages_of(article))


def words_in(title: str, passages: Sequence[Passage]) -> Words:
    """Find what the index needs of an article."""
    text = "\n".join(passage.text for passage in passages)
    words = words_of(text)
    weights = Counter(words + joined_words_of(text))
    for word in words_of(title) + joined_words_of(title):
        weights[word] += IN_TITLE
    texts = msgspec.json.encode({passage.anchor: passage.text for passage in passages})
    weighed = bytes(min(weight, MOST) for weight in weights.values())
    return Words(tuple(weights), weighed, len(words), texts)


def script_index(
    folder: str, articles: Sequence[Searchable], words: Iterable[Words]
) -> Iterator[Artifact]:
    """Index the articles of a shard.

    Args:
        folder: the shard's, in the output folder.
        articles: in an order that newer articles leave as it is.
        words: of each of them.
    """
    postings = _Postings()
    texts = [postings.add(one) for one in words]
    files: dict[str, Any] = dict(_word_files(postings.encoded())) | _text_files(texts)
    parts = {name: _script(folder + name, content) for name, content in files.items()}
    version = sha256(b"".join(parts.values())).hexdigest()[:8]
    content = _catalogue(articles, postings.lengths, files) | {"version": version}
    parts["articles"] = _script(f"{folder}articles", content)
    for name, script in parts.items():
        yield Artifact(f"{folder}{name}.js", script)


def _script(name: str, content: object) -> bytes:
    return b'searchScript.receive("%s", %s);\n' % (name.encode(), msgspec.json.encode(content))


class _Postings:
    """Which articles hold which word, in columns of numbers."""

    def __init__(self) -> None:
        self.lengths: list[int] = []
        self._numbers: defaultdict[str, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__
        self._words, self._weights, self._counts = array("I"), bytearray(), array("I")

    def add(self, of_article: Words) -> bytes:
        """Add the next article's words; give its texts back."""
        self.lengths.append(of_article.length)
        self._counts.append(len(of_article.words))
        self._words.extend(map(self._numbers.__getitem__, of_article.words))
        self._weights += of_article.weights
        return of_article.texts

    def encoded(self) -> Mapping[str, str]:
        """Give the articles of each word as a string."""
        words = np.frombuffer(self._words, np.uint32).astype(np.int64)
        weights = np.frombuffer(self._weights, np.uint8)
        order = np.argsort(words, kind="stable")
        articles = np.repeat(np.arange(len(self._counts)), self._counts)[order]
        starts = np.flatnonzero(np.diff(words[order], prepend=-1))
        steps = np.diff(articles, prepend=0)
        steps[starts] = articles[starts]
        kinds, places = np.unique(steps * 32 + weights[order], return_inverse=True)
        spelled = [_base_36(kind // 32) + chr(ord("A") + kind % 32 - 1) for kind in kinds.tolist()]
        pieces = np.array(spelled, object)[places].tolist()
        bounds = [*starts.tolist(), len(pieces)]
        return {
            word: "".join(pieces[bounds[number] : bounds[number + 1]])
            for word, number in self._numbers.items()
        }


def _word_files(postings: Mapping[str, str]) -> Iterator[tuple[str, Mapping[str, str]]]:
    words: dict[str, str] = {}
    size = number = 0
    for word in sorted(postings, key=lambda word: word.encode("utf-16-be")):
        words[word] = postings[word]
        size += len(word) + len(words[word]) + 6
        if size >= WORDS_FILE:
            yield f"words-{number}", words
            words, size, number = {}, 0, number + 1
    if words:
        yield f"words-{number}", words


def _base_36(number: int) -> str:
    """Write a number in base 36, as JavaScript's `parseInt` reads it.

    >>> _base_36(0), _base_36(50)
    ('0', '1e')
    """
    figures = ""
    while number >= 36:
        number, rest = divmod(number, 36)
        figures = FIGURES[rest] + figures
    return FIGURES[number] + figures


def _text_files(texts: Sequence[bytes]) -> dict[str, Sequence[msgspec.Raw]]:
    return {
        f"text-{i}": [msgspec.Raw(text) for text in texts[start : start + TEXTS_IN_FILE]]
        for i, start in enumerate(range(0, len(texts), TEXTS_IN_FILE))
    }


def _catalogue(
    articles: Sequence[Searchable], lengths: Sequence[int], files: Mapping[str, Any]
) -> dict[str, Any]:
    sources = _numbered(article.source for article in articles)
    topics = _numbered(topic for article in articles for topic in article.topics)
    names = _numbered(name for article in articles for name in article.names)
    return {
        "textsInFile": TEXTS_IN_FILE,
        "firstWords": [next(iter(files[name])) for name in files if name.startswith("words-")],
        "sources": list(sources),
        "topics": list(topics),
        "names": list(names),
        "lengths": lengths,
        "articles": [
            (
                article.url,
                article.title,
                sources[article.source],
                [topics[topic] for topic in article.topics],
                [names[name] for name in article.names],
                article.year,
                article.date,
                article.language,
                article.direction,
            )
            for article in articles
        ],
    }


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(names))}
