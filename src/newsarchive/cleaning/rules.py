"""Named rules for the lines whose kind can be told from what they say and where they stand.

The labeller judges every line as body, subheading or boilerplate. A rule knows one kind of line
better: a credit, a caption, a footnote, a web address. Each is a small pure function from the page
and the labels given so far to the labels it gives; its name, with dashes, is the name that a reader
sees beside the line, and the first line of its docstring is the explanation.

Rules run in the order of `RULES`, and a line keeps the first label that it gets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from newsarchive.cleaning.page import Page, fold
from newsarchive.model import Label, Line

Labels = Mapping[int, Label]
"""Line index → label."""
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
    return {i: "byline" for i, _ in page.stated("authors") if not page.is_body(i)}


def source_line(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that is nothing but the publisher's name."""
    return {
        i: "source" for i, source in page.stated("source") if page.folded[i] == fold(source.value)
    }


def section_line(page: Page, _labels: Labels) -> dict[int, Label]:
    """The line that names the section, often as a trail of them."""
    return {i: "section" for i, said in page.stated("section") if not said.where}


_CREDIT = re.compile(
    r"(?:©|\(c\) |(?:photo|image|picture|video|credit|foto|bild|fotos|photos|imagen|imagem|crédit"
    r"|crédits?|quelle|getty images|afp|ap photo|reuters)\s?[:/©|])"
)
_RIGHTS = re.compile(
    r"rights? reserved|copyright|alle rechte|droits réservés|derechos|(?:19|20)\d\d\s*[-–]"
)


def credit(page: Page, _labels: Labels) -> dict[int, Label]:
    """A short line that says whose a picture is: "© AP Photo / A. Name", "Photo: Agency"."""
    return {
        i: "credit"
        for i, folded in enumerate(page.folded[: page.body_end + 3])
        if len(folded) <= 120
        and _CREDIT.match(folded)
        and not _RIGHTS.search(folded)
        and not folded.endswith((":", "?", "!"))
    }


_CAPTION_WORDS = re.compile(
    r"\bfile (?:photo|picture|image)\b|\((?:\w+ )?(?:photo|image|picture|foto)\b[^()]*\)$"
    r"|\((?:[\w./ -]+ )?photo\)$|\[(?:photo|image)\b[^][]*\]$"
    r"|^(?:in )?this (?:\w+ ){0,4}?(?:photo|photograph|picture|image|screenshot|screengrab)\b"
    r"|^(?:photo|picture|image) shows\b|, file photo\b|^file ?[-–—]"
    r"|^(?:archivbild|symbolbild|legende):"
)


_PICTURE_WORDS = tuple(
    "photo picture image foto screenshot screengrab file bild legende".split(" ")
)
"""One of them stands in every line that the pattern finds."""


