"""Takes bylines apart: the names in "By Jane Doe and John Roe, Staff Writers"."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from newsarchive.finding.days.mentions import find_days
from newsarchive.finding.people.names import (
    CAPITALS,
    PARTICLE_WORDS,
    first_is_given,
    is_agency,
    is_name,
)
from newsarchive.finding.sources.paper_names import BESIDE, names_paper
from newsarchive.finding.sources.register import is_known, key_of
from newsarchive.finding.vocabulary import any_of, words
from newsarchive.patterns import late

_AND = tuple(words("and"))
_BETWEEN = late(rf"\s*(?:,\s*(?:and|und)\s|\s(?:{'|'.join(_AND)}|[/|])\s|,\s|;\s|/)\s*")
_LOUD_AND = late(rf"\s(?:{'|'.join(map(str.upper, _AND))})\s(?=(.+))")
"""The same in a byline in capitals: "JANE DOE AND JOHN ROE"."""
_AND_AGENCY = late(
    rf"(?:,\s|\s(?:{'|'.join(word for word in _AND if word != 'with')})\s)"
    r"/?([^,/|]+(?:/[^,/|]+)?)/?$"
)
"""An agency that signs beside people: "Jane Doe, dpa", "Jane Doe og /ritzau/"."""
_WITH_AGENCY = late(r"\s(?:with|mit|avec|con|com|met|med|z|ze|s|se|cu|с|із|з|και)\s(\S.*)$")
"""One whose text somebody worked with: "Jane Doe with AP"."""
_ENDS = any_of("name-ends")
ROLE = any_of("role", r"\b", r"\b")
_HOUSE = any_of("house", r"\b", "$")
_PAPER = any_of("paper", r"\b", "$")
_MOST_OFFICES = 5
_OF = "De "
"""How bylines begin in Romanian, where a given name follows."""
_GLUED = late(
    # "Jane DoeTravel Reporter": a capital inside a word, save after Mc, Mac, De, La and their like.
    r"[a-zà-ÿ](?=[A-ZÀ-Þ])(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLa)(?<!\bLe)(?<!\bDi)(?<!\bVan)"
    r"(?<!\bFitz)(?<!\bDu)(?<!\bSt)(?<!\bSan)"
    r"(?=(?:[A-ZÀ-Þ][a-zà-ÿ]+)+(?:\s|$|:|,)|(?:CEO|CTO|CFO|COO)\b)"
)
_CALLED_OF = late(r"((?:The )?[A-Z][a-z]{3,}) of (?:the )?[A-Z]")
_COUNT = late(r"(?<=[a-zà-ÿ])\d(?!\d*[a-z])")
"""What is glued to a name: "Jane Doe5 hours ago". Within a word it is a part of it: "b2man"."""
_DEGREE = late(r"\s(?:[A-Z](?!\.$)[A-Z.]{1,4}|Ph\.?D\.?|[A-Z]+[a-z]?[A-Z]+)$")
_ADDRESS = late(
    r"^(?:(?:της|του|των|by|von|and|und|dr\.?|prof\.?|mr\.?|mrs\.?|ms\.?|sir|imam|rev\.?|mag\.?|ing\.?|"
    r"dott\.?(?:ssa)?|avv\.?|sra?\.|dra\.?|don|doña|mme|rechtsanw[aä]lt(?:in)?|pfarrer(?:in)?|herr|frau)\s(?=\w+\.?\s))+",
    re.IGNORECASE,
)
_STOP = late(r"(?<=[a-zà-ÿ]{3})\.$")
"""A full stop behind a name, that is none of an abbreviation: "Reporting by Jane Doe."."""
_WHEREABOUTS = late(
    rf"\s(?:in|aus|à|en|a|w)\s[{CAPITALS}][\w’'-]+(?:\s[{CAPITALS}][\w’'-]+){{0,2}}"
    rf"(?=,?\s(?:{'|'.join(words('and'))})\s[{CAPITALS}])"
)
"""Where the first of two writers is: "Jane Doe in London and John Roe in Paris"."""
_LAST_WORDS = late(
    r"(?:(?:\s|(?<=[a-z]))(?:Published|Updated|Posted|Stand)"
    r"|^(?:Published|Updated|Posted):? (?:Mon|Tues?|Wed|Thu|Thurs|Fri|Sat|Sun),?"
    r"|\s(?:published|updated|posted|stand|on|am|[Vv]om|le|el|il|em|op|den|dne))?:?\s?$"
)
"""What stands between a name and a day. Words with a capital may be glued to the name."""


def split_names(text: str) -> list[str]:
    """Give the names in what follows a byline's first word.

    >>> split_names("Jane Doe and John Roe, Staff Writers")
    ['Jane Doe', 'John Roe']
    >>> split_names("Ana de la Cruz | Correspondent")
    ['Ana de la Cruz']
    >>> split_names("Jane Doe; Editing by John Roe"), split_names("Jean Dupont avec AFP")
    (['Jane Doe'], ['Jean Dupont'])
    >>> split_names("Jane Doe20 July 2021"), split_names("Jane Johnson20 July 2021")
    (['Jane Doe'], ['Jane Johnson'])
    >>> split_names("De Ioana Munteanu"), split_names("De Vries")
    (['Ioana Munteanu'], ['De Vries'])
    >>> split_names("Jane DoeTravel Reporter"), split_names("Jane DoeJohn Roe")
    (['Jane Doe'], ['Jane Doe', 'John Roe'])
    >>> split_names("Jane Doe Port Town Courier-Post"), split_names("Jane Doe City Hall Bureau")
    (['Jane Doe'], ['Jane Doe'])
    >>> split_names("Bradford Doe Fox News"), split_names("New York Times")
    (['Bradford Doe'], ['New York Times'])
    >>> split_names("Jane Doe Maria Roe John Smith"), split_names("Maria del Carmen Ruiz")
    (['Jane Doe', 'Maria Roe', 'John Smith'], ['Maria del Carmen Ruiz'])
    >>> split_names("Jane Doe, PORT RADIO"), split_names("Anna Roe, Hamburg")
    (['Jane Doe'], ['Anna Roe'])
    >>> split_names("Chidera Ekeh, Asaba"), split_names("Posted Thu 7 Nov 2019 at 5:12am")
    (['Chidera Ekeh'], [])
    >>> split_names("Jane Doe, London, John Roe 19.07.2021")
    ['Jane Doe', 'John Roe']
    >>> split_names("Jane Doe in London and John Roe in New York")
    ['Jane Doe', 'John Roe']
    >>> split_names("JANE DOE, CONSUMER EDITOR and JOHN ROE")
    ['JANE DOE', 'JOHN ROE']
    >>> split_names("Jane Doe, The Port Mail"), split_names("Jane Doe and Maria Post")
    (['Jane Doe'], ['Jane Doe', 'Maria Post'])
    >>> split_names("ERIKA MUSTER UND MAX MUSTER"), split_names("Jane Doe with AP")
    (['ERIKA MUSTER', 'MAX MUSTER'], ['Jane Doe'])
    >>> split_names("Jane Doe and John Roe, dpa"), split_names("Jane Doe og /ritzau/")
    (['Jane Doe', 'John Roe', 'dpa'], ['Jane Doe', 'ritzau'])
    >>> split_names("Ministry of Roads and John Roe"), split_names("Anna of the Port Mail")
    (['Ministry of Roads', 'John Roe'], ['Anna'])
    >>> split_names("Office of the Mayor, Carrow")
    ['Office of the Mayor']
    >>> split_names("Ministry of Roads, Department of Bridges")
    ['Ministry of Roads', 'Department of Bridges']
    >>> split_names("The Associated Press."), split_names("John Roe Jr.")
    (['The Associated Press'], ['John Roe Jr.'])
    """
    if is_agency(text):
        return [text]
    names: list[str] = []
    behind_role = False
    for piece in _BETWEEN.split(_names_part(text)):
        name = piece if is_office(piece) else _bare_name(piece)
        if names and not name and ROLE.search(piece):
            behind_role = True
            continue
        if behind_role and not _is_given_name(name):
            break
        apart = f", {name}" in text
        if name and names and _is_place(name, names[0], apart=apart):
            continue
        if name and not (names and _is_no_person(name, beside=names[0])):
            names.extend(_run_together(name))
        elif names:
            break
    return names + _agency_beside(text) if names else []


def _agency_beside(text: str) -> list[str]:
    """Give the agency that signs behind people."""
    last = _AND_AGENCY.search(text)
    return [last[1].strip()] if last and is_agency(last[1].strip()) else []


def _run_together(name: str) -> list[str]:
    """Give "Jane Doe" and "John Roe" of "Jane Doe John Roe": each begins with a given name."""
    spoken = name.split()
    begins = [i for i, word in enumerate(spoken) if first_is_given(word)]
    within = {i for i, word in enumerate(spoken, 1) if word.lower() in PARTICLE_WORDS}
    starts = [i for i in begins if i - 1 not in begins and i not in within]
    parts = [" ".join(spoken[i:j]) for i, j in pairwise([*starts, len(spoken)])]
    return (
        parts if len(spoken) > 3 and starts[:1] == [0] and all(" " in p for p in parts) else [name]
    )


def _names_part(text: str) -> str:
    """Give the part of a byline that holds its names."""
    if any(map(str.isdigit, text)):
        mentions = find_days(0, text)
        if mentions:
            text = _LAST_WORDS.sub("", text[: mentions[0].start])
        head = _COUNT.split(text)[0]
        text = head if " " in head else text
    text = _WHEREABOUTS.sub("", _without_agency(text))
    if text.isupper():
        text = _LOUD_AND.sub(_spoken_low, text)
    glued = _GLUED.search(text)
    if glued:
        names = text[: glued.end()], text[glued.end() :]
        text = " / ".join(names) if all(map(_is_person, names)) else names[0]
    if " | " in text and all(_is_given_name(part) for part in text.split(" | ")):
        text = text.replace(" | ", " / ")
    ends = (end.start() for end in islice(_ENDS.finditer(text, 1), _MOST_OFFICES))
    end = next(
        (at for at in ends if not is_office(_BETWEEN.split(text[:at])[-1] + text[at:])), None
    )
    return text[:end].rstrip()


def is_office(text: str) -> bool:
    """Tell whether a text begins as the name of an office: Ministry of Roads."""
    called = _CALLED_OF.match(text)
    return called is not None and not first_is_given(called[1]) and not ROLE.search(called[1])


def _without_agency(text: str) -> str:
    """Give "Jean Dupont" of "Jean Dupont mit AFP": the agency wrote what the person used."""
    worked_with = _WITH_AGENCY.search(text)
    return text[: worked_with.start()] if worked_with and is_agency(worked_with[1]) else text


def _spoken_low(loud: re.Match[str]) -> str:
    """Give an "and" in small letters, if it is one: a single letter may be an initial."""
    sure = len(loud[0].strip()) > 1 or first_is_given(loud[1])
    return loud[0].lower() if sure else loud[0]


def _is_person(text: str) -> bool:
    return " " in text and _is_given_name(text)


def _is_given_name(text: str) -> bool:
    return is_name(text) and first_is_given(text)


def _bare_name(piece: str) -> str:
    """Give a name without titles, roles and degrees; nothing where it is no name."""
    name = _without_known_house(_STOP.sub("", _ADDRESS.sub("", piece.strip(" ,;:-–|•·"))))
    role = ROLE.search(name)
    if role and not (_HOUSE.search(name) and not first_is_given(name)):
        head = name[: role.start()].strip(" ,-–")
        name = _without_house(head) if " " in head else ""
    while name.count(" ") >= 2 and not name.isupper() and _DEGREE.search(name):
        name = _DEGREE.sub("", name).rstrip(" ,")
    if name.startswith(_OF) and first_is_given(name[len(_OF) :]):
        name = name[len(_OF) :]
    name = _without_known_house(name)
    blanks = 7 if first_is_given(name) else 4  # several names may stand in a row
    return name if 2 <= len(name) <= 15 * blanks and name.count(" ") <= blanks else ""


def _without_known_house(name: str) -> str:
    """Give "Jane Doe" of "Jane Doe The Associated Press": a person before a known house."""
    spoken = name.split()
    given = len(spoken) > 2 and first_is_given(name)
    for start in (2, 3):
        house = " ".join(spoken[start:])
        long = len(spoken) > start + 1
        if (given and is_agency(house)) or (long and _is_house(house, behind_a_name=given)):
            return " ".join(spoken[:start])
    return name


def _is_house(name: str, *, behind_a_name: bool) -> bool:
    """Tell whether a name is a known house's, or ends as those of papers and of desks do."""
    ends = behind_a_name and (_PAPER.search(name) or _HOUSE.search(name))
    return bool(ends) or (is_known(key_of(name)) and is_name(name))


def _without_house(name: str) -> str:
    """Give "Jane Doe" of "Jane Doe Globe", as it stands before "Correspondent"."""
    spoken = name.split()
    trim = len(spoken) == 3 and first_is_given(name) and len(spoken[1].strip(".")) > 1
    return " ".join(spoken[:2]) if trim else name


def _is_place(name: str, beside: str, *, apart: bool) -> bool:
    """Tell whether one word beside a person or an office is where they are: "Jane Doe, Hamburg".

    Behind a comma it need not be told that the first is a person, but that the word is none.
    """
    person = first_is_given(beside) or is_office(beside) or (apart and not first_is_given(name))
    return " " in beside and " " not in name and person


def _is_no_person(name: str, beside: str) -> bool:
    """Tell whether a later piece of a byline is an agency, a house or a degree.

    What is in capitals beside a name that is not is none of a person.
    """
    loud = name.isupper() and (len(name) <= 5 or not beside.isupper())
    site = "." in name[:-1].replace(". ", "") or name.startswith("The ")
    return loud or site or is_known(key_of(name)) or is_agency(name) or _is_paper(name)


def _is_paper(name: str) -> bool:
    return names_paper(name, BESIDE) and not first_is_given(name)
