"""Rules for captions, and for the credits that say whose a picture or a chart is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from newsarchive.cleaning.rules.openings import opening
from newsarchive.cleaning.rules.page import Labels, Page, fold
from newsarchive.cleaning.rules.related import points_to_another
from newsarchive.finding.vocabulary import any_of, heads, words
from newsarchive.model import Label
from newsarchive.patterns import late

CREDIT_CHARACTERS = 80
_CREDIT_SIGN = r"\s?(?:[:/©|]|\.{3}|…)"
_CREDIT = late(
    r"(?:©|\(c\) |[(\[]?"
    + any_of("credit-lead", after=_CREDIT_SIGN).pattern
    + r"|(?:fot|phot?|φωτ)\. ?(?=[^\W\d_]))",
    re.IGNORECASE,
)
_CREDIT_INITIALS = frozenset(word[0] for word in ("©", "(c)", "[", *words("credit-lead")))
_RIGHTS = late(
    r"rights? reserved|copyright|alle rechte|droits réservés|derechos|(?:19|20)\d\d\s*[-–]"
    r"|riproduzione|reproduc|reprodukt|reservad|vorbehalten|zastrzeżone|forbehold|förbehåll"
)


_YEAR = late(r"(?:©|\(c\))(?:\s?(?:19|20)\d\d\b|[^/|]*\b(?:19|20)\d\d$)")
"""With a year at either end, and below the article, the sign speaks for the page, not a picture."""
_FOOTER = "navigation-in-the-tree"
"""What a line in a page's footer is by its place."""


_SPECIFIED = late(r"(?:video|image|picture)\s?:[^©]*\d")
"""What a camera takes: "Video: 4K/30p"."""


def credit(page: Page, _labels: Labels) -> dict[int, Label]:
    """A short line that says whose a picture is: "© AP Photo / A. Name", "Photo: Agency"."""
    lines = page.beginning_as(_CREDIT_INITIALS.__contains__)
    near = ((i, page.folded[i]) for i in lines if i < page.body_end + 3)
    return {
        i: "credit"
        for i, folded in near
        if len(folded) <= 120
        and _CREDIT.match(folded)
        and not _RIGHTS.search(folded)
        and not (i >= page.body_end and _speaks_for_the_page(page, i))
        and not folded.endswith((":", "?", "!"))
        and not _SPECIFIED.match(folded)
    }


def _speaks_for_the_page(page: Page, i: int) -> bool:
    """Tell whether a line below the article claims the page: with a year, or in its footer."""
    in_footer = page.verdicts[i].rule == _FOOTER and page.folded[i].startswith("©")
    return in_footer or bool(_YEAR.match(page.folded[i]))


_CAPTION_WORDS = late(
    # Each begins with a letter or a sign of its own: these are found fast.
    r"f(?<=\bf)ile (?:photo|picture|image)\b"
    r"|\((?:\w+ )?(?:photo|image|picture|foto)s?"
    r"(?: ?[:/©|,]| (?:by|courtesy|from|credit|via|taken|provided|supplied|submitted)\b)[^()]*\)$"
    r"|\((?:[\w./ -]+ )?photo\)$|\(courtesy(?: of)?:? [^()]+\)$|\[(?:photo|image)\b[^][]*\]$"
)
_CAPTION_BEGINS = late(
    r"(?:in )?this (?:\w+ ){0,4}?(?:photo|photograph|picture|image|screenshot|screengrab)"
    r"(?:,| (?:shows?|showing|taken|provided|released|supplied|posted|published|made|dated|obtained"
    r"|from|by|courtesy|illustration|combo|combination|distributed|depicts|captured)\b)"
    r"|(?:photo|picture|image) shows\b|file ?[-–—]"
    r"|(?:archivbild|symbolbild|legende):|(?:photo|picture|image)s? by (?=\S)"
    r"|(?:submitted|contributed|courtesy|handout|file) photo\b"
)


_PICTURE_WORDS = tuple(
    "photo picture image foto screenshot screengrab file bild legende (courtesy".split(" ")
)
"""One of them stands in every line that one of the patterns finds."""


