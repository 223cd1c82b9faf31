from pathlib import Path

from newsarchive.settings.theme import static_files, template_folders, theme_folder
from samples import make_archive, put


def test_the_theme_has_every_template_that_a_page_names() -> None:
    names = {path.name for path in theme_folder("templates").glob("*.html")}
    assert names >= {
        *("404.html", "about.html", "article.html", "base.html"),
        *("home.html", "index.html", "listing.html"),
    }


def test_an_archives_own_templates_are_searched_first(tmp_path: Path) -> None:
    site = make_archive(tmp_path)
    assert template_folders(site) == (tmp_path / "templates", theme_folder("templates"))


def test_an_archives_own_static_file_stands_in_for_the_themes_and_others_join(
    tmp_path: Path,
) -> None:
    theme = static_files(make_archive(tmp_path))
    assert theme
    name = min(theme)
    put(tmp_path, {f"static/{name}": "own", "static/img/logo.svg": "<svg/>"})
    files = static_files(make_archive(tmp_path))
    assert files.keys() == theme.keys() | {"img/logo.svg"}
    assert files[name] == tmp_path / "static" / name


def test_hidden_files_and_links_out_of_the_folder_are_no_static_files(tmp_path: Path) -> None:
    put(tmp_path, {"secret.txt": "secret", "static/.DS_Store": ""})
    (tmp_path / "static" / "link.txt").symlink_to(tmp_path / "secret.txt")
    files = static_files(make_archive(tmp_path)).values()
    assert [path for path in files if path.is_relative_to(tmp_path)] == []
