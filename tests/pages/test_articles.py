import pytest

from newsarchive.archive import entry_of
from newsarchive.body import Bullets, Figure, Mark, Note, Paragraph, Subheading, Table
from newsarchive.exporting import Record
from newsarchive.model import Article, Evidence, Field, LabelledLine, Statement
from newsarchive.pages.articles import article_view
from newsarchive.pages.articleviews import (
    ArticleView,
    BlockView,
    LineView,
    NoteView,
    Piece,
    RunView,
)
from newsarchive.pages.entryviews import Link
from newsarchive.pages.records import record_of
from newsarchive.settings.schema import Settings
from newsarchive.wording.said import message
from samples import article, correction, entry, labelled, said, stated


def record(made: Article, settings: Settings | None = None) -> Record:
    return record_of(made, entry_of(made), settings or Settings())


def view(made: Article) -> ArticleView:
    explanations = {"title-line": "It heads the page.", "menu": "A menu."}
    return article_view(record(made), (None, None), explanations, Settings())


def test_a_paragraphs_anchor_depends_on_its_text_alone() -> None:
    one = view(article(blocks=(Paragraph("A.", (1,)), Paragraph("B.", (2,)))))
    other = view(article(blocks=(Subheading("New", (1,)), Paragraph("B.", (2,)))))
    assert one.blocks[1].anchor == other.blocks[1].anchor
    assert one.blocks[0].anchor != one.blocks[1].anchor


def test_paragraphs_of_the_same_words_have_anchors_of_their_own() -> None:
    anchors = [b.anchor for b in view(article(blocks=(Paragraph("A.", (1,)),) * 3)).blocks]
    assert anchors == [anchors[0], f"{anchors[0]}-2", f"{anchors[0]}-3"]


def test_every_kind_of_block_is_shown() -> None:
    made = article(
        blocks=(
            Paragraph("A.", (1,)),
            Subheading("B", (2,)),
            Bullets(("C", "D"), (3, 4)),
            Bullets(("E",), (5,), first=4),
            Table((("F", "G"), ("H", "1"), ("I", "2")), (6, 7, 8), True, Paragraph("M", (5,))),
            Figure("J", (9, 10), "© K"),
            Paragraph("L.", (11,), quoted=True),
        )
    )
    paragraph, subheading, bullets, numbered, table, figure, quotation = view(made).blocks
    assert paragraph == BlockView(kind="paragraph", anchor=paragraph.anchor, pieces=(Piece("A."),))
    assert (subheading.kind, subheading.pieces) == ("subheading", (Piece("B"),))
    assert (bullets.kind, bullets.items, bullets.first) == ("list", ("C", "D"), 0)
    assert (numbered.kind, numbered.items, numbered.first) == ("list", ("E",), 4)
    assert (table.head, table.rows) == ((("F", "G"),), (("H", "1"), ("I", "2")))
    assert table.caption == "M"
    assert (figure.kind, figure.caption, figure.credit) == ("figure", "J", "© K")
    assert (quotation.kind, quotation.quoted) == ("paragraph", True)


def test_a_mark_leads_to_its_note_and_the_note_back_to_all_its_marks() -> None:
    made = article(
        blocks=(
            Paragraph("Pool* and bath*", (1,), (Mark(4, "*", 1), Mark(14, "*", 1))),
            Paragraph("A pool*.", (2,), (Mark(6, "*", 1),)),
        ),
        notes=(Note("*", "Since 1931.", 9),),
    )
    shown = view(made)
    assert shown.blocks[0].pieces == (
        Piece("Pool"),
        Piece("*", "note-1", "mark-0-1"),
        Piece(" and bath"),
        Piece("*", "note-1", "mark-0-2"),
    )
    assert shown.notes == (
        NoteView("note-1", "*", "Since 1931.", ("mark-0-1", "mark-0-2", "mark-1-1")),
    )
    text = "".join(piece.text for piece in shown.blocks[0].pieces)
    assert text == "Pool* and bath*"


@pytest.mark.parametrize(
    ("url", "original"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("javascript:alert(1)", ""),
        ("https:javascript:alert(1)", ""),
        ("https://news.example:port/a", ""),
        ("JAVASCRIPT:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,<script>", ""),
        ("//example.org/a", ""),
        ("http://[", ""),
        (None, ""),
    ],
)
def test_only_a_web_address_is_linked_to(url: str | None, original: str) -> None:
    made = article(url=stated(url) if url else Field())
    assert view(made).original == original


def test_a_permanent_link_is_whole_where_the_sites_address_is_known() -> None:
    made = article(sha256="0" * 64)
    path = "articles/harbour-reopens-00000000/"
    settings = Settings(url="https://example.org/n/")
    with_url = article_view(record(made, settings), (None, None), {}, settings)
    assert with_url.permalink == Link(
        f"https://example.org/n/{path}", f"https://example.org/n/{path}"
    )
    assert view(made).permalink == Link(path, f"../../{path}index.html")


