"""Rules for the shape of the article's text: broken paragraphs, headings between them, footnotes.

`joins` says which lines go on with the paragraph above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from newsarchive.cleaning.rules.openings import first_word
from newsarchive.cleaning.rules.page import Labels, Page
from newsarchive.cleaning.rules.related import FEWEST_ABOVE, points_to_another, related_heading
from newsarchive.finding.sentences import ENDS_SENTENCE
from newsarchive.finding.vocabulary import words
from newsarchive.model import Label, Line
from newsarchive.patterns import late
from newsarchive.spelling.superscripts import SUPERSCRIPTS

_ENDS = tuple(".!?…:;\"'”’»)]*。！？」』؟।")
_ENDS_CLAUSE = tuple(".!?…:;,。！？؟।")
_STOPS = tuple(f"{stop}{quote}" for stop in ".。।" for quote in ("", *"\"”’»'」"))
"""What a plain sentence ends in: a button asks or exclaims."""
MENU_WORDS = 3
"""Words of a line that may be a button's, though a full stop ends it: "Read our rules."."""
HEADING_CHARACTERS = 80
PARAGRAPH_CHARACTERS = 120


DOUBTFUL_HEADING = 0.2
"""What the labeller must give a line, at least, for its neighbours to speak for it."""


def heading_over_paragraph(page: Page, labels: Labels) -> dict[int, Label]:
    """A short line without a full stop, after one long paragraph of the body and over another."""
    return {
        i: "subheading"
        for above, i, below in _amid_the_body(page, labels)
        if len(page.lines[i].text) <= HEADING_CHARACTERS
        and page.verdicts[i].probability >= DOUBTFUL_HEADING
        and _is_heading(*[page.lines[j].text for j in (above, i, below)])
        and page.folded.count(page.folded[i]) == 1
    }


def heading_in_capitals(page: Page, _labels: Labels) -> dict[int, Label]:
    """A short line in capitals without a full stop, over a long paragraph of the body."""
    return {
        i: "subheading"
        for i in page.paragraphs[1:]
        if page.lines[i].text.isupper()
        and len(page.lines[i].text) <= HEADING_CHARACTERS
        and not page.lines[i].text.endswith(_ENDS)
        and page.body[i + 1 : i + 2] == (True,)
        and len(page.lines[i + 1].text) >= PARAGRAPH_CHARACTERS
        and not page.lines[i + 1].text.isupper()
    }


def _amid_the_body(page: Page, labels: Labels) -> Iterator[tuple[int, int, int]]:
    """Give each line between two of the body, with those; lines that a rule knows do not count."""
    unknown = [i for i in range(page.body_end) if i not in labels]
    body = page.body
    for above, i, below in zip(unknown, unknown[1:], unknown[2:], strict=False):
        if body[above] and body[below]:
            yield above, i, below


def _is_heading(above: str, text: str, below: str) -> bool:
    return (
        not text.endswith(_ENDS_CLAUSE)
        and not text[0].islower()
        and min(len(above), len(below)) >= PARAGRAPH_CHARACTERS
        and above.endswith(_ENDS)
        and not below[0].islower()
    )


BRIEF_CHARACTERS = 1_200
"""Characters of an article that is news in brief, at most."""
SENTENCE_CHARACTERS = range(12, 240)


def sentence_in_brief(page: Page, labels: Labels) -> dict[int, Label]:
    """A sentence amid news in brief or directly below, of which the labeller sees too little.

    So is one directly above it that is the first line of all, as in a table's column.
    """
    body = [i for i in page.paragraphs if labels.get(i, "body") == "body"]
    if not 0 < sum(len(page.lines[i].text) for i in body) <= BRIEF_CHARACTERS:
        return {}
    amid = [i for _, i, _ in _amid_the_body(page, labels) if not page.is_body(i)]
    others = related_heading(page, labels)
    last = body[-1] + 1
    while last < len(page.lines) and (
        last in others or labels.get(last) == "related" or _is_passed_over(page, last)
    ):
        last += 1
    return {
        i: "body"
        for i in [*amid, last, *range(body[0] == 1)]
        if i < len(page.lines)
        and i not in labels
        and page.verdicts[i].rule in _IN_PLACE
        and _is_sentence(page, i)
    }


