"""Which days of a page may be the article's."""

import pytest

from newsarchive.finding.days.dates import list_candidates
from newsarchive.finding.days.on_page import list_mentions
from newsarchive.finding.days.places import word_before
from newsarchive.finding.page import Layout, Page, lay_out
from newsarchive.model import Line

BODY = (
    "The council voted on January 3, 2026 to close the bridge for nine weeks, its chair said.",
    "Repairs to its northern pier had been put off twice, and nobody was surprised by the vote.",
)


def laid_out(*texts: str) -> Layout:
    lines = tuple(Line(number, text) for number, text in enumerate((*texts, *BODY), 1))
    return lay_out(Page(lines, (0.0,) * len(texts) + (1.0,) * len(BODY)))


def test_a_day_in_a_sentence_of_the_body_or_of_a_caption_is_no_candidate() -> None:
    caption = (
        "The bridge over the river, seen from its northern pier, was closed to all cars on "
        "Friday, January 2, 2026, and will stay closed for nine weeks. (Photo: Jane Doe)"
    )
    layout = laid_out("Bridge closed", "January 5, 2026", caption)
    found = list_candidates(layout, list_mentions(layout), 0, month_first=None)
    assert [str(each.day) for each in found] == ["2026-01-05"]


def days_of(texts: list[str], body: list[str], title: int) -> list[str]:
    lines = tuple(Line(number, text) for number, text in enumerate((*texts, *body), 1))
    long = (0.0,) * len(texts), tuple(float(len(text) > 40) for text in body)
    layout = lay_out(Page(lines, long[0] + long[1]))
    found = list_candidates(layout, list_mentions(layout), title, None)
    return [each.day.isoformat() for each in found]


HEAD = ["Bridge is closed for nine weeks", "3 January 2026"]
PROSE = [f"Paragraph {n} tells at some length of the bridge and its pier." for n in range(8)]


def test_the_day_on_which_a_page_was_seen_is_not_the_articles() -> None:
    menu = [f"Section {n}" for n in range(14)]
    assert days_of(["9 June 2026", *menu, *HEAD], PROSE, 15) == ["2026-01-03"]


def test_a_teasers_day_amid_the_body_is_not_the_articles() -> None:
    teaser = ["Ferry opens", "24. 12. 2025 13:31"]
    assert days_of(HEAD, [*PROSE[:6], *teaser, *PROSE[6:]], 0) == ["2026-01-03"]


def test_a_teasers_day_far_below_the_title_is_not_the_articles() -> None:
    links = [f"Share {n}" for n in range(14)]
    teaser = ["Why the new ferry line is not what we need", "24 December 2025"]
    assert days_of([*HEAD, *links, *teaser], PROSE, 0) == ["2026-01-03"]


def test_a_day_before_other_facts_of_a_line_is_no_event_however_long_the_line() -> None:
    line = "October 12, 2018/0 Comments/in Bridges and Ferries and their Upkeep/by admin"
    assert days_of(HEAD[:1], [line, *PROSE], 0) == ["2018-10-12"]


def test_the_day_of_a_change_beside_the_first_one_is_not_the_articles() -> None:
    assert days_of([*HEAD, "Akt.: 4 January 2026"], PROSE, 0) == ["2026-01-03"]
    assert days_of([HEAD[0], "Updated 4 January 2026"], PROSE, 0) == ["2026-01-04"]


@pytest.mark.parametrize(
    "opening",
    [
        "19.07.2021 – The council voted on Monday to close the bridge for nine weeks in autumn.",
        "(19.07.2021) The council voted on Monday to close the bridge for nine weeks in autumn.",
        "19. Juli 2021. Die Brücke bleibt im Herbst für neun Wochen gesperrt, sagte der Rat.",
    ],
)
def test_a_day_that_opens_the_text_may_be_the_articles(opening: str) -> None:
    assert days_of(HEAD[:1], [opening, *PROSE], 0) == ["2021-07-19"]
    assert days_of(HEAD, [*PROSE, opening], 0) == ["2026-01-03"]


def test_a_day_set_off_from_other_facts_with_its_hour_is_no_event_in_the_body() -> None:
    line = "Radio Elsewhere - The talk on the bridge - 19.07.2021 13:15 Uhr Autorin: Erika Muster"
    assert days_of(HEAD[:1], [*PROSE[:1], line, *PROSE[1:]], 0) == ["2021-07-19"]


@pytest.mark.parametrize(
    "line",
    [
        "Last update on 19 July 2021 / Affiliate links / Images from the Amazon Advertising API",
        "Erika Muster, geboren am 19. Juli 2021",
        "Anmeldung bis 19. Juli 2021",
        "Né le 19 juillet 2021",
        "Дата обращения: 19 июля 2021",
    ],
)
def test_a_day_of_prices_a_birth_a_visit_or_an_entry_is_not_the_articles(line: str) -> None:
    assert days_of([*HEAD, line], PROSE, 0) == ["2026-01-03"]


def test_a_line_that_says_when_the_text_was_filed_tells_of_no_event() -> None:
    line = "Dieser Text wurde am 14. Dezember 2015 um 14:48 von Erika geschrieben und abgelegt."
    assert days_of(HEAD[:1], [*PROSE, line], 0) == ["2015-12-14"]


