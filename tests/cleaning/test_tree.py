import json
from pathlib import Path

import pytest

from newsarchive.cleaning import clean
from newsarchive.cleaning.tree import RULES, judge_tree
from newsarchive.cleaning.verdict import Verdict
from newsarchive.loading import load
from newsarchive.model import Document

SENTENCES = (
    "The council voted on Monday to reopen the old harbour bridge before the end of the year.",
    "Engineers had closed it in spring, when a diver found cracks in two of its stone piers.",
    "Repairs will cost about four million, a third more than was planned, the mayor said.",
    "Fishermen welcomed the decision, because the way round takes them an hour each morning.",
    "A second report, due in autumn, will say whether lorries may use the bridge again.",
)
BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
NAVIGATION = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Home", "Sport", "Arts"))
TEASERS = "".join(
    f'<div class="teaser"><a href="/{n}">A story about something else, number {n}, today</a></div>'
    for n in range(8)
)
PAGE = f"""<html><head><title>Harbour bridge to reopen</title></head><body>
<nav><ul>{NAVIGATION}</ul></nav>
<main><article class="story">
<h1>Harbour bridge to reopen</h1>
<div class="article-body">{BODY}
<figure><figcaption>The bridge at dawn, seen from the mill</figcaption></figure>
<h2>What comes next</h2>
{BODY.replace("bridge", "crossing")}
</div></article>
<aside class="related">{TEASERS}</aside></main>
<footer><p>© 2021 The Example Post. All rights reserved.</p></footer>
</body></html>"""


def judged(folder: Path, page: str, name: str = "page.html") -> dict[str, Verdict]:
    (folder / name).write_text(page)
    (document,) = load(folder / name, name)
    assert isinstance(document, Document)
    return dict(zip(document.text.split("\n"), judge_tree(document), strict=True))


def body_of(verdicts: dict[str, Verdict]) -> list[str]:
    return [text for text, verdict in verdicts.items() if verdict.label == "body"]


def test_the_article_is_told_from_what_stands_around_it(tmp_path: Path) -> None:
    verdicts = judged(tmp_path, PAGE)
    crossing = [sentence.replace("bridge", "crossing") for sentence in SENTENCES]
    assert body_of(verdicts) == [*SENTENCES, *(one for one in crossing if one not in SENTENCES)]
    assert verdicts["What comes next"].label == "subheading"
    assert verdicts["The bridge at dawn, seen from the mill"].label == "caption"
    assert verdicts["Home"] == Verdict(
        "boilerplate", verdicts["Home"].probability, "navigation-in-the-tree"
    )


def test_every_rule_that_is_given_is_explained(tmp_path: Path) -> None:
    assert {verdict.rule for verdict in judged(tmp_path, PAGE).values()} <= set(RULES)


def test_what_the_page_hides_is_not_the_article(tmp_path: Path) -> None:
    plea = "Please support our newsroom with a small gift each month, because news is not free."
    page = PAGE.replace("</article>", f'<div class="hidden"><p>{plea}</p></div></article>')
    assert judged(tmp_path, page)[plea].rule == "hidden-in-the-tree"


def test_an_article_that_is_hidden_as_a_whole_is_read(tmp_path: Path) -> None:
    page = PAGE.replace('class="article-body"', 'class="article-body" style="display:none"')
    assert SENTENCES[0] in body_of(judged(tmp_path, page))


def test_a_second_article_under_the_first_is_left_out(tmp_path: Path) -> None:
    other = PAGE[PAGE.index("<article") : PAGE.index("<aside")]
    for old, new in (("bridge", "tunnel"), ("council", "senate"), ("reopen", "close")):
        other = other.replace(old, new)
    body = body_of(judged(tmp_path, PAGE.replace("</main>", f"{other}</main>")))
    assert SENTENCES[0] in body
    assert not any("tunnel" in line for line in body)


def test_a_text_that_a_curator_wrote_is_all_article(tmp_path: Path) -> None:
    verdicts = judged(tmp_path, "# Title\n\nShort.\n\n- [One](https://a.example)\n", "a.md")
    assert [(verdict.label, verdict.rule) for verdict in verdicts.values()] == [
        ("subheading", "written-as-article"),
        ("body", "written-as-article"),
        ("body", "written-as-article"),
    ]


