from newsarchive.describing.forms import Caption, Cells, Forms, Point, Quoted, forms_of
from newsarchive.model import Document, Element, Label
from samples import document, labelled


def forms(*lines: tuple[Label, str, str]) -> Forms:
    """Tell the forms of a page's lines, each with its label, its text and its path."""
    places = tuple(Element(tag="", path=path) for _, _, path in lines)
    page: Document = document(text="\n".join(text for _, text, _ in lines), elements=places)
    return forms_of(page, labelled(*((label, text) for label, text, _ in lines)))


def test_points_are_told_by_the_list_around_them_and_its_outermost() -> None:
    assert forms(
        ("body", "Points", "body > p"),
        ("body", "One", "body > ul > li"),
        ("body", "Two", "body > ul > li > p > strong"),
        ("body", "Three", "body > ul > li > ol > li"),
        ("body", "Opened", "body > dl > dt"),
        ("body", "A live entry", "body > ul:2 > li > article > p"),
        ("boilerplate", "Home", "body > ul:3 > li"),
    ) == {
        2: Point("body > ul"),
        3: Point("body > ul"),
        4: Point("body > ul", 1),
        5: Point("body > dl"),
    }


def test_rows_are_told_by_their_tabs_and_the_table_around_them() -> None:
    assert forms(
        ("body", "Town\t2024", "body > table:2 > thead > tr"),
        ("body", "North\t55", "body > table:2 > tbody > tr"),
        ("body", "One cell", "body > table:2 > tbody > tr > td"),
    ) == {
        1: Cells("body > table:2", ("Town", "2024"), heads=True),
        2: Cells("body > table:2", ("North", "55")),
    }


def test_rows_of_a_text_have_no_marks_of_direction_or_accents_apart() -> None:
    text = "Cafe\u0301\t\u200b12\nBar\t9"
    found = forms_of(document(text=text), labelled(("body", "Café 12"), ("body", "Bar 9")))
    assert found == {1: Cells("", ("Café", "12")), 2: Cells("", ("Bar", "9"))}


def test_points_have_the_numbers_that_the_page_shows() -> None:
    assert forms(
        ("body", "Five", "body > ol[start=5] > li"),
        ("body", "Ten", "body > ol[reversed]:2 > li"),
        ("body", "One", "body > ol:3 > li.first"),
        ("related", "Two", "body > ol:3 > li:2"),
        ("body", "Three", "body > ol:3 > li:3 > p"),
    ) == {
        1: Point("body > ol[start=5]", 5),
        2: Point("body > ol[reversed]:2"),
        3: Point("body > ol:3", 1),
        5: Point("body > ol:3", 3),
    }


def test_lines_in_a_quotation_are_quoted_and_its_points_are_points() -> None:
    assert forms(
        ("body", "She said", "body > p"),
        ("body", "We will see", "body > blockquote.pull > p"),
        ("body", "One", "body > blockquote.pull > ul > li"),
        ("caption", "A quay", "body > blockquote.pull > p"),
    ) == {2: Quoted(), 3: Point("body > blockquote.pull > ul")}


def test_a_text_that_stands_whole_in_a_quotation_is_none() -> None:
    assert not forms(
        ("title", "Harbour reopens", "body > h1"),
        ("body", "The harbour opened.", "body > blockquote > p"),
        ("body", "Ships came.", "body > blockquote > p"),
    )


def test_captions_stand_in_the_table_or_in_the_figure_that_holds_it() -> None:
    table = "body > figure > div > table"
    assert forms(
        ("body", "Turnout", f"{table} > caption"),
        ("body", "Town\t2024", f"{table} > tr"),
        ("body", "North\t55", f"{table} > tr"),
        ("body", "In per cent", "body > figure > figcaption > p"),
        ("body", "The quay", "body > figure:2 > figcaption"),
        ("body", "Alone\t1", "body > figure:3 > table > tr"),
        ("body", "Too little", "body > figure:3 > figcaption"),
    ) == {
        1: Caption(table),
        2: Cells(table, ("Town", "2024")),
        3: Cells(table, ("North", "55")),
        4: Caption(table),
        6: Cells("body > figure:3 > table", ("Alone", "1")),
    }
