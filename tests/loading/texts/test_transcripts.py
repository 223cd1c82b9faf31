"""Transcripts that programs make of recordings."""

import pytest

from newsarchive.loading.texts.transcripts import SPEAKER, transcript

SAID = "The harbour bridge is to close."


@pytest.mark.parametrize(
    "heads",
    [
        ("Ann Ode  00:00", "Jane Doe  00:42", "Ann Ode  1:02:10"),
        ("Speaker 1 (00:05):", "Speaker 2 (00:42):", "Speaker 1 (01:02):"),
        ("Ann Ode [0:05]", "Jane O'Doe [0:42]", "Ann Ode [1:02]"),
    ],
)
def test_who_speaks_and_when_stands_over_what_is_said(heads: tuple[str, ...]) -> None:
    found = transcript("\n\n".join(f"{head}\n{SAID}" for head in heads))
    assert found
    assert found[0].labels == dict.fromkeys((1, 4, 7), ("subheading", SPEAKER))


def test_a_time_before_what_is_said_is_none_of_it() -> None:
    times = ("[00:00:05] ", "(00:42) ", "[00:01:02]")
    found = transcript("\n".join(f"{time}Ann Ode: {SAID}" for time in times))
    assert found
    assert found == (found[0], {n: (time, "") for n, time in enumerate(times, 1)})


@pytest.mark.parametrize(
    "text",
    [
        f"Bob 14:32\n{SAID}\nAnn 14:40\n{SAID}\nJo 15:01\n{SAID}",
        f"Bob 0:32\n{SAID}\nAnn 0:20\n{SAID}\nJo 0:10\n{SAID}",
        f"(0:10) {SAID}\n(0:10) {SAID}\n(0:10) {SAID}",
        f"Ann 0:10\n{SAID}\nJo 0:20\n" + f"{SAID}\n" * 20,
    ],
)
def test_the_times_of_chats_comments_and_goals_are_none_of_a_recording(text: str) -> None:
    assert transcript(text) is None
