"""Rules for what a publisher says to its readers beside the article: prompts, boxes, buttons.

Each begins with a phrase that publishers use for the purpose; a sentence of an article that uses it
in passing is longer, or stands elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsarchive.cleaning.rules.openings import opening
from newsarchive.cleaning.rules.page import Labels, Page
from newsarchive.finding.people.bylines import is_lead
from newsarchive.finding.vocabulary import any_of, words
from newsarchive.model import Label
from newsarchive.patterns import late

PROMPT_CHARACTERS = 320
_PROMPT, _ASKING = opening("prompt"), any_of("prompt")
_COPIED = opening("over-copy")
"""What stands over a mail's text, or over a copy that somebody keeps."""
_MAIL = late(
    r"[\w.+-]+@[\w.-]+\.\w+\Z|.*(?<![\w.-])(?:letters?|leserbriefe?|corrections?|complaints?"
    r"|newsroom|newsdesk|editors?|feedback|tips?|questions?|readers?|redaktion|redaction|redaccion"
    r"|redazione)@\w"
)
"""The address alone of somebody to write to, or among words that of an office for readers."""
_SENT_ON = words("sent-amid")
"""What stands over an article that a reader sent to another one."""
_ASKS_FOR_MONEY = ("is a reader-supported publication", "is a reader-supported newsletter")


