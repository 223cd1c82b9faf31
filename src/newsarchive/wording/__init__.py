"""Wording: what the archive says, in the words of its language.

    Said → str

What is said (`said.py`) comes from the views, its words from a catalogue (`catalogues.py`), dates
and numbers from CLDR.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from babel.numbers import format_decimal

from newsarchive.wording.catalogues import SHIPPED, digest_of, locale_of, phrases_of, spoken
from newsarchive.wording.dates import DateWords
from newsarchive.wording.said import Message, Names, Said, Stretch, When

DIGITS = {"arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹"}
"""CLDR's numbering systems and their digits; Babel writes Latin ones."""
FORMS_SEEN = 200
"""Among how many numbers from 0 on every plural form of a language occurs."""
CACHED = 10_000
"""How many dates and numbers are kept in words: each stands on several pages."""


class Wording:
    """A language, which says things."""

    def __init__(self, language: str, folders: Sequence[Path] = ()) -> None:
        """Read a language's words.

        Args:
            language: as BCP 47; where no catalogue has it, English is spoken.
            folders: with catalogues, before those that are shipped.

        Raises:
            SettingsError: a catalogue cannot be read.
        """
        places = (*folders, SHIPPED)
        self.language = spoken(language, places)
        self._locale = locale_of(self.language)
        self._phrases = phrases_of(self.language, places)
        self.digest = digest_of(self.language, places)
        self._dates = DateWords(self._locale, self._phrases)
        digits = DIGITS.get(self._locale.default_numbering_system, "0123456789")
        self._digits = str.maketrans("0123456789", digits)
        self._when = lru_cache(CACHED)(self._when_worded)
        self.number = lru_cache(CACHED)(self._number)

    def say(self, said: Said) -> str:
        """Put something into words; somebody's own words stay as they are.

        A message without values may have any `%` in it.
        """
        match said:
            case str():
                return said
            case int():
                return self.number(said)
            case When():
                return self._when(said)
            case Stretch(first, last):
                return self._dates.stretched(first, last).translate(self._digits)
            case Names(names):
                return self.pgettext("between names", ", ").join(names)
            case Message():
                return self._message(said)

    def gettext(self, text: str) -> str:
        """Give a phrase, with its values' names still in it."""
        return self._phrases.gettext(text)

    def pgettext(self, context: str, text: str) -> str:
        """Give a phrase in a context, where it has a translation of its own."""
        return self._phrases.pgettext(context, text)

    def ngettext(self, one: str, several: str, number: int) -> str:
        """Give a phrase in the plural form that a number asks for."""
        return self._phrases.ngettext(one, several, number)

    def forms(self, one: str, several: str) -> Mapping[str, str]:
        """Give a phrase for each kind of number, by CLDR's name for it, with `#` for the number.

        A script chooses among them with `Intl.PluralRules`.
        """
        kind = self._locale.plural_form
        examples = {kind(number): number for number in reversed(range(FORMS_SEEN))}
        return {
            name: self.ngettext(one, several, number) % {"num": "#"}
            for name, number in sorted(examples.items())
        }

    def _number(self, number: int) -> str:
        words = format_decimal(number, locale=self._locale, numbering_system="default")
        return words.translate(self._digits)

    def _when_worded(self, when: When) -> str:
        if when.form == "month":
            return self._dates.month(when.edtf)
        words = self._dates.described(when.edtf).translate(self._digits)
        return words[:1].upper() + words[1:] if when.form == "heading" else words

    def _message(self, said: Message) -> str:
        values = {name: self.say(value) for name, value in said.values}
        if not said.plural:
            text = self.gettext(said.text)
            return text % values if values else text
        text = self.ngettext(said.text, said.plural, said.number)
        return text % {"num": self.number(said.number), **values}
