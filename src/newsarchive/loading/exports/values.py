"""The values that an export's fields state."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from newsarchive.finding.days.mentions import find_days
from newsarchive.finding.people.bylines import begins_as_byline, lead_of
from newsarchive.finding.people.names import is_agency
from newsarchive.finding.people.splitting import split_names
from newsarchive.loading.days import recorded
from newsarchive.loading.names import names
from newsarchive.patterns import late
from newsarchive.spelling.inverted import paper_in_order, people_in_order

COUNT = (
    r"\d[\d,. ]{0,8} ?(?:words|wörter|mots|palabras|palavras|parole|woorden|woerter|ord|słów"
    r"|слов[ао]?|字|文字|語|ワード|단어)"
)
"""How many words a text has, in the languages in which databases speak to readers."""
WEEKDAY = late(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?\s*", re.IGNORECASE)
DAY = (
    r"(?:\d{1,2}\.? (?:de )?[^\W\d_]{3,12}\.? (?:de )?(?:1[6-9]|20)\d\d"
    r"|\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)"
)
MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
DATED = late(
    rf"(?:[^\W\d]+,? )?(?:{DAY}"
    r"|[^\W\d]{3,}\.? \d{1,2}(?:st|nd|rd|th)?, ?(?:1[6-9]|20)\d\d"
    rf"|{MONTH}\.?,? (?:1[6-9]|20)\d\d|(?:1[6-9]|20)\d\d-\d\d-\d\d)\b",
    re.IGNORECASE,
)
LONGEST_DATE = 80
LONGEST_NAMES = 80
"""Characters of a line that names who wrote, at most."""
SENTENCE = (".", "!", "?", "…", ",", ";", ":", "-", '"', "»")
"""What ends a line of the text, and none of names."""
NO_SECTION = late(
    r"(?:p[gp]?s?|pages?|s|seite|blz|col(?:umn)?|section|vol(?:ume)?|version|no)\b[.: ]*"
    r"(?:[a-z]{0,2}-?\d[\w.,-]{0,12}(?: ausg\. ?\d+)?|[a-z]{0,2})"
    r"|\W*|[\d, -]+",
    re.IGNORECASE,
)
CORRECTED = "Correction Appended"
"""Stands behind the title of an article that was corrected, and in place of its date."""
AT_PAGE = late(r",\s(?:p[gp]?s?|pages?|s|seite|blz)\b[.:]?\s?[\w-]*\d[\w-]*\s*$", re.IGNORECASE)
HELPED = late(
    r"[;,]\s(?:[^;]{0,1000}?\b(?:report(?:ed|s|ing)|contribut(?:ed|ing))\b"
    r"|with (?:files|an? reports?)\b).*",
    re.IGNORECASE,
)
"""Who did what for an article, behind those who wrote it."""
AROUND = " ;,-–()"
FROM = late(r"from\s", re.IGNORECASE)
NOBODY = late(r"edited by\b|our\b", re.IGNORECASE)
OFFICE = late(
    r",\s[^,;]*\b(?:writer|correspondent|reporter|columnist)s?\b|\s(?:선임)?(?:기자|특파원)",
    re.IGNORECASE,
)
EDITION = late(r" - (?:[\w’'-]+ ){0,3}Editions?\s*$")
SITE = late(r"(\S+\.[a-z]{2,12})\.")
ADDRESS = late(r"https?://\S+")


def values_of(kind: str, text: str) -> list[str]:
    """Give the values that a field's text states; none for what is no field or states none."""
    read = READ.get(kind)
    return read(text) if read and text else []


def may_sign(text: str) -> bool:
    """Tell whether a line between title and text may name who wrote it, as far as its form tells.

    >>> may_sign("Jane Doe, Staff Writer"), may_sign("The bridge is closed.")
    (True, False)
    """
    return len(text) <= LONGEST_NAMES and not text.endswith(SENTENCE)


def is_dated(text: str) -> bool:
    """Tell whether a line begins with a date and says little more, in whatever language.

    >>> is_dated("July 19, 2021 Monday Final Edition"), is_dated("19. Juli 2021 Montag")
    (True, True)
    >>> is_dated("2021 年 7 月 19 日 17:04"), is_dated("mardi 14 mars 2006")
    (True, True)
    >>> is_dated("Copyright 2021 The Example Post"), is_dated("Summer 2021")
    (False, False)
    """
    return len(text) <= LONGEST_DATE and DATED.match(text) is not None


def _text(text: str) -> list[str]:
    return [text]


def _title(text: str) -> list[str]:
    return [text.removesuffix(f" - {CORRECTED}")]


