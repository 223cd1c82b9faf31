import pytest

from newsarchive.loading.texts.forwarded import FORWARDED, forwarded

ENGLISH = """Worth a read!
Jo

---------- Forwarded message ---------
From: The Port Courier <news@port-courier.example>
Date: Mon, 1 Feb 2021 at 08:00
Subject: Bridge to close
To: <jo@example.org>, Ann Ode <ann@example.org>,
 Bo Li <bo@example.org>

The bridge will close for nine weeks."""
GERMAN = """Von: Hafenkurier <news@hafenkurier.example>
Gesendet: Montag, 1. Februar 2021 08:00
An: jo@example.org
Betreff: WG: Brücke gesperrt

Die Brücke wird gesperrt. Date: none."""


def test_the_head_of_a_forwarded_mail_states_what_it_is_of() -> None:
    told = forwarded("Fwd: Bridge", ENGLISH)
    assert told
    assert [(said.field, said.value, said.line) for said in told.statements] == [
        ("source", "The Port Courier", 5),
        ("date", "2021-02-01", 6),
        ("title", "Bridge to close", 7),
    ]


def test_a_person_who_sent_a_text_is_not_its_publisher() -> None:
    told = forwarded("", ENGLISH.replace("The Port Courier <", "Priya Nair <"))
    assert told
    assert [said.field for said in told.statements] == ["date", "title"]


def test_who_forwarded_a_mail_and_to_whom_is_none_of_its_text() -> None:
    told = forwarded("Fwd: Bridge", ENGLISH)
    assert told
    assert sorted(told.labels) == [1, 2, 4, 5, 6, 7, 8, 9]
    assert {rule for _, rule in told.labels.values()} == {FORWARDED}


@pytest.mark.parametrize(
    ("source", "date", "title"),
    [
        ("De:", "Enviado el: lunes, 1 de febrero de 2021 8:00", "Asunto: RV:"),
        ("De:", "Enviada em: segunda-feira, 1 de fevereiro de 2021 08:00", "Assunto: ENC:"),
        ("De :", "Envoyé : lundi 1 février 2021 08:00", "Objet : TR :"),
        ("Da:", "Inviato: lunedì 1 febbraio 2021 08:00", "Oggetto:"),
        ("Od:", "Wysłano: poniedziałek, 1 lutego 2021 08:00", "Temat: PD:"),
        ("От:", "Отправлено: 1 февраля 2021 г. 8:00", "Тема:"),
    ],
)
def test_the_head_of_a_forwarded_mail_states_its_day_in_its_language(
    source: str, date: str, title: str
) -> None:
    told = forwarded("", f"{source} Hafenkurier <news@port.example>\n{date}\n{title} Bridge\n\nIt")
    assert told
    assert [(said.field, said.value) for said in told.statements] == [
        ("source", "Hafenkurier"),
        ("date", "2021-02-01"),
        ("title", "Bridge"),
    ]


def test_such_a_head_is_known_in_other_languages() -> None:
    told = forwarded("WG: Brücke gesperrt", GERMAN)
    assert told
    values = {said.field: said.value for said in told.statements}
    assert values["source"] == "Hafenkurier"
    assert values["title"] == "Brücke gesperrt"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Bridge", ENGLISH),
        ("Bridge", "From: the harbour\nDate: today\n\nSubject: unknown"),
        ("Bridge", ""),
        ("Bridge", "\n".join(["From: x"] * 1_000)),
    ],
)
def test_other_mails_have_no_such_head(subject: str, text: str) -> None:
    assert forwarded(subject, text) is None