def test_a_text_without_a_tree_is_not_judged(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A line.")
    (document,) = load(tmp_path / "a.txt", "a.txt")
    assert isinstance(document, Document)
    assert judge_tree(document) == ()


@pytest.mark.parametrize(
    "page", ["<i>x", "<p>x", "<a>x</a>", "<h1>x</h1>" * 3, "<p>x" * 20_000, "<b>" * 2_000 + "x"]
)
def test_any_page_gets_a_verdict_for_each_line(tmp_path: Path, page: str) -> None:
    (tmp_path / "page.html").write_text(page)
    (document,) = load(tmp_path / "page.html", "page.html")
    assert isinstance(document, Document)
    assert len(judge_tree(document)) == document.text.count("\n") + 1


def test_a_caption_is_known_by_what_its_element_is_called(tmp_path: Path) -> None:
    caption = '<div class="picture"><p class="image-caption">Seen from the mill.</p></div>'
    credit = '<span class="photo-credit">Photo: Ann Ode</span>'
    verdicts = judged(tmp_path, PAGE.replace("<h2>", f"{caption}{credit}<h2>"))
    assert verdicts["Seen from the mill."].label == "caption"
    assert verdicts["Photo: Ann Ode"].label == "credit"


def beside(folder: Path, html: str, before: str = "<h2>") -> dict[str, str]:
    """Give text → rule, on a page that has something amid its article."""
    verdicts = judged(folder, PAGE.replace(before, f"{html}{before}"))
    return {text: said.rule for text, said in verdicts.items() if said.label == "body"}


POINTS = "<li>Two lanes</li><li>No lorries</li><li>A toll</li>"
ROWS = "<tr><td>Pier</td><td>Cracks</td></tr><tr><td>North</td><td>14</td></tr>"

CAPTION = f"<figcaption>{'What it shows ' * 9}</figcaption>"


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        (f"<ul>{POINTS}</ul>", ["Two lanes", "No lorries", "A toll"]),
        ("<ol><li>Close it<ul><li>By May</li></ul></li></ol>", ["Close it", "By May"]),
        ("<dl><dt>Opened</dt><dd>1931</dd></dl>", ["Opened", "1931"]),
        ("<blockquote><p>Mend it.</p></blockquote>", ["Mend it."]),
        (f"<table>{ROWS}</table>", ["Pier\tCracks", "North\t14"]),
        (f"<div><table>{ROWS}</table></div>", ["Pier\tCracks", "North\t14"]),
        (
            f"<figure><table>{ROWS}</table>{CAPTION}</figure>",
            ["North\t14", ("What it shows " * 9).strip()],
        ),
    ],
)
def test_lists_quotations_and_tables_among_the_paragraphs_are_the_articles(
    tmp_path: Path, html: str, texts: list[str]
) -> None:
    rules = beside(tmp_path, html)
    assert [rules.get(text) for text in texts] == ["among-the-paragraphs"] * len(texts)


def test_a_table_may_end_the_article_and_a_list_may_not(tmp_path: Path) -> None:
    end = "</div></article>"
    assert "North\t14" in beside(tmp_path, f"<table>{ROWS}</table>", end)
    assert "Two lanes" not in beside(tmp_path, f"<ul>{POINTS}</ul>", end)


@pytest.mark.parametrize(
    "html",
    [
        "<ul>" + "".join(f'<li><a href="/{n}">Two lanes</a></li>' for n in range(4)) + "</ul>",
        f'<ul style="display:none">{POINTS}</ul>',
        f'<aside class="related"><div><ul>{POINTS}</ul></div></aside>',
        '<blockquote class="twitter-tweet"><p>Two lanes</p></blockquote>',
    ],
)
def test_links_what_is_hidden_boxes_and_posts_are_none_of_it(tmp_path: Path, html: str) -> None:
    assert "Two lanes" not in beside(tmp_path, html)


def test_the_heading_over_a_table_of_the_article_is_its_too(tmp_path: Path) -> None:
    table = f"<h3>Cracks</h3><table>{ROWS}</table>"
    verdicts = judged(tmp_path, PAGE.replace("</div></article>", f"{table}</div></article>"))
    assert (verdicts["Cracks"].label, verdicts["North\t14"].label) == ("subheading", "body")


def test_a_list_in_news_in_brief_is_its_text(tmp_path: Path) -> None:
    page = f"<h1>Strike</h1><div><p>Crews stop on Friday.</p><ul>{POINTS}</ul>"
    rest = "<p>The company said that about 4,000 people use the line in March.</p></div>"
    assert body_of(judged(tmp_path, page + rest))[1:4] == ["Two lanes", "No lorries", "A toll"]


def test_a_text_that_only_a_script_holds_is_the_article_and_the_offer_beside_it_is_not(
    tmp_path: Path,
) -> None:
    text = "\n".join(SENTENCES)
    said = {"@type": "NewsArticle", "headline": "Bridge to reopen", "articleBody": text}
    offer = "Subscribe now for one a week, and read all that we write about the harbour."
    page = f"""<html><head><title>Bridge to reopen</title>
    <script type="application/ld+json">{json.dumps(said)}</script></head><body>
    <main><h1>Bridge to reopen</h1><p>{SENTENCES[0]}</p><p>{offer}</p></main></body></html>"""
    (tmp_path / "page.html").write_text(page)
    (document,) = load(tmp_path / "page.html", "page.html")
    assert isinstance(document, Document)
    (reading,) = clean([document])
    body = [(line.text, line.rule) for line in reading.lines if line.label == "body"]
    assert body == [(sentence, "told-as-article") for sentence in SENTENCES]
