"""Rules for copy as press offices, agencies and broadcasters send it: embargoes, end marks, notes.

What they know is said to editors and not to readers, in words that are the trade's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from newsarchive.cleaning.rules.openings import opening
from newsarchive.cleaning.rules.page import SHORT, Labels, Page
from newsarchive.finding.sentences import ENDS_SENTENCE
from newsarchive.finding.titles.no_title import EMBARGO
from newsarchive.finding.vocabulary import any_of, words
from newsarchive.model import Label
from newsarchive.patterns import late

_EMBARGO_WORDS = ("embarg", "release", "not for", "sperrfrist")
_END = late(r"(?:ENDS|Ends)|[-–—*/(\[]{1,3} ?(?i:ends?|ende|fin|30) ?[-–—*/)\]]{1,3}|#(?: ?#){2,4}")
_END_INITIALS = frozenset("e-*/([#")
"""What such a line begins with."""
_NOTES = frozenset(words("note-to-editors"))
_RELEASE = opening("over-release")
_WIRES = (
    "business wire)",
    "businesswire.com",
    "prnewswire/",
    "globe newswire)",
    "accesswire /",
    "(ots)",
)
"""How those that send on press releases sign them."""
_TRANSCRIPT = late(
    r"\W*(?:note: )?(?:\w+ |this (?:is a )?(?:rush )?)?"
    r"transcripts? (?:is|are|has|have|was|were|may)\b"
    r"|this is a rush transcript"
)
_NO_LAST_FORM = late(
    r"final form|updated or revised|may be (?:updated|revised)|rush|automatically|contractor"
    r"|edited for (?:length|clarity)|contain errors"
)
_IN_PRINT = late(
    r"a version of this (?:article|story|report|column|review|obituary|essay|piece|interview)"
    r" (?:also |first |originally )?(?:appears|appeared|ran|was published)\b"
    r"|this is a digiti[sz]ed version of an article\b|occasionally the digiti[sz]ation process\b"
)
APART = 4
"""Lines between two such marks, at most, of which the first counts."""
_NOTE_CHARACTERS = 600
_SPEAKER = late(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’#\d-]{1,40}(?:(?:, | \()[A-ZÀ-Þ .'’/-]{2,40}\)?)?:(?= |$)")
_HEARD = late(r"[\[(][A-ZÀ-Þ][A-ZÀ-Þ0-9 :;'’\".,/-]{2,80}[\])]|\[\d{1,2}:\d\d(?::\d\d)?\]")
"""What is heard or seen in a transcript beside what is said, and when: "(SOUNDBITE OF MUSIC)"."""
_NOT_OF_NAME = late(r"[,:(#]")
SPEAKERS = 2
"""Who speak more than once, at least; half of all turns stand amid the text."""


def embargo(page: Page, _labels: Labels) -> dict[int, Label]:
    """What a press release says above the article of when it may be printed."""
    body = page.body.index(True) + 1 if page.body_end else 0
    return {
        i: "boilerplate"
        for i in page.holding(_EMBARGO_WORDS, before=body)
        if len(page.folded[i]) <= 2 * SHORT and EMBARGO.match(page.lines[i].text)
    }


def end_of_copy(page: Page, _labels: Labels) -> dict[int, Label]:
    """What follows from the mark on with which copy ends: notes to editors, whom to ask."""
    marks = sorted(_marks(page))
    above = _letters_above(page) if marks else []
    end = next((i for i in marks if 3 * above[i] > 2 * above[-1]), len(page.lines))
    for i in reversed(marks):
        if end - APART <= i < end < len(page.lines):
            end = i
    return dict.fromkeys(range(end, len(page.lines)), "boilerplate")


def sentence_above_the_end(page: Page, labels: Labels) -> dict[int, Label]:
    """A sentence between the text and the mark with which copy ends, as "ENDS"."""
    found: dict[int, Label] = {}
    for end in page.beginning_as(_END_INITIALS.__contains__):
        if labels.get(end) == "boilerplate" and _is_end(page, end):
            start = end
            while start and start - 1 not in labels and _is_left_out(page, start - 1):
                start -= 1
            if start and page.is_body(start - 1):
                found |= dict.fromkeys(range(start, end), "body")
    return found


def _is_left_out(page: Page, i: int) -> bool:
    """Tell whether a line is a sentence that is not taken for the text."""
    return not page.is_body(i) and page.lines[i].text.endswith(ENDS_SENTENCE)


def _marks(page: Page) -> Iterator[int]:
    """Give the lines at which copy may end."""
    yield from (i for i in page.beginning_as(_END_INITIALS.__contains__) if _is_end(page, i))
    yield from page.saying_any(_NOTES)
    yield from _about_the_sender(page)


def _letters_above(page: Page) -> list[int]:
    """Count the characters of the body above each line, and in all."""
    sizes = [len(row) * body for row, body in zip(page.folded, page.body, strict=True)]
    return list(accumulate(sizes, initial=0))


def _about_the_sender(page: Page) -> list[int]:
    """Give the headings over what a press release says of who sends it: "About the Office"."""
    if not (page.holding(_WIRES) or _is_release(page)):
        return []
    return [
        i
        for i in page.beginning_with(frozenset(words("about-sender")))
        if len(page.folded[i]) <= SHORT and _ends_as_name(page.lines[i].text)
    ]


def _ends_as_name(text: str) -> bool:
    """Tell whether a line ends as a name may: "Sobre 500 personas vinieron" is about nobody."""
    return text[-1].isalnum() and not text.rpartition(" ")[2][:1].islower()


def _is_release(page: Page) -> bool:
    """Tell whether a page is a press release: it says so above its text, or below whom to ask."""
    first = page.paragraphs[0] if page.paragraphs else 0
    head = any(i < first for i in page.opening_with(_RELEASE, SHORT))
    return head or any(i > first for i in page.saying_any(_NOTES))


def _is_end(page: Page, i: int) -> bool:
    return len(page.folded[i]) <= SHORT and _END.fullmatch(page.lines[i].text) is not None


def note_on_the_version(page: Page, _labels: Labels) -> dict[int, Label]:
    """A note on how a transcript was made, or where in print a version of the article appeared."""
    return {
        i: "boilerplate"
        for i in page.holding(("transcript", "a version of this", "digitiz", "digitis"))
        if len(page.folded[i]) <= _NOTE_CHARACTERS
        and (_IN_PRINT.match(page.folded[i]) or _is_of_transcript(page.folded[i]))
    }


_FIRST = opening("first-published", before=r"[(\[*–—-]{0,2}\s?")
_FIRST_CHARACTERS = 320
_UPDATED = any_of("updated")


def where_it_was_first(page: Page, _labels: Labels) -> dict[int, Label]:
    """Where the article was published first: "This story was originally published by …"."""
    return {
        i: "boilerplate"
        for i in page.opening_with(_FIRST, _FIRST_CHARACTERS)
        if not _UPDATED.search(page.folded[i])
    }


def _is_of_transcript(folded: str) -> bool:
    return bool(_TRANSCRIPT.match(folded) and _NO_LAST_FORM.search(folded))


SAID_TO_EDITORS = (embargo, note_on_the_version, where_it_was_first, end_of_copy)
"""The rules for what is said to editors, in their order."""


def spoken(page: Page, labels: Labels) -> dict[int, Label]:
    """Who speaks in a transcript, what is said or heard there, as most of it is the article's."""
    turns = [i for i in page.holding([":"]) if _SPEAKER.match(page.lines[i].text)]
    if not _take_turns(page, turns) or 2 * sum(map(page.is_body, turns)) < len(turns):
        return {}
    known = frozenset(turns)
    return {
        i: "body"
        for i in range(turns[0], turns[-1] + 1)
        if i not in labels and (i in known or _HEARD.fullmatch(page.lines[i].text))
    }


def _take_turns(page: Page, turns: list[int]) -> bool:
    """Tell whether several speak, first by their whole names and then by their surnames.

    Agencies put places so before their reports, which have no shorter names.
    """
    names = [_NOT_OF_NAME.split(page.lines[i].text, 1)[0].strip() for i in turns]
    longer = {name.rpartition(" ")[2] for name in names if " " in name}
    return len(longer.intersection(names)) >= SPEAKERS
