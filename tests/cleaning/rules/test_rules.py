import pytest

from newsarchive.cleaning.rules import RULES, apply_rules, explanation_of, name_of
from newsarchive.cleaning.rules.page import Page, page_of
from newsarchive.cleaning.rules.paragraphs import joins
from newsarchive.cleaning.verdict import Verdict
from newsarchive.model import Line, Statement
from quickness import within
from ruled import OTHER, PROSE, labels, page, title


def test_every_rule_has_a_name_and_an_explanation_of_its_own() -> None:
    names = [name_of(rule) for rule in RULES]
    explanations = [explanation_of(rule) for rule in RULES]
    assert len(set(names)) == len(set(explanations)) == len(RULES)
    assert all(explanation.endswith((".", '".')) for explanation in explanations)


def test_the_title_and_its_repetition_with_other_quotes() -> None:
    read = page(
        """
        Mayor: ‘No Plans’ to Close the Pool
        MAYOR: 'no plans' to close the pool.
        ¶ The mayor spoke of the pool on Monday.
        """,
        title("Mayor: ‘No Plans’ to Close the Pool", 1),
    )
    assert labels(read) == {
        "Mayor: ‘No Plans’ to Close the Pool": "title by title-line",
        "MAYOR: 'no plans' to close the pool.": "boilerplate by repeated-title",
    }


def test_a_title_with_its_tail_is_the_title_and_the_bare_one_its_repetition() -> None:
    read = page(
        """
        Pool to stay open – The Courier
        Pool to stay open
        ¶ The pool will stay open, the mayor said on Monday.
        """,
        Statement("title", "Pool to stay open", "title-tail", "Pool to stay open – The Courier", 1),
    )
    assert labels(read) == {
        "Pool to stay open – The Courier": "title by title-line",
        "Pool to stay open": "boilerplate by repeated-title",
    }


def test_addresses_are_told_apart_by_what_they_lead_to() -> None:
    read = page(
        """
        Pool to Stay Open All Winter
        https://cdn.example.org/pool.JPG?w=1200
        https://example.org/2021/pool-to-stay-open-all-winter
        https://example.org/subscribe
        ¶ The address https://example.org/a stands in a sentence here.
        """,
        title("Pool to Stay Open All Winter", 1),
    )
    assert labels(read) == {
        "Pool to Stay Open All Winter": "title by title-line",
        "https://cdn.example.org/pool.JPG?w=1200": "image by picture-address",
        "https://example.org/2021/pool-to-stay-open-all-winter": "url by own-address",
        "https://example.org/subscribe": "boilerplate by other-address",
    }


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


def test_lines_that_state_a_date_a_byline_a_source_and_a_section() -> None:
    read = page(
        """
        Sport / Swimming
        The Courier
        By A. Reporter
        Monday 5 July 2021
        ¶ The pool opened on 1 July 2021, wrote B. Writer of The Herald.
        """,
        Statement("section", "Sport", "breadcrumb", "Sport / Swimming", 1),
        Statement("source", "The Courier", "masthead", "The Courier", 2),
        Statement("authors", "A. Reporter", "byline", "By A. Reporter", 3),
        Statement("date", "2021-07-05", "date-line", "Monday 5 July 2021", 4),
        Statement("date", "2021-07-01", "day-named", "1 July 2021", 5),
        Statement("authors", "B. Writer", "byline", "B. Writer", 5),
        Statement("source", "The Herald", "agency", "The Herald", 5),
        Statement("date", "2021-07-05", "url-date", "2021/07/05", None, "URL"),
    )
    assert labels(read) == {
        "Sport / Swimming": "section by section-line",
        "The Courier": "source by source-line",
        "By A. Reporter": "byline by byline",
        "Monday 5 July 2021": "date by date-line",
    }


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


@pytest.mark.parametrize(("chance", "text"), [(0.4, "The mayor spoke. " * 13), (0.2, "x")])
def test_a_long_paragraph_amid_the_article_that_is_in_doubt_is_of_it(
    chance: float, text: str
) -> None:
    doubtful = Verdict("boilerplate", chance, "between-paragraphs")
    rows = ("It is warm.", text.strip(), "It is cold.")
    lines = tuple(Line(number, row) for number, row in enumerate(rows, 1))
    read = page_of(lines, (PROSE, doubtful, PROSE), ())
    assert labels(read) == ({text.strip(): "body by long-paragraph"} if chance > 0.3 else {})


BELOW = Verdict("boilerplate", 0.1, "after-the-article")


def below(*texts: str, body: int = 1) -> dict[str, str]:
    prose = "The pool will stay open, the mayor said on Monday. " * body
    lines = tuple(Line(number, text) for number, text in enumerate((prose, *texts), 1))
    return labels(page_of(lines, (PROSE, *[BELOW] * len(texts)), ()))


@pytest.mark.parametrize(
    "text",
    [
        "It will open at ten.",
        "La piscine reste ouverte.",
        "“It is warm,” she said.”",
        "プールは十時に開きます。",
    ],
)
def test_a_sentence_directly_below_news_in_brief_is_its_last(text: str) -> None:
    assert below(text, "Harwick and the sea") == {text: "body by sentence-in-brief"}


def test_a_sentence_between_two_lines_of_news_in_brief_is_of_it() -> None:
    between = Verdict("boilerplate", 0.1, "between-paragraphs")
    rows = ("The pool will stay open.", "So said the mayor: “We have waited.”", "It is warm.")
    lines = tuple(Line(number, row) for number, row in enumerate(rows, 1))
    read = page_of(lines, (PROSE, between, PROSE), ())
    assert labels(read) == {rows[1]: "body by sentence-in-brief"}


