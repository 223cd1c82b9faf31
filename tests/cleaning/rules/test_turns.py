"""Interviews and live blogs."""

from newsarchive.body import Paragraph
from newsarchive.cleaning import clean
from newsarchive.cleaning.rules import apply_rules
from newsarchive.cleaning.rules.page import page_of
from newsarchive.cleaning.verdict import Verdict
from newsarchive.describing import describe
from newsarchive.model import Line
from samples import document

SEEN = ("When did you begin?", "I was eleven.", "Why?", "My brother broke his arm.")
ASKED = ("Do you have children of your own?", "No.", "Want to know what they sang?", "Of course.")


def read(*texts: str, body: tuple[str, ...] = ()) -> dict[str, str]:
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    last = max((i for i, text in enumerate(texts) if text in body), default=0)
    verdicts = tuple(
        Verdict("body", 0.9, "reads-like-prose")
        if text in body
        else Verdict("boilerplate", 0.1, "between-paragraphs" if i < last else "after-the-article")
        for i, text in enumerate(texts)
    )
    known = apply_rules(page_of(lines, verdicts, ()), {})
    return {texts[i]: f"{label} by {rule}" for i, (label, rule) in known.items()}


def test_the_questions_of_an_interview_ask_no_readers_and_what_answers_them_is_kept() -> None:
    found = read(*SEEN, *ASKED, body=(*SEEN, "No."))
    for question in ASKED[::2]:
        assert found[question] == "body by question-and-answer"
    assert found["Of course."] == "body by answer"


def test_an_interview_goes_on_where_the_labeller_sees_no_more_of_it() -> None:
    found = read(
        *SEEN, "Since when?", "Since May.", *ASKED, "It rained.", body=(*SEEN, "Since May.")
    )
    assert found["Want to know what they sang?"] == "body by question-and-answer"
    assert found["It rained."] == "body by answer"


def test_a_question_to_readers_below_an_article_stays_one() -> None:
    ask = ("Got a story?", "Email us at news@example.org.")
    found = read("The pool will stay open.", "Why?", "It is warm.", *ask, body=("It is warm.",))
    assert found[ask[0]] == "boilerplate by prompt-to-readers"
    within = read(*SEEN, *ask, "Since when?", "Since May.", body=(*SEEN, "Since May."))
    assert within[ask[0]] == "boilerplate by prompt-to-readers"


def test_short_answers_of_which_the_labeller_sees_two_are_kept_to_the_last() -> None:
    faq = ("Why is it shut?", "It is cracked.", "Until when?", "Nobody knows.", "Who pays?")
    found = read("A title", *faq, "The county.", "Share", body=(faq[1], faq[3]))
    assert {found[question] for question in faq[::2]} == {"body by question-and-answer"}
    assert found["The county."] == "body by answer"


BLOG = (
    "18.31",
    "Summary",
    "The storm has passed.",
    "15:10",
    "Trains wait.",
    "12:47",
    "Bridge shut",
)


def test_the_entries_of_a_live_blog_are_kept_with_their_headings() -> None:
    found = read(*BLOG, "Drivers must wait.", "Share", body=(BLOG[2], BLOG[4]))
    assert found["Summary"] == "subheading by timed-entry"
    assert found["Bridge shut"] == "subheading by timed-entry"
    assert found["Drivers must wait."] == "body by timed-entry"
    assert found["12:47"] == "subheading by timed-entry"
    assert found["Share"] == "boilerplate by service-word"


def test_a_ticker_beside_an_article_is_no_live_blog() -> None:
    ticker = ("18:31", "Storm over", "15:10", "Trains late", "12:47", "It rained.")
    found = read("The pool will stay open.", *ticker, body=("The pool will stay open.",))
    assert not any(said.endswith("timed-entry") for said in found.values())


def test_the_first_point_of_a_numbered_list_stays_with_the_others() -> None:
    points = ("1. Nobody read it.", "It was lost.", "2. It is old.", "3. It costs more.")
    found = read("Five things", *points, body=points[1:])
    assert found["1. Nobody read it."] == "body by numbered-point"


def test_a_numbered_list_of_headlines_is_none_of_the_text() -> None:
    most = ("1. Man found", "2. Chip shop named best", "3. Teenager missing")
    found = read("The pool will stay open.", *most, body=("The pool will stay open.",))
    assert not any(said.endswith("numbered-point") for said in found.values())


LETTERS = (
    "Sir, - Your report on the Lowfield line omitted to say that the buses have never run.",
    "Dear Editor, May I be the first to report a cuckoo? It was heard in Barton Wood today.",
)


def test_who_signed_one_of_several_letters_is_kept_below_it() -> None:
    texts = (
        "Letters",
        LETTERS[0],
        "(Mrs) D. Lacey",
        "Barton",
        LETTERS[1],
        "Prof. J. Okell",
        "Share",
    )
    found = read(*texts, body=LETTERS)
    signed = ("(Mrs) D. Lacey", "Barton", "Prof. J. Okell")
    assert {found[text] for text in signed} == {"body by signed-letter"}
    assert found["Share"] == "boilerplate by service-word"
    alone = read(*texts[:4], body=LETTERS)
    assert not any(said.endswith("signed-letter") for said in alone.values())


def test_a_letter_that_the_labeller_leaves_below_another_is_kept() -> None:
    ask = "We accept letters by post and by mail, if you please include your name and address."
    texts = ("Letters", LETTERS[0], "D. Lacey", "A cuckoo", LETTERS[1], "J. Okell", ask, "Shop")
    found = read(*texts, body=(LETTERS[0],))
    assert found[LETTERS[1]] == found["J. Okell"] == "body by signed-letter"
    assert ask not in found
    assert "Shop" not in found


SAID = "Good evening. The council voted\n{}\ntwelve to five to\n{}\nclose it, its chair\n{}\nsaid."


def test_the_times_of_a_transcript_part_no_sentence() -> None:
    text = SAID.format("0:03", "0:06", "0:09")
    (reading,) = clean([document(f"The pier will close for nine weeks\n\n0:00\n{text}")])
    article = describe(reading)
    times = {line.rule for line in article.lines if line.text[0].isdigit()}
    assert times == {"time-amid-a-sentence"}
    (paragraph,) = (block for block in article.blocks if isinstance(block, Paragraph))
    assert paragraph.text == SAID.format("", "", "").replace("\n\n", " ")


def test_the_heading_of_the_first_letter_is_kept_where_another_has_one() -> None:
    texts = ("Letters", "A cuckoo", LETTERS[0], "D. Lacey", "Another", LETTERS[1], "J. Okell")
    found = read(*texts, body=(*LETTERS, "Another"))
    assert found["A cuckoo"] == "subheading by signed-letter"
    assert "Letters" not in found


def test_a_list_of_times_in_a_recording_is_kept_whole() -> None:
    times = ("00:00 Introduction", "11:40 A drawer in the town hall", "33:30 What happens now")
    found = read("Who let the bridge rot", *times, "Subscribe", body=times[:2])
    assert found[times[2]] == "body by timed-point"
    alone = read("Who let the bridge rot", *times, "Subscribe", body=times[:1])
    assert "body by timed-point" not in alone.values()


def test_questions_in_japanese_begin_with_two_dashes() -> None:
    texts = (
        "――なぜ今なのですか。",
        "「報告が先週届いたからです」",
        "――いつまでですか。",
        "「半年です」",
    )
    found = read("市長に聞いた。", *texts, body=("市長に聞いた。",))
    assert [found[text] for text in texts] == [
        "body by question-and-answer",
        "body by answer",
        "body by question-and-answer",
        "body by answer",
    ]
