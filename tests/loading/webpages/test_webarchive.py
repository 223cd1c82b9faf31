import plistlib
from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem

PAGE = {
    "WebResourceData": b"<h1>Otters return</h1><p>They were seen at the lake, \xe8.</p>",
    "WebResourceMIMEType": "text/html",
    "WebResourceTextEncodingName": "iso-8859-1",
    "WebResourceURL": "https://news.example/2022/otters",
}


def loaded(folder: Path, raw: bytes) -> Document | Problem:
    (folder / "a.webarchive").write_bytes(raw)
    (one,) = load(folder / "a.webarchive", "a.webarchive")
    return one


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_a_page_that_safari_saved_is_read_as_the_page_that_it_is(
    tmp_path: Path, form: plistlib.PlistFormat
) -> None:
    saved = {"WebMainResource": PAGE, "WebSubresources": [{"WebResourceData": b"GIF89a"}]}
    document = loaded(tmp_path, plistlib.dumps(saved, fmt=form))
    assert isinstance(document, Document)
    assert document.text == "Otters return\nThey were seen at the lake, è."
    assert [(one.field, one.value, one.where) for one in document.statements] == [
        ("url", "https://news.example/2022/otters", "WebResourceURL"),
        ("title", "Otters return", "h1"),
    ]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"bplist00 and no more",
        b"<p>A page.",
        plistlib.dumps(["a", "list"]),
        plistlib.dumps({"WebMainResource": "x"}),
        plistlib.dumps({"WebMainResource": {"WebResourceData": b" "}}),
        b'<!DOCTYPE plist [<!ENTITY a "b">]><plist><string>&a;</string></plist>',
    ],
)
def test_a_file_without_a_page_is_a_problem(tmp_path: Path, raw: bytes) -> None:
    problem = loaded(tmp_path, raw)
    assert isinstance(problem, Problem)
    assert problem.what == "the file holds no page"
