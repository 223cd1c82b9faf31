"""The language of short bodies in many languages."""

import pytest

from newsarchive.finding.language import tell_language


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The bridge was closed by the council and it will not open before the winter."),
        ("de", "Die Brücke ist seit Montag gesperrt und wird nicht vor dem Winter geöffnet."),
        ("fr", "Le pont est fermé depuis lundi et il ne sera pas ouvert avant la fin de l’hiver."),
        ("es", "El puente está cerrado desde el lunes y no se abrirá hasta el final del invierno."),
        (
            "pt",
            "A ponte está fechada desde segunda e não será aberta até ao fim do inverno.",
        ),
        (
            "it",
            "Il ponte è chiuso da lunedì e non sarà aperto fino alla fine dell’inverno.",
        ),
        (
            "nl",
            "De brug is sinds maandag dicht en wordt niet voor het einde van de winter geopend.",
        ),
        (
            "pl",
            "Most jest zamknięty od poniedziałku i nie będzie otwarty przed końcem zimy, ale.",
        ),
        (
            "tr",
            "Köprü pazartesi gününden bu yana kapalı ve kış sonuna kadar açılmayacak.",
        ),
        (
            "ru",
            "Мост закрыт с понедельника, и его не откроют до конца зимы, как это уже было.",
        ),
        (
            "ar",
            "أغلق الجسر منذ يوم الاثنين ولن يفتح إلى نهاية الشتاء كما قال المجلس في بيان",
        ),
        ("hi", "नगर परिषद ने सोमवार को फैसला किया कि पुल बंद रहेगा और काम दो बार टाला जा चुका है।"),
        ("ne", "पुल सोमबार देखि बन्द छ र जाडो सकिनुअघि खुल्ने छैन, नगर परिषद्ले पनि भनेको छ।"),
        ("mr", "पूल सोमवारपासून बंद आहे आणि हिवाळा संपेपर्यंत तो उघडणार नाही, असे परिषद म्हणते."),
        ("ja", "橋は月曜日から閉鎖されており、冬の終わりまで開通しない。"),
        ("zh", "这座桥从星期一起关闭，冬天结束之前不会开放。"),
        ("ko", "다리는 월요일부터 폐쇄되었으며 겨울이 끝날 때까지 열리지 않는다."),
        ("th", "สะพานปิดตั้งแต่วันจันทร์และจะไม่เปิดก่อนสิ้นฤดูหนาว"),
        ("und", "12 345 — 67"),
        ("und", ""),
    ],
)
def test_a_sentence_or_two_tell_the_language(code: str, text: str) -> None:
    assert tell_language(text) == code


SHARED = "и на не що что по за у до та за від от як как для про"
"""Small words of Russian and of Ukrainian."""


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", f"{SHARED} мы ждали, рыбы, сыр, дым, был, вы, ты, мосты, работы"),
        ("uk", f"{SHARED} ми чекали, її, їжа, місто, ніч, ліс, сіль, дім, міст"),
    ],
)
def test_letters_tell_languages_whose_small_words_are_alike(code: str, text: str) -> None:
    assert tell_language(text) == code
