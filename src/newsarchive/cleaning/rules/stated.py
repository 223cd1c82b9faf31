"""Rules for lines that state a field of the article, and for addresses that stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from newsarchive.cleaning.rules.page import SHORT, Labels, Page, fold
from newsarchive.finding.people.bylines import begins_as_byline, lead_of
from newsarchive.finding.people.splitting import split_names
from newsarchive.finding.sentences import ENDS_SENTENCE
from newsarchive.model import Label

NOTES: Mapping[str, Label] = {
    "beside": "boilerplate",
    "crawled": "boilerplate",
    "url": "url",
    "section": "section",
    "source": "source",
    "date": "date",
    "authors": "byline",
    "title": "title",
}
"""How a line is labelled that notes a field; of several, the last."""


def noted(page: Page, _labels: Labels) -> dict[int, Label]:
    """A note of whoever saved the text, above or below it: "URL: …", "Accessed: …"."""
    return {
        i: label
        for field, label in NOTES.items()
        for i, said in page.stated(field)
        if said.rule == "noted"
    }


def title_line(page: Page, _labels: Labels) -> dict[int, Label]:
    """The article's title, where it is printed first."""
    return {page.folded.index(page.folded[i]): "title" for i, _ in page.stated("title")}


def repeated_title(page: Page, labels: Labels) -> dict[int, Label]:
    """The title once more, perhaps with other quotes, dashes or capitals."""
    titles = {page.folded[i] for i, label in labels.items() if label == "title"}
    titles |= {fold(statement.value) for _, statement in page.stated("title")}
    return {i: "boilerplate" for i, folded in enumerate(page.folded) if folded in titles}


_ADDRESS = re.compile(r"https?://\S+|(?:[a-z\d-]+\.)+[a-z]{2,8}/\S*", re.IGNORECASE)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:$|[?#])", re.IGNORECASE)


def picture_address(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that is nothing but the web address of a picture."""
    return {i: "image" for i, text in _addresses(page) if _PICTURE.search(text)}


def own_address(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that is nothing but a web address whose words are those of the title."""
    lines = list(_addresses(page))
    if not lines:
        return {}
    title = {word for _, said in page.stated("title") for word in _words(said.value)}
    enough = min(3, len(title))
    return {
        i: "url"
        for i, address in lines
        if enough and len(title.intersection(_words(address))) >= enough
    }


def other_address(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that is nothing but a web address of something else, and not in the article's text."""
    return {i: "boilerplate" for i, _ in _addresses(page) if not page.is_body(i)}


def _addresses(page: Page) -> Iterator[tuple[int, str]]:
    for i in page.holding(("http", "/")):
        if _ADDRESS.fullmatch(page.lines[i].text):
            yield i, page.lines[i].text


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def date_line(page: Page, _labels: Labels) -> dict[int, Label]:
    """The line that states the article's date."""
    signed = {i for i, _ in page.stated("authors")}
    return {
        i: "date"
        for i, said in page.stated("date")
        if not said.where and not (page.is_body(i) and _is_of_text(page, i, signed))
    }


def _is_of_text(page: Page, i: int, signed: AbstractSet[int]) -> bool:
    text = page.lines[i].text
    heads = i < DATED_LINES and i not in signed and not text.endswith(ENDS_SENTENCE)
    return len(text) > (LONG_DATE_CHARACTERS if heads else DATE_CHARACTERS)


DATED_LINES = 12
"""Lines at the top, one of which may say of what day an issue is, with the page and the author."""
DATE_CHARACTERS = 30
LONG_DATE_CHARACTERS = 90
"""Characters of a line that says when the article appeared, though it passes for the body."""


def byline(page: Page, _labels: Labels) -> dict[int, Label]:
    """The line that names the authors."""
    dated = {i for i, _ in page.stated("date") if not page.lines[i].text.endswith(ENDS_SENTENCE)}
    return {
        i: "byline"
        for i, said in page.stated("authors")
        if not page.is_body(i)
        or i in dated
        or len(page.lines[i].text) <= len(said.value) + BYLINE_CHARACTERS
    }


BYLINE_CHARACTERS = 20
"""Characters beside the name on a line that is a byline though it passes for the body."""


def signed_again(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that names the authors once more and says no more than that they wrote it."""
    names = frozenset(said.value.casefold() for _, said in page.stated("authors"))
    return {
        i: "byline"
        for i in page.holding(names)
        if len(page.folded[i]) <= SHORT and _leads_to(page.lines[i].text, names)
    }


def _leads_to(text: str, names: AbstractSet[str]) -> bool:
    if text.casefold() in names:
        return True
    lead = lead_of(text) if begins_as_byline(text.lower()) else None
    signed = split_names(text[lead[1] :].rstrip(" .")) if lead else []
    return bool(signed) and names >= set(map(str.casefold, signed))


_MARKED = ("masthead", "cited-paper", "issuer")
"""How a clipping says where it was printed."""


def source_line(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line of nothing but the publisher's name, or with it where clippings have it."""
    stated = [(i, fold(said.value)) for i, said in page.stated("source") if not said.where]
    marked = [i for i, said in page.stated("source") if said.rule in _MARKED]
    named = [i for i, name in stated if page.folded[i] == name]
    names = {f"{the}{name.removeprefix('the ')}" for _, name in stated for the in ("", "the ")}
    in_body = [i for i in page.saying_any(names) if page.is_body(i)]
    return dict.fromkeys([*marked, *named, *in_body], "source")


def section_line(page: Page, _labels: Labels) -> dict[int, Label]:
    """The line that names the section, often as a trail of them."""
    return {i: "section" for i, said in page.stated("section") if not said.where}
