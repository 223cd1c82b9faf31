"""Rules for captions that end in whose a picture is, in other forms than a word with a colon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.cleaning.rules.openings import opening
from newsarchive.cleaning.rules.page import Labels, Page
from newsarchive.finding.people.names import CAPITALS
from newsarchive.finding.vocabulary import any_of, heads, words
from newsarchive.model import Label
from newsarchive.patterns import late

CAPTION_CHARACTERS = 300
_NAME = rf"[{CAPITALS}][\w.’'-]*"
_NAMES = rf"{_NAME}(?: (?:(?:de|da|di|der|van|von) )*{_NAME}){{1,3}}"
_HOUSE = rf"[{CAPITALS}][\w .&’'-]{{1,40}}"
_AFTER_A_SIGN = late(
    rf"(?<=[^\W\d]{{2}})[.!?…”»)]+\s?[–—|-]?\s?{_NAMES}\s?/\s?{_HOUSE}$"
    rf"|\S ?[–—] ?{_NAMES}\s?/\s?{_HOUSE}$"
    rf"|\S - {_NAMES}\s?/\s?{_HOUSE}$|[.!?…”»]\s[|/]\s{_HOUSE}$|^{_NAMES}/[A-Z]{{2,6}}$"
)


def house_behind_a_sign(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that ends in whose picture it is, behind a dash: "… at the pool. – A. Name/Post"."""
    return _ending_in(page, ("/", "|"), _AFTER_A_SIGN)


_BARE = any_of("credit-bare", r"[.!?…”’'»)]\s", rf"\s(?-i:{_NAME}(?:[ /]+[\w.’'&-]+){{1,6}})$")
_BARE_WORDS = tuple(heads(words("credit-bare")))
"""One of them stands in every line that the pattern finds."""


def credit_without_a_colon(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that ends by saying whose a picture is, without a colon: "… pool. Foto A. Name"."""
    return _ending_in(page, _BARE_WORDS, _BARE)


_LICENCE = late(r"\bcc[ -]by(?:[ -](?:sa|nd|nc))*(?: \d\.\d)?\)?$", re.IGNORECASE)


def licence_at_the_end(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that ends in the licence of a picture: "… at the pool. Museum, CC BY-SA"."""
    return _ending_in(page, ("cc by", "cc-by"), _LICENCE)


_TAKEN = late(
    r"(?:撮影|摄|攝|資料写真)[）)\]】]?$|＝[Ａ-Ｚァ-ヶー]+$"
    r"|\[[^][]*(?:제공|자료사진|금지|촬영|캡처|출처)[^][]*\]$|[/(]사진\s?=[^/]+$|\s자료사진$"
)
_TAKEN_WORDS = (
    "撮影",
    "摄",
    "攝",
    "資料写真",
    "＝",
    "제공",
    "자료사진",
    "금지",
    "촬영",
    "캡처",
    "출처",
    "사진",
)


def who_took_the_picture(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that ends in who took a picture, in Chinese, Japanese, Korean: "（山田太郎撮影）"."""
    return _ending_in(page, _TAKEN_WORDS, _TAKEN)


_OWNED = late(r"^.{12,}\s©\s?\S[^©]{0,60}$")
_RESERVED = any_of("rights-reserved")
"""How a page claims all rights, with the sign behind: "All rights reserved © 2021 Port Post"."""


def owner_at_the_end(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that ends in whose picture it is, behind a sign: "… at the pool. © A. Name"."""
    owned = _ending_in(page, ("©",), _OWNED)
    return {i: label for i, label in owned.items() if not _RESERVED.match(page.folded[i])}


_HOUSES = rf"{_NAME}(?:[ /,:]{{1,2}}(?:(?:&|and|of|via|for|y|und|et|de|di) )?{_NAME}){{0,6}}"
_IN_BRACKETS = late(
    rf"^[^.!?…]{{40,}}[.!?…][”\"’»]? (?:\({_HOUSES}\)|\[(?=[^]]*[/,:]){_HOUSES}\])$"
)
"""In square brackets a name stands before its house: "[Laughs]" is what was heard."""


def house_in_brackets(page: Page, _labels: Labels) -> dict[int, Label]:
    """A sentence amid the text, and behind its stop whose picture it is: "… pool. (Post)"."""
    last = page.body_end - 1
    return {
        i: "caption"
        for i in _captions(page, page.holding((" (", " [")))
        if i < last
        and page.folded[i].endswith((")", "]"))
        and _IN_BRACKETS.search(page.lines[i].text)
    }


_NAMED = opening("caption-spoken", after=r"(?:, ?|:? ?)(?=\w)")


def caption_behind_its_name(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that begins with what it is, for those who hear it: "Image caption, The pool"."""
    lines = page.opening_with(_NAMED, CAPTION_CHARACTERS)
    return dict.fromkeys(_captions(page, lines), "caption")


def _ending_in(page: Page, signs: Sequence[str], says: re.Pattern[str]) -> dict[int, Label]:
    """Take short lines near the body for captions that end as a pattern says.

    Args:
        page: the page.
        signs: of which, folded, one stands in each such line.
        says: what is searched in it.
    """
    lines = _captions(page, page.holding(signs))
    return {i: "caption" for i in lines if says.search(page.lines[i].text)}


def _captions(page: Page, lines: list[int]) -> list[int]:
    """Give those of some lines that are short and near the body."""
    near = page.body_end + 3
    return [i for i in lines if i < near and len(page.folded[i]) <= CAPTION_CHARACTERS]
