"""Render: a page's view into its template.

    Page → Artifact

Everything that a template prints is escaped, and a name that its view lacks is an error. What the
archive itself says (`wording.said`) is put into words of the site's language when it is printed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import cast

import jinja2
from markupsafe import Markup

from newsarchive.artifacts import Artifact
from newsarchive.deferred import Deferred
from newsarchive.errors import TemplateError
from newsarchive.markup import filled
from newsarchive.pages import Page, routes
from newsarchive.pages.frames import frame_of
from newsarchive.site import Settings, Site
from newsarchive.theme import template_folders
from newsarchive.wording import Wording
from newsarchive.wording.said import Message, Names, Said, Stretch, When

SIGNS = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"},
    **dict.fromkeys(range(0x7F, 0xA0), 0xFFFD),
    0x7F: 0x2421,
}
"""Control characters, which no HTML may hold, to the signs that stand for them: NUL to ␀."""
_ONE_BYTE = bytes(code for code in SIGNS if code < 0x80)
_TWO_BYTES = re.compile(rb"\xc2[\x80-\x9f]")
"""Control characters in UTF-8, where they are found a hundred times as fast as in a text."""


SAID = frozenset({Message, When, Stretch, Names})
"""What is printed in the site's language. Numbers are not: they may be parts of addresses."""


MOST_PHRASES = 10_000
"""Phrases kept in words: most stand on every page."""


class Renderer:
    """The templates, found and compiled once for many pages."""

    def __init__(
        self, folders: Sequence[Path], settings: Settings, wording: Wording | None = None
    ) -> None:
        """Look for templates in `folders`, the first first; say things in the site's language."""
        self._settings = settings
        self._wording = wording or Wording(settings.language)
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader([str(folder) for folder in folders]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            extensions=["jinja2.ext.i18n"],
            finalize=_printer(self._wording),
        )
        self._environment.policies["ext.i18n.trimmed"] = True
        self._environment.policies["json.dumps_function"] = _json_writer(self._wording)
        self._environment.filters["number"] = self._wording.number
        self._environment.globals.update(_translators(self._wording), forms=self._wording.forms)
        self._environment.newstyle_gettext = True  # type: ignore[attr-defined]  # the extension's

    def render(self, page: Page) -> Artifact:
        """Fill a page's template.

        Raises:
            TemplateError: the template is missing, is no Jinja, or asks for what its view lacks.
        """
        try:
            template = self._environment.get_template(page.template)
            text = template.render(
                frame=frame_of(page, self._settings, self._wording.language), view=page.view
            )
        except Exception as error:  # what a template calls can raise anything
            raise _told(error, page) from error
        return Artifact(routes.file_of(page.url), _in_bytes(text))


def render_pages(
    work: tuple[Sequence[Deferred[Page]], Site, bytes],
) -> list[Artifact]:
    """Make and render some pages, in any process.

    Args:
        work: the pages, the site that they are of, and the digest of its templates and words.
    """
    pages, site, theme = work
    renderer = _renderer_of(site, theme)
    return [renderer.render(page()) for page in pages]


_renderers: list[tuple[Site, bytes, Renderer]] = []


def _renderer_of(site: Site, theme: bytes) -> Renderer:
    """Give the renderer of a site, that of the last call where it still is the same."""
    if not _renderers or _renderers[0][:2] != (site, theme):
        wording = Wording(site.settings.language, [site.locale])
        renderer = Renderer(template_folders(site), site.settings, wording)
        _renderers[:] = [(site, theme, renderer)]
    return _renderers[0][2]


def _in_bytes(text: str) -> bytes:
    r"""Encode a page, with signs for its control characters.

    >>> _in_bytes("caf\u00e9\u0000\u0085").decode()
    'café␀\ufffd'
    """
    content = text.encode("utf-8", "replace")
    if len(content.translate(None, _ONE_BYTE)) == len(content) and not _TWO_BYTES.search(content):
        return content
    return text.translate(SIGNS).encode("utf-8", "replace")


def _printer(wording: Wording) -> Callable[[object], object]:
    """Give what Jinja passes each printed value through."""

    def printed(value: object) -> object:
        return wording.say(cast("Said", value)) if type(value) in SAID else value

    return printed


def _json_writer(wording: Wording) -> Callable[..., str]:
    """Give what writes JSON for `|tojson`."""

    def said(value: object) -> str:
        if type(value) in SAID:
            return wording.say(cast("Said", value))
        raise TypeError(f"{type(value).__name__} is nothing that JSON holds")

    def dumps(value: object, **_: object) -> str:
        return json.dumps(value, ensure_ascii=False, default=said)

    return dumps


def _translators(wording: Wording) -> Mapping[str, Callable[..., Markup]]:
    """Give the functions that Jinja's `_()` and `trans` call.

    A catalogue's phrases may hold markup, as the templates' own words do; the values in them are
    escaped, and said in the site's language like all that is printed.
    """

    def said(phrase: str, values: Mapping[str, Said]) -> Markup:
        return filled(phrase, {name: _value(wording, value) for name, value in values.items()})

    @lru_cache(MOST_PHRASES)
    def bare(text: str) -> Markup:
        return said(wording.gettext(text), {})

    def gettext(text: str, **values: Said) -> Markup:
        return said(wording.gettext(text), values) if values else bare(text)

    def pgettext(context: str, text: str, **values: Said) -> Markup:
        return said(wording.pgettext(context, text), values)

    @lru_cache(MOST_PHRASES)
    def counted(one: str, several: str, number: int) -> Markup:
        return said(wording.ngettext(one, several, number), {"num": number})

    def ngettext(one: str, several: str, number: int, **values: Said) -> Markup:
        if not values:
            return counted(one, several, number)
        return said(wording.ngettext(one, several, number), {"num": number, **values})

    return {"gettext": gettext, "pgettext": pgettext, "ngettext": ngettext}


def _value(wording: Wording, value: Said) -> Said:
    """Say a value of a phrase; what a macro has printed is markup and stays so."""
    return value if isinstance(value, str) else wording.say(value)


def static_artifact(name: str, path: Path) -> Artifact:
    """Read a static file.

    Raises:
        TemplateError: it cannot be read.
    """
    try:
        return Artifact(routes.STATIC + name, path.read_bytes())
    except OSError as error:
        raise TemplateError(f"it cannot be read ({error})", where=str(path)) from error


def _told(error: Exception, page: Page) -> TemplateError:
    """Say what is wrong with a template, and in which line."""
    if isinstance(error, jinja2.TemplateNotFound):
        what, where = f"there is no template {error.name}", page.template
    elif isinstance(error, jinja2.TemplateSyntaxError):
        what, where = str(error.message), f"{error.filename or error.name}:{error.lineno}"
    else:
        what, where = str(error) or type(error).__name__, _place_in_template(error, page)
    return TemplateError(
        f"{what} (filling the page {page.url or 'home'})",
        where=where,
        remedy="templates/README.md names what each template gets",
    )


def _place_in_template(error: Exception, page: Page) -> str:
    """Find the template's line in the traceback, which Jinja rewrites to its own files."""
    place, traceback = page.template, error.__traceback__
    while traceback:
        name = traceback.tb_frame.f_code.co_filename
        if name.endswith((".html", ".xml", ".json")):
            place = f"{name}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return place
