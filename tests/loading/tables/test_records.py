import csv
import json
from hashlib import sha256
from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem, Statement
from newsarchive.settings.columns import Columns


def loaded(
    folder: Path, name: str, raw: str | bytes, **columns: tuple[str, ...]
) -> list[Document | Problem]:
    (folder / name).write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return list(load(folder / name, name, Columns(**columns)))


def texts(documents: list[Document | Problem]) -> list[str]:
    return [one.text if isinstance(one, Document) else f"! {one.what}" for one in documents]


def test_a_record_without_the_column_that_holds_the_texts_of_others_is_told_to_lack_its_text(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "A bridge."}\n{"title": "Bridge"}\n')
    _, problem = load(tmp_path / "a.jsonl", "a.jsonl")
    assert isinstance(problem, Problem)
    assert problem.what == "record 2 has nothing in its column text"


def test_a_table_leaves_the_programs_own_tables_as_they_were(tmp_path: Path) -> None:
    before = csv.field_size_limit(1_000)
    try:
        assert texts(loaded(tmp_path, "a.csv", f"text\n{'word ' * 400}\n")) == ["word " * 400]
        assert csv.field_size_limit() == 1_000
    finally:
        csv.field_size_limit(before)


def test_each_line_of_json_is_an_article(tmp_path: Path) -> None:
    row = {
        "headline": "Bridge reopens",
        "publication": {"name": "The Example Post"},
        "pub_date": "2021-07-19T08:00:00",
        "authors": ["Ann Ode", "Bo Li"],
        "content": "First line.\n\nSecond line.",
        "web_url": "https://post.example/1",
    }
    raw = json.dumps(row)
    first, second = loaded(tmp_path, "a.jsonl", f'{raw}\n\n{{"text": "Only text."}}\n')
    assert first == Document(
        path="a.jsonl",
        sha256=sha256(f"{raw}\n".encode()).hexdigest(),
        encoding="utf-8",
        text="First line.\n\nSecond line.",
        record="1",
        statements=(
            Statement(
                "title", "Bridge reopens", "column", "Bridge reopens", where="column headline"
            ),
            Statement(
                "source", "The Example Post", "column", "The Example Post",
                where="column publication",
            ),
            Statement(
                "date", "2021-07-19", "column", "2021-07-19T08:00:00", where="column pub_date"
            ),
            Statement("authors", "Ann Ode", "column", "Ann Ode", where="column authors"),
            Statement("authors", "Bo Li", "column", "Bo Li", where="column authors"),
            Statement(
                "url", "https://post.example/1", "column", "https://post.example/1",
                where="column web_url",
            ),
        ),
    )  # fmt: skip
    assert isinstance(second, Document)
    assert (second.record, second.text) == ("3", "Only text.")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{no json", "the line is not JSON"),
        ("[1]", "the line is no JSON object"),
        ('{"title": "x"}', "record 2 has nothing in its column text"),
        ('{"title": "x", "content": ""}', "record 2 has nothing in its column content"),
        ("[" * 100_000, "the line is not JSON"),
    ],
)
def test_a_bad_line_costs_only_itself(tmp_path: Path, line: str, what: str) -> None:
    good = '{"text": "Good."}'
    found = loaded(tmp_path, "a.ndjson", f"{good}\n{line}\n{good}\n")
    (bad,) = (one for one in found if isinstance(one, Problem))
    assert (bad.line, bad.what[: len(what)]) == (2, what)
    assert texts([one for one in found if one is not bad]) == ["Good.", "Good."]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_is_read_with_its_own_separator(tmp_path: Path, separator: str) -> None:
    raw = f'\ufefftitle{separator}Body\n"One"{separator}"Line 1\nLine 2"\nTwo{separator}Text\n'
    first, second = loaded(tmp_path, "a.csv", raw)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.record, first.text) == ("1", "Line 1\nLine 2")
    assert first.sha256 == sha256(f'"One"{separator}"Line 1\nLine 2"\n'.encode()).hexdigest()
    assert second.statements == (Statement("title", "Two", "column", "Two", where="column title"),)


def test_columns_are_named_in_any_language(tmp_path: Path) -> None:
    raw = "Überschrift;Inhalt\nDer Hafen;Der Text\n".encode("cp1252")
    document, _ = loaded(tmp_path, "a.csv", raw, title=("überschrift",), text=("Inhalt",))
    assert isinstance(document, Document)
    assert (document.text, document.statements[0].value) == ("Der Text", "Der Hafen")