def test_a_day_in_a_caption_s_sentence_is_no_candidate() -> None:
    caption = "Cientos de personas cruzan el puente, a 2 de enero de 2026, en Puerto Otro (España)."
    assert days_of([HEAD[0], caption, HEAD[1]], PROSE, 0) == ["2026-01-03"]


@pytest.mark.parametrize(
    "sentence",
    [
        "He graduated and obtained an M.A. on 21 April 1882.",
        "Le 6 mai 2011, il met un terme à sa carrière sportive, disent ses amis de toujours.",
        "Il démissionna le 5 janvier 1990.",
        "Nova povojna vojska, Reichswehr, je bila ustanovljena 23. marca 1921.",
        "2 чэрвеня 1792 году Браслаў атрымаў герб.",
        "1945年8月14日，日本天皇發表終戰詔書，二戰結束。",
        "สนธิสัญญาลอนดอนที่ลงนามเมื่อวันที่ 30 พฤษภาคม 1913 ได้แบ่งแยกดินแดนสำคัญ",
        "Galileo zomrel 8. januára 1642 v Arcetri.",
        "Senioři mají 500 eur, která budou vyčerpána do 31. prosince 2017.",
        "2009년 3월 14일부터는 스이카의 사용이 가능해졌다.",
    ],
)
def test_a_sentence_tells_of_what_happened_on_its_day_however_short(sentence: str) -> None:
    assert days_of(HEAD[:1], [*PROSE, sentence], 0) == []
    assert days_of([*HEAD[:1], "Menu", sentence], PROSE, 0) == []


@pytest.mark.parametrize(
    "line",
    [
        "Veröffentlicht in der Zeitung von heute am 3. Januar 2026.",
        "Tekst z dnia 3 stycznia 2026 opublikowano za zgodą autora i redakcji.",
        "The Port Times, 3 January 2026.",
        "By Jane Doe, staff writer at the port. 3 January 2026. Five minutes to read.",
        "人民日報 2026年1月3日。",
    ],
)
def test_facts_about_an_article_are_no_sentence_though_they_end_in_a_stop(line: str) -> None:
    assert days_of([*HEAD[:1], line], PROSE, 0) == ["2026-01-03"]


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        ("Article mis à jour le ", "word:updated"),
        ("Δημοσιεύτηκε: ", "word:published"),
        ("Közzétéve: ", "word:published"),
        ("تاریخ انتشار: ", "word:published"),
        ("Đăng lúc ", "word:published"),
        ("Päivitetty ", "word:updated"),
        ("Cập nhật ", "word:updated"),
        ("Оновлено ", "word:updated"),
        ("עודכן: ", "word:updated"),
        ("Понедельник, ", "word:none"),
        ("lundi ", "word:none"),
        ("Senin, ", "word:none"),
    ],
)
def test_the_word_before_a_day_is_known_in_many_languages(before: str, kind: str) -> None:
    assert word_before(before, "") == kind


@pytest.mark.parametrize(
    "line",
    [
        "23 January 2026 Erika Muster Harbour, Bridges, Ferries of the town, Works 12 comments",
        "23.01.2026 „Die Brücke bleibt neun Wochen lang zu“, sagte die Bürgermeisterin am Montag.",
        "Red. / 23.01.2026 Die Brücke am Hafen bleibt neun Wochen zu. Das wird teuer.",
        "By Jane Doe on Jan. 23, 2026 | 18 comments. This post may hold links to other shops.",
    ],
)
def test_a_day_that_heads_facts_or_the_text_or_follows_a_name_is_no_event(line: str) -> None:
    assert days_of(["Bridge is closed for nine weeks"], [line, *PROSE], 0) == ["2026-01-23"]


def test_a_day_alone_shortly_below_the_title_is_the_article_s_though_text_stands_above() -> None:
    rows = [*PROSE[:2], "Bridge is closed", "Share", "3 January 2026", *PROSE[2:]]
    assert days_of([], rows, 2) == ["2026-01-03"]


def test_the_day_at_the_head_of_a_paper_is_not_the_article_s_where_an_earlier_one_stands() -> None:
    heading = ["Monday, 5 January 2026", "News", "Bridge is closed for nine weeks"]
    assert days_of([*heading, "3 January 2026"], PROSE, 2) == ["2026-01-03"]
    assert days_of(heading, PROSE, 2) == ["2026-01-05"]


def test_when_a_programme_was_broadcast_is_not_when_the_article_was_published() -> None:
    rows = ["Dieses Thema im Programm:", "Radio Hafen | Am Morgen | 02.01.2026 | 15:00 Uhr"]
    assert days_of(HEAD, [*PROSE, *rows], 0) == ["2026-01-03"]


def test_the_day_at_the_end_of_a_browser_s_tab_is_the_article_s() -> None:
    tab, title = "Bridge is closed for nine weeks | Town | The Port | 3 January 2026", HEAD[0]
    caption = "The bridge at dusk, 2 January 2026"
    assert days_of([tab, "Menu", title, caption], PROSE, 2) == ["2026-01-03"]
    assert days_of([tab, "Menu", "Ferry opens", caption], PROSE, 2) == ["2026-01-03", "2026-01-02"]
