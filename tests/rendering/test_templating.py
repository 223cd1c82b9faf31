from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from newsarchive.rendering.markup import escaped
from newsarchive.rendering.templating import Templates
from newsarchive.wording import Wording
from newsarchive.wording.said import When, message
from samples import put


def printed(folder: Path, template: str, language: str = "en", **values: object) -> str:
    put(folder, {"page.html": template})
    return Templates([folder], Wording(language)).get_template("page.html").render(**values)


@given(st.text(st.sampled_from("ab&<>'\"é‘")))
def test_a_text_is_escaped_as_markupsafe_does(text: str) -> None:
    assert escaped(text) == str(escape(text))


@pytest.mark.parametrize(
    ("value", "html"),
    [
        ("<b>", "&lt;b&gt;"),
        (Markup("<b>"), "<b>"),
        (1200, "1200"),
        (1.5, "1.5"),
        (None, "None"),
        (message("%(name)s: it’s", name="<b>"), "&lt;b&gt;: it’s"),
        (When("2021-07"), "July 2021"),
    ],
)
@pytest.mark.parametrize(
    "template",
    [
        "{{ it }}",
        "{% macro said(it) %}{{ it }}{% endmacro %}{{ said(it) }}",
        "{% set said %}{{ it }}{% endset %}{{ said }}",
    ],
)
def test_what_is_printed_is_in_words_and_escaped_once(
    tmp_path: Path, value: object, html: str, template: str
) -> None:
    assert printed(tmp_path, template, it=value) == html


def test_what_is_said_is_in_words_where_nothing_is_escaped(tmp_path: Path) -> None:
    template = "{% autoescape false %}{{ it }} {{ text }}{% endautoescape %}"
    assert printed(tmp_path, template, it=When("2021-07"), text="<b>") == "July 2021 <b>"


def test_whether_to_escape_can_depend_on_a_value(tmp_path: Path) -> None:
    template = "{% autoescape on %}{{ it }}{% endautoescape %}"
    assert printed(tmp_path, template, it="<b>", on=True) == "&lt;b&gt;"
    assert printed(tmp_path, template, it="<b>", on=False) == "<b>"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ('{{ _("Older") }}', "Plus ancien"),
        ("{% trans %}Older{% endtrans %}", "Plus ancien"),
        ('{{ pgettext("colours", "Dark") }}', "Sombre"),
        ('{% set words = {"a": [_("Older")]} %}{{ words.a[0] }}', "Plus ancien"),
        ('{% if _("Older") == "Plus ancien" %}yes{% endif %}', "yes"),
        ('{{ _(phrase) }} {{ _(*[phrase]) }} {{ _("Ol" ~ "der") }}', " ".join(["Plus ancien"] * 3)),
        ('{{ _("line&nbsp;%(line)s", line=text) }}', "ligne&nbsp;&lt;3&gt;"),
    ],
)
def test_a_templates_phrases_are_in_the_words_of_the_language(
    tmp_path: Path, template: str, said: str
) -> None:
    assert printed(tmp_path, template, "fr", phrase="Older", text="<3>") == said


def test_a_phrase_without_values_is_part_of_the_compiled_template(tmp_path: Path) -> None:
    source = '<h2>{{ _("Older") }}</h2>'
    compiled = Templates([tmp_path], Wording("fr")).compile(source, raw=True)
    assert "'<h2>Plus ancien</h2>'" in compiled