def test_a_named_column_goes_before_one_that_is_known_and_stands_alone(tmp_path: Path) -> None:
    raw = "date,printed,text\n2021-07-20,2021-07-19,One\n2021-07-20,,Two\n"
    first, second = loaded(tmp_path, "a.csv", raw, date=("printed",))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert [said.value for said in first.statements] == ["2021-07-19"]
    assert second.statements == ()


def test_a_field_without_a_column_is_read_from_none(tmp_path: Path) -> None:
    (document,) = loaded(tmp_path, "a.csv", "timestamp,text\n2021-07-19,One\n", crawled=())
    assert isinstance(document, Document)
    assert document.statements == ()


def test_a_name_with_dots_leads_into_nested_objects(tmp_path: Path) -> None:
    raw = json.dumps({"content": {"body": "The text.", "head": {"main": "The title"}}})
    named = {"text": ("content.body",), "title": ("missing.main", "content.head.main")}
    (document,) = loaded(tmp_path, "a.jsonl", raw, **named)
    assert isinstance(document, Document)
    assert (document.text, document.statements[0].value) == ("The text.", "The title")


def test_a_table_without_a_text_is_one_problem_that_counts_its_rows(tmp_path: Path) -> None:
    raw = "kop,inhoud\nOne,Text\nTwo,Text\n"
    remedy = "Say which column is the text: `columns: {text: NAME}` in site.yaml"
    what = "the table (rows: 2) has no text, but kop, inhoud"
    assert loaded(tmp_path, "a.csv", raw) == [Problem("a.csv", what, remedy, inputs=2)]
    near = "site.yaml names the column `inhout` for it; the nearest is `inhoud`"
    assert loaded(tmp_path, "a.csv", raw, text=("inhout",)) == [
        Problem("a.csv", what, near, inputs=2)
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_lines_are_cut_in_wide_encodings_too(tmp_path: Path, name: str, encoding: str) -> None:
    rows = "title,text\r\nਊ,Ein\r\nB,Zwei Ċ\r\n"
    if name == "a.jsonl":
        rows = '{"text": "Ein"}\r\n{"text": "Zwei Ċ"}\r\n'
    assert texts(loaded(tmp_path, name, rows.encode(encoding))) == ["Ein", "Zwei Ċ"]


def test_old_spreadsheets_end_lines_with_a_carriage_return(tmp_path: Path) -> None:
    assert texts(loaded(tmp_path, "a.csv", "title;text\rA;One\rB;Two\r")) == ["One", "Two"]


def test_the_separator_may_be_said_in_a_line_of_its_own(tmp_path: Path) -> None:
    assert texts(loaded(tmp_path, "a.csv", 'sep=;\r\ntitle;text\r\n"A, b, c";One\r\n')) == ["One"]


def test_letters_that_come_late_are_read_in_their_own_encoding(tmp_path: Path) -> None:
    raw = b"title,text\n" + b"A,Text\n" * 20_000 + "B,Späte Wörter\n".encode("cp1252")
    *_, document, doubt = loaded(tmp_path, "a.csv", raw)
    assert texts([document]) == ["Späte Wörter"]
    assert doubt == Problem(
        "a.csv",
        "line 20002 is read as cp1252, which is a guess",
        "Save the file as UTF-8 if the text looks wrong",
        20_002,
        fate="doubtful",
    )


OPENS, CLOSES = "Café opens,The café opened — après tout.\n", "Café closes,“Le café” closed.\n"


def test_each_line_of_a_table_is_read_in_its_own_encoding_and_a_guess_is_told(
    tmp_path: Path,
) -> None:
    raw = b"title,text\n" + OPENS.encode() + CLOSES.encode("cp1252") * 2
    opens, closes, again, doubt = loaded(tmp_path, "a.csv", raw)
    assert texts([opens, closes, again]) == [
        "The café opened — après tout.",
        "“Le café” closed.",
        "“Le café” closed.",
    ]
    assert isinstance(opens, Document)
    assert isinstance(closes, Document)
    assert (opens.encoding, closes.encoding) == ("utf-8", "cp1252")
    assert texts([doubt]) == [
        "! line 3 is read as cp1252, which is a guess, and 1 more are guesses too"
    ]


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_a_guess_at_the_encoding_of_json_is_told(tmp_path: Path, name: str) -> None:
    raw = json.dumps({"text": "Le café."}, ensure_ascii=False).encode("cp1252")
    document, doubt = loaded(tmp_path, name, raw)
    assert isinstance(document, Document)
    assert (document.text, document.encoding) == ("Le café.", "cp1252")
    assert isinstance(doubt, Problem)
    assert (doubt.fate, doubt.remedy) == (
        "doubtful",
        "Save the file as UTF-8 if the text looks wrong",
    )


def test_signs_that_java_wrote_in_two_halves_are_read(tmp_path: Path) -> None:
    half = bytes.fromhex("eda0bdedb882")
    (document,) = loaded(tmp_path, "a.csv", b"title,text\nA,Le caf\xc3\xa9 " + half + b"\n")
    assert isinstance(document, Document)
    assert (document.text, document.encoding) == ("Le café 😂", "cesu-8")


def test_a_column_of_html_is_read_as_pages(tmp_path: Path) -> None:
    raw = json.dumps({"html": "<article><h1>Title</h1><p>The text.</p></article>"})
    (document,) = loaded(tmp_path, "a.jsonl", raw)
    assert isinstance(document, Document)
    assert (document.text, document.elements[1].tag) == ("Title\nThe text.", "p")


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("2021-07", "2021-07"),
        ("Monday, 19 July 2021", "2021-07-19"),
        ("July 2021", "2021-07"),
        ("2021/7/9", "2021-07-09"),
        (1626703200, "2021-07-19"),
        (1626703200000, "2021-07-19"),
        ("1987", "1987"),
        ("1970-01-01T00:00:00Z", None),
        ("2021.06.31", None),
        ("June 31, 2021", None),
        ("Mon, 31 Jun 2021 10:00:00 +0000", None),
        ("Mon, 19 Jul 99999999999999999999 10:00:00 +0000", None),
        ("07/08/2021", None),
    ],
)
def test_a_date_is_as_precise_as_its_cell(
    tmp_path: Path, cell: str | int, date: str | None
) -> None:
    document, *_ = loaded(tmp_path, "a.jsonl", json.dumps({"date": cell, "text": "A text."}))
    assert isinstance(document, Document)
    dates = [said.value for said in document.statements if said.field == "date"]
    assert dates == ([date] if date else [])