def _date(text: str) -> list[str]:
    """Read the day that an issue or a page is of.

    >>> _date("July 19, 2021 Monday 2:40 PM GMT"), _date("Monday, July 19, 2021"), _date("undated")
    (['2021-07-19'], ['2021-07-19'], [])
    """
    days = find_days(0, text)
    if days and days[0].other is None:
        return [days[0].day.isoformat()]
    found = recorded(WEEKDAY.sub("", text).strip(" ,"))
    return [found] if found else []


def _source(text: str) -> list[str]:
    """Read a paper's name, its article first.

    >>> _source("Harbour Gazette, The (Harbour, UK)"), _source("The Gazette; Harbour")
    (['The Harbour Gazette (Harbour, UK)'], ['The Gazette'])
    >>> _source("The Gazette - Final Edition"), _source("Gazette.example.")
    (['The Gazette'], ['Gazette.example'])
    """
    name = paper_in_order(EDITION.sub("", text.partition(";")[0]).strip())
    site = SITE.fullmatch(name)
    name = site[1] if site else name
    return [name] if name else []


def authors_in(text: str) -> list[str]:
    """Read the names of a byline, which has a semicolon before an address or another author.

    Who contributed or edited is not who wrote; an office is the author where no person is named.

    >>> authors_in("By Ann Ode in Eastport and Bo Li in New York; ann@example.org")
    ['Ann Ode', 'Bo Li']
    >>> authors_in("Ode, Ann; Li, Bo"), authors_in("Ann Ode Transport Correspondent")
    (['Ann Ode', 'Bo Li'], ['Ann Ode'])
    >>> authors_in("ANN ODE; Ann Ode reported from Eastport. Bo Li contributed reporting.")
    ['ANN ODE']
    >>> authors_in("Ann Ode, with files from Bo Li"), authors_in("Example News")
    (['Ann Ode'], ['Example News'])
    >>> authors_in("From ANN ODE, --(AFP)"), authors_in("--(AFP)"), authors_in("Edited by Bo Li")
    (['ANN ODE'], ['AFP'], [])
    """
    signed = FROM.sub("", OFFICE.sub("", HELPED.sub("", text)).strip(AROUND))
    if NOBODY.match(signed):
        return []
    found = [name for part in people_in_order(signed).split(";") for name in _signed(part.strip())]
    return list(dict.fromkeys(found)) or names(signed)


def _signed(part: str) -> list[str]:
    lead = lead_of(part) if begins_as_byline(part.lower()) else None
    found = split_names(part[lead[1] :] if lead else part)
    people = [name for name in found if " " in name]
    return people or [name for name in found if is_agency(name)]


def _sections(text: str) -> list[str]:
    """Read the sections, without the pages they stood on.

    >>> _sections("Section A; Column 0; Foreign Desk; Pg. A1-2"), _sections("NEWS; Pg. 4")
    (['Foreign Desk'], ['NEWS'])
    >>> _sections("Home Pages, Pg. 15"), _sections("Pages, Old")
    (['Home Pages'], ['Pages, Old'])
    >>> _sections("No Comment; S. 14"), _sections("Pages Past; Version:1")
    (['No Comment'], ['Pages Past'])
    """
    parts = (AT_PAGE.sub("", part).strip() for part in text.split(";"))
    return [part for part in parts if not NO_SECTION.fullmatch(part)]


def _language(text: str) -> list[str]:
    """Read a language's name as BCP 47.

    >>> _language("ENGLISH"), _language("German; Deutsch"), _language("Anglais")
    (['en'], ['de'], ['en'])
    >>> _language("Elvish")
    []
    """
    code = languages().get(re.split(r"[;,/]", text)[0].strip().lower())
    return [code] if code else []


@cache
def languages() -> Mapping[str, str]:
    """Give the languages by their names, in lower case, in the languages of databases."""
    from babel import Locale  # noqa: PLC0415  most archives never need it

    spoken = (Locale(code).languages for code in reversed(SPOKEN))
    return {
        name.lower(): code.replace("_", "-") for names in spoken for code, name in names.items()
    }


SPOKEN = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "ja", "zh")
"""The languages in which databases speak to readers, the first the one that counts."""


def _address(text: str) -> list[str]:
    return ADDRESS.findall(text)[:1]


READ: dict[str, Callable[[str], list[str]]] = {
    "title": _title,
    "source": _source,
    "date": _date,
    "authors": authors_in,
    "section": _sections,
    "dateline": _text,
    "language": _language,
    "url": _address,
    "rights": _text,
}
