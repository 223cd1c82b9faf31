from html import unescape
from pathlib import Path
from typing import Any
from unicodedata import category

import pytest
from markupsafe import Markup

from newsarchive.artifacts import Artifact
from newsarchive.errors import TemplateError
from newsarchive.pages import Page
from newsarchive.pages.entryviews import Link
from newsarchive.pages.views import AboutView, AliasView, View
from newsarchive.rendering.render import Renderer, static_artifact
from newsarchive.settings.schema import Settings
from samples import put

ABOUT = AboutView(html=Markup("<p>About.</p>"), articles=1, sources=1, dated=0)


def rendered(folder: Path, text: str, view: View = ABOUT, **fields: Any) -> str:
    put(folder, {"page.html": text})
    page = Page(**{"url": "about/", "template": "page.html", "title": "", "view": view, **fields})
    artifact = Renderer([folder], Settings(title="A & B")).render(page)
    assert artifact.path == "about/index.html"
    return artifact.content.decode()


def failure(folder: Path, template: str) -> str:
    with pytest.raises(TemplateError) as caught:
        rendered(folder, template)
    return str(caught.value)


def test_a_template_gets_the_view_and_what_is_around_it(tmp_path: Path) -> None:
    template = "{{ view.articles }} {{ frame.root }} {{ frame.site_title }}"
    assert rendered(tmp_path, template) == "1 ../ A &amp; B"


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ('{% set words = {"older": "Before"} %}{{ words.older }}', "Before"),
        ("{{ view.articles }}{% if view.dek is defined %} with a dek{% endif %}", "1"),
        ('{{ view.dek|default("none") }}', "none"),
        ("{% block said %}A{% endblock %}{{ self.said() }}", "AA"),
        ("{% for it in [1, 2] %}{{ loop.index }}{{ loop.last }} {% endfor %}", "1False 2True "),
    ],
)
def test_a_template_asks_for_names_as_jinja_does(tmp_path: Path, template: str, shown: str) -> None:
    assert rendered(tmp_path, template) == shown


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '" onload="x', "{{ 7*7 }}", "{% x"])
def test_what_a_template_prints_stands_there_literally(tmp_path: Path, text: str) -> None:
    html = rendered(tmp_path, '<a title="{{ view.target.text }}">', AliasView(Link(text, ""), ""))
    assert "<script" not in html
    assert html.count('"') == 2
    assert "49" not in html


def test_only_what_is_sanitised_is_printed_as_it_is(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ view.html }}") == "<p>About.</p>"
    view = AliasView(Link("<p>About.</p>", ""), "")
    assert rendered(tmp_path, "{{ view.target.text }}", view) == "&lt;p&gt;About.&lt;/p&gt;"


@pytest.mark.parametrize(
    ("character", "shown"),
    [("\x00", "␀"), ("\x1b", "␛"), ("\x7f", "␡"), ("\x85", "\ufffd"), ("\ud800", "?")],
)
def test_a_character_that_html_cannot_hold_is_shown_by_a_sign(
    tmp_path: Path, character: str, shown: str
) -> None:
    view = AliasView(Link(f"a{character}b\tc\nd", ""), "")
    assert rendered(tmp_path, "{{ view.target.text }}", view) == f"a{shown}b\tc\nd"


@pytest.mark.parametrize("code", [*range(0x20), *range(0x7F, 0xC0)])
def test_every_control_character_has_a_sign_and_no_other_character(
    tmp_path: Path, code: int
) -> None:
    character = chr(code)
    kept = category(character) != "Cc" or character in "\t\n\r"
    html = rendered(tmp_path, "{{ view.target.text }}", AliasView(Link(f"é{character}b", ""), ""))
    assert (f"é{character}b" == unescape(html)) is kept


@pytest.mark.parametrize(
    ("template", "told"),
    [
        (
            "\n{{ view.titel }}",
            "page.html:2: 'newsarchive.pages.views.AboutView object' has",
        ),
        ("{{ vew }}", "page.html:1: 'vew' is undefined"),
        ("a\n{% if %}", "page.html:2: Expected an expression"),
        ("{{ 1 / 0 }}", "page.html:1: division by zero"),
        ("\n\n{{ frame.root + 1 }}", "page.html:3: can only concatenate str"),
        ("{% include 'none.html' %}", "there is no template none.html"),
        ("{% include 'page.html' %}", "page.html:1: maximum recursion depth exceeded"),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_line_and_the_page(
    tmp_path: Path, template: str, told: str
) -> None:
    message = failure(tmp_path, template)
    assert told in message
    assert "(filling the page about/)" in message
    assert message.endswith("templates/README.md names what each template gets")


def test_a_template_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"there is no template other\.html"):
        rendered(tmp_path, "", template="other.html")


def test_a_template_that_is_no_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / "latin.html").write_bytes(b"Stra\xdfe")
    with pytest.raises(
        TemplateError, match=r"latin\.html: .* can't decode byte 0xdf .* Save it as UTF-8"
    ):
        rendered(tmp_path, "", template="latin.html")


def test_the_first_folder_that_has_a_template_wins(tmp_path: Path) -> None:
    put(tmp_path, {"own/page.html": "own", "theme/page.html": "theme", "theme/b.html": "b"})
    renderer = Renderer([tmp_path / "own", tmp_path / "theme"], Settings())
    pages = [
        Page(url=f"{name}/", template=f"{name}.html", title="", view=ABOUT)
        for name in ("page", "b")
    ]
    assert [renderer.render(page).content for page in pages] == [b"own", b"b"]


def test_static_files_are_taken_byte_for_byte(tmp_path: Path) -> None:
    put(tmp_path, {"a.bin": b"\x00\xff"})
    made = static_artifact("img/a.bin", tmp_path / "a.bin")
    assert made == Artifact("static/img/a.bin", b"\x00\xff")


def test_a_static_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"a\.css: it cannot be read"):
        static_artifact("a.css", tmp_path / "a.css")