def test_news_in_brief_goes_on_below_a_pointer_and_over_a_page() -> None:
    head = Verdict("boilerplate", 0.0, "running-head")
    below = Verdict("boilerplate", 0.1, "after-the-article")
    rows = (
        "The pool will stay open.",
        "Read also: The rain",
        "The Courier",
        "It will be warm, he said.",
    )
    lines = tuple(Line(number, row) for number, row in enumerate(rows, 1))
    found = labels(page_of(lines, (PROSE, below, head, below), ()))
    assert found[rows[3]] == "body by sentence-in-brief"


def under(*texts: str) -> dict[str, str]:
    prose = [
        "The pool will stay open, the mayor said on Monday, for as long as it holds water."
    ] * 16
    lines = tuple(Line(number, text, 0, 1) for number, text in enumerate((*prose, *texts), 1))
    return labels(page_of(lines, (*[PROSE] * len(prose), *[BELOW] * len(texts)), ()))


@pytest.mark.parametrize(
    "text",
    [
        "She went back to her bench.",
        "“I will swim on Monday,” the mayor said.",
        "„Ich schwimme am Montag“, sagte sie.",
        "Она ушла домой.",
    ],
)
def test_a_sentence_below_the_article_that_goes_on_from_its_last_is_of_it(text: str) -> None:
    assert under(text, "Harwick and the sea") == {text: "body by sentence-that-goes-on"}


@pytest.mark.parametrize(
    "text",
    [
        "The Courier writes of the sea.",
        "She has her own page",
        '"Hier ist Bayern": Der Newsletter informiert Sie am Abend.',
        "Sie haben Fragen zu diesem Text.",
    ],
)
def test_a_sentence_below_the_article_that_begins_anew_is_judged_by_the_labeller(text: str) -> None:
    assert under(text) == {}


def test_the_place_of_a_picture_in_a_gallery_is_none_of_the_text() -> None:
    found = labels(page("1/6\n¶ The lanterns went out one by one.\n¶ 2 of 6\n¶ It rained.\n¶ 3/4"))
    assert found["1/6"] == found["2 of 6"] == "boilerplate by place-in-gallery"
    assert "3/4" not in found


def test_a_line_that_only_says_the_day_is_none_of_the_text_that_it_stands_in() -> None:
    rows = ("Published: 3 March 2022", "On 3 March 2022 the otters were seen again at the lake.")
    lines = tuple(Line(number, row) for number, row in enumerate(rows, 1))
    said = tuple(
        Statement("date", "2022-03-03", "date-line", line.text, line.number) for line in lines
    )
    assert labels(page_of(lines, (PROSE, PROSE), said)) == {rows[0]: "date by date-line"}


def test_a_sentence_that_is_the_first_line_above_news_in_brief_is_of_it() -> None:
    above = Verdict("boilerplate", 0.1, "before-the-article")
    rows = ("Bus fares will rise by a tenth in March.", "It is the third rise in two years.")
    lines = tuple(Line(number, row) for number, row in enumerate(rows, 1))
    assert labels(page_of(lines, (above, PROSE), ())) == {rows[0]: "body by sentence-in-brief"}
    menu = (Line(1, "Menu"), *(Line(line.number + 1, line.text) for line in lines))
    assert rows[0] not in labels(page_of(menu, (above, above, PROSE), ()))


def test_below_a_longer_article_or_something_else_a_sentence_is_judged_by_the_labeller() -> None:
    assert below("It will open at ten.", body=30) == {}
    assert below("Harwick and the sea", "It will open at ten.") == {}
    assert below("Mind the rules.") == {}


def test_a_post_of_a_network_and_who_wrote_it_are_not_the_article() -> None:
    read = page(
        "¶ The pool will stay open.\n¶ Good news!\n¶ — A. Name (@a_name) July 19, 2021\n"
        "¶ The mayor was glad."
    )
    assert labels(read) == {
        "Good news!": "boilerplate by quoted-post",
        "— A. Name (@a_name) July 19, 2021": "boilerplate by quoted-post",
    }


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


def test_the_line_over_a_credit_that_states_the_day_or_the_author_is_no_caption() -> None:
    text = "By A. Writer • 05/26/22 4:20pm"
    read = page(
        f"Menu\n\n{text}\nThe pool. A. Name/Getty Images\n¶ The pool will stay open.",
        Statement("authors", "A. Writer", "byline", text, 3),
        Statement("date", "2022-05-26", "date-line", text, 3),
    )
    assert labels(read)[text] == "date by date-line"


def test_an_agency_in_a_line_of_the_source_that_is_stated_as_the_author_is_no_credit() -> None:
    text = """
    Bridge closed
    Quelle: dpa
    ¶ The bridge is closed.
    """
    signed = Statement("authors", "dpa", "byline", "Quelle: dpa", 2)
    assert labels(page(text, signed))["Quelle: dpa"] == "byline by byline"
    assert labels(page(text))["Quelle: dpa"].startswith("credit")


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


@pytest.mark.parametrize("text", ["vor 2 Stunden", "il y a 3 jours", "3 saat önce", "3時間前"])
def test_a_line_that_only_says_how_long_ago_something_came_is_none_of_the_text(text: str) -> None:
    assert labels(page(f"¶ {text}"))[text] == "boilerplate by time-ago"
    assert labels(page(f"¶ {text}, said the mayor.")) == {}


