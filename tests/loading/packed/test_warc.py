import gzip
import itertools
import subprocess
import sys
from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem, Statement

PAGE = b"<html><head><title>A page</title></head><body><p>The text of page %d.</p></body></html>"


def record(
    number: int, content: bytes, kind: str = "response", content_type: str = "text/html"
) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\n"
        f"WARC-Record-ID: <urn:uuid:{number:08}-0000-4000-8000-000000000000>\r\n"
        f"WARC-Target-URI: https://post.example/{number}\r\n"
        "WARC-Date: 2021-07-19T23:30:00Z\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def response(number: int, page: bytes | None = None, status: str = "200 OK") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    content = http.encode() + (page or PAGE % number)
    return record(number, content, content_type="application/http; msgtype=response")


def loaded(folder: Path, raw: bytes, name: str = "crawl.warc.gz") -> list[Document | Problem]:
    (folder / name).write_bytes(raw)
    return list(load(folder / name, name))


def texts(found: list[Document | Problem]) -> list[str]:
    return [one.text if isinstance(one, Document) else "lost" for one in found]


def packed(*records: bytes) -> bytes:
    return b"".join(gzip.compress(one, mtime=0) for one in records)


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_each_page_of_a_crawl_is_an_article_with_its_provenance(tmp_path: Path, name: str) -> None:
    records = [response(1), record(2, b"software: ours", "warcinfo"), response(3)]
    raw = packed(*records) if name.endswith("gz") else b"".join(records)
    first, second = loaded(tmp_path, raw, name)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.record, first.text) == (
        "urn:uuid:00000001-0000-4000-8000-000000000000",
        "The text of page 1.",
    )
    assert second.text == "The text of page 3."
    assert first.statements[:2] == (
        Statement(
            "crawled", "2021-07-19", "crawl-header", "2021-07-19T23:30:00Z", where="WARC-Date"
        ),
        Statement(
            "url",
            "https://post.example/1",
            "crawl-header",
            "https://post.example/1",
            where="WARC-Target-URI",
        ),
    )


def test_the_text_of_a_wet_record_is_untouched(tmp_path: Path) -> None:
    raw = record(1, "Title\n\n  Größe\n".encode(), "conversion", "text/plain")
    (document,) = loaded(tmp_path, packed(raw), "crawl.wet.gz")
    assert isinstance(document, Document)
    assert (document.text, document.encoding) == ("Title\n\n  Größe\n", "utf-8")


def test_records_that_are_no_pages_are_no_articles(tmp_path: Path) -> None:
    image = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"
    raw = packed(
        record(1, image, content_type="application/http; msgtype=response"),
        response(2, status="404 Not Found"),
        record(3, b"GET / HTTP/1.1\r\n\r\n", "request"),
    )
    assert [one.what for one in loaded(tmp_path, raw) if isinstance(one, Problem)] == [
        "holds no article"
    ]


def test_a_page_sent_in_packed_chunks_is_unpacked(tmp_path: Path) -> None:
    body = gzip.compress(PAGE % 1, mtime=0)
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    head = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
        b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"
    )
    raw = record(1, head + chunks, content_type="application/http; msgtype=response")
    assert texts(loaded(tmp_path, packed(raw))) == ["The text of page 1."]


def test_a_flipped_bit_costs_one_record(tmp_path: Path) -> None:
    before, damaged, after = (packed(response(number)) for number in (1, 2, 3))
    for place in range(0, len(damaged), 5):
        broken = bytearray(damaged)
        broken[place] ^= 0x10
        found = texts(loaded(tmp_path, before + bytes(broken) + after))
        assert found[0] == "The text of page 1."
        assert found[-1] == "The text of page 3."
        assert len(found) <= 3


@pytest.mark.parametrize(
    ("sound", "wrong"),
    [
        (b"WARC/1.0\r\nWARC-Type: response", b"WARX/1.0\r\nWARC-Type: response"),
        (b"Content-Length: ", b"Content-Length: 9"),
        (b"Content-Length: ", b"Content-Length: 999999999"),
        (b"Content-Length: 1", b"Content-Length: "),
        (b"Content-Length: ", b"Content-Width: "),
    ],
)
def test_wrong_headers_cost_one_record(tmp_path: Path, sound: bytes, wrong: bytes) -> None:
    damaged = response(2).replace(sound, wrong, 1)
    found = loaded(tmp_path, response(1) + damaged + response(3), "crawl.warc")
    assert texts(found) == ["The text of page 1.", "lost", "The text of page 3."]


