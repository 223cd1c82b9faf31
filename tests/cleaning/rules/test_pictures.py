"""Captions, and the credits that say whose a picture is."""

import pytest

from newsarchive.cleaning.rules import apply_rules
from newsarchive.cleaning.rules.page import page_of
from newsarchive.cleaning.verdict import Verdict
from newsarchive.model import Statement
from ruled import amid, labelled, labels, page


@pytest.mark.parametrize(
    "text",
    [
        "© AP Photo / A. Name",
        "Photo: A. Name",
        "(c) A. Name",
        "Getty Images/A. Name",
        "Foto: dpa",
        "fot. A. Nazwisko",
    ],
)
def test_a_credit(text: str) -> None:
    read = page(f"{text}\n¶ The pool will stay open, the mayor said on Monday.")
    assert labels(read) == {text: "credit by credit"}


@pytest.mark.parametrize(
    "text",
    [
        "© 2021 The Courier. All rights reserved",
        "© 1999 - 2021",
        "Photo: why was it taken?",
        "Photographs were shown: many",
        f"Photo: {'a very long line ' * 9}",
        "Reuters reported on Monday",
    ],
)
def test_a_line_that_only_looks_like_a_credit_is_none(text: str) -> None:
    read = page(f"{text}\n¶ The pool will stay open, the mayor said on Monday.")
    assert labels(read) == {}


def test_a_credit_far_below_the_body_is_not_the_articles() -> None:
    below = "\n".join(f"menu {number}" for number in range(5))
    read = page(f"¶ The pool will stay open.\n{below}\n© AP Photo / A. Name")
    assert labels(read) == {}


@pytest.mark.parametrize("text", ["© The Courier Ltd 2021", "© RIPRODUZIONE RISERVATA"])
def test_a_sign_for_the_rights_in_the_whole_page_below_the_body_is_no_credit(text: str) -> None:
    assert labels(page(f"¶ The pool will stay open.\n{text}")) == {}


def test_a_sign_in_the_footer_of_a_page_is_no_credit() -> None:
    read = page("¶ The pool will stay open.\n© The Courier")
    assert labels(read) == {"© The Courier": "credit by credit"}
    footer = Verdict("boilerplate", 0.1, "navigation-in-the-tree")
    assert labels(page_of(read.lines, (read.verdicts[0], footer), ())) == {}


def test_the_place_of_a_picture_in_a_gallery_is_none_of_the_text() -> None:
    found = labels(page("1/6\n¶ The lanterns went out one by one.\n¶ 2 of 6\n¶ It rained.\n¶ 3/4"))
    assert found["1/6"] == found["2 of 6"] == "boilerplate by place-in-gallery"
    assert "3/4" not in found


@pytest.mark.parametrize(
    "text", ["PHOTO BY A. NAME The mayor at the pool", "SUBMITTED PHOTO The pool in June"]
)
def test_a_line_that_begins_with_whose_picture_it_is_is_a_caption(text: str) -> None:
    read = page(f"¶ {text}\n¶ The pool will stay open.")
    assert labels(read) == {text: "caption by caption-words"}


def test_the_line_below_the_words_image_caption_is_one() -> None:
    read = page("Image caption,\n¶ The pool in 2015\n¶ The pool will stay open.")
    assert labels(read) == {
        "Image caption,": "boilerplate by caption-below-its-name",
        "The pool in 2015": "caption by caption-below-its-name",
    }


def test_the_last_paragraph_over_the_sign_of_an_agency_is_no_caption() -> None:
    last = (
        "The bridge at the harbour will stay closed for nine weeks, and a ferry is to sail hourly."
    )
    text = f"""
    ¶ The bridge is closed.

    ¶ {last}
    © dpa-infocom
    """
    assert last not in labels(page(text))


@pytest.mark.parametrize(
    "text",
    [
        "Swimmers at the pool on June 3. (Photo by A. Name)",
        "In this June 3, 2020 file photo, swimmers rest at the pool.",
        "This photo taken on June 3 shows swimmers at the pool.",
        "Swimmers at the pool, file picture",
        "Swimmers at the pool. (AP Photo)",
    ],
)
def test_a_line_that_speaks_of_its_picture_is_a_caption(text: str) -> None:
    read = page(f"{text}\n¶ The pool will stay open, the mayor said on Monday.")
    assert labels(read) == {text: "caption by caption-words"}


@pytest.mark.parametrize(
    "text",
    ["The mayor showed a photo of the pool.", "She filed photographs for a living.", "(photo)s"],
)
def test_a_sentence_about_photographs_is_no_caption(text: str) -> None:
    assert labels(page(f"{text}\n¶ The pool will stay open.")) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Swimmers rest at the pool. Photo: A. Name",
        "Schwimmer am Becken. Bildrechte: Agentur/A. Name",
        "Swimmers rest at the pool in June.Photographer: A. Name",
        "The pool in June. Photograph courtesy of the town.",
        "The pool in June. Photo by A. Name",
    ],
)
def test_a_line_that_ends_in_a_credit_is_a_caption(text: str) -> None:
    read = page(f"¶ {text}\n¶ The pool will stay open, the mayor said on Monday.")
    assert labels(read) == {text: "caption by credit-at-the-end"}


