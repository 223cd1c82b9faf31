"""Pages that were judged line by line, to which the cleaner's rules are applied."""

from __future__ import annotations

from collections.abc import Mapping

from newsarchive.cleaning.rules import apply_rules
from newsarchive.cleaning.rules.page import Page, page_of
from newsarchive.cleaning.verdict import Verdict
from newsarchive.model import Label, Line, Statement

PROSE = Verdict("body", 0.9, "reads-like-prose")
OTHER = Verdict("boilerplate", 0.1, "short-and-alone")


def page(text: str, *statements: Statement) -> Page:
    """Make a page: `¶ ` before a line says that it was judged body, an empty line is a blank."""
    lines, verdicts, blanks = [], [], 0
    for number, written in enumerate(text.strip("\n").split("\n"), 1):
        if not written.strip():
            blanks += 1
            continue
        line = written.strip()
        verdicts.append(PROSE if line.startswith("¶ ") else OTHER)
        lines.append(Line(number, line.removeprefix("¶ "), 0, blanks))
        blanks = 0
    return page_of(tuple(lines), tuple(verdicts), statements)


def labels(page: Page, given: Mapping[int, tuple[Label, str]] | None = None) -> dict[str, str]:
    """Apply the rules; give line → `label by rule`."""
    known = apply_rules(page, given or {})
    return {page.lines[i].text: f"{label} by {rule}" for i, (label, rule) in known.items()}


def title(text: str, line: int) -> Statement:
    return Statement("title", text, "title-line", text, line)


def amid(text: str) -> Page:
    """Put a line that was judged body amid the paragraphs of an article."""
    return page(
        f"""
        ¶ The pool will stay open until the end of the summer, the mayor said on Monday morning.
        ¶ {text}
        ¶ The town had wanted to close it, since nobody had paid for its repair in twenty years.
        ¶ "We will find the money," she said, "if I have to sell the chain that I wear tonight."
        """
    )


def labelled(page: Page) -> dict[int, str]:
    """Apply the rules; give line index → label."""
    return {i: label for i, (label, _) in apply_rules(page, {}).items()}
