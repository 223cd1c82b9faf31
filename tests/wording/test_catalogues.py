"""What is said on pages stands in every catalogue, and nowhere else."""

import re
import shutil
from collections.abc import Iterator
from contextlib import chdir
from html.parser import HTMLParser
from pathlib import Path

import jinja2
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po
from jinja2 import nodes

from newsarchive.settings.theme import theme_folder
from newsarchive.wording.catalogues import SHIPPED
from samples import PROJECT

LANGUAGES = ("ar", "de", "es", "fa", "fr")
FUNCTIONS = {"_", "gettext", "ngettext", "pgettext", "forms"}
SAID_BY = ("aria-label", "title", "alt", "placeholder", "content")
"""Attributes that a reader sees or hears; those that begin with `data-` are for scripts to show."""
TECHNICAL = {"data-order", "data-words"}
NAMES = {"SHA-256", "newsarchive"}
"""What is called so in every language."""
TEMPLATES = sorted(theme_folder("templates").rglob("*.html"))


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Collect what is said into a file, as CONTRIBUTING.md says how to."""
    file = tmp_path_factory.mktemp("words") / "newsarchive.pot"
    with chdir(PROJECT):  # catalogues name files as they stand in the project
        run([*options_of("extract").split(), "-o", str(file), "."])
    return file


@pytest.fixture(scope="module")
def messages(collected: Path) -> Catalog:
    with collected.open("rb") as opened:
        return read_po(opened)


def options_of(command: str) -> str:
    """Give a command of CONTRIBUTING.md, without the files that it reads and writes."""
    text = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    found = re.search(rf"pybabel ({command} [^\n]+)", text)
    assert found
    return re.sub(r" -[iod] \S+| \.$", "", found[1])


def run(command: list[str]) -> None:
    CommandLineInterface().run(["pybabel", "-q", *command])  # type: ignore[no-untyped-call]  # Babel's is not typed


def catalogue(language: str) -> Catalog:
    with (SHIPPED / language / "LC_MESSAGES" / "newsarchive.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def spoken(messages: Catalog) -> Iterator[Message]:
    return (message for message in messages if message.id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_all_that_is_said_and_nothing_else(
    messages: Catalog, language: str
) -> None:
    own = {(message.context, message.id) for message in spoken(catalogue(language))}
    assert own == {(message.context, message.id) for message in spoken(messages)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_every_message_is_translated_and_sure(language: str) -> None:
    own = catalogue(language)
    for message in spoken(own):
        forms = texts(message.string)
        assert all(forms), message.id
        assert not message.fuzzy, message.id
        assert len(forms) == (own.num_plurals if message.pluralizable else 1), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_values_and_the_elements_of_its_message(language: str) -> None:
    for message in spoken(catalogue(language)):
        said = texts(message.id)[-1]
        *few, last = texts(message.string)
        assert parts(last) == parts(said), message.id
        for form in few:  # which may say "one" or "none" in words
            assert parts(form) <= parts(said), message.id
            assert parts(said) - parts(form) <= {"%(num)s", "%(count)s", "%(least)s"}, message.id


def texts(forms: object) -> tuple[str, ...]:
    return tuple(map(str, forms)) if isinstance(forms, (tuple, list)) else (str(forms or ""),)


def parts(text: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)s|<[^>]*>", text))


class Visible(HTMLParser):
    """Collects what a reader sees or hears of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        technical = tag == "meta" and names.get("name") != "description"
        for name, value in attrs:
            if (
                value
                and not technical
                and (name in SAID_BY or name.startswith("data-"))
                and name not in TECHNICAL
            ):
                self.said.append(value)

    def handle_data(self, data: str) -> None:
        self.said.append(data)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_prints_no_words_but_those_of_the_catalogue(template: Path) -> None:
    environment = jinja2.Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    tree = environment.parse(template.read_text(encoding="utf-8"))
    printed = "".join(bare(tree))
    words = [w for text in Visible(printed).said for w in re.findall(r"[A-Za-z][\w-]+", text)]
    assert [word for word in words if word not in NAMES] == []
    assert [text for text in literals(tree) if re.search(r"[A-Z][a-z]|[a-z] [a-z]", text)] == []


def bare(node: nodes.Node) -> Iterator[str]:
    """Give the text between a template's expressions, in its order, an `…` for each of these."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.TemplateData):
            yield child.data
        elif isinstance(child, nodes.Expr) and isinstance(node, nodes.Output):
            yield "…"
        else:
            yield from bare(child)


def literals(node: nodes.Node) -> Iterator[str]:
    """Give the strings in a template's expressions that no catalogue translates."""
    for child in node.iter_child_nodes():
        called = child.node if isinstance(child, nodes.Call) else None
        if isinstance(called, nodes.Name) and called.name in FUNCTIONS:
            continue
        if isinstance(child, nodes.Const) and isinstance(child.value, str):
            yield child.value
        yield from literals(child)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_stands_as_contributing_says_to_write_it(
    collected: Path, tmp_path: Path, language: str
) -> None:
    shipped = SHIPPED / language / "LC_MESSAGES" / "newsarchive.po"
    (tmp_path / language / "LC_MESSAGES").mkdir(parents=True)
    written = Path(shutil.copy(shipped, tmp_path / language / "LC_MESSAGES"))
    run([*options_of("update").split(), "-i", str(collected), "-d", str(tmp_path)])
    assert messages_in(written) == messages_in(shipped)


def messages_in(file: Path) -> str:
    """Give what stands below a catalogue's head, which names the version of Babel."""
    return file.read_text(encoding="utf-8").partition("\n\n")[2]
