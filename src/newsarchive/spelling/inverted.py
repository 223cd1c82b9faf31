"""Names as catalogues sort them, put into the order in which they are said."""

from __future__ import annotations

import re

from newsarchive.patterns import late

PERSON = late(
    r"(?P<family>(?:(?:[a-z]{1,3}|[dD][eiu]|[Vv][ao]n) ){0,2}[^\W\d_][\w’'-]+),"
    r" (?P<given>[^\W\d_][\w’'-]+(?: [^\W\d_]\.?| [^\W\d_][\w’'-]+)?)\.?"
)
BETWEEN = late(r"\s*(?:;|\s(?:and|und|et|y|e|&)\s)\s*")
PAPER = late(r"(?P<name>[^;]*?), (?P<article>The|An?)\b(?P<rest>.*)")
ROLE = late(
    r"(?:staff|editor|writer|reporter|correspondent|agenc|special|freelanc)\w*", re.IGNORECASE
)
LOUDEST = 4
"""Letters of an abbreviation, as agencies and degrees have them."""


def people_in_order(text: str) -> str:
    """Give a list of people with their given names first, where all of them have theirs last.

    >>> people_in_order("de Vries, Anneke"), people_in_order("ROE, JANE; Doe, John A.")
    ('Anneke de Vries', 'JANE ROE; John A. Doe')
    >>> people_in_order("Jane Roe, John Doe"), people_in_order("Roe, AFP")
    ('Jane Roe, John Doe', 'Roe, AFP')
    >>> people_in_order("Jane Roe, Reporter"), people_in_order("Doe, Staff Writer")
    ('Jane Roe, Reporter', 'Doe, Staff Writer')
    """
    if ", " not in text:
        return text
    found = [PERSON.fullmatch(part) for part in BETWEEN.split(text.strip(" ;"))]
    people = [one for one in found if one and not _is_abbreviated(one) and not _is_role(one)]
    if len(people) < len(found):
        return text
    return "; ".join(f"{one['given']} {one['family']}" for one in people)


def paper_in_order(name: str) -> str:
    """Give a paper's name with its article first.

    >>> paper_in_order("Harbour Gazette, The (Harbour, UK)"), paper_in_order("Post, Telegram")
    ('The Harbour Gazette (Harbour, UK)', 'Post, Telegram')
    """
    last = PAPER.fullmatch(name)
    return f"{last['article']} {last['name']}{last['rest']}" if last else name


def _is_role(one: re.Match[str]) -> bool:
    return any(map(ROLE.fullmatch, one["given"].split()))


def _is_abbreviated(one: re.Match[str]) -> bool:
    """Tell whether either half is an abbreviation, as agencies and degrees are: "Roe, AFP"."""
    halves = one["family"], one["given"]
    return any(half.isupper() and len(half) <= LOUDEST for half in halves) and not (
        all(half.isupper() for half in halves)
    )
