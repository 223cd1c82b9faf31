"""What the archive says on its pages, before it is said in a language.

Views hold these records where the words are ours and not an article's or the curator's. The words
of a `Message` are the English ones; a catalogue has them in other languages. `Wording` says them.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Form = Literal["", "heading", "month"]


class When(Struct, frozen=True):
    """A date."""

    edtf: str
    form: Form = ""
    """With a capital, as a heading; or the name of its month alone."""


class Stretch(Struct, frozen=True):
    """The time from one date to another."""

    first: str
    last: str
    """Both EDTF."""


class Names(Struct, frozen=True):
    """Several names in a row."""

    names: tuple[str, ...]


class Message(Struct, frozen=True):
    """A phrase or a sentence, with names or numbers in it."""

    text: str
    """In English, with `%(name)s` where a value stands."""
    values: tuple[tuple[str, Said], ...] = ()
    plural: str = ""
    """The text for several, where there is a number of something."""
    number: int = 1
    """That number, which is also the value `num`."""


Said = str | int | When | Stretch | Names | Message
"""What can be said: strings are said as they are, for they are somebody's own words."""


def message(text: str, **values: Said) -> Message:
    """Say a phrase with values in it.

    >>> message("%(title)s – %(site)s", title="Calm", site="Archive").text
    '%(title)s – %(site)s'
    """
    return Message(text, tuple(values.items()))


def counted(one: str, several: str, number: int, **values: Said) -> Message:
    """Say how many there are of something: each text has `%(num)s`."""
    return Message(one, tuple(values.items()), several, number)
