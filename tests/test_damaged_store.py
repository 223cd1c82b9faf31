"""A store that was damaged is made anew, or its damage does not matter: the site is never wrong.

`DAMAGES=500 pytest tests/test_damaged_store.py` tries more, `SEED=5` others.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from compiled import compile_once
from newsarchive.build import build
from newsarchive.incremental.store import store_file
from newsarchive.settings.site import load_site
from samples import HARBOUR, PROJECT, put, tree

DAMAGES = int(os.environ.get("DAMAGES", "40"))
SETTINGS = "title: {}\nurl: https://example.org/\nsearch: script\n"
STAYING = {"articles/fog.txt": f"Fog\n\n{HARBOUR.partition('said in')[2] * 5}"}
"""Its pages are made anew with each title, out of the store."""
STATES = (
    {
        **STAYING,
        "site.yaml": SETTINGS.format("Eastport"),
        "articles/harbour.txt": HARBOUR,
        "articles/storm.txt": "A storm\n\n19 July 2021\n\nGen. Peter Marlow left Eastport.\n",
    },
    {
        **STAYING,
        "site.yaml": SETTINGS.format("The port"),
        "articles/harbour.txt": HARBOUR.replace("two cranes", "four cranes"),
        "articles/harbour.yaml": "why: So.\ndate: 2020-05\nsection: [Sea]\n",
        "articles/crane.md": "---\ntitle: A crane\n---\nGen. Peter Marlow saw a crane fall.\n",
    },
)


@pytest.fixture(autouse=True)
def _templates_compiled_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        compile_once(patch)
        yield


def built(root: Path, state: int) -> dict[str, bytes]:
    for path in sorted((root / "articles").glob("*")):
        if f"articles/{path.name}" not in STATES[state]:
            path.unlink()
    put(
        root, {name: text for name, text in STATES[state].items() if not _stands(root / name, text)}
    )
    site = load_site(root)
    build(site, jobs=1)
    return tree(site.output)


def _stands(path: Path, text: str) -> bool:
    """Whether a file is there already, and so in the store by its stat."""
    return path.is_file() and path.read_text(encoding="utf-8") == text


def damaged(content: bytes, chance: Random) -> bytes:
    """Flip a bit, cut the end off, empty a page of the database, or let two change places."""
    raw = bytearray(content)
    at, other = (4_096 * chance.randrange(len(raw) // 4_096) for _ in range(2))
    match chance.randrange(8):
        case 0 | 1:
            return content[: chance.randrange(len(raw))]
        case 2:
            raw[at : at + 4_096] = bytes(4_096)
        case 3:
            raw[at : at + 4_096], raw[other : other + 4_096] = (
                raw[other : other + 4_096],
                raw[at : at + 4_096],
            )
        case _:
            raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    return bytes(raw)


def torn(content: bytes, before: bytes, chance: Random) -> bytes:
    """Leave pages as they were before, as a loss of power does."""
    raw = bytearray(content)
    for place in range(0, min(len(raw), len(before)), 4_096):
        if chance.random() < 0.5:
            raw[place : place + 4_096] = before[place : place + 4_096]
    return bytes(raw)


def test_a_damaged_store_gives_the_same_site(tmp_path: Path) -> None:
    chance = Random(int(os.environ.get("SEED", "4")))  # noqa: S311
    right = [built(tmp_path / f"{state}", state) for state in range(len(STATES))]
    state, root = 0, tmp_path / "archive"
    assert built(root, state) == right[state]
    before = store_file(root).read_bytes()
    for number in range(DAMAGES):
        file = store_file(root)
        content = file.read_bytes()
        if number % 4 == 0:
            file.write_bytes(torn(content, before, chance))
            file.with_name(f"{file.name}-open").write_text("the boot before")
        else:
            file.write_bytes(damaged(content, chance))
        before = content
        state = (state + chance.choice((0, 1, 1))) % 2
        assert built(root, state) == right[state], number


def test_nothing_that_could_run_is_read_from_a_disk_but_beside_the_program() -> None:
    sources = {
        path.relative_to(PROJECT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((PROJECT / "src").rglob("*.py"))
    }
    reading = re.compile(
        r"\b(?:pickle|marshal|shelve|dill)\b|allow_pickle=True|yaml\.(?:load|unsafe)"
    )
    found = [name for name, source in sources.items() if reading.search(source)]
    assert found == [
        "src/newsarchive/rendering/compiled.py",  # from where Python reads its own compiled code
        "src/newsarchive/running/alone.py",  # between two processes of ours, by a pipe
    ]
