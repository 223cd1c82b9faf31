"""Finds the source: the publisher, by the places where pages name themselves.

A page names its publisher in copyright lines, own addresses, service phrases ("Subscribe to X"),
beside its title, in datelines, and in its masthead. Each such place is a sighting; the sightings of
one name, brought together whether it stands as words or as an address, speak for it together.
"""

from __future__ import annotations

import re

from msgspec import Struct

from newsarchive.finding.page import Layout
from newsarchive.finding.register import first_words, key_of, publishers, spelled, stems
from newsarchive.finding.scoring import load_weights, score, shares
from newsarchive.model import Line, Statement

_NAME = r"([A-ZÀ-ÞА-Я0-9@][^\n|©.,;:()\[\]<>•·!?]{1,44}?(?:\.(?:com|org|net|de|it|fr|tv|uk|ca|in))?!?)"
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|&copy;|copyright)\s*(?:copyright|©|\(c\)|by)?\s*:?\s*(?:(?:19|20)\d\d)?(?:\s?[-–/,]\s?(?:(?:19|20)\d\d|present|heute))?"
    r"[\s,.:|–-]{0,3}(?:by\s|bei\s)?" + _NAME +
    r"(?=\s*(?:[|©.,;:()\[\]<>•·\n]|$|\s[-–]\s|\s(?:19|20)\d\d|\s(?:all\s|alle\s|tous\s|todos\s|inc\b|llc\b|ltd\b|gmbh|ag\b|media|corp|co\b|is\s|limited|s\.a)))",
    re.IGNORECASE,
)
_COPYRIGHT_AFTER = re.compile(r"^" + _NAME + r"\s?(?:©|\(c\)|copyright)", re.IGNORECASE | re.MULTILINE)
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright|rights reserved)", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?<![\w@.-])(@)?(?:[\w.+-]{1,40}(@))?(?:https?://)?((?:[a-z0-9][a-z0-9-]{0,40}\.){1,4}"
    r"(?:com|org|net|info|news|tv|co|edu|gov|io|eu|[a-z]{2})(?:\.[a-z]{2})?)(?![\w-])(/)?",
    re.IGNORECASE,
)
_LEADS = (
    "about ", "subscribe to ", "follow ", "sign up for ", "contact ", "more from ", "welcome to ",
    "download the ", "get the ", "support ", "join ", "advertise with ", "advertise on ", "mehr von ",
    "über ", "sobre ", "à propos de ", "search ", "log in to ", "more on ", "visit ", "read more from ",
    "read more at ", "read more on ", "source: ", "quelle: ", "fuente: ", "fonte: ", "go to ", "work at ", "the latest from ",
    "originally published on ", "originally appeared on ", "originally published by ", "careers at ", "write for ",
    "home - ", "home | ", "back to ", "latest from ", "best of ", "zur startseite von ", "folgen sie ",
    "chi siamo ", "redazione ", "abonnez-vous à ", "suscríbete a ", "why ", "my ", "shop ", "all ", "made by ",
)  # fmt: skip
_TAILS = (
    " newsletter", " newsletters", " app", " apps", " staff", " on facebook", " on twitter", " on instagram",
    " on youtube", " magazine", " homepage", " home page", " home", " logo", " podcast", " podcasts", " tv",
    " subscription", " plus", " premium", " shop", " archive", " archives", " archiv", " abo", " team", " editors",
    " recommends", " live", " radio", " video", " online", "+", " on linkedin", " on google news", " store",
    " terms of service", " privacy policy", " events", " jobs", " media", " group", " account", " international",
)  # fmt: skip
_DATELINE = re.compile(r"^(?:[\w .,'’/-]{2,60}\s)?\(([A-Z][\w .&'’]{1,30})\)\s?[-–—:]|^[\w .,’'-]{0,40}[–—-]\s?([A-Z]{2,5})\s?[–—-]")
_DOT = re.compile(r"\w\.[a-zA-Z]{2,4}(?![a-zA-Z])")
_TAIL_CUT = re.compile(r"\s[|–—-]\s|\s?[|｜]\s?|\s·\s|\s::\s")
_CREDIT = re.compile(r"^(?:by|von|par|por|source|quelle|photo|text)\b.{0,60}?[,|/•–-]\s?" + _NAME + "$", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:told|tells|interview with|speaking to|spoke to|gegenüber(?: der| dem)?|reviewed by|fact[- ]checked by|edited by)\s((?:the\s)?[A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){0,3})")
_STOP = frozenset(
    "facebook twitter instagram youtube google linkedin pinterest whatsapp apple android reddit tiktok "
    "email share login menu home search news newsletter contact privacy cookies terms gettyimages getty "
    "shutterstock telegram snapchat rss flipboard doubleclick googleapis wordpress youtu gstatic disqus "
    "copyright allrightsreserved allrights us all the web e2 bitly goo t gmail outlook hotmail photo image".split()
)


