"""A build upon an earlier one: what it makes again, what it leaves, and what it never believes."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from newsarchive import output
from newsarchive.build import Report, build
from newsarchive.incremental.store import store_file
from newsarchive.settings.site import Site, load_site
from samples import HARBOUR, command, export, make_archive, put, tree

PIER = HARBOUR.replace("Harbour", "Pier").replace("two cranes", "ten piles")
T = TypeVar("T")
WRITING = "newsarchive.building.writing"
HEAVY = ("numpy", "jinja2", "babel", "markdown", "multiprocessing", "yaml", WRITING)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = make_archive(tmp_path / "archive", {"articles/pier.txt": PIER})
    build(site)
    return site


class Counted:
    """Progress that counts the pages of the last build."""

    rendered = 0

    def __call__(self, what: str, items: Iterable[T]) -> Iterator[T]:
        passed = list(items)
        if what == "Rendering":
            self.rendered = len(passed)
        return iter(passed)


def old(site: Site) -> None:
    """Let all sources have been written a while ago."""
    for path in (site.root / "site.yaml", *site.articles.iterdir()):
        os.utime(path, (path.stat().st_mtime - 100,) * 2)


def fresh(site: Site) -> dict[str, bytes]:
    """Build a copy of an archive from nothing."""
    copy = site.root.parent / "fresh"
    shutil.copytree(site.root, copy, ignore=shutil.ignore_patterns("output", ".*newsarchive*"))
    build(load_site(copy))
    return tree(copy / "output")


def test_a_build_without_change_imports_nothing_heavy(tmp_path: Path) -> None:
    site = make_archive(tmp_path)
    code = (
        "import sys, time; from newsarchive.build import build\n"
        "from newsarchive.incremental.known_site import known_site\n"
        "report = build(known_site()); time.sleep(0.05); build(known_site()); "
        f"print(report.written.changed, [m for m in {HEAVY} if m in sys.modules])"
    )
    done = [command("-c", code, cwd=site.root, program=(sys.executable,)) for _ in range(2)]
    assert done[1].stdout == "0 []\n", done[1].stderr


def test_the_report_of_a_build_without_change_is_that_of_the_one_before(site: Site) -> None:
    put(site.root, {"articles/empty.txt": ""})
    first, second = build(site), build(site)
    assert second.ledger == first.ledger
    assert (second.articles, second.pages) == (first.articles, first.pages)
    assert second.written.changed == 0


def test_an_edited_record_of_an_export_gets_another_page_and_those_beside_it_keep_theirs(
    site: Site,
) -> None:
    put(site.root, {"articles/export.txt": export("The quay", "The pier", "The roads")})
    build(site)
    before = tree(site.output)
    put(site.root, {"articles/export.txt": export("The quay", "The pier at night", "The roads")})
    build(site)
    after = tree(site.output)
    assert after == fresh(site)
    assert _articles(before.keys() - after.keys()) == {"the-pier"}
    assert _articles(after.keys() - before.keys()) == {"the-pier-at-night"}


def _articles(paths: Iterable[str]) -> set[str]:
    pages = (path.split("/") for path in paths if path.startswith("articles/"))
    return {page[1].rpartition("-")[0] for page in pages}


def test_an_article_whose_title_is_corrected_is_told_with_its_old_address(site: Site) -> None:
    put(site.root, {"articles/pier.yaml": "why: The print says so.\ntitle: Another title\n"})
    ((old, new),) = build(site).moved
    assert old[-9:] == new[-9:]
    assert new.startswith("articles/another-title-")
    (site.root / "articles" / "pier.yaml").unlink()
    assert f"{old} was {new}" in command("build", cwd=site.root).stdout


def test_a_page_that_somebody_altered_or_deleted_is_made_again(site: Site) -> None:
    before = tree(site.output)
    (site.output / "index.html").write_text("altered")
    (site.output / "about" / "index.html").unlink()
    assert build(site).written.changed == 2
    assert tree(site.output) == before


def test_an_output_that_was_put_back_from_elsewhere_is_not_taken_for_the_last_one(
    site: Site, tmp_path: Path
) -> None:
    shutil.copytree(site.output, tmp_path / "kept")
    put(site.root, {"articles/pier.txt": PIER.replace("ten", "nine")})
    build(site)
    shutil.rmtree(site.output)
    shutil.copytree(tmp_path / "kept", site.output)
    build(site)
    assert tree(site.output) == fresh(site)


def test_a_build_that_ends_before_it_can_remember_its_pages_costs_the_next_one_those_alone(
    site: Site,
) -> None:
    store = store_file(site.root)
    before = store.read_bytes()
    put(site.root, {"articles/pier.txt": PIER.replace("ten piles", "twelve piles")})
    counted = Counted()
    build(site, counted)
    made, site_after = counted.rendered, tree(site.output)
    store.write_bytes(before)
    build(site, counted)
    assert 0 < made < len(site_after) / 2
    assert counted.rendered == made
    assert tree(site.output) == site_after == fresh(site)


def test_what_a_preview_does_not_keep_up_is_never_taken_for_that_of_other_articles(
    site: Site,
) -> None:
    store, text = store_file(site.root), (site.articles / "pier.txt").read_text()
    before = store.read_bytes()
    put(site.root, {"articles/pier.txt": PIER.replace("ten piles", "twelve piles")})
    build(site)
    store.write_bytes(before)  # as of a build that ended before it could remember
    build(site, whole=False)
    put(site.root, {"articles/pier.txt": text})
    build(site)
    assert tree(site.output) == fresh(site)


def test_an_output_that_somebody_deletes_as_a_build_ends_is_made_again(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_and_lose(*given: Any, **options: Any) -> object:
        written = output.write(*given, **options)
        shutil.rmtree(site.output)
        return written

    with monkeypatch.context() as patch:
        patch.setattr(sys.modules[WRITING], "write_output", write_and_lose)
        put(site.root, {"articles/pier.txt": PIER.replace("ten piles", "twelve piles")})
        build(site)
    build(site)
    assert tree(site.output) == fresh(site)


def test_a_store_that_somebody_deletes_between_two_builds_of_one_process_is_not_missed(
    site: Site,
) -> None:
    shutil.rmtree(store_file(site.root).parent)
    put(site.root, {"articles/a-new-one.txt": PIER.replace("Pier", "Mole")})
    build(site)
    assert tree(site.output) == fresh(site)


def test_an_article_that_is_damaged_in_the_store_is_read_again(site: Site) -> None:
    file = store_file(site.root)
    content = file.read_bytes()
    assert content.count(b"ten piles") > 0
    file.write_bytes(content.replace(b"ten piles", b"two piles"))
    put(site.root, {"templates/article.html": "{{ view.title }}{{ view.blocks[0].pieces }}"})
    build(site)
    assert tree(site.output) == fresh(site)


def test_downloads_copy_what_stays_and_are_what_they_would_be(site: Site) -> None:
    for name in ("b", "a", "z"):
        put(site.root, {f"articles/{name}.txt": PIER.replace("Pier", f"Mole {name}")})
        build(site)
    (site.articles / "b.txt").unlink()
    build(site)
    assert tree(site.output) == fresh(site)


def test_downloads_of_a_large_archive_are_files_of_years_and_an_edit_changes_one(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsarchive.pages.downloads.WHOLE", 2)
    known = {"articles/pier.yaml": "why: So.\ndate: 2021-07\n"}
    put(site.root, {"articles/mole.txt": PIER.replace("Pier", "Mole")} | known)
    build(site)
    before = tree(site.output / "data")
    assert {name for name in before if name.endswith(".csv")} == {
        "articles-2021.csv",
        "articles-undated.csv",
        "reprints.csv",
    }
    put(site.root, {"articles/pier.txt": PIER.replace("ten", "nine")})
    build(site)
    after = tree(site.output / "data")
    assert after["articles-undated.csv"] == before["articles-undated.csv"]
    assert after["articles-2021.csv"] != before["articles-2021.csv"]
    assert tree(site.output) == fresh(site)


def why(site: Site, page: str) -> str:
    report: Report = build(site, why=page)
    return "\n".join(report.why)


def test_a_page_says_why_it_was_made(site: Site) -> None:
    put(site.root, {"articles/pier.txt": PIER.replace("ten", "nine")})
    assert why(site, "dates/undated/") == (
        "dates/undated/index.html was made: the articles on it\n  articles/pier.txt"
    )
    assert "was not made now; the last time: the articles on it" in why(site, "dates/undated/")
    put(site.root, {"templates/about.html": "<p>About</p>"})
    assert why(site, "/about/") == (
        "about/index.html was made: its template, or one that this draws on"
    )
    put(site.root, {"site.yaml": "title: Another\n"})
    assert "the settings" in "\n".join(build(load_site(site.root), why="").why)
    assert why(site, "about").startswith("about/index.html was ")
    none = "none/: the site has no such page; a page's address is such as articles/a-0123abcd/"
    assert why(site, "none/") == none


def test_a_page_that_goes_says_so_and_a_file_of_the_output_is_the_page(site: Site) -> None:
    (page,) = (site.output / "articles").glob("*pier*")
    file = f"output/articles/{page.name}/index.html"
    assert why(site, file).startswith(f"articles/{page.name}/index.html was not made now")
    (site.root / "articles" / "pier.txt").unlink()
    assert why(site, file) == (
        f"articles/{page.name}/index.html is deleted:"
        " what it was made from is gone, or has another address"
    )


def test_a_template_concerns_the_pages_that_draw_on_it(site: Site) -> None:
    put(site.root, {"templates/about.html": "<p>About</p>"})
    assert build(site).written.changed == 1


def test_processes_make_the_same_site(site: Site) -> None:
    put(site.root, {f"articles/{n}.txt": PIER.replace("Pier", f"Mole {n}") for n in range(70)})
    build(site, jobs=2)
    assert tree(site.output) == fresh(site)


def test_an_archive_that_held_no_article_for_a_while_is_made_as_any_other(site: Site) -> None:
    texts = {path: path.read_bytes() for path in site.articles.iterdir()}
    for path in texts:
        path.unlink()
    build(site)
    assert tree(site.output) == fresh(site)
    for path, raw in texts.items():
        path.write_bytes(raw)
    shutil.rmtree(site.root.parent / "fresh")
    build(site)
    assert tree(site.output) == fresh(site)


def test_a_folder_of_texts_that_is_called_otherwise_is_named_so_on_all_pages(site: Site) -> None:
    site.articles.rename(site.root / "texts")
    put(site.root, {"site.yaml": "articles: texts\n"})
    site = load_site(site.root)
    build(site)
    assert tree(site.output) == fresh(site)
