"""What is counted of a line depends on its page, and on nothing else."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.cleaning.features import count_features
from newsarchive.cleaning.lines import split_lines

TEXTS = st.text(alphabet=st.sampled_from(list("aB1 .,:@|\n東か。é'😀𝕏")), max_size=80)


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=5))
def test_a_page_has_the_same_features_in_any_company(texts: list[str]) -> None:
    pages = [split_lines(text) for text in texts]
    together = count_features(pages)
    for page, lines in enumerate(pages):
        alone = count_features([lines])
        mine = together.page == page
        np.testing.assert_array_equal(together.dense[mine], alone.dense)
        np.testing.assert_array_equal(together.fingerprints[mine], alone.fingerprints)
        words = np.repeat(mine, np.diff(together.bounds))
        np.testing.assert_array_equal(together.buckets[words], alone.buckets)


@settings(deadline=None)
@given(TEXTS)
def test_features_are_multiples_of_a_64th_from_0_to_4(text: str) -> None:
    dense = count_features([split_lines(text)]).dense
    assert ((dense >= 0) & (dense <= 4)).all()
    np.testing.assert_array_equal(dense * 64, np.round(dense * 64))


def test_words_are_runs_of_letters_and_single_ideographs() -> None:
    table = count_features([split_lines("Don't stop, 2 go\n東京へ\n…")])
    assert np.diff(table.bounds).tolist() == [5, 3, 0]


def test_prose_is_a_long_line_with_a_stop_or_a_comma() -> None:
    sentence = "The harbour of the small town was closed for three days after the storm"
    table = count_features([split_lines(f"{sentence}\n{sentence}.\nShort one.")])
    assert table.prose.tolist() == [False, True, False]


def test_a_line_that_stands_twice_on_its_page_is_repeated_and_not_one_on_another_page() -> None:
    pages = [split_lines("Share\nText\nShare"), split_lines("Text")]
    assert count_features(pages).repeated.tolist() == [True, False, True, False]


def test_short_lines_with_addresses_or_rights_are_signed() -> None:
    lines = "© The Paper\nwrite to desk@example.org\nhttps://example.org/a\n12:30 on Monday"
    assert count_features([split_lines(lines)]).signed.tolist() == [True, True, True, False]
