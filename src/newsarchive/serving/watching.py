"""Watches the sources of a site, and tells of each burst of changes once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from msgspec import Struct
from watchfiles import awatch

from newsarchive.serving.preview import Preview
from newsarchive.settings.site import Site

DEBOUNCE = 120
"""Milliseconds to gather changes in: an editor's save is several, a copied folder hundreds."""

MANY = 100
"""Changes in a burst from which on the system, which can hold so many and no more, may have lost
some without a word."""


async def changes(preview: Preview) -> AsyncGenerator[frozenset[str] | None]:
    """Yield the paths of each burst of changes to a source of the site; None for unknown ones."""
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
                changed = frozenset(path for path in paths if _is_source(Path(path), preview.site))
                if changed:
                    yield changed if len(paths) <= MANY else None


class Watched(Struct, frozen=True):
    """The folders that are watched."""

    whole: tuple[Path, ...]
    """With all that is below them."""
    flat: tuple[Path, ...]
    """For the files in them. An editor may replace a file on saving, and a watch on the file itself
    would end with it; and a folder of templates may come later."""


def _watched(site: Site) -> Watched:
    beside = {file.parent for file in site.source_files}
    return Watched(
        tuple(folder for folder in site.source_folders if folder.is_dir()),
        tuple(sorted(folder for folder in beside if folder.is_dir())),
    )


def _is_source(path: Path, site: Site) -> bool:
    below = any(path.is_relative_to(folder) for folder in site.source_folders)
    return path in site.source_files or (below and not path.name.startswith("."))


@asynccontextmanager
async def _bursts(watched: Watched) -> AsyncIterator[asyncio.Queue[list[str]]]:
    """Watch folders, and gather what changes in a queue, a burst an item."""
    queue: asyncio.Queue[list[str]] = asyncio.Queue()

    async def gather(folders: Sequence[Path], *, recursive: bool) -> None:
        async for changed in awatch(
            *folders, watch_filter=None, debounce=DEBOUNCE, step=20, recursive=recursive
        ):
            queue.put_nowait([path for _, path in changed])

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
