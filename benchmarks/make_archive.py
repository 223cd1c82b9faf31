"""Make an archive of any size to measure with: `python benchmarks/make_archive.py 2000 FOLDER`.

The same number gives the same bytes, and a larger archive begins with the articles of a smaller
one. The texts are nonsense with the statistics of news: words follow Zipf's law over a vocabulary
that grows, lengths run from 300 to 900 words, twenty sources print their own menus and forms, and
one article in ten states no date.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

FIRST_DAY = date(2016, 1, 1)
DAYS = 5 * 366 - 4
UNDATED_IN = 10
SOURCES = 20
VOCABULARY = 30_000
SECTIONS = ("Politics", "World", "Economy", "Science", "Culture", "Middle East", "Defence")
TOWNS = ("Ashford", "Belmora", "Carrick", "Dunmere", "Eastvale", "Farrow", "Glanton", "Harrowby")
PAPERS = ("Herald", "Courier", "Tribune", "Observer", "Dispatch")
FUNCTION_WORDS = tuple(
    "the of to and in a that for on with said by from is was as at his it has have an were who "
    "will be not its are but they this which had after their would than about been over".split()
)
ONSETS = tuple("b br c ch d dr f g gr h k l m n p pl r s st t tr v w".split())
VOWELS = tuple("a e i o u ai ea ou".split())
ENDINGS = ("", "n", "r", "l", "t", "s", "nd", "ment", "tion", "ing", "ed", "ly")


class Source(NamedTuple):
    """A made-up publisher and what it prints around each text."""

    name: str
    menu: tuple[str, ...]
    forms: tuple[str, ...]


class Made(NamedTuple):
    """A made-up article."""

    number: int
    title: str
    author: str
    day: date | None
    source: Source
    section: str
    paragraphs: tuple[str, ...]


class Words:
    """A vocabulary whose words are drawn by Zipf's law."""

    def __init__(self) -> None:
        """Make up the vocabulary."""
        chance = random.Random("vocabulary")
        made = dict.fromkeys(_word(chance) for _ in range(3 * VOCABULARY))
        self._words = (*FUNCTION_WORDS, *made)[:VOCABULARY]
        self._weights = list(accumulate(1 / rank for rank in range(2, VOCABULARY + 2)))

    def some(self, chance: random.Random, number: int) -> list[str]:
        """Draw words."""
        return chance.choices(self._words, cum_weights=self._weights, k=number)

    def sentence(self, chance: random.Random, number: int) -> str:
        """Draw a sentence of so many words."""
        return " ".join(self.some(chance, number)).capitalize() + "."


def main() -> None:
    """Write the archive's folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int, metavar="N", help="articles")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="made where it is missing")
    options = parser.parse_args()
    make_archive(options.number, options.folder)


def make_archive(number: int, folder: Path) -> None:
    """Write an archive of so many articles."""
    articles = folder / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    title = f"title: An archive of {number} made-up articles\n"
    (folder / "site.yaml").write_text(title, encoding="utf-8")
    for i in range(number):
        (articles / raw_name(i)).write_text(raw_text(made_article(i)), encoding="utf-8")


def raw_name(number: int) -> str:
    """Name the file of an article's raw text."""
    return f"{number:06}.txt"


def made_article(number: int) -> Made:
    """Make up an article: the same for the same number."""
    words, sources = _publishing()
    chance = random.Random(f"article {number}")
    return Made(
        number=number,
        source=sources[chance.randrange(SOURCES)],
        title=" ".join(words.some(chance, chance.randint(6, 12))).capitalize(),
        author=f"{_name(chance)} {_name(chance)}",
        day=_day(chance),
        section=chance.choice(SECTIONS),
        paragraphs=tuple(_paragraphs(chance, words)),
    )


def raw_text(article: Made) -> str:
    """Give an article as it is copied from its source's page, with all that stands around it."""
    return "\n\n".join(_page(article)) + "\n"


def _page(article: Made) -> Iterator[str]:
    day, source = article.day, article.source
    yield "\n".join(source.menu)
    yield article.title
    yield f"By {article.author}"
    if day:
        yield f"Published: {day.day} {day:%B} {day.year}"
    yield f"{source.name} / {article.section}"
    yield from article.paragraphs
    yield "\n".join(source.forms)


@cache
def _publishing() -> tuple[Words, list[Source]]:
    return Words(), [_source(number) for number in range(SOURCES)]


def _day(chance: random.Random) -> date | None:
    return FIRST_DAY + timedelta(chance.randrange(DAYS)) if chance.randrange(UNDATED_IN) else None


def _paragraphs(chance: random.Random, words: Words) -> Iterator[str]:
    left = chance.randint(300, 900)
    while left > 0:
        lengths = [chance.randint(8, 32) for _ in range(chance.randint(1, 4))]
        yield " ".join(words.sentence(chance, length) for length in lengths)
        left -= sum(lengths)


def _source(number: int) -> Source:
    chance = random.Random(f"source {number}")
    town, paper = TOWNS[number % len(TOWNS)], PAPERS[number % len(PAPERS)]
    name = f"The {town} {paper}"
    menu = ("Skip to main content", "Menu", *chance.sample(SECTIONS, 4), f"Sign in to {name}")
    forms = (
        f"Subscribe to the newsletter of {name}",
        f"Follow {name} on social media",
        f"© {name}, {town}. All rights reserved.",
        *(f"Read more: {_phrase(chance)}" for _ in range(4)),
    )
    return Source(name, menu, forms)


def _phrase(chance: random.Random) -> str:
    return " ".join(_word(chance) for _ in range(6)).capitalize()


def _name(chance: random.Random) -> str:
    return _word(chance).capitalize()


def _word(chance: random.Random) -> str:
    return _syllables(chance, chance.choice((1, 2, 2, 2, 3))) + chance.choice(ENDINGS)


def _syllables(chance: random.Random, number: int) -> str:
    return "".join(_either(chance, ONSETS) + _either(chance, VOWELS) for _ in range(number))


def _either(chance: random.Random, choices: Sequence[str]) -> str:
    return chance.choice(choices)


if __name__ == "__main__":
    main()
