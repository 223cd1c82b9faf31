"""Render: a page's view into its template.

    Page → Artifact

Everything that a template prints is escaped, and a name that its view lacks is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import jinja2
from msgspec import Struct

from newsarchive.errors import TemplateError
from newsarchive.markup import trusted
from newsarchive.pages import Page, routes
from newsarchive.pages.frames import frame_of
from newsarchive.site import Settings

SIGNS = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"},
    **dict.fromkeys(range(0x7F, 0xA0), 0xFFFD),
    0x7F: 0x2421,
}
"""Control characters, which no HTML may hold, to the signs that stand for them: NUL to ␀."""


class Artifact(Struct, frozen=True):
    """A file of the site."""

    path: str
    """Relative to the output folder, with `/`."""
    content: bytes


class Stream(Struct, frozen=True):
    """A file of the site that is too large to hold in memory."""

    path: str
    """As an artifact's."""
    chunks: Iterator[bytes]
    """Its content, which can be gone through once."""


class Renderer:
    """The templates, found and compiled once for many pages."""

    def __init__(self, folders: Sequence[Path], settings: Settings) -> None:
        """Look for templates in `folders`, the first first."""
        self._settings = settings
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader([str(folder) for folder in folders]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
        self._environment.filters["sanitised"] = trusted

    def render(self, page: Page) -> Artifact:
        """Fill a page's template.

        Raises:
            TemplateError: the template is missing, is no Jinja, or asks for what its view lacks.
        """
        try:
            template = self._environment.get_template(page.template)
            text = template.render(frame=frame_of(page, self._settings), view=page.view)
        except Exception as error:  # what a template calls can raise anything
            raise _told(error, page) from error
        content = text.translate(SIGNS).encode("utf-8", "replace")
        return Artifact(routes.file_of(page.url), content)


def static_artifacts(files: Mapping[str, Path]) -> Iterator[Artifact]:
    """Read the static files.

    Raises:
        TemplateError: one cannot be read.
    """
    for name, path in files.items():
        try:
            yield Artifact(routes.STATIC + name, path.read_bytes())
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
