from email.message import EmailMessage
from pathlib import Path

from newsarchive.loading import load
from newsarchive.model import Document, Problem

ADDRESS = "https://news.example/2022/otters"


def saved() -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "<Saved by Blink>"
    mail["Snapshot-Content-Location"] = ADDRESS
    mail["Subject"] = "Otters return - News"
    mail["Date"] = "Sat, 5 Mar 2022 10:00:00 -0000"
    mail.set_content("<h1>Otters return</h1><p>They were seen at the lake, è.</p>", subtype="html")
    mail.add_related(b"GIF89a", "image", "gif")
    return mail


def loaded(folder: Path, raw: bytes) -> list[Document | Problem]:
    (folder / "a.mhtml").write_bytes(raw)
    return list(load(folder / "a.mhtml", "a.mhtml"))


def test_a_page_saved_as_one_file_is_read_as_the_page_that_it_is(tmp_path: Path) -> None:
    (document,) = loaded(tmp_path, saved().as_bytes())
    assert isinstance(document, Document)
    assert document.text == "Otters return\nThey were seen at the lake, è."
    assert len(document.elements) == 2


def test_who_saved_a_page_is_not_its_source_and_the_day_not_its_own(tmp_path: Path) -> None:
    (document,) = loaded(tmp_path, saved().as_bytes())
    assert isinstance(document, Document)
    assert [(said.field, said.value, said.where) for said in document.statements] == [
        ("url", ADDRESS, "Snapshot-Content-Location header"),
        ("crawled", "2022-03-05", "Date header"),
        ("title", "Otters return", "h1"),
    ]


def test_a_file_without_a_page_is_a_problem(tmp_path: Path) -> None:
    for raw in (b"", b"no mail at all", b"Content-Type: text/plain\n\nabc"):
        (problem,) = loaded(tmp_path, raw)
        assert isinstance(problem, Problem)
        assert problem.what == "the file holds no page"
