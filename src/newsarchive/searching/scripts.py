"""The script index: an inverted index in JavaScript files, of which a reader loads a few.

A page that was opened from disk may load scripts and nothing else, hence scripts. Each hands its
content to `searchScript` (`static/js/search-script.js`) under its own name:

- `articles`: what a result shows of each article, and the first word of each file of words;
- `words-0` …: words in their order, each with the articles that hold it;
- `text-0` …: the texts of some neighbouring articles, from which excerpts are cut.

A word's articles are one string such as `5A3B`: article 5, in which it weighs A (one), then article
5 + 3, in which it weighs B. Numbers are in base 36; a word of the title weighs more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from string import ascii_lowercase, digits
from typing import Any

import msgspec

from newsarchive.artifacts import Artifact
from newsarchive.pages import routes
from newsarchive.searching.articles import Searchable
from newsarchive.searching.words import words_of

IN_TITLE = 6
"""What a word of the title weighs, in words of the text."""
MOST = 26
"""The most that a word can weigh: Z."""
TEXTS_IN_FILE = 8
FIGURES = digits + ascii_lowercase
WORDS_FILE = 60_000
"""Characters of words and articles after which a file of words is full."""

Postings = dict[str, list[tuple[int, int]]]
"""Word → the articles that hold it, by number, with its weight in each."""


def script_index(articles: Sequence[Searchable]) -> Iterator[Artifact]:
    """Index articles.

    Args:
        articles: in an order that newer articles leave as it is.
    """
    postings, lengths = _postings(articles)
    files: dict[str, Any] = dict(_word_files(postings)) | _text_files(articles)
    parts = {name: _script(name, content) for name, content in files.items()}
    version = sha256(b"".join(parts.values())).hexdigest()[:8]
    content = _catalogue(articles, lengths, files) | {"version": version}
    parts["articles"] = _script("articles", content)
    for name, script in parts.items():
        yield Artifact(f"{routes.SEARCH_SCRIPT}{name}.js", script)


def _script(name: str, content: object) -> bytes:
    return b'searchScript.receive("%s", %s);\n' % (name.encode(), msgspec.json.encode(content))


def _postings(articles: Iterable[Searchable]) -> tuple[Postings, list[int]]:
    """Find the articles of each word, and the length of each article in words."""
    postings: Postings = {}
    lengths = []
    for number, article in enumerate(articles):
        words = [word for passage in article.passages for word in words_of(passage.text)]
        weights = Counter(words)
        for word in words_of(article.title):
            weights[word] += IN_TITLE
        for word, weight in weights.items():
            postings.setdefault(word, []).append((number, weight))
        lengths.append(len(words))
    return postings, lengths


def _word_files(postings: Postings) -> Iterator[tuple[str, Mapping[str, str]]]:
    words: dict[str, str] = {}
    size = number = 0
    for word in sorted(postings, key=lambda word: word.encode("utf-16-be")):
        words[word] = _encoded(postings[word])
        size += len(word) + len(words[word]) + 6
        if size >= WORDS_FILE:
            yield f"words-{number}", words
            words, size, number = {}, 0, number + 1
    if words:
        yield f"words-{number}", words


def _encoded(places: Iterable[tuple[int, int]]) -> str:
    """Write a word's articles as a string.

    >>> _encoded([(5, 1), (8, 2), (58, 99)])
    '5A3B1eZ'
    """
    pieces, before = [], 0
    for number, weight in places:
        step = _base_36(number - before)
        pieces.append(step + chr(ord("A") + min(weight, MOST) - 1))
        before = number
    return "".join(pieces)


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


def _text_files(articles: Sequence[Searchable]) -> dict[str, list[Mapping[str, str]]]:
    return {
        f"text-{i}": [_text_of(article) for article in articles[start : start + TEXTS_IN_FILE]]
        for i, start in enumerate(range(0, len(articles), TEXTS_IN_FILE))
    }


def _text_of(article: Searchable) -> Mapping[str, str]:
    """Give an article's passages by their anchors."""
    return {passage.anchor: passage.text for passage in article.passages}


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