@pytest.mark.parametrize("text", ["Поділитися", "分享到：", "Bagikan", "שתף", "Megosztás"])
def test_the_word_on_a_button_is_known_in_other_languages(text: str) -> None:
    assert labels(page(f"¶ {text}"))[text] == "boilerplate by service-word"


@pytest.mark.parametrize(
    "text",
    ["Čtěte také", "Baca juga:", "Διαβάστε επίσης", "यह भी पढ़ें", "اقرأ أيضا", "あわせて読みたい"],
)
def test_the_words_over_other_articles_are_known_in_other_languages(text: str) -> None:
    assert labels(page(text))[text] == "boilerplate by related-heading"


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


def test_a_byline_that_ends_in_an_agency_is_no_credit() -> None:
    text = "Von A. Writer und B. Writer, dpa"
    author = Statement("authors", "A. Writer", "byline", text, 1)
    read = page(f"{text}\n¶ The pool will stay open, the mayor said on Monday.", author)
    assert labels(read) == {text: "byline by byline"}


def test_a_byline_that_names_the_photographer_too_is_no_caption() -> None:
    text = "Interview by A. Writer | Photos: B. Name"
    author = Statement("authors", "A. Writer", "byline", text, 1)
    read = page(f"{text}\n¶ The pool will stay open, the mayor said on Monday.", author)
    assert labels(read) == {text: "byline by byline"}


def test_what_somebody_noted_above_the_text_is_known_first() -> None:
    read = page(
        "Source: The Courier\nAccessed: 20 July 2021\n¶ The pool will stay open.",
        Statement("source", "The Courier", "noted", "Source: The Courier", 1),
        Statement("crawled", "2021-07-20", "noted", "Accessed: 20 July 2021", 2),
    )
    assert labels(read) == {
        "Source: The Courier": "source by noted",
        "Accessed: 20 July 2021": "boilerplate by noted",
    }


def test_a_line_on_rights_ends_the_list_of_other_articles() -> None:
    read = page(
        "¶ The pool will stay open.\nRelated:\nWhy the pool was closed last year\n"
        "© The Courier Publishing Company Ltd 2021"
    )
    assert labels(read) == {
        "Related:": "boilerplate by related-heading",
        "Why the pool was closed last year": "related by related-list",
    }


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


@pytest.mark.parametrize("marker", ["*", "**", "†", "¹"])
def test_a_footnote_answers_a_marker_in_the_body(marker: str) -> None:
    read = page(f"¶ The pool{marker} will stay open, said the mayor.\n{marker} Built in 1931.")
    assert labels(read) == {f"{marker} Built in 1931.": "footnote by footnote"}


def test_a_line_with_an_asterisk_that_nothing_points_at_is_no_footnote() -> None:
    assert labels(page("¶ The pool will stay open.\n* Required field")) == {}


def test_what_stands_between_asterisks_is_emphasis_and_no_footnote() -> None:
    read = page("¶ The pool** will stay open.\n¶ **Abstract:** The pool of the town is old.")
    assert labels(read) == {}


def test_a_short_line_that_is_a_byline_is_one_though_it_passed_for_the_body() -> None:
    said = Statement("authors", "B. Writer", "byline", "by B. Writer", 1)
    assert labels(page("¶ by B. Writer", said)) == {"by B. Writer": "byline by byline"}


def test_a_sentence_of_the_body_that_names_its_author_stays() -> None:
    text = "I, B. Writer, have seen the pool of this town close."
    assert labels(page(f"¶ {text}", Statement("authors", "B. Writer", "byline", text, 1))) == {}


@pytest.mark.parametrize("ending", [".", "。"])
def test_a_sentence_of_the_body_that_has_the_author_and_the_day_stays(ending: str) -> None:
    text = f"Posted on 2 May 2021 by B. Writer, it told of the pool{ending}"
    author = Statement("authors", "B. Writer", "byline", text, 1)
    day = Statement("date", "2021-05-02", "published-line", text, 1)
    assert labels(page(f"¶ {text}", author, day)) == {}


def test_a_line_of_the_body_that_has_the_author_and_the_day_and_no_more_is_a_byline() -> None:
    text = "Posted on 2 May 2021 and again in June by B. Writer"
    author = Statement("authors", "B. Writer", "byline", text, 1)
    day = Statement("date", "2021-05-02", "published-line", text, 1)
    assert labels(page(f"¶ {text}", author, day)) == {text: "byline by byline"}


def test_a_marker_of_two_asterisks_is_not_answered_by_one() -> None:
    assert labels(page("¶ The pool** will stay open.\n* Required field")) == {}


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
    found = [line.text for i, line in enumerate(read.lines) if (i, "related") in rules_of(read)]
    assert found == [line.removeprefix("¶ ") for line in TEASERS.strip().split("\n")]


def test_a_question_may_be_the_headline_of_a_teaser_or_the_sentence_under_one() -> None:
    asked = (
        "\n¶ Will the pool of Port Elsewhere ever be warm again?"
        "\n¶ Nobody in the town hall knows, she said."
    )
    read = page(f"¶ The pool will stay open.\nSur le même thème{TEASERS.rstrip()}{asked}")
    assert read.lines[max(i for i, label in rules_of(read) if label == "related")] == read.lines[-1]


OWN = "\n".join(f"¶ The pool will stay open for {n} years, the mayor said then." for n in "123456")
MENU = "\n".join(f"Menu {letter}" for letter in "abcdef")


