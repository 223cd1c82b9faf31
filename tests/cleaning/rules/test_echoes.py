"""What a page prints once more: contents, quotes out of the text, captions."""

from newsarchive.cleaning.rules import apply_rules
from newsarchive.cleaning.rules.echoes import entry_of_contents, heading_of_contents
from ruled import labels, page

PARTS = ("How the pool began", "What it costs", "Who swims there")
TEXT = "¶ The pool was dug in 1910 by men who could not swim, the town's historian says."


def test_a_table_of_contents_names_the_parts_that_follow() -> None:
    parts = [line for part in PARTS for line in (f"¶ {part}", TEXT)]
    read = page("\n".join([f"¶ {part}" for part in PARTS] + parts))
    assert sorted(entry_of_contents(read, {})) == [0, 1, 2]


def test_two_lists_of_the_same_lines_are_no_table_of_contents() -> None:
    read = page("\n".join([*PARTS, TEXT, *PARTS]))
    assert entry_of_contents(read, {}) == {}


def test_two_headings_that_stand_twice_are_no_table_of_contents() -> None:
    read = page("\n".join([*PARTS[:2], PARTS[0], TEXT, PARTS[1], TEXT]))
    assert entry_of_contents(read, {}) == {}


QUOTE = "“We ate the first rise. Nobody in this town can eat the second.”"
SAID = "¶ “We ate the first rise,” said Ann Name. “Nobody in this town can eat the second.”"


def test_a_quote_out_of_the_text_is_none_of_it_and_neither_is_who_said_so_below() -> None:
    read = page(f"{TEXT}\n¶ {QUOTE}\n¶ Ann Name\n¶ Head of the pool\n{SAID}")
    assert labels(read) == dict.fromkeys(
        (QUOTE, "Ann Name", "Head of the pool"), "boilerplate by pulled-quote"
    )


def test_a_quotation_that_stands_in_no_other_paragraph_is_the_text() -> None:
    assert labels(page(f"{TEXT}\n¶ {QUOTE}\n{TEXT}")) == {}


def test_a_line_with_which_a_caption_opens_is_the_caption_once_more() -> None:
    shown = "The reading room of the library"
    for said in (f"{shown}. Photo by Anna Name", f"{shown} (Image: Post)"):
        read = page(f"{TEXT}\n{said}\n¶ {shown}\n{TEXT}")
        assert labels(read)[shown] == "boilerplate by caption-without-its-credit"


def test_a_heading_that_the_contents_name_is_one_where_text_follows_and_not_in_a_menu() -> None:
    parts = [line for part in PARTS for line in (part, TEXT)]
    read = page("\n".join([*PARTS, TEXT, *parts]))
    assert set(heading_of_contents(read, {}).values()) == {"subheading"}
    assert sorted(heading_of_contents(read, {})) == [4, 6, 8]
    menu = page("\n".join([*PARTS, TEXT, *(line for part in PARTS for line in (part, "More"))]))
    assert heading_of_contents(menu, {}) == {}


SHOWN = "The reading room of the library on its first evening"


def test_a_line_that_is_said_twice_in_a_row_is_the_caption_of_a_picture() -> None:
    read = page(f"{TEXT}\n¶ {SHOWN}\n¶ {SHOWN}\n{TEXT}")
    assert labels(read)[SHOWN] == "caption by doubled-caption"
    assert set(apply_rules(read, {})) == {1, 2}


def test_a_heading_said_twice_is_no_caption_and_neither_is_a_line_that_returns() -> None:
    assert labels(page(f"{TEXT}\n¶ The reading room\n¶ The reading room\n{TEXT}")) == {}
    assert labels(page(f"{TEXT}\n¶ {SHOWN}\n{TEXT}\n¶ {SHOWN}\n{TEXT}")) == {}


HEADLINE = "Swimmers told to mind the jellyfish"
TEASER = "Bathers have been told to look out for the purple creatures."
FOOT = "Harbour\nWeather"


def test_a_teaser_amid_the_text_stands_among_other_articles_below_it_once_more() -> None:
    read = page(f"{TEXT}\n¶ {HEADLINE}\n¶ {TEASER}\n{TEXT}\n{FOOT}\n{HEADLINE}\n{TEASER}")
    assert labels(read) == dict.fromkeys((HEADLINE, TEASER), "related by teaser-said-below")


def test_a_sentence_that_stands_in_the_text_alone_is_no_teaser_nor_is_a_numbered_point() -> None:
    assert labels(page(f"{TEXT}\n¶ {TEASER}\n{TEXT}\n{FOOT}\n{HEADLINE}")) == {}
    assert labels(page(f"{TEXT}\n¶ 1. {TEASER}\n{TEXT}\n{FOOT}\n1. {TEASER}")) == {}


STORY = (
    "The council of Port Elsewhere has voted to close its harbour bridge for nine weeks.",
    "A ferry will take those who walk.",
    "The work begins in September and will be done before the first storms of the winter.",
)


def test_a_text_that_was_copied_twice_is_told_once() -> None:
    read = page("\n".join(f"¶ {text}" for text in STORY * 2))
    known = apply_rules(read, {})
    assert known == dict.fromkeys((3, 4, 5), ("boilerplate", "said-before"))


def test_a_paragraph_that_returns_in_a_text_that_goes_on_is_its_refrain() -> None:
    read = page("\n".join(f"¶ {text}" for text in (*STORY, STORY[0], TEXT, STORY[1])))
    assert "boilerplate by said-before" not in labels(read).values()


def test_the_contents_of_a_live_blog_have_the_time_of_each_entry() -> None:
    entries = {"20.12": "Ferry cancelled", "18.30": "Power cut", "17.05": "School is a shelter"}
    above = "\n".join(f"¶ {time} {title}" for time, title in entries.items())
    below = "\n".join(f"¶ {time}\n{title}\n{TEXT}" for time, title in entries.items())
    read = page(f"{TEXT}\n{above}\n{below}")
    found = labels(read)
    assert {found[f"{time} {title}"] for time, title in entries.items()} == {
        "boilerplate by entry-of-contents"
    }
