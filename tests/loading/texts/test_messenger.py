"""Texts that somebody copied out of a messenger."""

import io

import pytest

from newsarchive.loading.opened import Opened
from newsarchive.loading.texts import text
from newsarchive.loading.texts.messenger import (
    BESIDE,
    HEAD,
    doubt_of_chat,
    has_several,
    of_messenger,
)
from newsarchive.model import Document

STORY = "The council voted on Monday to close the bridge. " * 6
LONG = "The council voted on Monday to close the bridge.\n" * 10


def read(content: str) -> list[Document]:
    found = text.read(Opened("articles/chat.txt", io.BytesIO(content.encode())))
    return [one for one in found if isinstance(one, Document)]


@pytest.mark.parametrize(
    "head",
    [
        "[13/03/2021, 09:15] Maria Lopes: ",
        "[13/03/2021, 09:15:33] Maria Lopes: ",
        "\u200e[13.03.21, 09:15:33] Maria Lopes: \u200e",
        "[07:42, 15/07/2022] João Silva: ",
        "13.03.21, 09:15 - Onkel Karl: ",
        "3/13/21, 9:15 PM - +44 7700 900123: ",
    ],
)
def test_the_head_of_a_message_is_none_of_the_words_behind_it(head: str) -> None:
    sent = of_messenger(f"{head}Bridge to close\n{STORY}")
    assert sent
    assert sent[1] == {1: (head, "")}


def test_a_head_on_a_line_of_its_own_is_none_of_the_text_nor_where_it_was_sent_on_from() -> None:
    sent = of_messenger(f"City News, [19.07.2021 14:05]\n[Forwarded from Port]\nBridge\n{STORY}")
    assert sent
    assert sent[0].labels == {1: ("boilerplate", HEAD), 2: ("boilerplate", HEAD)}


def test_what_others_wrote_beside_the_article_is_none_of_it() -> None:
    sent = of_messenger(f"[13/03/2021, 09:15] A: Bridge\n{STORY}\n[13/03/2021, 09:16] B: Oh no!")
    assert sent
    assert sent[0].labels == {3: ("boilerplate", BESIDE)}


def test_the_day_of_a_message_is_the_one_by_which_the_article_existed() -> None:
    sent = of_messenger(f"[13/03/2021, 09:15] A: Bridge\n{STORY}")
    assert sent
    assert [(said.field, said.value) for said in sent[0].statements] == [("crawled", "2021-03-13")]


def test_a_day_that_could_be_two_is_read_as_other_messages_of_the_chat_prove() -> None:
    sent = of_messenger(
        f"[07/08/2021, 09:15] Jane: Bridge\n{STORY}\n[19/08/2021, 10:00] Jo: Thanks"
    )
    assert sent
    assert [one.value for one in sent[0].statements] == ["2021-08-07"]
    alone = of_messenger(f"[07/08/2021, 09:15] Jane: Bridge\n{STORY}")
    assert alone
    assert alone[0].statements == ()


def test_what_one_message_of_a_chat_proves_holds_for_all_its_articles() -> None:
    first, second = read(
        f"[07/08/2021, 09:15] Jane: {LONG}\n[08/08/2021, 09:15] Jane: {LONG}"
        "\n[19/08/2021, 10:00] Jo: Thanks\n"
    )
    assert [one.value for one in first.statements] == ["2021-08-07"]
    assert [one.value for one in second.statements] == ["2021-08-08"]


def test_the_one_address_that_was_sent_beside_an_article_is_its_own() -> None:
    sent = of_messenger(
        f"[12/03/2021, 09:15] A: Bridge\n{STORY}\n[12/03/2021, 09:16] A: https://a.example/b"
    )
    assert sent
    assert [(said.field, said.value) for said in sent[0].statements] == [
        ("url", "https://a.example/b")
    ]


def test_signs_of_bold_and_pictograms_around_a_headline_are_none_of_it() -> None:
    sent = of_messenger(f"[12/03/2021, 09:15] A: 🚨 *Bridge to close*\n{STORY}")
    assert sent
    assert sent[1] == {1: ("[12/03/2021, 09:15] A: 🚨 *", "*")}


def test_a_chat_with_several_long_messages_is_read_article_by_article() -> None:
    chat = (
        "12/03/2021, 9:16 am - Maria: Morning all\n"
        f"13/03/2021, 9:15 am - Maria: Bridge to close\n{LONG}"
        "13/03/2021, 9:18 am - Jo: <Media omitted>\n"
        f"14/03/2021, 10:15 pm - Jo: Baker wins prize\n{LONG}"
    )
    assert has_several(chat)
    first, second = read(chat)
    assert (first.record, second.record) == ("1", "2")
    assert sorted(first.labels) == [1, 13]
    assert second.text.startswith("14/03/2021")


def test_a_chat_without_a_message_as_long_as_an_article_is_told() -> None:
    chat = "13/03/2021, 9:15 am - Jo: Good morning all\n" * 12
    (problem,) = doubt_of_chat("a.txt", chat)
    assert problem.what == "it is a chat of 12 messages, of which the longest is shown"
    assert not list(doubt_of_chat("a.txt", f"{chat}13/03/2021, 9:18 am - Jo: Bridge\n{LONG}"))
    assert not list(doubt_of_chat("a.txt", f"13/03/2021, 9:15 am - Jo: Bridge\n{STORY}"))


@pytest.mark.parametrize(
    "page",
    [
        "19.07.2021, 14:05\nBridge to close\n" + STORY,
        "[1] Bridge to close\n" + STORY,
        "Bridge to close\n[12/03/2021, 09:15] A: so it began\n" + STORY,
    ],
)
def test_a_page_that_does_not_begin_with_a_head_is_no_chat(page: str) -> None:
    assert of_messenger(page) is None