def test_teasers_far_below_the_article_need_no_heading() -> None:
    read = page(f"{OWN}\n{MENU}{TEASERS}")
    found = [line.text for i, line in enumerate(read.lines) if (i, "related") in rules_of(read)]
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
    assert not [i for i, label in rules_of(page(text)) if label == "related"]


def test_a_list_that_a_page_reads_aloud_is_of_other_articles() -> None:
    listed = "list of 2 items\nlist 1 of 2\n¶ The boiler breaks\nlist 2 of 2\n¶ It is mended"
    read = page(f"¶ The pool will stay open.\n{listed}\nend of list\n¶ So said the mayor.")
    assert [i for i, label in rules_of(read) if label == "related"] == [1, 2, 3, 4, 5, 6]
    assert rules_of(page("¶ It is a list of 9 items.\nlist of 9 items\n¶ Towels")) == [
        (1, "related")
    ]


def test_an_article_that_goes_on_below_such_a_heading_is_kept() -> None:
    on = "¶ The mayor had said before that the pool of the town would be closed."
    read = page(f"Most popular\n¶ What will become of the pool\n{on}\n{on} He is sorry.\n{on}")
    assert not [i for i, label in rules_of(read) if label == "related"]


def test_a_sentence_that_begins_like_a_heading_over_teasers_stands_over_none() -> None:
    read = page(f"¶ The pool will stay open.\n¶ Most importantly: swim.{TEASERS}")
    assert not [i for i, label in rules_of(read) if label == "related"]


def test_a_numbered_line_below_teasers_goes_on_with_the_articles_own_list() -> None:
    own = "\n¶ 9. The pool of Port Elsewhere\n¶ It is the oldest of all, and its water is warm."
    read = page(f"¶ 8. The pool of Eastport\nRelated stories{TEASERS}{own}{own}")
    last = max(i for i, label in rules_of(read) if label == "related")
    assert read.lines[last + 1].text == "9. The pool of Port Elsewhere"


def rules_of(read: Page) -> list[tuple[int, str]]:
    return [(i, label) for i, (label, _) in apply_rules(read, {}).items()]


@pytest.mark.parametrize("text", ["Read more: The pool in winter", "Lire aussi : La piscine"])
def test_a_line_that_points_to_another_article_is_not_the_articles(text: str) -> None:
    read = page(f"¶ {text}\n¶ The pool will stay open. Read more: the mayor reads every night.")
    assert labels(read) == {text: "related by pointer-to-another"}


def test_a_heading_needs_the_labeller_to_think_it_possible() -> None:
    above, below = (f"The pool {word} open, the mayor said, {'and so on ' * 12}." for word in "ab")
    lines = tuple(Line(n, text, 0, 0) for n, text in enumerate([above, "A new boiler", below], 1))

    def judged(chance: float) -> dict[str, str]:
        doubtful = Verdict("boilerplate", chance, "between-paragraphs")
        return labels(page_of(lines, (PROSE, doubtful, PROSE), ()))

    assert judged(0.3) == {"A new boiler": "subheading by heading-over-paragraph"}
    assert judged(0.1) == {}


def test_a_label_that_was_given_stays() -> None:
    read = page("$10\nClick to enlarge")
    assert apply_rules(read, {0: ("body", "corrected")}) == {
        0: ("body", "corrected"),
        1: ("boilerplate", "click-prompt"),
    }


PARAGRAPHS = """
¶ The pool will stay open until the end of the summer, the mayor said on Monday morning.
{0}
¶ The town had wanted to close it, since nobody had paid for its repair in twenty years.
¶ "We will find the money," she said, "if I have to sell the chain that I wear tonight."
"""


