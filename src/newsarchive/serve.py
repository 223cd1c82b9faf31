"""Serve: the built site on this machine alone, built again when a source changes.

What is served is the output folder itself. Two things are added on the way to the browser and
nowhere else: livereload's script, and a notice when the last build failed. A build that fails
leaves the last good pages as they are.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from html import escape
from pathlib import Path
from subprocess import DEVNULL
from typing import Any, cast
from urllib.parse import unquote

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from msgspec import Struct
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.netutil import bind_sockets
from tornado.web import (
    Application,
    ErrorHandler,
    OutputTransform,
    RequestHandler,
    StaticFileHandler,
)
from watchfiles import awatch

from newsarchive.build import build
from newsarchive.errors import NewsarchiveError, OutputError
from newsarchive.incremental.store import Memory
from newsarchive.running.progress import on_terminal, silent
from newsarchive.settings.site import SETTINGS_FILE, Site, load_site
from newsarchive.spelling.plain import for_terminal

HOST = "127.0.0.1"
DEBOUNCE = 120
"""Milliseconds to gather changes in: an editor's save is several, a copied folder hundreds."""
LONGEST_ADDRESS = 4_000
"""Characters: the archive's own stay below 400."""
QUICK = 200
"""Articles up to which the search index and the downloads are made anew at each change; of more,
they follow in a process of their own."""
NOTICE_CSS = b"""\
.newsarchive-notice { position: sticky; inset-block-start: 0; z-index: 9; padding: 1rem 1.5rem;
  background: #8b1a10; color: #fff; font: 1rem/1.5 system-ui, sans-serif; white-space: pre-wrap; }
"""


class Preview:
    """The site under preview: its last build, and what went wrong in it."""

    def __init__(self, folder: Path) -> None:
        """Prepare to preview the archive in `folder`; `build` makes it ready."""
        self.folder = folder.absolute()
        self.site = Site(self.folder)
        self.error = ""
        self._articles = 0
        self._memory: Memory = {}

    @property
    def is_partial(self) -> bool:
        """Whether the last build left what holds all articles as it was."""
        return not self.error and not self._is_small

    @property
    def _is_small(self) -> bool:
        return self._articles <= QUICK

    def build(self) -> None:
        """Build the site; on failure keep the last good pages and remember why."""
        started = time.perf_counter()
        try:
            self.site = load_site(self.folder)
            progress = on_terminal if sys.stderr.isatty() else silent
            report = build(self.site, progress, index=self._is_small, memory=self._memory)
        except (NewsarchiveError, OSError) as error:  # a file can go away while it is read
            self.error = str(error)
            print(f"newsarchive: {for_terminal(self.error)}", file=sys.stderr, flush=True)  # noqa: T201
            return
        self.error, self._articles = "", report.articles
        seconds = time.perf_counter() - started
        changed = report.written.changed + report.written.deleted
        print(  # noqa: T201
            f"{time.strftime('%H:%M:%S')}  built {report.articles:,} articles in {seconds:.2f} s, "
            f"{changed:,} files changed, {len(report.problems):,} problems",
            flush=True,
        )


def serve(folder: Path, port: int) -> None:
    """Build an archive, serve it on the loopback address, rebuild it on change, until stopped.

    Args:
        folder: the archive's folder.
        port: the port to listen on; 0 for one that is free.

    Raises:
        SettingsError: there is no archive here, or its settings are wrong, at the start.
        OutputError: the port is taken.
    """
    load_site(folder)
    logging.getLogger("tornado.access").setLevel(logging.ERROR)
    logging.getLogger("livereload").setLevel(logging.ERROR)
    preview = Preview(folder)
    preview.build()
    asyncio.run(_run(preview, port))


