import json
import subprocess
from pathlib import Path

import pytest

from newsarchive.errors import SearchError
from newsarchive.searching import pagefind
from newsarchive.searching.articles import Passage, Searchable
from newsarchive.searching.pagefind import MADE_FROM, document_of, index


def searchable(title: str = "A", text: str = "Some text.", start: str = "") -> Searchable:
    return Searchable(
        sha256="0" * 64,
        url="articles/a-0/",
        title=title,
        source='The "Daily" <b>',
        topics=("News & views",),
        names=("Tarn & Co",),
        year=start[:4] or "undated",
        date="undated",
        start=start,
        language="en",
        direction="ltr",
        passages=(Passage("p0", text),),
    )


def test_what_an_article_says_is_escaped() -> None:
    document = document_of(searchable(title="<b>", text='"<script>'))
    assert "<h1" in document
    assert "<b>" not in document
    assert "<script>" not in document
    assert 'topic[data-is]" data-is="News &amp; views"' in document
    assert 'named[data-is]" data-is="Tarn &amp; Co"' in document


def test_the_undated_come_last_in_either_order() -> None:
    starts = ("2021-07-19", "2021-07", "2021", "")
    documents = [document_of(searchable(start=start)) for start in starts]
    newest = [document.partition('data-newest="')[2][:8] for document in documents]
    oldest = [document.partition('data-oldest="')[2][:8] for document in documents]
    assert newest == ["20210719", "20210700", "20210000", "00000000"]
    assert oldest == ["20210719", "20210700", "20210000", "99999999"]


@pytest.fixture(scope="module")
def shard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the index of one document."""
    folder = tmp_path_factory.mktemp("shard")
    for name, content in index([document_of(searchable())], folder).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def test_a_shard_holds_what_the_page_loads_and_no_interface_of_pagefinds(shard: Path) -> None:
    names = {path.name for path in shard.iterdir()}
    assert {"pagefind.js", "pagefind-entry.json", "wasm.unknown.pagefind", MADE_FROM} <= names
    assert not any("ui" in name for name in names)
    entry = json.loads((shard / "pagefind-entry.json").read_bytes())
    assert entry["languages"]["unknown"]["page_count"] == 1


def test_the_same_documents_are_not_indexed_again(
    shard: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagefind, "_run", lambda *_: pytest.fail("Pagefind ran"))
    files = index([document_of(searchable())], shard)
    assert all((shard / name).read_bytes() == content for name, content in files.items())


def test_other_documents_are_indexed(shard: Path) -> None:
    files = index([document_of(searchable(text="Another text."))], shard)
    assert files[MADE_FROM] != (shard / MADE_FROM).read_bytes()


def test_a_shard_with_a_file_lost_is_indexed_again(shard: Path) -> None:
    fragment = next((shard / "fragment").iterdir())
    content = fragment.read_bytes()
    fragment.unlink()
    files = index([document_of(searchable())], shard)
    fragment.write_bytes(content)
    assert any(name.startswith("fragment/") for name in files)


def test_a_failure_says_why_and_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failed(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, "", "No module named pagefind\n")

    monkeypatch.setattr(subprocess, "run", failed)
    with pytest.raises(SearchError, match=r"No module named pagefind.*search: script"):
        index([document_of(searchable())], tmp_path)