SWIMMERS = "Swimmers at the pool on its first day, when at last the water was warm and sunny."


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("¶ Advertisement", "boilerplate by advertisement"),
        ("¶ - Werbung -", "boilerplate by advertisement"),
        ("¶ Advertisement - Page continues below", "boilerplate by advertisement"),
        ("¶ Story continues below advertisement", "boilerplate by advertisement"),
        ("¶ * * *", "boilerplate by no-word"),
        ("¶ www.pool.example, shop.pool.example", "boilerplate by bare-host"),
        ("¶ $20 $15 at Poolside", "boilerplate by amount-of-money"),
        ("¶ View this post on Instagram", "boilerplate by embedded-post"),
        ("¶ May be an image of pool and body of water", "boilerplate by embedded-post"),
        ("¶ A. Name / Getty Images", "credit by agency-at-the-end"),
        (f"¶ {SWIMMERS}AFP via Getty Images", "caption by agency-at-the-end"),
        ("¶ Source: Office of Swimming", "credit by source-of-a-figure"),
        ("¶ [Rendering: Studio of the Pool]", "credit by source-of-a-figure"),
        ("¶ Sign up for our newsletter and never miss a pool.", "boilerplate by prompt-to-readers"),
        ("¶ Do you have a story about a pool? Write to us.", "boilerplate by prompt-to-readers"),
        ("¶ Corrections: corrections@pool.example", "boilerplate by prompt-to-readers"),
        ("¶ ann@pool.example", "boilerplate by prompt-to-readers"),
        ("¶ Write to Ann at ann@pool.example.", "boilerplate by prompt-to-readers"),
        ("¶ Thanks for reading Pools! Subscribe for free.", "boilerplate by prompt-to-readers"),
        ("¶ Pools is a reader-supported publication.", "boilerplate by prompt-to-readers"),
        ("¶ You received this email as you signed up.", "boilerplate by prompt-to-readers"),
        ("¶ Unsubscribe: https://pool.example/u", "boilerplate by prompt-to-readers"),
        ("¶ Video Player is loading.", "boilerplate by embedded-post"),
        ("¶ Lire la suite", "boilerplate by service-word"),
        ("¶ 김민지 기자 minji@pool.example", "byline by who-reported"),
        ("¶ (Reporting by A. Name; Editing by B. Name)", "byline by who-reported"),
        ("¶ Aus dem Englischen von A. Name", "byline by who-reported"),
        ("¶ Traducción de A. Name.", "byline by who-reported"),
        ("¶ [my note: ask the pool for figures]", "boilerplate by note-of-the-reader"),
        ("¶ >> cf. Pool, folder 3", "boilerplate by note-of-the-reader"),
        ("¶ Sent from my iPhone", "boilerplate by prompt-to-readers"),
        ("¶ Machine translation. The original is authoritative.",
         "boilerplate by prompt-to-readers"),
        ("¶ Have we missed your favourite? Tell us in the comments.",
         "boilerplate by prompt-to-readers"),
        ("¶ Pool of the year: all the winners »", "related by arrow-at-the-end"),
        ("¶ Swimmers rest beside the pool of the town on Tuesday, Nov. 19, 2019, in Eastport.",
         "caption by dated-caption"),
        ("¶ Swimmers rest beside the pool in the sun.Ann Name", "caption by glued-credit"),
        ("¶ Comments", "boilerplate by service-word"),
        ("¶ Open image in full screen", "boilerplate by embedded-post"),
        ("¶ Bild vergrößern", "boilerplate by embedded-post"),
        ("¶ Here is a film of the pool.Watch on YouTube", "boilerplate by invitation-to-click"),
        ("¶ Do you like our pool? Click here to help.", "boilerplate by invitation-to-click"),
        ("¶ Das Bad öffnet am Montag wieder. mehr", "boilerplate by invitation-to-click"),
        ("¶ Um eingebettete Inhalte anzuzeigen, ist deine Einwilligung nötig.",
         "boilerplate by invitation-to-click"),
        ("¶ Pour afficher ce contenu, vous devez accepter les cookies de la piscine.",
         "boilerplate by invitation-to-click"),
        ("¶ Photography: A. Name", "credit by credit"),
        ("¶ Swimmers beside the pool (Ann Name/The Courier)",
         "caption by name-and-house-at-the-end"),
        ("¶ A new map of the pool (NASA/JPL/ASU)", "caption by name-and-house-at-the-end"),
        ("¶ See more: The pool in winter", "related by pointer-to-another"),
        ("¶ All about pools, every Friday to your inbox.", "boilerplate by newsletter-offer"),
        ("¶ ニュースレターの登録に失敗しました。", "boilerplate by newsletter-offer"),
        ("¶ Poolside bringt das Neueste direkt in Ihr Postfach.",
         "boilerplate by newsletter-offer"),
        ("¶ If you buy by our links, Poolside may earn a commission.",
         "boilerplate by commission-on-links"),
        ("¶ This story contains affiliate links.", "boilerplate by commission-on-links"),
        ("¶ All this is for informational purposes only.", "boilerplate by disclaimer"),
        ("¶ This email and its attachments are confidential.", "boilerplate by disclaimer"),
        ("¶ Diese E-Mail ist vertraulich.", "boilerplate by disclaimer"),
        ("¶ Leserkommentare geben nicht die Meinung der Redaktion wieder.",
         "boilerplate by disclaimer"),
        ("¶ It is not intended as medical advice to swimmers.", "boilerplate by disclaimer"),
        (
            "¶ The views expressed here are the author's and not necessarily those of the paper.",
            "boilerplate by disclaimer",
        ),
        ("¶ Filed under: pools, winter", "boilerplate by tags-of-the-article"),
        ("¶ This is a breaking news story - more to follow", "boilerplate by more-to-follow"),
        ("¶ Diese Meldung wird laufend aktualisiert.", "boilerplate by more-to-follow"),
        ("¶ Schlagworte: Becken, Winter", "boilerplate by tags-of-the-article"),
        ("¶ The Courier writer A. Name contributed to this report.", "byline by who-reported"),
    ],
)  # fmt: skip
def test_what_stands_amid_the_text_and_is_not_of_it(text: str, label: str) -> None:
    assert labels(page(PARAGRAPHS.format(text))) == {text.removeprefix("¶ "): label}


