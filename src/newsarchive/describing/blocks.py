"""The body's blocks, in the order of the text: paragraphs, subheadings, lists, tables and figures.

A raw text is no Markdown: `*`, `#`, `_` and leading blanks mean nothing here but what they are, and
an asterisk that a footnote answers is a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from newsarchive.body import Block, Bullets, Figure, Mark, Note, Paragraph, Subheading, Table
from newsarchive.describing.forms import Caption, Cells, Forms, Point, Quoted, is_headed
from newsarchive.model import Label, LabelledLine
from newsarchive.spelling.cells import aligned
from newsarchive.spelling.superscripts import SUPERSCRIPTS
from newsarchive.spelling.wrapped import join_lines

_NOTE = re.compile(rf"(\*{{1,3}}|[†‡]|[{SUPERSCRIPTS}]{{1,3}})\s*(.*)", re.DOTALL)
_BULLETS = "•‣◦▪●·"
_BULLET = re.compile(rf"\A[{_BULLETS}] *(?=\S)")


_PARTS = (Point, Cells, Caption)
"""What lists and tables consist of."""
Kind = Literal["paragraph", "list", "table", "subheading", "figure"]
Run = tuple[Kind, list[LabelledLine]]
"""The lines of one block."""
_KINDS: Mapping[Label, Kind] = {
    "body": "paragraph",
    "subheading": "subheading",
    "caption": "figure",
    "credit": "figure",
}
"""Which block a line begins, by its label; others belong to none."""


def blocks_of(
    lines: Sequence[LabelledLine], notes: Sequence[Note], forms: Forms
) -> tuple[Block, ...]:
    """Put the lines of the body and its figures together to blocks."""
    runs: list[Run] = []
    for line in [line for line in lines if line.label in _KINDS]:
        kind = _kind(line, forms)
        if runs and _goes_on(runs[-1], kind, line, forms):
            runs[-1][1].append(line)
        else:
            runs.append((kind, [line]))
    first = {note.marker: number for number, note in reversed(list(enumerate(notes, 1)))}
    return tuple(_block(kind, run, first, forms) for kind, run in runs)


def _kind(line: LabelledLine, forms: Forms) -> Kind:
    """Tell which kind of block a line begins."""
    match forms.get(line.number):
        case Point():
            return "list"
        case Cells() | Caption():
            return "table"
    kind = _KINDS[line.label]
    opens = line.words[:1] in _BULLETS and _BULLET.match(line.words)
    return "list" if opens and kind == "paragraph" else kind


def _goes_on(run: Run, kind: Kind, line: LabelledLine, forms: Forms) -> bool:
    """Tell whether a line belongs to the block before it."""
    above = run[1][-1]
    form, form_above = forms.get(line.number), forms.get(above.number)
    if isinstance(form, _PARTS) and isinstance(form_above, _PARTS):
        one_below = line.number == above.number + 1
        return run[0] == kind and form.of == form_above.of and (one_below or form.of != "")
    if form != form_above:
        return False
    if line.joins and line.label == above.label:
        return True
    match run[0]:
        case "list":
            return kind == "list"
        case "figure":
            return line.label == "credit" and {one.label for one in run[1]} == {"caption"}
    return False


def _block(kind: Kind, run: list[LabelledLine], first: Mapping[str, int], forms: Forms) -> Block:
    """Make a block of its lines.

    Args:
        kind: what it is.
        run: its lines.
        first: marker of a footnote → number of the first one that has it.
        forms: which of the lines are points, rows or quoted.
    """
    numbers = tuple(line.number for line in run)
    match kind:
        case "list":
            return _list(run, numbers, forms)
        case "table" if len(run) > 1 and (rows := _rows(numbers, forms)):
            return _table(run, rows)
        case "subheading":
            return Subheading(_text_of("subheading", run), numbers)
        case "figure":
            return Figure(_text_of("caption", run), numbers, _text_of("credit", run))
    text = _text_of("body", run)
    quoted = isinstance(forms.get(numbers[0]), Quoted)
    return Paragraph(text, numbers, _marks(text, first), quoted)


def _list(run: Sequence[LabelledLine], numbers: tuple[int, ...], forms: Forms) -> Bullets:
    """Make a list; it shows its numbers if no point is missing, and none has two paragraphs."""
    points = [form.number for line in numbers if isinstance(form := forms.get(line), Point)]
    texts = [line.words for line in run] if points else [text for _, text in _wholes(run)]
    first = points[0] if points else 0
    in_turn = points == list(range(first, first + len(points)))
    items = tuple(_BULLET.sub("", text, count=1) for text in texts)
    return Bullets(items, numbers, first if in_turn else 0)


def _rows(numbers: Iterable[int], forms: Forms) -> Mapping[int, Cells]:
    return {number: form for number in numbers if isinstance(form := forms[number], Cells)}


def _table(run: Sequence[LabelledLine], cells: Mapping[int, Cells]) -> Table:
    captions = [line for line in run if line.number not in cells]
    rows = aligned([one.row for one in cells.values()])
    headed = next(iter(cells.values())).heads or is_headed(rows)
    return Table(rows, tuple(cells), headed, _caption(captions) if captions else None)


def _caption(lines: Sequence[LabelledLine]) -> Paragraph:
    return Paragraph(_text_of("body", lines), tuple(line.number for line in lines))


def _text_of(label: Label, run: Iterable[LabelledLine]) -> str:
    """Give what the lines of a label say, put together."""
    texts = [line.words for line in run if line.label == label]
    return join_lines(texts) if texts else ""


def _wholes(lines: Iterable[LabelledLine]) -> list[tuple[LabelledLine, str]]:
    """Give what lines say, those put together that were broken, each with the first of them."""
    parts: list[list[LabelledLine]] = []
    for line in lines:
        if line.joins and parts:
            parts[-1].append(line)
        else:
            parts.append([line])
    return [(part[0], join_lines([line.words for line in part])) for part in parts]


def notes_of(lines: Iterable[LabelledLine]) -> tuple[Note, ...]:
    """Give the footnotes, each with its marker apart from its text."""
    notes = _wholes(line for line in lines if line.label == "footnote")
    found = ((line.number, text, _NOTE.match(text)) for line, text in notes)
    return tuple(
        Note(match[1], match[2], number) if match else Note("", text, number)
        for number, text, match in found
    )


def related_of(lines: Iterable[LabelledLine]) -> tuple[str, ...]:
    """Give the headlines of other articles, each once."""
    headlines = _wholes(line for line in lines if line.label == "related")
    return tuple(dict.fromkeys(text for _, text in headlines))


def _marks(text: str, first: Mapping[str, int]) -> tuple[Mark, ...]:
    """Find the marks in a paragraph: where a word ends in a footnote's marker."""
    marks = [
        Mark(match.start(), marker, number)
        for marker, number in first.items()
        if marker
        for match in _pattern(marker).finditer(text)
    ]
    return tuple(sorted(marks, key=lambda mark: mark.offset))


def _pattern(marker: str) -> re.Pattern[str]:
    """Match a marker behind a word; a square metre has none."""
    marks = f"*{SUPERSCRIPTS}"
    return re.compile(rf"(?<=[^\s{marks}])(?<!\bm)(?<!\b[ckdm]m){re.escape(marker)}(?![{marks}])")
