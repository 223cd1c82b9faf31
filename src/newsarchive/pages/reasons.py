"""Reasons in words: what a rule sees, and why an article is among the undated."""

from __future__ import annotations

from collections.abc import Mapping

from newsarchive.archive import Entry
from newsarchive.model import Evidence, Statement
from newsarchive.pages import routes
from newsarchive.pages.entryviews import EvidenceView, ReasonView
from newsarchive.wording.said import Message, When, message

Explanations = Mapping[str, str]
"""Rule's name → what the rule sees, as a sentence."""


def reason_view(entry: Entry, page: str, explanations: Explanations) -> ReasonView:
    """Say why an article has no date, and what was found all the same."""
    summary = entry.summary
    return ReasonView(
        corrected=entry.basis == "corrected",
        bounds=When(summary.bounds) if summary.bounds else "",
        edtf=summary.bounds or "",
        evidence=tuple(evidence_view(reason, explanations) for reason in summary.reasons),
        href=routes.relative(routes.article(entry), page),
    )


def evidence_view(evidence: Evidence | Statement, explanations: Explanations) -> EvidenceView:
    """Show one reason for a value."""
    explanation = explained(evidence.rule, explanations)
    return EvidenceView(explanation, evidence.text, evidence.line or 0, evidence.where or "")


def explained(rule: str, explanations: Explanations) -> Message:
    """Say what a rule sees; a publisher's profile gives its reason in the rule's name.

    >>> explained("byline", {"byline": "The line that names the authors."}).text
    'The line that names the authors.'
    """
    publisher, _, why = rule.partition(": ")
    if not why:
        return message(explanations.get(rule, rule))
    reason = message(why.rstrip("."))
    return message("%(publisher)s’s pages: %(reason)s.", publisher=publisher, reason=reason)