@pytest.mark.parametrize(
    "text",
    [
        "¶ The advertisement hung on the wall of the pool.",
        "¶ 42",
        "¶ It cost $20.",
        "¶ The agency that had told the story first was Reuters.",
        "¶ Sources at the town hall said that the pool was lost.",
        "¶ Follow the river and you will find a pool that nobody has to pay for.",
        "¶ Reporting is what he did before he swam.",
        "¶ The pool opens on Tuesday, and closes in November.",
        "¶ It belongs to the U.S.A.",
        "¶ Ann Name is a swimmer.",
        "¶ Poolside.Chat",
        "¶ This email was sent by the mayor, who denies it.",
        "¶ To stop the leak the town would have to sell the pool.",
        "¶ He wrote to ann@pool.example, which was not her address.",
        "¶ 김민지 기자는 수영장이 다시 열린다고 말했다.",
        "¶ pool_plan_v2.py",
        "¶ 1.Repairs of the Boiler",
        "¶ The prize goes to the doctor Ann Name, Ph.D",
        "¶ We will find the money for the pool.Click To Tweet",
        "¶ Video: 4K/30p with no crop",
        "¶ Nobody wants to give up the pool. (I picture us all in the rain.)",
        "¶ This mirror image also brings a balance to the pool.",
        "¶ The agents who sell the pool earn a commission of nine per cent.",
        "¶ The plan was for the mayor's information, and her advice was to swim.",
        "¶ The pool will be mended by two parties (SPD/Grüne)",
        "¶ Nobody had contributed to this report more than the swimmers of Eastport did.",
        "¶ The tags: they were found at the bottom of the pool.",
        "¶ The story of the pool will be told again, and it will be updated then.",
        "¶ The pool can be reached by bus, and so can the sea.",
        "¶ They told her on Monday that the mayor would follow her example.",
    ],
)
def test_a_paragraph_that_only_resembles_them_stays_one(text: str) -> None:
    assert labels(page(PARAGRAPHS.format(text))) == {}


def test_a_right_with_a_year_below_the_article_is_no_credit_of_a_picture() -> None:
    notice = "© 2021 The Eastport Gazette"
    prose = "¶ The pool will stay open, the mayor said on Monday."
    assert labels(page(f"{prose}\n{notice}")) == {}
    assert labels(page(f"{notice}\n{prose}")) == {notice: "credit by credit"}


@pytest.mark.parametrize(
    "text", ["Ann Name can be reached at ann@courier.example.", "Reach her on Poolside."]
)
def test_how_to_write_to_the_author_is_told_below_the_article_alone(text: str) -> None:
    label = "boilerplate by how-to-reach-the-author"
    assert labels(page(PARAGRAPHS.format(SWIMMERS) + f"¶ {text}"))[text] == label
    assert labels(page(f"¶ {text}" + PARAGRAPHS.format(SWIMMERS))) == {}


def test_who_wrote_the_article_is_told_at_its_end_alone() -> None:
    box = "Ann Name is a writer in Eastport and swims every day."
    prose = [f"¶ The pool will stay open for the {n}th year, said the mayor." for n in range(9)]
    assert labels(page("\n".join([*prose, f"¶ {box}"]))) == {
        box: "boilerplate by box-of-the-author"
    }
    assert labels(page("\n".join([f"¶ {box}", *prose]))) == {}


def test_a_line_that_the_page_repeats_is_no_heading() -> None:
    paragraph = "¶ " + "The pool will stay open, the mayor said on Monday morning. " * 3
    text = "\n".join([paragraph, "More of the pool", paragraph, "More of the pool", paragraph])
    assert labels(page(text)) == {}


def test_a_broken_sentence_is_joined() -> None:
    lines = page("The pool will stay\nopen, the mayor said.\nit is old.\nThe end").lines
    assert joins(lines, frozenset(range(4))) == {1}


def test_lines_with_something_between_them_are_not_joined() -> None:
    lines = page("The pool will stay\nAdvertisement\nopen, the mayor said.").lines
    assert joins(lines, frozenset({0, 2})) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "* a\n" * 20_000 + "¶ " + "word " * 200_000,
        "Related:\nFive Words Make a Headline\n" * 20_000,
        "© " * 500_000,
        "(photo " * 150_000,
        "click " * 200_000,
        "$" + "1," * 500_000,
        "https://example.org/" + "a-" * 500_000,
        "our " * 100_000 + "commission affiliate inbox informational advice click here " * 5_000,
        "list of 9 items\n" * 40_000,
        f"{OWN}\n{MENU}\n" + "¶ Five Words Make a Headline\n¶ And it is all that it is.\n" * 20_000,
    ],
)
def test_hostile_text_takes_time_in_proportion_to_its_length(text: str) -> None:
    read = page(text, title("Some Words of a Title", 1))
    with within(5):
        apply_rules(read, {})


THREAD = """
Comments (2)
Jane
¶ I have swum there for forty years, and the water was never warm.
Reply
John
¶ They should have built a new one when there was money for it.
Reply
"""


def test_who_claims_all_rights_below_the_text_is_no_picture_s_owner() -> None:
    claim = "جميع الحقوق محفوظة © 2021 صحيفة الميناء"
    read = page(f"¶ The pool will stay open.\n¶ It had been closed in March.\n{claim}")
    assert (2, "caption") not in rules_of(read)


def test_what_readers_comment_is_not_of_the_article() -> None:
    read = page("¶ The pool will stay open.\n¶ It had been closed in March." + THREAD)
    boilerplate = {i for i, label in rules_of(read) if label == "boilerplate"}
    assert boilerplate == set(range(2, 9))


def test_a_subheading_about_comments_is_not_over_a_thread() -> None:
    read = page("¶ The pool will stay open.\n¶ Comment engagement score" + THREAD[13:])
    assert {i for i, label in rules_of(read) if label == "boilerplate"} == {4, 7}


@pytest.mark.parametrize("words", ["12 Comments", "Kommentare: 10", "2 replies by Ann and others"])
def test_the_words_over_a_thread_may_say_how_many_and_who(words: str) -> None:
    read = page(f"¶ The pool will stay open.\n¶ It had been closed.\n{words}" + THREAD[13:])
    boilerplate = {i for i, label in rules_of(read) if label == "boilerplate"}
    assert boilerplate >= set(range(3, 9))


