from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("# HTTP Cookie File\n\n.post.example\tTRUE\t/\tFALSE\t0\tsid\t1\n", "it is cookies"),
        ("# Netscape HTTP Cookie File\n", "it is cookies"),
        ("# Our robots\n\nUser-agent: *\nDisallow: /admin/\n", "it is a site's robots.txt"),
        ("HTTrack3.49-2+htsswf launched on Mon, 19 Jul 2021 12:00:00\n", "it is a crawler's log"),
    ],
)
def test_what_stands_beside_a_sites_pages_is_no_article(
    tmp_path: Path, text: str, what: str
) -> None:
    (tmp_path / "a.txt").write_text(text)
    (problem,) = load(tmp_path / "a.txt", "a.txt")
    assert isinstance(problem, Problem)
    assert (problem.what.startswith(what), problem.fate) == (True, "set aside")


def test_an_article_about_robots_is_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("User-agent lines are ignored\n\nBots read what they like.\n")
    (article,) = load(tmp_path / "a.txt", "a.txt")
    assert isinstance(article, Document)
