from newsarchive.archive import Entry, entry_of
from newsarchive.model import Article, Field, LabelledLine
from newsarchive.pages.articles import article_view
from newsarchive.pages.views import LineView, RunView
from newsarchive.site import Settings

PROSE = "a line of prose"
SITE = Settings()
MENU = "a line of the menu"


def article(title: str = "Fog", date: str | None = None, lines: tuple[str, ...] = ()) -> Article:
    """Make an article; each of `lines` is a label, a rule and a text, separated by bars."""
    nothing: Field[str] = Field()
    names: Field[tuple[str, ...]] = Field()
    return Article(
        path="articles/a.txt",
        record=None,
        sha256="0" * 64,
        encoding="utf-8",
        profile=None,
        title=Field(title, "stated"),
        source=nothing,
        date=Field(date, "stated") if date else nothing,
        authors=names,
        section=names,
        dateline=nothing,
        language=Field("en", "inferred"),
        url=nothing,
        blocks=(),
        notes=(),
        related=(),
        lines=tuple(_line(number, line) for number, line in enumerate(lines, 1)),
    )


def _line(number: int, line: str) -> LabelledLine:
    label, rule, text = line.split("|")
    return LabelledLine(number, text, "body" if label == "body" else "boilerplate", rule)


def entry(title: str, date: str | None) -> Entry:
    return entry_of(article(title, date))


def test_lines_that_fared_alike_for_the_same_reason_are_one_run() -> None:
    one = article(lines=("boilerplate|menu|Home", "boilerplate|menu|News", "body|prose|It rained."))
    origin = article_view(
        one, entry_of(one), (None, None), {"menu": MENU, "prose": PROSE}, SITE
    ).origin
    assert origin.runs == (
        RunView(
            label="boilerplate",
            kept=False,
            rule="menu",
            explanation=MENU,
            count=2,
            lines=(LineView(1, "Home"), LineView(2, "News")),
        ),
        RunView(
            label="body",
            kept=True,
            rule="prose",
            explanation=PROSE,
            count=1,
            lines=(LineView(3, "It rained."),),
        ),
    )
    assert (origin.lines, origin.kept, origin.removed) == (3, 1, 2)


def test_lines_of_one_label_are_two_runs_where_their_rules_differ() -> None:
    one = article(lines=("boilerplate|menu|Home", "boilerplate|shared|Log in"))
    runs = article_view(one, entry_of(one), (None, None), {}, SITE).origin.runs
    assert [run.rule for run in runs] == ["menu", "shared"]


def test_a_dated_article_leads_to_the_newer_and_the_older() -> None:
    one = article(date="2003-05-17")
    around = (entry("Newer", "2003-05-18"), entry("Older", "2003-05-16"))
    view = article_view(one, entry_of(one), around, {}, SITE)
    assert [link.text for link in (view.newer, view.older) if link] == ["Newer", "Older"]
    assert view.dated


def test_an_undated_article_is_neither_newer_nor_older_than_a_dated_one() -> None:
    one = article()
    around = (entry("Dated", "2003"), entry("Undated", None))
    view = article_view(one, entry_of(one), around, {}, SITE)
    assert view.newer is None
    assert view.older
    assert not view.dated
