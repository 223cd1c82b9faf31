"""The preview, as a process of its own that a browser and an editor talk to."""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from unittest.mock import AsyncMock

import pytest
from livereload.handlers import LiveReloadHandler
from tornado.websocket import websocket_connect

from newsarchive import serve
from newsarchive.serving.preview import Preview
from samples import HARBOUR, PROJECT, make_archive, put

PATIENCE = 200
"""Seconds until what should happen has happened, on a slow machine with other tests beside."""
STARTED_BY_HAND = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from newsarchive.cli import main; sys.exit(main())"
)
"""A shell's background jobs, and their children, would not hear Ctrl-C."""


class Server:
    """A running `newsarchive serve` of an archive."""

    def __init__(self, archive: Path, log: Path) -> None:
        self.archive, self._log = archive, log
        with log.open("w") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-c", STARTED_BY_HAND, "serve", "--port", "0"],
                cwd=archive,
                env={**os.environ, "PYTHONPATH": str(PROJECT / "src")},
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        until(lambda: self._process.poll() is not None or "(stop with" in self.log)
        self.port = int(re.findall(r"http://127\.0\.0\.1:(\d+)/", self.log)[0])

    @property
    def log(self) -> str:
        """What the terminal shows."""
        return self._log.read_text(encoding="utf-8")

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        """Ask for a path as it stands, with `..` and all."""
        with closing(
            http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        ) as asking:
            asking.request("GET", path, headers=headers)
            response = asking.getresponse()
            return response.status, response.read().decode()

    def status(self, path: str, method: str = "GET", **headers: str) -> int:
        """Ask for a path as it stands, by any method, and give the status alone."""
        with closing(
            http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        ) as asking:
            asking.putrequest(method, path.encode("latin-1").decode("latin-1"), skip_host=True)
            asking.putheader("Host", headers.pop("Host", f"127.0.0.1:{self.port}"))
            for name, value in headers.items():
                asking.putheader(name, value)
            asking.endheaders()
            return asking.getresponse().status

    def page(self) -> str:
        """Give the page of the archive's first article."""
        folder = self.archive / "output" / "articles"
        (article,) = (path for path in folder.iterdir() if path.name.startswith("harbour"))
        return self.get(f"/articles/{article.name}/")[1]

    def stop(self) -> int:
        """Stop the process, as Ctrl-C does."""
        self._process.send_signal(2)
        return self._process.wait(timeout=PATIENCE)