@pytest.mark.parametrize(
    "text",
    [
        "She had taken a photograph by the river.",
        "He saw the images: all of them. They showed the pool in June, and the mayor beside it.",
        "The bank gave the town a credit.",
    ],
)
def test_a_sentence_that_ends_with_pictures_is_no_caption(text: str) -> None:
    assert labels(page(f"¶ {text}\n¶ The pool will stay open.")) == {}


@pytest.mark.parametrize("text", ["The mayor (left) at the pool.", "From left: A. Name, B. Name"])
def test_a_line_that_says_who_is_where_is_a_caption(text: str) -> None:
    read = page(f"¶ {text}\n¶ The pool will stay open, the mayor said on Monday.")
    assert labels(read) == {text: "caption by who-is-where"}


def test_a_caption_over_its_credit_and_both_once_more_below() -> None:
    read = page(
        """
        ¶ The pool will stay open, the mayor said on Monday.

        Swimmers at the pool in June
        © AP Photo / A. Name
        Swimmers at the pool in June

        ¶ It had been closed in March, when the boiler broke.
        """
    )
    assert labels(read) == {
        "Swimmers at the pool in June": "boilerplate by repeated-caption",
        "© AP Photo / A. Name": "credit by credit",
    }
    assert apply_rules(read, {})[1] == ("caption", "caption-over-credit")


def test_a_credit_that_stands_alone_makes_no_caption_of_the_line_far_above() -> None:
    read = page(
        """
        ¶ The pool will stay open, the mayor said on Monday.

        © AP Photo / A. Name

        ¶ It had been closed in March, when the boiler broke.
        """
    )
    assert labels(read) == {"© AP Photo / A. Name": "credit by credit"}


def test_a_right_with_a_year_below_the_article_is_no_credit_of_a_picture() -> None:
    notice = "© 2021 The Eastport Gazette"
    prose = "¶ The pool will stay open, the mayor said on Monday."
    assert labels(page(f"{prose}\n{notice}")) == {}
    assert labels(page(f"{notice}\n{prose}")) == {notice: "credit by credit"}


def test_who_claims_all_rights_below_the_text_is_no_picture_s_owner() -> None:
    claim = "جميع الحقوق محفوظة © 2021 صحيفة الميناء"
    read = page(f"¶ The pool will stay open.\n¶ It had been closed in March.\n{claim}")
    assert labelled(read).get(2) != "caption"


def test_a_credit_in_brackets_and_the_line_above_it_are_no_text() -> None:
    read = page(
        "¶ Das Bad bleibt offen.\n\n¶ Das Tier wehrte sich nicht.\n¶ (Foto: Wasserschutz Hafen)\n\n"
        "¶ Das sagte die Bürgermeisterin am Montag."
    )
    assert labels(read) == {
        "Das Tier wehrte sich nicht.": "caption by caption-over-credit",
        "(Foto: Wasserschutz Hafen)": "credit by credit",
    }


def test_a_credit_at_the_end_may_hold_an_abbreviation() -> None:
    text = "Warga memikul rumah di desa. Foto: Dok. Desa"
    prose = "¶ The pool will stay open, the mayor said on Monday."
    assert labels(page(f"{prose}\n¶ {text}\n{prose}")) == {text: "caption by credit-at-the-end"}


def test_a_credit_behind_dots_and_the_caption_that_is_printed_twice_above_it() -> None:
    read = page(
        """
        ¶ The council voted on Tuesday to close the bridge.

        ¶ Fishermen at the northern pier on Monday.
        ¶ Fishermen at the northern pier on Monday.
        Credit...A. Name/The Port Courier

        ¶ Repairs to its northern pier had been put off twice.
        """
    )
    assert apply_rules(read, {}) == {
        1: ("boilerplate", "repeated-caption"),
        2: ("caption", "caption-over-credit"),
        3: ("credit", "credit"),
    }


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Source: Office of Swimming", "credit by source-of-a-figure"),
        ("[Rendering: Studio of the Pool]", "credit by source-of-a-figure"),
        (
            "Swimmers rest beside the pool of the town on Tuesday, Nov. 19, 2019, in Eastport.",
            "caption by dated-caption",
        ),
        ("Swimmers rest beside the pool in the sun.Ann Name", "caption by glued-credit"),
        ("Photography: A. Name", "credit by credit"),
    ],
)
def test_a_caption_or_a_credit_amid_the_text_is_none_of_it(text: str, label: str) -> None:
    assert labels(amid(text)) == {text: label}


def test_a_caption_between_the_byline_and_its_credit_needs_no_blank_line() -> None:
    by = Statement("authors", "Ann Name", "byline", "By Ann Name", 1)
    read = page("By Ann Name\n¶ The pool on Monday\nImage: A. Other\n¶ It will stay open.", by)
    assert labels(read)["The pool on Monday"] == "caption by caption-over-credit"


def test_a_picture_s_number_stands_over_its_caption() -> None:
    text = "¶ The pool will stay open, the mayor said on Monday."
    read = page(f"{text}\n¶ 2\n¶ The pool is warm in summer\nCredit: A. Name\n{text}")
    assert labels(read)["2"] == "boilerplate by place-in-gallery"
    assert labels(read)["The pool is warm in summer"] == "caption by caption-over-credit"
    assert "2" not in labels(page(f"{text}\n¶ 2\n{text}"))


def test_a_caption_ends_in_whose_courtesy_the_picture_is() -> None:
    text = "The pool in “Deep End.” (Courtesy of Heron Films)"
    assert labels(page(f"¶ {text}\n¶ It is warm."))[text] == "caption by caption-words"