def caption_words(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that speaks of the picture it stands under: "(Photo by …)", "In this file photo …"."""
    found: dict[int, Label] = {}
    printed: set[str] = set()
    for i, folded in _near_the_body(page, _PICTURE_WORDS):
        if len(folded) <= 500 and _CAPTION_WORDS.search(folded) and folded not in printed:
            found[i] = "caption"
            printed.add(folded)
    return found


def _near_the_body(page: Page, words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Give the folded lines that hold any of some words, down to shortly below the body."""
    return ((i, page.folded[i]) for i in page.holding(words, before=page.body_end + 3))


_PICTURE_OR_CREDIT = (
    r"(?:photos?|photographer|photograph|pictures?|images?|image credit|credits?|fotos?|fotograf\w*"
    r"|bild|bildquelle|bildrechte|crédits?|zdjęcie|фото|fotó|kuva)"
)
_CREDIT_AT_THE_END = re.compile(
    rf"(?:\b{_PICTURE_OR_CREDIT}\s?[:/]"
    rf"|(?:^|[.!?…”\"'()|]\s?){_PICTURE_OR_CREDIT} (?:by|courtesy) )"
    r"\s?(?:[^.:!?]|(?<=\b\w)\.){2,60}\.?\)?$"
)
_CREDIT_WORDS = tuple(
    "photo picture image credit foto bild crédit zdjęcie фото fotó kuva".split(" ")
)
"""One of them stands in every line that the pattern finds."""


def credit_at_the_end(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that ends by saying whose a picture is: "… in the harbour. Photo: A. Name"."""
    return {
        i: "caption"
        for i, folded in _near_the_body(page, _CREDIT_WORDS)
        if len(folded) <= 500 and _CREDIT_AT_THE_END.search(folded, max(0, len(folded) - 100))
    }


_WHERE_IN_THE_PICTURE = re.compile(
    r"\((?:left|right|cent(?:er|re)|l|r|l-r|2nd l|2nd r|pictured|links|rechts|l\.|r\.|gauche|droite"
    r"|izquierda|derecha)\)|, (?:left|right|cent(?:er|re)),|^from left|^left to right"
)
_WHERE_SIGNS = ("(", ", left,", ", right,", ", center,", ", centre,", "from left", "left to right")
"""One of them stands in every line that the pattern finds."""


def who_is_where(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that says who stands where in a picture: "A. Name (left)", "From left: …"."""
    return {
        i: "caption"
        for i, folded in _near_the_body(page, _WHERE_SIGNS)
        if len(folded) <= 300 and _WHERE_IN_THE_PICTURE.search(folded)
    }


def caption_over_credit(page: Page, labels: Labels) -> dict[int, Label]:
    """The line that opens the group of lines in which a credit comes second."""
    return {
        i: "caption"
        for i, (line, below) in enumerate(pairwise(page.lines))
        if labels.get(i + 1) == "credit" and line.blanks and not below.blanks
    }


def repeated_caption(page: Page, labels: Labels) -> dict[int, Label]:
    """A caption once more, as pages print it for the picture and for its enlargement."""
    first: dict[str, int] = {}
    if "caption" not in labels.values():
        return {}
    for i in sorted(i for i, label in labels.items() if label == "caption"):
        first.setdefault(fold(page.lines[i].text), i)
    return {i: "boilerplate" for i, folded in enumerate(page.folded) if first.get(folded, i) != i}


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


_RELATED = frozenset(
    """related|related articles|related stories|related news|related content|related topics
    |read also|read more|see also|also read|more on this story|more on this|more like this
    |you may also like|recommended reading|mehr zum thema|lesen sie auch|auch interessant
    |à lire aussi|lire aussi|sur le même sujet|lea también|te puede interesar
    |noticias relacionadas|leia também|veja também|leggi anche|lees ook|czytaj też|czytaj także
    |читайте также|по теме|ilgili haberler|関連記事|相关新闻|اقرأ أيضا""".replace(
        "\n    ", ""
    ).split("|")
)
HEADLINE_WORDS = 5
"""A headline has at least so many words; a button or a menu's entry rarely has."""


def related_heading(page: Page, _labels: Labels) -> dict[int, Label]:
    """The words over a list of other articles: "Related:", "See also"."""
    return {
        i: "boilerplate"
        for i, folded in enumerate(page.folded)
        if len(folded) < 40 and folded.rstrip(" :") in _RELATED
    }


def related_list(page: Page, labels: Labels) -> dict[int, Label]:
    """A headline in the list below "Related:"."""
    found: dict[int, Label] = {}
    for heading in related_heading(page, labels):
        for i in range(heading + 1, len(page.lines)):
            if not _like_headline(page.lines[i].text):
                break
            found[i] = "related"
    return found


_POINTER = re.compile(
    r"(?:read more|read next|read also|also read|must read|see also|related|watch|listen|more"
    r"|recommended|don't miss|lesen sie auch|lies auch|mehr zum thema|mehr dazu|auch interessant"
    r"|à lire aussi|à lire|lire aussi|lea también|lee también|le puede interesar|te puede interesar"
    r"|más información|ver también|leia também|leia mais|veja também|leggi anche|lees ook"
    r"|czytaj też|czytaj także|zobacz też|читайте также|по теме|läs också|läs mer|les også|læs også"
    r"|lue myös|ilgili haber|関連記事)\s?[:：|–—-]|【関連記事】"
)


def pointer_to_another(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that opens with an invitation to another article: "Read more: …", "See also: …"."""
    return {
        i: "related"
        for i, folded in enumerate(page.folded[: page.body_end])
        if len(folded) <= 200 and _POINTER.match(folded)
    }


def _like_headline(text: str) -> bool:
    """Whether a line could be another article's headline.

    >>> _like_headline("Airport in the North Comes Under Attack"), _like_headline("All news")
    (True, False)
    """
    return HEADLINE_WORDS <= text.count(" ") + 1 <= 30 and not text.endswith((".", ":", "…", ","))


def related_inside(page: Page, labels: Labels) -> dict[int, Label]:
    """A headline in the middle of the text that the list of related articles holds too."""
    listed = {page.folded[i] for i in related_list(page, labels)}
    return {
        i: "related" for i, folded in enumerate(page.folded[: page.body_end]) if folded in listed
    }


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


_CURRENCIES = "$€£¥₽"
_AMOUNT = re.compile(rf"[{_CURRENCIES}]\s?\d[\d.,]*|\d[\d.,]*\s?[{_CURRENCIES}]")


def amount_of_money(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that is nothing but a sum of money, as forms for donations have."""
    return {
        i: "boilerplate" for i in page.holding(_CURRENCIES) if _AMOUNT.fullmatch(page.lines[i].text)
    }


_CLICK = re.compile(
    r"(?:click|tap|press) (?:here |on |the |this |image |photo )*to \w", re.IGNORECASE
)

_CLICK_WORDS = ("click", "tap", "press")


def click_prompt(page: Page, _labels: Labels) -> dict[int, Label]:
    """A short line that says what a click does: "Click to enlarge"."""
    return {
        i: "boilerplate"
        for i in page.holding(_CLICK_WORDS)
        if len(page.lines[i].text) < 60 and _CLICK.match(page.lines[i].text)
    }


RULES: tuple[Rule, ...] = (
    title_line,
    repeated_title,
    picture_address,
    own_address,
    other_address,
    amount_of_money,
    click_prompt,
    credit,
    caption_words,
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
    pointer_to_another,
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
    for rule in RULES:
        labels = {i: label for i, (label, _) in known.items()}
        for i, label in rule(page, labels).items():
            known.setdefault(i, (label, name_of(rule)))
    return known


def joins(lines: Sequence[Line], body: frozenset[int]) -> frozenset[int]:
    """Find the lines that go on with the sentence of the line before them.

    A sentence was broken where a long line of the body ends in the middle and the next one begins
    in lower case.

    Args:
        lines: the page's lines.
        body: indices of those that are body.

    Returns:
        The indices of the lines that go on.
    """
    return frozenset(
        i
        for i in body
        if i - 1 in body and not lines[i - 1].text.endswith(_ENDS) and lines[i].text[:1].islower()
    )
