from pathlib import Path

import pytest

from newsarchive.errors import SettingsError
from newsarchive.loading.corrections import correction_beside
from newsarchive.model import Correction
from samples import put


def beside(folder: Path, yaml: str) -> Correction | None:
    put(folder, {"a.yaml": yaml})
    return correction_beside(folder / "a.txt", "texts/a.txt")


def test_a_text_without_a_correction_has_none(tmp_path: Path) -> None:
    assert correction_beside(tmp_path / "a.txt", "a.txt") is None


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
            "labels": 11,
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
            "texts/a.yaml:2: `labels` must be a whole number, not `one`",
        ),
        (
            "why: So.\nlabels: {3: body, 03: title}\n",
            "texts/a.yaml:2: `labels` names 3 twice. Keep one of them",
        ),
        (
            "why: So.\ndate: 19 July 2021\n",
            "texts/a.yaml:2: `date` is `19 July 2021`, which is no date. Write 2021-07-19",
        ),
        ("why: So.\npath: b.txt\n", "texts/a.yaml:2: unknown key `path`. Known keys: why, "),
        ("- why\n", "texts/a.yaml:1: expected `key: value` lines"),
        ("why: [\n", "texts/a.yaml:2: this is not YAML: "),
    ],
)
def test_a_mistake_is_told_with_file_line_and_remedy(
    tmp_path: Path, yaml: str, message: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        beside(tmp_path, yaml)
    assert str(caught.value).startswith(message)


def test_bytes_that_are_no_utf8_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"why: Stra\xdfe\n")
    with pytest.raises(SettingsError, match=r"texts/a\.yaml: the correction cannot be read"):
        correction_beside(tmp_path / "a.txt", "texts/a.txt")
