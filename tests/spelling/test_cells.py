import pytest

from newsarchive.spelling.cells import aligned, cells_of


def test_cells_are_parted_by_tabs_and_empty_ones_keep_their_place() -> None:
    assert cells_of("\t2020 \t\t 2024\t") == ("", "2020", "", "2024")


@pytest.mark.parametrize(
    "line",
    [
        "North 61.2 %",
        "\tindented",
        "•\tClose the pool",
        "2)\tClose the pool",
        "Mayor:\t" + "We will not close the pool, whatever it costs. " * 2,
        "A paragraph of many words\t" + "word " * 80,
    ],
)
def test_a_point_a_turn_of_speech_or_a_long_text_is_no_row(line: str) -> None:
    assert cells_of(line) == ()


def test_rows_of_different_length_are_filled_up_and_empty_columns_left_out() -> None:
    rows = [("", "A", "", "1"), ("", "B"), ("", "", "", "2")]
    assert aligned(rows) == (("A", "1"), ("B", ""), ("", "2"))
