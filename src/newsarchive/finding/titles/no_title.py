"""Lines that head a body as a title does, and say plainly that they are something else."""

from __future__ import annotations

import re
from functools import lru_cache

from newsarchive.finding.days.mentions import find_days, month_names
from newsarchive.finding.days.places import heads_page
from newsarchive.finding.page import Layout
from newsarchive.finding.people.bylines import begins_as_byline, lead_of
from newsarchive.finding.people.names import CAPITALS, NAME, first_is_given, is_agency
from newsarchive.finding.people.posted import posters
from newsarchive.finding.sources.masthead import heads_printed_page, names_the_house
from newsarchive.finding.sources.own_addresses import HOST
from newsarchive.finding.sources.paper_names import BESIDE, heads_text, names_paper
from newsarchive.finding.vocabulary import any_of, one_of, words
from newsarchive.patterns import late

_AMID = 12
"""Characters of a caption before its credit, at least: "Photos: …" may be a title."""
_LONGEST_TIME = 80
_OFTEN = 8
"""Printings of a line up to which it may be the title: a label in a table has more."""
_TIMES = frozenset(words("time"))
_KEEPERS = words("scan-keeper")
"""Who keeps the paper that was scanned, in the line that says so."""
_LETTERS = late(r"[^\W\d_]+")
_NAME_AND_ROLE = late(
    rf"{NAME.pattern}, (?:[\w’'&-]+ ){{0,4}}{any_of('role').pattern}", re.IGNORECASE
)
"""A name with what its bearer does: "Jane Doe, Local Government Correspondent"."""
_CREDITED = one_of(*words("picture"), *words("picture-credit"), before=r"\b", after=r"\s?[:/©] ?\S")
_OF_AGENCY = any_of("agency", r"(?<=[.)] )", r" ?/ ?\w")
"""Whose a picture is, behind what it shows."""
_CREDIT_ALONE = any_of("credit-lead", r"[(\[]?", r"\s?(?:[:/©]|\.{3}|…)\s?\S")
"""A line that is nothing but a picture's credit."""
_TAKEN = late("(?:撮影|摄|攝|제공)[）)】]?$")
"""Who took a picture, behind what it shows."""
_CREDIT_SIGNS = late("[:/©]")
"""One of these signs stands in every credit."""
_OTHER_BEGINNINGS = (
    *("http://", "https://", "www.", "@", "credit...", "credit…"),
    *words("caption-lead"),
)
_SENT_ON = words("sent-amid")
"""What stands over an article that a reader sent to another one."""
_COPIED = any_of("over-copy")
"""What stands over a mail's text, or over a copy that somebody keeps."""
_BROKEN_OFF = ("(", "—", "–")
"""A headline ends in none of them. A dateline on a line of its own does, and so does a caption that
its credit was cut from."""
AGENCY_DATELINE = late(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .,'’-]{1,40}(?:, [\w. ]{2,24})? \([A-Z][\w &./’']{1,24}\) ?(?:[–—]|--?)\s"
)
"""A place in capitals and an agency, before the first sentence."""
_TITLE_BLANKS = 2
"""Blanks, at least, in a line that may be the title above a name."""
EMBARGO = any_of("embargo", r"\W*(?:(?:press|news|media) release\W+)?")
"""What a press release says above its title of when it may be printed."""
_AIRED = any_of("aired", after=r" (?!the\b)(?-i:[A-Z])")
"""The programme in which a report was broadcast."""
_FAILED = late(
    r"(?:warning|notice|deprecated|strict standards|(?:fatal|parse) error):"
    r".* in \S*[/\\].* on line \d+",
    re.IGNORECASE,
)
"""What a server prints of its own faults, in place of a page's first lines."""
_PLAYED = any_of(
    "recording",
    r"\W*",
    rf"\b.*\(\d+(?:[:.]\d\d)?\s?(?:{any_of('minute').pattern}\.?)?\)",
)
"""A pointer to a recording, with how long it is: "AUDIO: The storm (2 Min)"."""
_WEATHER = late(r"\d ?°.*\d ?°")
"""Two temperatures: those of the next days, beside the day of the visit."""
_FILED = late(
    rf"(?i:(?:posted |filed |published )?(?:in|under)) [{CAPITALS}][^.!?]{{1,60}}"
    rf" by [{CAPITALS}]\S+(?: [{CAPITALS}]\S+){{0,2}}"
)
"""Where an article is filed, and who posted it: "In News, Harbour by Jane"."""
_FOR_HOUSE = late(
    rf"\({NAME.pattern}(?:\s?/\s?|(?: for|,? via) (?:[Tt]he )?)[{CAPITALS}][^()]{{1,40}}\)$"
)
"""Who took a picture, and for whom, in brackets behind what it shows: "(Jane Doe for The Post)"."""
_BY_IN_BRACKETS = late(
    r"\((?:(?:[\w/]+ )?(?:photo|video|image|picture|foto)s? (?:by|via|courtesy of)|courtesy of)"
    r" [^()]{2,60}\)$",
    re.IGNORECASE,
)
"""Who took what a caption speaks of: "(AP Video by Jane Doe)"."""
_COMMISSION = late(r"\bmay (?:earn|receive|get)\b.*\bcommissions?\b")
"""What a shop's links may earn the publisher."""
_OWNED = late(r".{12,}\s©\s?\S.{0,60}")
"""What a picture shows, and whose it is."""
_TAG = rf"[{CAPITALS}][\w’'-]*(?: [\w’'-]+){{0,3}}"
_TAGS = late(rf"(?:{_TAG}, ){{2,}}{_TAG}")
"""What an article is about, in a row: "Harbour, Bridges, Port Elsewhere"."""
_AND = frozenset(words("and"))
"""What stands before the last of several things that a sentence counts up."""
_HOMES = frozenset(words("trail-home")).difference(words("trail-theme"))
_TRAIL_SIGN = late(r"\s[/>»›]\s|[>»›]")
"""What stands behind the first part of a trail: "Accueil / Bocage", "Home > News"."""
_SHARED = any_of("share-button", r"(?:", r"[\s,|/•·+-]{0,3}){2,}")
"""Buttons to share a page, in a row."""
_WIRED = late(r"[A-Za-z]{1,4}\d{3,4} (?=.*\d)")
"""The number of a report on a wire."""
_EARLIER = {"«": "»", "‹": "›", "<": ">", "←": "→"}
_LATER = {behind: before for before, behind in _EARLIER.items()}
"""What stands before the headline of the article before, and behind that of the next one, each with
what stands at the other end of a text that is only set between the two."""
_PARTS = late(r"[,|;()·•]|\s[–—-]\s")
_MAIL = late(r"@(?<=[\w.+-]@)[\w-]+\.\w")
_WEEKDAY = 14
"""Characters of a weekday beside a day, at most, with the sign between them."""
_HANDLE = late(r"@\w{2,30}")
_SIGNED = late(rf"[{CAPITALS}][\w.’'-]*(?: [{CAPITALS}][\w.’'-]*)*(?:\W|$)")