def test_a_quotation_mark_that_never_closes_is_a_problem(tmp_path: Path) -> None:
    raw = 'title,text\nA,"' + ("x" * 999 + "\n") * 17_000
    (problem,) = loaded(tmp_path, "a.csv", raw)
    assert isinstance(problem, Problem)
    assert problem.what.startswith("the table breaks off: ")


def test_columns_are_known_in_the_languages_that_pages_speak(tmp_path: Path) -> None:
    for head in ("Titel;Datum;Autor;Quelle;Text", "Título;Fecha;Autor;Fuente;Texto"):
        (one,) = loaded(tmp_path, "a.csv", f"{head}\nHafen;19.7.2021;Ann Ode;Post;Der Text\n")
        assert isinstance(one, Document)
        said = {statement.field: statement.value for statement in one.statements}
        stated = {"title": "Hafen", "date": "2021-07-19", "authors": "Ann Ode", "source": "Post"}
        assert said == stated


def test_a_table_with_no_known_column_for_what_all_have_is_doubted_once(tmp_path: Path) -> None:
    raw = "Kop,Datum,Krant,Text\nHaven,2021-07-19,Post,De tekst\n"
    doubt, document = loaded(tmp_path, "a.csv", raw)
    assert isinstance(document, Document)
    assert isinstance(doubt, Problem)
    assert doubt.fate == "doubtful"
    assert doubt.what == (
        "no column is known to hold the titles or the sources, and these are not read: Kop, Krant"
    )
    doubt, _ = loaded(tmp_path, "a.csv", raw, title=("kop",))
    assert isinstance(doubt, Problem)
    assert doubt.what.endswith("hold the sources, and these are not read: Krant")
    (named,) = loaded(tmp_path, "a.csv", raw, title=("kop",), source=("krant",))
    assert isinstance(named, Document)
    (named,) = loaded(tmp_path, "a.csv", raw, title=("kop",), source=())
    assert isinstance(named, Document)
    (only,) = loaded(tmp_path, "a.csv", "Text\nDe tekst\n")
    assert isinstance(only, Document)


