"""Days as they are written, in many languages and orders."""

import sys

import pytest

from newsarchive.finding.days.mentions import find_days, places_with_figures
from quickness import within


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Published 19 July 2021", "2021-07-19"),
        ("July 19th, 2021 at 3 p.m.", "2021-07-19"),
        ("Mon, Jul. 19 2021", "2021-07-19"),
        ("19. Juli 2021, 14:40 Uhr", "2021-07-19"),
        ("Publié le 1er février 2021 à 7h47", "2021-02-01"),
        ("19 de julio de 2021", "2021-07-19"),
        ("Lisboa, 4 de março de 2022", "2022-03-04"),
        ("lunedì 19 luglio 2021", "2021-07-19"),
        ("19 juli 2021", "2021-07-19"),
        ("poniedziałek, 19 lipca 2021", "2021-07-19"),
        ("19. července 2021", "2021-07-19"),
        ("2021. július 19.", "2021-07-19"),
        ("2021 m. liepos 19 d.", "2021-07-19"),
        ("Понедельник, 19 июля 2021, 16:34", "2021-07-19"),
        ("19 Ιουλίου 2021", "2021-07-19"),
        ("19 Temmuz 2021 Pazartesi 18:28", "2021-07-19"),
        ("19 يوليو 2021", "2021-07-19"),
        ("١٩ يوليو ٢٠٢١", "2021-07-19"),
        ("19 जुलाई 2021", "2021-07-19"),
        ("19 ביולי 2021", "2021-07-19"),
        ("2021年7月19日（月）", "2021-07-19"),
        ("2021년 7월 19일", "2021-07-19"),
        ("입력 2021.07.19 20:27", "2021-07-19"),
        ("2021-07-19T20:29:58Z", "2021-07-19"),
        ("19/07/2021", "2021-07-19"),
        ("07/19/2021", "2021-07-19"),
        ("19.07.21 um 08:35", "2021-07-19"),
        ("14:40 GMT19 July 2021", "2021-07-19"),
        ("By Jane DoeJuly 19, 2021", "2021-07-19"),
        ("July 19, 202114:40", "2021-07-19"),
        ("２０２１年７月１９日", "2021-07-19"),
        ("2021（令和3）年7月19日", "2021-07-19"),
        ("ngày 19 tháng 7 năm 2021", "2021-07-19"),
        ("2021. gada 19. jūlijs", "2021-07-19"),
        ("2021 жылғы 19 шілде", "2021-07-19"),
        ("2021eko uztailaren 19a", "2021-07-19"),
        ("19 يوليو/تموز 2021", "2021-07-19"),
        ("5 تشرين الأول 2021", "2021-10-05"),
        ("19 جويلية 2021", "2021-07-19"),
        ("१९ जुलै २०२१", "2021-07-19"),
        ("19 ஜூலை 2021", "2021-07-19"),
        ("19 հուլիսի, 2021", "2021-07-19"),
        ("19 กรกฎาคม 2564", "2021-07-19"),
        ("令和3年7月19日", "2021-07-19"),
        ("دوشنبه ۲۸ تیر ۱۴۰۰", "2021-07-19"),
        ("Erika Muster,19.07.2021, 11:08 Uhr", "2021-07-19"),
        ("Monday 19 July 1897", "1897-07-19"),
        ("Berlin, den 19. März 1848", "1848-03-19"),
        ("July 4th, 1776", "1776-07-04"),
    ],
)
def test_a_written_day_is_read(text: str, day: str) -> None:
    assert [str(mention.day) for mention in find_days(0, text)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "H.R. 1, the People Act",
        "115 $",
        "2,500 troops since 2003",
        "in January 2020",
        "31 June 2021",
        "version 10.12.2021.4",
        "Call 2021-555-0199",
        "we may march in 2021",
        "1995 - 2026",
        "30.02.2021",
        "07.11. 09:20",
        "1,5,02.01.2023",
    ],
)
def test_what_is_no_whole_day_is_not_read(text: str) -> None:
    assert find_days(0, text) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("6. November 20236. November 2023 Erika Muster", ["2023-11-06", "2023-11-06"]),
        ("10. Februar 20199. Februar 2019", ["2019-02-10", "2019-02-09"]),
        ("30.01.202430. Januar 2024", ["2024-01-30", "2024-01-30"]),
        ("20 janvier 202020 janvier 2020", ["2020-01-20", "2020-01-20"]),
        ("19 de julio de 202120 de julio de 2021", ["2021-07-19", "2021-07-20"]),
        ("19/07/202120/07/2021", ["2021-07-19", "2021-07-20"]),
    ],
)
def test_two_days_glued_to_one_another_are_both_read(text: str, days: list[str]) -> None:
    assert [str(mention.day) for mention in find_days(0, text)] == days


def test_two_figures_of_a_year_glued_to_a_clock_are_no_year_of_long_ago() -> None:
    assert find_days(0, "reader28.09.1912:44") == []


def test_figures_that_can_be_read_two_ways_keep_both_readings() -> None:
    (mention,) = find_days(0, "03/04/2021")
    assert (str(mention.day), str(mention.other)) == ("2021-04-03", "2021-03-04")


def test_several_days_on_one_line_are_all_read_with_their_places() -> None:
    text = "Published 19 July 2021 | Updated 20 July 2021"
    read = [(str(m.day), text[m.start : m.end]) for m in find_days(3, text)]
    assert read == [("2021-07-19", "19 July 2021"), ("2021-07-20", "20 July 2021")]


def test_figures_of_all_scripts_are_seen() -> None:
    figures = [sign for sign in map(chr, range(sys.maxunicode + 1)) if sign.isdecimal()]
    assert len(figures) > 600
    assert [sign for sign in figures if not places_with_figures(f"{sign}.{sign}")] == []


def test_a_year_without_a_day_is_none() -> None:
    assert find_days(0, "Elected in 2020, they met again in the spring of 2021.") == []


@pytest.mark.parametrize("piece", ["2021 ", "1/", "July 1", "2021-", "١٩"])
def test_a_line_of_a_megabyte_takes_no_more_than_linear_time(piece: str) -> None:
    find_days(0, piece)
    with within(20):
        find_days(0, piece * (1_000_000 // len(piece)))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Published: 9:03am, 22 Jul 2018", "2018-07-22"),
        ("30 stycznia 2022, 14:20", "2022-01-30"),
        ("Nr. 34 vom 08. November 2021", "2021-11-08"),
        ("1. studenoga 2022", "2022-11-01"),
        ("19thJuly 2021", "2021-07-19"),
    ],
)
def test_a_day_is_read_behind_other_figures_and_in_months_that_begin_as_ordinals_end(
    text: str, day: str
) -> None:
    assert [str(mention.day) for mention in find_days(0, text)] == [day]