async def _run(preview: Preview, port: int) -> None:
    try:
        sockets = bind_sockets(port, address=HOST)
    except OSError as error:
        what, remedy = f"the port is taken ({error.strerror})", "Choose another with --port"
        raise OutputError(what, where=f"{HOST}:{port}", remedy=remedy) from error
    port = sockets[0].getsockname()[1]  # of port 0, the free one that the system chose
    HTTPServer(application(preview, port)).add_sockets(sockets)
    print(f"Serving {preview.site.output} on http://{HOST}:{port}/  (stop with Ctrl-C)", flush=True)  # noqa: T201
    following: asyncio.Task[None] | None = None
    try:
        async for _ in changes(preview):
            await _ended(following)
            await asyncio.to_thread(preview.build)
            LiveReloadHandler.reload_waiters("*")
            following = asyncio.create_task(_complete(preview)) if preview.is_partial else None
    finally:
        await _ended(following)


async def _complete(preview: Preview) -> None:
    """Bring what holds all articles up to date, in a process that the next change may end."""
    command = (sys.executable, "-m", "newsarchive", "build", "--quiet", "-C", str(preview.folder))
    process = await asyncio.create_subprocess_exec(*command, stdout=DEVNULL, stderr=DEVNULL)
    try:
        await process.wait()
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()


async def _ended(task: asyncio.Task[None] | None) -> None:
    if task:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def changes(preview: Preview) -> AsyncIterator[None]:
    """Yield once for each burst of changes to a source of the site."""
    before = None
    while True:
        watched = _watched(preview.site)
        async with _bursts(watched) as bursts:
            if before:  # something may have come into a new folder before it was watched
                yield None
            before = watched
            while _watched(preview.site) == watched:
                paths = await bursts.get()
                while not bursts.empty():  # what came during the last build is built once
                    paths += bursts.get_nowait()
                if any(_is_source(path, preview.site) for path in paths):
                    yield None


class Watched(Struct, frozen=True):
    """The folders that are watched."""

    whole: tuple[Path, ...]
    """With all that is below them."""
    flat: tuple[Path, ...]
    """For the files in them. An editor may replace a file on saving, and a watch on the file itself
    would end with it; and a folder of templates may come later."""


def _watched(site: Site) -> Watched:
    folders = (site.articles, site.templates, site.static, site.profiles, site.locale)
    beside = {file.parent for file in _files(site)}
    return Watched(
        tuple(folder for folder in folders if folder.is_dir()),
        tuple(sorted(folder for folder in beside if folder.is_dir())),
    )


def _files(site: Site) -> list[Path]:
    """Give the sources that stand outside of the folders of sources."""
    about = site.settings.about.strip()
    is_file = about.endswith(".md") and "\n" not in about
    return [site.root / SETTINGS_FILE, *([site.root / about] if is_file else [])]


def _is_source(path: Path, site: Site) -> bool:
    folders = (site.articles, site.templates, site.static, site.profiles, site.locale)
    below = any(path.is_relative_to(folder) for folder in folders)
    return path in _files(site) or (below and not path.name.startswith("."))


@asynccontextmanager
async def _bursts(watched: Watched) -> AsyncIterator[asyncio.Queue[list[Path]]]:
    """Watch folders, and gather what changes in a queue, a burst an item."""
    queue: asyncio.Queue[list[Path]] = asyncio.Queue()

    async def gather(folders: Sequence[Path], *, recursive: bool) -> None:
        async for changed in awatch(
            *folders, watch_filter=None, debounce=DEBOUNCE, step=20, recursive=recursive
        ):
            queue.put_nowait([Path(path) for _, path in changed])

    watching = [asyncio.create_task(gather(watched.flat, recursive=False))]
    if watched.whole:
        watching.append(asyncio.create_task(gather(watched.whole, recursive=True)))
    await asyncio.sleep(0)  # now they watch
    try:
        yield queue
    finally:
        for task in watching:
            task.cancel()
        await asyncio.gather(*watching, return_exceptions=True)


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
        if status_code == 404 and page.is_file():
            self.finish(page.read_bytes())
        else:
            self.finish(b"<!DOCTYPE html><html><head></head><body><main></main></body></html>")


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