def test_one_answer_makes_no_thread() -> None:
    read = page("¶ The pool will stay open.\nComments\n¶ The mayor said so.\nReply")
    assert 2 not in dict(rules_of(read))


@pytest.mark.parametrize(
    "text",
    [
        "© 2000-2021 The Courier. No part may be used without a link.",
        "Copyright The Courier. All rights reserved. No part may be used.",
        "© Riproduzione riservata",
        "This work is licensed under a Creative Commons licence.",
    ],
)
def test_a_claim_of_rights_that_passes_for_the_text_is_none_of_it(text: str) -> None:
    read = page(f"¶ The pool will stay open, the mayor said on Monday.\n¶ {text}")
    assert labels(read)[text].startswith("boilerplate by ")


def test_words_with_a_sign_are_tags_where_there_are_two_and_a_heading_where_one_is_alone() -> None:
    read = page("¶ The pool will stay open.\n¶ #Pool\n¶ #Eastport")
    assert labels(read) == {
        "#Pool": "boilerplate by hashtags",
        "#Eastport": "boilerplate by hashtags",
    }
    assert labels(page("¶ The pool will stay open.\n¶ #Conclusion")) == {}


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


def test_a_list_read_aloud_in_arabic_is_one_of_other_articles() -> None:
    read = page(
        "¶ المسبح مفتوح.\n¶ قائمة من 1 عناصر\n¶ إغلاق المسبح\n¶ نهاية القائمة\n¶ قال العمدة ذلك."
    )
    assert labels(read)["إغلاق المسبح"] == "related by list-read-aloud"


COMMENT = "{name} says:\n{day} at {n}:17 pm\n¶ I have swum in this pool since I was a child."


def thread(*names: str, day: str = "August 8, 2018") -> str:
    return "\n".join([COMMENT.format(name=each, day=day, n=n) for n, each in enumerate(names, 1)])


def test_comments_are_told_by_the_hours_below_the_names_of_who_wrote_them() -> None:
    prose = "¶ The pool will stay open, the mayor said on Monday.\n" * 3
    read = labels(page(prose + thread("Gaye", "Jan Smith", "swimmer75")))
    assert read["I have swum in this pool since I was a child."] == (
        "boilerplate by comment-by-its-hour"
    )


@pytest.mark.parametrize(
    "below",
    [
        thread("Gaye", "Jan Smith"),
        thread("Share", "Share", "Share"),
        thread("The mayor opens the harbour bridge", "Why the pool was closed", "Ferries are late"),
    ],
)
def test_few_hours_or_no_names_make_no_thread(below: str) -> None:
    prose = "¶ The pool will stay open, the mayor said on Monday.\n" * 3
    assert "comment-by-its-hour" not in str(labels(page(prose + below)))


def test_the_author_s_own_name_opens_a_box_wherever_it_stands() -> None:
    box = "Ann Name covers swimming. She was an editor before."
    prose = "¶ The pool will stay open, the mayor said on Monday.\n¶ It is warm.\n¶ It is cold."
    read = page(f"By Ann Name\n¶ {box}\n{prose}", Statement("authors", "Ann Name", "byline", "", 1))
    assert labels(read)[box] == "boilerplate by box-of-the-author"
    other = page(
        f"By Jo Other\n¶ {box}\n{prose}", Statement("authors", "Jo Other", "byline", "", 1)
    )
    assert box not in labels(other)


def test_a_credit_in_brackets_and_the_line_above_it_are_no_text() -> None:
    read = page(
        "¶ Das Bad bleibt offen.\n\n¶ Das Tier wehrte sich nicht.\n¶ (Foto: Wasserschutz Hafen)\n\n"
        "¶ Das sagte die Bürgermeisterin am Montag."
    )
    assert labels(read) == {
        "Das Tier wehrte sich nicht.": "caption by caption-over-credit",
        "(Foto: Wasserschutz Hafen)": "credit by credit",
    }


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


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("For only R75 per month you get journalism you can trust.", "appeal-for-support"),
        ("Unterstützen Sie unabhängigen Journalismus, damit wir bleiben.", "appeal-for-support"),
        ("A. Name et al. 2023. A snail of the Oligocene. doi: 10.1234/a.5", "study-cited"),
        ("The Courier may get a commission from retail offers.", "commission-on-links"),
    ],
)
def test_what_a_publisher_says_of_its_work_and_its_sources_is_no_text(text: str, rule: str) -> None:
    prose = "¶ The pool will stay open, the mayor said on Monday."
    assert labels(page(f"{prose}\n¶ {text}\n{prose}")) == {text: f"boilerplate by {rule}"}


def test_what_somebody_says_of_journalism_is_the_article_s() -> None:
    said = "“You must support journalism,” she told us at the pool."
    assert labels(page(f"¶ The pool will stay open.\n¶ {said}\n¶ It is warm.")) == {}


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
    "text",
    [
        "This article is more than 4 years old",
        "Artikkelen er mer enn to år gammel.",
        "This is an archived article and the information in it may be outdated.",
    ],
)
def test_a_warning_of_the_article_s_age_is_no_text(text: str) -> None:
    prose = "¶ The pool will stay open, the mayor said on Monday."
    assert labels(page(f"{prose}\n¶ {text}\n{prose}")) == {
        text: "boilerplate by age-of-the-article"
    }


def test_news_in_brief_go_on_below_a_list_of_other_articles() -> None:
    last = "The council will vote on it in May, the mayor said."
    texts = ("Related:", "Why the pool was closed last year", last)
    assert below(*texts)[last] == "body by sentence-in-brief"


