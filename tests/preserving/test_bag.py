from pathlib import Path
from tempfile import TemporaryDirectory

import bagit
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.build import build
from newsarchive.errors import ExportError
from newsarchive.preserving.bag import save_bag
from newsarchive.settings.site import load_site
from samples import command, make_archive, put, tree

OWN = {
    "site.yaml": "title: The Eastport\\narchive\ncurator: A Library\nabout: about.md\n",
    "about.md": "What it *is*.\n",
    "articles/deep/été.txt": "A text\n\nof summer and of nothing else than that.\n",
    "articles/harbour.yaml": "why: So.\ndate: 2003-05\n",
    "static/css/own.css": "p { color: red }",
    "templates/about.html": "{{ view.html }}",
    "sources/example.yaml": "name: X\nrecognised_by: [x.example]\nrules: []\n",
}


@pytest.mark.parametrize("place", ["articles/bag", "static/old/bag"])
def test_a_bag_that_would_be_read_as_a_source_is_refused(tmp_path: Path, place: str) -> None:
    site = make_archive(tmp_path, OWN)
    before = tree(tmp_path)
    with pytest.raises(ExportError, match=f"{place}: it would be read as a part of the archive"):
        save_bag(site, tmp_path / place)
    assert tree(tmp_path) == before


def test_the_library_of_congress_finds_a_bag_valid_and_the_site_is_built_from_it_alone(
    tmp_path: Path,
) -> None:
    site = make_archive(tmp_path / "archive", OWN)
    build(site)
    assert save_bag(site, tmp_path / "bag") == ()
    bag = bagit.Bag(str(tmp_path / "bag"))
    bag.validate()
    assert bag.info["Source-Organization"] == "A Library"
    (tmp_path / "archive").rename(tmp_path / "gone")
    again = load_site(tmp_path / "bag" / "data")
    build(again)
    assert tree(again.output) == tree(tmp_path / "gone" / "output")


@pytest.mark.parametrize(
    ("names", "version"),
    [
        (("a\nb.txt", "c\r\nd.txt", "\n.txt", "e\u00a0\u202e\x01é.txt"), "1.0"),
        (("100 %.txt", "a%20b%2Fc.txt", "%25.txt", "é.txt"), "0.97"),
    ],
)
def test_files_of_awkward_names_are_in_a_bag_that_is_valid(
    tmp_path: Path, names: tuple[str, ...], version: str
) -> None:
    texts = {f"articles/{name}": f"A title\n\nText {i}.\n" for i, name in enumerate(names)}
    site = make_archive(tmp_path / "archive", texts)
    build(site)
    assert save_bag(site, tmp_path / "bag") == ()
    bag = bagit.Bag(str(tmp_path / "bag"))
    bag.validate()
    assert ".".join(map(str, bag.version_info)) == version
    (tmp_path / "archive").rename(tmp_path / "gone")
    again = load_site(tmp_path / "bag" / "data")
    build(again)
    assert tree(again.output) == tree(tmp_path / "gone" / "output")


def test_a_name_that_no_list_of_a_bag_holds_is_told_and_costs_no_other_file(tmp_path: Path) -> None:
    names = ["a\x85.txt", "b\n\n\n.txt", "c%0a.txt", "d\udcff.txt", "e\u0301.txt", "é.txt"]
    put(tmp_path, {f"archive/articles/{name}": "A text." for name in names})
    site = make_archive(tmp_path / "archive")
    done = command("export", "--format", "bagit", "--to", tmp_path / "bag", cwd=site.root)
    assert done.returncode == 0
    assert done.stderr.count("not in the bag: its lists cannot hold the name. Rename it") == 5
    bagit.Bag(str(tmp_path / "bag")).validate()
    held = tree(tmp_path / "bag" / "data" / "articles").keys()
    assert held == {"harbour.txt", "e\u0301.txt"}


SIGNS = "ab%0D0A25\r\n \t\x0b\x1f\x85\xa0\u2028é*#."


@given(st.sets(st.text(SIGNS, min_size=1, max_size=6).filter(lambda name: name[0] != ".")))
def test_whatever_the_names_a_bag_is_valid_and_each_file_in_it_or_told(names: set[str]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        files = {f"archive/static/{name}": f"p {{ margin: {i}px }}" for i, name in enumerate(names)}
        put(root, files)
        left = save_bag(make_archive(root / "archive"), root / "bag")
        bagit.Bag(str(root / "bag")).validate()
        told = {problem.path for problem in left}
        held = {f"static/{name}" for name in tree(root / "bag" / "data" / "static")}
        assert not told & held
        assert told | held == {f"static/{name}" for name in names}


def test_a_bag_that_was_changed_is_found_so(tmp_path: Path) -> None:
    save_bag(make_archive(tmp_path / "archive"), tmp_path / "bag")
    put(tmp_path / "bag", {"data/articles/harbour.txt": "changed"})
    with pytest.raises(bagit.BagError):
        bagit.Bag(str(tmp_path / "bag")).validate()


def test_the_same_archive_gives_the_same_bag(tmp_path: Path) -> None:
    site = make_archive(tmp_path / "archive", OWN)
    for name in ("one", "two"):
        save_bag(site, tmp_path / name)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_folder_that_is_there_is_refused(tmp_path: Path) -> None:
    site = make_archive(tmp_path / "archive")
    put(tmp_path, {"bag/mine.txt": "mine"})
    with pytest.raises(ExportError, match="it is there already"):
        save_bag(site, tmp_path / "bag")
    assert tree(tmp_path / "bag") == {"mine.txt": b"mine"}


def test_texts_outside_of_the_archive_are_refused(tmp_path: Path) -> None:
    put(tmp_path, {"texts/a.txt": "A text."})
    site = make_archive(tmp_path / "archive", {"site.yaml": "articles: ../texts\n"})
    with pytest.raises(ExportError, match="it stands outside of the archive"):
        save_bag(site, tmp_path / "bag")
    assert not (tmp_path / "bag").exists()


def test_a_link_is_told_and_left_out(tmp_path: Path) -> None:
    site = make_archive(tmp_path / "archive")
    put(tmp_path, {"secret.txt": "secret"})
    (site.articles / "link.txt").symlink_to(tmp_path / "secret.txt")
    done = command("export", "--format", "bagit", "--to", tmp_path / "bag", cwd=site.root)
    assert done.returncode == 0
    assert "articles/link.txt: not in the bag: no file that can be read" in done.stderr
    assert "articles/link.txt" not in tree(tmp_path / "bag" / "data")
