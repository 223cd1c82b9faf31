from pathlib import Path

import pytest

from newsarchive.errors import TemplateError
from newsarchive.planning.templates import template_digests
from samples import put

THEME = {"theme/article.html": '{% extends "base.html" %}', "theme/base.html": "<p>"}


def digests(root: Path, **own: str) -> dict[str, bytes]:
    put(root, THEME | {f"own/{name.replace('_', '.')}": text for name, text in own.items()})
    return dict(template_digests(root / "own", root / "theme"))


def test_a_template_changes_with_those_that_it_draws_on(tmp_path: Path) -> None:
    before, after = digests(tmp_path), digests(tmp_path, base_html="<div>")
    assert before["article.html"] != after["article.html"]


def test_a_template_that_another_of_the_archives_draws_on_is_one(tmp_path: Path) -> None:
    own = digests(tmp_path, article_html='{% include "mine.html" %}', mine_html="<p>")
    assert sorted(own) == ["article.html", "base.html", "mine.html"]


def test_notes_beside_templates_are_none(tmp_path: Path) -> None:
    digests(tmp_path, README_md="# Mine", article_html_orig="<p>")


def test_a_template_that_no_page_is_made_with_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"own/artcle\.html: .* Did you mean article\.html\?"):
        digests(tmp_path, artcle_html="<p>")
