"""Names spelled for URLs and file names."""

from __future__ import annotations

from functools import lru_cache

from newsarchive.errors import SettingsError

MAX_CHARACTERS = 60
RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "index", "unknown", "undated"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
"""Names that a file system, a server or one of our own pages has taken."""


@lru_cache(2_000)
def slug_of(name: str) -> str:
    """Spell a name in lower-case ASCII letters, digits and dashes; never empty for a name.

    A name of which no letter is left, such as an emoji, is spelled by its letters' code points.

    >>> slug_of("Middle East"), slug_of("CON"), slug_of("…")
    ('middle-east', 'con-', 'u2026')
    """
    from slugify import slugify  # noqa: PLC0415  a build without change spells nothing

    slug = slugify(name, max_length=MAX_CHARACTERS, word_boundary=True, save_order=True)
    if not slug:
        return "-".join(f"u{ord(letter):x}" for letter in name[:10])
    return f"{slug}-" if slug in RESERVED else slug


def one_slug(text: str, where: str) -> str:
    """Check the part of an address that a curator writes.

    Args:
        text: what is written.
        where: the file and the line.

    Raises:
        SettingsError: it would have to be spelled in another way.
    """
    spelled = slug_of(text)
    if text == spelled:
        return text
    what = f"`slug` is `{text}`, which is no part of an address"
    raise SettingsError(what, where=where, remedy=f"Write `{spelled}`, or another like it")
