"""Patterns that are compiled when they are first asked, and once for all runs."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from newsarchive import patterns
from newsarchive.patterns import keep, late

WRITTEN = [
    (r"(?P<day>\d\d?)\. (?P<month>[^\W\d_]+)|(©)", re.IGNORECASE),
    ("[\u3400-\u9fff\\w]{2,}+(?<=x)(?i:ſ|K)", 0),
    (r"^\s*(a)(?(1)b|c)$", re.MULTILINE | re.VERBOSE),
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep patterns in a folder of the test's own."""
    monkeypatch.setattr(patterns, "FOLDER", tmp_path)
    monkeypatch.setattr(patterns, "_new", {})
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


def compiled(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Use some patterns as a process that begins anew does; give those that it compiled."""
    patterns._kept.cache_clear()
    monkeypatch.setattr(patterns, "_new", {})
    for pattern, flags in WRITTEN:
        made = late(pattern, flags)
        assert made.flags == re.compile(pattern, flags).flags
        assert made._compiled == re.compile(pattern, flags)  # type: ignore[attr-defined]
        assert made.groupindex == re.compile(pattern, flags).groupindex
    asked = [*patterns._new]
    keep()
    return asked


def test_a_pattern_is_compiled_once_and_when_it_is_first_asked() -> None:
    with patch.object(patterns, "_code_of", wraps=patterns._code_of) as compiling:
        pattern = late("[a-z]+", re.IGNORECASE)
        assert (pattern.pattern, compiling.call_count) == ("[a-z]+", 0)
        assert pattern.findall("One two") == ["One", "two"]
        assert pattern.sub("-", "One two") == "- -"
        assert compiling.call_count == 1


def test_the_next_process_has_the_same_patterns_and_compiles_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert compiled(monkeypatch) == WRITTEN
    assert compiled(monkeypatch) == []


def test_patterns_that_are_kept_are_joined_by_new_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(monkeypatch)
    late("another").match("another")
    keep()
    assert compiled(monkeypatch) == []


@pytest.mark.parametrize("damage", [b"", b"nothing", None])
def test_damaged_code_is_made_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes | None
) -> None:
    compiled(monkeypatch)
    (file,) = folder.iterdir()
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content if damage is None else damage)
    assert compiled(monkeypatch) == WRITTEN
    assert compiled(monkeypatch) == []


def test_code_of_another_python_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(monkeypatch)
    with monkeypatch.context() as patched:
        patched.setattr(sys, "version", "3.99.0")
        assert compiled(patched) == WRITTEN


def test_without_the_insides_of_re_a_pattern_is_compiled_as_ever() -> None:
    with patch.object(patterns, "import_module", side_effect=ImportError):
        assert late("[a-z]+").findall("one two") == ["one", "two"]


def test_nothing_is_kept_where_python_is_to_keep_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiled(monkeypatch)
    assert not [*folder.iterdir()]


def test_a_wrong_pattern_is_an_error_when_it_is_asked() -> None:
    with pytest.raises(re.error):
        late("(").match("")


def test_where_nothing_can_be_written_patterns_are_compiled_each_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "FOLDER", folder / "missing")
    assert compiled(monkeypatch) == WRITTEN
    assert compiled(monkeypatch) == WRITTEN