@pytest.mark.parametrize(
    ("named", "meant"),
    [(("koop",), "Kop"), (("uitgever", "kopp"), "Kop"), (("Kop", "koop"), ""), (("uitgever",), "")],
)
def test_a_misspelt_column_of_the_settings_is_doubted_with_what_was_probably_meant(
    tmp_path: Path, named: tuple[str, ...], meant: str
) -> None:
    raw = "Kop,Datum,Krant,Text\nHaven,2021-07-19,Post,De tekst\n"
    *doubts, _ = loaded(tmp_path, "a.csv", raw, title=named, source=("krant",))
    said = [one.remedy.split("?")[0] for one in doubts if isinstance(one, Problem)]
    assert [one for one in said if one.startswith("Did")] == [f"Did you mean `{meant}`"] * bool(
        meant
    )


def test_a_row_of_more_cells_than_columns_is_set_aside(tmp_path: Path) -> None:
    raw = "title,source,text\nOne,Post,A text\nTwo,Post,A text, and more\nThree,Post,A text,,\n"
    first, shifted, third = loaded(tmp_path, "a.csv", raw)
    assert isinstance(shifted, Problem)
    assert shifted.what == "record 2 has 4 cells, and the table 3 columns"
    assert (shifted.line, shifted.fate) == (3, "set aside")
    assert isinstance(first, Document)
    assert isinstance(third, Document)


def test_a_problem_of_a_row_names_the_line_on_which_the_row_begins(tmp_path: Path) -> None:
    raw = 'sep=,\ntitle,text\n"One","Two\nlines"\nTwo,\n'
    _, empty = loaded(tmp_path, "a.csv", raw)
    assert isinstance(empty, Problem)
    assert (empty.what, empty.line) == ("record 2 has nothing in its column text", 5)


def test_dates_that_are_not_read_are_told_once(tmp_path: Path) -> None:
    rows = ["2021-07-19", "07/08/2021", "", "1970-01-01", "13/02/18", "undated"]
    raw = "".join(f"{date},A text of {i}\n" for i, date in enumerate(rows))
    *articles, doubt = loaded(tmp_path, "a.csv", f"date,text\n{raw}")
    assert len(articles) == len(rows)
    assert isinstance(doubt, Problem)
    assert (doubt.line, doubt.fate) == (3, "doubtful")
    assert doubt.what == "the date `07/08/2021` of record 2 is not read, nor are those of 1 more"


def test_half_a_character_becomes_a_sign_that_says_so(tmp_path: Path) -> None:
    line = '{"title": "Half \\udfff", "text": "A half \\ud83d of it."}'
    (document,) = loaded(tmp_path, "a.jsonl", line)
    assert isinstance(document, Document)
    assert document.text == "A half \ufffd of it."
    assert document.statements[0].value == "Half \ufffd"


def test_a_character_that_the_first_bytes_cut_in_two_does_not_change_how_a_table_is_read(
    tmp_path: Path,
) -> None:
    head = b"text\n" + b"word " * 13_000
    raw = head + b"x" * (65_535 - len(head)) + "é\nné\n".encode()
    assert texts(loaded(tmp_path, "a.csv", raw))[1] == "né"


def test_a_channel_s_posts_are_put_together_from_their_pieces(tmp_path: Path) -> None:
    posts = [
        {"id": 1, "type": "service", "date": "2021-07-19T08:00:00", "text": ""},
        {
            "id": 2,
            "type": "message",
            "date": "2021-07-19T08:30:12",
            "from": "Harbour Watch",
            "text": [
                {"type": "bold", "text": "Pier to close"},
                "\n\nThe council voted, ",
                "12 to 5.",
            ],
        },
        {"id": 3, "type": "message", "date": "2021-07-20T09:00:00", "photo": "1.jpg", "text": ""},
    ]
    raw = json.dumps({"name": "Harbour Watch", "type": "public_channel", "messages": posts})
    post, problem = loaded(tmp_path, "result.json", raw, source=("from",))
    assert isinstance(post, Document)
    assert post.text == "Pier to close\n\nThe council voted, 12 to 5."
    assert {said.field: said.value for said in post.statements} == {
        "date": "2021-07-19",
        "source": "Harbour Watch",
    }
    assert isinstance(problem, Problem)
    assert problem.what == "record 1 has nothing in its column text, nor have 1 more"
    assert problem.inputs == 2


