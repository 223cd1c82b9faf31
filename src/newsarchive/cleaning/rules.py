"""Named rules for the lines whose kind can be told from what they say and where they stand.

The labeller judges every line as body, subheading or boilerplate. A rule knows one kind of line
better: a credit, a caption, a footnote, a web address. Each is a small pure function from the page
and the labels given so far to the labels it gives; its name, with dashes, is the name that a reader
sees beside the line, and the first line of its docstring is the explanation.

Rules run in the order of `RULES`, and a line keeps the first label that it gets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from newsarchive.cleaning.asides import (
    box_of_the_author,
    prompt_to_readers,
    service_word,
    who_reported,
)
from newsarchive.cleaning.insertions import (
    advertisement,
    amount_of_money,
    bare_host,
    click_prompt,
    embedded_post,
    no_word,
)
from newsarchive.cleaning.page import Labels, Page, fold
from newsarchive.cleaning.pictures import (
    agency_at_the_end,
    caption_over_credit,
    caption_words,
    credit,
    credit_at_the_end,
    dated_caption,
    glued_credit,
    repeated_caption,
    source_of_a_figure,
    who_is_where,
)
from newsarchive.cleaning.related import (
    arrow_at_the_end,
    pointer_to_another,
    related_heading,
    related_inside,
    related_list,
    teaser,
)
from newsarchive.model import Label, Line

Rule = Callable[[Page, Labels], dict[int, Label]]


def title_line(page: Page, _labels: Labels) -> dict[int, Label]:
    """The article's title, where it is printed first."""
    return {page.folded.index(page.folded[i]): "title" for i, _ in page.stated("title")}


def repeated_title(page: Page, labels: Labels) -> dict[int, Label]:
    """The title once more, perhaps with other quotes, dashes or capitals."""
    titles = {page.folded[i] for i, label in labels.items() if label == "title"}
    titles |= {fold(statement.value) for _, statement in page.stated("title")}
    return {i: "boilerplate" for i, folded in enumerate(page.folded) if folded in titles}


