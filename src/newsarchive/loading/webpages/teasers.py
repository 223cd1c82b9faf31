"""Front pages, categories and results of a search: lists of articles, and none of them whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newsarchive.model import Document, Problem

_ORDINAL = re.compile(r":\d+(?= |$)")
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_LINKED = 0.9
"""The share of a teaser's heading that is a link."""
_FEWEST, _LONGEST = 5, 400
"""Teasers that are a list of them, and characters of a teaser's text."""
_SHARE = 0.7
"""Of a page's text, what stands below such headings: below an article there are some too."""
_OF_AN_ARTICLE = ("linked-data", "meta-tag")


def doubt_of_teasers(page: Document) -> Iterator[Problem]:
    """Warn of a page that lists articles which stand elsewhere.

    Args:
        page: it, read as one article.
    """
    if any(said.field == "date" and said.rule in _OF_AN_ARTICLE for said in page.statements):
        return
    sizes, headings = [0], dict[str, list[int]]()
    for i, (text, element) in enumerate(zip(page.text.split("\n"), page.elements, strict=True)):
        is_linked = element.links >= _LINKED
        sizes.append(sizes[-1] + len(text) * (not is_linked))
        if is_linked and element.tag in _HEADINGS:
            headings.setdefault(_ORDINAL.sub("", element.path), []).append(i)
    for places in headings.values():
        below = [sizes[end] - sizes[begin] for begin, end in pairwise((*places, len(sizes) - 1))]
        teasers = [size for size in below if size <= _LONGEST]
        if len(teasers) >= _FEWEST and sum(teasers) >= _SHARE * sizes[-1]:
            what = f"it is read as one article, and looks like a list of {len(places)}"
            yield Problem(page.path, what, "Save the articles' own pages", fate="doubtful")
            return
