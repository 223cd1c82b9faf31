"""Headlines of other articles: lists of them, and pointers amid the text."""

import pytest

from newsarchive.cleaning.rules import apply_rules
from ruled import amid, labelled, labels, page


@pytest.mark.parametrize(
    "text",
    ["Čtěte také", "Baca juga:", "Διαβάστε επίσης", "यह भी पढ़ें", "اقرأ أيضا", "あわせて読みたい"],
)
def test_the_words_over_other_articles_are_known_in_other_languages(text: str) -> None:
    assert labels(page(text))[text] == "boilerplate by related-heading"


def test_a_line_on_rights_ends_the_list_of_other_articles() -> None:
    read = page(
        "¶ The pool will stay open.\nRelated:\nWhy the pool was closed last year\n"
        "© The Courier Publishing Company Ltd 2021"
    )
    assert labels(read) == {
        "Related:": "boilerplate by related-heading",
        "Why the pool was closed last year": "related by related-list",
    }


def test_related_headlines_below_their_heading_and_inside_the_text() -> None:
    read = page(
        """
        ¶ The pool will stay open, the mayor said on Monday.
        Boiler of the Pool Breaks in March
        ¶ It had been closed in March, when the boiler broke.
        See also:
        Boiler of the Pool Breaks in March
        Swimmers Ask for a Warmer Pool
        All news
        Swimmers Win in the Far City
        """
    )
    assert labels(read) == {
        "Boiler of the Pool Breaks in March": "related by related-inside",
        "See also:": "boilerplate by related-heading",
        "Swimmers Ask for a Warmer Pool": "related by related-list",
    }
    assert apply_rules(read, {})[4] == ("related", "related-list")


def test_a_heading_set_apart_from_the_related_list_above_it_stands_over_the_text() -> None:
    read = page(
        """
        ¶ The pool will stay open, the mayor said on Monday.

        See also
        Boiler of the Pool Breaks in March
        Swimmers Ask for a Warmer Pool

        What the swimmers want to know

        ¶ It had been closed in March, when the boiler broke.
        """
    )
    assert "What the swimmers want to know" not in labels(read)
    assert labels(read)["Swimmers Ask for a Warmer Pool"] == "related by related-list"


def test_what_stands_close_below_related_is_of_it_whatever_it_looks_like() -> None:
    text = "¶ The pool will stay open, the mayor said on Monday."
    box = ("Harbour", "The ferry and the fog", "It sails no more.")
    close = "\n".join([f"¶ {line}" for line in box])
    found = labels(page(f"{text}\n\nRelated\n{close}\n\n{text}"))
    assert [found[line] for line in box] == ["related by related-list"] * 3
    assert set(labels(page(f"{text}\nRelated\n{close}\n{text}"))) == {"Related"}


def test_a_headline_in_brackets_and_blanks_leads_to_another_article() -> None:
    text = "¶ The pool will stay open, the mayor said on Monday."
    assert labels(page(f"{text}\n¶ [ The ferry and the fog ]\n{text}")) == {
        "[ The ferry and the fog ]": "related by pointer-in-brackets"
    }
    assert labels(page(f"{text}\n¶ [The Guardian]\n{text}")) == {}


def test_a_line_that_begins_with_an_arrow_leads_to_another_page() -> None:
    text = "¶ The pool will stay open, the mayor said on Monday."
    assert labels(page(f"{text}\n¶ → Why the trains run late on Tuesdays\n{text}")) == {
        "→ Why the trains run late on Tuesdays": "related by arrow-at-the-beginning"
    }
    assert labels(page(f"{text}\n¶ » We shall see, he said.\n{text}")) == {}
    assert labels(page(f"{text}\n¶ »We shall see« he said\n{text}")) == {}


def test_a_sentence_below_related_is_no_headline() -> None:
    read = page("Related\nThis page was printed on Monday at noon.")
    assert labels(read) == {"Related": "boilerplate by related-heading"}


TEASERS = """
¶ The boiler of the pool breaks
¶ It had not been mended for nine years, the mayor said on Monday.
Sport
¶ Swimmers ask for warmer water
¶ More than two hundred of them have signed a letter to the mayor.
"""


