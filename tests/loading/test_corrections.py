from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import fields

from newsarchive.errors import SettingsError
from newsarchive.loading.corrections import Beside, correction_of_folder, corrections_beside
from newsarchive.model import Correction, Label
from samples import PROJECT, put


def beside(folder: Path, yaml: str) -> Correction | None:
    put(folder, {"a.yaml": yaml})
    return corrections_beside(folder / "a.txt", "texts/a.txt").whole


def test_a_text_without_a_correction_has_none(tmp_path: Path) -> None:
    assert corrections_beside(tmp_path / "a.txt", "a.txt") == Beside()


def test_every_field_can_be_corrected_and_each_says_on_which_line(tmp_path: Path) -> None:
    correction = beside(
        tmp_path,
        "# seen on microfilm\n"
        "why: The print edition has it on page 3.\n"
        "title: No\n"
        "source: The Eastport Courier\n"
        "date: 2021-07-19\n"
        "authors: [A. Reporter, B. Writer]\n"
        "section: News\n"
        "language: de\n"
        "url: https://example.org/a\n"
        "dateline: EASTPORT\n"
        "slug: page-3\n"
        "labels:\n"
        "  12: caption\n",
    )
    assert correction == Correction(
        path="texts/a.yaml",
        why="The print edition has it on page 3.",
        title="No",
        source="The Eastport Courier",
        date="2021-07-19",
        authors=("A. Reporter", "B. Writer"),
        section=("News",),
        language="de",
        url="https://example.org/a",
        dateline="EASTPORT",
        slug="page-3",
        labels={12: "caption"},
        places={
            "why": 2,
            "title": 3,
            "source": 4,
            "date": 5,
            "authors": 6,
            "section": 7,
            "language": 8,
            "url": 9,
            "dateline": 10,
            "slug": 11,
            "labels": 12,
        },
    )


def test_what_is_not_corrected_stays_open(tmp_path: Path) -> None:
    correction = beside(tmp_path, "why: So.\ndate: ''\n")
    assert correction is not None
    assert (correction.title, correction.authors, correction.date) == (None, None, "")


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        (
            "why: So.\ntilte: A\n",
            "texts/a.yaml:2: unknown key `tilte`. Did you mean `title`?",
        ),
        ("title: A\n", "texts/a.yaml:1: the key `why` is missing. Add it"),
        ("", "texts/a.yaml:1: the key `why` is missing. Add it"),
        ("title: A\nwhy:\n", "texts/a.yaml:2: `why` is empty. Readers are shown the reason"),
        (
            "why: So.\nlabels:\n  12: captoin\n",
            "texts/a.yaml:3: `labels` cannot be `captoin`. Did you mean `caption`?",
        ),
        (
            "why: So.\nlabels: {one: body}\n",
            "texts/a.yaml:2: `labels` must be a whole number, not `one`. Write it in figures",
        ),
        (
            "why: So.\nlabels: {3: body, 03: title}\n",
            "texts/a.yaml:2: `labels` names 3 twice. Keep one of them",
        ),
        (
            "why: So.\ndate: 07/08/2021\n",
            "texts/a.yaml:2: `date` is `07/08/2021`, which is no date, or could be two. Write",
        ),
        (
            "why: So.\nslug: Über die Brücke\n",
            "texts/a.yaml:2: `slug` is `Über die Brücke`, which is no part of an address. Write ",
        ),
        ("why: So.\nslug: ../../up\n", "texts/a.yaml:2: `slug` is `../../up`, which is no part"),
        ("why: So.\nslug: '!'\n", "texts/a.yaml:2: `slug` is `!`, which is no part"),
        ("why: So.\npath: b.txt\n", "texts/a.yaml:2: unknown key `path`. Known: why, "),
        ("- why\n", "texts/a.yaml:1: expected `key: value` lines"),
        ("why: [\n", "texts/a.yaml:2: this is not YAML: "),
        (
            "why: So.\ntitle: Fire: two held\n",
            "texts/a.yaml:2: this is not YAML: mapping values are not allowed here. Put a value",
        ),
        (
            "why:\tSo.\n",
            "texts/a.yaml:1: this is not YAML: found character '\\t' that cannot start any token",
        ),
        (
            "why: So.\nurl: www.example.org\n",
            "texts/a.yaml:2: `www.example.org` is no web address. Write it whole, such as ",
        ),
        ("why: So.\nurl: javascript:alert(1)\n", "texts/a.yaml:2: `javascript:alert(1)` is no web"),
        (
            "why: So.\nlanguage: english\n",
            "texts/a.yaml:2: `language` is `english`, which is no language's code. Write two",
        ),
    ],
)
def test_a_mistake_is_told_with_file_line_and_remedy(
    tmp_path: Path, yaml: str, message: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        beside(tmp_path, yaml)
    assert str(caught.value).startswith(message)


def test_a_key_with_nothing_after_it_says_that_there_is_none(tmp_path: Path) -> None:
    corrected = beside(tmp_path, "why: So.\ndate:\nsource: ~\nauthors:\n")
    assert corrected
    assert (corrected.date, corrected.source, corrected.authors) == ("", "", ())
    assert (corrected.title, corrected.section) == (None, None)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2021-07~", "2021-07~"),
        ("July 19, 2021", "2021-07-19"),
        ("Jul 2021", "2021-07"),
        ("c. 1987", "1987~"),
        ("2021-07/2021-09", "2021-07/2021-09"),
        ("../2021-07-19", "../2021-07-19"),
        ("2021-XX", "2021"),
        ("", ""),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(tmp_path: Path, written: str, date: str) -> None:
    correction = beside(tmp_path, f"why: So.\ndate: {written}\n")
    assert correction
    assert correction.date == date


def of_folder(folder: Path, yaml: str) -> Correction | None:
    put(folder, {"_folder.yaml": yaml})
    return correction_of_folder(folder / "_folder.yaml", "texts/_folder.yaml")


def test_a_folder_is_spoken_for_as_a_text_is(tmp_path: Path) -> None:
    spoken = of_folder(tmp_path, "why: All of it is the Courier.\nsource: Courier\nlanguage: en\n")
    assert spoken
    assert (spoken.source, spoken.language, spoken.path) == ("Courier", "en", "texts/_folder.yaml")
    assert correction_of_folder(tmp_path / "no.yaml", "no.yaml") is None


@pytest.mark.parametrize("key", ["title", "date", "url", "slug", "aliases", "labels"])
def test_what_is_of_one_text_cannot_be_said_of_a_folder(tmp_path: Path, key: str) -> None:
    said = (
        rf"texts/_folder\.yaml:2: `{key}` can be said of a single text only\. Write it into that "
    )
    with pytest.raises(SettingsError, match=said):
        of_folder(tmp_path, f"why: So.\n{key}: 1\n")


def test_the_document_on_corrections_names_every_key_and_label() -> None:
    said = (PROJECT / "docs" / "corrections.md").read_text(encoding="utf-8")
    written = {field.name for field in fields(Correction)} - {"path", "places"}
    labels = get_args(Label)
    assert {word for word in {*written, *labels} if f"`{word}`" not in said} == set()


def test_several_authors_may_stand_on_one_line(tmp_path: Path) -> None:
    correction = beside(tmp_path, "why: So.\nauthors: Ann Ode; Bo Li\n")
    assert correction
    assert correction.authors == ("Ann Ode", "Bo Li")


def test_bytes_that_are_no_utf8_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"why: Stra\xdfe\n")
    with pytest.raises(SettingsError, match=r"texts/a\.yaml: the correction cannot be read"):
        corrections_beside(tmp_path / "a.txt", "texts/a.txt")


