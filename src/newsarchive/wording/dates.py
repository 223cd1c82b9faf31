"""Dates in the words of a language: order and months by CLDR, how sure they are by a catalogue.

Nothing is said more precisely than it is known. The calendar is the one that EDTF is written in,
the Gregorian, in every language.
"""

from __future__ import annotations

from gettext import NullTranslations

from babel import Locale
from babel.dates import format_date, format_skeleton
from msgspec import Struct

from newsarchive.edtf import Point, parse

MONTH = "LLLL"
"""CLDR's pattern for a month that stands alone."""


class DateWords(Struct, frozen=True):
    """A language's words for dates."""

    locale: Locale
    phrases: NullTranslations

    def described(self, edtf: str) -> str:
        """Word a value.

        >>> english = DateWords(Locale("en", "GB"), NullTranslations())
        >>> english.described("2021-07~"), english.described("2020-01-16/..")
        ('about July 2021', 'on or after 16 January 2020')
        >>> english.described("2021-07-19/2021-07-26")
        'between 19 and 26 July 2021'
        >>> english.described("2021-07-19/2021-07-19")
        '19 July 2021'
        """
        span = parse(edtf)
        if span.start and span.end:
            one = not span.interval or span.start == span.end
            return self._said(span.start) if one else self._between(span.start, span.end)
        if span.start:
            return self._since(span.start)
        return self._until(span.end) if span.end else ""

    def stretched(self, first: str, last: str) -> str:
        """Word the time from one date to another, without what the two share twice.

        >>> english = DateWords(Locale("en", "GB"), NullTranslations())
        >>> english.stretched("2021-07-19", "2021-07-26"), english.stretched("2021-06", "2021-07")
        ('19–26 July 2021', 'June – July 2021')
        >>> english.stretched("2020-01-16", "2021-07-26"), english.stretched("2021-07", "2021-07")
        ('16 January 2020 – 26 July 2021', 'July 2021')
        """
        start, end = parse(first).start, parse(last).end
        if not start or not end or start == end:
            return self.described(first)
        words = {"first": self._shortened(start, end), "last": self._said(end)}
        if self._share_month(start, end):
            return "{first}–{last}".format(**words)
        return self.phrases.gettext("%(first)s – %(last)s") % words

    def month(self, edtf: str) -> str:
        """Name a date's month without its year.

        >>> DateWords(Locale("es"), NullTranslations()).month("2021-07")
        'julio'
        """
        start = parse(edtf).start
        return format_date(start.first, MONTH, self.locale) if start else ""

    def _plain(self, point: Point) -> str:
        """Spell a date, without saying how sure it is."""
        if point.day:
            return format_date(point.first, "long", self.locale)
        return format_skeleton("yMMMM" if point.month else "y", point.first, locale=self.locale)

    def _without_year(self, point: Point) -> str:
        if point.day:
            return format_skeleton("MMMMd", point.first, locale=self.locale)
        return format_date(point.first, MONTH, self.locale)

    def _said(self, point: Point) -> str:
        return self._doubtful(point) if point.doubt else self._plain(point)

    def _doubtful(self, point: Point) -> str:
        if point.day:
            words = {
                "?": self.phrases.pgettext("day", "perhaps %(date)s"),
                "~": self.phrases.pgettext("day", "about %(date)s"),
                "%": self.phrases.pgettext("day", "perhaps about %(date)s"),
            }
        else:
            words = {
                "?": self.phrases.pgettext("month or year", "perhaps %(date)s"),
                "~": self.phrases.pgettext("month or year", "about %(date)s"),
                "%": self.phrases.pgettext("month or year", "perhaps about %(date)s"),
            }
        return words[point.doubt] % {"date": self._plain(point)}

    def _since(self, point: Point) -> str:
        gettext = self.phrases.gettext
        words = gettext("on or after %(date)s") if point.day else gettext("in or after %(date)s")
        return words % {"date": self._said(point)}

    def _until(self, point: Point) -> str:
        gettext = self.phrases.gettext
        words = gettext("on or before %(date)s") if point.day else gettext("in or before %(date)s")
        return words % {"date": self._said(point)}

    def _between(self, start: Point, end: Point) -> str:
        words = self.phrases.gettext("between %(start)s and %(end)s")
        return words % {"start": self._first(start, end), "end": self._bound(end, self._said(end))}

    def _first(self, start: Point, end: Point) -> str:
        """Word an interval's start as it stands after “between”."""
        if self._share_month(start, end):
            day = self.phrases.pgettext("day alone, between … and", "%(date)s")
            return day % {"date": start.day}
        return self._bound(start, self._shortened(start, end))

    def _shortened(self, start: Point, end: Point) -> str:
        """Word a time's start, without the month and the year where its end repeats them."""
        if self._share_month(start, end):
            # "19.", where the day of a date is an ordinal number.
            return format_date(start.first, self._pattern.partition(" ")[0], self.locale)
        return self._without_year(start) if self._share_year(start, end) else self._said(start)

    def _share_month(self, start: Point, end: Point) -> bool:
        """Tell whether two days of a month can be worded with the month once, behind both."""
        same = start.month == end.month and bool(start.day) and self._pattern.startswith("d")
        return same and self._share_year(start, end)

    def _share_year(self, start: Point, end: Point) -> bool:
        """Tell whether two dates of a year can be worded with the year once, behind both."""
        alike = not (start.doubt or end.doubt) and start.precision == end.precision
        same = start.month is not None and start.year == end.year
        return alike and same and not self._pattern.startswith("y")

    @property
    def _pattern(self) -> str:
        """CLDR's pattern for a day with its month in words."""
        pattern: str = self.locale.date_formats["long"].pattern
        return pattern

    def _bound(self, point: Point, words: str) -> str:
        """Set a day's words as they stand after “between” and “and”; others stand as they are."""
        if point.doubt or not point.day:
            return words
        return self.phrases.pgettext("day, between … and", "%(date)s") % {"date": words}