def until(happened: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Wait for something, but not for ever."""
    deadline = time.monotonic() + patience
    while not happened():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


def replace(path: Path, text: str) -> None:
    """Save a file as many editors do: write another and move it over the first."""
    draft = path.with_name(f".{path.name}.draft")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("serve")
    put(folder, {"pages/about.md": "About us.\n"})
    make_archive(folder, {"site.yaml": "title: Eastport\nabout: pages/about.md\n"})
    running = Server(folder, tmp_path_factory.mktemp("log") / "log.txt")
    yield running
    running.stop()


def test_pages_are_served_with_livereloads_script_and_never_from_a_cache(server: Server) -> None:
    status, html = server.get("/")
    assert status == 200
    assert f'<script src="/livereload.js?port={server.port}" async></script></head>' in html
    assert server.get("/livereload.js")[0] == 200
    with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)) as asking:
        asking.request("GET", "/")
        assert asking.getresponse().headers["Cache-Control"] == "no-store"
    built = (server.archive / "output" / "index.html").read_text(encoding="utf-8")
    assert "livereload" not in built
    assert re.sub(r"<script src=\"/livereload[^>]*></script>", "", html) == built


def test_an_address_that_leads_nowhere_shows_the_archives_own_page(server: Server) -> None:
    status, html = server.get("/nowhere/")
    assert status == 404
    assert "Eastport" in html


def test_a_page_for_another_host_is_refused(server: Server) -> None:
    assert server.get("/", Host="evil.example")[0] == 403
    assert server.get("/", Host=f"evil.example:{server.port}")[0] == 403
    assert server.get("/", Host=f"localhost:{server.port}")[0] == 200


OUTSIDE = ("site.yaml", "articles/harbour.txt", "etc/passwd", "output/../site.yaml")
CLIMBS = (
    "../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..\\", "%252e%252e%252f", "....//", "..;/",
    "%c0%ae%c0%ae/", "%uff0e%uff0e/", "..%00/", "./../", "/../", "%2f..%2f", "..%c0%af", "..%255c",
    "\\..\\", "static/../../", "static/%2e%2e/%2e%2e/",
)  # fmt: skip
ROOTS = (
    "/", "%2f", "%5c", "//", "file:///", "%00", "~root/", "C:/", "C:%5c", "proc/self/root/",
    "?/../", "#/../", "http://evil.example/", "@evil.example/", "\\\\evil\\",
)  # fmt: skip


def traversals() -> list[str]:
    """Give ways out of the folder: each climb, once and often, to each file outside."""
    return [
        f"/{climb * times}{target}"
        for climb in CLIMBS
        for times in (1, 3, 8)
        for target in OUTSIDE
    ] + [
        f"/{before}{target}"
        for before in ROOTS
        for target in OUTSIDE
    ]  # fmt: skip


def test_nothing_outside_of_the_site_is_served(server: Server) -> None:
    paths = traversals()
    assert len(paths) >= 300
    for path in paths:
        status, text = server.get(path)
        if path.startswith("/?"):  # the first page, with a question
            assert status == 200
        else:
            assert 400 <= status < 500, path
        assert "about: pages" not in text
        assert "the port authority" not in text or status == 200
        assert "root:" not in text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/%00", 400),
        ("/index.html%00", 400),
        ("/a%00/../site.yaml", 400),
        ("/" + "a" * 20_000, 414),
        ("/?" + "a" * 20_000, 414),
        ("/" + "../" * 6_000, 414),
        ("/livereload.js?" + "a" * 20_000, 414),
    ],
)
def test_an_address_that_no_page_has_is_refused(server: Server, path: str, status: int) -> None:
    assert server.status(path) == status


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "X"]
)
@pytest.mark.parametrize("path", ["/", "/livereload", "/livereload.js", "/newsarchive-notice.css"])
def test_only_get_and_head_are_answered(server: Server, method: str, path: str) -> None:
    assert server.status(path, method) == 405
    assert server.status("/", "HEAD") == 200


@pytest.mark.parametrize("path", ["/", "/livereload", "/livereload.js", "/newsarchive-notice.css"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": ""},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1:80"},
        {"Host": "localhost.evil.example"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "http://127.0.0.1:80"},
    ],
)
def test_a_request_in_another_s_name_is_refused(
    server: Server, path: str, headers: dict[str, str]
) -> None:
    assert server.status(path, "GET", **headers) in (400, 403)


LISTENING = "0A"
"""The state of a socket in Linux's tables of them."""


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="asks Linux for its sockets")
def test_it_listens_on_this_machine_alone(server: Server) -> None:
    rows = [
        row.split()
        for table in ("tcp", "tcp6")
        for row in Path("/proc/net", table).read_text(encoding="utf-8").splitlines()[1:]
    ]
    places = [row[1].split(":") for row in rows if row[3] == LISTENING]
    own = socket.inet_aton("127.0.0.1")[::-1].hex().upper()
    assert [address for address, port in places if int(port, 16) == server.port] == [own]


def test_many_files_that_change_at_once_make_one_or_two_builds(server: Server) -> None:
    before = server.log.count("built ")
    many = server.archive / "articles" / "many"
    put(many, {f".{i}": HARBOUR.replace("two", f"{i}") for i in range(200)})
    for hidden in sorted(many.iterdir()):
        hidden.rename(many / f"{hidden.name[1:]}.txt")
    until(lambda: "built 201 articles" in server.log)
    time.sleep(1)
    assert server.log.count("built ") - before <= 2
    for path in many.iterdir():
        path.unlink()
    until(lambda: len(list((server.archive / "output").glob("articles/*/"))) == 1)


def test_only_pages_of_this_server_may_open_the_socket(server: Server) -> None:
    def opened(origin: str) -> int:
        with closing(
            http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
        ) as asking:
            headers = {"Upgrade": "websocket", "Connection": "Upgrade", "Origin": origin}
            key = {"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version": "13"}
            asking.request("GET", "/livereload", headers=headers | key)
            return asking.getresponse().status

    assert opened("http://evil.example") == 403
    assert opened(f"http://evil.example:{server.port}") == 403
    assert opened(f"http://localhost:{server.port}") == 101


