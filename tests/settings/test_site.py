from pathlib import Path

import pytest

from newsarchive.errors import SettingsError
from newsarchive.settings.columns import Columns
from newsarchive.settings.schema import Publish, Settings
from newsarchive.settings.site import Site, load_site
from samples import put


def load(folder: Path, settings: str) -> Site:
    return load_site(put(folder, {"site.yaml": settings}))


def message(folder: Path, settings: str) -> str:
    with pytest.raises(SettingsError) as caught:
        load(folder, settings)
    return str(caught.value).removeprefix(f"{folder}/")


def test_an_empty_file_is_an_archive_with_every_default(tmp_path: Path) -> None:
    assert load(tmp_path, "") == Site(tmp_path, Settings())


def test_every_setting_is_read(tmp_path: Path) -> None:
    site = load(
        tmp_path,
        "title: No\ndescription: D\ncurator: C\nurl: https://example.org/news/\nlanguage: de\n"
        "articles: texts\noutput: public\nabout: A\n"
        "publish: {directory: ../www, branch: pages, remote: upstream}\n",
    )
    assert site.settings == Settings(
        title="No",
        description="D",
        curator="C",
        url="https://example.org/news/",
        language="de",
        articles="texts",
        output="public",
        about="A",
        publish=Publish(directory="../www", branch="pages", remote="upstream"),
    )
    assert (site.articles, site.output) == (tmp_path / "texts", tmp_path / "public")


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    assert load(tmp_path, "\ufefftitle: A\n").settings.title == "A"


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("tittle: A\n", "site.yaml:1: unknown key `tittle`. Did you mean `title`?"),
        ("title: A\npublish:\n  brunch: b\n", "site.yaml:3: unknown key `brunch`. Did you mean "),
        ("title:\n- A\n", "site.yaml:2: `title` must be a single value"),
        ("publish: here\n", "site.yaml:1: `publish` must hold `key: value` lines"),
        ("title: A\nurl: example.org\n", "site.yaml:2: `url` is `example.org`, which is no web ad"),
        ("url: http://a.example/b c\n", "site.yaml:1: `url` is `http://a.example/b c`, which"),
        ("url: http://[\n", "site.yaml:1: `url` is `http://[`, which is no web address"),
        ("url: ftp://example.org\n", "site.yaml:1: `url` is `ftp://example.org`, which is no web"),
        ("language: german\n", "site.yaml:1: `language` is `german`, which is no language's code"),
        ("title: A\noutput: .\n", "site.yaml:2: `output` is `.`, which would mix the site with"),
        ("output: articles/site\n", "site.yaml:1: `output` is `articles/site`, which would mix"),
        ("output: output/../static\n", "site.yaml:1: `output` is `output/../static`, which would"),
        ("articles: output\n", "site.yaml: `output` is `output`, which would mix the site with "),
        ("columns:\n  titel: kop\n", "site.yaml:2: unknown key `titel`. Did you mean `title`?"),
        ("columns: {headline: title}\n", "site.yaml:1: unknown key `headline`. Known: text, "),
        ("columns: {title: {a: b}}\n", "site.yaml:1: `title` must be a list"),
        ("names: -1\n", "site.yaml:1: `names` is -1. Write 0 or more"),
        ("rights:\n  excerpt: -5\n", "site.yaml:2: `excerpt` is -5. Write 0 or more"),
        ("title: 'A\n", "site.yaml:2: this is not YAML"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_remedy(
    tmp_path: Path, settings: str, told: str
) -> None:
    assert message(tmp_path, settings).startswith(told)


def test_a_folder_without_settings_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"there is no site\.yaml here.*newsarchive new DIR"):
        load_site(tmp_path)


def test_settings_that_are_no_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_bytes(b"title: Stra\xdfe\n")
    with pytest.raises(SettingsError, match=r"site\.yaml: it cannot be read"):
        load_site(tmp_path)


def test_the_about_page_is_the_text_itself_or_a_file_that_it_names(tmp_path: Path) -> None:
    put(tmp_path, {"about.md": "# About\n"})
    assert load(tmp_path, "about: Some *words*.\n").about == "Some *words*."
    assert load(tmp_path, "about: about.md\n").about == "# About\n"
    assert load(tmp_path, "about: |\n  See\n  about.md\n").about == "See\nabout.md"


def test_a_column_is_named_alone_or_in_a_list(tmp_path: Path) -> None:
    settings = load(tmp_path, "columns:\n  title: kop\n  text: [inhoud, tekst]\n  crawled: []\n")
    named = Columns(title=("kop",), text=("inhoud", "tekst"), crawled=())
    assert settings.settings.columns == named


def test_an_about_page_that_is_missing_is_told(tmp_path: Path) -> None:
    site = load(tmp_path, "about: abuot.md\n")
    with pytest.raises(SettingsError, match=r"site\.yaml: `about` names abuot\.md, which cannot"):
        _ = site.about
