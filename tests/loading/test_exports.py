"""Newspaper databases' exports are read record by record, and no other text is cut up."""

import re
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.cleaning import clean
from newsarchive.loading import load
from newsarchive.loading.annotations import rows_of
from newsarchive.loading.exports import form_of
from newsarchive.loading.exports.parts import annotations_by
from newsarchive.model import Document, Problem
from newsarchive.settings.limits import DEFAULT, Limits
from samples import HARBOUR, PROJECT

EXPORTS = Path(__file__).parent / "exports"
FORMS = sorted(path.stem for path in EXPORTS.glob("*.txt"))
REGENERATE = "If it is meant to be so, run: pytest --regenerate tests/loading/test_exports.py"

every_form = pytest.mark.parametrize("form", FORMS)


def export(form: str) -> str:
    return (EXPORTS / f"{form}.txt").read_text(encoding="utf-8")


def loaded(
    folder: Path, raw: str | bytes, limits: Limits = DEFAULT, name: str = "a.txt"
) -> list[Document | Problem]:
    (folder / name).write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return list(load(folder / name, name, limits=limits))


def records(folder: Path, raw: str | bytes) -> list[Document]:
    return [one for one in loaded(folder, raw) if isinstance(one, Document)]


def titles(folder: Path, raw: str | bytes) -> list[str]:
    return [stated(one, "title") for one in records(folder, raw)]


def stated(document: Document, field: str) -> str:
    return " / ".join(said.value for said in document.statements if said.field == field)


def laid_open(document: Document) -> str:
    """Give what a record states, and each of its lines with what it is taken for."""
    (reading,) = clean([document])
    said = [f"{one.field} = {one.value} | line {one.line}" for one in document.statements]
    lines = [f"{one.number:>3} {one.label} {one.rule}: {one.text}" for one in reading.lines]
    return "\n".join([f"== record {document.record}", *said, *lines, ""])


def test_a_cover_page_that_names_whoever_made_the_export_is_warned_of(tmp_path: Path) -> None:
    warning, *others = loaded(tmp_path, export("nexis"))
    assert isinstance(warning, Problem)
    assert (warning.line, warning.fate) == (1, "doubtful")
    assert all(isinstance(one, Document) for one in others)
    without = export("nexis").partition("\n")[2]
    assert all(isinstance(one, Document) for one in loaded(tmp_path, without))


def test_a_certificate_that_names_whom_it_was_issued_to_is_warned_of(tmp_path: Path) -> None:
    page = (EXPORTS / "europresse.html").read_text(encoding="utf-8")
    warning, *others = loaded(tmp_path, page, name="a.html")
    assert isinstance(warning, Problem)
    assert (warning.line, warning.fate) == (12, "doubtful")
    assert all(isinstance(one, Document) for one in others)
    without = page.replace("<b>Une université</b>", "<b></b>")
    assert all(isinstance(one, Document) for one in loaded(tmp_path, without, name="a.html"))


