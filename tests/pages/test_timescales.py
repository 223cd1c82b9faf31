from collections import Counter

from newsarchive.pages.timescales import MOST_YEARS_BY_MONTH, Scale, counts_of, scale_of


def test_a_scale_takes_whole_years_in_months() -> None:
    scale = scale_of(["2020-11-30", "2021-02", ""])
    assert scale == Scale(2020, 2021, by_month=True)
    assert (scale.columns, scale.period(0), scale.period(23)) == (24, "2020-01", "2021-12")


def test_a_long_time_is_counted_in_years() -> None:
    last = 1900 + MOST_YEARS_BY_MONTH
    scale = scale_of(["1900", f"{last}-05"])
    assert scale == Scale(1900, last, by_month=False)
    assert (scale.columns, scale.period(1)) == (MOST_YEARS_BY_MONTH + 1, "1901")


def test_without_a_date_there_is_no_scale() -> None:
    assert scale_of([""]) is None


def test_articles_are_counted_in_the_column_of_their_beginning() -> None:
    dates = ["2021-01-05", "2021-01~", "2021-01-30/2021-02-02", "2021-03?", "2021", ""]
    scale = Scale(2021, 2021, by_month=True)
    assert counts_of(Counter(dates), scale) == {0: 3, 2: 1}