_PADDING = re.compile(r"^(?:\W*(?:copyright|©|by|the|19\d\d|20\d\d|[-–,])\s+)+|\s+(?:inc|llc|ltd|gmbh|ag|pty|plc|all|and its|is)\b.*$|[™®©]+", re.IGNORECASE)
_EMPTY = re.compile(
    r"\d+|.*(?:19|20)\d\d|privacypolicy|terms|policy|membership|articles?|startseite|health|sports?|business|opinion|video|"
    r"visitus|our|uns|your|entertainment|politics|world|culture|technology|science|weather|podcasts?|jobs?|shop|games?|travel|"
    r"lifestyle|food|style|money|local|latest|subscribe|newsletters?|signin|signup|register|events?|magazine|advertise|careers|"
    r"help|support|more|top|best|live|radio|tv|archive|comments?|author|editorial|features?|reviews?|breaking|company|media|"
    r"about|aboutus|contactus|followus|accessibility|compliance|books?|music|movies?|cars?|deals|education|environment|"
    r"readmore|seemore|showmore|loadmore|home|homepage|account|myaccount|log.?out|login|united|states|new|news"
)
_CAPITAL = re.compile(r"\b[A-ZÀ-ÞА-Я0-9][\w’'&+!.-]*|[\u3040-\u9fff\uac00-\ud7a3]{2,}")
_PHRASE = re.compile(r"[A-ZÀ-Þ][\w’'&+!-]*(?:\s(?:of|the|and|&|de|der)?\s?[A-ZÀ-Þ0-9][\w’'&+!-]*){0,3}")
_OWNERS = frozenset(
    "condenast hearst hearstmagazines hearstnewspapers hearstmagazinemedia gannett reachplc reach medianewsgroup dotdashmeredith "
    "futureplc future futureus voxmedia ziffdavis bauermedia axelspringer newscorp newscorpaustralia ippenmedia funke tamedia "
    "ringier schibsted bonnier wordpress blogger tagdiv mcclatchy leeenterprises townsquaremedia penskemedia pmc gmg gomedia "
    "staticmedia valnet fandom nbcuniversal disney warnerbros paramount comcast yahoo google independentonline caxton "
    "postmedia torstar bellmedia rogers salemmedia arenagroup arenaholdings recurrent advance advancelocal tribunepublishing "
    "associatedpress reuters afp agencefrancepresse dpa gettyimages".split()
)


class Sighting(Struct, frozen=True):
    """A place where a page may name its publisher."""

    line: int
    name: str
    kind: str


class Candidate(Struct, frozen=True):
    """A name with all its sightings."""

    key: str
    name: str
    sightings: tuple[Sighting, ...]
    features: tuple[str, ...]


_RULES = {
    "copyright": "copyright-line", "address": "own-address", "mail": "own-address", "tail": "title-tail",
    "masthead": "masthead", "dateline": "dateline-agency", "service": "service-phrase", "known": "known-name",
    "credit": "credit-line", "told": "told-to", "repeated": "repeated-name", "handle": "own-address",
}  # fmt: skip


def find_source(
    lines: tuple[Line, ...], layout: Layout, title: int | None, headline: str
) -> tuple[Statement, ...]:
    """Returns the statements of the publisher, the firmest first; none where nothing is firm."""
    candidates = list_candidates(layout, title, headline)
    if not candidates:
        return ()
    weights = load_weights("source")
    portions = shares([score(weights, each.features) for each in candidates])
    portion, k = max((portion, -k) for k, portion in enumerate(portions))
    if portion < weights.keep:
        return ()
    best = candidates[-k]
    return tuple(
        Statement("source", best.name, _RULES[s.kind], lines[s.line].text, lines[s.line].number)
        for s in best.sightings
    )