def test_a_dated_article_leads_to_the_newer_and_the_older() -> None:
    newer, older = entry("Newer", sha256="1" * 64, date="2021-07-20"), entry("Older", date="2021")
    made = article(date=stated("2021-07-19"))
    shown = article_view(record(made), (newer, older), {}, Settings())
    assert shown.newer == Link("Newer", "../../articles/newer-11111111/index.html")
    assert shown.older is not None
    assert shown.older.text == "Older"
    assert shown.dated


def test_an_undated_article_is_neither_newer_nor_older_than_a_dated_one() -> None:
    made = article()
    around = (entry("Dated", date="2003"), entry("Undated"))
    shown = article_view(record(made), around, {}, Settings())
    assert shown.newer is None
    assert shown.older is not None
    assert not shown.dated


def test_lines_that_fared_alike_for_the_same_reason_are_one_run() -> None:
    made = article(
        lines=(
            LabelledLine(1, "Home", "boilerplate", "menu"),
            LabelledLine(3, "News", "boilerplate", "menu"),
            LabelledLine(4, "Log in", "boilerplate", "The Courier: the form"),
            LabelledLine(5, "It rained.", "body", "title-line"),
        )
    )
    origin = view(made).origin
    assert origin.runs == (
        RunView(
            label="boilerplate",
            kept=False,
            rule="menu",
            explanation=message("A menu."),
            count=2,
            lines=(LineView(1, "Home"), LineView(3, "News")),
        ),
        RunView(
            label="boilerplate",
            kept=False,
            rule="The Courier: the form",
            explanation=message(
                "%(publisher)s’s pages: %(reason)s.",
                publisher="The Courier",
                reason=message("the form"),
            ),
            count=1,
            lines=(LineView(4, "Log in"),),
        ),
        RunView(
            label="body",
            kept=True,
            rule="title-line",
            explanation=message("It heads the page."),
            count=1,
            lines=(LineView(5, "It rained."),),
        ),
    )
    assert (origin.lines, origin.kept, origin.removed) == (4, 1, 3)


def test_how_the_page_was_made_counts_the_lines_that_were_kept_and_removed() -> None:
    made = article(
        lines=labelled(
            ("title", "A"), ("body", "B"), ("date", "C"), ("boilerplate", "D"), ("image", "E")
        )
    )
    origin = view(made).origin
    assert (origin.kept, origin.removed) == (3, 2)
    assert (origin.path, origin.sha256, origin.encoding) == (made.path, made.sha256, "utf-8")


def test_every_field_is_listed_with_its_evidence_in_words() -> None:
    made = article(
        title=stated("A title", 3),
        authors=Field(("A", "B"), "stated", (Evidence("byline", "By A and B", 4),)),
        section=Field(("News", "Iraq"), "url", (Evidence("url-section", "/news/iraq", 5, "URL"),)),
    )
    fields = {field.name: field for field in view(made).origin.fields}
    assert list(fields) == [
        *("title", "source", "date", "authors", "section", "dateline", "language", "url")
    ]
    assert said(fields["title"].evidence[0].explanation) == "It heads the page."
    assert (fields["title"].value, fields["title"].basis) == ("A title", "stated")
    assert (fields["source"].value, fields["source"].basis) == ("", "")
    assert said(fields["authors"].value) == "A, B"
    assert (fields["section"].value, fields["section"].evidence[0].where) == ("News / Iraq", "URL")


def test_a_correction_shows_as_such() -> None:
    corrected = correction(title="A better title")
    made = article(
        title=Field("A better title", "corrected", (Evidence("corrected", corrected.why),)),
        correction=corrected,
        sha256="0" * 64,
    )
    origin = view(made).origin
    assert (origin.correction, origin.correction_path) == (corrected.why, corrected.path)
    assert origin.fields[0].basis == "corrected"


def test_an_article_of_a_right_to_left_language_says_so() -> None:
    shown = view(article(language=Field("fa", "inferred")))
    assert (shown.language, shown.direction) == ("fa", "rtl")


def test_words_are_not_counted_where_no_blanks_part_them() -> None:
    paragraphs = (Paragraph("One two three.", (1,)),)
    counts = [
        view(article(blocks=paragraphs, language=stated(language))).words
        for language in ("en", "ja", "zh-Hant")
    ]
    assert counts == [3, 0, 0]


def test_what_comes_near_to_an_unknown_field_is_shown_with_what_speaks_for_it() -> None:
    unsure = (Statement("date", "2021-07-19", "date-line", "19 July 2021", 9),)
    fields = {field.name: field for field in view(article(unsure=unsure)).origin.fields}
    assert said(fields["date"].unsure) == "19 July 2021"
    assert [hint.line for hint in fields["date"].hints] == [9]
    assert (fields["source"].unsure, fields["source"].hints) == ("", ())