def is_no_title(layout: Layout, i: int, dated: frozenset[int]) -> bool:
    """Tell whether a line is an address, a byline, a time, a place, a caption or a paper's name.

    Nor is one a title that begins as an agency's report does: "CITY (Agency) -- The …".

    Args:
        layout: the page's layout.
        i: index of the line.
        dated: indexes of the short lines that hold a day.
    """
    text = layout.texts[i]
    often = layout.counts[layout.folded[i]] > _OFTEN
    if often or _is_something_else(text) or _is_sentence_over_credit(layout, i):
        return True
    if (i == 0 or text[-1].isdigit()) and heads_printed_page(text, first=i == 0):
        return True
    if i in dated and (_is_hardly_more_than_a_day(text) or _names_keeper(text)):
        return True
    if _heads_its_day(layout, i, dated) or _is_over_a_handle(layout, i):
        return True
    lead = lead_of(text) if begins_as_byline(layout.folded[i]) else None
    if lead and lead[0] == "by" and _SIGNED.match(text, lead[1]):
        return i in dated or first_is_given(text[lead[1] :])
    return _signs_article(layout, i, dated) or names_the_house(layout, i)


def _is_hardly_more_than_a_day(text: str) -> bool:
    """Tell whether a line is a day, with a weekday perhaps in a script that has no capitals.

    >>> _is_hardly_more_than_a_day("יום שני, 19 ביולי 1937")
    True
    >>> _is_hardly_more_than_a_day("19 July 1937 in pictures")
    False
    """
    rests = [text[: day.start] + text[day.end :] for day in find_days(0, text)]
    return any(rest.lower() == rest.upper() and len(rest) <= _WEEKDAY for rest in rests)


def _names_keeper(text: str) -> bool:
    """Tell whether a line with a day says who keeps the scan, as databases head their records."""
    return any(keeper in text.lower() for keeper in _KEEPERS)


def _heads_its_day(layout: Layout, i: int, dated: frozenset[int]) -> bool:
    """Tell whether a line is a paper's name, over the day that heads its page or its post."""
    if i + 1 not in dated or not names_paper(layout.texts[i], BESIDE):
        return False
    below = layout.texts[i + 1]
    return heads_page(below) or (i == 0 and any(day.start == 0 for day in find_days(0, below)))


def _is_over_a_handle(layout: Layout, i: int) -> bool:
    """Tell whether a line says whose post follows: what that is called stands below, "@name"."""
    below = layout.texts[i + 1] if i + 1 < len(layout.texts) else ""
    return _HANDLE.fullmatch(below) is not None


def _is_sentence_over_credit(layout: Layout, i: int) -> bool:
    """Tell whether a line ends as a sentence, and the next one says whose the picture is."""
    below = layout.texts[i + 1 : i + 2]
    return layout.texts[i].endswith(".") and any(_CREDIT_ALONE.match(text) for text in below)


def _signs_article(layout: Layout, i: int, dated: frozenset[int]) -> bool:
    """Tell whether a line names who wrote, above a day, beside one or with what they are."""
    text = layout.texts[i]
    parts = [part.strip() for part in _PARTS.split(text)]
    if i in dated and (any(map(_signs, parts)) or posters(text)):
        return True
    if i == 0 and i in dated and len(parts) > 1 and any(map(heads_text, parts)):
        return True
    return _signs_above_day(layout, i, dated) or bool(
        first_is_given(text) and _NAME_AND_ROLE.fullmatch(text)
    )


