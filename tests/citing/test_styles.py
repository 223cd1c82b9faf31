from collections.abc import Callable

import pytest

from cited import citation
from newsarchive.citing.styles import Run, Runs, apa, chicago, mla, text_of

FOUND = "Port Archive, https://port.example/articles/harbour-reopens-01234567/."
SEAL = "Unchanged since archived: SHA-256 0123456789abcdef."
TWO = citation(
    "Harbour reopens",
    "Dana Reed",
    "Ludwig van der Berg",
    date="2021-07-19",
    original="https://echo.example/harbour",
)


def test_chicago_cites_the_paper_and_says_where_it_was_found() -> None:
    assert text_of(chicago(TWO)) == (
        "Reed, Dana, and Ludwig van der Berg. “Harbour reopens.” Eastport Echo, July 19, 2021. "
        f"https://echo.example/harbour. Archived in {FOUND} {SEAL}"
    )


def test_mla_takes_the_archive_as_a_second_container() -> None:
    assert text_of(mla(TWO)) == (
        "Reed, Dana, and Ludwig van der Berg. “Harbour reopens.” Eastport Echo, 19 July 2021, "
        f"https://echo.example/harbour. {FOUND} {SEAL}"
    )


def test_apa_puts_the_date_after_the_authors() -> None:
    assert text_of(apa(TWO)) == (
        "Reed, D., & van der Berg, L. (2021, July 19). Harbour reopens. Eastport Echo. "
        f"https://echo.example/harbour Archived in {FOUND} {SEAL}"
    )


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (chicago, f"“Harbour reopens.” Eastport Echo, n.d. Archived in {FOUND} {SEAL}"),
        (mla, f"“Harbour reopens.” Eastport Echo. {FOUND} {SEAL}"),
        (apa, f"Harbour reopens. (n.d.). Eastport Echo. Archived in {FOUND} {SEAL}"),
    ],
)
def test_without_an_author_a_citation_begins_with_the_title(
    style: Callable[..., Runs], text: str
) -> None:
    assert text_of(style(citation())) == text


def test_a_date_begins_a_sentence_where_the_paper_is_not_known() -> None:
    cited = citation(publication="", bounds="2020-01-16/..")
    assert "reopens.” N.d., on or after January 16, 2020. Archived" in text_of(chicago(cited))
    assert "reopens.” [on or after 16 Jan. 2020]. " in text_of(mla(cited))
    assert "reopens. (n.d., on or after January 16, 2020). Archived" in text_of(apa(cited))


@pytest.mark.parametrize(
    ("title", "quoted"),
    [
        ("Who pays?", "“Who pays?”"),
        ("“Never again,” says mayor", "“‘Never again,’ says mayor.”"),
        ('Mayor: "Never again"', "“Mayor: ‘Never again.’”"),
        ("Mayor asks “who pays?”", "“Mayor asks ‘who pays?’”"),
        ("Workers’ strike", "“Workers’ strike.”"),
        ("هل يُفتح الميناء؟", "“هل يُفتح الميناء؟”"),
        ("港が再開。", "“港が再開。”"),
        ("50% of {A} & <B>", "“50% of {A} & <B>.”"),
    ],
)
def test_a_title_stands_in_quotes_with_one_stop_and_its_own_quotes_made_single(
    title: str, quoted: str
) -> None:
    assert text_of(chicago(citation(title))).startswith(f"{quoted} Eastport Echo")


@pytest.mark.parametrize(
    ("style", "authors", "beginning"),
    [
        (chicago, 3, "A1, B, B A2, and B A3. "),
        (chicago, 11, "A1, B, B A2, B A3, B A4, B A5, B A6, B A7, et al. “"),
        (mla, 3, "A1, B, et al. “"),
        (apa, 3, "A1, B., A2, B., & A3, B. (n.d.)"),
        (apa, 21, "A1, B., A2, B., A3, B., A4, B., A5, B., A6, B., "),
    ],
)
def test_many_authors_are_listed_as_each_style_wants(
    style: Callable[..., Runs], authors: int, beginning: str
) -> None:
    names = [f"B A{number}" for number in range(1, authors + 1)]
    assert text_of(style(citation("Title", *names))).startswith(beginning)


@pytest.mark.parametrize("style", [chicago, mla, apa])
def test_each_author_is_told_from_the_words_around_for_a_name_may_run_from_right_to_left(
    style: Callable[..., Runs],
) -> None:
    runs = style(citation("Title", "أحمد علي", "مريم أحمدي"))
    authors = [run.text for run in runs if run.kind == "author"]
    assert authors == ["أحمد علي", "مريم أحمدي"]


def test_titles_and_papers_are_told_from_the_words_around_them() -> None:
    runs = chicago(citation())
    assert Run("Harbour reopens", "title") in runs
    assert Run("Eastport Echo", "publication") in runs
    assert Run("Port Archive", "publication") in runs
