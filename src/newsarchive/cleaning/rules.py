"""Named rules for the lines whose kind can be told from what they say and where they stand.

The labeller judges every line as body, subheading or boilerplate. A rule knows one kind of line
better: a credit, a caption, a footnote, a web address. Each is a small pure function from the page
and the labels given so far to the labels it gives; its name, with dashes, is the name that a reader
sees beside the line, and the first line of its docstring is the explanation.

Rules run in the order of `RULES`, and a line keeps the first label that it gets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from newsarchive.cleaning.asides import (
    box_of_the_author,
    comment_below,
    prompt_to_readers,
    service_word,
    who_reported,
)
from newsarchive.cleaning.disclosures import (
    commission_on_links,
    disclaimer,
    how_to_reach_the_author,
    more_to_follow,
    newsletter_offer,
    tags_of_the_article,
)
from newsarchive.cleaning.handouts import SAID_TO_EDITORS, spoken
from newsarchive.cleaning.insertions import (
    advertisement,
    amount_of_money,
    bare_host,
    click_prompt,
    embedded_post,
    invitation_to_click,
    list_read_aloud,
    no_word,
    quoted_post,
)
from newsarchive.cleaning.page import Labels, Page, fold
from newsarchive.cleaning.paragraphs import (
    ENDS_SENTENCE,
    heading_over_paragraph,
    long_paragraph,
    sentence_in_brief,
    wrapped_paragraph,
)
from newsarchive.cleaning.pictures import (
    agency_at_the_end,
    agency_before_a_name,
    caption_below_its_name,
    caption_over_credit,
    caption_words,
    credit,
    credit_at_the_end,
    dated_caption,
    glued_credit,
    name_and_house_at_the_end,
    place_in_gallery,
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
    teaser_far_below,
)
from newsarchive.cleaning.successors import next_article
from newsarchive.cleaning.turns import (
    answer,
    numbered_point,
    question_and_answer,
    signed_letter,
    timed_entry,
)
from newsarchive.model import Label

Rule = Callable[[Page, Labels], dict[int, Label]]


NOTES: Mapping[str, Label] = {
    "crawled": "boilerplate",
    "url": "url",
    "section": "section",
    "source": "source",
    "date": "date",
    "authors": "byline",
    "title": "title",
}
"""How a line is labelled that notes a field; of several, the last."""


def noted(page: Page, _labels: Labels) -> dict[int, Label]:
    """A note of whoever saved the text, above or below it: "URL: …", "Accessed: …"."""
    return {
        i: label
        for field, label in NOTES.items()
        for i, said in page.stated(field)
        if said.rule == "noted"
    }


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
    return {
        i: "date"
        for i, said in page.stated("date")
        if not said.where and not (page.is_body(i) and len(page.lines[i].text) > DATE_CHARACTERS)
    }


DATE_CHARACTERS = 30
"""Characters of a line that says when the article appeared, though it passes for the body."""


def byline(page: Page, _labels: Labels) -> dict[int, Label]:
    """The line that names the authors."""
    dated = {i for i, _ in page.stated("date") if not page.lines[i].text.endswith(ENDS_SENTENCE)}
    return {
        i: "byline"
        for i, said in page.stated("authors")
        if not page.is_body(i)
        or i in dated
        or len(page.lines[i].text) <= len(said.value) + BYLINE_CHARACTERS
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


_NOTE = re.compile(r"(\*{1,3}|[†‡¹²³])\s*(?=[^\W_])(?!.*\w[.:]?\*)")
_NOTE_MARKS = frozenset("*†‡¹²³")


def footnote(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that opens with the asterisk or dagger that a word of the body ends in."""
    marked = page.beginning_as(_NOTE_MARKS.__contains__)
    found = ((i, _NOTE.match(page.lines[i].text)) for i in marked)
    notes = {i: note[1] for i, note in found if note}
    if not notes:
        return {}
    body = "\n".join([line.text for i, line in enumerate(page.lines) if page.is_body(i)])
    asked = {marker for marker in set(notes.values()) if _after_a_word(marker).search(body)}
    return {i: "footnote" for i, marker in notes.items() if marker in asked}


def _after_a_word(marker: str) -> re.Pattern[str]:
    return re.compile(r"[\w)\]”’\"']" + re.escape(marker) + r"(?!\*)")


RULES: tuple[Rule, ...] = (
    noted,
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
    invitation_to_click,
    list_read_aloud,
    quoted_post,
    caption_below_its_name,
    credit,
    caption_words,
    agency_at_the_end,
    agency_before_a_name,
    name_and_house_at_the_end,
    source_of_a_figure,
    credit_at_the_end,
    who_is_where,
    caption_over_credit,
    repeated_caption,
    place_in_gallery,
    spoken,
    date_line,
    source_line,
    section_line,
    byline,
    footnote,
    related_heading,
    related_list,
    related_inside,
    teaser,
    teaser_far_below,
    pointer_to_another,
    service_word,
    *SAID_TO_EDITORS,
    question_and_answer,
    prompt_to_readers,
    newsletter_offer,
    commission_on_links,
    disclaimer,
    more_to_follow,
    how_to_reach_the_author,
    tags_of_the_article,
    who_reported,
    box_of_the_author,
    comment_below,
    next_article,
    answer,
    signed_letter,
    timed_entry,
    numbered_point,
    arrow_at_the_end,
    dated_caption,
    glued_credit,
    wrapped_paragraph,
    long_paragraph,
    sentence_in_brief,
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
