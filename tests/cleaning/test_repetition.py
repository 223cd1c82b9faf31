"""What files share is counted in files, and the same in whatever order."""

import numpy as np

from newsarchive.cleaning.characters import (
    fingerprints,
    hash_stretches,
    read_characters,
    read_codes,
)
from newsarchive.cleaning.lines import split_lines
from newsarchive.cleaning.repetition import SharedLines, count_lines

PAGES = [
    split_lines(text)
    for text in ("Menu\nMenu\nA flood.", "Menu\nA vote.", "Menu\nImprint\nA match.", "Imprint")
]


def elsewhere(shared: SharedLines, page: int) -> list[int]:
    counts: list[int] = shared.elsewhere(fingerprints(read_characters(PAGES[page]))).tolist()
    return counts


def test_a_line_is_counted_once_a_file_and_without_its_own_file() -> None:
    shared = count_lines(PAGES)
    assert shared.files == 4
    assert [elsewhere(shared, page) for page in range(4)] == [[2, 2, 0], [2, 0], [2, 1, 0], [1]]


def test_shards_merge_to_the_count_of_the_whole_in_any_order() -> None:
    whole = count_lines(PAGES)
    for first, second in ((PAGES[:1], PAGES[1:]), (PAGES[2:], PAGES[:2]), ([], PAGES)):
        merged = count_lines(first).merge(count_lines(second))
        assert merged.files == whole.files
        np.testing.assert_array_equal(merged.fingerprints, whole.fingerprints)
        np.testing.assert_array_equal(merged.counts, whole.counts)


def test_what_stands_in_one_file_only_can_be_forgotten() -> None:
    shared = count_lines(PAGES)
    kept = shared.repeated()
    assert len(kept.counts) == 2
    assert [elsewhere(kept, page) for page in range(4)] == [
        elsewhere(shared, page) for page in range(4)
    ]


def test_a_fingerprint_is_the_same_in_every_run() -> None:
    prints = fingerprints(read_characters(split_lines("Menu\nΜενού")))
    assert prints.tolist() == FIXED


def test_a_fingerprint_is_the_hash_of_a_line_without_its_end() -> None:
    codes = read_codes(split_lines("Menu\nThe ferries sail again.\nΜενού"))
    hashes = hash_stretches(codes.codes, codes.starts, codes.ends)
    assert fingerprints(codes).tolist() == hashes.tolist()


FIXED = [12217406958735787113, 8953823716268803882]