def test_a_change_rebuilds_the_site_and_reloads_the_browser(server: Server) -> None:
    async def reloaded() -> dict[str, object]:
        browser = await websocket_connect(f"ws://127.0.0.1:{server.port}/livereload")
        try:
            await browser.write_message(json.dumps({"command": "hello", "protocols": []}))
            await browser.read_message()
            await browser.write_message(json.dumps({"command": "info", "url": "/"}))
            put(server.archive, {"articles/second.txt": HARBOUR.replace("Eastport", "Westport")})
            message = await asyncio.wait_for(browser.read_message(), PATIENCE)
        finally:
            browser.close()
            await browser.read_message()
        told: dict[str, object] = json.loads(message or "{}")
        return told

    with ThreadPoolExecutor() as pool:  # Playwright's loop may be running in this thread
        told = pool.submit(lambda: asyncio.run(reloaded())).result()
    assert told["command"] == "reload"
    until(lambda: "built 2 articles" in server.log)  # the reload may be of a build before
    (server.archive / "articles" / "second.txt").unlink()
    until(lambda: len(list((server.archive / "output").glob("articles/*/"))) == 1)


def test_every_kind_of_source_is_watched_even_one_that_comes_later(server: Server) -> None:
    root = server.archive
    put(root, {"articles/harbour.yaml": "why: So.\ntitle: Harbour, corrected\n"})
    until(lambda: "Harbour, corrected" in server.get("/")[1])
    put(root, {"static/css/late.css": "p { color: green }"})
    until(lambda: server.get("/static/css/late.css")[0] == 200)
    put(root, {"templates/404.html": "<title>Lost at sea</title>"})
    until(lambda: "Lost at sea" in server.get("/nowhere")[1])
    put(root, {"pages/about.md": "About the port.\n"})
    until(lambda: "About the port." in server.get("/about/")[1])


def test_who_looks_at_a_page_that_its_text_has_moved_is_led_to_the_new_one(server: Server) -> None:
    folder = server.archive / "output" / "articles"
    before = next(folder.glob("harbour-*"))
    put(server.archive, {"articles/harbour.txt": f"{HARBOUR}The ferries follow.\n"})
    until(lambda: not before.exists())
    assert server.get(f"/articles/{before.name}/")[0] == 302
    assert server.status(f"/articles/{before.name}x/") == 404
    assert server.status("/articles/another-title-00000000/") == 404


def test_a_file_that_is_replaced_on_saving_is_watched_on(server: Server) -> None:
    for name in ("One", "Two", "Three"):
        replace(server.archive / "site.yaml", f"title: {name}\nabout: pages/about.md\n")
        until(lambda name=name: f"{name}</title>" in server.get("/")[1])  # type: ignore[misc]
        replace(server.archive / "pages" / "about.md", f"About {name}.\n")
        until(lambda name=name: f"About {name}." in server.get("/about/")[1])  # type: ignore[misc]


def test_a_build_that_fails_keeps_the_last_pages_and_says_why(server: Server) -> None:
    settings = (server.archive / "site.yaml").read_text(encoding="utf-8")
    before = (server.archive / "output" / "index.html").read_bytes()
    put(server.archive, {"site.yaml": "titel<script>alert(1)</script>: Eastport\n"})
    until(lambda: 'role="alert"' in server.get("/")[1])
    notice = server.get("/")[1]
    assert "site.yaml:1: unknown key `titel&lt;script&gt;alert(1)&lt;/script&gt;`." in notice
    assert "<script>alert" not in notice
    assert server.get("/newsarchive-notice.css")[0] == 200
    assert "newsarchive: " in server.log
    assert (server.archive / "output" / "index.html").read_bytes() == before
    put(server.archive, {"site.yaml": settings})
    until(lambda: 'role="alert"' not in server.get("/")[1])


