from pathlib import Path

import pytest

from newsarchive.build import build
from newsarchive.errors import PublishError
from newsarchive.publish import checked_output
from newsarchive.site import Site
from samples import make_archive, put

TEXT = "It rained\n\nIt rained all day on Monday, and the rivers rose, said the weather office.\n"


def archive(root: Path, engine: str) -> Site:
    return make_archive(root, {"site.yaml": f"search: {engine}\n"})


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
    build(site, index=False)
    assert index_of(site) == before
    with pytest.raises(PublishError):
        checked_output(site)
    build(site)
    assert index_of(site) != before
    checked_output(site)
