"""Clean: what is each line of a raw text, and which rule says so?

    Document → Reading

The labeller judges every line from what it says and where it stands (`labeller`), or from its
place in the page's tree where there is one (`tree`); the finders say which lines state the title,
the date, the source (`newsarchive.finding`); named rules know special kinds of lines (`rules`), a
publisher's profile knows its pages (`profiles`), a database's export says what its lines are
(`forms`), and the curator knows best (`Correction.labels`). Lines that none of these knows are
looked at once more in the light of what they say of the others (`second_look`).
The later win over the earlier. Nothing is deleted: every non-blank line comes out with one label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from msgspec.structs import replace

from newsarchive.cleaning.forms import (
    GOES_ON,
    fields_of_form,
    judged_by_form,
    of_the_text,
    text_of_form,
    unspoken,
    without_days_of_print,
)
from newsarchive.cleaning.labeller import hint, judge
from newsarchive.cleaning.profiles import Profile, apply_profile, recognise
from newsarchive.cleaning.repetition import SharedLines, count_lines
from newsarchive.cleaning.rules import apply_rules, name_of
from newsarchive.cleaning.rules.page import Page, fold, page_of
from newsarchive.cleaning.rules.paragraphs import joins
from newsarchive.cleaning.rules.tables import row_of_a_table
from newsarchive.cleaning.rules.turns import time_amid_a_sentence
from newsarchive.cleaning.second_look import Ruled, look_again
from newsarchive.cleaning.tree import judge_tree, sentences_shown
from newsarchive.cleaning.verdict import Hint, Verdict
from newsarchive.cleaning.wrapping import lines_of, lines_of_file, titles_of_file
from newsarchive.finding import Page as FindingPage
from newsarchive.finding import find
from newsarchive.finding.people.names import is_agency
from newsarchive.finding.sources.register import is_known, key_of
from newsarchive.model import Document, Label, LabelledLine, Line, Reading, Statement

_HOUR = re.compile(r"\d[ ,]+\d\d?[:.h]\d\d\b")
FOREIGN = frozenset({"caption", "credit", "related", "footnote", "image"})
"""Labels of lines that speak of something else than the article itself."""


def clean(
    documents: Sequence[Document],
    profiles: Sequence[Profile] = (),
    shared: SharedLines | None = None,
    pages: Sequence[tuple[Line, ...]] | None = None,
) -> list[Reading]:
    """Label the lines of some documents.

    A document's reading does not depend on which others are read in the same call: what an archive
    teaches about its pages comes in as `shared`.

    Args:
        documents: the raw texts.
        profiles: the publishers' profiles to recognise.
        shared: in how many of the archive's files each line stands; None to read each alone.
        pages: the lines of each document, if they are split already.

    Returns:
        One reading for each document, in their order.
    """
    if pages is None:
        pages = [lines_of(document) for document in documents]
    judged = _judge(documents, pages, shared)
    return read_judged(list(zip(documents, pages, judged, strict=True)), profiles)


Verdicts = tuple[Verdict, ...]
Judged = tuple[Document, tuple[Line, ...], Verdicts]
"""A document, its lines, and what is judged of each."""


def _judge(
    documents: Sequence[Document], pages: Sequence[tuple[Line, ...]], shared: SharedLines | None
) -> list[Verdicts]:
    """Judge each page in the way that fits it: by its text, by its tree or by an export's form."""
    both = list(zip(documents, pages, strict=True))
    texts = iter(judge([lines for document, lines in both if not document.elements], shared))
    hints = iter(hint([lines for document, lines in both if document.elements], shared))
    return [
        _judge_by_tree(document, lines, next(hints))
        if document.elements
        else judged_by_form(document, lines, next(texts))
        for document, lines in both
    ]


def _judge_by_tree(document: Document, lines: tuple[Line, ...], hints: Sequence[Hint]) -> Verdicts:
    """Judge the lines by where in the page's tree they stand, and what they state by their text."""
    verdicts = judge_tree(document)
    return tuple(
        replace(verdicts[line.number - 1], hints=said.hints, elsewhere=said.elsewhere)
        for line, said in zip(lines, hints, strict=True)
    )


def learn(documents: Iterable[Document]) -> SharedLines:
    """Count in how many documents each line stands."""
    return count_lines([lines_of(document) for document in documents])


def read_judged(judged: Sequence[Judged], profiles: Sequence[Profile] = ()) -> list[Reading]:
    """Give the readings of documents whose lines are judged."""
    known = [recognise(lines, profiles) for _, lines, _ in judged]
    ruled = [rule(*one, profile) for one, profile in zip(judged, known, strict=True)]
    documents = [document for document, _, _ in judged]
    found = zip(documents, ruled, look_again(ruled), known, strict=True)
    return [_reading(*each) for each in found]


def _reading(
    document: Document,
    ruled: Ruled,
    again: dict[int, tuple[Label, str]],
    profile: Profile | None,
) -> Reading:
    lines, statements = ruled.page.lines, ruled.statements
    labelled = _label(ruled.page, {**again, **ruled.known})
    upheld = (*_upheld(statements, labelled), *_from_labels(labelled, statements))
    in_the_file = lines_of_file(document, lines, labelled)
    of_text = tuple(of_the_text(document, upheld))
    return Reading(
        document=document,
        lines=in_the_file,
        statements=titles_of_file(of_text, lines, in_the_file),
        profile=profile.slug if profile else None,
    )