@pytest.mark.parametrize(
    "heading",
    [
        *("More from Port Elsewhere", "Most popular", "Mehr zum Thema", "Die Redaktion empfiehlt"),
        *("La rédaction vous recommande", "Te recomendamos", "Mais sobre o tema"),
        *("Ti potrebbe interessare", "Gerelateerde artikelen", "Mer om ämnet", "Anbefalt for deg"),
        *("Lisää aiheesta", "Zobacz także", "Mohlo by vás zajímat", "Kapcsolódó cikkek"),
        *("Önerilen haberler", "Citește și", "Διαβάστε επίσης", "Рекомендуем", "Читайте також"),
        *("Прочетете още", "Pročitajte i", "Baca juga", "Tin liên quan", "推荐阅读", "延伸閱讀"),
        *("많이 본 뉴스", "مواضيع ذات صلة", "بیشتر بخوانید", "עוד בנושא"),
    ],
)
def test_teasers_below_a_heading_are_of_other_articles_though_they_read_like_this_one(
    heading: str,
) -> None:
    read = page(f"¶ The pool will stay open, the mayor said on Monday.\n{heading}{TEASERS}")
    found = [line.text for i, line in enumerate(read.lines) if labelled(read).get(i) == "related"]
    assert found == [line.removeprefix("¶ ") for line in TEASERS.strip().split("\n")]


def test_a_question_may_be_the_headline_of_a_teaser_or_the_sentence_under_one() -> None:
    asked = (
        "\n¶ Will the pool of Port Elsewhere ever be warm again?"
        "\n¶ Nobody in the town hall knows, she said."
    )
    read = page(f"¶ The pool will stay open.\nSur le même thème{TEASERS.rstrip()}{asked}")
    assert (
        read.lines[max(i for i, label in labelled(read).items() if label == "related")]
        == read.lines[-1]
    )


OWN = "\n".join(f"¶ The pool will stay open for {n} years, the mayor said then." for n in "123456")


MENU = "\n".join(f"Menu {letter}" for letter in "abcdef")


def test_teasers_far_below_the_article_need_no_heading() -> None:
    read = page(f"{OWN}\n{MENU}{TEASERS}")
    found = [line.text for i, line in enumerate(read.lines) if labelled(read).get(i) == "related"]
    assert found == [line.removeprefix("¶ ") for line in TEASERS.strip().split("\n")]


@pytest.mark.parametrize(
    "text",
    [
        f"{OWN}\nMenu{TEASERS}",
        f"{OWN}\n{MENU}{TEASERS}{OWN}",
        f"{OWN}\n{MENU}\n¶ What will become of the pool\n¶ It will be closed, the mayor said.",
        f"¶ The pool will stay open.\n{MENU}{TEASERS}",
    ],
)
def test_what_goes_on_below_a_gap_is_no_list_of_teasers(text: str) -> None:
    assert not [i for i, label in labelled(page(text)).items() if label == "related"]


def test_an_article_that_goes_on_below_such_a_heading_is_kept() -> None:
    on = "¶ The mayor had said before that the pool of the town would be closed."
    read = page(f"Most popular\n¶ What will become of the pool\n{on}\n{on} He is sorry.\n{on}")
    assert not [i for i, label in labelled(read).items() if label == "related"]


def test_a_sentence_that_begins_like_a_heading_over_teasers_stands_over_none() -> None:
    read = page(f"¶ The pool will stay open.\n¶ Most importantly: swim.{TEASERS}")
    assert not [i for i, label in labelled(read).items() if label == "related"]


def test_a_numbered_line_below_teasers_goes_on_with_the_articles_own_list() -> None:
    own = "\n¶ 9. The pool of Port Elsewhere\n¶ It is the oldest of all, and its water is warm."
    read = page(f"¶ 8. The pool of Eastport\nRelated stories{TEASERS}{own}{own}")
    last = max(i for i, label in labelled(read).items() if label == "related")
    assert read.lines[last + 1].text == "9. The pool of Port Elsewhere"


@pytest.mark.parametrize("text", ["Read more: The pool in winter", "Lire aussi : La piscine"])
def test_a_line_that_points_to_another_article_is_not_the_articles(text: str) -> None:
    read = page(f"¶ {text}\n¶ The pool will stay open. Read more: the mayor reads every night.")
    assert labels(read) == {text: "related by pointer-to-another"}


