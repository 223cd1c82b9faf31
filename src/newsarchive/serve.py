"""Serve: the built site on this machine alone, built again when a source changes.

What is served is the output folder itself. A build that fails leaves the last good pages as they
are.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from pathlib import Path
from subprocess import DEVNULL

from livereload.handlers import LiveReloadHandler
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from newsarchive.errors import OutputError
from newsarchive.serving.answering import HOST, application
from newsarchive.serving.preview import Preview
from newsarchive.serving.watching import changes
from newsarchive.settings.site import load_site

QUIET = 2.0
"""Seconds after a change until what follows it begins, if no other change comes."""
NICE = 10
"""How far what follows lets others go first, as `nice` does. Much further, and on a busy machine it
would take long to end when the next change comes, which waits for that."""


def serve(folder: Path, port: int) -> None:
    """Build an archive, serve it on the loopback address, rebuild it on change, until stopped.

    Args:
        folder: the archive's folder.
        port: the port to listen on; 0 for one that is free.

    Raises:
        SettingsError: there is no archive here, or its settings are wrong, at the start.
        OutputError: the port cannot be used, for it is taken, or is the system's own.
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
        what, remedy = f"the port cannot be used ({error.strerror})", "Choose another with --port"
        raise OutputError(what, where=f"{HOST}:{port}", remedy=remedy) from error
    port = sockets[0].getsockname()[1]  # of port 0, the free one that the system chose
    HTTPServer(application(preview, port)).add_sockets(sockets)
    print(f"Serving {preview.site.output} on http://{HOST}:{port}/  (stop with Ctrl-C)", flush=True)  # noqa: T201
    following = asyncio.create_task(_begin(preview))
    try:
        async for changed in changes(preview):
            await _ended(following)
            await asyncio.to_thread(preview.build, changed)
            LiveReloadHandler.reload_waiters("*")
            following = asyncio.create_task(_follow(preview))
    finally:
        await _ended(following)


async def _begin(preview: Preview) -> None:
    """Import and remember what the first change needs, at once: nothing competes with it yet."""
    await _look_again(preview)
    await _follow(preview)


async def _follow(preview: Preview) -> None:
    """Do what can wait, when no more changes come: it would compete with them for the processors.

    That is to bring what holds all articles up to date, and to look at all sources and pages, of
    which the next change need then look only at its own.
    """
    unseen = True
    while unseen:
        await asyncio.sleep(QUIET)
        if preview.is_partial:
            await _complete(preview)
        unseen = await _look_again(preview)


async def _look_again(preview: Preview) -> bool:
    """Look at everything, show what changed unseen, and tell whether anything did."""
    unseen = await asyncio.to_thread(preview.look_again)
    if unseen:
        LiveReloadHandler.reload_waiters("*")
    return unseen


async def _complete(preview: Preview) -> None:
    """Bring what holds all articles up to date, in a process that the next change may end."""
    command = (sys.executable, "-m", "newsarchive", "build", "--quiet", "-C", str(preview.folder))
    process = await asyncio.create_subprocess_exec(*command, stdout=DEVNULL, stderr=DEVNULL)
    if hasattr(os, "setpriority"):  # Windows has none
        os.setpriority(os.PRIO_PROCESS, process.pid, NICE)
    try:
        await process.wait()
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()


async def _ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
