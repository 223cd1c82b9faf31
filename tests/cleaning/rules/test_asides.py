"""What a publisher says to its readers beside the article: prompts, boxes, buttons."""

import pytest

from newsarchive.cleaning.rules.page import page_of
from newsarchive.cleaning.verdict import Verdict
from newsarchive.model import Line, Statement
from ruled import OTHER, PROSE, amid, labels, page, title


@pytest.mark.parametrize("text", ["vor 2 Stunden", "il y a 3 jours", "3 saat önce", "3時間前"])
def test_a_line_that_only_says_how_long_ago_something_came_is_none_of_the_text(text: str) -> None:
    assert labels(page(f"¶ {text}"))[text] == "boilerplate by time-ago"
    assert labels(page(f"¶ {text}, said the mayor.")) == {}


@pytest.mark.parametrize("text", ["Поділитися", "分享到：", "Bagikan", "שתף", "Megosztás"])
def test_the_word_on_a_button_is_known_in_other_languages(text: str) -> None:
    assert labels(page(f"¶ {text}"))[text] == "boilerplate by service-word"


def test_below_a_short_article_a_line_says_who_its_author_is() -> None:
    box = "Joost Visser is verslaggever in Nieuwehaven."
    text = f"""
    Joost Visser
    ¶ De brug blijft negen weken dicht.
    ¶ {box}
    """
    signed = Statement("authors", "Joost Visser", "name-line", "Joost Visser", 1)
    assert labels(page(text, signed))[box] == "boilerplate by box-of-the-author"
    assert box not in labels(page(text))


def test_words_that_lead_to_who_the_author_is_are_none_of_the_text_either() -> None:
    box = "Merle Brodersen, Jahrgang 1990, schreibt über Natur und Städte."
    text = f"""
    Merle Brodersen
    ¶ Wenn Kirsten Petersen durch die Stadt geht, grüßt sie die Bäume.
    ¶ Über die Autorin
    ¶ {box}
    """
    signed = Statement("authors", "Merle Brodersen", "name-line", "Merle Brodersen", 1)
    told = labels(page(text, signed))
    assert told["Über die Autorin"] == told[box] == "boilerplate by box-of-the-author"


def test_who_wrote_the_article_is_told_at_its_end_alone() -> None:
    box = "Ann Name is a writer in Eastport and swims every day."
    prose = [f"¶ The pool will stay open for the {n}th year, said the mayor." for n in range(9)]
    assert labels(page("\n".join([*prose, f"¶ {box}"]))) == {
        box: "boilerplate by box-of-the-author"
    }
    assert labels(page("\n".join([f"¶ {box}", *prose]))) == {}


def test_the_author_s_own_name_opens_a_box_wherever_it_stands() -> None:
    box = "Ann Name covers swimming. She was an editor before."
    prose = "¶ The pool will stay open, the mayor said on Monday.\n¶ It is warm.\n¶ It is cold."
    read = page(f"By Ann Name\n¶ {box}\n{prose}", Statement("authors", "Ann Name", "byline", "", 1))
    assert labels(read)[box] == "boilerplate by box-of-the-author"
    other = page(
        f"By Jo Other\n¶ {box}\n{prose}", Statement("authors", "Jo Other", "byline", "", 1)
    )
    assert box not in labels(other)


def test_the_author_s_box_below_news_in_brief_is_no_sentence_of_them() -> None:
    box = "Ann Name is a staff writer for the Courier and swims."
    lines = tuple(
        Line(number, text)
        for number, text in enumerate(("By Ann Name", "The pool will stay open. " * 4, box), 1)
    )
    said = Statement("authors", "Ann Name", "byline", "By Ann Name", 1)
    below = Verdict("boilerplate", 0.1, "after-the-article")
    read = page_of(lines, (OTHER, PROSE, below), (said,))
    assert labels(read)[box] == "boilerplate by box-of-the-author"