def _is_passed_over(page: Page, i: int) -> bool:
    """Tell whether the text may go on below a line: a pointer, a remark, what parts pages."""
    text = page.lines[i].text
    remark = text.startswith("[") and text.endswith("]")
    return remark or page.verdicts[i].rule in _BETWEEN_PAGES or points_to_another(page.folded[i])


_BETWEEN_PAGES = ("running-head", "printed-by-a-browser")
_IN_PLACE = ("before-the-article", "between-paragraphs", "after-the-article")
"""What the labeller calls lines that nothing speaks against but their shape and place."""


SIGNED_OFF = late(r"[.!?][”\"’»]? (?:\([^()/]+\)|[A-Z]{2,6})$")
"""How a sentence ends that an agency's name stands behind: "… on Monday. (AFP)"."""


def _is_sentence(page: Page, i: int) -> bool:
    """Tell whether a line is a sentence of some words, as far from the one above as that is."""
    text = page.lines[i].text
    return (
        len(text) in SENTENCE_CHARACTERS
        and (text.endswith(_STOPS) or SIGNED_OFF.search(text) is not None)
        and (len(text.split()) > MENU_WORDS or not text.isascii())
        and (i == 0 or page.lines[i].blanks <= max(1, page.lines[i - 1].blanks))
    )


POST_LINES, POST_CHARACTERS = 8, 500
"""Lines and characters of a text that is no more than a post, at most: no page is so short."""
_OF_A_POST = frozenset({"title", "date", "byline", "source", "section", "url"})
"""What may stand on the other lines: a button or a pointer is of a page."""
_IN_POST = (*_IN_PLACE, "no-article")
_WORDS = 3
"""Words of a line of a post that has no sentence, at least."""


def line_of_a_post(page: Page, labels: Labels) -> dict[int, Label]:
    """A line of a text of a few lines, as posts are, around which no page can stand.

    The labeller sees no article in them.
    """
    long = len(page.lines) > POST_LINES or sum(map(len, page.folded)) > POST_CHARACTERS
    if long or page.paragraphs or not _OF_A_POST.issuperset(labels.values()):
        return {}
    left = [
        i for i in range(len(page.lines)) if i not in labels and page.verdicts[i].rule in _IN_POST
    ]
    sentences = [i for i in left if _is_spoken(page.lines[i].text)]
    said = [i for i in left if len(page.lines[i].text.split()) >= _WORDS]
    return dict.fromkeys(sentences or said, "body")


def _is_spoken(text: str) -> bool:
    """Tell whether a line of some words ends as sentences and exclamations do."""
    return text.endswith(ENDS_SENTENCE) and (" " in text or not text.isascii())


_FEW = 20
"""A text of sentences has, of so many lines, one at most that is none."""
_SENTENCE_BLANKS, _UNSPACED_CHARACTERS = 4, 10
"""Blanks of a sentence, at least, and characters of one that has no blanks."""
_ASIDE = _OF_A_POST | {"subheading"}


