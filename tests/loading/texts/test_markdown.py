from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Element, Problem, Statement

ARTICLE = """---
title: The harbour bridge
authors: [Ann Ode, Bo Li]
date: 2021-07-19
tags: Harbour
slug: bridge
---
The *first* paragraph
goes on.

## A heading

- one
- two
"""


def loaded(folder: Path, text: str) -> list[Document | Problem]:
    (folder / "a.md").write_text(text)
    return list(load(folder / "a.md", "a.md"))


def test_front_matter_states_and_markdown_becomes_lines(tmp_path: Path) -> None:
    (document,) = loaded(tmp_path, ARTICLE)
    assert isinstance(document, Document)
    assert document.text == "The first paragraph goes on.\nA heading\none\ntwo"
    assert document.elements == (
        Element("p", "markdown > p"),
        Element("h2", "markdown > h2"),
        Element("li", "markdown > ul > li"),
        Element("li", "markdown > ul > li"),
    )
    assert document.statements == (
        Statement(
            "title", "The harbour bridge", "front-matter", "The harbour bridge",
            where="front matter, line 2",
        ),
        Statement(
            "date", "2021-07-19", "front-matter", "2021-07-19", where="front matter, line 4"
        ),
        Statement("authors", "Ann Ode", "front-matter", "Ann Ode", where="front matter, line 3"),
        Statement("authors", "Bo Li", "front-matter", "Bo Li", where="front matter, line 3"),
        Statement("section", "Harbour", "front-matter", "Harbour", where="front matter, line 5"),
        Statement("slug", "bridge", "front-matter", "bridge", where="front matter, line 6"),
    )  # fmt: skip


def test_a_text_whose_front_matter_is_wrong_is_set_aside_and_the_line_is_named(
    tmp_path: Path,
) -> None:
    (problem,) = loaded(tmp_path, "---\ntitle: x\ntilte: y\n---\nText.\n")
    assert problem == Problem("a.md", "unknown key `tilte`", "Did you mean `title`?", 3)


@pytest.mark.parametrize("written", ["2021-07", "2021-07~", "2021", "2021-07/2021-08", "1987?"])
def test_a_date_of_the_front_matter_is_as_precise_as_it_is_written(
    tmp_path: Path, written: str
) -> None:
    (document,) = loaded(tmp_path, f"---\ndate: {written}\n---\nText.\n")
    assert isinstance(document, Document)
    assert [said.value for said in document.statements] == [written]


@pytest.mark.parametrize("wrong", ["date: 07/08/2021", "date: soon", "slug: a/b"])
def test_a_date_that_is_none_and_a_slug_that_is_none_set_the_text_aside(
    tmp_path: Path, wrong: str
) -> None:
    (problem,) = loaded(tmp_path, f"---\ntitle: A\n{wrong}\n---\nText.\n")
    assert isinstance(problem, Problem)
    assert problem.line == 3


CLIPPED = """---
title: "The night train"
source: "https://review.example/2021/night-train"
author:
  - "[[Marta Keller]]"
  - "[[people/bo-li|Bo Li]]"
published: 2021-03-18
created: 2021-04-02T10:00:00
description: "It is shrinking again"
rating: 5
---
The last sleeper left on a wet Thursday.
"""


def test_the_keys_of_programs_that_clip_pages_are_known(tmp_path: Path) -> None:
    doubt, document = loaded(tmp_path, CLIPPED)
    assert isinstance(document, Document)
    assert [(said.field, said.value) for said in document.statements] == [
        ("title", "The night train"),
        ("url", "https://review.example/2021/night-train"),
        ("authors", "Marta Keller"),
        ("authors", "Bo Li"),
        ("date", "2021-03-18"),
        ("crawled", "2021-04-02"),
    ]
    assert isinstance(doubt, Problem)
    assert (doubt.line, doubt.fate) == (10, "doubtful")
    assert doubt.what.endswith(": rating")


def test_front_matter_that_nothing_closes_is_told_and_is_no_text(tmp_path: Path) -> None:
    (problem,) = loaded(tmp_path, "---\ntitle: A bridge\n\nThe council voted on Monday.\n")
    assert isinstance(problem, Problem)
    assert problem.what == "its front matter is not closed"
    rule = loaded(tmp_path, "---\nNote: a rule may stand above a text.\n")
    assert isinstance(rule[0], Document)