def test_a_template_that_fails_keeps_the_last_pages_and_says_where(server: Server) -> None:
    before = server.page()
    put(server.archive, {"templates/article.html": "{{ 1 / 0 }}"})
    until(lambda: 'role="alert"' in server.get("/")[1])
    assert "article.html:1: division by zero" in server.get("/")[1]
    assert (
        re.sub(r"(?s)<div class=\"newsarchive-notice.*?</div>", "", server.page()).replace(
            '<link rel="stylesheet" href="/newsarchive-notice.css">', ""
        )
        == before
    )
    (server.archive / "templates" / "article.html").unlink()
    until(lambda: 'role="alert"' not in server.get("/")[1])


def test_a_problem_of_a_text_is_told_once_while_it_lasts(server: Server) -> None:
    put(server.archive, {"articles/harbour.yaml": "date: 07/08/2021\n"})
    until(lambda: "1 problem\n" in server.log)
    put(server.archive, {"articles/other.txt": HARBOUR.replace("Eastport", "Northport")})
    until(lambda: server.log.count("1 problem\n") == 2)
    assert server.log.count("articles/harbour.yaml:1: ") == 1
    (server.archive / "articles" / "harbour.yaml").unlink()
    (server.archive / "articles" / "other.txt").unlink()
    until(lambda: server.log.rstrip().endswith("0 problems"))


def test_a_port_that_is_taken_is_told(server: Server, tmp_path: Path) -> None:
    make_archive(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "newsarchive", "serve", "--port", str(server.port)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PROJECT / "src")},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 1
    assert "the port cannot be used (Address already in use). Choose another" in done.stderr
    assert "Choose another with --port" in done.stderr


def test_it_stops_when_it_is_told_to(tmp_path: Path) -> None:
    make_archive(tmp_path / "archive")
    running = Server(tmp_path / "archive", tmp_path / "log.txt")
    assert running.stop() == 130
    assert "Traceback" not in running.log


def test_what_can_wait_is_done_once_no_more_changes_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    unseen = iter((True, False))

    async def complete(_: Preview) -> None:
        done.append("completed")

    def look_again(_: Preview) -> bool:
        done.append("looked")
        return next(unseen)

    async def follow(*, changes: int) -> None:
        for _ in range(changes):
            following = asyncio.create_task(serve._follow(Preview(tmp_path)))
            await asyncio.sleep(0)
            await serve._ended(following)
        await serve._follow(Preview(tmp_path))

    monkeypatch.setattr(serve, "QUIET", 0.01)
    monkeypatch.setattr(serve, "_complete", complete)
    monkeypatch.setattr(Preview, "look_again", look_again)
    monkeypatch.setattr(Preview, "is_partial", property(lambda _: True))
    monkeypatch.setattr(LiveReloadHandler, "reload_waiters", lambda _: done.append("told"))
    with ThreadPoolExecutor() as pool:  # Playwright's loop may be running in this thread
        pool.submit(lambda: asyncio.run(follow(changes=3))).result()
    assert done == ["completed", "looked", "told", "completed", "looked"]


def test_what_the_system_refuses_a_preview_is_told_with_its_place_and_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def denied(*_: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied", "static/a.css")

    make_archive(tmp_path)
    monkeypatch.setattr("newsarchive.serving.preview.build", denied)
    Preview(tmp_path).build()
    said = "static/a.css: Permission denied. Give yourself the permission to read and write there"
    assert capsys.readouterr().err == f"newsarchive: {said}\n"


def test_a_preview_without_a_text_says_where_texts_belong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, {"site.yaml": "", "articles/.keep": ""})
    preview = Preview(tmp_path)
    preview.build()
    assert capsys.readouterr().out.endswith("\nThere is no text yet. Copy yours into articles/\n")
    put(tmp_path, {"articles/harbour.txt": HARBOUR})
    preview.build()
    assert "no text yet" not in capsys.readouterr().out


def test_what_the_first_change_needs_is_remembered_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def look_again(_: Preview) -> bool:
        done.append("looked")
        return False

    monkeypatch.setattr(serve, "_follow", AsyncMock(side_effect=lambda _: done.append("followed")))
    monkeypatch.setattr(Preview, "look_again", look_again)
    with ThreadPoolExecutor() as pool:  # as above
        pool.submit(lambda: asyncio.run(serve._begin(Preview(tmp_path)))).result()
    assert done == ["looked", "followed"]