def test_headers_that_go_on_and_on_cost_one_record(tmp_path: Path) -> None:
    endless = b"WARC/1.0\r\n" + b"A: b\r\n" * 20_000 + b"\r\n"
    found = loaded(tmp_path, response(1) + endless + response(3), "crawl.warc")
    assert texts(found) == ["The text of page 1.", "lost", "The text of page 3."]
    assert isinstance(found[1], Problem)
    assert found[1].what == "record 2 is lost: its headers do not end"  # and are not all held


def test_a_file_that_is_cut_short_gives_what_is_whole(tmp_path: Path) -> None:
    for raw, name in (
        (packed(response(1), response(2))[:-40], "crawl.warc.gz"),
        ((response(1) + response(2))[:-40], "crawl.warc"),
    ):
        (first, problem) = loaded(tmp_path, raw, name)
        assert texts([first]) == ["The text of page 1."]
        assert isinstance(problem, Problem)
        assert problem.what == "record 2 is lost: the file is cut short"


def test_records_are_found_whatever_the_chunks(tmp_path: Path) -> None:
    filler = b"<p>" + b"word " * 20_000
    pages = [response(n, filler[: 13_000 * n] + b"%d" % n) for n in range(1, 8)]
    for raw, name in ((packed(*pages), "a.warc.gz"), (b"".join(pages), "a.warc")):
        found = texts(loaded(tmp_path, raw, name))
        assert [text[-1] for text in found] == list("1234567")


def test_a_crawl_packed_as_one_member_is_read(tmp_path: Path) -> None:
    raw = gzip.compress(b"".join(itertools.chain(response(n) for n in (1, 2))), mtime=0)
    assert texts(loaded(tmp_path, raw)) == ["The text of page 1.", "The text of page 2."]


def test_a_packed_bomb_is_lost_and_the_rest_is_read(tmp_path: Path) -> None:
    bomb = gzip.compress(b"WARC/1.0\r\n" + b"\0" * 20_000_000)
    found = texts(loaded(tmp_path, packed(response(1)) + bomb + packed(response(2))))
    assert found == ["The text of page 1.", "lost", "The text of page 2."]


@pytest.mark.parametrize(
    "bad",
    [
        record(2, b"HTTP/1.1 200 OK\r\n\r\n", content_type="application/http").replace(
            b"WARC-Target-URI: https://post.example/2\r\n", b""
        ),
        record(2, b"x").replace(b"WARC/1.0", b"WARC/1."),
    ],
    ids=["no address", "no version"],
)
def test_a_record_that_is_none_costs_only_itself(tmp_path: Path, bad: bytes) -> None:
    first, lost, third = loaded(tmp_path, response(1) + bad + response(3), "crawl.warc")
    assert isinstance(lost, Problem)
    assert lost.what.startswith("a record is lost: ")
    assert texts([first, third]) == ["The text of page 1.", "The text of page 3."]


def test_an_odd_address_is_not_printed(tmp_path: Path) -> None:
    odd = response(1).replace(b"post.example/1", b"post.example/\x1b[2J a")
    (tmp_path / "a.warc").write_bytes(odd)
    code = "import sys; from pathlib import Path; from newsarchive.loading import load\n"
    code += "print(len(list(load(Path(sys.argv[1]), 'a.warc'))))"
    command = [sys.executable, "-c", code, str(tmp_path / "a.warc")]
    done = subprocess.run(command, capture_output=True, check=True)
    assert (done.stdout.strip(), done.stderr) == (b"1", b"")


def test_a_page_that_stays_packed_is_told_and_one_that_a_crawler_unpacked_is_read(
    tmp_path: Path,
) -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: zstd\r\n\r\n"
    left = record(1, http + b"\x28\xb5\x2f\xfdx", content_type="application/http")
    (problem,) = loaded(tmp_path, left)
    assert isinstance(problem, Problem)
    assert problem.what.startswith("the page is packed as `zstd`, which is not read: urn:uuid:")
    assert texts(loaded(tmp_path, record(1, http + PAGE % 1, content_type="application/http"))) == [
        "The text of page 1."
    ]


@pytest.mark.parametrize(
    "content_type", ["application/http; msgtype=response", "text/html; charset=utf-8"]
)
def test_a_page_whose_record_has_no_http_head_is_read(tmp_path: Path, content_type: str) -> None:
    headless = record(2, PAGE % 2, content_type=content_type)
    found = loaded(tmp_path, response(1) + headless + response(3), "crawl.warc")
    assert texts(found) == [f"The text of page {number}." for number in (1, 2, 3)]


