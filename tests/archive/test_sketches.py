import pytest

from newsarchive.archive.sketches import RUN, SIZE, Sketches, shared, sketch_of
from samples import words

SIX_WORDS = "68979315817c10db"


def test_a_sketch_is_the_smallest_hashes_upwards_and_no_more_than_its_size() -> None:
    sketch = memoryview(sketch_of([words(0, 900)])).cast("I").tolist()
    assert len(sketch) == SIZE
    assert sketch == sorted(set(sketch))


def test_a_text_too_short_for_a_run_has_none() -> None:
    assert sketch_of([]) == b""
    assert sketch_of([words(0, RUN - 1)]) == b""
    assert len(sketch_of([words(0, RUN)])) == 4


def test_it_does_not_depend_on_case_signs_and_how_paragraphs_are_cut() -> None:
    printed = ["“The sea’s calm,” she said – again.", "Ships came in on MONDAY."]
    copied = ['"The sea\'s calm", she said - again. Ships came in on Monday']
    assert sketch_of(printed) == sketch_of(copied) != b""


def test_scripts_without_blanks_are_read_letter_by_letter() -> None:
    text = "港口在风暴过后六天于星期一重新开放，港务局在一份声明中说。"
    assert len(sketch_of([text])) > 15 * 4
    assert sketch_of([text]) == sketch_of([text[:14], text[14:]])


def test_it_is_the_same_on_every_machine() -> None:
    assert sketch_of(["one two three four five six"]).hex() == SIX_WORDS


@pytest.mark.parametrize(
    ("other", "of_first", "of_other"),
    [
        ((0, 900), 1.0, 1.0),
        ((0, 450), 0.5, 1.0),
        ((450, 1350), 0.5, 0.5),
        ((900, 1800), 0.0, 0.0),
        ((0, 3600), 1.0, 0.25),
    ],
    ids=["the same", "its first half", "one half in common", "nothing", "a part of it"],
)
def test_two_sketches_tell_how_much_two_texts_share(
    other: tuple[int, int], of_first: float, of_other: float
) -> None:
    one, two = sketch_of([words(0, 900)]), sketch_of([words(*other)])
    both, first, second = shared(one, two)
    assert both / first == pytest.approx(of_first, abs=0.2)
    assert both / second == pytest.approx(of_other, abs=0.2)


def test_whole_sketches_of_short_texts_are_compared_whole() -> None:
    one, two = sketch_of([words(0, 24)]), sketch_of([words(4, 24)])
    assert shared(one, two) == (16, 20, 16)


def test_sketches_that_are_held_as_one_are_given_as_they_were() -> None:
    each = [sketch_of([words(0, size)]) for size in (900, 0, 8, 40)]
    held = Sketches(each)
    assert list(held) == each
    assert list(held.among([3, 0])) == [each[3], each[0]]


def test_of_sketches_that_are_held_as_one_the_first_hashes_are_given_in_any_order() -> None:
    each = [sketch_of([words(0, size)]) for size in (900, 0, 6)]
    hashes, are_there = Sketches(each).firsts([2, 0, 1], 3)
    assert are_there.tolist() == [True, True, False, True, True, True, False, False, False]
    assert hashes[are_there].astype("<u4").tobytes() == each[2] + each[0][:12]
