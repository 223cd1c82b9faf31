"""Whatever comes in, what goes out is HTML, Atom, JSON, XML and CSV that parses."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping

import pytest
from lxml import etree, html

from newsarchive.build import build
from newsarchive.settings.site import load_site
from samples import put, tree

SIGNS = {
    **{f"U+{code:04X}": chr(code) for code in range(0x20)},
    **{f"U+{code:04X}": chr(code) for code in (0x7F, 0x85, 0xAD, 0x2028, 0xFDD0, 0xFFFE, 0xFFFF)},
    "half": "\ud83d",
    "other half": "\udc00",
    "end of data": "]]>",
    "end of script": "</script>",
    "comment": "<!--",
    "tag": "<b a='\">",
    "entity": "&amp;&#0;&nosuch;",
    "formula": "=1+1",
    "plus": "+1",
    "minus": "-1",
    "at": "@SUM(1)",
    "tab formula": "\t=1+1",
    "wide formula": "＝1+1",
    "override": "\u202eabc",
    "isolate": "\u2067abc",
    "quotes": "\"'`,;",
}
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    folder = tmp_path_factory.mktemp("signs")
    rows = [
        {
            "title": f"{sign}A title with {name}",
            "text": f"{sign}The text with {name}, {sign} in it.\n\n{sign}",
            "source": f"{sign}Paper {sign}",
            "authors": [f"{sign}Ann {sign} Ode"],
            "section": [f"{sign}News{sign}"],
            "date": f"2021-07-{number % 28 + 1:02}",
            "url": f"https://a.example/{sign}",
        }
        for number, (name, sign) in enumerate(SIGNS.items())
    ]
    texts = {
        f"articles/{number}.txt": f"{sign} title {name}\n\nThe text {sign} of {name}.\n".encode(
            "utf-8", "surrogatepass"
        )
        for number, (name, sign) in enumerate(SIGNS.items())
    }
    corrections = {
        f"articles/{number}.yaml": json.dumps({"why": f"{sign}So.", "title": name + sign})
        for number, (name, sign) in enumerate(SIGNS.items())
    }
    put(
        folder,
        {
            "site.yaml": (
                'title: "A & B </script> ]]> \\u202e"\nurl: https://port.example/\nsearch: script\n'
                'description: "= <!-- \\0"\ncurator: "@ ]]>"\n'
            ),
            "articles/rows.jsonl": "\n".join(map(json.dumps, rows)),
            **texts,
            **corrections,
        },
    )
    made = load_site(folder)
    report = build(made, jobs=1)
    assert report.articles == 2 * len(SIGNS), report.problems
    return tree(made.output)


def of(site: Mapping[str, bytes], ending: str) -> dict[str, bytes]:
    found = {path: raw for path, raw in site.items() if path.endswith(ending)}
    assert found
    return found


def test_everything_is_utf_8_without_control_characters(site: Mapping[str, bytes]) -> None:
    for ending in (".html", ".xml", "feed.json"):
        for path, raw in of(site, ending).items():
            text = raw.decode("utf-8")
            assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", text), path


def test_pages_parse_and_every_element_of_theirs_is_closed(site: Mapping[str, bytes]) -> None:
    for path, raw in of(site, ".html").items():
        page = html.fromstring(raw.decode("utf-8"))
        assert page.find("body") is not None, path
        for script in page.iterfind(".//script[@type='application/ld+json']"):
            json.loads(script.text)
        assert not page.findall(".//b"), path


def test_feeds_and_sitemaps_are_xml(site: Mapping[str, bytes]) -> None:
    for path, raw in of(site, ".xml").items():
        assert etree.fromstring(raw).tag.startswith("{"), path


def test_feeds_and_packages_are_json(site: Mapping[str, bytes]) -> None:
    for raw in of(site, ".json").values():
        json.loads(raw)
    for raw in of(site, ".jsonl").values():
        for line in raw.rstrip(b"\n").split(b"\n"):
            json.loads(line)


def test_no_cell_of_a_table_runs(site: Mapping[str, bytes]) -> None:
    (raw,) = of(site, ".csv").values()
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert len(rows) == 1 + 2 * len(SIGNS)
    assert {len(row) for row in rows} == {len(rows[0])}
    assert [cell for row in rows for cell in row if cell.startswith(FORMULAS)] == []


def test_what_turns_the_direction_is_isolated_and_shown_in_the_evidence(
    site: Mapping[str, bytes],
) -> None:
    shown = 0
    for path, raw in of(site, "/index.html").items():
        page = html.fromstring(raw.decode("utf-8"))
        for node in page.iter():
            turned = re.search("[\u202a-\u202e\u2066-\u2069]", f"{node.text or ''}")
            if isinstance(node.tag, str) and turned and path != "data/index.html":
                blocks = {"p", "bdi", "li", "h1", "h2", "dd", "option", "textarea", "script", "td"}
                assert node.tag in blocks, (path, node.tag, node.text)
        shown += "⟨RLO⟩" in raw.decode("utf-8")
    assert shown >= 2
