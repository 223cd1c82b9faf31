from msgspec.structs import replace

from newsarchive.cleaning import clean
from newsarchive.cleaning.profiles import Profile, ProfileRule
from newsarchive.model import Correction, Document, Reading
from samples import HARBOUR, correction, document

COURIER = Profile(
    name="The Courier",
    recognised_by=("courier.example",),
    slug="courier",
    rules=(
        ProfileRule(label="section", why="over the short address", before="courier.example/x1"),
        ProfileRule(label="boilerplate", why="the end", starts="More at", onward=True),
    ),
)


def read(document: Document, *profiles: Profile) -> Reading:
    (reading,) = clean([document], profiles)
    return reading


def labels(reading: Reading) -> dict[int, tuple[str, str]]:
    return {line.number: (line.label, line.rule) for line in reading.lines}


def test_every_line_that_is_not_blank_comes_out_once_with_a_label_and_a_rule() -> None:
    text = HARBOUR + "\n\x00\n \u00a0 \n\u2028\nA\u0301 last line"
    reading = read(document(text))
    blank = [not line.strip(" \u00a0\u2028\x00") for line in text.splitlines()]
    assert len(reading.lines) == len({line.number for line in reading.lines})
    assert all(line.label and line.rule for line in reading.lines)
    assert sum(not empty for empty in blank) <= len(reading.lines)


def test_an_empty_text_has_a_reading_without_lines() -> None:
    assert read(document("")).lines == ()
    assert read(document(" \n\n\t\n")).lines == ()


def test_a_reading_does_not_depend_on_what_is_read_beside_it() -> None:
    other = document("Another page\n\nWith little on it.")
    assert clean([document(), other])[0] == clean([document()])[0]


def test_an_empty_text_is_read_beside_one_with_lines_in_doubt() -> None:
    doubtful = document("\n".join(f"Nine weeks without a crossing, part {i}" for i in range(20)))
    assert clean([document(""), doubtful]) == [read(document("")), read(doubtful)]


def test_the_curators_label_wins_over_every_other() -> None:
    text = HARBOUR + "\nMore at courier.example\n"
    corrected = document(text, correction=correction(labels={3: "caption", 12: "byline"}))
    reading = labels(read(corrected, COURIER))
    assert reading[3] == ("caption", "corrected")
    assert reading[12] == ("byline", "corrected")


def test_a_profiles_label_says_which_profile_and_why() -> None:
    reading = read(
        document("Sport\ncourier.example/x1\n\n" + HARBOUR + "\nMore at the kiosk\n"), COURIER
    )
    assert reading.profile == "courier"
    assert labels(reading)[1] == ("section", "The Courier: over the short address")
    assert labels(reading)[15] == ("boilerplate", "The Courier: the end")


def test_what_a_profile_knows_is_stated_with_the_line_it_stands_on() -> None:
    reading = read(document("Sport\ncourier.example/x1\n\n" + HARBOUR), COURIER)
    section = [said for said in reading.statements if said.field == "section"]
    source = [said for said in reading.statements if said.field == "source"]
    assert [(said.value, said.line) for said in section] == [("Sport", 1)]
    assert [(said.value, said.rule, said.line) for said in source] == [
        ("The Courier", "publisher-profile", 2)
    ]


def test_a_title_that_the_curator_knows_is_looked_for_in_the_text_and_no_other_is() -> None:
    text = "Harbour reopens\n\nAnother headline altogether here\n\n" + "The port opened today. " * 9
    correction = Correction(path="a.yaml", why="As printed.", title="Harbour Reopens")
    document = Document(path="a.txt", sha256="0", encoding="utf-8", text=text)
    own, of_folder = (
        replace(document, correction=correction),
        replace(document, wider=(correction,)),
    )
    for reading in clean([own, of_folder]):
        assert [line.number for line in reading.lines if line.label == "title"] == [1]


def test_a_text_whose_title_its_folders_table_knows_keeps_its_first_paragraph() -> None:
    first = "The bridge over the sound will be closed for nine weeks from Monday, the council said."
    text = f"{first}\n\nIts northern pier has to be repaired, and nobody knows what it will cost.\n"
    listed = Correction(path="_folder.csv", why="So.", title="Bridge to close")
    assert read(document(text, wider=(listed,))).lines[0].label == "body"


def test_a_title_that_the_first_line_has_with_its_publisher_is_stated_without() -> None:
    title, rest = HARBOUR.split("\n", 1)
    reading = read(document(f"{title} - Elsewhere Gazette\nHome\n{title}\nShare\n{title}\n{rest}"))
    assert {said.value for said in reading.statements if said.field == "title"} == {title}


