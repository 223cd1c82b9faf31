"""What each rule sees, in a sentence for readers of the evidence."""

from __future__ import annotations

from collections.abc import Mapping

from newsarchive.cleaning import labeller, rules, second_look, tree
from newsarchive.finding import catalogue
from newsarchive.loading import filenames
from newsarchive.loading.exports import parts
from newsarchive.loading.feeds import footers
from newsarchive.loading.tables import dateorder
from newsarchive.loading.texts import (
    archived,
    browserprint,
    dumped,
    forwarded,
    frontmatter,
    messenger,
    monitored,
    printed,
    subtitles,
    transcripts,
)


def explanations() -> Mapping[str, str]:
    """Give rule's name → its sentence, for all rules that label a line or state a value."""
    applied = {rules.name_of(rule): rules.explanation_of(rule) for rule in rules.RULES}
    others = {
        "corrected": "The curator said so.",
        "publisher-profile": "The profile of the publisher that this line names.",
        "crawl-header": "The day of the crawl, by which the article existed.",
    }
    judged = {**labeller.RULES, **second_look.RULES, **tree.RULES, **catalogue.RULES}
    loaded = {
        **parts.RULES,
        **forwarded.RULES,
        **frontmatter.RULES,
        **messenger.RULES,
        **printed.RULES,
        **browserprint.RULES,
        **archived.RULES,
        **monitored.RULES,
        **dumped.RULES,
        **subtitles.RULES,
        **transcripts.RULES,
        **footers.RULES,
        **filenames.RULES,
        **dateorder.RULES,
    }
    words = {**judged, **loaded, **applied, **others}
    return {rule: _sentence(said) for rule, said in words.items()}


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."
