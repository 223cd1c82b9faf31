"""Templates as ingredients: what each says, with all those that it draws on, in a digest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from newsarchive.errors import TemplateError
from newsarchive.filesystem.regular import files_below
from newsarchive.incremental.deferred import digest

KINDS = (".html", ".xml", ".json")
"""How templates end."""
_QUOTED = re.compile(rb"""["']([\w./-]+)["']""")
"""What may be the name of a template in another one."""
_COMPUTED = re.compile(rb"""\{%[-+]?\s*(?:include|extends|import|from)\s+(?!["'])""")
"""Where a template names another by an expression: it may be any."""


def template_digests(own: Path, theme: Path) -> Mapping[str, bytes]:
    """Digest templates, each with all those that it names.

    Args:
        own: the archive's folder of templates, which stand in for the theme's of the same names.
        theme: the theme's.

    Raises:
        TemplateError: one of the archive's stands in for none, and none of the others names it.
    """
    own_texts, theme_texts = texts_below(own), texts_below(theme)
    if unused := _without_use(own_texts, theme_texts):
        what = "no page is made with it: the theme has no such template, and none of yours names it"
        raise TemplateError(what, where=str(own / unused[0]), remedy=_hint(unused[0], theme_texts))
    texts = theme_texts | own_texts
    return {name: _with_named(name, texts) for name in texts}


def texts_below(folder: Path) -> dict[str, bytes]:
    """Read the files of a folder, by their paths below it; a missing one is an empty one."""
    paths = (path for path in files_below(folder) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _without_use(own: Mapping[str, bytes], theme: Mapping[str, bytes]) -> list[str]:
    """Find an archive's templates that are neither the theme's nor named by its others."""

    def is_named(name: str) -> bool:
        others = [_names_in(text) for other, text in own.items() if other != name]
        return any(name in named or is_computed for named, is_computed in others)

    added = [name for name in sorted(own) if name not in theme and name.endswith(KINDS)]
    return [name for name in added if not name.startswith(".") and not is_named(name)]


def _hint(name: str, theme: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  a build seldom has need of it

    near = get_close_matches(name, theme, 1)
    hint = f"Did you mean {near[0]}? " if near else ""
    return f"{hint}`newsarchive override NAME` copies a template of the theme"


@lru_cache
def _names_in(text: bytes) -> tuple[tuple[str, ...], bool]:
    """Give what a template may name, and whether it names others by an expression."""
    named = tuple(match.decode() for match in _QUOTED.findall(text))
    return named, _COMPUTED.search(text) is not None


def _with_named(name: str, texts: Mapping[str, bytes]) -> bytes:
    """Digest a template and what it extends, includes and imports, all of which it names."""
    found: dict[str, None] = {}
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one in texts and one not in found:
            found[one] = None
            named, is_computed = _names_in(texts[one])
            waiting += texts if is_computed else named
    return digest(*(part for one in sorted(found) for part in (one.encode(), texts[one])))
