"""Pages as text browsers dump them, with the numbers of their links."""

import io

import pytest

from newsarchive.cleaning import clean
from newsarchive.describing import describe
from newsarchive.explain import Explained, explained
from newsarchive.loading.opened import Opened
from newsarchive.loading.texts.dumped import dumped
from newsarchive.loading.texts.text import read as read_text
from newsarchive.model import Document

PAGE = """   [1]The Port Courier
     * [2]Home
     * [3]News

Harbour bridge to close for repairs

   By [4]Jane Roe
   July 19, 2021

   The harbour bridge between [5]Eastport and Carrow will be closed to all
   traffic from Monday, the town council said, after engineers found cracks in
   two of its oldest girders.[1]

   Mayor [6]Jane Doe said that ferries would run every twenty minutes until the
   repairs were finished, and that fares would not rise before the year ends.

   [INLINE]

   The bridge was built in 1904 and last repaired in 1987. A report that the
   council commissioned had warned that its northern pier was sinking.
"""
ADDRESS = "https://port-courier.example"
LISTS = {
    "lynx": "\nReferences\n\n   Visible links\n"
    + "".join(f"   {n}. {ADDRESS}/{n}\n" for n in range(1, 7))
    + "\n   Hidden links:\n   7. mailto:desk@port-courier.example\n",
    "german": "\nVerweise\n\n   Sichtbare Links\n"
    + "".join(f"   {n}. {ADDRESS}/{n}\n" for n in range(1, 7)),
    "w3m": "\nReferences:\n\n" + "".join(f"[{n}] {ADDRESS}/{n}\n" for n in range(1, 7)),
    "none": "",
}


def read(text: str) -> Explained:
    loaded = read_text(Opened("page.txt", io.BytesIO(text.encode())))
    (reading,) = clean([one for one in loaded if isinstance(one, Document)])
    return explained(describe(reading), 0.0)


@pytest.mark.parametrize("by", LISTS)
def test_the_numbers_of_links_are_none_of_the_text_nor_is_the_list_of_addresses(by: str) -> None:
    article = read(PAGE + LISTS[by])
    assert (article.title, article.authors, article.date) == (
        "Harbour bridge to close for repairs",
        ("Jane Roe",),
        "2021-07-19",
    )
    starts = ["The harbour bridge between Eastport", "Mayor Jane Doe said", "The bridge was built"]
    assert [
        text[: len(start)] for text, start in zip(article.paragraphs, starts, strict=True)
    ] == starts
    assert article.paragraphs[0].endswith("oldest girders.[1]")


def test_the_evidence_names_the_list_and_shows_each_line_as_it_is() -> None:
    loaded = read_text(Opened("page.txt", io.BytesIO((PAGE + LISTS["w3m"]).encode())))
    (reading,) = clean([one for one in loaded if isinstance(one, Document)])
    lines = {line.number: line for line in reading.lines}
    assert (lines[7].text, lines[7].unmarked) == ("By [4]Jane Roe", "By Jane Roe")
    assert [line.rule for line in reading.lines[-7:]] == ["list-of-links"] * 7


@pytest.mark.parametrize(
    "text",
    [
        "It was shut.[1] And so on,[2] they say.[3] It\n[4]was old.\n\n1. https://a.example\n",
        "She said: [1]no. He said [2]yes.\n",
        "[1]Smith, A bridge. [3]Roe, A pier. [2]Doe, A ferry. [7]Ode, A port. [1]Ode, A tide.",
        "[2021]was a year.",
    ],
)
def test_the_numbers_of_footnotes_are_no_links(text: str) -> None:
    assert dumped(text) is None
