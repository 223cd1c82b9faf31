import numpy as np

from newsarchive.cleaning.tree_paths import Elements

PATHS = ("body > nav > a", "body > main > p > em", "body > main > p", "body > main > div > p")


def test_elements_hold_what_the_lines_in_them_hold() -> None:
    tree = Elements(PATHS)
    held = tree.held(np.array([[1.0], [2.0], [4.0], [8.0]]))
    named = dict(zip(tree.steps, held[:, 0], strict=True))
    assert (named[""], named["nav"], named["main"], named["div"]) == (15.0, 1.0, 14.0, 8.0)


def test_the_block_of_a_line_is_no_inline_element() -> None:
    tree = Elements(PATHS)
    assert [tree.steps[node] for node in tree.block] == ["nav", "p", "p", "p"]
    assert [tree.steps[node] for node in tree.inner] == ["a", "em", "p", "p"]
    assert [tree.steps[node] for node in tree.above[:, 0]] == ["body", "main", "main", "div"]


def test_lines_share_the_elements_around_them() -> None:
    tree = Elements(PATHS)
    assert tree.shared(int(tree.block[3])).tolist() == [1, 2, 2, 4]
    assert tree.depth().tolist() == [2, 3, 3, 4]
    assert tree.first()[tree.block].tolist() == [0, 1, 1, 3]
