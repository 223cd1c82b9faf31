import errno
from pathlib import Path

import pytest

from newsarchive.build import build
from newsarchive.errors import OutputError
from newsarchive.new import new_archive, override
from newsarchive.settings.site import load_site
from newsarchive.settings.theme import theme_folder
from samples import HARBOUR, make_archive, put, tree


def test_a_new_archive_has_its_settings_a_place_for_texts_and_the_schema(tmp_path: Path) -> None:
    new_archive(tmp_path / "mine")
    assert set(tree(tmp_path / "mine")) == {
        *(".gitignore", ".newsarchive/site.schema.json", "site.yaml", "templates/README.md"),
    }
    assert list((tmp_path / "mine" / "articles").iterdir()) == []


def test_a_new_archive_builds_before_and_after_texts_are_put_in(tmp_path: Path) -> None:
    new_archive(tmp_path)
    assert build(load_site(tmp_path)).articles == 0
    put(tmp_path, {"articles/harbour.txt": HARBOUR})
    report = build(load_site(tmp_path))
    assert (report.articles, report.problems) == (1, ())


def test_a_new_archive_in_a_folder_in_use_leaves_what_is_there(tmp_path: Path) -> None:
    put(tmp_path, {"articles/harbour.txt": HARBOUR, ".gitignore": "mine\n"})
    new_archive(tmp_path)
    assert tree(tmp_path)["articles/harbour.txt"] == HARBOUR.encode()
    assert tree(tmp_path)[".gitignore"] == b"mine\n"


def test_an_archive_is_not_made_over_another(tmp_path: Path) -> None:
    put(tmp_path, {"site.yaml": "title: Mine\n"})
    with pytest.raises(OutputError, match="there is an archive already"):
        new_archive(tmp_path)
    assert tree(tmp_path) == {"site.yaml": b"title: Mine\n"}


def test_an_archive_is_not_made_where_a_file_stands(tmp_path: Path) -> None:
    put(tmp_path, {"mine": "a file"})
    with pytest.raises(OutputError, match=r"mine: it is a file\. Name a folder"):
        new_archive(tmp_path / "mine")
    with pytest.raises(OutputError, match="the file system refused"):
        new_archive(tmp_path / "mine" / "below")


@pytest.mark.parametrize("kind", ["templates", "static"])
def test_a_file_of_the_theme_is_copied_to_be_changed(tmp_path: Path, kind: str) -> None:
    make_archive(tmp_path)
    ending = "*.html" if kind == "templates" else "*.css"
    origin = min(theme_folder(kind).rglob(ending))
    name = origin.relative_to(theme_folder(kind)).as_posix()
    copy = override(tmp_path, name)
    assert copy == tmp_path / kind / name
    assert copy.read_bytes() == origin.read_bytes()


def test_a_template_that_is_no_page_is_copied_too(tmp_path: Path) -> None:
    make_archive(tmp_path)
    assert override(tmp_path, "feed.xml") == tmp_path / "templates" / "feed.xml"


@pytest.mark.parametrize("name", ["templates/home.html", "static/css/print.css"])
def test_a_file_of_the_theme_may_be_named_with_its_folder(tmp_path: Path, name: str) -> None:
    make_archive(tmp_path)
    assert override(tmp_path, name) == tmp_path / name


def test_a_copy_stands_in_for_the_themes_file(tmp_path: Path) -> None:
    site = make_archive(tmp_path)
    override(tmp_path, "404.html").write_text("Lost.", encoding="utf-8")
    build(site)
    assert (site.output / "404.html").read_text(encoding="utf-8") == "Lost."


def test_a_copy_that_the_disk_has_no_room_for_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _: bytes) -> int:
        path.touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError, match=r"about\.html: .*No space left on device\)\. Free some"):
        override(tmp_path, "about.html")
    assert tree(tmp_path) == {}


def test_a_copy_is_not_made_over_another(tmp_path: Path) -> None:
    make_archive(tmp_path, {"templates/404.html": "mine"})
    with pytest.raises(OutputError, match="it is there already"):
        override(tmp_path, "404.html")
    assert tree(tmp_path)["templates/404.html"] == b"mine"


@pytest.mark.parametrize("name", ["nothing.html", "../../pyproject.html", "css", "../README.md"])
def test_what_the_theme_does_not_have_is_told_with_what_it_has(tmp_path: Path, name: str) -> None:
    make_archive(tmp_path)
    with pytest.raises(OutputError, match=r"the theme has no such file\. It has ") as told:
        override(tmp_path, name)
    assert "README" not in told.value.remedy


def test_a_misspelt_name_is_told_with_the_likely_one(tmp_path: Path) -> None:
    make_archive(tmp_path)
    with pytest.raises(OutputError, match=r"Did you mean article\.html\? It has 404\.html, "):
        override(tmp_path, "artcle.html")


def test_what_the_theme_has_is_told_whole_whatever_was_asked_for(tmp_path: Path) -> None:
    make_archive(tmp_path)
    with pytest.raises(OutputError, match=r"Did you mean article\.html\? ") as told:
        override(tmp_path, "article")
    for name in ("article.html", "partials/cite.html", "feed.xml", "css/theme.css", "favicon.svg"):
        assert f"{name}," in f"{told.value.remedy},"
