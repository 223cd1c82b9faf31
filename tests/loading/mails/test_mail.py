from email.message import EmailMessage
from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem, Statement


def loaded(folder: Path, raw: bytes) -> Document | Problem:
    (folder / "a.eml").write_bytes(raw)
    (one,) = load(folder / "a.eml", "a.eml")
    return one


def newsletter() -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = "Größere Brücke öffnet"
    mail["From"] = "The Example Post <news@post.example>"
    mail["Date"] = "Mon, 19 Jul 2021 14:40:00 +0000"
    return mail


def test_a_mail_states_title_source_and_date_and_its_plain_part_is_the_text(
    tmp_path: Path,
) -> None:
    mail = newsletter()
    mail.set_content("Die Brücke ist offen.\n")
    mail.add_alternative("<p>Die Brücke</p>", subtype="html")
    document = loaded(tmp_path, mail.as_bytes())
    assert isinstance(document, Document)
    assert document.text == "Die Brücke ist offen.\n"
    assert document.statements == (
        Statement(
            "title", "Größere Brücke öffnet", "mail-header", "Größere Brücke öffnet",
            where="Subject header",
        ),
        Statement(
            "source", "The Example Post", "mail-header",
            "The Example Post <news@post.example>", where="From header",
        ),
        Statement(
            "date", "2021-07-19", "mail-header", "Mon, 19 Jul 2021 14:40:00 +0000",
            where="Date header",
        ),
    )  # fmt: skip


def test_a_mail_without_a_plain_part_is_read_as_the_page_in_it(tmp_path: Path) -> None:
    mail = newsletter()
    mail.set_content("<h1>Die Brücke</h1><p>Sie ist offen.</p>", subtype="html")
    document = loaded(tmp_path, mail.as_bytes())
    assert isinstance(document, Document)
    assert document.text == "Die Brücke\nSie ist offen."
    assert document.statements[0].where == "Subject header"


def test_a_mail_without_text_is_a_problem(tmp_path: Path) -> None:
    for raw in (b"", b"Subject: x\n\n", b"Content-Type: image/png\n\nabc"):
        assert isinstance(loaded(tmp_path, raw), Problem)


def test_a_mail_of_mails_without_end_is_a_problem(tmp_path: Path) -> None:
    nested = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3_000)
    )
    problem = loaded(tmp_path, nested + b"\ntext")
    assert isinstance(problem, Problem)
    assert problem.what == "the mail holds more than 100 mails in mails"


def test_a_mail_whose_structure_takes_too_long_to_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_text(f"Content-Type: text/plain{'; a=b' * 9_000}\n\nA text.\n")
    (problem,) = load(tmp_path / "a.eml", "a.eml")
    assert isinstance(problem, Problem)
    assert "more than 10,000 characters" in problem.what


@pytest.mark.parametrize("sender", ["a," * 9_000, f"Ann {'b' * 2_000} <a@b.example>"])
def test_a_header_that_is_no_name_says_nothing(tmp_path: Path, sender: str) -> None:
    (tmp_path / "a.eml").write_text(f"From: {sender}\nSubject: A\n\nA text.\n")
    (document,) = load(tmp_path / "a.eml", "a.eml")
    assert isinstance(document, Document)
    assert [said.field for said in document.statements] == ["title"]


def test_a_header_that_the_library_fails_at_costs_no_mail(tmp_path: Path) -> None:
    document = loaded(tmp_path, b"From: B ontent-Type: a/b; c=d\nSubject: A\n\nA text.\n")
    assert isinstance(document, Document)
    assert [said.field for said in document.statements] == ["title"]


def test_a_mail_of_thousands_of_parts_is_a_problem_and_one_of_hundreds_is_read(
    tmp_path: Path,
) -> None:
    head = b"Content-Type: multipart/mixed; boundary=b\n\n"
    part = b"--b\nContent-Type: text/plain\n\nA text.\n"
    problem = loaded(tmp_path, head + part * 2_001)
    assert isinstance(problem, Problem)
    assert "more than 2,000 parts" in problem.what
    document = loaded(tmp_path, head + part * 300)
    assert isinstance(document, Document)
    assert document.text.strip() == "A text."


def test_whoever_forwarded_a_mail_is_not_its_source(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Fwd: Bridge", "Jo Finch <jo@example.org>"
    mail["Date"] = "Wed, 3 Feb 2021 11:00:00 +0100"
    mail.set_content(
        "Look!\n\nFrom: Port Courier <a@b.example>\nDate: 1 Feb 2021\nSubject: Bridge to close\n"
        "To: jo@example.org\n\nThe bridge is closed."
    )
    document = loaded(tmp_path, mail.as_bytes())
    assert isinstance(document, Document)
    assert {said.field: said.value for said in document.statements} == {
        "source": "Port Courier",
        "date": "2021-02-01",
        "title": "Bridge to close",
    }
    assert sorted(document.labels) == [1, 3, 4, 5, 6]


def test_a_plain_part_that_only_points_to_the_page_is_not_the_text(tmp_path: Path) -> None:
    mail = newsletter()
    mail.set_content("View this mail in your browser.\n")
    mail.add_alternative(f"<p>{'Die Brücke ist wieder offen. ' * 4}</p>", subtype="html")
    document = loaded(tmp_path, mail.as_bytes())
    assert isinstance(document, Document)
    assert document.text.startswith("Die Brücke ist wieder offen.")


def test_a_mail_that_is_attached_to_another_is_told(tmp_path: Path) -> None:
    inner, outer = newsletter(), newsletter()
    inner.set_content("The bridge is open.\n")
    outer.set_content("Look what they write.\n")
    outer.add_attachment(inner)
    (tmp_path / "a.eml").write_bytes(outer.as_bytes())
    doubt, document = load(tmp_path / "a.eml", "a.eml")
    assert isinstance(doubt, Problem)
    assert (doubt.what, doubt.fate) == ("it holds another mail, not read", "doubtful")
    assert isinstance(document, Document)
    assert document.text == "Look what they write.\n"


def test_articles_that_are_attached_to_a_mail_are_told_and_pictures_are_not(tmp_path: Path) -> None:
    mail = newsletter()
    mail.set_content("Die Brücke ist offen.\n")
    mail.add_attachment(b"A ferry.", maintype="text", subtype="plain", filename="ferry.txt")
    mail.add_attachment(b"\xff\xd8", maintype="image", subtype="jpeg", filename="ferry.jpg")
    (tmp_path / "a.eml").write_bytes(mail.as_bytes())
    doubt, document = load(tmp_path / "a.eml", "a.eml")
    assert isinstance(doubt, Problem)
    assert (doubt.what, doubt.fate) == (
        "what is attached to it is not read: ferry.txt",
        "doubtful",
    )
    assert isinstance(document, Document)


def test_a_forwarded_mail_without_the_head_of_the_first_is_of_no_stated_day(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Fwd: Bridge to close", "Archive Desk <desk@example.org>"
    mail["Date"] = "Wed, 3 Feb 2021 11:00:00 +0100"
    mail.set_content("The bridge is closed.")
    document = loaded(tmp_path, mail.as_bytes())
    assert isinstance(document, Document)
    assert [(said.field, said.value) for said in document.statements] == [
        ("title", "Bridge to close"),
        ("crawled", "2021-02-03"),
    ]
