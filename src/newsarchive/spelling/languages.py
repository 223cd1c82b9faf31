"""How a language is written: by its code of BCP 47, and otherwise by programs."""

from __future__ import annotations

import re

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
NO_LANGUAGE = "`language` is `{}`, which is no language's code"
CODE = "Write two or three letters, such as en or de-AT"

_NAMED = {  # code → what programs call the language by instead: ISO 639-2, its names
    "ar": "ara arabic العربية",
    "bg": "bul bulgarian",
    "bn": "ben bengali",
    "ca": "cat catalan català",
    "cs": "ces cze czech čeština",
    "da": "dan danish dansk",
    "de": "deu ger german deutsch",
    "el": "ell gre greek ελληνικά",
    "en": "eng english",
    "es": "spa spanish español castellano",
    "et": "est estonian",
    "fa": "fas per persian farsi فارسی",
    "fi": "fin finnish suomi",
    "fr": "fra fre french français",
    "he": "heb hebrew עברית",
    "hi": "hin hindi हिन्दी",
    "hr": "hrv croatian hrvatski",
    "hu": "hun hungarian magyar",
    "id": "ind indonesian",
    "it": "ita italian italiano",
    "ja": "jpn japanese 日本語",
    "ko": "kor korean 한국어",
    "lt": "lit lithuanian",
    "lv": "lav latvian",
    "ms": "msa may malay",
    "nl": "nld dut dutch nederlands",
    "no": "nor norwegian norsk",
    "pl": "pol polish polski",
    "pt": "por portuguese português",
    "ro": "ron rum romanian română",
    "ru": "rus russian русский",
    "sk": "slk slo slovak",
    "sl": "slv slovenian slovene",
    "sr": "srp serbian српски",
    "sv": "swe swedish svenska",
    "sw": "swa swahili",
    "th": "tha thai",
    "tr": "tur turkish türkçe",
    "uk": "ukr ukrainian українська",
    "ur": "urd urdu اردو",
    "vi": "vie vietnamese",
    "zh": "zho chi chinese 中文",
}
_CODES = {name: code for code, named in _NAMED.items() for name in named.split()}
_WORD = re.compile(r"[^\W\d_]+")


def language_code(text: str) -> str | None:
    """Give the code of a language as programs write it; None where it is none that is known.

    >>> language_code("en_GB"), language_code("ENG"), language_code("English (UK)")
    ('en-GB', 'en', 'en')
    >>> language_code("zh-Hans"), language_code("ckb"), language_code("unknown")
    ('zh-Hans', 'ckb', None)
    """
    word = _WORD.match(text)
    if word and (code := _CODES.get(word[0].casefold())):
        return code
    spelled = text.replace("_", "-")
    if not LANGUAGE.fullmatch(spelled):
        return None
    language, _, rest = spelled.partition("-")
    return "-".join(filter(None, (language.lower(), rest)))
