import gzip
import json
import zipfile
from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem

HEAD = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}


def record(number: int, address: str, status: str = "200 OK", *headers: str) -> bytes:
    """Make a record of a fetched page, packed as crawlers do."""
    http = "\r\n".join((f"HTTP/1.1 {status}", "Content-Type: text/html", *headers))
    content = f"{http}\r\n\r\n<p>The text of page {number}."
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"WARC-Target-URI: {address}\r\nWARC-Date: 2021-07-19T23:30:00Z\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return gzip.compress(f"{head}{content}\r\n\r\n".encode(), mtime=0)


RECORDS = (
    record(1, "https://a.example/"),
    record(2, "https://ads.example/frame"),
    record(3, "https://a.example/old", "301 Moved", "Location: /new"),
    record(4, "https://a.example/new"),
)


def loaded(
    folder: Path, listed: list[str] | None, records: bytes = b"".join(RECORDS)
) -> list[Document | Problem]:
    """Read a crawl; `listed` are the pages that it names, None for no list."""
    with zipfile.ZipFile(folder / "a.wacz", "w") as archive:
        archive.writestr("archive/data.warc.gz", records)
        archive.writestr("indexes/index.cdx.gz", b"\x1f\x8b")
        archive.writestr("datapackage.json", "{}")
        if listed is not None:
            lines = [json.dumps(HEAD), *(json.dumps({"url": url}) for url in listed), "{cut"]
            archive.writestr("pages/pages.jsonl", "\n".join(lines))
    return list(load(folder / "a.wacz", "a.wacz"))


def texts(found: list[Document | Problem]) -> list[str]:
    return [one.text if isinstance(one, Document) else one.what for one in found]


def test_the_pages_that_a_crawl_names_are_its_articles_and_frames_are_not(tmp_path: Path) -> None:
    (document,) = loaded(tmp_path, ["https://a.example#top"])
    assert isinstance(document, Document)
    assert document.text == "The text of page 1."
    assert document.record == "archive/data.warc.gz#urn:uuid:1"
    assert document.statements[0].value == "2021-07-19"


def test_a_page_that_led_on_to_another_is_that_one(tmp_path: Path) -> None:
    assert texts(loaded(tmp_path, ["https://a.example/old"])) == ["The text of page 4."]


@pytest.mark.parametrize("listed", [None, [], ["https://elsewhere.example/"]])
def test_all_pages_are_read_where_none_is_named(tmp_path: Path, listed: list[str] | None) -> None:
    assert texts(loaded(tmp_path, listed)) == [
        "The text of page 1.",
        "The text of page 2.",
        "The text of page 4.",
    ]


def test_a_damaged_record_costs_no_other(tmp_path: Path) -> None:
    damaged = RECORDS[0][:40] + b"\0" + RECORDS[0][41:]
    lost, kept = texts(loaded(tmp_path, ["https://a.example/new"], damaged + RECORDS[3]))
    assert lost.startswith("archive/data.warc.gz: record 1 is lost")
    assert kept == "The text of page 4."


def test_what_unpacks_to_too_much_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsarchive.loading.packed.wacz.MAX_RATIO", 0)
    assert "is not read" in texts(loaded(tmp_path, None))[0]


def test_a_file_that_is_no_archive_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.wacz").write_bytes(b"PK")
    (problem,) = load(tmp_path / "a.wacz", "a.wacz")
    assert isinstance(problem, Problem)
    assert problem.what == "the archive cannot be read: File is not a zip file"
