import numpy as np

from newsarchive.cleaning.choosing import choose, choose_by_page


def test_lines_are_taken_as_long_as_the_expected_f1_rises() -> None:
    size = np.array([100.0, 100.0, 100.0])
    assert choose(np.array([0.9, 0.5, 0.3]), size).tolist() == [True, True, False]
    assert choose(np.array([0.4, 0.3, 0.25]), size).tolist() == [True, True, True]


def test_beside_much_that_is_certain_a_doubtful_line_is_left_out() -> None:
    size = np.array([2_000.0, 100.0])
    assert choose(np.array([1.0, 0.45]), size).tolist() == [True, False]
    assert choose(np.array([1.0, 0.55]), size).tolist() == [True, True]


def test_where_nothing_may_be_of_the_article_nothing_is_taken() -> None:
    assert choose(np.array([0.0, 0.0]), np.array([10.0, 20.0])).tolist() == [False, False]


def chosen(*pages: list[float]) -> list[list[bool]]:
    """Choose among lines of five words each, by their chances."""
    page = np.repeat(np.arange(len(pages)), [len(lines) for lines in pages])
    chances = np.array([chance for lines in pages for chance in lines])
    taken = iter(choose_by_page(chances, np.full(len(page), 5), page))
    return [[bool(next(taken)) for _ in lines] for lines in pages]


def test_of_each_page_the_lines_are_chosen_that_have_the_largest_expected_f1() -> None:
    plain, hard = [1.0, 1.0, 1.0, 0.4], [0.5, 0.4, 0.3, 0.1]
    assert chosen(plain, [], hard) == [[True, True, True, False], [], [True, True, True, False]]
    assert chosen([], []) == [[], []]


def test_of_a_page_of_unlikely_lines_nothing_is_chosen() -> None:
    assert chosen([0.05, 0.02, 0.05]) == [[False, False, False]]


def test_long_lines_weigh_more_than_short_ones() -> None:
    page, chances = np.zeros(3, np.int64), np.array([0.4, 0.9, 0.15])
    assert choose_by_page(chances, np.array([100, 5, 5]), page).tolist() == [True, True, False]