def test_quotation_marks_in_cells_between_tabs_join_no_records(tmp_path: Path) -> None:
    raw = (
        'title\ttext\nPier\t"Close it," they said.\nFerry\t"It sails.\nMill\t"Sold\nTide\t"Low."\n'
    )
    found = loaded(tmp_path, "a.tsv", raw)
    assert texts(found) == ["Close it, they said.", '"It sails.', '"Sold', "Low."]
    quoted = 'title\ttext\nPier\t"Line 1\nLine 2"\n'
    assert texts(loaded(tmp_path, "a.tsv", quoted)) == ["Line 1\nLine 2"]


def test_a_record_that_a_quotation_mark_joins_with_others_is_doubtful(tmp_path: Path) -> None:
    raw = 'title,text\nPier,"It will close.\nFerry,It sails.\n'
    document, doubt = loaded(tmp_path, "a.csv", raw)
    assert texts([document]) == ["It will close.\nFerry,It sails.\n"]
    assert doubt == Problem(
        "a.csv",
        "record 1 goes on to line 3, for a quotation mark is not closed",
        "Close it, or write it twice if it is of the text, lest other records stand in it",
        2,
        fate="doubtful",
    )
    paired = (
        'title,text\nPier,"It closes.\nFerry,"It sails."\nMill,"A\nB"\nTide,"Low\nMill,"Sold"\n'
    )
    *_, doubt = loaded(tmp_path, "a.csv", paired)
    assert texts([doubt]) == [
        "! record 1 goes on to line 3, for a quotation mark is not closed, and 1 more do so"
    ]
    whole = 'title,text\nPier,"It ""closes"", they\nsaid."\n'
    assert texts(loaded(tmp_path, "a.csv", whole)) == ['It "closes", they\nsaid.']


def test_the_title_of_a_json_feed_is_who_published_its_items(tmp_path: Path) -> None:
    items = [{"title": "Pier to close", "content_text": "The council voted."}]
    raw = {"version": "https://jsonfeed.org/version/1.1", "title": "The Herald", "items": items}
    (document,) = loaded(tmp_path, "feed.json", json.dumps(raw))
    assert isinstance(document, Document)
    assert document.text == "The council voted."
    assert [(said.field, said.value) for said in document.statements] == [
        ("title", "Pier to close"),
        ("source", "The Herald"),
    ]


def test_the_lines_that_scrapy_writes_are_read(tmp_path: Path) -> None:
    assert texts(loaded(tmp_path, "items.jl", '{"text": "One"}\n{"text": "Two"}\n')) == [
        "One",
        "Two",
    ]


def test_a_list_of_paragraphs_is_a_text(tmp_path: Path) -> None:
    row = {"title": "Pier to close", "paragraphs": ["The council voted.", "It was 12 to 5."]}
    (document,) = loaded(tmp_path, "a.jsonl", json.dumps(row))
    assert texts([document]) == ["The council voted.\n\nIt was 12 to 5."]


def test_the_order_of_a_tables_dates_is_what_its_rows_prove(tmp_path: Path) -> None:
    table = "title,date,text\nBridge,{},It will close.\nFerry,07/08/2021,It will sail.\n"
    for first, said in (("19/07/2021", "2021-08-07"), ("07/19/2021", "2021-07-08")):
        _, ferry = loaded(tmp_path, "a.csv", table.format(first))
        assert isinstance(ferry, Document)
        (dated,) = [one for one in ferry.statements if one.field == "date"]
        assert (dated.value, dated.where) == (said, f"column date, in the order of {first}")
    *_, problem = loaded(tmp_path, "a.csv", table.format("01/02/2021"))
    assert isinstance(problem, Problem)
    assert problem.what == "the date `01/02/2021` of record 1 is not read, nor are those of 1 more"