def list_candidates(layout: Layout, title: int | None, headline: str) -> list[Candidate]:
    """Returns the names that the page may be published under, with what speaks for each."""
    groups: dict[str, list[Sighting]] = {}
    known = publishers()
    for sighting in (*sightings(layout, title, headline), *_known_names(layout), *_repeated(layout)):
        name = _PADDING.sub("", sighting.name).strip(" -–,.:'\"“”’")
        key = key_of(name)
        if 1 < len(key) <= 40 and key not in _STOP and not _EMPTY.fullmatch(key):
            register = known.get(key)
            group = groups.setdefault(key_of(register) if register else key, [])
            group.append(Sighting(sighting.line, name, sighting.kind))
    found = []
    for key, group in groups.items():
        kinds: dict[str, int] = {}
        for sighting in group:
            kinds[sighting.kind] = kinds.get(sighting.kind, 0) + 1
        name = _display(key, group)
        features = _features(layout, key, name, group, kinds)
        found.append(Candidate(key, name, tuple(group[:8]), tuple(features)))
    return found


def _display(key: str, group: list[Sighting]) -> str:
    """Returns the name as the page writes it, best where its address agrees; else the register's."""
    known = publishers().get(key)
    hosts = {key_of(s.name) for s in group if s.kind in _ADDRESSES}
    if known:
        hosts |= stems(known)
    words = [s.name for s in group if s.kind not in _ADDRESSES]
    agreeing = [name for name in words if key_of(name) in hosts]
    names = agreeing or ([known] if known else words) or [s.name for s in group]
    return max(dict.fromkeys(names), key=lambda n: (names.count(n), any(c.islower() for c in n)))


_ADDRESSES = ("address", "mail", "handle")


def _known_names(layout: Layout) -> list[Sighting]:
    """Returns where names of the register stand, in lines of any kind."""
    found = []
    firsts = first_words()
    for i, text in enumerate(layout.texts):
        for match in _CAPITAL.finditer(text):
            for name in firsts.get(match[0], ()):
                if text.startswith(name, match.start()):
                    after = text[match.start() + len(name) : match.start() + len(name) + 1]
                    if not after.isalnum():
                        found.append(Sighting(i, name, "known"))
                        break
    return found


def _repeated(layout: Layout) -> list[Sighting]:
    """Returns the names that many different short lines outside the body share.

    "About Daily Post", "Daily Post newsletter" and "Join Daily Post" share what all sites repeat:
    their own name.
    """
    seen: dict[str, set[str]] = {}
    for i, text in enumerate(layout.texts):
        if len(text) <= 70 and not layout.inside[i] and layout.counts[layout.folded[i]] < 4:
            for match in _PHRASE.finditer(text):
                seen.setdefault(match[0], set()).add(layout.folded[i])
    found = []
    for phrase, rows in seen.items():
        if len(rows) >= 3 and len(phrase) > 2:
            number = next(i for i, row in enumerate(layout.folded) if row in rows)
            found.append(Sighting(number, phrase, "repeated"))
    return found[:12]


def sightings(layout: Layout, title: int | None, headline: str) -> list[Sighting]:
    """Returns every place where the page may name its publisher."""
    found: list[Sighting] = []
    known = spelled()
    short_head = headline.lower()
    for i, text in enumerate(layout.texts):
        folded = layout.folded[i]
        if "©" in text or "(c)" in folded or "copyright" in folded or "reserved" in folded:
            for match in _COPYRIGHT.finditer(text):
                found.append(Sighting(i, match[1].strip(" -–"), "copyright"))
            after = _COPYRIGHT_AFTER.match(text)
            if after:
                found.append(Sighting(i, after[1].strip(" -–"), "copyright"))
        if "." in text and _DOT.search(text):
            for match in _ADDRESS.finditer(text):
                found.append(_address(i, match))
        if len(text) <= 60:
            found.extend(_short_line(i, text, folded, known))
        if title is not None and len(short_head) > 8 and folded.startswith(short_head) and len(text) > len(short_head) + 3:
            rest = text[len(short_head):].strip()
            found.extend(Sighting(i, part.strip(), "tail") for part in _TAIL_CUT.split(" " + rest + " ") if part.strip())
        elif i < 2 and len(text) < 200:
            parts = _TAIL_CUT.split(text)
            if len(parts) > 1:
                found.append(Sighting(i, parts[-1].strip(), "tail"))
                found.append(Sighting(i, parts[0].strip(), "tail"))
        if layout.start - 2 <= i <= layout.start + 3 and "(" in text or "–" in text[:60] or "—" in text[:60]:
            match_ = _DATELINE.match(text)
            if match_:
                found.append(Sighting(i, match_[1] or match_[2], "dateline"))
        if i < 6 and len(text) < 45:
            found.append(Sighting(i, text, "masthead"))
    for match in _TOLD.finditer("\n".join(layout.texts)):
        found.append(Sighting(0, match[1], "told"))
    return found


