from pathlib import Path

import bagit
import pytest

from newsarchive.bag import save_bag
from newsarchive.build import build
from newsarchive.errors import ExportError
from newsarchive.site import load_site
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
    assert "articles/link.txt: no file that can be read" in done.stderr
    assert "articles/link.txt" not in tree(tmp_path / "bag" / "data")
