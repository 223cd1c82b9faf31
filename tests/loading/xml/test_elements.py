import pytest

from newsarchive.loading.xml.elements import elements


def said(xml: str, *, whole: bool = True) -> dict[str, str]:
    return {found.path: found.text for found in elements(xml, whole=whole)}


def test_elements_of_two_levels_are_told_with_all_that_stands_in_them() -> None:
    found = elements("<x><a i='1'>B <b>C<c>D</c></b></a><e/></x>")
    assert [(one.path, one.text, one.markup) for one in found] == [
        ("a/b", "CD", "C<c>D</c>"),
        ("a", "B CD", "B <b>C<c>D</c></b>"),
        ("e", "", ""),
    ]
    assert found[1].attributes == {"i": "1"}


def test_plain_text_and_what_stands_for_characters_are_read() -> None:
    assert said("<x><a><![CDATA[<p>B]]> &amp; &#233;&lt;</a></x>") == {"a": "<p>B & é<"}


def test_what_html_names_is_read_and_so_is_what_stands_for_itself() -> None:
    xml = "<x><a>A &hellip; &nosuch; R&D &LT; &</a><b>http://b.example/?c=1&d=2</b></x>"
    assert said(xml) == {"a": "A … &nosuch; R&D < &", "b": "http://b.example/?c=1&d=2"}


def test_characters_that_no_xml_may_hold_are_read_as_unknown() -> None:
    assert said("<x><a>A\0B&#0;C&#x1F;D\x0bE&#10;&#x9;</a></x>") == {
        "a": "A\ufffdB\ufffdC\ufffdD\ufffdE\n\t"
    }


def test_what_goes_on_is_read_as_far_as_it_stands() -> None:
    assert said("<x><a><b>C</b><d>E", whole=False) == {"a/b": "C"}


@pytest.mark.parametrize(
    "xml",
    [
        "<x><a></b></x>",
        "<x><a>",
        "A",
        "<x>" + "<a>" * 600 + "</a>" * 600 + "</x>",
        '<!DOCTYPE x [<!ENTITY a "b">]><x><c>&a;</c></x>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x><c>&a;</c></x>',
    ],
)
def test_what_is_no_xml_or_defines_what_stands_in_it_is_refused(xml: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        elements(xml)


def test_markup_is_found_behind_signs_in_a_tag() -> None:
    (_, found) = elements('<x><a b="c>d" e=\'"\'><p>F</p></a></x>')
    assert found.markup == "<p>F</p>"
