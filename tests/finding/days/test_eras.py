"""Days that are counted in another era than the common one."""

import pytest

from newsarchive.finding.days.eras import find_era_days, solar_hijri


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("掲載日：令和3年7月19日（月）", "2021-07-19"),
        ("令和元年5月1日", "2019-05-01"),
        ("平成31年4月30日", "2019-04-30"),
        ("昭和64年1月7日", "1989-01-07"),
        ("2021年（令和3年）7月19日", "2021-07-19"),
        ("中華民國110年7月19日", "2021-07-19"),
        ("19 ก.ค. 2564 14:05 น.", "2021-07-19"),
        ("19 ก.ค. 64", "2021-07-19"),
        ("19 กรกฎาคม พ.ศ. 2564", "2021-07-19"),
        ("19 ก.ค. 2021", "2021-07-19"),
        ("28 تیر ماه 1400", "2021-07-19"),
        ("تاریخ: 1400/04/28", "2021-07-19"),
    ],
)
def test_a_day_of_another_era_is_read(text: str, day: str) -> None:
    assert [str(each.day) for each in find_era_days(text, text)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "1400/04/28",  # no sign of Iran
        "1442/12/09 هـ",  # the lunar calendar
        "令和3年",
        "令和3年13月1日",
        "31 مهر 1400",
        "30 اسفند 1400",
        "110年7月19日",
    ],
)
def test_what_is_no_day_of_an_era_is_not_read(text: str) -> None:
    assert find_era_days(text, text) == []


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1343, "1964-03-21"),
        (1375, "1996-03-20"),
        (1391, "2012-03-20"),
        (1395, "2016-03-20"),
        (1399, "2020-03-20"),
        (1403, "2024-03-20"),
        (1404, "2025-03-21"),
    ],
)
def test_iran_s_year_begins_with_spring(year: int, day: str) -> None:
    assert str(solar_hijri(year, 1, 1)) == day
