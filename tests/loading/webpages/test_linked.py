"""A page's records in JSON-LD are read up to what real pages have."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from newsarchive.loading.webpages.linked import MAX_LEVELS, MAX_NODES, MAX_SCRIPT, Node, nodes

ARTICLE = '{"@type":"NewsArticle","headline":"A title"}'


def read(*scripts: str) -> list[Node]:
    tags = (f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return nodes(LexborHTMLParser(f"<p>A text.</p>{''.join(tags)}"))


def test_a_script_that_is_too_long_is_passed_over_and_the_next_is_read() -> None:
    long = f'{{"@type":"NewsArticle","articleBody":"{"x" * MAX_SCRIPT}"}}'
    assert [node["headline"] for node in read(long, ARTICLE)] == ["A title"]


def test_of_too_many_records_the_first_are_read() -> None:
    assert len(read(f"[{','.join([ARTICLE] * (MAX_NODES + 9))}]")) == MAX_NODES
    assert len(read(*[ARTICLE] * 9)) == 9


def test_records_are_looked_for_so_deep_and_no_deeper() -> None:
    deep = '{"in":' * 200 + "0" + "}" * 200
    assert len(read(deep)) == MAX_LEVELS + 1


def test_a_script_that_is_no_json_costs_only_itself() -> None:
    assert [node["headline"] for node in read("{", "[" * 100_000, ARTICLE)] == ["A title"]
