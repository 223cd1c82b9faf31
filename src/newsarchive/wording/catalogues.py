"""Catalogues: one language's words each, as gettext writes them down.

`LANGUAGE/LC_MESSAGES/newsarchive.po` in the package's `locale/`, and in an archive's own, whose
words come first. They are text and stay text: a catalogue is compiled in memory when a site in its
language is built, which takes some hundredths of a second.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError

from newsarchive.errors import SettingsError
from newsarchive.filesystem.refused import remedy_of, words_of
from newsarchive.incremental.deferred import digest
from newsarchive.patterns import late

ENTRY = late(r'(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(?:[^"\\]|\\.)*"|#.*|')
"""A line of a catalogue: words between quotation marks, a comment, or nothing."""
SHIPPED = Path(__file__).parents[1] / "locale"
SOURCE = "en"
"""The language of the messages themselves."""


def catalogue_file(folder: Path, language: str) -> Path:
    """Give the file that has a language's words."""
    return folder / language / "LC_MESSAGES" / "newsarchive.po"


def spoken(language: str, folders: Sequence[Path]) -> str:
    """Give the language that a site's words are in: the one it asks for, else the next to it.

    Args:
        language: as BCP 47.
        folders: those that hold catalogues.

    >>> spoken("de-AT", [SHIPPED]), spoken("en-US", [SHIPPED]), spoken("la", [SHIPPED])
    ('de-AT', 'en-US', 'en')
    """
    known = any(_catalogues(language, folders)) or language.partition("-")[0].lower() == SOURCE
    return language if known else SOURCE


def phrases_of(language: str, folders: Sequence[Path]) -> NullTranslations:
    """Read a language's words, those of the first folder before those of the others.

    Raises:
        SettingsError: a catalogue cannot be read.
    """
    phrases = NullTranslations()
    for path in reversed([*_catalogues(language, folders)]):
        words = _compiled(path, language)
        words.add_fallback(phrases)
        phrases = words
    return phrases


def digest_of(language: str, folders: Sequence[Path]) -> bytes:
    """Digest a language's words, where they are not those of the messages themselves."""
    return digest(*(path.read_bytes() for path in _catalogues(language, folders)))


def _catalogues(language: str, folders: Sequence[Path]) -> Iterator[Path]:
    """Find the catalogues of `pt-BR`, and then those of `pt`."""
    parts = language.split("-")
    for length in range(len(parts), 0, -1):
        for folder in folders:
            path = catalogue_file(folder, "_".join(parts[:length]))
            if path.is_file():
                yield path


def _compiled(path: Path, language: str) -> GNUTranslations:
    from babel.messages.mofile import write_mo  # noqa: PLC0415  English needs no catalogue
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415

    compiled = BytesIO()
    try:
        written = path.read_bytes()
        catalogue = read_po(BytesIO(written), locale=locale_of(language), abort_invalid=True)
        write_mo(compiled, catalogue)
    except (OSError, ValueError, PoFileError) as error:
        what = f"the catalogue cannot be read ({words_of(error)})"
        remedy = remedy_of(error) if isinstance(error, OSError) else "Mend it"
        raise SettingsError(what, where=str(path), remedy=remedy) from error
    _make_sure_of(written.decode(catalogue.charset or "utf-8", "replace"), path)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _make_sure_of(written: str, path: Path) -> None:
    """Make sure that quotation marks enclose all words: Babel cuts a letter off where one lacks.

    Raises:
        SettingsError: somewhere they do not.
    """
    for number, line in enumerate(written.splitlines(), 1):
        if not ENTRY.fullmatch(line.strip()):
            what, where = "the words are not between quotation marks", f"{path}:{number}"
            raise SettingsError(what, where=where, remedy='Write them so: msgstr "Words"')


def locale_of(language: str) -> Locale:
    """Give CLDR's conventions for a language, those of the United Kingdom for English alone.

    >>> str(locale_of("en")), str(locale_of("en-US")), str(locale_of("de-XX"))
    ('en_GB', 'en_US', 'de')
    """
    if language == SOURCE:
        return Locale("en", "GB")
    parts = language.split("-")
    for length in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:length]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return locale_of(SOURCE)