def test_the_text_that_goes_on_below_a_list_of_headlines_is_no_teaser() -> None:
    read = page(
        """
        ¶ The pool will stay open, the mayor said on Monday, until the end of the month.
        Also Read
        Boat stuck in flood water near Eastport
        Four swimmers saved from the river
        ¶ The mayor denied that the pool had been closed for want of money.
        Promoted
        Listen to the latest songs on Radio
        ¶ "The water is safe for everybody," he told the council on Monday.
        """
    )
    assert "The mayor denied that the pool had been closed for want of money." not in labels(read)


@pytest.mark.parametrize(
    "text",
    [
        "Baca juga: Kolam renang ditutup",
        "Διαβάστε επίσης: Η πισίνα έκλεισε",
        "À lire aussiLa piscine ferme ses portes",
        "Article réservé à nos abonnés Lire aussi La piscine ferme",
        "Читайте також: Басейн зачинено",
        "ये भी पढ़ें: पूल बंद",
    ],
)
def test_a_pointer_in_another_language_or_glued_leads_to_another_article(text: str) -> None:
    prose = "¶ The pool will stay open, the mayor said on Monday."
    assert labels(page(f"{prose}\n¶ {text}\n{prose}"))[text] == "related by pointer-to-another"


def test_a_paragraph_below_headlines_alone_is_of_the_article() -> None:
    text = "The council said that it had no powers and had passed his letter on."
    read = page(
        f"""
        ¶ The pool will stay open, the mayor said on Monday.
        More: Eastport
        Police close street after a large snake is seen
        ¶ Teacher dresses as a different book every day
        ¶ {text}
        Got a story for the Courier?
        Get in touch with our news team by writing to us.
        """
    )
    assert text not in labels(read)


def test_two_sentences_below_a_list_are_no_headline() -> None:
    text = (
        "Nun muss die Stadt die Brücke nachbauen, über die der Weg führt. Die alten Pläne sind "
        "längst im Archiv verschwunden (abc)"
    )
    read = page(
        f"¶ Die Brücke bleibt zu.\nLesen Sie auch\nFähre nach Elsewhere fährt wieder\n¶ {text}"
    )
    assert text not in labels(read)


def test_headings_in_turkish_capitals_are_known_as_those_in_small_letters() -> None:
    read = page("¶ Havuz yaz sonuna kadar açık kalacak, dedi.\n¶ İLGİLİ HABER\nHavuz kapandı")
    assert labels(read)["İLGİLİ HABER"] == "boilerplate by related-heading"


def test_entries_of_a_live_blog_are_no_teasers_though_a_button_stands_over_them() -> None:
    entry = "Councils in four counties have told parents to keep their children at home today"
    times = ("09:42", "09:30", "09:11")
    blog = "\n".join(f"{time}\nSchools closed at {time}\n¶ {entry} by {time}." for time in times)
    read = labels(page(f"¶ {entry}.\nMost Popular\n{blog}"))
    assert not any(label.endswith("teaser") for label in read.values())


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Pool of the year: all the winners »", "related by arrow-at-the-end"),
        ("See more: The pool in winter", "related by pointer-to-another"),
    ],
)
def test_a_pointer_amid_the_text_is_not_of_it(text: str, label: str) -> None:
    assert labels(amid(text)) == {text: label}


@pytest.mark.parametrize("said", ["Vi blir her til broen åpner.»", "Vi blir (alle sammen)»"])
def test_words_of_somebody_that_began_above_end_in_no_arrow(said: str) -> None:
    assert labels(amid(said)) == {}


def test_what_is_most_read_in_a_section_is_of_other_articles() -> None:
    read = page("¶ The pool will stay open.\nMost read in Sport\n¶ Swimmers win in the far city")
    assert labels(read) == {
        "Most read in Sport": "boilerplate by related-heading",
        "Swimmers win in the far city": "related by related-list",
    }


def test_who_plays_next_stands_in_capitals_over_the_last_paragraph_of_a_report() -> None:
    text = "¶ The swimmers won by a length on Sunday."
    last = "¶ The swimmers meet the divers of the far city on Monday night."
    assert labels(page(f"{text}\nUP NEXT\n{last}")).get("UP NEXT") != (
        "boilerplate by related-heading"
    )
    assert labels(page(f"{text}\nUp next\n{last}"))["Up next"] == "boilerplate by related-heading"
