"""The words that an article is filed under, a line each."""

from ruled import labels, page

TEXT = "¶ The pool will stay open, the mayor said on Monday.\n"


def test_lines_of_some_words_below_their_name_are_tags() -> None:
    read = labels(page(f"{TEXT * 4}Temas\n¶ Piscinas\n¶ fiestas populares\n{TEXT}"))
    assert read["Piscinas"] == read["fiestas populares"] == "boilerplate by tag-below-its-name"
    assert "The pool will stay open, the mayor said on Monday." not in read


def test_a_heading_high_on_the_page_has_no_tags_below_it() -> None:
    assert "The pool" not in labels(page(f"{TEXT}Topics\n¶ The pool\n{TEXT * 4}"))
