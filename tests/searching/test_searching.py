from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsarchive.artifacts import Artifact
from newsarchive.build import build
from newsarchive.errors import PublishError
from newsarchive.publish import checked_output
from newsarchive.searching.scripts import script_index
from newsarchive.settings.site import Site
from samples import make_archive, put

TEXT = "It rained\n\nIt rained all day on Monday, and the rivers rose, said the weather office.\n"


SHARDS = ["2021-07", "2021-08", "undated"]


def archive(root: Path, engine: str) -> Site:
    return make_archive(root, {"site.yaml": f"search: {engine}\n"})


REED = "Rain\n\n{month} 2, 2021\n\nPresident Ann Reed came to see the river on {month} 2.\n"


def index_of(site: Site) -> dict[str, bytes]:
    """Give the files of the search engines."""
    files = (path for path in (site.output / "search").rglob("*") if path.is_file())
    found = {path.relative_to(site.output).as_posix(): path.read_bytes() for path in files}
    return {name: content for name, content in found.items() if name.count("/") > 1}


@pytest.mark.parametrize("engine", ["script", "pagefind"])
def test_a_second_build_changes_nothing(tmp_path: Path, engine: str) -> None:
    site = archive(tmp_path, engine)
    build(site)
    before = index_of(site)
    assert before
    assert build(site).written.changed == 0
    assert index_of(site) == before


def test_an_archive_without_search_has_no_index(tmp_path: Path) -> None:
    site = archive(tmp_path, "off")
    build(site)
    assert index_of(site) == {}


@pytest.mark.parametrize("engine", ["script", "pagefind"])
def test_a_build_for_looking_at_leaves_the_index_and_is_not_for_publishing(
    tmp_path: Path, engine: str
) -> None:
    site = archive(tmp_path, engine)
    build(site)
    before = index_of(site)
    put(tmp_path, {"articles/rain.txt": TEXT})
    build(site, whole=False)
    assert index_of(site) == before
    with pytest.raises(PublishError):
        checked_output(site)
    build(site)
    assert index_of(site) != before
    checked_output(site)


@pytest.fixture
def indexed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record which shards are indexed; each holds one article."""
    folders: list[str] = []

    def record(folder: str, *given: Any) -> Iterator[Artifact]:
        folders.append(folder)
        return script_index(folder, *given)

    monkeypatch.setattr("newsarchive.searching.script_index", record)
    monkeypatch.setattr("newsarchive.pages.search.SCRIPT_SHARD", 1)
    return folders


def dated(day: str, text: str) -> dict[str, str]:
    """Give an article with a curator's date."""
    name = f"articles/{day}"
    return {f"{name}.txt": text, f"{name}.yaml": f"why: The test says so.\ndate: '{day}'\n"}


def test_an_edit_costs_the_index_of_its_own_shard(tmp_path: Path, indexed: list[str]) -> None:
    site = archive(tmp_path, "script")
    put(tmp_path, dated("2021-07-02", TEXT) | dated("2021-08-02", f"{TEXT}It went on.\n"))
    build(site)
    assert sorted(indexed) == [f"search/script/{shard}/" for shard in SHARDS]
    indexed.clear()
    put(tmp_path, dated("2021-08-02", f"{TEXT}It went on and on.\n"))
    build(site)
    assert indexed == ["search/script/2021-08/"]


def test_a_name_that_another_article_makes_shared_costs_the_shard_that_has_it_too(
    tmp_path: Path, indexed: list[str]
) -> None:
    site = archive(tmp_path, "script")
    put(tmp_path, dated("2021-07-02", REED.format(month="July")))
    build(site)
    indexed.clear()
    put(tmp_path, dated("2021-08-02", REED.format(month="August")))
    build(site)
    assert indexed == ["search/script/2021-07/", "search/script/2021-08/"]
