"""Captions that end in whose a picture is, in other forms than a word with a colon."""

import pytest

from quickness import within
from ruled import labels, page

PROSE = "¶ The pool will stay open, the mayor said on Monday."


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Swimmers at the pool on Monday.—Jane Name / Grey House", "house-behind-a-sign"),
        ("A piscina do porto, em Elsewhere - Ana de Nome/Portopress", "house-behind-a-sign"),
        ("Les nageurs à la piscine. | LE COURRIER-PORT", "house-behind-a-sign"),
        ("Los nadadores, en la piscina. / Ana Nombre", "house-behind-a-sign"),
        ("Jane Name/PBC", "house-behind-a-sign"),
        ("Zwemmers in het bad. Beeld Anna de Naam / de Haven", "credit-without-a-colon"),
        ("Ein Mann im Bad. Foto Anna Beispiel", "credit-without-a-colon"),
        ("A spade, about 1880. Port Museum, CC BY-SA 4.0", "licence-at-the-end"),
        ("戻ってきた大時計＝2020年8月25日、港町、山田太郎撮影", "who-took-the-picture"),
        ("工人冲洗天桥。港报记者 王飞 摄", "who-took-the-picture"),
        ("[항구수영장 제공. 재판매 및 DB 금지]", "who-took-the-picture"),
        ("다시 문을 연 항구수영장 [사진 출처 = 항구신문]", "who-took-the-picture"),
        ("다시 문을 연 항구수영장. 항구신문 자료사진", "who-took-the-picture"),
        ("Menschen vor dem Bad in Hafen. © Anna Name / Port", "owner-at-the-end"),
        (
            "The swimmer was carried out of the pool in a washing basket. (Supplied)",
            "house-in-brackets",
        ),
        (
            "The mayor of Eastport stands beside her new pool. (Grey House & Sons)",
            "house-in-brackets",
        ),
        ("Image caption, The pool on Monday", "caption-behind-its-name"),
        ("image captionThe pool was built in 1910", "caption-behind-its-name"),
        ("image sourcePort Pictures", "caption-behind-its-name"),
    ],
)
def test_a_line_that_ends_or_begins_as_captions_do_is_one(text: str, rule: str) -> None:
    read = page(f"{PROSE}\n¶ {text}\n{PROSE}")
    assert labels(read)[text] == f"caption by {rule}"


@pytest.mark.parametrize(
    "text",
    [
        "The pool is the work of the firm Jane Name/Grey House.",
        "2. Mobile App UX/UI Designer",
        "He looked at the picture. Photo albums lay on the floor.",
        "The text is free to use under the licence CC BY-SA, said the museum.",
        "女性は写真を提供した。",
        "Images captured the moment.",
        "Bring some cash with you! (Japanese Yen)",
        "She swam. It was the first time that anybody did so in the cold pool. (Really)",
    ],
)
def test_a_sentence_that_speaks_of_pictures_and_houses_is_no_caption(text: str) -> None:
    assert labels(page(f"{PROSE}\n¶ {text}\n{PROSE}")) == {}


def test_the_agency_behind_the_last_sentence_makes_no_caption_of_it() -> None:
    last = "The council of the town will vote on the pool on Monday, she said. (Reuters)"
    assert labels(page(f"{PROSE}\n¶ It is warm there, and quiet.\n¶ {last}")) == {}


def test_a_long_line_of_capitals_in_brackets_is_read_quickly() -> None:
    line = f"The pool of the town of Eastport will stay open. ({'A' * 240})x)"
    read = page(f"{PROSE}\n¶ {line}\n{PROSE}")
    with within(2):
        labels(read)


@pytest.mark.parametrize("house", ["[Ann Name, Courier]", "(Courier: Ann Name)", "(Courier)"])
def test_a_sentence_amid_the_text_with_a_name_and_a_house_behind_it_is_a_caption(
    house: str,
) -> None:
    text = f"A section of the swimmers at the pool of Eastport on Monday. {house}"
    assert labels(page(f"{PROSE}\n¶ {text}\n{PROSE}")) == {text: "caption by house-in-brackets"}


def test_what_was_heard_behind_a_sentence_is_no_house() -> None:
    text = "I have swum in that pool every day since I was a child. [Laughs]"
    assert labels(page(f"{PROSE}\n¶ {text}\n{PROSE}")) == {}
