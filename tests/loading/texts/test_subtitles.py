"""Subtitles and transcripts with times, as files of their own and saved as texts."""

import io

import pytest

from newsarchive.cleaning import clean
from newsarchive.describing import describe
from newsarchive.explain import Explained, explained
from newsarchive.loading import reader_of
from newsarchive.loading.opened import Opened
from newsarchive.model import Document

SRT = """1
00:00:01,000 --> 00:00:03,500
<i>Good evening. The harbour bridge,</i>
built in 1904,

2
00:00:03,500 --> 00:00:06,000
is to close, for nine weeks.

3
00:00:06,000 --> 00:00:08,000
- For nine?

4
00:00:08,000 --> 00:00:10,000
- So the mayor said.

5
00:00:19,000 --> 00:00:21,000
{\\an8}The ferries sail.
"""
VTT = """WEBVTT - news
Kind: captions
Language: en-GB

NOTE typed by hand
and checked

first
00:01.000 --> 00:03.000 align:start position:0%
<v.loud Ann Ode>Good <c>evening</c>. Roe &amp; Son

00:03.000 --> 00:05.000
are to mend<00:04.000> the bridge.

00:05.000 --> 00:07.000
It is old.
"""
ROLLING = """WEBVTT

00:01.000 --> 00:02.000
the harbour bridge

00:02.000 --> 00:03.000
the harbour bridge
is to close

00:03.000 --> 00:04.000
is to close
for nine weeks
"""
COPIED = """0:00
Good evening. The harbour
0:03
bridge, built in
1904
0:07
is to close for nine weeks,
0:12
the mayor said.
1:02:12
The ferries sail.
"""


def read(name: str, text: str) -> Explained:
    reader = reader_of(name)
    assert reader
    loaded = reader(Opened(name, io.BytesIO(text.encode())))
    (reading,) = clean([one for one in loaded if isinstance(one, Document)])
    return explained(describe(reading), 0.0)


SAID = (
    "Good evening. The harbour bridge, built in 1904, is to close, for nine weeks.",
    "For nine?",
    "So the mayor said.",
    "The ferries sail.",
)


@pytest.mark.parametrize("name", ["news.srt", "news.txt"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_subtitles_are_what_is_said_running_on(name: str, end: str) -> None:
    article = read(name, SRT.replace("\n", end))
    assert article.paragraphs == SAID
    assert (article.title, article.authors, article.date) == (None, (), None)
    assert {line.rule for line in article.lines} == {
        "subtitle",
        "subtitle-goes-on",
        "subtitle-time",
    }


def test_what_webvtt_says_of_itself_is_none_of_it_and_who_speaks_is() -> None:
    article = read("news.vtt", VTT)
    said = "Ann Ode: Good evening. Roe & Son are to mend the bridge. It is old."
    assert (article.paragraphs, article.language) == ((said,), "en-GB")
    assert [line.line for line in article.lines if line.label == "body"] == [10, 13, 16]


def test_what_stays_while_the_next_line_is_shown_is_said_once() -> None:
    article = read("news.vtt", ROLLING)
    assert article.paragraphs == ("the harbour bridge is to close for nine weeks",)
    assert [line.line for line in article.lines if line.rule == "subtitle-again"] == [7, 11]


def test_a_word_said_twice_is_kept_twice() -> None:
    twice = SRT.replace("- For nine?", "No.").replace("- So the mayor said.", "No.")
    assert read("news.srt", twice).paragraphs[0].endswith("nine weeks. No. No.")


def test_a_transcript_copied_with_its_times_is_read_without_them() -> None:
    assert " ".join(read("news.txt", COPIED).paragraphs) == (
        "Good evening. The harbour bridge, built in 1904 is to close for nine weeks, the mayor"
        " said. The ferries sail."
    )


def test_much_speech_is_parted_where_a_sentence_ends_or_where_none_does() -> None:
    cues = "".join(
        f"{n}\n00:{n // 60:02}:{n % 60:02},000 --> 00:{n // 60:02}:{n % 60:02},900\n{said}\n\n"
        for n, said in enumerate(
            ["It is shut.", "It is old."] * 60 + ["and", "the ferries sail"] * 120
        )
    )
    lengths = [len(one) for one in read("news.srt", cues).paragraphs]
    assert max(lengths) < 1_300
    assert lengths[0] in range(500, 520)


def test_the_head_that_somebody_wrote_above_subtitles_states_what_it_says() -> None:
    head = "Title: Bridge to close\nSource: Port Radio\nDate: 19 July 2021\n\n"
    article = read("news.txt", head + SRT)
    assert (article.title, article.source, article.date) == (
        "Bridge to close",
        "Port Radio",
        "2021-07-19",
    )
    assert article.paragraphs == SAID


@pytest.mark.parametrize(
    "text",
    [
        "The film begins at 00:00:01,000 --> 00:00:03,500, as the file says.\n" * 4,
        "14:30\nThe council meets.\n14:10\nThe doors open.\n13:55\nNobody is there.\n" * 3,
        "0:10\nGoal.\n0:05\nA corner.\n" * 6,
    ],
)
def test_other_texts_with_times_are_no_subtitles(text: str) -> None:
    assert "subtitle" not in {line.rule for line in read("news.txt", text).lines}
