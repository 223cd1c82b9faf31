"""Whatever bytes a file of a format has, cut or altered: it gives articles, or clear problems."""

from __future__ import annotations

import gzip
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.loading import READERS, reader_of
from newsarchive.loading.opened import Opened, contained
from newsarchive.model import Problem
from newsarchive.settings.limits import Limits

TEXT = "The harbour bridge, “so it is”, closes on 19 July 2021 at 10 o’clock."
PAGE = f'<html><head><title>A</title><meta charset="utf-8"></head><p class="a">{TEXT}</p></html>'
MAIL = (
    "Subject: =?utf-8?b?QSBicmlkZ2U=?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; "
    f"boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n\n{PAGE}\n--b--\n"
)
HTTP = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}"
WARC = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:1>\r\n"
    "WARC-Date: 2021-07-19T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    f"Content-Length: {len(HTTP.encode())}\r\n\r\n{HTTP}\r\n\r\n"
)
FEED = (
    f"<rss><channel><item><title>A</title><description>{TEXT}</description></item></channel></rss>"
)


def _zip(name: str, content: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


SEEDS = {
    ".txt": TEXT.encode("utf-16"),
    ".md": f"---\ntitle: A\ntags: [b]\n---\n# A\n\n> {TEXT}\n".encode(),
    ".html": PAGE.encode(),
    ".mhtml": MAIL.replace("mixed", "related").encode(),
    ".webarchive": b"bplist00\xd1\x01\x02_\x10\x0fWebMainResource\xd0\x08\x0b\x1d",
    ".docx": _zip("word/document.xml", f"<a><p><t>{TEXT}</t></p></a>"),
    ".odt": _zip("content.xml", f"<a><p>{TEXT}</p></a>"),
    ".ods": _zip(
        "content.xml",
        "<table><table-row><table-cell><p>text</p></table-cell></table-row><table-row><table-cell>"
        f"<p>{TEXT}</p></table-cell></table-row></table>",
    ),
    ".rtf": rf"{{\rtf1\ansi {{\b A}}\par \u8220?{TEXT[:30]}\'e9}}".encode(),
    ".warc": WARC.encode(),
    ".warc.gz": gzip.compress(WARC.encode(), mtime=0),
    ".json": f'[{{"title": "A", "date": "2021-07-19", "text": "{TEXT}"}}]'.encode(),
    ".jsonl": f'{{"title": "A", "text": "{TEXT}"}}\n{{"text": "\\ud83d"}}\n'.encode(),
    ".csv": f'title,date,text\nA,2021-07-19,"{TEXT}"\n'.encode(),
    ".eml": MAIL.encode(),
    ".mbox": f"From x 1:00\n{MAIL}\nFrom y 2:00\nSubject: B\n\n{TEXT}\n".encode(),
    ".xml": FEED.encode(),
    ".enex": f"<en-export><note><content>{TEXT}</content></note></en-export>".encode(),
    ".zip": _zip("a.txt", TEXT),
    ".txt.gz": gzip.compress(TEXT.encode(), mtime=0),
}
TOKENS = (
    b"\0",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"<!--",
    b"<![CDATA[",
    b"]]>",
    b"{",
    b"[",
    b'"',
    b"\r",
    b"\\u",
    b"-1",
)


def read(ending: str, raw: bytes) -> None:
    """Read bytes as a format; fail where that raises, or says nothing, or shows a fault of ours."""
    name = f"a{ending}"
    reader = reader_of(name)
    assert reader
    found = list(contained(name, reader(Opened(name, BytesIO(raw), limits=Limits(megabytes=1)))))
    assert found
    for problem in found:
        if isinstance(problem, Problem):
            assert problem.what
            assert problem.remedy
            assert "newsarchive failed" not in problem.what


@given(
    st.sampled_from(sorted(SEEDS)),
    st.floats(0, 1),
    st.lists(
        st.tuples(st.floats(0, 1), st.sampled_from(TOKENS) | st.binary(max_size=3)), max_size=4
    ),
)
@settings(max_examples=100)
def test_a_file_that_is_cut_or_altered_gives_articles_or_clear_problems(
    ending: str, kept: float, altered: list[tuple[float, bytes]]
) -> None:
    raw = bytearray(SEEDS[ending])
    for share, token in altered:
        at = int(share * len(raw))
        raw[at : at + len(token)] = token
    read(ending, bytes(raw[: int(kept * len(raw)) + 1]))


@pytest.mark.parametrize("ending", READERS)
def test_an_empty_file_and_one_of_noughts_are_problems_of_every_format(ending: str) -> None:
    read(ending, b"")
    read(ending, bytes(9_999))
