"""What stands over a title and is no part of it."""

from ruled import labels, page, title

SWUM = "¶ The pool was dug in 1910 by men who could not swim, the town's historian says."


def test_a_word_over_the_title_is_a_kicker_though_it_passes_for_the_text() -> None:
    read = page(f"¶ INTERVIEW\nWe waited too long\n{SWUM}", title("We waited too long", 2))
    assert labels(read)["INTERVIEW"] == "boilerplate by kicker"
    sentence = page(f"¶ It is late.\nWe waited too long\n{SWUM}", title("We waited too long", 2))
    assert "It is late." not in labels(sentence)
