"""Pages in a real browser. A test fails when its page reports an error or asks anybody else."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

PATIENCE = 200_000
"""Milliseconds: a slow machine that is busy with other tests is no error."""
expect.set_options(timeout=PATIENCE)

ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--no-proxy-server",
]
"""Chromium asks nobody for anything of its own, and runs as root in a container."""
Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once: a process has room for one Playwright."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path_of_chromium(), args=ARGUMENTS)
        yield chromium
        chromium.close()


def path_of_chromium() -> str:
    """Give Chromium's path; without one, fail in CI and skip elsewhere."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not found:
        reason = "there is no Chromium: install it, or name it in the variable CHROMIUM"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Open an address in a window of its own: `visit(url, java_script_enabled=False)`."""
    yield from visiting(browser)


def visiting(browser: Browser) -> Iterator[Visit]:
    """Give what opens pages; when that is done, fail if one of them complained."""
    windows = []
    troubles: list[str] = []

    def visit(url: str, **options: Any) -> Page:
        window = browser.new_context(**options)
        window.set_default_timeout(PATIENCE)
        windows.append(window)
        page = window.new_page()
        place = url.split("/", 3)[2]

        def heard(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                troubles.append(f"console: {message.text}")

        def asked(request: Request) -> None:
            if request.url.split("/", 3)[2] != place:
                troubles.append(f"asked elsewhere: {request.url}")

        def failed(request: Request) -> None:
            if "ERR_ABORTED" not in str(request.failure):  # that is us, on our way to another page
                troubles.append(f"failed: {request.url}")

        page.on("console", heard)
        page.on("pageerror", lambda error: troubles.append(f"script: {error}"))
        page.on("request", asked)
        page.on("requestfailed", failed)
        page.on("dialog", lambda dialog: troubles.append(f"dialog: {dialog.message}"))
        page.goto(url)
        return page

    yield visit
    for window in windows:
        window.close()
    assert troubles == []


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Path], str]]:
    """Serve a folder on this machine; give its address without a slash at the end."""
    servers = []

    def served(folder: Path) -> str:
        handler = partial(_Quiet, directory=str(folder))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield served
    for server in servers:
        server.shutdown()
        server.server_close()