def sentence_among_sentences(page: Page, labels: Labels) -> dict[int, Label]:
    """A sentence of a text that has hardly a line that is none: no page stands around it."""
    if len(page.paragraphs) < max(FEWEST_ABOVE, len(page.lines) // 2):
        return {}
    verdicts = page.verdicts
    text = [i for i, said in enumerate(verdicts) if labels.get(i, said.label) not in _ASIDE]
    sentences = [i for i in text if _is_whole(page.lines[i].text)]
    if (len(text) - len(sentences)) * _FEW > len(text):
        return {}
    return {i: "body" for i in sentences if i not in labels and verdicts[i].label == "boilerplate"}


def _is_whole(text: str) -> bool:
    """Tell whether a line ends as sentences do and is as long as one."""
    unspaced = "。" in text[-2:] and len(text) >= _UNSPACED_CHARACTERS
    return unspaced or (text.endswith(ENDS_SENTENCE) and text.count(" ") >= _SENTENCE_BLANKS)


_GOES_ON = frozenset(words("goes-on"))
_SAYS = late(r"[\"“„«»‘'「『].*(?:[,.!?…][\"”“»’'」』]|[\"”“«»’'」』][,.])")
"""Somebody's words, as they stand between signs, and who said them."""


def sentence_that_goes_on(page: Page, labels: Labels) -> dict[int, Label]:
    """A sentence directly below the article that goes on from its last: what "she" did, a reply."""
    end = page.body_end
    if end < FEWEST_ABOVE or not page.lines[end - 1].text.endswith(ENDS_SENTENCE):
        return {}
    while end < len(page.lines) and end not in labels and _goes_on(page, end):
        end += 1
    return dict.fromkeys(range(page.body_end, end), "body")


def _goes_on(page: Page, i: int) -> bool:
    """Tell whether a sentence set as the one above begins with a pronoun, or quotes somebody."""
    text = page.lines[i].text
    placed = page.verdicts[i].rule == "after-the-article"
    as_above = placed and page.lines[i].blanks == page.lines[i - 1].blanks
    if not as_above or not text.endswith(ENDS_SENTENCE) or len(text) not in SENTENCE_CHARACTERS:
        return False
    return first_word(page.folded[i]) in _GOES_ON or _SAYS.match(text) is not None


LONG_CHARACTERS = 200
DOUBTFUL_PARAGRAPH = 0.3
"""What the labeller must give a long paragraph amid the article, at least."""


def long_paragraph(page: Page, _labels: Labels) -> dict[int, Label]:
    """A long paragraph amid the article that is in doubt: what pages put there is short."""
    return {
        i: "body"
        for i, verdict in enumerate(page.verdicts[: page.body_end])
        if verdict.rule == "between-paragraphs"
        and verdict.probability >= DOUBTFUL_PARAGRAPH
        and len(page.lines[i].text) >= LONG_CHARACTERS
        and page.lines[i].text.endswith(ENDS_SENTENCE)
    }


def joins(
    lines: Sequence[Line], body: frozenset[int], passed_over: AbstractSet[int] = frozenset()
) -> frozenset[int]:
    """Find the lines that go on with the paragraph of the line of the body before them.

    A sentence was broken where a line of the body ends in the middle and the next one begins in
    lower case.

    Args:
        lines: the page's lines.
        body: indices of those that are body.
        passed_over: indices of those that may stand between, such as the times of a transcript.

    Returns:
        The indices of the lines that go on.
    """
    found, above = set[int](), -1
    for i in range(len(lines)):
        if lines[i].is_row:
            above = -1
        elif i in body:
            broken = above >= 0 and not lines[above].text.endswith(_ENDS)
            if broken and lines[i].text[:1].islower():
                found.add(i)
            above = i
        elif i not in passed_over:
            above = -1
    return frozenset(found)


_NOTE = re.compile(
    rf"(\*{{1,3}}|[†‡]|[{SUPERSCRIPTS}]{{1,3}})\s*(?=[^\W_{SUPERSCRIPTS}])(?!.*\w[.:]?\*)"
)
_NOTE_MARKS = frozenset(f"*†‡{SUPERSCRIPTS}")


def footnote(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that opens with the asterisk or dagger that a word of the body ends in."""
    marked = page.beginning_as(_NOTE_MARKS.__contains__)
    found = ((i, _NOTE.match(page.lines[i].text)) for i in marked)
    notes = {i: note[1] for i, note in found if note}
    if not notes:
        return {}
    body = "\n".join([line.text for i, line in enumerate(page.lines) if page.is_body(i)])
    asked = {marker for marker in set(notes.values()) if _after_a_word(marker).search(body)}
    return {i: "footnote" for i, marker in notes.items() if marker in asked}


def _after_a_word(marker: str) -> re.Pattern[str]:
    marks = f"*{SUPERSCRIPTS}"
    return re.compile(rf"[^\W{SUPERSCRIPTS}][.,;:!?]?[)\]”’»\"']?{re.escape(marker)}(?![{marks}])")
