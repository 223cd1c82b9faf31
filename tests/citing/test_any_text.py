"""Whatever a title holds, a reference to its article stays one reference."""

import json
import re
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from cited import citation
from newsarchive.citing.bibtex import bibtex
from newsarchive.citing.csl import csl_json
from newsarchive.citing.names import name_of
from newsarchive.citing.ris import ris
from newsarchive.citing.styles import apa, chicago, mla, text_of
from newsarchive.spelling.plain import plain

TEXTS = st.text(max_size=60).map(plain)


@given(TEXTS, TEXTS)
def test_bibtex_is_one_entry_with_balanced_braces(title: str, author: str) -> None:
    text = bibtex(citation(title, author))
    depth = 0
    for place, letter in enumerate(text, 1):
        depth += (letter == "{") - (letter == "}")
        assert depth > 0 or place <= text.index("{") or place >= len(text) - 1
    assert depth == 0


@given(TEXTS, TEXTS)
def test_ris_is_lines_of_tags_and_values(title: str, author: str) -> None:
    *lines, last = ris(citation(title, author)).split("\r\n")
    assert last == ""
    assert lines[-1] == "ER  - "
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
    assert len(" ".join(lines).splitlines()) == 1


@given(TEXTS, TEXTS)
def test_csl_gives_the_title_back(title: str, author: str) -> None:
    (item,) = json.loads(csl_json(citation(title, author)))
    assert item.get("title", "") == title


@given(TEXTS, TEXTS)
def test_text_is_one_line_that_ends_in_a_stop(title: str, author: str) -> None:
    for style in (chicago, mla, apa):
        text = text_of(style(citation(title, author)))
        assert text.endswith(".")
        assert ".." not in text.replace("…", "") or ".." in title + author


@given(st.text(max_size=60))
def test_plain_text_is_xml(text: str) -> None:
    escaped = plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert (ET.fromstring(f"<a>{escaped}</a>").text or "") == plain(text)  # noqa: S314  our own


@given(TEXTS)
def test_no_letter_of_a_name_is_lost(text: str) -> None:
    name = name_of(text)
    assert sorted(re.sub(r"[\s,]", "", name.inverted)) == sorted(re.sub(r"[\s,]", "", text))
