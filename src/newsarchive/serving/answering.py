"""Answers a browser on this machine with the site's pages, to which it adds what a preview needs.

That is livereload's script, and a notice when the last build failed. Whoever asks by another name
than this machine's own, or from a page of another origin, is refused.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote, unquote

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.web import (
    Application,
    ErrorHandler,
    OutputTransform,
    RequestHandler,
    StaticFileHandler,
)

from newsarchive.pages import routes
from newsarchive.serving.preview import Preview

HOST = "127.0.0.1"
ARTICLE = re.compile(rf"/{routes.ARTICLES}([^/]+)-[0-9a-f]{{8}}/(?:index\.html)?")
LONGEST_ADDRESS = 4_000
"""Characters: the archive's own stay below 400."""
NOTICE_CSS = b"""\
.newsarchive-notice { position: sticky; inset-block-start: 0; z-index: 9; padding: 1rem 1.5rem;
  background: #8b1a10; color: #fff; font: 1rem/1.5 system-ui, sans-serif; white-space: pre-wrap; }
"""


def application(preview: Preview, port: int) -> Application:
    """Make the web application that shows a preview."""
    LiveReloadHandler.watcher = Watcher()
    LiveReloadHandler.live_css = False

    def transform(request: HTTPServerRequest) -> OutputTransform:
        return _Injection(request, preview, port)

    return _Guarded(
        port,
        [
            (r"/livereload", _ReloadSocket),
            (r"/livereload\.js", LiveReloadJSHandler),
            (r"/newsarchive-notice\.css", _NoticeStyle),
            (r"/(.*)", _Pages, {"preview": preview}),
        ],
        transforms=cast("list[type[OutputTransform]]", [transform]),  # tornado only calls it
    )


class _Guarded(Application):
    """An application that answers its own pages' requests and no others."""

    def __init__(self, port: int, *arguments: Any, **settings: Any) -> None:  # noqa: ANN401
        super().__init__(*arguments, **settings)
        self._port = port

    def find_handler(self, request: HTTPServerRequest, **arguments: Any) -> Any:  # noqa: ANN401
        if status := refusal(request, self._port):
            refused = {"status_code": status}
            return self.get_handler_delegate(request, ErrorHandler, refused)
        return super().find_handler(request, **arguments)


def refusal(request: HTTPServerRequest, port: int) -> int | None:
    """Give the status with which a request is refused; None where it is answered.

    A page elsewhere could ask this server in a browser's name, by a name of its own that leads here
    or across origins, and read what is not published yet.
    """
    origin = request.headers.get("Origin")
    if not is_own_host(request.headers.get("Host"), port):
        return 403
    if origin is not None and not is_own_host(origin.partition("://")[2], port):
        return 403
    if request.method not in ("GET", "HEAD"):
        return 405
    if len(request.uri or "") > LONGEST_ADDRESS:
        return 414
    return 400 if "\0" in unquote(request.path) else None


def is_own_host(host: str | None, port: int) -> bool:
    """Whether a Host header names this server, and no name that somebody made to lead here.

    >>> is_own_host("localhost:8000", 8000), is_own_host("evil.example:8000", 8000)
    (True, False)
    """
    return host in (f"localhost:{port}", f"{HOST}:{port}", f"[::1]:{port}")


class _ReloadSocket(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's WebSocket, for pages of this server alone, which `refusal` sees to."""

    def check_origin(self, origin: str) -> bool:  # noqa: ARG002  tornado's signature
        return True


class _NoticeStyle(RequestHandler):
    """The style sheet of the notice that a build failed."""

    def get(self) -> None:
        self.set_header("Content-Type", "text/css")
        self.write(NOTICE_CSS)


class _Pages(StaticFileHandler):
    """The output folder's files, never from a cache."""

    def initialize(self, preview: Preview) -> None:  # type: ignore[override]
        super().initialize(path=str(preview.site.output), default_filename="index.html")

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002  tornado's signature
        self.set_header("Cache-Control", "no-store")

    def should_return_304(self) -> bool:
        return False

    def write_error(self, status_code: int, **_kwargs: Any) -> None:  # noqa: ANN401
        self.set_header("Content-Type", "text/html; charset=utf-8")
        page = Path(self.root) / "404.html"
        if status_code == 404 and (address := moved(Path(self.root), self.request.path)):
            self.redirect(address)
        elif status_code == 404 and page.is_file():
            self.finish(page.read_bytes())
        else:
            self.finish(b"<!DOCTYPE html><html><head></head><body><main></main></body></html>")


def moved(root: Path, address: str) -> str:
    """Give where an article's page is now whose address changed with its text; "" if unknown.

    An address ends in a part of the text's hash. So each edit moves the page that its author looks
    at, and the reloaded browser would find nothing.
    """
    match = ARTICLE.fullmatch(address)
    folder = root / routes.ARTICLES
    if not match or not folder.is_dir():
        return ""
    named = re.compile(re.escape(unquote(match[1])) + "-[0-9a-f]{8}")
    found = [path.name for path in folder.iterdir() if named.fullmatch(path.name)]
    return f"/{routes.ARTICLES}{quote(found[0])}/" if len(found) == 1 else ""


class _Injection(OutputTransform):
    """Adds livereload's script to a page, and a notice when the last build failed."""

    def __init__(self, _request: HTTPServerRequest, preview: Preview, port: int) -> None:
        self._head = f'<script src="/livereload.js?port={port}" async></script>'
        self._notice = ""
        if preview.error:
            self._head += '<link rel="stylesheet" href="/newsarchive-notice.css">'
            self._notice = (
                '<div class="newsarchive-notice" role="alert">The last build failed; this is the '
                f"site before it.\n{escape(preview.error)}</div>"
            )

    def transform_first_chunk(
        self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
    ) -> tuple[int, HTTPHeaders, bytes]:
        if "html" in headers.get("Content-Type", "") and b"</head>" in chunk:
            length = len(chunk)
            chunk = chunk.replace(b"</head>", self._head.encode() + b"</head>", 1)
            chunk = chunk.replace(b"<main", self._notice.encode() + b"<main", 1)
            if "Content-Length" in headers:
                added = len(chunk) - length
                headers["Content-Length"] = str(int(headers["Content-Length"]) + added)
        return super().transform_first_chunk(status_code, headers, chunk, finishing)