def _names_writer(text: str) -> bool:
    """Tell whether a line ends with who wrote another article, as pointers to one do.

    >>> _names_writer("Opinion – The bridge, by Jane Doe"), _names_writer("Bridge hit, by the way")
    (True, False)
    """
    tail = text.rpartition(", ")[2]
    lead = lead_of(tail) if tail != text and begins_as_byline(tail.lower()) else None
    return lead is not None and lead[0] == "by" and bool(_signs(tail[lead[1] :]))


def _signs(part: str) -> bool:
    """Tell whether what stands beside a day is a paper's name, or a person's."""
    name = part.strip()
    person = NAME.fullmatch(name) and " " in name and first_is_given(name)
    return bool(person or names_paper(name, BESIDE))


@lru_cache(maxsize=1024)  # lines come again and again, on the pages of one publisher most of all
def _is_something_else(text: str) -> bool:
    """Tell whether a line says by itself that it is no title, whatever stands around it."""
    folded = text.lower()
    if "commission" in folded and _COMMISSION.search(folded):
        return True
    if folded.startswith(_OTHER_BEGINNINGS) or HOST.fullmatch(text) or _MAIL.search(text):
        return True
    elsewhere: object = _names_writer(text) or _is_credited(text) or AGENCY_DATELINE.match(text)
    elsewhere = elsewhere or EMBARGO.match(text) or _AIRED.match(text) or _is_of_page(text)
    elsewhere = elsewhere or any(map(folded.__contains__, _SENT_ON))
    elsewhere = elsewhere or _COPIED.match(text) or _is_of_wire(text)
    home = _TRAIL_SIGN.split(folded, maxsplit=1)[0]
    return (
        bool(elsewhere)
        or text.endswith(_BROKEN_OFF)
        or _says_when(folded)
        or (home != folded and home in _HOMES)
    )


def _is_of_wire(text: str) -> bool:
    """Tell whether a line is what a wire sends above a report: its number, priority, length, hour.

    >>> _is_of_wire("bdt0123 4 vm 312 dpa 0456"), _is_of_wire("A380 lands at 3 in the morning")
    (True, False)
    """
    numbered = [word for word in text.split() if any(map(str.isdigit, word))]
    return _WIRED.match(text) is not None and 2 * len(numbered) > text.count(" ")


def _is_credited(text: str) -> bool:
    """Tell whether a line is a caption that says whose the picture is."""
    if _TAKEN.search(text, _AMID) or (text[-1] == ")" and _says_who_took(text)):
        return True
    return _CREDIT_SIGNS.search(text, _AMID) is not None and bool(
        _CREDITED.search(text, _AMID) or _OF_AGENCY.search(text, _AMID)
    )


def _says_who_took(text: str) -> bool:
    return bool(_FOR_HOUSE.search(text, _AMID) or _BY_IN_BRACKETS.search(text, _AMID))


def _is_of_page(text: str) -> bool:
    """Tell whether a line is of the page: a fault, buttons, a recording, a neighbour's headline.

    >>> _is_of_page("TwitterFacebookLinkedInPrint"), _is_of_page("Facebook buys Twitter")
    (True, False)
    >>> _is_of_page("Ferry sinks »"), _is_of_page("« Ferry sinks"), _is_of_page("«Stop» of ferry")
    (True, True, False)
    """
    tags = ", " in text and _TAGS.fullmatch(text)
    if tags and _AND.isdisjoint(text.rpartition(",")[2].split()):
        return True
    if ("©" in text and _OWNED.fullmatch(text)) or _WEATHER.search(text) or _FILED.fullmatch(text):
        return True
    if _SHARED.fullmatch(text) or _FAILED.fullmatch(text) or _PLAYED.fullmatch(text):
        return True
    behind, before = _EARLIER.get(text[0]), _LATER.get(text[-1])
    return bool((behind and behind not in text) or (before and before not in text))


def _signs_above_day(layout: Layout, i: int, dated: frozenset[int]) -> bool:
    """Tell whether a line is a person's name alone, with a day below it and a title above."""
    text = layout.texts[i]
    is_name = i + 1 in dated and first_is_given(text) and NAME.fullmatch(text) is not None
    return is_name and i > 0 and layout.texts[i - 1].count(" ") >= _TITLE_BLANKS


def _says_when(folded: str) -> bool:
    """Tell whether a line gives figures and words of time, with an agency's name perhaps.

    >>> _says_when("updated mon 19 july 2021, 2:40 p.m. edt"), _says_when("july 19 in pictures")
    (True, False)
    >>> _says_when("upi 07/19/2021 0412 gmt")
    True
    """
    if len(folded) > _LONGEST_TIME or not any(map(str.isdigit, folded)):
        return False
    return all(
        word in _TIMES or word in month_names() or is_agency(word)
        for word in _LETTERS.findall(folded)
    )