def prompt_to_readers(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that asks readers for something: to sign up, to follow, to write, to read on."""
    lines = page.opening_with(_PROMPT, PROMPT_CHARACTERS)
    lines += page.opening_with(_COPIED, PROMPT_CHARACTERS)
    written = [i for i in page.holding(["@"]) if _MAIL.match(page.folded[i])]
    written += page.holding(_ASKS_FOR_MONEY)
    first = page.paragraphs[0] + 1 if page.paragraphs else 0
    written += page.holding(_SENT_ON, before=first)
    short = [i for i in written if len(page.folded[i]) <= PROMPT_CHARACTERS]
    return dict.fromkeys([*lines, *short], "boilerplate")


def asks_readers(page: Page, i: int) -> bool:
    """Tell whether a line begins as one that asks readers for something."""
    return _ASKING.match(page.folded[i]) is not None


_OWN_NOTE = opening("own-note", before=r"[(\[{<>»]{1,3}\s?", also=(">", ">>", ">>>", "»"))


def note_of_the_reader(page: Page, _labels: Labels) -> dict[int, Label]:
    """What whoever keeps the text wrote into it for themselves: "[my note: …]", ">> cf. …"."""
    return dict.fromkeys(page.opening_with(_OWN_NOTE, PROMPT_CHARACTERS), "boilerplate")


_REPORTING = opening("reporting", before=r"\(?")
_CONTRIBUTED = late(
    r"\b(?:contributed|contributed reporting) to this (?:report|story|article)\.?$"
    r"|\bcontributed (?:reporting|research)(?: from [^.]{2,60})?\.?$"
)


_SIGNED = late(r"[가-힣]{2,4} ?[가-힣]{0,4}(?:기자|특파원)(?: ?\(?[\w.+-]{1,60}@[\w.-]{1,60}\)?)?")
"""How reporters sign in Korean, below the article: the name, the office, perhaps the address."""


def who_reported(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that says who reported, wrote or edited: "Reporting by A. Name"."""
    opening = page.opening_with(_REPORTING, PROMPT_CHARACTERS)
    closing = [
        i
        for i in page.holding(["contributed "])
        if len(page.folded[i]) <= PROMPT_CHARACTERS and _CONTRIBUTED.search(page.folded[i])
    ]
    signed = [i for i in page.holding(("기자", "특파원")) if _SIGNED.fullmatch(page.folded[i])]
    return dict.fromkeys([*opening, *closing, *signed, *_from_where(page)], "byline")


def _from_where(page: Page) -> Iterator[int]:
    """Yield the lines that say where the authors were: "A. Name reported from Elsewhere"."""
    authors = {said.value.casefold() for _, said in page.stated("authors")}
    for i in page.holding([" reported from "]):
        folded = page.folded[i]
        if len(folded) <= PROMPT_CHARACTERS and folded.partition(" reported from ")[0] in authors:
            yield i


_AUTHOR = late(
    r"[^\W\d_][\w.'-]+(?: [\w.'-]+){1,3} (?:(?:is|was|ist|est|es|è|é|är|er|jest|je|on)"
    rf"(?: [\w.',&/-]+){{0,7}}?[ -]?{any_of('profession').pattern}\b"
    r"|covers\b|writes (?:about|for)\b)"
)
_ABOUT = late(
    r"[^\W\d_][\w.'-]+(?: [\w.'-]+){1,3}?"
    r"(?:, (?:jahrgang|geboren|born|née?|nacid[oa]|nat[oa]|nascid[oa]|geb\.|född|født)[\w .]*,)?"
    r" (?:is|was|has been|covers|writes|reports|joined"
    r"|ist|schreibt|berichtet|arbeitet|lehrt|leitet|lebt|est|couvre|travaille|enseigne|es|escribe"
    r"|trabaja|è|scrive|lavora|é|escreve|trabalha|schrijft|werkt|är|skriver|arbetar|er|jest|pisze"
    r"|je|píše|пишет|работает)\b"
)
"""The author's own name, and what is said of whoever bears it."""
_OF_A_GIVEN_NAME = ("covers ", "writes ", "reports on ", "joined ", "is a ", "is an ", "is the ")
NAME_LINES = 2
"""Lines above such words of which one is the author's name: the other may be the office."""
BOX_LINES = 4
"""Lines of the body at its end that may be about the author."""


def box_of_the_author(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that says who the author is: "A. Name is a writer in …"; others at the end alone."""
    body = page.paragraphs
    last = body[-BOX_LINES:] if len(body) >= 2 * BOX_LINES else ()
    values = [said.value.casefold() for _, said in page.stated("authors")]
    names = tuple([value + sign for value in values for sign in (" ", ", ")])
    first = body[0] if body else 0
    named = [i for i in range(first, len(page.lines)) if page.folded[i].startswith(names)]
    about = [i for i in named if _ABOUT.match(page.folded[i])]
    heads = [i - 1 for i in about if is_lead(page.folded[i - 1])]
    others = [i for i in last if _AUTHOR.match(page.folded[i])]
    return dict.fromkeys([*heads, *about, *others, *_by_given_name(page, values)], "boilerplate")


def _by_given_name(page: Page, authors: list[str]) -> Iterator[int]:
    """Yield what is said of an author by the given name, close below the whole one.

    The byline over the article is none: a text may begin with somebody of that given name.
    """
    for i in page.holding(_OF_A_GIVEN_NAME):
        given, _, said = page.folded[i].partition(" ")
        above = page.folded[max(0, i - NAME_LINES) : i]
        close = [line for line in above if line in authors and line.startswith(f"{given} ")]
        if close and i > page.body_end // 2 and said.startswith(_OF_A_GIVEN_NAME):
            yield i


_SERVICE = frozenset(words("service-word"))


def service_word(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that is nothing but the word on a button or over a list: "Share", "Tags"."""
    return dict.fromkeys(page.saying_any(_SERVICE), "boilerplate")


_AGO, _AGO_WORDS = any_of("relative-time"), opening("relative-time").words
_AGO_CHARACTERS = 24
_FIGURE = late(r"\d")


def time_ago(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that only says how long ago something came: "3 hours ago"."""
    return {
        i: "boilerplate"
        for i in (*page.beginning_as(str.isdigit), *page.beginning_with(_AGO_WORDS))
        if len(page.folded[i]) <= _AGO_CHARACTERS
        and _FIGURE.search(page.folded[i])
        and _AGO.fullmatch(page.folded[i])
    }
