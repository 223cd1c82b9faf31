"""What pages put amid an article's text: advertisements, offers, posts, buttons."""

import pytest

from ruled import amid, labelled, labels, page


@pytest.mark.parametrize("amount", ["$10", "€ 1.000", "25 £", "$2,500.50"])
def test_a_sum_of_money_alone_is_a_button_for_donations(amount: str) -> None:
    assert labels(page(amount)) == {amount: "boilerplate by amount-of-money"}


@pytest.mark.parametrize("text", ["It cost $10", "$10 a month", "10", "1,000"])
def test_a_number_with_other_words_is_no_button(text: str) -> None:
    assert labels(page(text)) == {}


@pytest.mark.parametrize("text", ["Click to enlarge", "Tap here to read", "Click the photo to see"])
def test_a_click_prompt(text: str) -> None:
    assert labels(page(text)) == {text: "boilerplate by click-prompt"}


@pytest.mark.parametrize("text", ["Clicks to news sites fell", "Click", "The press is to blame"])
def test_words_that_only_begin_like_a_prompt_are_none(text: str) -> None:
    assert labels(page(text)) == {}


def test_a_post_of_a_network_and_who_wrote_it_are_not_the_article() -> None:
    read = page(
        "¶ The pool will stay open.\n¶ Good news!\n¶ — A. Name (@a_name) July 19, 2021\n"
        "¶ The mayor was glad."
    )
    assert labels(read) == {
        "Good news!": "boilerplate by quoted-post",
        "— A. Name (@a_name) July 19, 2021": "boilerplate by quoted-post",
    }


def test_a_list_that_a_page_reads_aloud_is_of_other_articles() -> None:
    listed = "list of 2 items\nlist 1 of 2\n¶ The boiler breaks\nlist 2 of 2\n¶ It is mended"
    read = page(f"¶ The pool will stay open.\n{listed}\nend of list\n¶ So said the mayor.")
    assert [i for i, label in labelled(read).items() if label == "related"] == [1, 2, 3, 4, 5, 6]
    assert labelled(page("¶ It is a list of 9 items.\nlist of 9 items\n¶ Towels")) == {1: "related"}


def test_a_list_read_aloud_in_arabic_is_one_of_other_articles() -> None:
    read = page(
        "¶ المسبح مفتوح.\n¶ قائمة من 1 عناصر\n¶ إغلاق المسبح\n¶ نهاية القائمة\n¶ قال العمدة ذلك."
    )
    assert labels(read)["إغلاق المسبح"] == "related by list-read-aloud"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Advertisement", "boilerplate by advertisement"),
        ("- Werbung -", "boilerplate by advertisement"),
        ("Advertisement - Page continues below", "boilerplate by advertisement"),
        ("Story continues below advertisement", "boilerplate by advertisement"),
        ("* * *", "boilerplate by no-word"),
        ("www.pool.example, shop.pool.example", "boilerplate by bare-host"),
        ("$20 $15 at Poolside", "boilerplate by amount-of-money"),
        ("View this post on Instagram", "boilerplate by embedded-post"),
        ("May be an image of pool and body of water", "boilerplate by embedded-post"),
        ("Video Player is loading.", "boilerplate by embedded-post"),
        ("Open image in full screen", "boilerplate by embedded-post"),
        ("Bild vergrößern", "boilerplate by embedded-post"),
        ("Here is a film of the pool.Watch on YouTube", "boilerplate by invitation-to-click"),
        ("Do you like our pool? Click here to help.", "boilerplate by invitation-to-click"),
        ("Das Bad öffnet am Montag wieder. mehr", "boilerplate by invitation-to-click"),
        (
            "Um eingebettete Inhalte anzuzeigen, ist deine Einwilligung nötig.",
            "boilerplate by invitation-to-click",
        ),
        (
            "Pour afficher ce contenu, vous devez accepter les cookies de la piscine.",
            "boilerplate by invitation-to-click",
        ),
    ],
)
def test_what_pages_put_amid_the_text_is_not_of_it(text: str, label: str) -> None:
    assert labels(amid(text)) == {text: label}


def test_numbers_below_posts_of_a_network_are_none_of_them() -> None:
    posts = "Jane Doe\n@janedoe\n¶ In 1994 they warned.\n¶ 12\n¶ 1.2K"
    assert [labels(page(f"{posts}\n{posts}"))[count] for count in ("12", "1.2K")] == [
        "boilerplate by count-of-reactions"
    ] * 2
    assert "12" not in labels(page(posts))
