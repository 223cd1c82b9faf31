from newsarchive.filesystem.stats import GRAIN, UNKNOWN, settled, stat_from

SECOND = 1_000_000_000
THEN = 7 * SECOND + 1
OLD = stat_from(5, THEN, THEN, 42)


def test_a_file_that_was_written_just_now_counts_as_never_seen() -> None:
    assert settled(OLD, THEN + GRAIN) == UNKNOWN
    assert settled(OLD, THEN + GRAIN + 1) == OLD
    assert settled(b"", THEN) == b""


def test_where_times_come_in_whole_seconds_just_now_is_longer() -> None:
    coarse = stat_from(5, 7 * SECOND, 7 * SECOND, 42)
    assert settled(coarse, 8 * SECOND) == UNKNOWN
    assert settled(coarse, 10 * SECOND) == coarse


def test_the_younger_of_a_text_and_its_correction_decides() -> None:
    both = OLD + stat_from(5, 9 * SECOND + 1, 9 * SECOND + 1, 43)
    assert settled(both, 8 * SECOND) == UNKNOWN


def test_a_time_that_no_clock_shows_is_one_to_come() -> None:
    assert settled(stat_from(5, 2**70, THEN, 42), 9 * SECOND) == UNKNOWN
    assert stat_from(5, -(2**70), THEN, 42) != OLD
