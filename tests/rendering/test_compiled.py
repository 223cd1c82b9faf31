"""What is kept of compiled templates, and when it is used."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from newsarchive.rendering import compiled
from newsarchive.rendering.compiled import Compiled
from newsarchive.rendering.templating import Templates
from newsarchive.wording import Wording
from samples import put


@pytest.fixture(autouse=True)
def theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let a folder be the theme's."""
    monkeypatch.setattr(compiled, "theme_folder", lambda _: tmp_path / "theme")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    put(tmp_path, {"theme/page.html": "{{ _('Sources') }} {{ view }}", "kept/.here": ""})
    return tmp_path


def filled(
    folder: Path, language: str = "en", *, theme: str = "theme", quick: bool = False
) -> tuple[str, bool]:
    """Fill the template; tell whether it was compiled for it."""
    wording, generated = Wording(language, [folder / "locale"]), []

    class Watched(Templates):
        def _generate(self, *arguments: Any, **options: Any) -> str:
            generated.append(arguments)
            return super()._generate(*arguments, **options)

    kept = Compiled(wording, folder / "kept")
    templates = Watched([folder / theme], wording, quick=quick, compiled=kept)
    return templates.get_template("page.html").render(view="seen"), bool(generated)


def test_a_template_is_compiled_once(theme: Path) -> None:
    assert [filled(theme), filled(theme)] == [("Sources seen", True), ("Sources seen", False)]


def test_it_is_compiled_for_each_language_and_each_way_to_fill_it(theme: Path) -> None:
    filled(theme)
    assert filled(theme, "de") == ("Quellen seen", True)
    assert filled(theme, quick=True) == ("Sources seen", True)
    assert filled(theme, "de") == ("Quellen seen", False)


def test_it_is_compiled_again_when_it_or_a_word_in_it_is_another(theme: Path) -> None:
    filled(theme, "de")
    put(theme, {"theme/page.html": "{{ _('Sources') }}: {{ view }}"})
    assert filled(theme, "de") == ("Quellen: seen", True)
    words = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    words += 'msgid "Sources"\nmsgstr "Blätter"\n'
    put(theme, {"locale/de/LC_MESSAGES/newsarchive.po": words})
    assert filled(theme, "de") == ("Blätter: seen", True)


def test_damaged_code_is_not_believed(theme: Path) -> None:
    filled(theme)
    (kept,) = (theme / "kept").glob("template-*")
    whole = kept.read_bytes()
    for content in (whole[:-1], whole[:30], b"", whole[:50] + bytes([whole[50] ^ 1]) + whole[51:]):
        kept.write_bytes(content)
        assert filled(theme) == ("Sources seen", True)
        assert kept.read_bytes() == whole


def test_nothing_is_kept_of_the_templates_of_an_archive(theme: Path) -> None:
    put(theme, {"own/page.html": "Mine {{ view }}"})
    for _ in range(2):
        assert filled(theme, theme="own") == ("Mine seen", True)
    assert not list((theme / "kept").glob("template-*"))


@pytest.mark.parametrize("case", ["no folder", "told not to"])
def test_where_none_can_be_kept_each_is_compiled(
    theme: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    if case == "no folder":
        (theme / "kept" / ".here").unlink()
        (theme / "kept").rmdir()
    else:
        monkeypatch.setattr(sys, "dont_write_bytecode", True)
    for _ in range(2):
        assert filled(theme) == ("Sources seen", True)
