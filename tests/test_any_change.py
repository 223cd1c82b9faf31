"""Whatever is changed in whatever order: a build upon earlier ones gives the site of a fresh one.

`SEQUENCES=1000 pytest tests/test_any_change.py` tries more, `--hypothesis-seed=3` others.
"""

from __future__ import annotations

import faulthandler
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from compiled import compile_once
from ending import killed_before
from newsarchive.build import build
from newsarchive.building.memory import Memory
from newsarchive.incremental import fingerprint, sources
from newsarchive.incremental.store import store_file
from newsarchive.settings.site import load_site
from samples import HARBOUR, export, put, tree

CLOCK = time.time_ns
FEW = 50
LATER = 0.03
"""Seconds after which a file that changes shows it by its stat."""
SEQUENCES = int(os.environ.get("SEQUENCES", FEW))
NAMES = ("a.txt", "b.txt", "c.md", "below/d.txt", "below/e.jsonl")
MENU = "Home\nAbout the Courier\nSubscribe to our newsletter\n"
TEXTS = (
    f"{MENU}\n{HARBOUR}",
    f"{MENU}\nA storm\n\n19 July 2021\n\nGen. Peter Marlow left Eastport on Monday, he said.\n",
    f"A storm\n\nBy Anna Moor\n\nGen. Peter Marlow was in the port of Eastport.\n\n{MENU}",
    HARBOUR.replace("two cranes", "four cranes"),
    export("The harbour", "The pier"),
    export("The pier"),
    "About the Courier\n\nNothing else stands here.\n",
    "",
)
CORRECTIONS = (
    "why: So.\ntitle: Another title\ndate: 2020-05\n",
    "why: So.\nsource: The Courier\nsection: [Sea]\naliases: [old/a]\n",
    "why: So.\nlabels: {3: boilerplate}\n",
    "title: no reason is given\n",
)
WHOLE = tuple(
    f"{folder}_folder.{ending}" for folder in ("", "below/") for ending in ("yaml", "csv")
)
FOLDERS = (
    "why: So.\nsource: The Courier\nlanguage: de\n",
    "why: So.\nsection: Sea\n",
    "why: So.\ntitle: Not of all\n",
    "file,title,date\na.txt,Listed,2021-07\nb,Listed too,\n",
    "file,source\nbelow/d.txt,The Lister\nnot there.txt,The Courier\n",
    "title\nNames no file\n",
)
SETTINGS = (
    "title: Eastport\nsearch: 'off'\n",
    "title: Eastport\nurl: https://example.org/a/\nsearch: script\n",
    "title: Eastport\nnames: 0\nsearch: 'off'\nrights: {excerpt: 5}\n",
    "title: Eastport\nlanguage: de\nsearch: 'off'\n",
    "title: Eastport\nsearch: 'off'\noutput: other\n",
)
OUTPUTS = ("output", "other")
HOLDING_ALL = "data/articles*.*", "data/manifest-sha256.txt", "search/script/*/*.js"
"""What a preview does not keep up."""
PROFILE = "name: The Courier\nrecognised_by: [Courier]\nrules: []\n"