def test_a_date_that_could_be_two_days_and_that_no_row_settles_bounds_its_article(
    tmp_path: Path,
) -> None:
    table = "date,text\n07/08/2021,The bridge will close.\n07/08/21,The ferry will sail.\n"
    bridge, ferry, problem = loaded(tmp_path, "a.csv", table)
    assert isinstance(bridge, Document)
    assert isinstance(ferry, Document)
    assert bridge.statements == (
        Statement(
            "date_bounds",
            "2021-07-08/2021-08-07",
            "either-order",
            "07/08/2021",
            where="column date",
        ),
    )
    assert ferry.statements == ()
    assert isinstance(problem, Problem)
    assert problem.fate == "doubtful"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("Roe &amp; Son&#8217;s pier.", "Roe & Son’s pier."),
        ("It is shut.\\n\\nSo it is.", "It is shut.\n\nSo it is."),
        ("It is <b>shut</b>.<br><br>So it is &amp; was.", "It is shut.\nSo it is & was."),
        ("It is <b>shut</b>.\n\nSo <i>it</i> is.", "It is shut.\nSo it is."),
        ("1 < 2, C:\\news and AT&T", "1 < 2, C:\\news and AT&T"),
    ],
)
def test_signs_and_tags_that_a_program_wrote_into_a_text_are_what_they_mean(
    tmp_path: Path, cell: str, text: str
) -> None:
    assert texts(loaded(tmp_path, "a.json", json.dumps([{"text": cell}]))) == [text]


@pytest.mark.parametrize(
    "value",
    [
        {
            "data": [{"id": 1, "attributes": {"title": "Bridge", "content": "It is shut."}}],
            "meta": {},
        },
        [{"title": [{"value": "Bridge"}], "body": [{"value": "It is shut.", "format": "html"}]}],
    ],
)
def test_what_content_systems_put_around_a_record_or_a_value_is_seen_through(
    tmp_path: Path, value: object
) -> None:
    (document,) = loaded(tmp_path, "a.json", json.dumps(value))
    assert isinstance(document, Document)
    assert (document.text, [one.value for one in document.statements]) == (
        "It is shut.",
        ["Bridge"],
    )


TWO = [{"title": "Bridge", "text": "It is shut."}, {"title": "Pier", "text": "It is old."}]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.json", "\n".join(json.dumps(one, indent=1) for one in TWO)),
        ("a.jsonl", "\n".join(json.dumps(one, indent=1) for one in TWO)),
        ("a.jsonl", json.dumps(TWO)),
        ("a.txt", json.dumps(TWO)),
        ("a.txt", "\n".join(map(json.dumps, TWO))),
        ("a.txt", "\ufeff" + json.dumps(TWO, indent=1)),
    ],
)
def test_json_is_read_whatever_its_ending_and_its_lines_are(
    tmp_path: Path, name: str, raw: str
) -> None:
    assert texts(loaded(tmp_path, name, raw)) == ["It is shut.", "It is old."]


@pytest.mark.parametrize(
    "text",
    ['{"title": "Bridge", "text": "x"}\n\nThe bridge is shut.', '{"a": 1} is what it said.', "[1]"],
)
def test_a_text_that_only_begins_as_json_is_a_text(tmp_path: Path, text: str) -> None:
    (document,) = loaded(tmp_path, "a.txt", text)
    assert isinstance(document, Document)
    assert document.record is None


def test_lines_above_the_names_of_the_columns_are_left_out_and_told(tmp_path: Path) -> None:
    above = 'Export of 2021-07-19\n\n"Search: bridge",,\n'
    raw = f"{above}Title,Date,Text\nBridge,2021-07-19,It is shut.\n"
    document, told = loaded(tmp_path, "a.csv", raw)
    assert isinstance(document, Document)
    assert (document.text, document.record) == ("It is shut.", "1")
    assert document.sha256 == sha256(b"Bridge,2021-07-19,It is shut.\n").hexdigest()
    assert isinstance(told, Problem)
    assert told.what == "lines that name no columns stand above the table, and are not read: 3"
    assert told.fate == "doubtful"


def test_a_row_that_happens_to_be_called_as_a_column_is_is_none_of_the_names(
    tmp_path: Path,
) -> None:
    (told,) = loaded(tmp_path, "a.csv", "what,how\nBridge,shut\nText,long\n")
    assert isinstance(told, Problem)
    assert "has no text, but what, how" in told.what