def rule(
    document: Document, lines: tuple[Line, ...], verdicts: Verdicts, profile: Profile | None = None
) -> Ruled:
    """Say what is known of a document's lines beside the verdicts."""
    statements = tuple(_state(document, lines, verdicts, profile))
    page = page_of(lines, verdicts, statements)
    corrected = _corrected(document, lines)
    given = sentences_shown(document, lines) | fields_of_form(document, lines) | corrected
    if profile:
        given = apply_profile(profile, lines) | given
    known = apply_rules(page, given) | text_of_form(document, lines) | corrected
    return Ruled(page, verdicts, known, statements)


def _state(
    document: Document, lines: tuple[Line, ...], verdicts: Verdicts, profile: Profile | None
) -> Iterable[Statement]:
    """Say what the lines state: as the finders read them, but for what is known for sure."""
    url = next((said.value for said in document.statements if said.field == "url"), None)
    seen = without_days_of_print(document, lines)
    statements: Iterable[Statement] = unspoken(document, find(judged_page(seen, verdicts, url)))
    if title := _known_title(document):
        statements = chain(_printings(title, lines), _but("title", statements))
    if profile:
        statements = chain([_names_publisher(profile, lines)], _but("source", statements))
    return statements


def judged_page(
    lines: tuple[Line, ...], verdicts: Sequence[Verdict], url: str | None = None
) -> FindingPage:
    """Give the finders a page with all that the labeller says of its lines."""
    return FindingPage(
        lines=lines,
        body=tuple([verdict.probability for verdict in verdicts]),
        url=url,
        hints=tuple([verdict.hints for verdict in verdicts]),
        elsewhere=tuple([v.elsewhere for v in verdicts if v.elsewhere is not None]),
    )


def _corrected(document: Document, lines: tuple[Line, ...]) -> dict[int, tuple[Label, str]]:
    labels = document.correction.labels if document.correction else {}
    return {
        i: (labels[line.number], "corrected")
        for i, line in enumerate(lines)
        if line.number in labels
    }


def _label(page: Page, known: dict[int, tuple[Label, str]]) -> tuple[LabelledLine, ...]:
    verdicts = enumerate(page.verdicts)
    decided = [known.get(i, (verdict.label, verdict.rule)) for i, verdict in verdicts]
    body = frozenset(i for i, (label, _) in enumerate(decided) if label == "body")
    times = {i for i, (_, rule) in enumerate(decided) if rule == name_of(time_amid_a_sentence)}
    joined = joins(page.lines, body, times)
    joined |= {i for i, (_, rule) in enumerate(decided) if rule == GOES_ON}
    lines = enumerate(zip(page.lines, decided, strict=True))
    return tuple(
        [
            LabelledLine(line.number, line.text, label, rule, i in joined)
            for i, (line, (label, rule)) in lines
        ]
    )


def _upheld(statements: tuple[Statement, ...], lines: tuple[LabelledLine, ...]) -> list[Statement]:
    """Keep what the labels do not gainsay: a day in a caption, or in a table, is not the article's.

    A title that is printed twice is taken from where it is printed first.
    """
    labels = {line.number: line.label for line in lines}
    rows = {line.number for line in lines if line.rule == name_of(row_of_a_table)}
    first = next((line for line in lines if line.label == "title"), None)
    return [
        replace(said, text=first.text, line=first.number)
        if first and said.field == "title" and labels.get(said.line or 0) == "boilerplate"
        else said
        for said in statements
        if said.line not in rows
        and (
            labels.get(said.line or 0) not in FOREIGN
            or _is_stamped(said, labels)
            or _names_house(said, labels)
        )
    ]


def _names_house(said: Statement, labels: Mapping[int, Label]) -> bool:
    """Tell whether a list of other articles names the publisher, for it is of the same page.

    So does the credit of a house for its own picture, which no agency lent it.
    """
    if said.field != "source":
        return False
    is_house = is_known(key_of(said.value)) and not is_agency(said.value)
    return is_house or labels.get(said.line or 0) == "related"


def _is_stamped(said: Statement, labels: Mapping[int, Label]) -> bool:
    """Tell whether a day with its hour stands beside a credit: "© dpa | 19.07.2021 08:03"."""
    credited = said.field == "date" and labels.get(said.line or 0) == "credit"
    return credited and _HOUR.search(said.text) is not None


def _but(field: str, statements: Iterable[Statement]) -> Iterator[Statement]:
    return (said for said in statements if said.field != field)


def _known_title(document: Document) -> str | None:
    """Give the title that the curator, or something beside the text, says."""
    corrected = (one.title for one in document.corrections if one.title)
    beside = (said.value for said in document.statements if said.field == "title")
    return next(chain(corrected, beside), None)


def _printings(title: str, lines: tuple[Line, ...]) -> Iterator[Statement]:
    """Find a known title in the text, where it is printed first."""
    folded = fold(title)
    found = (line for line in lines if fold(line.text) == folded)
    for line in islice(found, 1):
        yield Statement("title", line.text, "title-line", line.text, line.number)


def _names_publisher(profile: Profile, lines: tuple[Line, ...]) -> Statement:
    """Take the publisher's name from its profile, with the line that says it or gives it away."""
    named = (line for line in lines if line.text == profile.name)
    marked = (line for line in lines if any(m in line.text for m in profile.recognised_by))
    line = next(chain(named, marked))
    return Statement("source", profile.name, "publisher-profile", line.text, line.number)


def _from_labels(
    lines: tuple[LabelledLine, ...], statements: tuple[Statement, ...]
) -> list[Statement]:
    """Read off the labels what no finder stated: an own address, a title or a section."""
    stated = {said.field for said in statements}
    return [
        Statement(line.label, line.text, line.rule, line.text, line.number)
        for line in lines
        if line.label in ("url", "title", "section", "source") and line.label not in stated
    ]
