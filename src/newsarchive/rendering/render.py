"""Render: a page's view into its template.

    Page → Artifact

Everything that a template prints is escaped, and a name that its view lacks is an error
(`templating`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import jinja2

from newsarchive.artifacts import Artifact
from newsarchive.errors import TemplateError
from newsarchive.filesystem.refused import remedy_of, words_of
from newsarchive.incremental.deferred import Deferred
from newsarchive.pages import Page, routes
from newsarchive.pages.frames import frame_of
from newsarchive.rendering.compiled import Compiled
from newsarchive.rendering.templating import Templates
from newsarchive.settings.schema import Settings
from newsarchive.settings.site import Site
from newsarchive.settings.theme import template_folders
from newsarchive.wording import Wording

SIGNS = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"},
    **dict.fromkeys(range(0x7F, 0xA0), 0xFFFD),
    0x7F: 0x2421,
}
"""Control characters, which no HTML may hold → the signs that stand for them: NUL → ␀."""
_ONE_BYTE = bytes(code for code in SIGNS if code < 0x80)
_LEAD, _LAST = b"\xc2", b"\x9f"
"""How control characters of two bytes begin in UTF-8, and the last of their second bytes."""


class Renderer:
    """The templates, found and compiled once for many pages."""

    def __init__(
        self, folders: Sequence[Path], settings: Settings, wording: Wording | None = None
    ) -> None:
        """Look for templates in `folders`, the first first; say things in the site's language."""
        self._settings, self._folders = settings, folders
        self._wording = wording or Wording(settings.language)
        self._compiled = Compiled(self._wording)
        self._templates = Templates(folders, self._wording, quick=True, compiled=self._compiled)

    def render(self, page: Page) -> Artifact:
        """Fill a page's template.

        Raises:
            TemplateError: the template is missing, is no Jinja, or asks for what its view lacks.
        """
        try:
            text = self._filled(page)
        except Exception as error:  # what a template calls can raise anything
            raise _as_template_error(error, page) from error
        return Artifact(routes.file_of(page.url), _in_bytes(text))

    def _filled(self, page: Page) -> str:
        frame = frame_of(page, self._settings, self._wording.language)
        try:
            return self._templates.get_template(page.template).render(frame=frame, view=page.view)
        except AttributeError:
            if not self._templates.quick:
                raise
            self._templates = Templates(self._folders, self._wording, compiled=self._compiled)
            return self._filled(page)


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
    """Give the renderer of a site: that of the last call if it is for the same site and theme."""
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
    return text.translate(SIGNS).encode("utf-8", "replace") if _has_controls(content) else content


def _has_controls(content: bytes) -> bool:
    r"""Look for control characters in UTF-8, byte by byte, which is faster than any pattern.

    >>> [_has_controls(text.encode()) for text in ("caf\u00e9\u00a0\n", "\u0000", "a\u0085")]
    [False, True, True]
    """
    if any(map(content.__contains__, _ONE_BYTE)):
        return True
    return any(after[:1] <= _LAST for after in content.split(_LEAD)[1:])


def static_artifact(name: str, path: Path) -> Artifact:
    """Read a static file.

    Raises:
        TemplateError: it cannot be read.
    """
    try:
        return Artifact(routes.STATIC + name, path.read_bytes())
    except OSError as error:
        what = f"it cannot be read ({words_of(error)})"
        raise TemplateError(what, where=str(path), remedy=remedy_of(error)) from error


def _as_template_error(error: Exception, page: Page) -> TemplateError:
    """Say what is wrong with a template, and in which line."""
    if isinstance(error, jinja2.TemplateNotFound):
        what, where = f"there is no template {error.name}", page.template
    elif isinstance(error, jinja2.TemplateSyntaxError):
        what, where = str(error.message), f"{error.filename or error.name}:{error.lineno}"
    else:
        what, where = str(error) or type(error).__name__, _place_in_template(error, page)
    remedy = "templates/README.md names what each template gets"
    if isinstance(error, UnicodeError):
        remedy = remedy_of(error)
    filling = f"{what} (filling the page {page.url or 'home'})"
    return TemplateError(filling, where=where, remedy=remedy)


def _place_in_template(error: Exception, page: Page) -> str:
    """Find the template's line in the traceback, which Jinja rewrites to its own files."""
    place, traceback = page.template, error.__traceback__
    while traceback:
        name = traceback.tb_frame.f_code.co_filename
        if name.endswith((".html", ".xml", ".json")):
            place = f"{name}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return place
