from collections.abc import Callable
from pathlib import Path

import pytest

from newsarchive import compiled
from newsarchive.compiled import CompiledTemplates
from newsarchive.templating import Templates
from newsarchive.wording import Wording

Compile = Callable[..., list[str]]


@pytest.fixture
def compile_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Compile:
    """Ask for a theme's page in English, and give the templates that were compiled for it."""
    theme, kept = tmp_path / "theme", tmp_path / "kept"
    theme.mkdir()
    kept.mkdir()
    monkeypatch.setattr(compiled, "theme_folder", lambda _: theme)
    monkeypatch.setattr(compiled, "FOLDER", kept)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    asked: list[str] = []
    compile_ = Templates.compile

    def counted(self: Templates, source: str, name: str, filename: str) -> object:
        asked.append(name)
        return compile_(self, source, name, filename)

    monkeypatch.setattr(Templates, "compile", counted)

    def compile_page(text: str, folder: str = "theme", language: str = "en") -> list[str]:
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "page.html").write_text(text)
        templates = Templates([tmp_path / folder], Wording(language), quick=True)
        templates.bytecode_cache = CompiledTemplates(language)
        asked.clear()
        templates.get_template("page.html").render()
        return list(asked)

    return compile_page


def test_a_template_of_the_theme_is_compiled_once_for_each_language(compile_page: Compile) -> None:
    assert compile_page("{{ _('Dates') }}") == ["page.html"]
    assert compile_page("{{ _('Dates') }}") == []
    assert compile_page("{{ _('Dates') }}", language="fr") == ["page.html"]


def test_a_template_of_an_archive_s_own_is_compiled_each_time(
    compile_page: Compile, tmp_path: Path
) -> None:
    assert compile_page("one", folder="own") == compile_page("one", folder="own") == ["page.html"]
    assert list((tmp_path / "kept").iterdir()) == []


def test_another_text_or_another_version_of_newsarchive_is_compiled(
    compile_page: Compile, monkeypatch: pytest.MonkeyPatch
) -> None:
    compile_page("one")
    assert compile_page("two") == ["page.html"]
    monkeypatch.setattr(compiled, "code_digest", lambda: "another")
    assert compile_page("two") == ["page.html"]


def test_code_that_was_damaged_is_not_run(compile_page: Compile, tmp_path: Path) -> None:
    compile_page("one")
    (file,) = (tmp_path / "kept").iterdir()
    content = bytearray(file.read_bytes())
    content[-5] ^= 1
    file.write_bytes(content)
    assert compile_page("one") == ["page.html"]
    file.write_bytes(b"")
    assert compile_page("one") == ["page.html"]


def test_nothing_is_kept_where_python_keeps_no_code(
    compile_page: Compile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    compile_page("one")
    assert list((tmp_path / "kept").iterdir()) == []
