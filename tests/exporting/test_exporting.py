import csv
import io
import json
import sqlite3
from pathlib import Path

import msgspec
import pytest

from newsarchive.body import Bullets, Figure, Paragraph, Subheading, Table
from newsarchive.cli import EXPORTS
from newsarchive.errors import ExportError
from newsarchive.exporting import FORMATS, Record, chunks, save
from newsarchive.exporting.columns import COLUMNS
from newsarchive.exporting.csv_table import harmless
from newsarchive.exporting.json_lines import Whole
from newsarchive.model import Article, Field
from newsarchive.pages.records import records_of
from newsarchive.settings.schema import Rights, Settings
from samples import article, stated

SITE = Settings(title="Port Archive", url="https://port.example", rights=Rights(statement="Ask."))


def records(*articles: Article) -> list[Record]:
    return list(records_of(articles, SITE))


def table(*articles: Article) -> list[dict[str, str]]:
    text = b"".join(chunks("csv", records(*articles))).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_command_line_knows_every_format() -> None:
    assert tuple(FORMATS) == EXPORTS


def test_a_row_says_what_is_known_and_leaves_empty_what_is_not() -> None:
    read = article(
        source=stated("Eastport Echo"),
        date=Field("2020-01-16/..", "inferred"),
        authors=Field(("Dana Reed", "Echo Staff"), "stated"),
    )
    assert table(read) == [
        {
            "id": f"eastport-echo-{read.sha256[:8]}",
            "title": "Harbour reopens",
            "source": "Eastport Echo",
            "date": "",
            "date_basis": "inferred",
            "date_inferred": "2020-01-16/..",
            "authors": "Dana Reed; Echo Staff",
            "section": "",
            "language": "en",
            "words": "6",
            "url": "",
            "page": f"https://port.example/articles/harbour-reopens-{read.sha256[:8]}/",
            "path": "harbour.txt",
            "record": "",
            "sha256": read.sha256,
            "corrected": "",
            "rights": "Ask.",
            "text": "The harbour opened again on Monday.",
        }
    ]


def test_the_text_has_paragraphs_headings_items_and_tables_but_no_figures() -> None:
    read = article(
        blocks=(
            Paragraph("One.", (1,)),
            Subheading("Two", (2,)),
            Figure("A quay", (3,)),
            Bullets(("three", "four"), (4, 5)),
            Table((("five", "5"), ("six", "")), (7, 8), caption=Paragraph("Numbers", (6,))),
        )
    )
    assert table(read)[0]["text"] == "One.\n\nTwo\n\nthree\n\nfour\n\nNumbers\n\nfive\t5\nsix\t"


@pytest.mark.parametrize("first", "=+-@")
def test_no_cell_of_a_csv_is_a_formula(first: str) -> None:
    cell = table(article(f"{first}cmd|' /C calc'!A0"))[0]["title"]
    assert cell == f"'{first}cmd|' /C calc'!A0"


@pytest.mark.parametrize("first", "=+-@\t\r\n＝＋－＠")
def test_nothing_that_a_spreadsheet_takes_for_the_beginning_of_a_formula_begins_a_cell(
    first: str,
) -> None:
    assert harmless(f"{first}cmd") == f"'{first}cmd"


def test_a_csv_begins_with_the_mark_by_which_spreadsheets_know_its_letters() -> None:
    content = b"".join(chunks("csv", records(article("Größe"))))
    assert content.startswith("\ufeffid,title,".encode())
    assert content.count("\ufeff".encode()) == 1


def test_a_csv_keeps_quotes_commas_and_all_scripts() -> None:
    title = 'He said "a, b"; ميناء 港'
    assert table(article(title))[0]["title"] == title


@pytest.mark.parametrize("title", ['"', ",", 'a"b,c', "calm", " calm", "'"])
def test_a_csv_is_spelled_as_pythons_own_writer_spells_it(title: str) -> None:
    written = b"".join(chunks("csv", records(article(title, source=stated("Echo, Eastport")))))
    expected = io.StringIO(newline="")
    csv.writer(expected).writerows(csv.reader(io.StringIO(written.decode(), newline="")))
    assert written.decode() == expected.getvalue()


def test_a_json_line_is_a_whole_record_that_reads_back() -> None:
    read = article(source=stated("Eastport Echo"))
    (line,) = b"".join(chunks("jsonl", records(read))).splitlines()
    whole = msgspec.json.decode(line, type=Whole)
    assert whole.article == read
    assert whole.rights == "Ask."


@pytest.mark.parametrize(("name", "each"), [("bibtex", b"@article{"), ("ris", b"TY  - NEWS\r\n")])
def test_a_file_of_citations_holds_every_article(name: str, each: bytes) -> None:
    content = b"".join(chunks(name, records(article("A"), article("B"), article("C"))))
    assert content.count(each) == 3
    assert content.startswith(each)


@pytest.mark.parametrize("number", [0, 1, 3])
def test_a_list_of_csl_items_is_json_whatever_its_length(number: int) -> None:
    read = [article(str(i)) for i in range(number)]
    assert len(json.loads(b"".join(chunks("csl", records(*read))))) == number


def test_an_sqlite_database_finds_words_without_their_accents(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    save("sqlite", records(article("Café closes"), article("Harbour opens")), path)
    database = sqlite3.connect(path)
    found = database.execute(
        "SELECT a.title FROM articles a JOIN articles_fts ON a.rowid = articles_fts.rowid "
        "WHERE articles_fts MATCH 'cafe'"
    ).fetchall()
    columns = [row[1] for row in database.execute("PRAGMA table_info(articles)")]
    database.close()
    assert found == [("Café closes",)]
    assert columns == [column.name for column in COLUMNS]


def test_parquet_keeps_types_and_gaps(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    save("parquet", records(article()), path)
    (row,) = parquet.read_table(path).to_pylist()
    assert (row["title"], row["words"], row["date"]) == ("Harbour reopens", 6, None)


def test_parquet_without_its_package_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"pip install 'newsarchive\[parquet\]'"):
        save("parquet", records(article()), tmp_path / "a.parquet")


@pytest.mark.parametrize("name", ["csv", "jsonl", "bibtex", "ris", "csl", "sqlite"])
def test_the_same_articles_give_the_same_bytes(name: str, tmp_path: Path) -> None:
    contents = set()
    for copy in ("a", "b"):
        save(name, records(article("A"), article("B")), tmp_path / copy)
        contents.add((tmp_path / copy).read_bytes())
    assert len(contents) == 1
