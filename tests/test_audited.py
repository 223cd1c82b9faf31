"""Text is never HTML and never a template, but in the one module that was audited for it."""

import re
from pathlib import Path

import pytest

from newsarchive.settings.theme import theme_folder
from samples import PROJECT

AUDITED = "src/newsarchive/rendering/markup.py"
PIPED = "src/newsarchive/running/alone.py: pickle"
"""What a process says to one that it started, through a pipe: never from a file or a page."""
IN_PYTHON = re.compile(
    r"\bMarkup\(\S|\bMarkup\.|from_string|\bTemplate\(|mark_?safe|autoescape\s*=\s*(?!True)"
    r"|__html__|\|\s*safe\b|\beval\(|\bexec\(|\bpickle\b|yaml\.(?:load|unsafe|full)"
)
IN_TEMPLATES = re.compile(
    r"\|\s*safe\b|autoescape|Markup|\{%-?\s*(?:import|include|extends)\s+[^\"\s]"
)
IN_SCRIPTS = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc"
    r"|set(?:Timeout|Interval)\(\s*[\"'`]|javascript:"
)


def found(files: list[Path], pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{file.relative_to(PROJECT).as_posix()}: {match[0]}"
        for file in sorted(files)
        for match in pattern.finditer(file.read_text(encoding="utf-8"))
    ]


def test_only_the_audited_module_calls_text_html() -> None:
    files = list((PROJECT / "src").rglob("*.py"))
    assert len(files) > 100
    elsewhere = [
        hit for hit in found(files, IN_PYTHON) if not hit.startswith(AUDITED) and hit != PIPED
    ]
    assert elsewhere == []


def test_it_does_so_in_two_places() -> None:
    text = (PROJECT / AUDITED).read_text(encoding="utf-8")
    assert len(re.findall(r"return Markup\(\w", text)) == 2


def test_no_template_prints_text_as_html_or_takes_another_by_a_name_from_text() -> None:
    files = [path for path in theme_folder("templates").rglob("*") if path.suffix != ".md"]
    assert found([path for path in files if path.is_file()], IN_TEMPLATES) == []


def test_no_script_of_the_theme_reads_text_as_html_or_as_a_program() -> None:
    assert found(list(theme_folder("static").rglob("*.js")), IN_SCRIPTS) == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (IN_PYTHON, "Markup(title)"),
        (IN_PYTHON, "environment.from_string(text)"),
        (IN_PYTHON, "autoescape=select_autoescape()"),
        (IN_TEMPLATES, "{{ view.title | safe }}"),
        (IN_TEMPLATES, "{% autoescape false %}"),
        (IN_TEMPLATES, "{% include view.name %}"),
        (IN_SCRIPTS, "node.innerHTML = title"),
    ],
)
def test_what_is_forbidden_is_seen(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)
