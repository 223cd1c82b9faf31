"""Captions and credits that name the agency or the house whose a picture is."""

import pytest

from ruled import amid, labels, page


@pytest.mark.parametrize(
    ("text", "label"),
    [("EFE/ A. Name", "credit"), ("The mayor at the pool. EFE/ A. Name", "caption")],
)
def test_a_line_that_ends_in_an_agency_and_a_name_speaks_of_a_picture(
    text: str, label: str
) -> None:
    read = page(f"¶ {text}\n¶ The pool will stay open.")
    assert labels(read) == {text: f"{label} by agency-before-a-name"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("A. Name / Getty Images", "credit by agency-at-the-end"),
        (
            "Swimmers at the pool on its first day, as at last the sun shone.AFP via Getty Images",
            "caption by agency-at-the-end",
        ),
        ("Swimmers beside the pool (Ann Name/The Courier)", "caption by name-and-house-at-the-end"),
        ("A new map of the pool (NASA/JPL/ASU)", "caption by name-and-house-at-the-end"),
    ],
)
def test_a_caption_or_a_credit_that_ends_in_a_house_is_none_of_the_text(
    text: str, label: str
) -> None:
    assert labels(amid(text)) == {text: label}