def _address(i: int, match: re.Match[str]) -> Sighting:
    host = match[3].lower()
    labels = host.split(".")
    size = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in ("co", "com", "org", "net", "gov", "ac", "or", "ne") else 2
    kind = "mail" if match[2] else "handle" if match[1] else "address"
    return Sighting(i, ".".join(labels[-size:]), kind)


def _short_line(i: int, text: str, folded: str, known: dict[str, str]) -> list[Sighting]:
    found = []
    if folded.startswith(_LEADS):
        lead = next(lead for lead in _LEADS if folded.startswith(lead))
        rest = _without_tail(text[len(lead) :].strip())
        found.append(Sighting(i, rest, "service"))
    elif folded.endswith(_TAILS):
        found.append(Sighting(i, _without_tail(text), "service"))
    if folded in known:
        found.append(Sighting(i, text, "known"))
    if "," in text or "|" in text or "/" in text or "•" in text or "-" in text:
        credit = _CREDIT.match(text)
        if credit:
            found.append(Sighting(i, credit[1], "credit"))
    return found


def _without_tail(text: str) -> str:
    folded = text.lower()
    tail = next((tail for tail in _TAILS if folded.endswith(tail)), "")
    text = text[: -len(tail)] if tail and len(tail) < len(text) else text
    return text[4:] if text[:4].lower() == "the " else text


def _bucket(value: int, limits: tuple[int, ...]) -> int:
    return next((limit for limit in limits if value <= limit), 999)


def _features(
    layout: Layout, key: str, name: str, group: list[Sighting], kinds: dict[str, int]
) -> list[str]:
    features = [f"{kind}:{_bucket(n, (1, 2, 4, 8))}" for kind, n in kinds.items()]
    features += [f"has:{kind}" for kind in kinds]
    strong = sorted(k for k in kinds if k != "known")
    features.append(f"kinds:{min(len(strong), 5)}")
    features += [f"{a}+{b}" for x, a in enumerate(strong) for b in strong[x + 1 :]]
    if key in publishers():
        features.append("in-register")
        features += [f"in-register&{kind}" for kind in kinds]
    folded = name.lower()
    times = layout.whole.count(folded)
    alone = max(layout.counts.get(folded, 0), layout.counts.get(f"the {folded}", 0))
    features.append(f"alone:{_bucket(alone, (0, 1, 2, 4, 8))}")
    inside = layout.main.count(folded)
    features.append(f"times:{_bucket(times - inside, (0, 1, 2, 3, 5, 8, 13, 30))}")
    features.append(f"inside:{_bucket(inside, (0, 1, 2, 5))}")
    if key in _OWNERS or key_of(name) in _OWNERS:
        features.append("owner")
    features += _contexts(layout, folded)
    words = name.count(" ") + 1
    features.append(f"words:{min(words, 6)}")
    features.append(f"length:{_bucket(len(key), (2, 3, 5, 8, 14, 22))}")
    if name.islower():
        features.append("small")
    first, last = group[0].line, group[-1].line
    features.append(f"first:{_bucket(first, (0, 1, 3, 8))}")
    features.append(f"last-from-end:{_bucket(len(layout.texts) - last, (1, 3, 8, 20))}")
    return features


def _contexts(layout: Layout, name: str) -> list[str]:
    """Tells what stands before and after the name's first few occurrences."""
    whole, found = layout.whole, set()
    place = whole.find(name)
    for _ in range(12):
        if place < 0:
            break
        end = place + len(name)
        if not whole[place - 1 : place].isalnum() or place == 0:
            before = whole[max(0, place - 24) : place].rpartition("\n")[2].split()
            after = whole[end : end + 20].partition("\n")[0].split()
            left, right = (before[-1] if before else "^"), (after[0] if after else "$")
            found.add(f"before:{left[-12:]}")
            found.add(f"after:{right[:12]}")
            if left == "^" or right == "$":
                found.add(f"around:{left[-12:]}_{right[:12]}")
        place = whole.find(name, end)
    return sorted(found)