def test_several_authors_may_stand_on_one_line(tmp_path: Path) -> None:
    (document,) = loaded(tmp_path, "---\nauthor: Ann Ode; Bo Li\n---\nText.\n")
    assert isinstance(document, Document)
    assert [said.value for said in document.statements] == ["Ann Ode", "Bo Li"]


def test_without_front_matter_the_first_heading_is_the_title(tmp_path: Path) -> None:
    (document,) = loaded(tmp_path, "# The bridge #\n\nText.\n")
    assert isinstance(document, Document)
    assert [one.value for one in document.statements] == ["The bridge"]


def test_markup_that_could_do_harm_is_gone(tmp_path: Path) -> None:
    (document,) = loaded(tmp_path, "One<script>alert(1)</script> [two](javascript:x)\n")
    assert isinstance(document, Document)
    assert document.text == "One two"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "[ " * 20_000,
        "<![",
        "> " * 5_000,
        "*" * 9_000,
        "a " * 60_000,
        *(
            (unit * 9_000)[:99_000]
            for unit in (
                "a [b ",
                "a\r\n[b\r\n",
                "![ ",
                "[a](",
                "[a][",
                "[^a",
                "<a ",
                "# a\n",
                "a\n=\n",
                "*[a]: b\n",
                "[^a]: b\n",
                "[^a] ",
                "* * *\n",
                "<b><!-- -->\n",
            )
        ),
    ],
)
def test_what_would_hold_up_the_markdown_library_is_a_problem(tmp_path: Path, text: str) -> None:
    (problem,) = loaded(tmp_path, text)
    assert isinstance(problem, Problem)
    assert problem.what.startswith("the Markdown is not read: ")


def test_a_chapter_of_many_links_notes_and_headings_is_read(tmp_path: Path) -> None:
    text = "".join(
        f"## Part {i}\n\nWords [of](https://a.example/{i}) a [thing][b], <b>more</b> [^{i}].\n\n"
        f"- [one](https://b.example/b_(c))\n- [two](c)\n\n[^{i}]: A note.\n\n"
        for i in range(150)
    )
    (document,) = loaded(tmp_path, text)
    assert isinstance(document, Document)


def test_keys_that_other_programs_date_a_clipping_with_are_read_or_left(tmp_path: Path) -> None:
    front = (
        "title: |\n  Bridge to close\nupdated: 2024-10-01 08:00:00Z\n"
        "date_saved: 2024-10-01 08:00:00\ndate_published: 2021-07-19 12:00:00\n"
    )
    (document,) = loaded(tmp_path, f"---\n{front}---\nThe bridge will close.\n")
    assert isinstance(document, Document)
    assert {said.field: said.value for said in document.statements} == {
        "title": "Bridge to close",
        "date": "2021-07-19",
        "crawled": "2024-10-01",
    }


def test_notes_below_the_heading_stay_lines_of_their_own(tmp_path: Path) -> None:
    notes = "URL: https://port.example/bridge\nPublished: July 19, 2021\nTags: harbour"
    (document,) = loaded(tmp_path, f"# Bridge to close\n\n{notes}\n\nThe bridge\nwill close.\n")
    assert isinstance(document, Document)
    assert document.text == f"Bridge to close\n{notes}\nThe bridge will close."


def test_the_link_behind_a_passage_that_a_reading_app_keeps_is_none_of_it(tmp_path: Path) -> None:
    text = "# Bridge\n\n- It is old. ([View Highlight](https://read.example/1))\n"
    (read,) = loaded(tmp_path, text)
    assert isinstance(read, Document)
    assert read.text.split("\n")[-1].strip() == "It is old."


def test_an_excerpt_in_a_box_above_the_text_is_none_of_it(tmp_path: Path) -> None:
    (document,) = loaded(
        tmp_path,
        "# A bridge\n\n> ## Excerpt\n> It is to close.\n\n---\nThe bridge is old.\n\n> So it is.\n",
    )
    assert isinstance(document, Document)
    assert document.text.split("\n")[:3] == ["A bridge", "Excerpt", "It is to close."]
    assert document.labels == dict.fromkeys((2, 3), ("boilerplate", "front-matter"))
