import pytest

from newsarchive.citing.dates import american, european, worded, year_first


@pytest.mark.parametrize(
    ("date", "bounds", "words"),
    [
        ("2021-07-19", "", "July 19, 2021"),
        ("2021-07", "", "July 2021"),
        ("2021", "", "2021"),
        ("2021-07~", "", "c. July 2021"),
        ("2021?", "", "2021?"),
        ("2021-07%", "", "c. July 2021?"),
        ("2021-07-19/2021-07-26", "", "between July 19, 2021 and July 26, 2021"),
        ("../2021-07", "", "on or before July 2021"),
        ("", "2020-01-16/..", "n.d., on or after January 16, 2020"),
        ("", "../2021-07-19", "n.d., on or before July 19, 2021"),
        ("", "", "n.d."),
    ],
)
def test_a_date_is_worded_no_more_precisely_than_it_is_known(
    date: str, bounds: str, words: str
) -> None:
    assert worded(date, bounds, american) == words


def test_each_style_orders_a_day_its_own_way() -> None:
    words = [worded("2020-09-05", "", style) for style in (american, european, year_first)]
    assert words == ["September 5, 2020", "5 Sept. 2020", "2020, September 5"]
