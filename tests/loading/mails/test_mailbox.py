from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.loading.mails import mailbox
from newsarchive.model import Document, Problem
from newsarchive.settings.columns import USUAL
from newsarchive.settings.limits import Limits

FIRST = (
    b"From news@post.example Mon Jul 19 14:40:00 2021\n"
    b"Message-ID: <1@post.example>\nFrom: The Post <news@post.example>\n"
    b"Date: Mon, 19 Jul 2021 14:40:00 +0000\nSubject: Bridge to close\n\nThe bridge is closed.\n\n"
)
SECOND = b"From - Tue Jul 20 08:00:00 2021\nSubject: Bridge open\n\nThe bridge is open again.\n"


def loaded(folder: Path, raw: bytes, limits: Limits | None = None) -> list[Document | Problem]:
    (folder / "a.mbox").write_bytes(raw)
    return list(load(folder / "a.mbox", "a.mbox", USUAL, limits or Limits()))


def texts(found: list[Document | Problem]) -> list[str]:
    return [one.text.strip() if isinstance(one, Document) else one.what for one in found]


def test_each_mail_of_a_mailbox_is_an_article_with_what_its_headers_state(tmp_path: Path) -> None:
    first, second = loaded(tmp_path, FIRST + SECOND)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.record, first.text.strip()) == ("1@post.example", "The bridge is closed.")
    assert {said.field: said.value for said in first.statements} == {
        "title": "Bridge to close",
        "source": "The Post",
        "date": "2021-07-19",
    }
    assert (second.record, second.text.strip()) == ("2", "The bridge is open again.")


@pytest.mark.parametrize(
    "begins",
    [
        b"From \n",
        b"From 1705512345678901234@xxx Mon Jul 19 14:40:00 +0000 2021\r\n",
        b"From MAILER-DAEMON Fri Jul  8 12:08:34 2011\n",
        b"From jwz  Fri, Jul 01 09:13:09 1994 (+0700)\n",
    ],
)
def test_programs_begin_a_mail_in_many_ways(tmp_path: Path, begins: bytes) -> None:
    mail = begins + b"Subject: A\n\nA text.\n\n"
    assert texts(loaded(tmp_path, mail * 2)) == ["A text.", "A text."]


def test_a_line_of_a_text_that_begins_so_begins_no_mail(tmp_path: Path) -> None:
    text = b"From 12:30 on the bridge is closed.\nNobody may pass.\n\nFrom London:\nNote: so.\n"
    assert texts(loaded(tmp_path, FIRST + text)) == [
        "The bridge is closed.\n\n" + text.decode().strip()
    ]


def test_a_line_that_was_quoted_for_the_mailbox_is_read_as_it_was(tmp_path: Path) -> None:
    raw = FIRST + b">From the bridge one sees it.\n>>From there, too.\n"
    (text,) = texts(loaded(tmp_path, raw))
    assert text.endswith("\nFrom the bridge one sees it.\n>From there, too.")


def test_a_mail_that_is_too_large_costs_only_itself(tmp_path: Path) -> None:
    large = b"From x Mon Jul 19 14:40:00 2021\nSubject: A\n\n" + b"word " * 2**19 + b"\n" * 9
    found = loaded(tmp_path, FIRST + large + SECOND, Limits(megabytes=1))
    assert texts(found) == [
        "The bridge is closed.",
        "mail 2: the mail is larger than 1 MB",
        "The bridge is open again.",
    ]


def test_a_mail_without_a_text_costs_only_itself(tmp_path: Path) -> None:
    picture = b"From x Mon Jul 19 14:40:00 2021\nContent-Type: image/png\n\nabc\n\n"
    assert texts(loaded(tmp_path, picture + SECOND)) == [
        "mail 1: the mail has no text",
        "The bridge is open again.",
    ]


def test_a_mail_alone_is_read_as_one(tmp_path: Path) -> None:
    assert texts(loaded(tmp_path, b"Subject: A\n\nA text.\n")) == ["A text."]


def test_a_mailbox_is_cut_alike_wherever_it_is_read_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = texts(loaded(tmp_path, FIRST + SECOND))
    for size in (1, 7, 50):
        monkeypatch.setattr(mailbox, "CHUNK", size)
        assert texts(loaded(tmp_path, FIRST + SECOND)) == whole


def test_an_empty_mailbox_is_a_problem(tmp_path: Path) -> None:
    assert texts(loaded(tmp_path, b"\n\n")) == ["holds no article"]


def test_mails_whose_encoding_is_a_guess_are_told_once(tmp_path: Path) -> None:
    mail = (
        "From a@b.example Mon Jul 19 08:00:00 2021\nSubject: {}\nFrom: a@b.example\n\nA café.\n\n"
    )
    (tmp_path / "a.mbox").write_bytes("".join(map(mail.format, "ABC")).encode("cp1252"))
    *mails, told = load(tmp_path / "a.mbox", "a.mbox")
    assert [one.text.strip() for one in mails if isinstance(one, Document)] == ["A café."] * 3
    assert isinstance(told, Problem)
    assert told.what == (
        "mail 1: read as cp1252: a guess from 1 non-ASCII byte, and 2 more are in doubt like it"
    )
