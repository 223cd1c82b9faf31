from newsarchive.cleaning.rules.page import page_of
from newsarchive.model import Line


def test_a_page_gives_the_lines_that_hold_any_of_some_words_each_once() -> None:
    texts = ("Photo: a PHOTO.", "Nothing of it", "An image’s caption...", "A photo of İzmir")
    page = page_of(tuple(Line(i, text) for i, text in enumerate(texts, 1)), (), ())

    assert page.holding(["image", "photo"]) == [0, 2, 3]
    assert page.holding(["photo"], before=3) == [0]
    assert page.holding(["image's"]) == [2]
    assert page.holding(["caption...", "zmir"]) == [2, 3]
    assert page.holding(["nowhere"], before=9) == []
    assert page_of((), (), ()).holding(["photo"]) == []


def test_a_page_gives_the_lines_whose_first_character_passes_a_test_in_their_order() -> None:
    texts = ("* a note", "1. First", "A paragraph", "2. Second", "* another")
    page = page_of(tuple(Line(i, text) for i, text in enumerate(texts, 1)), (), ())

    assert page.beginning_as(str.isdigit) == [1, 3]
    assert page.beginning_as(lambda sign: not sign.isalnum()) == [0, 4]
