import msgspec
import pytest

from newsarchive import model
from newsarchive.body import Figure, Mark, Note, Paragraph, Subheading
from newsarchive.model import Article, Evidence, Field, LabelledLine
from newsarchive.rights import RightsStatement, excerpt_of, rights_of, statement_of
from newsarchive.settings.schema import Rights
from samples import article, stated

ARCHIVE = Rights(statement="Ask us.", sources={"Eastport Echo": "Ask the Echo."})


def test_the_nearest_statement_counts() -> None:
    assert rights_of(article(), ARCHIVE).text == "Ask us."
    assert rights_of(article(source=stated("EASTPORT ECHO")), ARCHIVE).text == "Ask the Echo."
    printed = article(source=stated("eastport-echo.example"), house="Eastport Echo")
    assert rights_of(printed, ARCHIVE).text == "Ask the Echo."
    own = article(source=stated("Eastport Echo"), rights=stated("Free for all."))
    assert rights_of(own, ARCHIVE).text == "Free for all."


@pytest.mark.parametrize(
    ("said", "statement"),
    [
        ("Ask us.", RightsStatement("Ask us.")),
        (
            "https://rightsstatements.org/page/NoC-US/1.0/?language=en",
            RightsStatement(
                "No copyright in the United States",
                "https://rightsstatements.org/page/NoC-US/1.0/?language=en",
            ),
        ),
        (
            "https://creativecommons.org/licenses/by-nc/4.0/deed.de",
            RightsStatement(
                "CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/deed.de"
            ),
        ),
        (
            "https://creativecommons.org/publicdomain/zero/1.0/",
            RightsStatement("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ),
        (
            "https://port.example/rights",
            RightsStatement("https://port.example/rights", "https://port.example/rights"),
        ),
        ("javascript:alert(1)", RightsStatement("javascript:alert(1)")),
        ("", RightsStatement("")),
    ],
)
def test_an_address_is_named_where_it_is_a_known_statement(
    said: str, statement: RightsStatement
) -> None:
    assert statement_of(said) == statement


TEXT = "one two three four five six seven eight nine ten"


def whole() -> Article:
    return article(
        "The headline",
        blocks=(
            Subheading("A heading", (2,)),
            Paragraph("alpha beta gamma*", (3,), (Mark(16, "*", 1),)),
            Figure(TEXT, (4,)),
            Paragraph(TEXT, (5,)),
            Paragraph(TEXT, (6,)),
        ),
        notes=(Note("*", TEXT, 7),),
        related=(TEXT,),
        dateline=Field("EASTPORT", "stated", (Evidence("dateline", TEXT, 5),)),
        language=Field("en", "inferred", (Evidence("language", TEXT),)),
        lines=(
            LabelledLine(1, "The headline", "title", "title"),
            LabelledLine(5, TEXT, "body", "prose"),
            LabelledLine(9, TEXT, "boilerplate", "form"),
        ),
    )


def test_an_excerpt_holds_the_first_words_and_nothing_more_of_the_text() -> None:
    cut = excerpt_of(whole(), 5)
    assert cut.blocks == (
        Subheading("A heading", (2,)),
        Paragraph("alpha beta gamma*", (3,)),
        Paragraph("one two …", (5,)),
    )
    assert cut.withheld == 18
    assert b"three" not in msgspec.json.encode(cut)


def test_a_quotation_that_is_cut_stays_one() -> None:
    quoted = article(blocks=(Paragraph("one two three", (1,), quoted=True),))
    assert excerpt_of(quoted, 2).blocks == (Paragraph("one two …", (1,), quoted=True),)


def test_an_excerpt_still_shows_how_the_headline_is_known_and_what_each_line_was() -> None:
    cut = excerpt_of(whole(), 5)
    assert cut.title == whole().title
    assert [(line.text, line.label) for line in cut.lines] == [
        ("The headline", "title"),
        ("", "body"),
        ("", "boilerplate"),
    ]
    assert cut.dateline == Field("EASTPORT", "stated", (Evidence("dateline", "", 5),))


def test_an_archive_without_a_limit_publishes_articles_as_they_are() -> None:
    assert excerpt_of(whole(), 0) == whole()


def test_a_short_article_withholds_nothing() -> None:
    assert excerpt_of(article(), 100).withheld == 0


def test_an_excerpt_says_what_was_not_sure_enough_without_its_line() -> None:
    unsure = (model.Statement("source", "The Courier", "known-name", TEXT, 9),)
    (said,) = excerpt_of(article(unsure=unsure), 5).unsure
    assert (said.value, said.text) == ("The Courier", "")
