"""What the stages that read hand on: each article with its own title and its own sketch."""

from __future__ import annotations

from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.building.archiving import arrange, read
from newsarchive.incremental.sources import snapshot_of
from newsarchive.incremental.store import open_store
from newsarchive.running.progress import silent
from newsarchive.settings.site import Site
from samples import make_archive

BODY = " ".join(f"The pier of Eastport has {number} piles of oak." for number in range(200))
OTHER = " ".join(f"A crane of {number} tons came by ship." for number in range(200))


def arranged(site: Site) -> Archive:
    with open_store(site.root, "code") as store, store.written():
        texts = read(site, snapshot_of(site), store, map, silent)
        return arrange(texts, site, store)


def test_behind_a_duplicate_each_article_keeps_its_title_and_its_reprints(tmp_path: Path) -> None:
    texts = {
        "articles/a.md": f"---\ntitle: Zinc\n---\n{OTHER}\n",
        "articles/b.md": f"---\ntitle: Zinc\n---\n{OTHER}\n",
        "articles/c.md": f"---\ntitle: Yards of oak\n---\n{BODY}\n",
        "articles/d.md": f"---\ntitle: A pier\n---\n{BODY}\n",
    }
    archive = arranged(make_archive(tmp_path, texts))
    titles = [entry.title for entry in archive.undated]
    assert titles == ["A pier", "Harbour reopens after the storm", "Yards of oak", "Zinc"]
    reprinted = [entry.title for entry in archive.entries if entry.sha256 in archive.reprints]
    assert reprinted == ["A pier", "Yards of oak"]


def test_a_copy_of_a_text_does_not_push_out_what_the_curator_knows_of_it(tmp_path: Path) -> None:
    texts = {
        "articles/a.txt": f"A copy\n\n{BODY}\n",
        "articles/b.txt": f"A copy\n\n{BODY}\n",
        "articles/b.yaml": "why: On the back.\ntitle: Yards of oak\n",
        "articles/c.txt": f"Zinc\n\n{OTHER}\n",
    }
    archive = arranged(make_archive(tmp_path, texts))
    titles = {entry.summary.path: entry.title for entry in archive.entries}
    assert titles["articles/b.txt"] == "Yards of oak"
    assert "articles/a.txt" not in titles


def test_a_doubt_about_a_file_is_about_its_article_unless_the_file_has_several(
    tmp_path: Path,
) -> None:
    texts: dict[str, str | bytes] = {
        "articles/a.txt": f"Café by the pier\n\n{BODY}\n".encode("cp1252"),
        "articles/b.csv": f"title,date,text\nOak,07/08/2020,{OTHER}\nZinc,2020,{BODY}\n",
    }
    archive = arranged(make_archive(tmp_path, texts))
    (of_one,) = [entry for entry in archive.entries if entry.title == "Café by the pier"]
    doubts = {problem.path: problem.article for problem in archive.ledger.of("doubtful")}
    assert doubts == {"articles/a.txt": of_one.sha256, "articles/b.csv": ""}
