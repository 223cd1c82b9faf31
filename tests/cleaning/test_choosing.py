import numpy as np

from newsarchive.cleaning.choosing import choose


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
