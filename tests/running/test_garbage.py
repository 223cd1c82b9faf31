import gc

from newsarchive.running.garbage import SELDOM, seldom_looked_for


def test_garbage_is_looked_for_seldom_and_then_as_before() -> None:
    before = gc.get_threshold()
    with seldom_looked_for():
        assert gc.get_threshold() == (SELDOM, *before[1:])
    assert gc.get_threshold() == before
