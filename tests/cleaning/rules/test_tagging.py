"""The words that an article is filed under, on one line or on a line each."""

import pytest

from ruled import amid, labels, page

TEXT = "¶ The pool will stay open, the mayor said on Monday.\n"


def test_lines_of_some_words_below_their_name_are_tags() -> None:
    read = labels(page(f"{TEXT * 4}Temas\n¶ Piscinas\n¶ fiestas populares\n{TEXT}"))
    assert read["Piscinas"] == read["fiestas populares"] == "boilerplate by tag-below-its-name"
    assert "The pool will stay open, the mayor said on Monday." not in read


def test_a_heading_high_on_the_page_has_no_tags_below_it() -> None:
    assert "The pool" not in labels(page(f"{TEXT}Topics\n¶ The pool\n{TEXT * 4}"))


def test_words_with_a_sign_are_tags_where_there_are_two_and_a_heading_where_one_is_alone() -> None:
    read = page("¶ The pool will stay open.\n¶ #Pool\n¶ #Eastport")
    assert labels(read) == {
        "#Pool": "boilerplate by hashtags",
        "#Eastport": "boilerplate by hashtags",
    }
    assert labels(page("¶ The pool will stay open.\n¶ #Conclusion")) == {}


def test_three_and_more_short_lines_below_the_last_sentence_are_tags() -> None:
    prose = "¶ The pool will stay open, the mayor said on Monday."
    tags = "¶ Pools\n¶ public baths\n¶ Eastport"
    rule = "boilerplate by tags-at-the-end"
    assert labels(page(f"{prose}\n{tags}")) == dict.fromkeys(
        ("Pools", "public baths", "Eastport"), rule
    )
    assert labels(page(f"{prose}\n¶ Pools\n¶ Eastport")) == {}
    assert labels(page(f"{prose[:-1]}:\n{tags}")) == {}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Filed under: pools, winter", "boilerplate by tags-of-the-article"),
        ("Schlagworte: Becken, Winter", "boilerplate by tags-of-the-article"),
    ],
)
def test_the_words_that_an_article_is_filed_under_are_none_of_the_text(
    text: str, label: str
) -> None:
    assert labels(amid(text)) == {text: label}
