from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.loading.folder import Input, article_files, load_file
from newsarchive.model import Document, Problem

PAGE = "<!DOCTYPE html><title>Bridge</title><h1>Bridge to close</h1><p>It will close on Monday."
FEED = (
    "<?xml version='1.0'?><rss><channel><title>The Post</title><item><title>Bridge to close</title>"
    "<description>It will close on Monday, the council said.</description></item></channel></rss>"
)


@pytest.mark.parametrize(
    "name", ["bridge", "story.php?id=12", "index.html@p=12", "bridge-2.5", "page.aspx"]
)
def test_a_page_is_read_by_whatever_name_its_server_called_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PAGE)
    (page,) = load(tmp_path / name, name)
    assert isinstance(page, Document)
    assert page.text == "Bridge to close\nIt will close on Monday."


@pytest.mark.parametrize("name", ["feed", "index.html"])
def test_a_feed_is_read_by_whatever_name_its_server_called_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(FEED)
    item, doubt = load(tmp_path / name, name)
    assert isinstance(item, Document)
    assert isinstance(doubt, Problem)
    assert ("title", "Bridge to close") in [(said.field, said.value) for said in item.statements]


@pytest.mark.parametrize("what", ["It will close on Monday.", "<template><b>", "\0\x01"])
def test_what_is_no_page_is_not_guessed_at(tmp_path: Path, what: str) -> None:
    (tmp_path / "bridge").write_text(what)
    (problem,) = load(tmp_path / "bridge", "bridge")
    assert isinstance(problem, Problem)
    assert problem.what == "its name has no ending, which would tell how to read it"


def test_a_page_without_a_known_ending_is_corrected_by_its_whole_name(tmp_path: Path) -> None:
    for name in ("index.html", "index.html?p=12"):
        (tmp_path / name).write_text(PAGE)
    (tmp_path / "index.html?p=12.yaml").write_text("why: It says so.\nsource: The Post\n")
    first, second = (
        next(load_file(Input(str(path), path.name))) for path in article_files(tmp_path)
    )
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.correction is None
    assert second.correction is not None
    assert second.correction.source == "The Post"