def test_what_has_no_http_head_and_is_no_page_is_told(tmp_path: Path) -> None:
    script = b"let tide = 1;\r\n\r\nlet ebb = 2;"
    found = loaded(tmp_path, record(1, script, content_type="application/http"), "crawl.warc")
    assert found == [
        Problem(
            "crawl.warc",
            "there is no HTTP head, which says what it is: "
            "urn:uuid:00000001-0000-4000-8000-000000000000",
            "Fetch it again if it is an article",
        )
    ]


def test_lines_that_end_in_a_line_feed_alone_are_read(tmp_path: Path) -> None:
    http = b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n"
    records = [
        record(number, http + PAGE % number, content_type="application/http").replace(b"\r", b"")
        for number in (1, 2)
    ]
    for raw, name in ((b"".join(records), "a.warc"), (packed(*records), "a.warc.gz")):
        assert texts(loaded(tmp_path, raw, name)) == ["The text of page 1.", "The text of page 2."]
    damaged = records[0].replace(b"Content-Length", b"Content-Width") + records[1]
    assert texts(loaded(tmp_path, damaged, "a.warc")) == ["lost", "The text of page 2."]


def test_of_packed_records_whose_ends_are_cut_off_each_is_told(tmp_path: Path) -> None:
    cut = b"".join(packed(response(number))[:-8] for number in (1, 2, 3))
    first, second, last, problem = loaded(tmp_path, cut)
    assert texts([first, second, last]) == ["lost", "lost", "The text of page 3."]
    assert problem == Problem(
        "crawl.warc.gz",
        "the file is cut short after record 3, and more may be missing",
        "Fetch the file again if you need it",
        fate="doubtful",
    )


def test_a_page_that_the_crawler_cut_off_is_doubtful(tmp_path: Path) -> None:
    raw = response(1).replace(b"WARC-Date", b"WARC-Truncated: length\r\nWARC-Date")
    problem, document = loaded(tmp_path, raw, "crawl.warc")
    assert texts([document]) == ["The text of page 1."]
    assert problem == Problem(
        "crawl.warc",
        "the crawler cut the page off, for its length: "
        "urn:uuid:00000001-0000-4000-8000-000000000000",
        "Save the page itself, if you need all",
        fate="doubtful",
    )


LONG = b"<p>" + b"".join(b"%d boats sailed. " % (number * 7919) for number in range(900))
ZIPPED = gzip.compress(LONG, mtime=0)
CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(LONG), LONG)


@pytest.mark.parametrize(
    ("header", "body"),
    [
        (b"Content-Encoding: gzip", ZIPPED),
        (b"Content-Length: %d" % len(LONG), LONG),
        (b"Transfer-Encoding: chunked", CHUNKED),
    ],
    ids=["gzip", "length", "chunks"],
)
def test_a_page_that_ends_early_is_doubtful(tmp_path: Path, header: bytes, body: bytes) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + header + b"\r\n\r\n"
    whole, cut = (
        record(number, head + sent, content_type="application/http")
        for number, sent in ((1, body), (2, body[: len(body) // 2]))
    )
    document, doubt, rest = loaded(tmp_path, whole + cut, "crawl.warc")
    assert isinstance(document, Document)
    assert isinstance(rest, Document)
    assert document.text.startswith(rest.text[:1_000])
    assert doubt == Problem(
        "crawl.warc",
        "the page is cut off: urn:uuid:00000002-0000-4000-8000-000000000000",
        "Save the page itself, if you need all",
        fate="doubtful",
    )


def test_pages_whose_encoding_is_a_guess_are_told_once(tmp_path: Path) -> None:
    page = "<html><body><p>The café of page %d.</p></body></html>"
    pages = [(page % n).encode("cp1252") for n in (1, 2)]
    raw = b"".join(response(n, one) for n, one in enumerate(pages, 1)) + response(3)
    *found, told = loaded(tmp_path, raw, "crawl.warc")
    assert texts(found) == ["The café of page 1.", "The café of page 2.", "The text of page 3."]
    assert isinstance(told, Problem)
    assert told.what == (
        "urn:uuid:00000001-0000-4000-8000-000000000000 is read as cp1252: a guess from 1"
        " non-ASCII byte, and 1 more are in doubt like it"
    )
    assert told.fate == "doubtful"
