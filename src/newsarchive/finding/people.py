"""Finds the authors: names in bylines, and names that stand alone where bylines stand.

A byline says who wrote ("By Jane Doe and John Roe, Staff Writers"); names are taken apart, and
roles, places, handles and dates are stripped. A name alone on a line counts where it stands beside
the title or the date, and more so when it stands there again in an author's box.
"""

from __future__ import annotations

import re

from functools import cache
from importlib.resources import files

from msgspec import Struct

from newsarchive.finding.date_patterns import find_days
from newsarchive.finding.page import Layout
from newsarchive.finding.register import key_of, publishers
from newsarchive.finding.scoring import chance, load_weights, score
from newsarchive.model import Line, Statement

_LEAD = re.compile(
    r"^(?:(?:news|story|opinion|analysis|review|report|photos? and story|words|article|column|posted|published|written|"
    r"reporting|additional reporting|contributed|medically reviewed|geschrieben|publicado|escrito|publié|rédigé|ein gastbeitrag|"
    r"ein kommentar|eine analyse|interview|as told)\s)?"
    r"(?:by|von|par|por|di|door|av|af|od|przez|yazan|oleh|ni|de la|text|texte|texto|autor(?:in|en|es|a)?|author(?:s|\(s\))?|auteur|autore|"
    r"автор|written by|to|pisze|forfatter|skrevet av|tekst|redaktion|redazione di|a cura di|écrit par|reporter|story by)"
    r"(?:\s(?:the author|staff))?(?:\s?[:\-–]?\s+(?=\S)|:(?=\S)|(?<=[bB]y)(?=[A-Z]))",
    re.IGNORECASE,
)
_LEAD_ALONE = re.compile(
    r"^(?:by|von|par|por|di|av|author|authors|autor|autorin|written by|posted by|text|автор|reported by|story by|words by|"
    r"article by|about the authors?|author of the article|über den autor|by:|von:|author:|autor:)\s?:?$",
    re.IGNORECASE,
)
_FIRST = (
    "by", "von", "par ", "por ", "di ", "door ", "av ", "af ", "od ", "przez ", "yazan", "oleh ", "ni ", "text", "autor", "author",
    "auteur", "автор", "written", "news ", "story ", "opinion ", "analysis ", "review ", "report", "photo", "words ", "article ",
    "column ", "posted ", "published ", "additional ", "contributed ", "medically ", "geschrieben", "publicado", "escrito", "publié",
    "rédigé", "ein ", "eine ", "interview", "as told", "to ", "pisze", "forfatter", "skrevet", "tekst", "redaktion", "redazione", "a cura", "écrit",
)  # fmt: skip
_NAME = re.compile(
    r"(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁΑ-Ω][\w’'.-]*|d[’'][A-Z]\w+|al-[A-Z]\w+)"
    r"(?:[ ](?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁΑ-Ω][\w’'.-]*|d[’'][A-Z]\w+|al-[A-Z]\w+|de|da|dos|del|della|di|van|von|der|den|bin|ibn|la|le|y|zu|el|du|ter|ten|af)){0,4}"
)
_WHOLE = re.compile(rf"^{_NAME.pattern}$")
_SPLIT = re.compile(
    r"\s*(?:,\s*and\s|,\s*und\s|\sand\s|\sund\s|\set\s|\sy\s|\se\s|\sund\s|\s&\s|\sand\s|\swith\s|\smit\s|\s[/|]\s|,\s|;\s|/|\si\s|\sve\s|\soch\s|\sog\s|\sen\s)\s*"
)
_CUT = re.compile(
    r"\s*(?:[|•·@©(\[–—]|\s-\s|\s{2,}|https?:|\bpublished\b|\bupdated\b|\bposted\b|\bon\s|\bfor\s|\bin\s|\bat\s|\bdate\b|\bis\s|\bfrom\b|"
    r"\babout\b|\bfoto\b|\bphoto\b|\bvia\b|\bleave a\b|\bcomment|\bfollow\b|\bveröff|\bam\s\d|\bpubli|\blast\b|\bviews?\b|\bmin\b|\bof\s|archive page|\bpar\s|\bwith agencies|\bmit\s|\s\d|\blong read\b|\bjournalist\b)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:staff|writers?|reporters?|editors?|editorial|correspondents?|contributors?|journalists?|columnists?|senior|chief|managing|associate|"
    r"deputy|assistant|freelance|producer|photographer|redakteur(?:in)?|redaktor(?:in)?|korrespondent(?:in)?|journalist(?:in)?|reporter(?:in)?|autor(?:in)?|"
    r"redaktion|head|director|manager|political|business|sports|news|money|showbiz|showbiz|tech|science|health|crime|national|local|international|"
    r"special|digital|content|host|founder|ceo|md|m\.d|ph\.?d|phd|rd|ms|cfp|redacteur|redactor|redattore|giornalista|periodista|journaliste|journalistin|guest|"
    r"author|commerce|features?|breaking|lead|executive|web|online|video|social|culture|entertainment|politics|opinion|world|lifestyle|"
    r"volontär(?:in)?|chefredakteur(?:in)?|leiter(?:in)?|ressortleiter(?:in)?|gastautor(?:in)?|politik|wirtschaft|sport|expert)\b",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"^(?:(?:the\s)?associated press|ap|afp|reuters|dpa|apa|sda|ansa|efe|pti|ani|ians|bloomberg|xinhua|tass|upi|afp/dpa|dpa/afp|keystone-sda|"
    r"field level media|agence france-presse|press trust of india|canadian press|the canadian press|cnn newsource|pa media|epd|kna|ritzau|ntb|tt)$",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\b(?:the|this|your|our|you|share|subscribe|newsletter|home|menu|news|more|read|sign|login|search|contact|privacy|policy|terms|cookies?|"
    r"facebook|twitter|instagram|comments?|about|photos?|images?|getty|video|related|latest|top|best|new|how|why|what|advertisement|credit|"
    r"copyright|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|"
    r"published|publié|publicado|actualizado|aktualisiert|kommentar|gastkommentar|updated|güncelleme|son|yesterday|ago|key|dive|deeper|"
    r"friday|saturday|sunday|street|university|county|park|city|states|times|post|daily|press|magazine|media|group|inc|llc|der|die|das|"
    r"mehr|zur|zum|und|kommentare|startseite|anmelden|teilen|merken|all|for|with|from|house|court|league|team|united|club|fc|day|week|"
    r"breaking|guide|review|reviews|games?|black|white|world|football|music|movies|tv|shop|deals|company|follow|email|copy|link|print|save|"
    r"north|south|east|west|us|uk|eu|today|live|listen|watch|play|loading|close|open|skip|main|content|view|see|trending|popular|podcasts?)\b",
    re.IGNORECASE,
)
_BOX = re.compile(r"^(?:about (?:the )?authors?|über (?:den|die) autor|more (?:from|by|stories by|articles by)|follow|mehr von|written by|articles by|posts? by|view all posts by|see all by)\b", re.IGNORECASE)
_LONGEST = 160


class Candidate(Struct, frozen=True):
    """A name that may be an author's."""

    line: int
    name: str
    rule: str
    features: tuple[str, ...]


def find_authors(
    lines: tuple[Line, ...],
    layout: Layout,
    title: int | None,
    dated: frozenset[int],
    headline: str,
) -> tuple[Statement, ...]:
    """Returns a statement for each author, in the order of the page."""
    candidates = list_candidates(layout, title, dated, headline)
    weights = load_weights("authors")
    found = []
    for each in candidates:
        if chance(score(weights, each.features)) >= weights.keep:
            line = lines[each.line]
            found.append(Statement("authors", each.name, each.rule, line.text, line.number))
    return tuple(found)


def split_names(text: str) -> list[str]:
    """Returns the names in what follows a byline's first word.

    >>> split_names("Jane Doe and John Roe, Staff Writers")
    ['Jane Doe', 'John Roe']
    >>> split_names("Ana de la Cruz | Correspondent")
    ['Ana de la Cruz']
    >>> split_names("Jane Doe20 July 2021")
    ['Jane Doe']
    >>> split_names("Jane DoeTravel Reporter")
    ['Jane Doe']
    """
    if any(sign.isdigit() for sign in text):
        text = _before_day(text)
    glued = _GLUED.search(text)
    if glued:
        text = text[: glued.end()]
    text = text.replace(" | ", " / ") if _bars_part_names(text) else text
    cut = _CUT.search(text, 1)
    if cut:
        text = text[: cut.start()]
    names: list[str] = []
    for piece in _SPLIT.split(text):
        name = _bare_name(piece)
        if not name or (names and _is_no_person(name)):
            if names:
                break
            continue
        names.append(name)
    return names


_GLUED = re.compile(
    # "Jane DoeTravel Reporter": a capital inside a word, save after Mc, Mac, De, La and their like.
    r"[a-zà-ÿ](?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLa)(?<!\bLe)(?<!\bDi)(?<!\bVan)(?<!\bFitz)(?<!\bDu)(?<!\bSt)"
    r"(?=[A-ZÀ-Þ][a-zà-ÿ]+(?:\s|$|:|,))"
)
_CREDENTIAL = re.compile(r"\s(?:[A-Z][A-Z.]{1,4}|Ph\.?D\.?|[A-Z]+[a-z]?[A-Z]+)$")
_TITLES = re.compile(r"^(?:by|von|and|und|dr\.?|prof\.?|mr\.?|mrs\.?|ms\.?|sir|imam|rev\.?)\s(?=\w+\s)", re.IGNORECASE)


def _before_day(text: str) -> str:
    mentions = find_days(0, text)
    if mentions:
        text = text[: mentions[0].start]
        text = _LAST_WORDS.sub("", text)
    return text


_LAST_WORDS = re.compile(r"(?:\s|(?<=[a-z]))(?:[Pp]ublished|[Uu]pdated|[Pp]osted|on|am|le|el)?:?\s?$")


def _bars_part_names(text: str) -> bool:
    parts = text.split(" | ")
    return len(parts) > 1 and all(_WHOLE.match(part) and first_is_given(part) for part in parts)


def _bare_name(piece: str) -> str:
    """Returns a name without titles, roles and degrees; nothing where it is no name."""
    name = _TITLES.sub("", piece.strip(" ,;:-–|•·"))
    role = _ROLE.search(name)
    if role:
        head = name[: role.start()].strip(" ,-–")
        # "Staff" or "Redaktion" alone sign for a house: "Sun Times Staff" is kept whole.
        house = _HOUSE.search(name)
        name = name if house and not first_is_given(name) else head if " " in head else ""
        words = name.split()
        if len(words) == 3 and first_is_given(name) and len(words[1].strip(".")) > 1:
            # "Jane Doe Globe Correspondent": the house stands between the name and the role.
            name = " ".join(words[:2])
    for _ in range(3):
        if name.count(" ") >= 2 and not name.isupper():
            name = _CREDENTIAL.sub("", name).rstrip(" ,")
    return name if 2 <= len(name) <= 44 and name.count(" ") <= 4 else ""


_HOUSE = re.compile(r"\b(?:staff|board|redaktion|desk|team|bureau|service|services|nachrichtenredaktion)$", re.IGNORECASE)


def _is_no_person(name: str) -> bool:
    """Tells whether a later piece of a byline is an agency, a house or a degree."""
    short = name.isupper() and len(name) <= 5
    return short or "." in name[:-1].replace(". ", "") or key_of(name) in publishers() or (
        _AGENCY.match(name) is not None
    )


@cache
def given_names() -> frozenset[str]:
    """Returns frequent given names in lower case."""
    text = files(__package__).joinpath("first_names.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


def first_is_given(name: str) -> bool:
    """Tells whether a name begins with a frequent given name.

    >>> first_is_given("Jane Doe"), first_is_given("Planet Earth")
    (True, False)
    """
    first = name.partition(" ")[0].lower()
    return first in given_names() or first.partition("-")[0] in given_names()


def list_candidates(
    layout: Layout, title: int | None, dated: frozenset[int], headline: str
) -> list[Candidate]:
    """Returns the names that may be authors', each once, at its first byline or line."""
    places: dict[str, list[tuple[int, str, str]]] = {}
    count = len(layout.texts)
    beside = _beside(layout, title)
    for i, text in enumerate(layout.texts):
        if len(text) > _LONGEST or layout.inside[i]:
            continue
        for name, kind in _names_on(layout, i, text, i in beside):
            places.setdefault(name.lower(), []).append((i, name, kind))
    longer = [name.split()[0] for name in places if " " in name]
    places = {name: group for name, group in places.items() if name not in longer}
    found = []
    signed = sorted({i for group in places.values() for i, _, kind in group if kind != "alone"})
    anchor = title if title is not None else layout.start
    for group in places.values():
        features = _features(layout, group, title, dated, count)
        own = [i for i, _, kind in group if kind != "alone"]
        if own:
            features.append(f"bylines:{_bucket(len(signed), (1, 2, 3, 6, 10))}")
            nearest = min(own, key=lambda i: abs(i - anchor))
            rank = sum(1 for i in signed if abs(i - anchor) < abs(nearest - anchor))
            features.append(f"byline-rank:{min(rank, 4)}")
        elif signed:
            features.append("others-sign")
        given = first_is_given(group[0][1])
        features.append(f"given:{given}")
        features.append(f"given:{given}&{bool(own)}")
        if group[0][1].lower() in headline.lower():
            features.append("in-title")
        i, name, kind = group[0]
        best = next((each for each in group if each[2] != "alone"), group[0])
        rule = "byline" if best[2] != "alone" else "name-line"
        found.append(Candidate(best[0], best[1], rule, tuple(features)))
    return found


def _beside(layout: Layout, title: int | None) -> set[int]:
    """Returns the lines on which a name alone may be an author's."""
    anchor = layout.start if title is None else title
    places = set(range(anchor - 8, anchor + 16))
    places.update(range(layout.start - 14, layout.start + 4))
    places.update(range(layout.end + 1, layout.end + 14))
    return places


def _names_on(layout: Layout, i: int, text: str, beside: bool) -> list[tuple[str, str]]:
    lead = _LEAD.match(text) if layout.folded[i].startswith(_FIRST) else None
    if lead:
        kind = "by" if text[:2].lower() in ("by", "vo") else "lead"
        return [(name, kind) for name in split_names(text[lead.end() :]) if _likely(name, strict=False)]
    if len(text) > 90:
        return []
    above = layout.texts[i - 1] if i else ""
    if len(above) < 26 and _LEAD_ALONE.match(above):
        return [(name, "under-lead") for name in split_names(text) if _likely(name, strict=False)]
    if len(above) < 5 and above in ("and", "und", "et", "y", "&", ",") and i > 1:
        return [(name, "under-and") for name in split_names(text) if _likely(name, strict=True)]
    if not beside:
        return []
    if text[:1].isupper() or not text[:1].isascii():
        names = split_names(text)
        if names and all(_likely(name, strict=True) for name in names[:1]):
            return [(name, "alone") for name in names if _likely(name, strict=True)]
    if _AGENCY.match(text.strip("()")):
        return [(text.strip("()"), "alone")]
    return []


def _likely(name: str, *, strict: bool) -> bool:
    if _AGENCY.match(name):
        return True
    if not _WHOLE.match(name):
        return not strict and len(name) > 3 and not any(c.isdigit() for c in name) and name.count(" ") < 4
    if not strict:
        return True
    words = name.split()
    return 2 <= len(words) <= 4 and not _STOP.search(name) and not name.isupper() | any(len(w) == 1 for w in words)


def _bucket(value: int, limits: tuple[int, ...]) -> int:
    return next((limit for limit in limits if value <= limit), 999)


def _signed(step: int) -> str:
    size = _bucket(abs(step), (0, 1, 2, 3, 4, 6, 9, 14, 25, 50))
    return f"-{size}" if step < 0 else str(size)


def _features(
    layout: Layout, group: list[tuple[int, str, str]], title: int | None, dated: frozenset[int], count: int
) -> list[str]:
    features: list[str] = []
    kinds = {kind for _, _, kind in group}
    name = group[0][1]
    features += [f"kind:{kind}" for kind in sorted(kinds)]
    if kinds == {"alone"}:
        features.append("only-alone")
    nearest = min(group, key=lambda each: abs(each[0] - (title if title is not None else layout.start)))
    i = nearest[0]
    step = _signed(i - title) if title is not None else "none"
    kind = next((k for k in ("by", "lead", "under-lead", "under-and", "alone") if k in kinds), "alone")
    near_date = any(k in dated for k in range(i - 2, i + 4))
    features += [f"title:{step}", f"{kind}&title:{step}", f"start:{_signed(i - layout.start)}", f"{kind}&start:{_signed(i - layout.start)}"]
    features.append(f"{kind}&near-date:{near_date}")
    same = any(k in dated for k in (i,))
    features.append(f"{kind}&on-date:{same}")
    features.append(f"times:{min(len(group), 5)}")
    features.append(f"{kind}&times:{min(len(group), 5)}")
    features.append(f"words:{min(name.count(' ') + 1, 5)}")
    if _AGENCY.match(name):
        features.append("agency")
    if name.isupper():
        features.append("capitals")
    if any(c.isdigit() for c in name):
        features.append("figure")
    if _STOP.search(name):
        features.append("stop-word")
    if _ROLE.search(name):
        features.append("role")
    folded = name.lower()
    inside = layout.main.count(folded)
    features.append(f"inside:{min(inside, 3)}")
    features.append(f"{kind}&inside:{min(inside, 2)}")
    box = any(k > 0 and _BOX.match(layout.texts[k - 1]) or _BOX.match(layout.texts[k]) for k, _, _ in group)
    features.append(f"box:{box}")
    if f"{folded} is a" in layout.whole or f"{folded} is the" in layout.whole or f"{folded} ist " in layout.whole:
        features.append("is-a")
    row = layout.texts[i]
    extra = len(row) - len(name)
    features.append(f"extra:{_bucket(extra, (0, 3, 8, 20, 40))}")
    below = layout.texts[i + 1] if i + 1 < count else ""
    if _ROLE.search(row[len(name):]) or (len(below) < 60 and _ROLE.search(below)):
        features.append("role-near")
    for k, _, _ in group:
        if layout.counts.get(layout.folded[k], 0) >= 2:
            features.append("line-again")
            break
    if title is not None and i < title:
        features.append("before-title")
    if i > layout.end:
        features.append("after-body")
    return features
