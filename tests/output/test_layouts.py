"""Only what we wrote is deleted, and nothing is written outside, whatever stands around."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive import output
from newsarchive.artifacts import Artifact
from newsarchive.build import build
from newsarchive.errors import NewsarchiveError, OutputError
from newsarchive.output import opened, read_record
from newsarchive.output.records import are_inside
from newsarchive.settings.site import load_site
from newsarchive.spelling.slugs import slug_of
from samples import HARBOUR, put, tree

MINE = {
    "notes.txt": b"mine",
    ".git/HEAD": b"ref: refs/heads/main",
    ".git/objects/ab/cdef": b"\x00object",
    "CNAME": b"news.example.org",
    "photos/harbour.jpg": b"\xff\xd8",
    "articles/harbour-1/notes.txt": b"mine",
    ".well-known/security.txt": b"mine",
    "static/css/own.css": b"mine",
}
SITE = [
    Artifact("static/css/theme.css", b"css"),
    Artifact("articles/harbour-1/index.html", b"harbour"),
    Artifact("index.html", b"home"),
]
LATER = [Artifact("articles/storm-2/index.html", b"storm"), Artifact("index.html", b"new home")]


def write(artifacts: list[Artifact], folder: Path) -> None:
    with opened(folder, patience=0) as place:
        output.write(artifacts, place, sources="1")


def theirs(folder: Path) -> dict[str, bytes]:
    """What stands in a folder, and none of it is ours."""
    record = read_record(folder)
    ours = record.files if record else {}
    return {name: content for name, content in tree(folder).items() if name not in ours}


@pytest.mark.parametrize("name", MINE)
@pytest.mark.parametrize("when", ["before", "between", "under"])
def test_what_others_put_there_is_refused_or_stays(tmp_path: Path, name: str, when: str) -> None:
    folder = tmp_path / "output"
    if when == "before":
        put(folder, {name: MINE[name]})
        with pytest.raises(OutputError, match="files that newsarchive did not write"):
            write(SITE, folder)
        assert tree(tmp_path) == {f"output/{name}": MINE[name]}
        return
    write(SITE, folder)
    write(LATER, folder)
    write(SITE, folder)
    if when == "between":
        put(folder, {name: MINE[name]})
        for site in (LATER, SITE, LATER):
            write(site, folder)
            assert theirs(folder)[name] == MINE[name]
        return
    with opened(folder) as place:  # it comes while the site is written

        def late() -> list[Artifact]:
            put(folder, {name: MINE[name]})
            return LATER

        output.write((artifact for artifact in late()), place, sources="2")
    for site in (SITE, LATER):
        write(site, folder)
        assert theirs(folder)[name] == MINE[name]


@pytest.mark.parametrize("name", MINE)
def test_a_file_that_comes_in_the_last_moment_is_there_again_after_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    folder = tmp_path / "output"
    write(SITE, folder)
    monkeypatch.setattr(output, "strangers", lambda *_: False)
    put(folder, {name: MINE[name]})
    write(LATER, folder)
    monkeypatch.undo()
    write(SITE, folder)
    assert theirs(folder)[name] == MINE[name]


@pytest.mark.parametrize(
    "place",
    [
        *(".", "..", "../..", "/", "articles", "articles/site", "static", "static/site"),
        *("templates", "templates/x", "sources", "locale", "./articles/../articles", "articles/.."),
    ],
)
def test_a_place_where_others_keep_their_files_is_refused(tmp_path: Path, place: str) -> None:
    root = tmp_path / "home" / "archive"
    put(
        root,
        {
            "site.yaml": f"output: '{place}'\n",
            "articles/harbour.txt": HARBOUR,
            "static/own.css": "mine",
            "templates/article.html": "mine",
            "../thesis.tex": "years of work",
        },
    )
    before = tree(tmp_path)
    with pytest.raises(NewsarchiveError):
        build(load_site(root))
    assert tree(tmp_path) == before


def linked_file(folder: Path, outside: Path) -> None:
    (folder / "index.html").unlink()
    (folder / "index.html").symlink_to(outside / "index.html")


def linked_folder(folder: Path, outside: Path) -> None:
    (folder / "articles").rename(outside / "articles")
    (folder / "articles").symlink_to(outside / "articles")


def linked_state(folder: Path, outside: Path) -> None:
    state = folder.parent / ".output.newsarchive"
    (outside / "part").mkdir()
    put(outside, {"part/mine.txt": "mine"})
    (state / "part").symlink_to(outside / "part")


def linked_beside(folder: Path, outside: Path) -> None:
    state = folder.parent / ".output.newsarchive"
    shutil.rmtree(state)
    state.symlink_to(outside)


def linked_stage(folder: Path, outside: Path) -> None:
    put(outside, {"part/mine.txt": "mine"})
    (folder / output.UNFINISHED).symlink_to(outside)


def linked_tree(folder: Path, outside: Path) -> None:
    (folder.parent / ".output.newsarchive" / "next").symlink_to(outside)


def linked_in_tree(folder: Path, outside: Path) -> None:
    standby = folder.parent / ".output.newsarchive" / "standby"
    if standby.exists():
        (standby / "articles").rename(outside / "articles")
        (standby / "articles").symlink_to(outside / "articles")


@pytest.mark.parametrize("in_one_step", [True, False])
@pytest.mark.parametrize(
    "make",
    [
        linked_file,
        linked_folder,
        linked_state,
        linked_beside,
        linked_stage,
        linked_tree,
        linked_in_tree,
    ],
)
def test_a_link_is_never_followed_out_of_the_output(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[Path, Path], None],
    in_one_step: bool,
) -> None:
    if not in_one_step:
        monkeypatch.setattr(output, "can_swap", lambda *_: False)
    folder, outside = tmp_path / "output", tmp_path / "outside"
    put(outside, {"index.html": "somebody's"})
    write(SITE, folder)
    make(folder, outside)
    before = tree(outside)
    with suppress(OutputError):
        write(LATER, folder)
    assert tree(outside) == before


def test_an_output_that_is_a_link_is_written_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "output").symlink_to("www")
    for site in (SITE, LATER):
        write(site, tmp_path / "output")
    assert (tmp_path / "output").is_symlink()
    assert (tmp_path / "www" / "index.html").read_bytes() == b"new home"


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_no_name_leads_out_of_its_folder(name: str) -> None:
    inside = are_inside([name])
    joined = os.path.normpath(f"/site/{name}")
    assert not inside or (joined.startswith("/site/") and name[0] != "/" and "\0" not in name)
    assert are_inside([f"articles/{slug_of(name) or 'untitled'}-0123abcd/index.html"])


def test_what_came_in_the_last_moment_is_not_written_over_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "output"
    write(SITE, folder)
    monkeypatch.setattr(output, "strangers", lambda *_: False)
    put(folder, {"articles/theirs/index.html": "mine"})
    write(LATER, folder)
    with pytest.raises(OutputError, match="did not write stands where a page belongs"):
        write([Artifact("articles/theirs/index.html", b"ours")], folder)
    assert b"mine" in tree(tmp_path).values()
