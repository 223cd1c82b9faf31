"""Rules for captions and credits that name the agency or the house whose a picture is."""

from __future__ import annotations

from newsarchive.cleaning.rules.page import Labels, Page
from newsarchive.cleaning.rules.paragraphs import SIGNED_OFF
from newsarchive.cleaning.rules.pictures import CREDIT_CHARACTERS, lines_signed, near_the_body
from newsarchive.model import Label
from newsarchive.patterns import late

_AGENCIES = """getty images|getty|shutterstock|alamy|alamy stock photo|istock|istockphoto|unsplash
    |pexels|pixabay|reuters|ap photo|ap|afp|epa|efe|dpa|ansa|apa|imago|imago images|ritzau scanpix
    |scanpix|belga|keystone|pa wire|pa images|pa media|zuma press|zuma wire|sipa usa|sipa press
    |icon sportswire|usa today sports|imagn images|bloomberg|anadolu|anadolu agency|xinhua|tass
    |sputnik|yonhap|kyodo|jiji|ians|pti|ani|picture alliance|nurphoto|wikimedia commons|flickr
    |adobe stock|dreamstime|depositphotos|nasa""".replace("\n    ", "").split("|")
_LAST_WORDS = tuple(sorted({name.split(" ")[-1] for name in _AGENCIES}))
_LAST_LETTERS = frozenset(word[-2:] for word in _LAST_WORDS)
"""Two letters tell of most lines that they do not end so."""
_NAMED = "|".join(sorted(_AGENCIES, key=len, reverse=True))
_AFTER_A_NAME = late(rf"(?:^|[/|.(©—]\s?|\bvia |, )(?:via )?(?:{_NAMED})\)?$")
_AFTER_A_CAPTION = late(rf"(?:[/|(©]\s?|\bvia |(?<=\S)\.)(?:{_NAMED})\)?$")
CAPTION_CHARACTERS = 500


def agency_at_the_end(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that ends in the name of an agency for pictures: "A. Name / Agency"."""
    found: dict[int, Label] = {}
    signed = lines_signed(page)
    for i, folded in enumerate(page.folded[: page.body_end + 3]):
        bare = folded.rstrip(")") if folded[-1:] == ")" else folded
        if bare[-2:] not in _LAST_LETTERS or i in signed or _signs_off(page, i):
            continue
        if bare.endswith(_LAST_WORDS) and _closes(page, i):
            if len(folded) <= CREDIT_CHARACTERS and _AFTER_A_NAME.search(folded):
                found[i] = "credit"
            elif len(folded) <= CAPTION_CHARACTERS and _AFTER_A_CAPTION.search(folded[-60:]):
                found[i] = "caption"
    return found


_BELOW_TEXT = 2
"""Lines at the end of a text of which the first may be its last sentence, with who reported it."""


def _signs_off(page: Page, i: int) -> bool:
    """Whether the text ends with a line, and that with whose report it is: "… Monday. (Agency)"."""
    last = i == page.body_end - 1 and page.is_body(i)
    below = i == page.body_end and i >= len(page.lines) - _BELOW_TEXT
    return (last or below) and SIGNED_OFF.search(page.lines[i].text) is not None


_AGENCY_AND_NAME = late(
    r"(?:^|[.!?\s(©])(?:AFP|AP|AP Photo|DPA|dpa|EFE|EPA|ANSA|APA|REUTERS|Reuters|Getty Images|IMAGO"
    r"|imago|LUSA)\s?/\s?[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,3}\)?$"
)


def agency_before_a_name(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that ends in an agency for pictures and a name: "… at the pool. Agency/A. Name"."""
    signed = lines_signed(page)
    return {
        i: "credit" if found.start() == 0 else "caption"
        for i, _ in near_the_body(page, ("/",))
        if i not in signed
        and len(page.folded[i]) <= CAPTION_CHARACTERS
        and (found := _AGENCY_AND_NAME.search(page.lines[i].text))
    }


_NAME_AND_HOUSE = late(
    r"\((?:[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){1,3} ?[/|•]|[A-Z][\w.’'-]*/[A-Z][\w.’'-]*/)"
    r" ?[A-ZÀ-Þ][\w .&’'-]{1,40}\)$"
)


def name_and_house_at_the_end(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that ends in whose picture it is, in brackets: "… at the pool (A. Name/The Post)"."""
    return {
        i: "caption"
        for i, folded in near_the_body(page, ("/", "|", "•"))
        if folded.endswith(")")
        and len(folded) <= CAPTION_CHARACTERS
        and _NAME_AND_HOUSE.search(page.lines[i].text)
    }


def _closes(page: Page, i: int) -> bool:
    """Whether a line has no full stop at its end, as sentences have."""
    return not page.lines[i].text.endswith(".")
