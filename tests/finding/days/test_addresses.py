"""The day that an address states."""

import pytest

from newsarchive.finding.days.addresses import url_day


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://example.org/2021/07/19/title.html", "2021-07-19"),
        ("https://example.org/world/202107191083414010-title/", "2021-07-19"),
        ("https://example.org/2021-07-19-title", "2021-07-19"),
        ("https://example.org/article/1083414010", "None"),
        ("https://example.org/2021/title", "None"),
    ],
)
def test_an_address_states_a_day_only_where_all_of_it_stands(address: str, day: str) -> None:
    assert str(url_day(address)) == day
