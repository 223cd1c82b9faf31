"""Articles whose address is another than it was."""

from newsarchive.pages.moves import moves

HOME = "index.html"
OLD, NEW = "articles/bridge-0123abcd/index.html", "articles/pier-0123abcd/index.html"


def test_an_article_is_known_again_by_the_digits_of_its_address() -> None:
    assert moves([HOME, OLD], [HOME, NEW]) == (
        ("articles/bridge-0123abcd/", "articles/pier-0123abcd/"),
    )


def test_an_article_that_is_gone_or_new_has_no_other_address() -> None:
    assert not moves([HOME, OLD], [HOME])
    assert not moves([HOME], [HOME, NEW])


def test_an_old_address_that_leads_on_is_no_move() -> None:
    assert not moves([OLD], [OLD, NEW])


def test_an_article_whose_text_was_edited_is_known_again_by_the_words_of_its_address() -> None:
    edited = "articles/bridge-4567cdef/index.html"
    assert moves([HOME, OLD], [HOME, edited]) == (
        ("articles/bridge-0123abcd/", "articles/bridge-4567cdef/"),
    )


def test_words_that_several_articles_share_tell_of_none_which_it_is() -> None:
    one, other = "articles/bridge-4567cdef/index.html", "articles/bridge-89abcdef/index.html"
    assert not moves([OLD], [one, other])
    assert not moves([OLD, one], [other])
    assert moves([OLD, one], [one, other]) == (
        ("articles/bridge-0123abcd/", "articles/bridge-89abcdef/"),
    )