class Changes(RuleBasedStateMachine):
    """An archive that somebody works on."""

    def __init__(self) -> None:
        """Prepare to make an archive."""
        super().__init__()
        faulthandler.dump_traceback_later(1_800, exit=True)  # the limit is a sequence's own
        self.folder = Path(tempfile.mkdtemp(prefix="newsarchive-"))
        self.root = self.folder / "archive"
        self.patch = pytest.MonkeyPatch()
        self.memory = Memory()
        self.changed: set[str] | None = None

    def teardown(self) -> None:
        """Compare at the end of every sequence, and leave nothing behind."""
        try:
            if self.root.exists():
                self.compare()
        finally:
            self.patch.undo()
            shutil.rmtree(self.folder)

    @initialize(first=st.sampled_from(TEXTS), other=st.sampled_from(TEXTS))
    def make(self, first: str, other: str) -> None:
        put(self.root, {"site.yaml": SETTINGS[0], "articles/a.txt": first})
        put(self.root, {"articles/b.txt": other})
        time.sleep(LATER)
        build(load_site(self.root), jobs=1)

    @rule(name=st.sampled_from(NAMES), text=st.sampled_from(TEXTS))
    def write(self, name: str, text: str) -> None:
        record = json.dumps({"title": "One", "text": text})
        self._put(f"articles/{name}", record if name.endswith("jsonl") else text)

    def _put(self, name: str, text: str) -> None:
        put(self.root, {name: text})
        self._tell(name)

    def _tell(self, name: str) -> None:
        """Tell the preview's watcher what changes."""
        if self.changed is not None:
            self.changed.add(str(self.root / name))

    @rule(name=st.sampled_from(NAMES))
    def delete(self, name: str) -> None:
        (self.root / "articles" / name).unlink(missing_ok=True)
        self._tell(f"articles/{name}")

    @rule(name=st.sampled_from(NAMES), new=st.sampled_from(NAMES))
    def rename(self, name: str, new: str) -> None:
        old = self.root / "articles" / name
        if old.exists() and Path(name).parent == Path(new).parent:
            old.rename(self.root / "articles" / new)
            self._tell(f"articles/{name}")
            self._tell(f"articles/{new}")

    @rule(name=st.sampled_from(NAMES), text=st.sampled_from((*CORRECTIONS, "")))
    def correct(self, name: str, text: str) -> None:
        file = (self.root / "articles" / name).with_suffix(".yaml")
        file.unlink(missing_ok=True)
        if text:
            put(file.parent, {file.name: text})
        self._tell(str(file))

    @rule(name=st.sampled_from(WHOLE), text=st.sampled_from((*FOLDERS, "")))
    def speak_for_a_folder(self, name: str, text: str) -> None:
        self._put(f"articles/{name}", text)
        if not text:
            (self.root / "articles" / name).unlink()

    @rule(text=st.sampled_from(SETTINGS))
    def set_up(self, text: str) -> None:
        put(self.root, {"site.yaml": text})

    @rule(there=st.booleans())
    def know_a_publisher(self, there: bool) -> None:
        put(self.root, {"sources/courier.yaml": PROFILE})
        if not there:
            shutil.rmtree(self.root / "sources")

    @rule(text=st.sampled_from(("<p>{{ view.articles }}</p>", "<p>{{ frame.title }}</p>", "")))
    def change_a_template(self, text: str) -> None:
        put(self.root, {"templates/about.html": text, "static/css/own.css": text})
        if not text:
            shutil.rmtree(self.root / "templates")

    @rule(number=st.integers(1, 3))
    def come_with_another_version(self, number: int) -> None:
        for module in (sources, fingerprint):
            self.patch.setattr(module, "__version__", f"0.{number}")

    @rule(seconds=st.sampled_from((0, 1, 86_400)))
    def turn_the_clock_back(self, seconds: int) -> None:
        self.patch.setattr(
            "newsarchive.incremental.sources.time.time_ns", lambda: CLOCK() - seconds * 10**9
        )

    @rule(name=st.sampled_from(NAMES), day=st.integers(0, 2))
    def date_a_file_back(self, name: str, day: int) -> None:
        file = self.root / "articles" / name
        if file.exists():
            os.utime(file, (86_400 * day, 86_400 * day))
            self._tell(str(file))

    @rule(names=st.sampled_from((("*.html",), ("about/*.html",), HOLDING_ALL)), gone=st.booleans())
    def damage_the_output(self, names: tuple[str, ...], *, gone: bool) -> None:
        self._damage(names, gone=gone)

    def _damage(self, names: Iterable[str], *, gone: bool) -> None:
        for file in chain.from_iterable(map((self.root / "output").glob, names)):
            file.unlink() if gone else file.write_text("damaged")

    @rule(output=st.sampled_from(("", *OUTPUTS)))
    def keep_a_copy(self, output: str) -> None:
        """Copy an output, or the store."""
        kept, one = self.folder / "kept" / output, self._folder(output)
        shutil.rmtree(kept, ignore_errors=True)
        if one.exists():
            shutil.copytree(one, kept)

    @rule(output=st.sampled_from(("", *OUTPUTS)), as_=st.sampled_from(OUTPUTS))
    def put_a_copy_back(self, output: str, as_: str) -> None:
        """Put an output of another time in the place of one, or the store."""
        kept, one = self.folder / "kept" / output, self._folder(output and as_)
        if kept.exists():
            shutil.rmtree(one, ignore_errors=True)
            shutil.copytree(kept, one)

    def _folder(self, output: str) -> Path:
        return self.root / output if output else store_file(self.root).parent

    @rule(where=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
    def damage_the_store(self, where: float, bit: int) -> None:
        file = store_file(self.root)
        content = bytearray(file.read_bytes() if file.exists() else b"")
        if content:
            content[int(where * len(content))] ^= 1 << bit
            file.write_bytes(content)

    @rule(whole=st.booleans(), later=st.booleans(), remembering=st.booleans())
    def build(self, *, whole: bool, later: bool, remembering: bool) -> None:
        """Build; later, files are old enough to be known by their stats the next time."""
        time.sleep(LATER if later else 0)
        if remembering:
            self._build_again(whole=whole)
        else:
            build(load_site(self.root), jobs=1, whole=whole)

    def _build_again(self, *, whole: bool) -> None:
        """Build as a preview does, which is told what changed."""
        told, self.changed = self.changed, None
        build(load_site(self.root), jobs=1, whole=whole, memory=self.memory, changed=told)
        self.changed = set()

    @rule()
    def lose_what_the_watcher_told(self) -> None:
        self.changed = None if self.changed is None else set()

    @rule(whole=st.booleans(), before=st.integers(1, 90))
    def build_and_be_killed(self, *, whole: bool, before: int) -> None:
        """Build, and end before a change of a file, if there are so many; of a page some are."""
        killed_before(before, partial(build, load_site(self.root), jobs=1, whole=whole))

    @rule(name=st.sampled_from(NAMES[:2]), text=st.sampled_from(TEXTS), lost=st.booleans())
    def try_a_text_in_a_preview(self, name: str, text: str, *, lost: bool) -> None:
        """Look at another text in a preview, where what holds all articles is lost, and undo it."""
        file = self.root / "articles" / name
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        self._put(f"articles/{name}", text)
        if lost:
            self._damage(HOLDING_ALL, gone=True)
        self._build_again(whole=False)
        self._put(f"articles/{name}", before)

    @rule()
    def compare_amid(self) -> None:
        self.compare()

    def compare(self) -> None:
        """Build once more, and from nothing: the sites are the same."""
        site = load_site(self.root)
        build(site, jobs=1)
        fresh = self.folder / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)  # of a comparison that failed
        ours = shutil.ignore_patterns(*OUTPUTS, ".*newsarchive*")
        shutil.copytree(self.root, fresh, ignore=ours)
        build(load_site(fresh), jobs=1)
        assert tree(site.output) == tree(fresh / site.settings.output)


@pytest.fixture(scope="module", autouse=True)
def _quick_and_as_a_large_archive() -> Iterator[None]:
    """Compile templates once; cut downloads and indexes as archives of thousands have them cut."""
    with pytest.MonkeyPatch.context() as patch:
        compile_once(patch)
        patch.setattr("newsarchive.pages.downloads.WHOLE", 2)
        patch.setattr("newsarchive.pages.search.SCRIPT_SHARD", 2)
        yield


TestChanges = Changes.TestCase
TestChanges.settings = settings(
    max_examples=SEQUENCES,
    stateful_step_count=7,
    derandomize=SEQUENCES == FEW,
    suppress_health_check=list(HealthCheck),
)
