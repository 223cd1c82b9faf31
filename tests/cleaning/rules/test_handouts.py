"""Copy as press offices, agencies and broadcasters send it."""

import pytest

from newsarchive.cleaning.rules import apply_rules
from newsarchive.cleaning.rules.page import page_of
from newsarchive.cleaning.verdict import Verdict
from newsarchive.model import Line
from ruled import labels, page

TITLE = "Harbour Office closes bridge"
FIRST = "The Harbour Office has closed the bridge after cracks were found in one of its piers."
LAST = "Ferries will replace it and will run every thirty minutes until the report is published."
NOTES = ("Notes to editors", "1. The bridge was opened in 1931.", "Media contact: Jo Finch")


def read(*texts: str, body: tuple[str, ...] = (FIRST, LAST)) -> dict[str, str]:
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    verdicts = tuple(
        Verdict("body", 0.9, "reads-like-prose")
        if text in body
        else Verdict("boilerplate", 0.1, "after-the-article")
        for text in texts
    )
    known = apply_rules(page_of(lines, verdicts, ()), {})
    return {texts[i]: f"{label} by {rule}" for i, (label, rule) in known.items()}


@pytest.mark.parametrize(
    "embargo",
    [
        "EMBARGOED UNTIL 00:01 TUESDAY 14 FEBRUARY",
        "FOR IMMEDIATE RELEASE",
        "Press release – embargoed to 6am",
        "Not for release before noon",
        "Sperrfrist: 14. Februar, 6 Uhr",
    ],
)
def test_when_copy_may_be_printed_is_none_of_the_article(embargo: str) -> None:
    assert read(embargo, TITLE, FIRST, LAST)[embargo] == "boilerplate by embargo"


def test_an_embargo_that_passes_for_the_first_line_of_the_text_is_none_of_it() -> None:
    embargo = "FOR IMMEDIATE RELEASE"
    found = read(embargo, TITLE, FIRST, LAST, body=(embargo, FIRST, LAST))
    assert found[embargo] == "boilerplate by embargo"


def test_an_embargo_that_the_article_is_about_is_none_on_printing() -> None:
    found = read("Embargo on grain is lifted", FIRST, "Embargoed to Cuba: rum.", LAST)
    assert "boilerplate by embargo" not in found.values()


@pytest.mark.parametrize("mark", ["ENDS", "-ENDS-", "– Ends –", "-30-", "###", "# # #", "(ENDE)"])
def test_what_follows_the_mark_at_the_end_is_none_of_the_article(mark: str) -> None:
    found = read(TITLE, FIRST, LAST, mark, *NOTES, body=(FIRST, LAST, NOTES[1]))
    assert {found[text] for text in NOTES} == {"boilerplate by end-of-copy"}
    assert found[mark].startswith("boilerplate")


def test_notes_to_editors_need_no_mark_above_them() -> None:
    found = read(TITLE, FIRST, LAST, *NOTES, body=(FIRST, LAST, NOTES[1]))
    assert {found[text] for text in NOTES} == {"boilerplate by end-of-copy"}


def test_who_sends_a_press_release_is_none_of_it() -> None:
    about, said = "About the Harbour Office", "The Harbour Office has run the port since 1874."
    sent = f"EASTPORT--(BUSINESS WIRE)--{FIRST}"
    found = read(TITLE, sent, LAST, about, said, body=(sent, LAST, about, said))
    assert found[about] == found[said] == "boilerplate by end-of-copy"
    assert about not in read(TITLE, FIRST, LAST, about, said, body=(FIRST, LAST, about, said))


@pytest.mark.parametrize("word", ["End", "30", "Fin", "It ends.", "#"])
def test_a_word_that_may_be_anything_ends_no_copy(word: str) -> None:
    assert "boilerplate by end-of-copy" not in read(FIRST, LAST, word, "So.").values()


def test_a_sign_between_two_parts_of_an_article_ends_none() -> None:
    assert "boilerplate by end-of-copy" not in read(FIRST, "###", LAST).values()


@pytest.mark.parametrize(
    "note",
    [
        "A version of this article appears in print on Feb. 15, 2023, Section A, Page 20.",
        "A version of this story first appeared in the Sunday paper.",
        "Transcripts are created on a rush deadline by a contractor. Accuracy may vary.",
        "THIS IS A RUSH TRANSCRIPT. THIS COPY MAY NOT BE IN ITS FINAL FORM.",
        "This transcript was automatically generated and may contain errors.",
    ],
)
def test_a_note_on_a_transcript_or_a_printed_version_is_none_of_the_article(note: str) -> None:
    assert read(FIRST, LAST, note, body=(FIRST, LAST, note))[note] == (
        "boilerplate by note-on-the-version"
    )


def test_transcripts_that_the_article_is_about_are_its_text() -> None:
    said = "Transcripts are to be read in court on Monday, the judge said."
    assert read(FIRST, LAST, said, body=(FIRST, LAST, said)) == {}