def test_the_author_s_box_below_news_in_brief_is_no_sentence_of_them() -> None:
    box = "Ann Name is a staff writer for the Courier and swims."
    lines = tuple(
        Line(number, text)
        for number, text in enumerate(("By Ann Name", "The pool will stay open. " * 4, box), 1)
    )
    said = Statement("authors", "Ann Name", "byline", "By Ann Name", 1)
    read = page_of(lines, (OTHER, PROSE, BELOW), (said,))
    assert labels(read)[box] == "boilerplate by box-of-the-author"


def test_a_credit_at_the_end_may_hold_an_abbreviation() -> None:
    text = "Warga memikul rumah di desa. Foto: Dok. Desa"
    prose = "¶ The pool will stay open, the mayor said on Monday."
    assert labels(page(f"{prose}\n¶ {text}\n{prose}")) == {text: "caption by credit-at-the-end"}


def test_headings_in_turkish_capitals_are_known_as_those_in_small_letters() -> None:
    read = page("¶ Havuz yaz sonuna kadar açık kalacak, dedi.\n¶ İLGİLİ HABER\nHavuz kapandı")
    assert labels(read)["İLGİLİ HABER"] == "boilerplate by related-heading"


def test_entries_of_a_live_blog_are_no_teasers_though_a_button_stands_over_them() -> None:
    entry = "Councils in four counties have told parents to keep their children at home today"
    times = ("09:42", "09:30", "09:11")
    blog = "\n".join(f"{time}\nSchools closed at {time}\n¶ {entry} by {time}." for time in times)
    read = labels(page(f"¶ {entry}.\nMost Popular\n{blog}"))
    assert not any(label.endswith("teaser") for label in read.values())


def test_a_notice_of_rights_in_sentences_is_none_of_news_in_brief() -> None:
    rights = "Copyright 2023 Port Media. This material may not be published or rewritten."
    read = page(f"¶ The pool will stay open, the mayor said on Monday.\n{rights}")
    assert labels(read)[rights] == "boilerplate by claim-of-rights"


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


def test_the_line_in_which_a_clipping_names_its_paper_and_the_name_below_the_text() -> None:
    cited = "— The Port Courier, 19 July 1937, p. 4."
    said = Statement("source", "The Port Courier", "cited-paper", cited, 2)
    text = f"¶ The council voted on Tuesday.\n¶ {cited}\n¶ Port Courier"
    assert labels(page(text, said)) == {
        cited: "source by source-line",
        "Port Courier": "source by source-line",
    }


def test_a_short_line_in_capitals_over_a_paragraph_is_a_heading_of_the_text() -> None:
    prose = (
        "The pool will stay open until the end of the summer, the mayor said on Monday morning, "
        * 2
    )
    read = page(f"¶ {prose}\n¶ BANK CLEARINGS UP\n¶ {prose}\n¶ FIRE IN PORT.\n¶ {prose}\n¶ THE END")
    assert labels(read) == {"BANK CLEARINGS UP": "subheading by heading-in-capitals"}


SWUM = "¶ The pool was dug in 1910 by men who could not swim, the town's historian says."


def test_a_line_that_names_the_author_once_more_is_a_byline() -> None:
    said = Statement("authors", "Jane Doe", "byline", "By Jane Doe", 1)
    for line in ("Das Gespräch führte Jane Doe.", "Jane Doe"):
        read = page(f"By Jane Doe\n{SWUM}\n{SWUM}\n¶ {line}", said)
        assert labels(read)[line] == "byline by signed-again"
    other = page(f"By Jane Doe\n{SWUM}\n{SWUM}\n¶ Das Gespräch führte John Roe.", said)
    assert "byline by signed-again" not in labels(other).values()


def test_a_word_over_the_title_is_a_kicker_though_it_passes_for_the_text() -> None:
    read = page(f"¶ INTERVIEW\nWe waited too long\n{SWUM}", title("We waited too long", 2))
    assert labels(read)["INTERVIEW"] == "boilerplate by kicker"
    sentence = page(f"¶ It is late.\nWe waited too long\n{SWUM}", title("We waited too long", 2))
    assert "It is late." not in labels(sentence)


def test_numbers_below_posts_of_a_network_are_none_of_them() -> None:
    posts = "Jane Doe\n@janedoe\n¶ In 1994 they warned.\n¶ 12\n¶ 1.2K"
    assert [labels(page(f"{posts}\n{posts}"))[count] for count in ("12", "1.2K")] == [
        "boilerplate by count-of-reactions"
    ] * 2
    assert "12" not in labels(page(posts))


def test_what_a_reader_s_mail_says_over_the_article_is_none_of_it() -> None:
    over = "Jane Doe thought you would be interested in this article"
    read = page(f"¶ {over}\nPool to close\n{SWUM}\n{SWUM}", title("Pool to close", 2))
    assert labels(read)[over] == "boilerplate by prompt-to-readers"
    below = page(f"Pool to close\n{SWUM}\n¶ He {over[9:]}\n{SWUM}", title("Pool to close", 1))
    assert f"He {over[9:]}" not in labels(below)


def test_an_address_without_its_scheme_that_has_the_title_s_words_is_the_article_s_own() -> None:
    own = "port-courier.example/news/pool-to-close-in-autumn/"
    read = page(f"Pool to close in autumn\n¶ {own}\n{SWUM}", title("Pool to close in autumn", 1))
    assert labels(read)[own] == "url by own-address"
