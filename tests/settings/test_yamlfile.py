from contextlib import suppress
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta, Struct

from newsarchive.errors import SettingsError
from newsarchive.settings.yamlfile import read_yaml
from newsarchive.settings.yamlnodes import MAX_CHARACTERS, key_lines
from quickness import within


class Place(Struct, frozen=True):
    name: str
    floors: int = 1


class Card(Struct, frozen=True, kw_only=True):
    title: str
    open: bool = False
    colour: Literal["red", "green"] = "red"
    tags: tuple[str, ...] = ()
    counts: dict[str, int] = {}
    note: str | None = None
    marked: Annotated[str, Meta(description="for people")] = ""
    place: Place = Place("here")
    places: tuple[Place, ...] = ()


def read(text: str) -> Card:
    return read_yaml(text, Card, path="card.yaml")


def message(text: str) -> str:
    with pytest.raises(SettingsError) as caught:
        read(text)
    return str(caught.value)


def test_every_kind_of_value_is_read() -> None:
    assert read(
        "title: A\nopen: yes\ncolour: green\ntags: [a, b]\ncounts: {x: 1}\nnote: n\nmarked: m\n"
        "place:\n  name: there\n  floors: 3\nplaces:\n- name: one\n- name: two\n"
    ) == Card(
        title="A",
        open=True,
        colour="green",
        tags=("a", "b"),
        counts={"x": 1},
        note="n",
        marked="m",
        place=Place("there", 3),
        places=(Place("one"), Place("two")),
    )


@pytest.mark.parametrize("word", ["no", "1.10", "2021-07-19", "0x1F", "1e3", "true", "12:30:45"])
def test_a_word_stays_as_it_was_written(word: str) -> None:
    assert read(f"title: {word}\n").title == word


def test_a_single_value_is_a_list_of_one() -> None:
    assert read("title: A\ntags: news\n").tags == ("news",)


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_none_where_none_may_be_and_an_empty_text_elsewhere(nothing: str) -> None:
    assert read(f"title: {nothing}\nnote: {nothing}\n") == Card(title="", note=None)


def test_a_quoted_null_is_a_word() -> None:
    assert read("title: 'null'\nnote: '~'\n") == Card(title="null", note="~")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tilte: A\n", "card.yaml:1: unknown key `tilte`. Did you mean `title`?"),
        ("title: A\nOpen: no\n", "card.yaml:2: unknown key `Open`. Did you mean `open`?"),
        ("title: A\nquux: 1\n", "card.yaml:2: unknown key `quux`. Known: title, open, "),
        ("title: A\ntitle: B\n", "card.yaml:2: the key `title` stands twice. Keep one of them"),
        ("open: yes\n", "card.yaml:1: the key `title` is missing. Add it"),
        ("title: [A]\n", "card.yaml:1: `title` must be a single value. Write it behind"),
        ("title: A\nopen: maybe\n", "card.yaml:2: `open` must be true or false, not `maybe`"),
        ("title: A\ncolour: gren\n", "card.yaml:2: `colour` cannot be `gren`. Did you mean `gree"),
        ("title: A\ntags: {a: b}\n", "card.yaml:2: `tags` must be a list. Write each item on a"),
        ("title: A\ncounts: [1]\n", "card.yaml:2: `counts` must hold `key: value` lines. Write"),
        ("title: A\ncounts:\n  x: 1\n  x: 2\n", "card.yaml:4: `counts` names x twice. Keep one"),
        ("title: A\nplace: {name: b, floor: 2}\n", "card.yaml:2: unknown key `floor`. Did you"),
        ("title: A\n[a, b]: c\n", "card.yaml:2: a key must be a word. Write each key with its"),
        ("title: A\nplace: {floors: two, name: b}\n", "card.yaml:2: `floors` must be a whole num"),
        ("- title\n", "card.yaml:1: expected `key: value` lines. Write each key with its"),
        ("title: 'A\n", "card.yaml:2: this is not YAML: found unexpected end of stream"),
        ("title: A\n---\ntitle: B\n", "card.yaml:2: this is not YAML: "),
        (
            "title: A\ntags: B\x00\n",
            "card.yaml:2: this is not YAML: it cannot hold the character",
        ),
        ('title: "\\U00110000"\n', "card.yaml: this is not YAML: "),
        ('title: "\\UFFFFFFFF"\n', "card.yaml: this is not YAML: "),
        ("title: " + "[" * 50_000, "card.yaml:1: this is not YAML: it nests more than 20 "),
        ("title: A\ntags: " + "[" * 40, "card.yaml:2: this is not YAML: it nests more than 20 "),
    ],
)
def test_a_mistake_is_told_with_file_line_and_remedy(text: str, told: str) -> None:
    assert message(text).startswith(told)


def test_lines_are_counted_from_where_the_text_begins_in_its_file() -> None:
    with pytest.raises(SettingsError, match=r"^page\.md:8: unknown key"):
        read_yaml("title: A\ntilte: B\n", Card, path="page.md", first_line=7)
    assert key_lines("# why\ntitle: A\n", path="page.md", first_line=7) == {"title": 8}


def test_what_no_path_can_hold_is_replaced_and_what_no_system_counts_is_refused() -> None:
    assert read('title: "a\\0\\ud800b"\n').title == "a\ufffd\ufffdb"
    told = message(f"title: A\ncounts: {{x: {10**12}}}\n")
    assert "is too large. At most 1,000,000,000 is read" in told


def test_an_alias_is_refused() -> None:
    told = message("title: &a A\nnote: *a\n")
    assert told.startswith("card.yaml:2: this is not YAML: an alias (*name) is not allowed")


def test_a_text_that_is_too_long_is_refused_however_well_it_is_formed() -> None:
    told = message(f"title: {'a' * MAX_CHARACTERS}\n")
    assert told.startswith("card.yaml: 200,008 characters is too long for a settings file")


@pytest.mark.parametrize(
    "bomb",
    [
        "title: " + "[" * 50_000,
        "title: " + "{a: " * 20_000,
        "a" * (MAX_CHARACTERS + 1),
        "title: !!python/object/apply:os.system [ls]\n",
    ],
)
def test_hostile_text_is_an_error_in_little_time(bomb: str) -> None:
    with within(10):
        message(bomb)


def test_a_field_that_the_program_knows_cannot_be_set_by_the_file() -> None:
    assert read_yaml("open: yes\n", Card, path="c", given={"title": "A"}).title == "A"
    with pytest.raises(SettingsError, match="unknown key `title`"):
        read_yaml("title: B\n", Card, path="c", given={"title": "A"})


@given(st.text())
def test_any_text_is_a_card_or_an_error_of_our_own(text: str) -> None:
    with suppress(SettingsError):
        assert isinstance(read(text), Card)