def test_the_title_stands_over_the_stand_first_which_says_more_of_the_story() -> None:
    title = "Stadtrat beschließt Mauer gegen Hochwasser"
    text = f"""\
Menü
Suche
{title}
Das Projekt soll 4000 Häuser in der Unterstadt schützen
Aktualisiert am 20.07.2021, 09:10 Uhr
Der Stadtrat hat am Montag beschlossen, am Nordufer des Flusses eine Mauer zu bauen. Damit endet \
ein zehn Jahre langer Streit darüber, wer sie bezahlen soll.
„Wir haben zu lange gewartet“, sagte Bürgermeisterin Ute Lange, die im vergangenen Jahr mit dem \
Versprechen gewählt wurde, die Unterstadt zu schützen.
Die Mauer soll zwölf Millionen Euro kosten.
"""
    assert [said.value for said in read(document(text)).statements if said.field == "title"] == [
        title
    ]


def test_a_day_with_its_hour_beside_a_credit_is_the_articles() -> None:
    text = (
        HARBOUR.split("\n", 1)[0]
        + """
The council voted on Monday to close the bridge for nine weeks, its chair said in the evening.
Repairs to its northern pier had been put off twice, and nobody was surprised by the vote.
The ferry will sail every hour until the bridge is open again, and all night on Saturdays.
© dpa-AFX | Abb.: Port Elsewhere | 19.07.2021 08:03
"""
    )
    found = [said.value for said in read(document(text)).statements if said.field == "date"]
    assert found == ["2021-07-19"]


def test_pictures_that_a_house_credits_to_itself_name_it_and_those_of_an_agency_do_not() -> None:
    text = f"{HARBOUR}\nImage credit: {{0}}\n\nThe ferry sails every hour.\n\nImage credit: {{0}}\n"
    for house, named in (("Eurogamer", {"Eurogamer"}), ("Reuters", set[str]())):
        statements = read(document(text.format(house))).statements
        assert {said.value for said in statements if said.field == "source"} == named


def test_a_list_of_other_articles_names_the_pages_publisher_and_a_caption_need_not() -> None:
    text = f"The Elsewhere Gazette\n\n{HARBOUR}"
    for label, named in (("related", True), ("caption", False)):
        reading = read(document(text, correction=correction(labels={1: label})))
        said = {each.value for each in reading.statements if each.line == 1}
        assert ("The Elsewhere Gazette" in said) is named


def test_the_paragraphs_of_a_thai_text_are_of_it_though_no_stop_ends_them() -> None:
    paragraphs = (
        (
            "สภาเมืองลงมติเมื่อวันจันทร์ให้ปิดสะพานข้ามแม่น้ำเป็นเวลาเก้าสัปดาห์เพื่อซ่อมแซมตอม่อด้านเหนือ "
            "ซึ่งเลื่อนมาแล้วถึงสองครั้ง"
        ),
        (
            "นายกเทศมนตรีกล่าวว่าเมืองไม่มีทางเลือกอื่น และขอให้ชาวบ้านใช้เรือข้ามฟาก"
            "ซึ่งจะออกทุกชั่วโมงจนกว่าสะพานจะเปิดอีกครั้งในฤดูใบไม้ร่วง"
        ),
        (
            "พ่อค้าในตลาดฝั่งใต้บอกว่าพวกเขากลัวว่าลูกค้าจะหายไป "
            "เพราะคนจำนวนมากเดินข้ามสะพานมาซื้อของทุกเช้าก่อนไปทำงาน"
        ),
        "วิศวกรของเมืองพบรอยร้าวในตอม่อเมื่อสองปีก่อน แต่เงินที่ต้องใช้ในการซ่อมแซมเพิ่งได้รับอนุมัติเมื่อเดือนที่แล้ว",
        "โรงเรียนสองแห่งจะเริ่มเรียนช้าลงครึ่งชั่วโมง เพื่อให้เด็กที่อยู่อีกฝั่งหนึ่งมาถึงทันเวลา ครูใหญ่คนหนึ่งกล่าว",
        (
            "เรือข้ามฟากลำที่สองจะมาถึงในสัปดาห์หน้า "
            "และจะรับรถจักรยานได้ครั้งละยี่สิบคันโดยไม่เสียค่าโดยสารจนถึงสิ้นเดือนกันยายน"
        ),
    )
    read_ = read(document("\n\n".join(("ปิดสะพานเก้าสัปดาห์", *paragraphs)) + "\n"))
    assert [line.text for line in read_.lines if line.label == "body"] == list(paragraphs)
