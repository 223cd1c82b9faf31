"""What the page says of the inputs, and of what is not known of the articles."""

from newsarchive.archive import Ledger
from newsarchive.model import Problem
from newsarchive.pages.ledger import articles_in, ledger_view
from newsarchive.pages.views import LedgerPartView, LedgerRow
from samples import entry, said

BROKEN = Problem("a.txt", "holds no text", "Remove it")
DOUBTED = Problem("b.txt", "read as cp1252", "Save it as UTF-8", 3, fate="doubtful")


def test_each_fate_has_its_inputs_with_their_place_and_reason() -> None:
    view = ledger_view(Ledger(published=1, problems=(BROKEN, DOUBTED)), (), 0, 0)
    assert view.parts == (
        LedgerPartView("set-aside", (LedgerRow("a.txt", "holds no text"),), 0),
        LedgerPartView("doubtful", (LedgerRow("b.txt:3", "read as cp1252"),), 0),
    )


def test_articles_whose_date_or_source_is_not_known_are_counted_and_linked() -> None:
    links = ledger_view(Ledger(), (), 2, 3).unknown
    assert [(said(link.text), link.href, link.count) for link in links] == [
        ("Undated", "../dates/undated/index.html", 2),
        ("Source unknown", "../sources/unknown/index.html", 3),
    ]


def test_what_is_known_of_all_articles_is_not_mentioned() -> None:
    assert ledger_view(Ledger(), (), 0, 0).unknown == ()


def test_a_doubt_and_a_duplicate_lead_to_the_article_that_is_published() -> None:
    doubted, other = entry("A pier", sha256="1" * 64), entry("Zinc", sha256="2" * 64)
    doubt = Problem("a.txt", "read as cp1252", "", fate="doubtful", article=doubted.sha256)
    twice = Problem("b.txt", "holds the same bytes", "", fate="duplicate", article=doubted.sha256)
    gone = Problem("c.txt", "read as cp1252", "", fate="doubtful", article="3" * 64)
    ledger = Ledger(problems=(doubt, twice, gone))
    articles = list(articles_in(ledger, [other, doubted]))
    parts = {part.fate: part.rows for part in ledger_view(ledger, articles, 0, 0).parts}
    page = "../articles/a-pier-11111111/index.html"
    assert articles == [doubted]
    assert parts == {
        "duplicate": (LedgerRow("b.txt", "holds the same bytes", page),),
        "doubtful": (
            LedgerRow("a.txt", "read as cp1252", page),
            LedgerRow("c.txt", "read as cp1252"),
        ),
    }
