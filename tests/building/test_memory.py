"""A preview that is told what changed shows what one that looks at everything would show."""

from __future__ import annotations

import re
import time
from collections.abc import Collection, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from newsarchive.build import build
from newsarchive.building.memory import Memory
from newsarchive.preserving.fixity import digests_in, root_of
from newsarchive.publish import checked_output
from newsarchive.settings.site import load_site
from samples import HARBOUR, make_archive, put, tree

RECORD, ALL = ".newsarchive.json", ("data/articles", "data/manifest-sha256.txt")
"""What a preview writes as it is not to be published, and what it leaves as it was."""
SETTLED = 0.05
"""Seconds after which a file that changes shows it by its stat."""
SECOND = "Second\n\nIt was short.\n"
OTHER = HARBOUR.replace("two cranes", "four cranes")
CHANGES: Mapping[str, Mapping[str, str | None]] = {
    "edited": {"articles/harbour.txt": OTHER},
    "of another title": {"articles/harbour.txt": f"Another title\n\n{OTHER}"},
    "added": {"articles/a.txt": OTHER},
    "added in a folder": {"articles/below/a.txt": OTHER},
    "deleted": {"articles/second.txt": None},
    "renamed": {"articles/second.txt": None, "articles/z.txt": SECOND},
    "corrected": {"articles/harbour.yaml": "why: So.\ntitle: Corrected\n"},
    "of a template": {"templates/about.html": "<p>Ours</p>"},
    "of the settings": {"site.yaml": "title: Another\nsearch: 'off'\n"},
    "gone again": {},
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {"articles/second.txt": SECOND, "site.yaml": "title: One\nsearch: 'off'\n"}
    make_archive(tmp_path, files)
    time.sleep(SETTLED)
    return tmp_path


def preview(root: Path, memory: Memory, changed: Collection[str] | None = None) -> dict[str, bytes]:
    """Build a preview; give its pages."""
    site = load_site(root)
    build(site, whole=False, memory=memory, changed=changed)
    return pages(root)


def pages(root: Path) -> dict[str, bytes]:
    """Give all but what a preview leaves, and the value for all originals, which it leaves too."""
    built = tree(load_site(root).output)
    built["data/index.html"] = re.sub(rb"[0-9a-f]{64}", b"", built["data/index.html"])
    return {name: built[name] for name in built if name != RECORD and not name.startswith(ALL)}


@pytest.mark.parametrize("change", CHANGES)
def test_it_shows_what_a_site_built_from_nothing_shows(
    root: Path, tmp_path_factory: pytest.TempPathFactory, change: str
) -> None:
    memory = Memory()
    preview(root, memory)
    for name, text in CHANGES[change].items():
        (root / name).unlink(missing_ok=True)
        put(root, {name: text} if text is not None else {})
    changed = [f"{root}/{name}" for name in (*CHANGES[change], "articles/harbour.txt~")]
    shown = preview(root, memory, changed)
    fresh = put(tmp_path_factory.mktemp("fresh"), without_output(root))
    build(load_site(fresh))
    assert shown == pages(fresh)


def without_output(root: Path) -> dict[str, bytes]:
    kept = ("articles/", "templates/", "site.yaml")
    return {name: content for name, content in tree(root).items() if name.startswith(kept)}


def test_what_it_was_not_told_is_built_once_everything_is_looked_at(root: Path) -> None:
    memory = Memory()
    before = preview(root, memory)
    put(root, {"articles/harbour.txt": OTHER})
    assert preview(root, memory, ()) == before
    assert preview(root, memory) != before


def test_the_list_of_all_originals_follows_with_the_value_for_them(root: Path) -> None:
    site = load_site(root)
    build(site)
    listed, data = site.output / "data/manifest-sha256.txt", site.output / "data/index.html"
    before = listed.read_bytes(), data.read_bytes()
    put(root, {"articles/harbour.txt": OTHER})
    preview(root, Memory())
    assert (listed.read_bytes(), data.read_bytes()) == before
    listed.unlink()
    preview(root, Memory())
    assert root_of(listed.read_bytes()) in data.read_text()
    assert (
        digests_in(listed.read_bytes())["articles/harbour.txt"] == sha256(OTHER.encode()).digest()
    )


def test_only_a_whole_build_looks_whether_its_own_pages_stand(root: Path) -> None:
    memory = Memory()
    before = preview(root, memory)
    put(load_site(root).output, {"about/index.html": "altered"})
    assert preview(root, memory, ())["about/index.html"] == b"altered"
    build(load_site(root), memory=memory, changed=())
    assert pages(root) == before


def test_what_others_built_meanwhile_is_seen(root: Path) -> None:
    memory = Memory()
    preview(root, memory)
    put(root, {"articles/harbour.txt": OTHER})
    build(load_site(root))
    built = pages(root)
    assert preview(root, memory, [f"{root}/articles/harbour.txt"]) == built


def test_a_site_that_can_be_published_can_be_so_after_a_preview_of_no_change(root: Path) -> None:
    site, memory = load_site(root), Memory()
    build(site)
    before = tree(site.output)
    preview(root, memory)
    preview(root, memory, [f"{root}/articles/harbour.txt"])
    assert tree(site.output) == before
    assert checked_output(site).sources
