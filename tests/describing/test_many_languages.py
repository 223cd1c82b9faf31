"""Articles of a few lines in many languages: who wrote them, when, and under which title."""

import pytest

from newsarchive.cleaning import labeller, read_judged
from newsarchive.cleaning.lines import split_lines
from newsarchive.describing import describe
from newsarchive.model import Article, Document

ARTICLES = {
    "de": (
        "Erika Muster",
        "Hafenbrücke wird neun Wochen gesperrt",
        "Von Erika Muster",
        "19.07.2021, 14:05 Uhr",
        (
            "Die Hafenbrücke wird im Herbst für neun Wochen gesperrt, sagte der Rat am "
            "Montag. Die Arbeiten waren zweimal verschoben worden."
        ),
        (
            "Der Bürgermeister sprach von einer schwierigen Entscheidung, die lange "
            "vorbereitet worden sei."
        ),
    ),
    "de-dpa": (
        "dpa",
        "Hafenbrücke wird neun Wochen gesperrt",
        "dpa",
        "19.07.2021, 14:05 Uhr",
        (
            "Die Hafenbrücke wird im Herbst für neun Wochen gesperrt, sagte der Rat am "
            "Montag. Die Arbeiten waren zweimal verschoben worden."
        ),
        (
            "Der Bürgermeister sprach von einer schwierigen Entscheidung, die lange "
            "vorbereitet worden sei."
        ),
    ),
    "fr": (
        "Jeanne Dupont",
        "Le pont du port fermé neuf semaines",
        "Propos recueillis par Jeanne Dupont",
        "Publié le 19 juillet 2021 à 14h05",
        (
            "Le pont du port sera fermé pendant neuf semaines à l'automne, a annoncé le "
            "conseil lundi soir."
        ),
        (
            "Les travaux avaient été reportés deux fois et personne n'a été surpris par "
            "cette décision."
        ),
    ),
    "es": (
        "EFE",
        "El puente del puerto cerrará nueve semanas",
        "EFE",
        "19/07/2021 02:05 p.m.",
        (
            "El puente del puerto cerrará durante nueve semanas en otoño, anunció el "
            "lunes el ayuntamiento."
        ),
        "Las obras se habían aplazado dos veces y nadie se sorprendió con la decisión.",
    ),
    "pt": (
        "João da Silva",
        "Ponte do porto fecha nove semanas",
        "PorJoão da Silva",
        "19 de julho de 2021 às 14h05",
        (
            "A ponte do porto será fechada durante nove semanas no outono, anunciou a "
            "câmara na segunda-feira."
        ),
        "As obras tinham sido adiadas duas vezes e ninguém ficou surpreendido com a decisão.",
    ),
    "it": (
        "Mario Bianchi",
        "Il ponte del porto chiude nove settimane",
        "Dal nostro inviato Mario Bianchi",
        "19 luglio 2021",
        (
            "Il ponte del porto resterà chiuso per nove settimane in autunno, ha "
            "annunciato lunedì il consiglio."
        ),
        "I lavori erano stati rinviati due volte e nessuno si è sorpreso della decisione.",
    ),
    "nl": (
        "Jan de Vries",
        "Havenbrug negen weken dicht",
        "Door Jan de Vries",
        "Geplaatst: 19 juli 2021",
        "De havenbrug gaat in de herfst negen weken dicht, zei de gemeenteraad maandag.",
        "De werkzaamheden waren al twee keer uitgesteld en niemand was verbaasd over het besluit.",
    ),
    "pl": (
        "Anna Nowak",
        "Most portowy zamknięty na dziewięć tygodni",
        "Autor: Anna Nowak",
        "Opublikowano: 19 lipca 2021, 14:05",
        (
            "Most portowy zostanie jesienią zamknięty na dziewięć tygodni, ogłosiła w "
            "poniedziałek rada miasta."
        ),
        "Prace dwukrotnie odkładano i nikogo ta decyzja nie zaskoczyła.",
    ),
    "ru": (
        "Анна Иванова",
        "Портовый мост закроют на девять недель",
        "Анна Иванова",
        "Понедельник, 19 июля 2021, 14:05",
        "Портовый мост закроют осенью на девять недель, сообщил в понедельник городской совет.",
        "Работы дважды откладывали, и решение никого не удивило, сказал мэр.",
    ),
    "tr": (
        "Anadolu Ajansı",
        "Liman köprüsü dokuz hafta kapalı",
        "Anadolu Ajansı",
        "Giriş: 19.07.2021 - 14:05 Güncelleme: 20.07.2021 - 10:00",
        (
            "Liman köprüsü sonbaharda dokuz hafta kapatılacak, belediye meclisi pazartesi "
            "günü açıkladı."
        ),
        "Çalışmalar iki kez ertelenmişti ve karar kimseyi şaşırtmadı.",
    ),
    "ja": (
        "山田太郎",
        "港の橋、秋に九週間閉鎖へ",
        "山田太郎2021年7月19日 14時05分",
        (
            "港の橋は秋に九週間にわたって閉鎖されると、市議会が月曜日に発表した。工事は二"
            "度延期されていた。"
        ),
        (
            "市長は「難しい決定だったが、長い間準備してきた」と述べた。市民からは驚きの声"
            "は聞かれなかった。"
        ),
    ),
    "ja-era": (
        "山田太郎",
        "港の橋、秋に九週間閉鎖へ",
        "令和3年7月19日",
        (
            "港の橋は秋に九週間にわたって閉鎖されると、市議会が月曜日に発表した。工事は二"
            "度延期されていた。"
        ),
        "市長は「難しい決定だったが、長い間準備してきた」と述べた。【港支局・山田太郎】",
    ),
    "ko": (
        "홍길동",
        "항구 다리 가을에 9주간 폐쇄",
        "홍길동 기자",
        "입력 2021.07.19 14:05",
        "항구 다리가 가을에 9주 동안 폐쇄된다고 시의회가 월요일에 밝혔다. 공사는 두 차례 연기됐다.",
        "시장은 어려운 결정이었지만 오랫동안 준비해 왔다고 말했다. 시민들은 놀라지 않았다.",
    ),
    "zh": (
        "王小明",
        "港口大桥秋季关闭九周",
        "2021年07月19日 14:05 来源：港日报 记者 王小明",
        "港口大桥将于秋季关闭九周，市议会周一宣布。工程曾两次推迟，市民对此并不感到意外。",
        "市长表示，这是一个艰难的决定，但已经准备了很长时间，希望市民理解。",
    ),
    "ar": (
        "أحمد علي",
        "إغلاق جسر الميناء تسعة أسابيع",
        "كتب: أحمد علي",
        "الاثنين 19 يوليو/تموز 2021",
        "سيغلق جسر الميناء في الخريف لمدة تسعة أسابيع، حسبما أعلن المجلس البلدي يوم الاثنين.",
        "وقال رئيس البلدية إن القرار كان صعبا لكنه أعد منذ وقت طويل ولم يفاجأ أحد.",
    ),
    "fa": (
        "علی رضایی",
        "پل بندر نه هفته بسته می‌شود",
        "نویسنده: علی رضایی",
        "تاریخ انتشار: ۲۸ تیر ۱۴۰۰",
        "پل بندر در پاییز به مدت نه هفته بسته خواهد شد، شورای شهر روز دوشنبه اعلام کرد.",
        "شهردار گفت که این تصمیم دشوار بود اما مدت‌ها برای آن آماده شده بودند.",
    ),
    "th": (
        "สมชาย ใจดี",
        "สะพานท่าเรือปิดเก้าสัปดาห์",
        "โดย สมชาย ใจดี",
        "19 ก.ค. 2564 14:05 น.",
        "สะพานท่าเรือจะปิดเป็นเวลาเก้าสัปดาห์ในฤดูใบไม้ร่วง สภาเมืองประกาศเมื่อวันจันทร์ หลังเลื่อนมาสองครั้ง",
        "นายกเทศมนตรีกล่าวว่าเป็นการตัดสินใจที่ยากแต่ได้เตรียมการมานานแล้ว",
    ),
    "vi": (
        "Nguyễn Văn An",
        "Cầu cảng đóng cửa chín tuần",
        "Nguyễn Văn An",
        "Thứ Hai, 19/07/2021 14:05",
        "Cầu cảng sẽ đóng cửa chín tuần vào mùa thu, hội đồng thành phố thông báo hôm thứ Hai.",
        "Công trình đã bị hoãn hai lần và không ai ngạc nhiên về quyết định này.",
    ),
    "hu": (
        "Kovács János",
        "Kilenc hétre lezárják a kikötői hidat",
        "Szerző: Kovács János",
        "Közzétéve: 2021. július 19., 14:05",
        "Ősszel kilenc hétre lezárják a kikötői hidat, közölte hétfőn a városi tanács.",
        "A munkálatokat kétszer is elhalasztották, a döntés senkit sem lepett meg.",
    ),
    "fi": (
        "Matti Virtanen",
        "Satamasilta suljetaan yhdeksäksi viikoksi",
        "Toimittaja: Matti Virtanen",
        "Julkaistu 19.7.2021 klo 14.05",
        (
            "Satamasilta suljetaan syksyllä yhdeksäksi viikoksi, kaupunginvaltuusto "
            "kertoi maanantaina."
        ),
        "Töitä oli lykätty kahdesti, eikä päätös yllättänyt ketään.",
    ),
    "el": (
        "Γιώργος Παπαδόπουλος",
        "Κλείνει για εννέα εβδομάδες η γέφυρα",
        "Συντάκτης: Γιώργος Παπαδόπουλος",
        "Δημοσίευση: 19 Ιουλίου 2021, 14:05",
        (
            "Η γέφυρα του λιμανιού θα κλείσει για εννέα εβδομάδες το φθινόπωρο, "
            "ανακοίνωσε τη Δευτέρα το συμβούλιο."
        ),
        "Τα έργα είχαν αναβληθεί δύο φορές και η απόφαση δεν εξέπληξε κανέναν.",
    ),
}


def article_of(*texts: str) -> Article:
    head, body = texts[:-2], texts[-2:]
    text = "\n".join(head) + "\n\n" + "\n\n".join(body) + "\n"
    document = Document(path="a.txt", sha256="", encoding="utf-8", text=text)
    lines = split_lines(text)
    (verdicts,) = labeller.judge([lines], None)
    return describe(*read_judged([(document, lines, verdicts)]))


@pytest.mark.parametrize("language", list(ARTICLES))
def test_an_article_states_its_title_its_day_and_who_wrote_it(language: str) -> None:
    author, *texts = ARTICLES[language]
    article = article_of(*texts)
    assert article.title.value == texts[0]
    assert article.date.value == "2021-07-19"
    assert article.authors.value == (author,)
