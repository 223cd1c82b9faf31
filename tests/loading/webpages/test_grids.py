import pytest
from selectolax.lexbor import LexborHTMLParser

from newsarchive.loading.webpages.tree import lines


def texts(body: str, *, whole_rows: bool = True) -> list[str]:
    found = lines(LexborHTMLParser(f"<body>{body}"), whole_rows=whole_rows)
    return [line.text for line in found]


TABLE = "<table><tr><th>Town<th>2024<tr><td>North<td>55</table>"


def test_a_row_of_a_table_of_data_is_a_line_with_a_tab_between_its_cells() -> None:
    assert texts(f"<p>Above{TABLE}<p>Below") == ["Above", "Town\t2024", "North\t55", "Below"]
    assert texts(TABLE, whole_rows=False) == ["Town", "2024", "North", "55"]


def test_the_line_stands_where_its_row_does() -> None:
    head, row = lines(LexborHTMLParser(f"<body>{TABLE.replace('<td>55', '<td><a>55</a>')}"))
    assert (head.element.tag, head.element.path) == ("tr", "body > table > tbody > tr")
    assert row.element.links == 0.29


def test_a_cell_stands_below_those_of_its_column_whatever_spans_them() -> None:
    table = """<table><tr><th>Town<th colspan=2>Votes<th>Seats
    <tr><td rowspan=2>North<td>61<td>55<td>2<tr><td>48<td>50<td>1<tr><td>All<td>109<td>105<td>3"""
    assert texts(table) == [
        "Town\tVotes\t\tSeats",
        "North\t61\t55\t2",
        "\t48\t50\t1",
        "All\t109\t105\t3",
    ]


def test_the_words_of_a_cell_are_one_whatever_breaks_them() -> None:
    table = "<table><tr><td><p>North<p>Town<td>a<br>b<tr><td><td>c<td>d</table>"
    assert texts(table) == ["North Town\ta b", "\tc\td"]


def test_a_caption_is_a_line_of_its_own() -> None:
    assert texts(TABLE.replace("<table>", "<table><caption>Turnout</caption>"))[0] == "Turnout"


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>Menu<td><h1>Headline</h1></table>",
        "<table><tr><td>Menu<td>Text</table>",
        f"<table><tr><td>a<td>b<tr><td>c<td>{'word ' * 80}</table>",
        '<table role="presentation"><tr><td>a<td>b<tr><td>c<td>d</table>',
        "<table><tr><td>a<td>b<tr><td>c<td><form>d</form></table>",
    ],
)
def test_a_table_that_sets_out_a_page_is_read_cell_by_cell(table: str) -> None:
    assert not any("\t" in text for text in texts(table))


def test_a_table_in_one_that_sets_out_the_page_is_one_of_data() -> None:
    outer = f"<table><tr><td>Menu<td>{TABLE}<tr><td>a<td>b</table>"
    assert texts(outer) == ["Menu", "Town\t2024", "North\t55", "a", "b"]


@pytest.mark.parametrize("span", ["0", "-1", "x", "٣", "9" * 30, ""])
def test_a_span_that_is_no_number_of_columns_is_one_or_bounded(span: str) -> None:
    table = f'<table><tr><td colspan="{span}">a<td>b<tr><td>c<td>d</table>'
    assert texts(table)[1] == "c\td"
    assert len(texts(table)[0]) <= 60


def test_cells_that_span_rows_do_not_fill_pages_with_tabs() -> None:
    table = "<table>" + "<tr><td>a<td rowspan=500>b" * 2_000 + "</table>"
    assert max(text.count("\t") for text in texts(table)) <= 150
