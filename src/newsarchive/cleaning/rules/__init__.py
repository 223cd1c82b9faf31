"""Named rules for the lines whose kind can be told from what they say and where they stand.

The labeller judges every line as body, subheading or boilerplate. A rule knows one kind of line
better: a credit, a caption, a footnote, a web address. Each is a small pure function from the page
and the labels given so far to the labels it gives; its name, with dashes, is the name that a reader
sees beside the line, and the first line of its docstring is the explanation.

Rules run in the order of `RULES`, and a line keeps the first label that it gets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsarchive.cleaning.rules.agencies import (
    agency_at_the_end,
    agency_before_a_name,
    name_and_house_at_the_end,
)
from newsarchive.cleaning.rules.asides import (
    box_of_the_author,
    note_of_the_reader,
    prompt_to_readers,
    service_word,
    time_ago,
    who_reported,
)
from newsarchive.cleaning.rules.boxes import box_of_facts
from newsarchive.cleaning.rules.cards import caption_over_a_name, card_amid_the_text
from newsarchive.cleaning.rules.comments import comment_below, comment_by_its_hour
from newsarchive.cleaning.rules.credited import (
    caption_behind_its_name,
    credit_without_a_colon,
    house_behind_a_sign,
    house_in_brackets,
    licence_at_the_end,
    owner_at_the_end,
    who_took_the_picture,
)
from newsarchive.cleaning.rules.disclosures import (
    age_of_the_article,
    appeal_for_support,
    claim_of_rights,
    commission_on_links,
    disclaimer,
    how_to_reach_the_author,
    more_to_follow,
    newsletter_offer,
    study_cited,
)
from newsarchive.cleaning.rules.echoes import (
    caption_without_its_credit,
    doubled_caption,
    entry_of_contents,
    heading_of_contents,
    pulled_quote,
    said_before,
    teaser_said_below,
)
from newsarchive.cleaning.rules.enumerations import announced_point, closing_list
from newsarchive.cleaning.rules.handouts import SAID_TO_EDITORS, sentence_above_the_end, spoken
from newsarchive.cleaning.rules.heads import kicker
from newsarchive.cleaning.rules.in_print import (
    continued_elsewhere,
    how_it_was_sent,
    keeper_of_the_scan,
    page_of_the_file,
    small_advertisement,
)
from newsarchive.cleaning.rules.insertions import (
    advertisement,
    amount_of_money,
    bare_host,
    click_prompt,
    count_of_reactions,
    embedded_post,
    invitation_to_click,
    list_read_aloud,
    no_word,
    quoted_post,
)
from newsarchive.cleaning.rules.page import Labels, Page
from newsarchive.cleaning.rules.paragraphs import (
    footnote,
    heading_in_capitals,
    heading_over_paragraph,
    line_of_a_post,
    long_paragraph,
    sentence_among_sentences,
    sentence_in_brief,
    sentence_that_goes_on,
)
from newsarchive.cleaning.rules.pictures import (
    caption_below_its_name,
    caption_over_credit,
    caption_words,
    credit,
    credit_at_the_end,
    dated_caption,
    glued_credit,
    place_in_gallery,
    repeated_caption,
    source_of_a_figure,
    who_is_where,
)
from newsarchive.cleaning.rules.related import (
    arrow_at_the_beginning,
    arrow_at_the_end,
    pointer_in_brackets,
    pointer_to_another,
    related_heading,
    related_inside,
    related_list,
    teaser,
    teaser_far_below,
)
from newsarchive.cleaning.rules.stated import (
    byline,
    date_line,
    noted,
    other_address,
    own_address,
    picture_address,
    repeated_title,
    section_line,
    signed_again,
    source_line,
    title_line,
)
from newsarchive.cleaning.rules.successors import next_article
from newsarchive.cleaning.rules.tables import row_of_a_table
from newsarchive.cleaning.rules.tagging import (
    hashtags,
    tag_below_its_name,
    tags_at_the_end,
    tags_of_the_article,
)
from newsarchive.cleaning.rules.turns import (
    answer,
    numbered_point,
    question_and_answer,
    signed_letter,
    time_amid_a_sentence,
    timed_entry,
    timed_point,
)
from newsarchive.model import Label

Rule = Callable[[Page, Labels], dict[int, Label]]


RULES: tuple[Rule, ...] = (
    noted,
    title_line,
    repeated_title,
    picture_address,
    own_address,
    other_address,
    row_of_a_table,
    amount_of_money,
    click_prompt,
    advertisement,
    no_word,
    bare_host,
    embedded_post,
    invitation_to_click,
    list_read_aloud,
    quoted_post,
    count_of_reactions,
    caption_below_its_name,
    caption_behind_its_name,
    credit,
    caption_words,
    agency_at_the_end,
    agency_before_a_name,
    name_and_house_at_the_end,
    house_behind_a_sign,
    house_in_brackets,
    owner_at_the_end,
    source_of_a_figure,
    credit_at_the_end,
    credit_without_a_colon,
    licence_at_the_end,
    who_took_the_picture,
    who_is_where,
    caption_over_credit,
    repeated_caption,
    caption_without_its_credit,
    doubled_caption,
    place_in_gallery,
    spoken,
    date_line,
    source_line,
    section_line,
    byline,
    signed_again,
    kicker,
    continued_elsewhere,
    page_of_the_file,
    small_advertisement,
    how_it_was_sent,
    keeper_of_the_scan,
    footnote,
    entry_of_contents,
    heading_of_contents,
    pulled_quote,
    said_before,
    time_amid_a_sentence,
    timed_entry,
    related_heading,
    related_list,
    related_inside,
    teaser,
    teaser_far_below,
    teaser_said_below,
    pointer_to_another,
    pointer_in_brackets,
    box_of_facts,
    service_word,
    time_ago,
    *SAID_TO_EDITORS,
    question_and_answer,
    prompt_to_readers,
    note_of_the_reader,
    newsletter_offer,
    commission_on_links,
    disclaimer,
    age_of_the_article,
    appeal_for_support,
    claim_of_rights,
    study_cited,
    more_to_follow,
    how_to_reach_the_author,
    tags_of_the_article,
    tag_below_its_name,
    hashtags,
    tags_at_the_end,
    who_reported,
    box_of_the_author,
    comment_below,
    comment_by_its_hour,
    next_article,
    answer,
    signed_letter,
    numbered_point,
    timed_point,
    announced_point,
    closing_list,
    sentence_above_the_end,
    sentence_that_goes_on,
    arrow_at_the_beginning,
    arrow_at_the_end,
    caption_over_a_name,
    card_amid_the_text,
    dated_caption,
    glued_credit,
    long_paragraph,
    sentence_in_brief,
    line_of_a_post,
    sentence_among_sentences,
    heading_over_paragraph,
    heading_in_capitals,
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