def test_where_the_authors_were_and_who_contributed_is_told_from_the_text() -> None:
    lines = [
        "Ann Lee reported from Elsewhere, and Ben Roe from the port.",
        "Cy Poe contributed reporting from Weston.",
    ]
    author = Statement("authors", "Ann Lee", "byline", "By Ann Lee", 1)
    text = f"By Ann Lee\n¶ {lines[0]}\n¶ The council voted on Tuesday.\n¶ {lines[1]}"
    assert labels(page(text, author)) == {
        "By Ann Lee": "byline by byline",
        lines[0]: "byline by who-reported",
        lines[1]: "byline by who-reported",
    }


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Sign up for our newsletter and never miss a pool.", "boilerplate by prompt-to-readers"),
        ("Do you have a story about a pool? Write to us.", "boilerplate by prompt-to-readers"),
        ("Corrections: corrections@pool.example", "boilerplate by prompt-to-readers"),
        ("ann@pool.example", "boilerplate by prompt-to-readers"),
        ("Write to Ann at ann@pool.example.", "boilerplate by prompt-to-readers"),
        ("Thanks for reading Pools! Subscribe for free.", "boilerplate by prompt-to-readers"),
        ("Pools is a reader-supported publication.", "boilerplate by prompt-to-readers"),
        ("You received this email as you signed up.", "boilerplate by prompt-to-readers"),
        ("Unsubscribe: https://pool.example/u", "boilerplate by prompt-to-readers"),
        ("Lire la suite", "boilerplate by service-word"),
        ("김민지 기자 minji@pool.example", "byline by who-reported"),
        ("(Reporting by A. Name; Editing by B. Name)", "byline by who-reported"),
        ("Aus dem Englischen von A. Name", "byline by who-reported"),
        ("Traducción de A. Name.", "byline by who-reported"),
        ("[my note: ask the pool for figures]", "boilerplate by note-of-the-reader"),
        (">> cf. Pool, folder 3", "boilerplate by note-of-the-reader"),
        ("Sent from my iPhone", "boilerplate by prompt-to-readers"),
        (
            "Machine translation. The original is authoritative.",
            "boilerplate by prompt-to-readers",
        ),
        (
            "Have we missed your favourite? Tell us in the comments.",
            "boilerplate by prompt-to-readers",
        ),
        ("Comments", "boilerplate by service-word"),
        ("The Courier writer A. Name contributed to this report.", "byline by who-reported"),
    ],
)
def test_what_a_publisher_says_to_its_readers_amid_the_text_is_not_of_it(
    text: str, label: str
) -> None:
    assert labels(amid(text)) == {text: label}


SWUM = "¶ The pool was dug in 1910 by men who could not swim, the town's historian says."


def test_what_a_reader_s_mail_says_over_the_article_is_none_of_it() -> None:
    over = "Jane Doe thought you would be interested in this article"
    read = page(f"¶ {over}\nPool to close\n{SWUM}\n{SWUM}", title("Pool to close", 2))
    assert labels(read)[over] == "boilerplate by prompt-to-readers"
    below = page(f"Pool to close\n{SWUM}\n¶ He {over[9:]}\n{SWUM}", title("Pool to close", 1))
    assert f"He {over[9:]}" not in labels(below)


@pytest.mark.parametrize(
    "sentence",
    [
        "Translated from the Greek, the word means a bridge of boats.",
        "Machine translation has made such work much faster.",
        "Sent from the front in 1916, the letters speak of bridges.",
        "Aus dem Umfeld von Bürgermeisterin Holt heißt es, das Bad bleibe offen.",
        "Tłumaczył, że basen będzie zamknięty do końca lata.",
        "Перевод с карты на карту стал дороже.",
    ],
)
def test_a_sentence_that_begins_like_a_note_is_the_article_s(sentence: str) -> None:
    assert labels(amid(sentence)) == {}


def test_what_is_said_of_the_author_by_the_given_name_is_told_close_below_the_whole_one() -> None:
    said = "Ann covers pools. She joined the Courier in 2015."
    ann = Statement("authors", "Ann Name", "byline", "Ann Name", 2)
    box = page(f"¶ It is warm.\nAnn Name\nReporter\n¶ {said}", ann)
    assert labels(box)[said] == "boilerplate by box-of-the-author"
    prose = "¶ It is warm there, and quiet.\n" * 4
    assert said not in labels(page(f"By Ann Name\n¶ {said}\n{prose}", ann))


@pytest.mark.parametrize(
    "sentence",
    [
        "If you are already registered to vote, you need do nothing.",
        "Help keep the pool clean by sharing a towel, the mayor said.",
        "This story is free of heroes.",
    ],
)
def test_a_sentence_that_begins_like_a_wall_is_the_article_s(sentence: str) -> None:
    assert labels(amid(sentence)) == {}


@pytest.mark.parametrize(
    "line",
    [
        "If you have already registered or subscribed, please sign in to continue.",
        "This article is free to read if you register or sign in.",
        "Thank you for signing up!",
        "There was a problem signing you up.",
        "We'll send you the latest news. You can manage it any time.",
        "Join the Courier's Telegram channel and read all about pools.",
    ],
)
def test_a_wall_and_a_form_between_paragraphs_are_not_of_them(line: str) -> None:
    assert labels(amid(line)) == {line: "boilerplate by prompt-to-readers"}
