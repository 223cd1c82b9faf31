"""The ZIP that Substack exports: a table says of each post what its file does not."""

import zipfile
from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem

TABLE = """post_id,post_date,is_published,type,title,subtitle
1.bridge,2021-07-19T08:00:00.000Z,true,newsletter,"Bridge to close, at last",Cracks
2.draft,,false,newsletter,Ferries,
3.gone,2021-07-20T08:00:00.000Z,true,newsletter,Piers,
"""
TEXT = "<p>The harbour bridge will close.</p>"


def loaded(folder: Path, table: str, inner: str = "") -> list[Document | Problem]:
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr(f"{inner}posts.csv", table)
        archive.writestr(f"{inner}posts/1.bridge.html", TEXT)
        archive.writestr(f"{inner}posts/2.draft.html", TEXT)
    return list(load(folder / "a.zip", "a.zip"))


@pytest.mark.parametrize("inner", ["", "export/"])
def test_a_post_has_the_title_and_the_day_of_the_table(tmp_path: Path, inner: str) -> None:
    post, draft, gone = loaded(tmp_path, TABLE, inner)
    assert isinstance(post, Document)
    assert (post.record, post.text) == (
        f"{inner}posts/1.bridge.html",
        "The harbour bridge will close.",
    )
    assert [(said.field, said.value, said.where) for said in post.statements] == [
        ("title", "Bridge to close, at last", "posts.csv, title"),
        ("date", "2021-07-19", "posts.csv, post_date"),
    ]
    assert isinstance(draft, Problem)
    assert draft.what == "a draft that readers could not see"
    assert isinstance(gone, Problem)
    assert (
        gone.what
        == f"posts that posts.csv lists and that have no file: 1, such as {inner}posts/3.gone.html"
    )


@pytest.mark.parametrize("table", ["", "a,b\n1,2\n", 'post_id,is_published\n"', "\0", "post_id\n1"])
def test_another_table_of_that_name_changes_nothing(tmp_path: Path, table: str) -> None:
    found = loaded(tmp_path, table)
    assert [one.text for one in found if isinstance(one, Document)] == [
        "The harbour bridge will close."
    ] * 2