_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:$|[?#])", re.IGNORECASE)


def picture_address(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that is nothing but the web address of a picture."""
    return {i: "image" for i, text in _addresses(page) if _PICTURE.search(text)}


def own_address(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that is nothing but a web address whose words are those of the title."""
    lines = list(_addresses(page))
    if not lines:
        return {}
    title = {word for _, said in page.stated("title") for word in _words(said.value)}
    enough = min(3, len(title))
    return {
        i: "url"
        for i, address in lines
        if enough and len(title.intersection(_words(address))) >= enough
    }


def other_address(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that is nothing but a web address of something else, and not in the article's text."""
    return {i: "boilerplate" for i, _ in _addresses(page) if not page.is_body(i)}


def _addresses(page: Page) -> Iterator[tuple[int, str]]:
    for i in page.holding(["http"]):
        if _ADDRESS.fullmatch(page.lines[i].text):
            yield i, page.lines[i].text


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def date_line(page: Page, _labels: Labels) -> dict[int, Label]:
    """The line that states the article's date."""
    return {i: "date" for i, said in page.stated("date") if not said.where and not page.is_body(i)}


def byline(page: Page, _labels: Labels) -> dict[int, Label]:
    """The line that names the authors."""
    return {
        i: "byline"
        for i, said in page.stated("authors")
        if not page.is_body(i) or len(page.lines[i].text) <= len(said.value) + BYLINE_CHARACTERS
    }


BYLINE_CHARACTERS = 20
"""Characters beside the name on a line that is a byline though it passes for the body."""


def source_line(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that is nothing but the publisher's name."""
    return {
        i: "source" for i, source in page.stated("source") if page.folded[i] == fold(source.value)
    }


def section_line(page: Page, _labels: Labels) -> dict[int, Label]:
    """The line that names the section, often as a trail of them."""
    return {i: "section" for i, said in page.stated("section") if not said.where}


_NOTE = re.compile(r"(\*{1,3}|[†‡¹²³])\s*(?=[^\W_])")
_NOTE_MARKS = "*†‡¹²³"


def footnote(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that opens with the asterisk or dagger that a word of the body ends in."""
    found = ((i, _NOTE.match(page.lines[i].text)) for i in page.holding(_NOTE_MARKS))
    notes = {i: note[1] for i, note in found if note}
    if not notes:
        return {}
    body = "\n".join([line.text for i, line in enumerate(page.lines) if page.is_body(i)])
    asked = {marker for marker in set(notes.values()) if _after_a_word(marker).search(body)}
    return {i: "footnote" for i, marker in notes.items() if marker in asked}


def _after_a_word(marker: str) -> re.Pattern[str]:
    return re.compile(r"[\w)\]”’\"']" + re.escape(marker) + r"(?!\*)")


_ENDS = tuple(".!?…:;\"'”’»)]*。！？」』؟।")
_ENDS_CLAUSE = tuple(".!?…:;,。！？؟।")
HEADING_CHARACTERS = 80
PARAGRAPH_CHARACTERS = 120


DOUBTFUL_HEADING = 0.2
"""What the labeller must give a line, at least, for its neighbours to speak for it."""


def heading_over_paragraph(page: Page, labels: Labels) -> dict[int, Label]:
    """A short line without a full stop, after one long paragraph of the body and over another."""
    return {
        i: "subheading"
        for above, i, below in _amid_the_body(page, labels)
        if page.verdicts[i].probability >= DOUBTFUL_HEADING
        and _is_heading(*(page.lines[j].text for j in (above, i, below)))
        and page.folded.count(page.folded[i]) == 1
    }


def _amid_the_body(page: Page, labels: Labels) -> Iterator[tuple[int, int, int]]:
    """Give each line between two of the body, with those; lines that a rule knows do not count."""
    unknown = [i for i in range(page.body_end) if i not in labels]
    body = page.body
    for above, i, below in zip(unknown, unknown[1:], unknown[2:], strict=False):
        if body[above] and body[below]:
            yield above, i, below


def _is_heading(above: str, text: str, below: str) -> bool:
    return (
        len(text) <= HEADING_CHARACTERS
        and not text.endswith(_ENDS_CLAUSE)
        and not text[0].islower()
        and min(len(above), len(below)) >= PARAGRAPH_CHARACTERS
        and above.endswith(_ENDS)
        and not below[0].islower()
    )


def wrapped_paragraph(page: Page, labels: Labels) -> dict[int, Label]:
    """A line of a paragraph that was broken at a fixed width, most of which is the article."""
    return {
        i: "body"
        for run in page.wrapped
        if labels.keys().isdisjoint(run) and _mostly_body(page, run)
        for i in run
        if not page.is_body(i)
    }


def _mostly_body(page: Page, run: range) -> bool:
    sizes = [len(page.lines[i].text) if page.is_body(i) else -len(page.lines[i].text) for i in run]
    return sum(sizes) > 0


RULES: tuple[Rule, ...] = (
    title_line,
    repeated_title,
    picture_address,
    own_address,
    other_address,
    amount_of_money,
    click_prompt,
    advertisement,
    no_word,
    bare_host,
    embedded_post,
    credit,
    caption_words,
    agency_at_the_end,
    source_of_a_figure,
    credit_at_the_end,
    who_is_where,
    caption_over_credit,
    repeated_caption,
    date_line,
    source_line,
    section_line,
    byline,
    footnote,
    related_heading,
    related_list,
    related_inside,
    teaser,
    pointer_to_another,
    service_word,
    prompt_to_readers,
    who_reported,
    box_of_the_author,
    arrow_at_the_end,
    dated_caption,
    glued_credit,
    wrapped_paragraph,
    heading_over_paragraph,
)


def name_of(rule: Rule) -> str:
    """Give the name that readers see.

    >>> name_of(repeated_title)
    'repeated-title'
    """
    return rule.__name__.replace("_", "-")


def explanation_of(rule: Rule) -> str:
    """Give the rule's explanation: the first line of its docstring."""
    return (rule.__doc__ or "").partition("\n")[0]


def apply_rules(page: Page, given: Mapping[int, tuple[Label, str]]) -> dict[int, tuple[Label, str]]:
    """Label the lines that a rule knows.

    Args:
        page: the page.
        given: the labels that stand already, from a curator or a profile: line index → label and
            the name of what gave it.

    Returns:
        Line index → label and the name of the rule that gave it, the given ones among them.
    """
    known = dict(given)
    labels = {i: label for i, (label, _) in known.items()}
    for rule in RULES:
        for i, label in rule(page, labels).items():
            if i not in known:
                known[i] = label, name_of(rule)
                labels[i] = label
    return known


def joins(
    lines: Sequence[Line], body: frozenset[int], wrapped: Iterable[range] = ()
) -> frozenset[int]:
    """Find the lines that go on with the paragraph of the line before them.

    A sentence was broken where a line of the body ends in the middle and the next one begins in
    lower case; a paragraph, where the next word did not fit.

    Args:
        lines: the page's lines.
        body: indices of those that are body.
        wrapped: the paragraphs that were broken at a fixed width.

    Returns:
        The indices of the lines that go on.
    """
    within = {i for run in wrapped for i in run[1:]}
    return frozenset(
        i
        for i in body
        if i - 1 in body
        and (i in within or (not lines[i - 1].text.endswith(_ENDS) and lines[i].text[:1].islower()))
    )