@every_form
def test_an_export_is_read_as_expected(
    form: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    read = "".join(map(laid_open, records(tmp_path, export(form))))
    file = EXPORTS / f"{form}.expected"
    if request.config.getoption("--regenerate"):
        file.write_text(read, encoding="utf-8")
    assert read == file.read_text(encoding="utf-8"), REGENERATE


@pytest.mark.parametrize("page", sorted(path.name for path in EXPORTS.glob("*.html")))
def test_a_databases_page_is_read_article_by_article(
    page: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    found = loaded(tmp_path, (EXPORTS / page).read_bytes(), name=page)
    read = "".join(laid_open(one) for one in found if isinstance(one, Document))
    file = EXPORTS / f"{page}.expected"
    if request.config.getoption("--regenerate"):
        file.write_text(read, encoding="utf-8")
    assert read == file.read_text(encoding="utf-8"), REGENERATE


@every_form
def test_nothing_but_blank_lines_is_outside_of_the_records(form: str, tmp_path: Path) -> None:
    raw = export(form).encode()
    digests = [document.sha256 for document in records(tmp_path, raw)]
    lines = raw.splitlines(keepends=True)
    for digest in digests:
        while not lines[0].strip():
            del lines[0]
        held = b""
        while sha256(held).hexdigest() != digest:
            held += lines.pop(0)
    assert lines == []


@every_form
def test_a_record_is_the_same_whatever_stands_behind_it(form: str, tmp_path: Path) -> None:
    first, *_ = records(tmp_path, export(form))
    again = [one.sha256 for one in records(tmp_path, f"{first.text}\n\n\n{export(form)}")]
    assert again.count(first.sha256) >= 1


@every_form
def test_every_line_of_a_record_has_its_label_from_the_form(form: str, tmp_path: Path) -> None:
    for document in records(tmp_path, export(form)):
        shown = {i for i, line in enumerate(document.text.split("\n"), 1) if line.strip()}
        assert set(document.labels) == shown


@every_form
def test_one_record_alone_is_read_as_one_too(form: str, tmp_path: Path) -> None:
    first, *_ = records(tmp_path, export(form))
    (alone,) = records(tmp_path, first.text)
    assert alone.record == "1"
    assert stated(alone, "title") == stated(first, "title")


@every_form
@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_a_file_of_another_system_is_read_the_same(form: str, ends: str, tmp_path: Path) -> None:
    there = records(tmp_path, export(form).replace("\n", ends))
    here = records(tmp_path, export(form))
    assert [one.labels for one in there] == [one.labels for one in here]
    assert [one.statements for one in there] == [one.statements for one in here]


@every_form
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_file_in_another_encoding_is_read_the_same(
    form: str, encoding: str, tmp_path: Path
) -> None:
    text = export(form).replace("barge", "péniche")
    there = records(tmp_path, text.encode(encoding))
    assert [one.statements for one in there] == [one.statements for one in records(tmp_path, text)]
    assert {one.encoding for one in there} == {encoding}


@pytest.mark.parametrize(
    ("form", "missing"),
    [
        ("nexis", r"End of Document\n"),
        ("nexis", r"Graphic\n(?s:.)*?End of Document\n"),
        ("factiva", r"\nDocument HARBG.*\n"),
        ("factiva-tagged", r"AN\nDocument HARBG.*\n"),
        ("proquest", r"Subject: Bridges;(?s:.)*?Example News Database\n"),
    ],
)
def test_the_next_record_is_found_where_one_is_cut_short(
    form: str, missing: str, tmp_path: Path
) -> None:
    cut = re.sub(missing, "", export(form))
    assert cut != export(form)
    assert titles(tmp_path, cut) == [
        "Old bridge at Eastport opens again after two years",
        *titles(tmp_path, export(form))[1:],
    ]


@given(
    form=st.sampled_from(FORMS),
    moved=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12),
)
def test_no_line_is_without_a_label_whatever_order_they_are_in(
    form: str, moved: list[tuple[int, int]]
) -> None:
    lines = export(form).split("\n")
    for start, end in moved:
        lines[end:end] = [lines.pop(start % len(lines))]
    text = "\n".join(lines)
    for known in FORMS:
        read = form_of(export(known))
        assert read
        told = annotations_by(read.parts(rows_of(text)))
        assert set(told.labels) == {row.number for row in rows_of(text)}


def test_a_date_in_another_language_is_read(tmp_path: Path) -> None:
    (document,) = records(tmp_path, export("nexis-german"))
    assert stated(document, "date") == "2021-05-19"


@pytest.mark.parametrize(
    ("form", "quoted"),
    [
        *(("nexis", line) for line in ("Notes", "Graphic", "Correction", "Classification")),
        ("nexis", "Language: the town's two schools teach in their own."),
        ("nexis", "Subject: the bridge, and what it cost."),
        ("nexis", "Page 3 was missing from the file."),
        ("nexis-old", "LANGUAGE: the town's two schools teach in their own."),
        ("nexis-old", "Copyright is what the council calls it."),
        *(("factiva-tagged", line) for line in ("HD", "SE", "BY", "19 July 2021", "Document 3")),
        *(("factiva", line) for line in ("HD", "WC", "5 words", "19 July 2021", "By Ann Ode")),
        ("proquest", "Subject: the bridge, and what it cost."),
        ("proquest", "Copyright: none was claimed."),
        ("newsbank", "Publication was put off by a day."),
        ("newsbank", "Title: none was given."),
    ],
)
def test_a_paragraph_that_looks_like_a_field_stays_in_the_text(
    form: str, quoted: str, tmp_path: Path
) -> None:
    start = "A barge struck" if form == "nexis-old" else "The old bridge over"
    before, _, after = export(form).partition(start)
    found = records(tmp_path, f"{before}{start} it.\n\n{quoted}\n\n{start}{after}")
    lines = found[0].text.split("\n")
    at = next(i for i, line in enumerate(lines) if line.strip() == f"{start} it.") + 2
    assert (len(found), lines[at]) == (3, quoted)
    assert found[0].labels[at + 1][0] == "body"


@pytest.mark.parametrize(
    ("above", "section", "title", "authors"),
    [
        ("Ferry fares to rise", "", "Ferry fares to rise", ""),
        ("News\nFerry fares to rise", "News", "Ferry fares to rise", ""),
        ("Ferry fares to rise\nBy Ann Ode", "", "Ferry fares to rise", "Ann Ode"),
        ("Ferry fares to rise in August\nAnn Ode", "", "Ferry fares to rise in August", "Ann Ode"),
        (
            "News\nFerry fares to rise\nAnn Ode in Eastport",
            "News",
            "Ferry fares to rise",
            "Ann Ode",
        ),
        ("Sport\nFootball\nEastport Beat Westport", "Sport", "Football Eastport Beat Westport", ""),
        ("News\nFerry fares: 5 things to know", "News", "Ferry fares: 5 things to know", ""),
    ],
)
def test_section_title_and_byline_stand_above_the_count_of_words_in_factiva(
    above: str, section: str, title: str, authors: str, tmp_path: Path
) -> None:
    text = export("factiva")
    *_, last = records(tmp_path, text.replace("Letters\nReaders' letters", above))
    said = tuple(stated(last, field) for field in ("section", "title", "authors"))
    assert said == (section, title, authors)


def test_a_record_in_a_zip_file_is_named_after_its_file(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("in/nexis.txt", export("nexis"))
    found = [one.record for one in load(tmp_path / "a.zip", "a.zip") if isinstance(one, Document)]
    assert found == ["in/nexis.txt#1", "in/nexis.txt#2", "in/nexis.txt#3"]


def test_the_limits_hold_for_a_record_and_not_for_its_file(tmp_path: Path) -> None:
    first, second, _ = records(tmp_path, export("nexis"))
    body = "The ferry was late again, and nobody at the company had noticed.\n\n"
    huge = second.text.replace("Body\n", "Body\n" + body * 20_000)
    long = second.text.replace("Body\n", "Body\n" + "It was late.\n" * 1_000)
    many = first.text.replace("\n\n\nBody", "\n\nBody") * 2_000
    found = loaded(
        tmp_path, first.text + huge + first.text + long + many, Limits(megabytes=1, lines=1_000)
    )
    left = [one for one in found if isinstance(one, Problem) and one.fate == "set aside"]
    assert [one.what for one in left] == [
        "record 2 is larger than 1 MB",
        "record 4 has more than 1,000 lines",
    ]
    read = [one for one in found if isinstance(one, Document)]
    assert [one.record for one in read[:3]] == ["1", "3", "5"]
    assert len(read) == 2_002


def test_a_large_file_of_no_database_is_set_aside_as_before(tmp_path: Path) -> None:
    (problem,) = loaded(tmp_path, "A line of prose.\n" * 100_000, Limits(megabytes=1))
    assert isinstance(problem, Problem)
    assert problem.what == "the file is larger than 1 MB"


@pytest.mark.parametrize(
    "quoted",
    [
        "End of Document",
        "Length: 212 words",
        "Body",
        "2 of 45 DOCUMENTS",
        "LENGTH: 543 words",
        "HD",
        "543 words\n19 July 2021",
        "Document HARBG00020210719eh7j0000x",
        "Document 1 of 3",
        "ProQuest document ID: 2550000001",
        "Full text: see below",
        "Title: The bridge\nRecord Number: 4",
        "Page 1 of 3",
    ],
)
def test_a_text_that_quotes_a_line_of_an_export_is_one_article(quoted: str, tmp_path: Path) -> None:
    text = HARBOUR.replace("\n\n", f"\n\n{quoted}\n\n", 2)
    (document,) = loaded(tmp_path, text)
    assert isinstance(document, Document)
    assert (document.record, document.text, document.labels) == (None, text, {})


def test_no_article_of_this_project_is_taken_for_an_export(tmp_path: Path) -> None:
    for path in (PROJECT / "articles").glob("*.txt"):
        (document,) = loaded(tmp_path, path.read_bytes())
        assert isinstance(document, Document)
        assert document.record is None
