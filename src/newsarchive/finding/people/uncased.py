"""Finds who signs a line in a script without capitals, where no capital tells a name from words.

There a name is told by what stands beside it: a word ("기자", "記者", "كتب"), a day, or the
brackets of a sign-off. In Chinese, Japanese and Korean it begins with the family's name, and a
few hundred of these are most people's.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from newsarchive.finding.vocabulary import any_of, words
from newsarchive.patterns import late

_FIRST = "\u0590"
"""Before it stand the alphabets that have capitals, and the signs beside their letters."""
_HAN, _KANA, _HANGUL = "\u3400-\u9fff々", "\u3040-\u30ff", "가-힣"
_KOREAN, _CHINESE = f"[{_HANGUL}]{{2,4}}", rf"[{_HAN}]{{2,4}}(?:·[{_HAN}]{{2,6}})?"
_JAPANESE = rf"[{_HAN}]{{1,4}}[ \u3000]?[{_HAN}{_KANA}]{{1,6}}"
_LATIN = r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3}"
_EITHER = rf"(?:{_LATIN}|{_JAPANESE})"
_IN_KOREAN, _IN_CHINESE, _IN_JAPANESE = (
    late(rf"\s?[{signs}]\s?") for signs in ("·,ㆍ/", "、，,\\s", "、，,・/／＝")
)
"""What stands between names."""
_LED = (
    (
        late(
            rf"(?<![{_HANGUL}])({_KOREAN}(?:\s?[·,ㆍ/]\s?{_KOREAN}){{0,4}})\s?"
            rf"(?:{'|'.join(words('rank-korean'))})?\s?"
            rf"(?:{'|'.join(words('reporter-korean'))})(?![{_HANGUL}])"
        ),
        _IN_KOREAN,
    ),
    (late(rf"^(?:글|글쓴이|작성자|기고자?)\s?[:=·]?\s({_KOREAN})$"), _IN_KOREAN),
    (
        late(
            rf"(?:{'|'.join(words('author-chinese'))}|(?:^|[\s|/])文(?=\s?[:：/／|]))\s?[:：/／|]?"
            rf"\s?({_CHINESE}(?:\s?[、，,\s]\s?{_CHINESE}){{0,4}})"
            rf"(?=[\s/／,，、;；)）〕】\]|]|报道|報導|報道|$)"
        ),
        _IN_CHINESE,
    ),
    (late(rf"記者([{_HAN}]{{3}})[{_HAN}]{{2,3}}\d{{1,2}}日電"), _IN_CHINESE),
)
"""Bylines in Korean and Chinese: what leads to a name that begins with a family's, or follows."""
_LED_IN_JAPANESE = (
    late(
        rf"(?:{'|'.join(words('author-japanese'))})(?:\s?[:：＝=/／・]\s?|[ \u3000])"
        rf"({_EITHER}(?:、{_EITHER}){{0,3}})(?=$|[\s（(／/|])"
    ),
    late(
        rf"^[【(（]?([{_HAN}]{{2,5}})[ \u3000]?(?:{'|'.join(words('reporter-japanese'))})[】)）]?$"
    ),
)
"""The same in Japanese, where families have many names."""
_LEAD = any_of("author-uncased", "^", r"\s?[:：/–-]?\s([^\x00-\x1f!-~]{3,40})\s?:?$")
_SIGNED_OFF = late(r"[【（(\[［]([^】）)\]］【（(\[［]{2,60})[】）)\]］]$")
_AROUND = late(rf"^[{_KANA}]+(?=[{_HAN}])|(?:記者|特派員)$")
"""What stands before a name in a sign-off, and behind it: "エルサレム山田太郎"."""
_BEFORE_DAY = late(rf"^([{_HAN}{_KANA}]{{3,5}})\s?(?=(?:19|20)\d\d[年./-])")
_LEAST, _MOST = 3, 5
"""Signs of a Japanese name written together."""
_JAPANESE_SIGNS = late(rf"[{_HAN}{_KANA}]+")
_PLACE = tuple(words("place-ends-han"))
_NOBODY = frozenset(words("no-name-uncased"))
_MOST_WORDS = 5


def is_uncased(text: str) -> bool:
    """Tell whether a text holds a letter of a script without capitals.

    >>> is_uncased("山田太郎"), is_uncased("Анна Иванова")
    (True, False)
    """
    return not text.isascii() and max(text) >= _FIRST


def signed_names(text: str) -> list[str]:
    """Give the names that a line says are its writers'.

    >>> signed_names("홍길동·김철수 기자"), signed_names("كتب: أحمد علي")
    (['홍길동', '김철수'], ['أحمد علي'])
    >>> signed_names("山田太郎2021年7月19日 21時37分")
    ['山田太郎']
    """
    for pattern, between in _LED:
        if led := pattern.search(text):
            names = between.split(led[1])
            return [name for name in names if begins_with_family(name) or "·" in name]
    for pattern in _LED_IN_JAPANESE:
        if led := pattern.search(text):
            return _IN_JAPANESE.split(led[1])
    if led := _LEAD.match(text):
        return [led[1]] if 0 < led[1].count(" ") < _MOST_WORDS else []
    day = _BEFORE_DAY.match(text)
    signs = day is not None and begins_with_family(day[1]) and not day[1].endswith(_PLACE)
    return [day[1]] if day and signs else signed_off(text)


def signed_off(text: str) -> list[str]:
    """Give the Japanese names in the brackets that end a line.

    >>> signed_off("…と述べた。【エルサレム山田太郎、カイロ佐藤花子】")
    ['山田太郎', '佐藤花子']
    """
    match = _SIGNED_OFF.search(text)
    pieces = _IN_JAPANESE.split(match[1]) if match else []
    return [name for name in (_AROUND.sub("", piece) for piece in pieces) if is_japanese_name(name)]


def is_japanese_name(text: str) -> bool:
    """Tell whether a text is written as most Japanese names are: none of its words has a blank.

    >>> is_japanese_name("山田太郎"), is_japanese_name("山口県"), is_japanese_name("宮崎空港")
    (True, False, False)
    """
    fits = _LEAST <= len(text) <= _MOST and _JAPANESE_SIGNS.fullmatch(text) is not None
    known = family_names()
    return fits and (text[:2] in known or text[:3] in known) and not text.endswith(_PLACE)


def begins_with_family(name: str) -> bool:
    """Tell whether a name begins with that of a frequent Chinese, Japanese or Korean family.

    >>> begins_with_family("홍길동"), begins_with_family("현장")
    (True, False)
    """
    known = family_names()
    return len(name) > 1 and (name[:2] in known or name[0] in known) and name not in _NOBODY


@cache
def family_names() -> frozenset[str]:
    """Give the names of frequent families."""
    text = files(__package__).joinpath("family_names.txt").read_text(encoding="utf-8")
    return frozenset(text.split())
