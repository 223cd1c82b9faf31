"""The places where a page names a publisher: copyright lines, addresses, service phrases, tails."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from newsarchive.finding.page import Layout
from newsarchive.finding.register import first_words, spelled
from newsarchive.finding.vocabulary import words

_NAME = (
    r"([A-ZÀ-ÞА-Я0-9@][^\n|©.,;:()\[\]<>•·!?]{1,44}?"
    r"(?:\.(?:com|org|net|de|it|fr|tv|uk|ca|in))?!?)"
)
_SIGN = r"(?:©|\(c\)|copyright)"
_YEARS = r"(?:(?:19|20)\d\d)?(?:\s?[-–/,]\s?(?:(?:19|20)\d\d|present|heute))?"
_COPYRIGHT = re.compile(
    rf"{_SIGN}\s*(?:{_SIGN}|by)?\s*:?\s*{_YEARS}[\s,.:|–-]{{0,3}}(?:by\s|bei\s)?{_NAME}"
    r"(?=\s*(?:[|©.,;:()\[\]<>•·\n]|$|\s[-–]\s|\s(?:19|20)\d\d|"
    r"\s(?:all\s|alle\s|tous\s|todos\s|inc\b|llc\b|ltd\b|pty\b|gmbh|ag\b|media|corp|co\b|is\s|"
    r"limited|s\.a)))",
    re.IGNORECASE,
)
_COPYRIGHT_AFTER = re.compile(rf"{_NAME}\s?{_SIGN}", re.IGNORECASE)
_MARKS = ("©", "(c)", "copyright", "reserved")
_ADDRESS = re.compile(
    r"(?<![\w@.-])(@)?(?:[\w.+-]{1,40}(@))?(?:https?://)?((?:[a-z0-9][a-z0-9-]{0,40}\.){1,4}"
    r"(?:com|org|net|info|news|tv|co|edu|gov|io|eu|[a-z]{2})(?:\.[a-z]{2})?)(?![\w-])",
    re.IGNORECASE,
)
_DOT = re.compile(r"\.[a-zA-Z]{2,4}(?![a-zA-Z])")
_SECOND_LEVEL = ("co", "com", "org", "net", "gov", "ac", "or", "ne")
_LEADS, _TAILS = words("service-lead"), words("service-tail")
_DATELINE = re.compile(
    r"(?:[\w .,'’/-]{2,60}\s)?\(([A-Z][\w .&'’]{1,30})\)\s?[-–—:]|"
    r"[\w .,’'-]{0,40}[–—-]\s?([A-Z]{2,5})\s?[–—-]"
)
_CUT = re.compile(r"\s[|–—-]\s|\s?[|｜]\s?|\s·\s|\s::\s")
_CREDIT = re.compile(
    rf"(?:by|von|par|por|source|quelle|photo|text)\b.{{0,60}}?[,|/•–-]\s?{_NAME}$", re.IGNORECASE
)
_TOLD = re.compile(
    r"\b(?:told|tells|interview with|speaking to|spoke to|reviewed by|checked by|edited by)\s"
    r"((?:the\s)?[A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){0,3})"
)
_WORD = re.compile(r"\w+")
_SHORT = 60
_MOST = 8
"""Sightings of one known name that are enough."""


class Sighting(Struct, frozen=True):
    """A place where a page may name its publisher."""

    line: int
    name: str
    kind: str


def list_sightings(layout: Layout, headline: str) -> Iterator[Sighting]:
    """Gives every place where the page may name its publisher, kind by kind."""
    yield from _copyrights(layout)
    yield from _addresses(layout)
    yield from _services(layout)
    yield from _tails(layout, headline)
    yield from _datelines(layout)
    yield from _told(layout)
    yield from _known_names(layout)
    yield from _repeated(layout)


def _copyrights(layout: Layout) -> Iterator[Sighting]:
    if not any(mark in layout.whole for mark in _MARKS):
        return
    for i, text in enumerate(layout.texts):
        if any(mark in layout.folded[i] for mark in _MARKS):
            for match in _COPYRIGHT.finditer(text):
                yield Sighting(i, match[1], "copyright")
            before = _COPYRIGHT_AFTER.match(text)
            if before:
                yield Sighting(i, before[1], "copyright")


def _addresses(layout: Layout) -> Iterator[Sighting]:
    if not _DOT.search(layout.whole):
        return
    for i, text in enumerate(layout.texts):
        if _DOT.search(text):
            for match in _ADDRESS.finditer(text):
                kind = "mail" if match[2] else "handle" if match[1] else "address"
                yield Sighting(i, _registered(match[3].lower()), kind)


def _registered(host: str) -> str:
    """Returns the part of a host's name that somebody registered.

    >>> _registered("news.example.co.uk"), _registered("www.example.com")
    ('example.co.uk', 'example.com')
    """
    labels = host.split(".")
    national = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    return ".".join(labels[-3 if national else -2 :])


def _services(layout: Layout) -> Iterator[Sighting]:
    known = spelled()
    for i, folded in enumerate(layout.folded):
        if len(folded) > _SHORT:
            continue
        text = layout.texts[i]
        if folded.startswith(_LEADS):
            lead = next(lead for lead in _LEADS if folded.startswith(lead))
            yield Sighting(i, _without_tail(text[len(lead) :].strip()), "service")
        elif folded.endswith(_TAILS):
            yield Sighting(i, _without_tail(text), "service")
        if folded in known:
            yield Sighting(i, text, "alone")
        if i < 6 and len(text) < 45:
            yield Sighting(i, text, "masthead")
        credit = _CREDIT.match(text)
        if credit:
            yield Sighting(i, credit[1], "credit")


def _without_tail(text: str) -> str:
    folded = text.lower()
    tail = next((tail for tail in _TAILS if folded.endswith(tail)), "")
    return text[: -len(tail)] if tail and len(tail) < len(text) else text


def _tails(layout: Layout, headline: str) -> Iterator[Sighting]:
    """Gives what stands beside the title on one line, and the ends of the first two lines."""
    head = headline.lower()
    for i, folded in enumerate(layout.folded):
        text = layout.texts[i]
        if len(head) > 8 and len(text) > len(head) + 3 and folded.startswith(head):
            rest = f" {text[len(head) :].strip()} "
            for part in _CUT.split(rest):
                yield Sighting(i, part, "tail")
        elif i < 2 and len(text) < 200:
            parts = _CUT.split(text)
            if len(parts) > 1:
                yield Sighting(i, parts[-1], "tail")
                yield Sighting(i, parts[0], "tail")


def _datelines(layout: Layout) -> Iterator[Sighting]:
    for i in range(max(0, layout.start - 2), min(layout.start + 4, len(layout.texts))):
        match = _DATELINE.match(layout.texts[i])
        if match:
            yield Sighting(i, match[1] or match[2], "dateline")


def _told(layout: Layout) -> Iterator[Sighting]:
    for i, folded in enumerate(layout.folded):
        if "told " in folded or " by " in folded or "spoke" in folded:
            for match in _TOLD.finditer(layout.texts[i]):
                yield Sighting(i, match[1], "told")


def _known_names(layout: Layout) -> Iterator[Sighting]:
    """Gives where names of the register stand, in lines of any kind."""
    firsts = first_words()
    whole = "\n".join(layout.texts)
    present = firsts.keys() & set(_WORD.findall(whole))
    taken: set[int] = set()
    for name in sorted((n for word in present for n in firsts[word]), key=lambda n: (-len(n), n)):
        place = whole.find(name)
        for _ in range(_MOST):
            if place < 0:
                break
            end = place + len(name)
            bounded = not (whole[place - 1 : place].isalnum() or whole[end : end + 1].isalnum())
            if bounded and place not in taken:
                taken.update(range(place, end))
                yield Sighting(whole.count("\n", 0, place), name, "known")
            place = whole.find(name, end)


def _repeated(layout: Layout) -> Iterator[Sighting]:
    """Gives the names that many different short lines outside the body share.

    "About Daily Post", "Daily Post newsletter" and "Join Daily Post" share what all sites repeat:
    their own name.
    """
    rows = {
        text: i
        for i, text in enumerate(layout.texts)
        if len(text) <= 70 and not layout.inside[i] and layout.counts[layout.folded[i]] < 4
    }
    shared: dict[str, int] = {}
    for text in rows:
        for word in set(text.split()):
            if word[0].isupper():
                shared[word] = shared.get(word, 0) + 1
    frequent = {word for word, number in shared.items() if number > 2}
    seen: dict[str, list[int]] = {}
    for text, i in rows.items():
        if not frequent.isdisjoint(text.split()):
            for phrase in _runs(text.split(), frequent):
                seen.setdefault(phrase, []).append(i)
    names = [phrase for phrase, places in seen.items() if len(places) > 2 and len(phrase) > 2]
    for phrase in names[:12]:
        yield Sighting(seen[phrase][0], phrase, "repeated")


def _runs(row: list[str], frequent: set[str]) -> set[str]:
    """Returns the longest runs of frequent words in a row of words.

    >>> _runs("About Elsewhere Gazette now".split(), {"Elsewhere", "Gazette"})
    {'Elsewhere Gazette'}
    """
    marked = " ".join(word if word in frequent else "\n" for word in row)
    return {run.strip() for run in marked.split("\n") if run.strip()}