TRANSCRIPT = (
    "STEVE HOLLIS, HOST:",
    FIRST,
    "MAYA LINDQVIST (CORRESPONDENT): The first ferry left at six.",
    "(SOUNDBITE OF FERRY HORN)",
    "UNIDENTIFIED PERSON #1: I got up at three.",
    "LINDQVIST: And there is one more.",
    "HOLLIS: Maya Lindqvist, thank you.",
    "[10:05:10]",
    "HOLLIS: And now to the weather.",
)


def test_a_transcript_is_kept_with_who_speaks_and_what_is_heard_to_its_last_turn() -> None:
    found = read(*TRANSCRIPT, body=(FIRST, *TRANSCRIPT[2:5:2], *TRANSCRIPT[5:7]))
    kept = {text for text, said in found.items() if said == "body by spoken"}
    assert kept == {*TRANSCRIPT} - {FIRST}


def test_lines_with_a_colon_of_which_few_are_text_are_no_transcript() -> None:
    more = ("READ MORE: A headline", "WATCH: The ferry", "READ MORE: The fares", "WATCH: A seal")
    found = read(FIRST, *more, LAST)
    assert "body by spoken" not in found.values()


def test_paragraphs_that_begin_in_capitals_are_no_transcript() -> None:
    brief = ("NEW QUAY: It is wet.", "EASTPORT: It is.", "NEW QUAY: It is high.", "EASTPORT: So.")
    assert "body by spoken" not in read(FIRST, *brief, LAST, body=(FIRST, *brief[:3])).values()


def test_briefs_that_stand_on_a_page_twice_below_their_places_are_no_transcript() -> None:
    brief = ("NEW QUAY: It is wet.", "NEW QUAY: It is shut.", "TIDE BAY: It is high.")
    found = read(FIRST, *brief, *brief, LAST, body=(FIRST, *brief))
    assert "body by spoken" not in found.values()


def test_pointers_that_begin_in_capitals_are_said_by_nobody() -> None:
    more = ("MORE: The bay freezes", "MORE: The bay thaws", "SEE ALSO: A seal", "SEE ALSO: A tern")
    found = read(FIRST, *more, LAST, body=(FIRST, *more))
    assert "body by spoken" not in found.values()


def test_sentences_above_the_mark_with_which_copy_ends_are_the_copy() -> None:
    last = "The council is to vote on it within ninety days."
    read = page(f"¶ The pool will stay open, the mayor said.\n{last}\nENDS\nAnn Name, the office")
    assert labels(read)[last] == "body by sentence-above-the-end"


@pytest.mark.parametrize(
    "note",
    [
        "This story was originally published by the Port Courier.",
        "(This article first appeared in the Port Courier.)",
        "Der Text erschien zuerst im Hafenkurier.",
        "Cet article a été initialement publié par Le Courrier du Port.",
        "Este artículo fue publicado originalmente en El Correo del Puerto.",
        "Tekst ukazał się po raz pierwszy w „Kurierze”.",
    ],
)
def test_where_an_article_was_first_is_a_note(note: str) -> None:
    found = read(TITLE, FIRST, LAST, note, body=(FIRST, LAST, note))
    assert found[note] == "boilerplate by where-it-was-first"


@pytest.mark.parametrize(
    "sentence",
    [
        "The report was published on Monday by the town's engineers.",
        "The article was published in the journal Tides, and read by few.",
        "A shorter version of the bridge was drawn in 1910.",
        "Der Bericht erschien am Montag und hat hundert Seiten.",
        "El artículo fue publicado en la revista Mareas.",
    ],
)
def test_what_was_published_in_the_story_is_no_such_note(sentence: str) -> None:
    assert sentence not in read(TITLE, FIRST, sentence, LAST, body=(FIRST, sentence, LAST))


def test_that_an_article_was_brought_up_to_date_is_no_such_note() -> None:
    note = "This article was originally published in May 2019 and was updated in June."
    assert note not in read(TITLE, FIRST, LAST, note, body=(FIRST, LAST, note))


def test_what_a_press_release_says_of_its_sender_is_none_of_it() -> None:
    about = ("Über die Stadt Neuhafen", "Neuhafen hat 48.000 Einwohner und einen Hafen.")
    release = read(
        "Pressemitteilung Nr. 14", TITLE, FIRST, LAST, *about, body=(FIRST, LAST, *about)
    )
    assert {release[text] for text in about} == {"boilerplate by end-of-copy"}
    article = read(TITLE, FIRST, LAST, *about, body=(FIRST, LAST, *about))
    assert "boilerplate by end-of-copy" not in article.values()


@pytest.mark.parametrize(
    "line", ["Over 500 people came last year", "Sobre 500 personas vinieron el año pasado"]
)
def test_a_line_of_a_release_that_ends_as_no_name_is_not_about_its_sender(line: str) -> None:
    found = read("PRESS RELEASE", TITLE, FIRST, line, LAST, body=(FIRST, line, LAST))
    assert found.keys().isdisjoint((line, LAST))
