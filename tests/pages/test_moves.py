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
