import os
from pathlib import Path

import pytest

from newsarchive.incremental.fingerprint import fingerprint
from samples import make_archive, put


def test_it_stays_while_the_sources_do_wherever_the_archive_stands(tmp_path: Path) -> None:
    one, two = (fingerprint(make_archive(tmp_path / name)) for name in ("one", "two"))
    assert one == two


@pytest.mark.parametrize(
    "name",
    [
        *("site.yaml", "about.md", "articles/harbour.txt", "articles/harbour.yaml"),
        *("articles/new/a.txt", "templates/article.html", "static/css/own.css"),
        "sources/courier.yaml",
    ],
)
def test_it_changes_when_a_source_comes_or_changes(tmp_path: Path, name: str) -> None:
    settings = "about: about.md\n"
    site = make_archive(tmp_path, {"site.yaml": settings, "about.md": "About."})
    before = fingerprint(site)
    put(tmp_path, {name: settings + "# changed\n"})
    assert fingerprint(site) != before


def test_it_changes_when_a_text_is_renamed_or_deleted(tmp_path: Path) -> None:
    site = make_archive(tmp_path)
    seen = {fingerprint(site)}
    (tmp_path / "articles/harbour.txt").rename(tmp_path / "articles/port.txt")
    seen.add(fingerprint(site))
    (tmp_path / "articles/port.txt").unlink()
    seen.add(fingerprint(site))
    assert len(seen) == 3


def test_it_does_not_change_with_what_is_no_source(tmp_path: Path) -> None:
    site = make_archive(tmp_path)
    before = fingerprint(site)
    put(tmp_path, {"output/index.html": "", "notes.txt": "", "articles/.DS_Store": ""})
    os.utime(tmp_path / "articles" / "harbour.txt", (0, 0))
    assert fingerprint(site) == before


def test_texts_may_stand_outside_of_the_archive(tmp_path: Path) -> None:
    texts = put(tmp_path / "texts", {"a.txt": "A"})
    site = make_archive(tmp_path / "archive", {"site.yaml": f"articles: {texts}\n"})
    before = fingerprint(site)
    put(texts, {"a.txt": "B"})
    assert fingerprint(site) != before


def test_a_pipe_among_the_texts_is_not_opened(tmp_path: Path) -> None:
    site = make_archive(tmp_path)
    os.mkfifo(tmp_path / "articles" / "pipe.txt")
    assert fingerprint(site)
