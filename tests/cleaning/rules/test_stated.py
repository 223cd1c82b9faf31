"""Lines that state a field of the article, and addresses that stand alone."""

import pytest

from newsarchive.cleaning.rules.page import page_of
from newsarchive.model import Line, Statement
from ruled import PROSE, labels, page, title


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


def test_a_line_that_only_says_the_day_is_none_of_the_text_that_it_stands_in() -> None:
    rows = ("Published: 3 March 2022", "On 3 March 2022 the otters were seen again at the lake.")
    lines = tuple(Line(number, row) for number, row in enumerate(rows, 1))
    said = tuple(
        Statement("date", "2022-03-03", "date-line", line.text, line.number) for line in lines
    )
    assert labels(page_of(lines, (PROSE, PROSE), said)) == {rows[0]: "date by date-line"}


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


def test_the_line_in_which_a_clipping_names_its_paper_and_the_name_below_the_text() -> None:
    cited = "— The Port Courier, 19 July 1937, p. 4."
    said = Statement("source", "The Port Courier", "cited-paper", cited, 2)
    text = f"¶ The council voted on Tuesday.\n¶ {cited}\n¶ Port Courier"
    assert labels(page(text, said)) == {
        cited: "source by source-line",
        "Port Courier": "source by source-line",
    }


SWUM = "¶ The pool was dug in 1910 by men who could not swim, the town's historian says."


def test_a_line_that_names_the_author_once_more_is_a_byline() -> None:
    said = Statement("authors", "Jane Doe", "byline", "By Jane Doe", 1)
    for line in ("Das Gespräch führte Jane Doe.", "Jane Doe"):
        read = page(f"By Jane Doe\n{SWUM}\n{SWUM}\n¶ {line}", said)
        assert labels(read)[line] == "byline by signed-again"
    other = page(f"By Jane Doe\n{SWUM}\n{SWUM}\n¶ Das Gespräch führte John Roe.", said)
    assert "byline by signed-again" not in labels(other).values()


def test_an_address_without_its_scheme_that_has_the_title_s_words_is_the_article_s_own() -> None:
    own = "port-courier.example/news/pool-to-close-in-autumn/"
    read = page(f"Pool to close in autumn\n¶ {own}\n{SWUM}", title("Pool to close in autumn", 1))
    assert labels(read)[own] == "url by own-address"