def records(folder: Path, yaml: str) -> Beside:
    put(folder, {"a.yaml": yaml})
    return corrections_beside(folder / "a.txt", "texts/a.txt")


def test_single_records_are_corrected_below_a_key_of_their_own(tmp_path: Path) -> None:
    read = records(
        tmp_path,
        "records:\n"
        "  3:  # the third\n"
        "    why: The print edition has it.\n"
        "    date: 2021-07-19\n"
        "\n"
        "  <urn:uuid:1>: {why: So., source: Courier}\n",
    )
    assert read == Beside(
        None,
        {
            "3": Correction(
                path="texts/a.yaml",
                why="The print edition has it.",
                date="2021-07-19",
                places={"why": 3, "date": 4},
            ),
            "<urn:uuid:1>": Correction(
                path="texts/a.yaml", why="So.", source="Courier", places={"why": 6, "source": 6}
            ),
        },
    )


def test_what_holds_for_all_records_of_a_file_stands_beside_the_key_for_single_ones(
    tmp_path: Path,
) -> None:
    read = records(tmp_path, "why: All.\nsource: A\nrecords:\n  1:\n    why: One.\n    source: B\n")
    assert (read.whole and read.whole.source, read.records["1"].source) == ("A", "B")


@pytest.mark.parametrize(
    ("yaml", "where", "what"),
    [
        ("records:\n  1:\n    date: 2021\n", "texts/a.yaml:3", "the key `why` is missing"),
        ("records:\n  1:\n    why: So.\n    dat: 2021\n", "texts/a.yaml:4", "unknown key `dat`"),
        ("records:\n  1: no\n", "texts/a.yaml:2", "expected `key: value` lines"),
        ("records: no\n", "texts/a.yaml:1", "`records` must hold `key: value` lines"),
    ],
)
def test_a_mistake_in_what_is_said_of_a_record_is_told_with_its_line(
    tmp_path: Path, yaml: str, where: str, what: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        records(tmp_path, yaml)
    assert (caught.value.where, caught.value.what) == (where, what)