def caption_words(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that speaks of the picture it stands under: "(Photo by …)", "In this file photo …"."""
    found: dict[int, Label] = {}
    printed: set[str] = set()
    for i, folded in near_the_body(page, _PICTURE_WORDS):
        if len(folded) <= 500 and _speaks_of_picture(folded) and folded not in printed:
            found[i] = "caption"
            printed.add(folded)
    return found


def _speaks_of_picture(folded: str) -> bool:
    return bool(_CAPTION_BEGINS.match(folded) or _CAPTION_WORDS.search(folded))


def near_the_body(page: Page, words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Give the folded lines that hold any of some words, down to shortly below the body."""
    return ((i, page.folded[i]) for i in page.holding(words, before=page.body_end + 3))


_PICTURE_OR_CREDIT = any_of("credit-tail").pattern
_CREDIT_AT_THE_END = late(
    rf"(?:\b{_PICTURE_OR_CREDIT}\s?[:/]"
    rf"|(?:^|[.!?…”\"'()|]\s?){_PICTURE_OR_CREDIT} (?:by|courtesy) )"
    r"\s?(?:[^.:!?]|(?<=\b\w)\.|(?<=\b\w\w\w)\.(?=\s)){2,60}\.?\)?$",
    re.IGNORECASE,
)
_CREDIT_WORDS = tuple(heads(words("credit-tail")))
"""One of them stands in every line that the pattern finds."""


def credit_at_the_end(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that ends by saying whose a picture is: "… in the harbour. Photo: A. Name"."""
    signed = lines_signed(page)
    return {
        i: "caption"
        for i, folded in near_the_body(page, _CREDIT_WORDS)
        if i not in signed
        and len(folded) <= 500
        and _CREDIT_AT_THE_END.search(folded, max(0, len(folded) - 100))
    }


def lines_signed(page: Page) -> set[int]:
    """Give the lines with bylines, which may name a photographer or an agency as well."""
    return {i for i, said in page.stated("authors") if said.rule == "byline"}


_WHERE_IN_THE_PICTURE = late(
    r"\((?:left|right|cent(?:er|re)|l|r|l-r|2nd l|2nd r|pictured|links|rechts|l\.|r\.|gauche|droite"
    r"|izquierda|derecha)\)|, (?:left|right|cent(?:er|re)),|^from left|^left to right"
)
_WHERE_SIGNS = (
    *("left", ", right,", ", cent", "(right)", "(center)", "(centre)", "(l)", "(r)", "(l-r)"),
    *("(2nd l)", "(2nd r)", "(pictured)", "(links)", "(rechts)", "(l.)", "(r.)", "(gauche)"),
    *("(droite)", "(izquierda)", "(derecha)"),
)
"""One of them stands in every line that the pattern finds."""


def who_is_where(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that says who stands where in a picture: "A. Name (left)", "From left: …"."""
    return {
        i: "caption"
        for i, folded in near_the_body(page, _WHERE_SIGNS)
        if len(folded) <= 300 and _WHERE_IN_THE_PICTURE.search(folded)
    }


def caption_over_credit(page: Page, labels: Labels) -> dict[int, Label]:
    """The line that opens the group of lines in which a credit comes second.

    What states the byline or the day, above it, is of no such group. The last paragraph of the
    body is none: the credit below it is an agency's.
    """
    above = {i - 1 for i, label in labels.items() if label == "credit" and i}
    stating = {i for field in ("date", "authors") for i, said in page.stated(field)}
    return {
        i: "caption"
        for i in sorted(above - stating)
        if (_opens_a_group(page, i) or i - 1 in stating) and not page.lines[i + 1].blanks
        if not (i + 1 == page.body_end and len(page.folded[i]) > CREDIT_CHARACTERS)
        if not points_to_another(page.folded[i])
    }


_OVER_A_CAPTION = frozenset(words("over-caption"))


def _opens_a_group(page: Page, i: int) -> bool:
    """Tell whether a line is the first of a group, perhaps once more as a picture's other text.

    A group also begins below the number of the picture, alone on its line.
    """
    above = page.folded[i - 1] if i else ""
    return page.lines[i].blanks > 0 or above == page.folded[i] or _is_count(above)


def _is_count(folded: str) -> bool:
    return len(folded) <= COUNT_FIGURES and folded.isdecimal()


def caption_below_its_name(page: Page, _labels: Labels) -> dict[int, Label]:
    """The line below "Image caption", and that line itself."""
    found: dict[int, Label] = {}
    for i in page.saying_any(_OVER_A_CAPTION):
        if i < page.body_end:
            found |= {i: "boilerplate", i + 1: "caption"}
    return found


_PLACE_OF_MANY = late(r"(\d{1,3})\s?(?:/|of|von|de|sur|di|van|av)\s?(\d{1,3})")
COUNT_FIGURES = 2
"""Figures of a picture's number, alone on its line, at most."""
PICTURES = 2
"""Lines, at least, that say the place of a picture in one gallery."""


def place_in_gallery(page: Page, labels: Labels) -> dict[int, Label]:
    """The place of a picture among those of a gallery, alone on its line: "2/6".

    Over a caption it need not say of how many.
    """
    numbered = page.beginning_as(str.isdigit)
    found = ((i, _PLACE_OF_MANY.fullmatch(page.folded[i])) for i in numbered)
    places = {i: match[2] for i, match in found if match and int(match[1]) <= int(match[2])}
    sizes = Counter(places.values())
    counts = [i for i in numbered if _is_count(page.folded[i]) and labels.get(i + 1) == "caption"]
    of_many = [i for i, size in places.items() if sizes[size] >= PICTURES]
    return dict.fromkeys(sorted({*counts, *of_many}), "boilerplate")


def repeated_caption(page: Page, labels: Labels) -> dict[int, Label]:
    """A caption once more, as pages print it for the picture and for its enlargement."""
    first: dict[str, int] = {}
    if "caption" not in labels.values():
        return {}
    for i in sorted(i for i, label in labels.items() if label == "caption"):
        first.setdefault(fold(page.lines[i].text), i)
    return {i: "boilerplate" for i, folded in enumerate(page.folded) if first.get(folded, i) != i}


_FIGURES = ("image", "photo", "picture", "data", "chart", "graphic", "rendering", "illustration")
_SOURCE = opening(
    "source-lead",
    before=rf"\[?(?:(?:{'|'.join(_FIGURES)}) )?(?:rendering|sources|courtesy of|",
    after=r")\s?(?::|(?<=of) )\s?\S.*$",
    also=(*_FIGURES, "courtesy", "sources"),
)


def source_of_a_figure(page: Page, _labels: Labels) -> dict[int, Label]:
    """A short line that says where a chart or a picture comes from: "Source: …"."""
    lines, signed = page.opening_with(_SOURCE, CREDIT_CHARACTERS), lines_signed(page)
    return {i: "credit" for i in lines if i < page.body_end and i not in signed}


_DATED = late(
    r"[^.!?]{20,}\b(?:on|am|le|el) (?:mon|tues|wednes|thurs|fri|satur|sun)day, "
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d{1,2}, (?:19|20)\d\d\b"
)


def dated_caption(page: Page, _labels: Labels) -> dict[int, Label]:
    """A caption as agencies write it: one sentence that says the day with its year."""
    return {
        i: "caption"
        for i in page.holding(["day,"])
        if i < page.body_end + 3 and len(page.folded[i]) <= 400 and _DATED.match(page.folded[i])
    }


_GLUED_NAME = late(
    r"[a-z0-9)”\"][.!?](?!(?:Click|Tap|Read|Share|Tweet|See|View|Watch)\b)"
    r"[A-ZÀ-Ý](?:[\w'’&-]+|(?=\.))[\w'’&.-]*(?: (?:/ )?[A-ZÀ-Ý][\w'’&.-]*){0,4}$"
)
GLUED_AFTER = 20
"""Characters of a caption before such a name, at least: "1.Kitchen" is an entry of a list."""
_SENTENCE_ENDS = frozenset('.!?"”…):')


def glued_credit(page: Page, _labels: Labels) -> dict[int, Label]:
    """A caption to whose end a name was glued that stood beside it: "… in the sun.A. Name"."""
    return {
        i: "caption"
        for i, line in enumerate(page.lines[: page.body_end + 3])
        if line.text[-1] not in _SENTENCE_ENDS
        and len(line.text) <= 400
        and ("." in line.text or "!" in line.text or "?" in line.text)
        and _GLUED_NAME.search(line.text, max(GLUED_AFTER, len(line.text) - 60))
    }
