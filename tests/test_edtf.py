"""EDTF: what is read, what is refused, how it is ordered and said."""

from datetime import date

import pytest

from newsarchive import edtf


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021-07-19", date(2021, 7, 19), date(2021, 7, 19)),
        ("2021-07", date(2021, 7, 1), date(2021, 7, 31)),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2020-02~", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-07-19?", date(2021, 7, 19), date(2021, 7, 19)),
        ("2021%", date(2021, 1, 1), date(2021, 12, 31)),
        ("2020-01-16/..", date(2020, 1, 16), None),
        ("../2020-01-16", None, date(2020, 1, 16)),
        ("2021-07-19/2021-07-26", date(2021, 7, 19), date(2021, 7, 26)),
    ],
)
def test_a_value_covers_its_days_and_no_others(
    value: str, first: date | None, last: date | None
) -> None:
    assert (edtf.earliest(value), edtf.latest(value)) == (first, last)


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        "2021-7-19",
        "2021-13",
        "2021-02-29",
        "2021-07-19T14:40",
        "19 July 2021",
        "21",
        "2021-00",
        "0000",
        "../..",
        "/2021",
        "2021/2020",
        "2021-07-19/2021-07-20/2021-07-21",
        "2021-07-19??",
        "\u0662\u0660\u0662\u0661",
    ],
)
def test_what_is_not_edtf_is_refused_and_named(value: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date|no such day|interval"):
        edtf.parse(value)
    assert not edtf.is_valid(value)


def test_the_message_shows_the_value_and_what_to_write() -> None:
    with pytest.raises(ValueError, match=r"'July 2021' is not a date; write 2021-07-19"):
        edtf.parse("July 2021")
