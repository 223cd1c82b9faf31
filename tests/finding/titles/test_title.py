"""Which lines may be a page's title."""

import pytest

from newsarchive.finding.page import Page, lay_out
from newsarchive.finding.scoring import Weights
from newsarchive.finding.titles.choice import Candidate, choose
from newsarchive.finding.titles.title import find_title, list_candidates
from newsarchive.model import Line

STORY = (
    "The harbour bridge at Port Elsewhere will close for nine weeks in autumn, the council said."
)


def candidates(*texts: str) -> list[str]:
    rows = (*texts, STORY)
    lines = tuple(Line(number, text) for number, text in enumerate(rows, 1))
    hints = tuple((-9 if text in texts[-1:] else 0, -9, -9) for text in rows)
    layout = lay_out(Page(lines, tuple(float(text == STORY) for text in rows), hints=hints))
    return [each.text for each in list_candidates(lines, layout, frozenset())]


def test_a_trail_glued_to_the_title_is_none_though_the_title_seems_less_likely() -> None:
    menu = [f"Section number {n}" for n in range(6)]
    title = "Harbour bridge to close for nine weeks"
    assert [text for text in candidates(*menu, f"NewsCityB2B{title}", title) if title in text] == [
        title
    ]


def test_a_trail_with_signs_before_the_title_is_none() -> None:
    title = "bridge to close for nine weeks"
    assert [text for text in candidates(f"Forum>City>{title}", title) if title in text] == [title]


def test_the_name_that_claims_the_rights_of_the_page_is_no_title() -> None:
    site, title = "Friends of Port Elsewhere", "Harbour bridge to close for nine weeks"
    assert site not in candidates(f"© 2021 {site}", site, title)
    assert title in candidates(f"© {site} 2021 - {title}", site, title)


def test_a_place_and_a_day_before_a_text_s_first_sentence_are_no_title() -> None:
    opening = f"PORT ELSEWHERE, 19 July 2021 - The Courier. {STORY}"
    lines = (Line(1, opening), Line(2, STORY))
    found = list_candidates(lines, lay_out(Page(lines, (1.0, 1.0))), frozenset())
    assert "PORT ELSEWHERE, 19 July 2021" not in [each.text for each in found]


def test_who_stands_before_a_day_on_one_line_is_no_title() -> None:
    lines = (Line(1, "Nine weeks"), Line(2, "Jane Doe | 19 July 2021"), Line(3, STORY))
    found = list_candidates(lines, lay_out(Page(lines, (0.0, 0.0, 1.0))), frozenset({1}))
    assert "Jane Doe" not in [each.text for each in found]


@pytest.mark.parametrize(
    ("upper", "chosen"),
    [
        ("Harbour bridge to close", "Harbour bridge to close"),
        ("Bridges | Port Elsewhere", "The only bridge of Port Elsewhere will close in autumn"),
    ],
)
def test_the_title_is_the_line_over_a_stand_first_that_weighs_more_save_a_kicker(
    upper: str, chosen: str
) -> None:
    lower = "The only bridge of Port Elsewhere will close in autumn"
    lines = (Line(1, upper), Line(2, lower))
    found = [Candidate(i, line.text, "title-line", (str(i),)) for i, line in enumerate(lines)]
    weights = Weights(0.2, {"0": 2.0, "1": 3.0})
    assert choose(lines, found, weights, 0)[0].value == chosen


def test_the_title_is_printed_twice_one_line_below_the_other() -> None:
    twice, other = "Nine weeks without a bridge", "The blog for all who live by the harbour"
    lines = tuple(Line(n, text) for n, text in enumerate((other, twice, twice), 1))
    found = [Candidate(i, line.text, "title-line", (str(i),)) for i, line in enumerate(lines)]
    weights = Weights(0.2, {"0": 2.0, "1": 0.0, "2": 0.5})
    assert choose(lines, found[:1] + found[2:], weights, 0)[0].value == other
    assert choose(lines, found, weights, 0)[0].value == twice


def test_a_title_below_a_trail_that_ends_with_it_is_printed_twice() -> None:
    rows = ("Where to go at the weekend in town", "NewsTownNine weeks without a bridge")
    lines = tuple(Line(n, text) for n, text in enumerate((*rows, rows[1][8:]), 1))
    found = [Candidate(i, lines[i].text, "title-line", (str(i),)) for i in (0, 2)]
    weights = Weights(0.2, {"0": 1.0, "2": 0.5})
    assert choose(lines, found, weights, 0)[0].value == "Nine weeks without a bridge"


@pytest.mark.parametrize(
    ("below", "chosen"),
    [
        ("Foto: A. Name", "Nine weeks without a bridge"),
        ("fot. A. Name", "Nine weeks without a bridge"),
        (f"{STORY} {STORY}", "Nine weeks without a bridge"),
        ("19 July 2021", "The ferry at the slipway of the old harbour"),
    ],
)
def test_the_title_stands_above_a_caption_that_is_printed_twice_over_its_picture(
    below: str, chosen: str
) -> None:
    shown = "The ferry at the slipway of the old harbour"
    rows = ("Nine weeks without a bridge", "19 July 2021", shown, shown, below)
    lines = tuple(Line(n, text) for n, text in enumerate(rows, 1))
    found = [Candidate(i, lines[i].text, "title-line", (str(i),)) for i in (0, 2, 3)]
    weights = Weights(0.2, {"0": 1.0, "2": 1.5, "3": 2.0})
    assert choose(lines, found, weights, 0)[0].value == chosen


@pytest.mark.parametrize(
    ("upper", "gap", "chosen"),
    [
        ("Nine weeks without a bridge", "gap:0", "Nine weeks without a bridge"),
        ("Nine weeks without a bridge", "gap:1", "The ferry at the slipway of the old harbour"),
        ("News > Harbour > Bridges", "gap:0", "The ferry at the slipway of the old harbour"),
        ("It is the only one.", "gap:0", "The ferry at the slipway of the old harbour"),
    ],
)
def test_the_title_stands_over_the_day_and_what_opens_the_text_below_it_is_a_caption(
    upper: str, gap: str, chosen: str
) -> None:
    rows = (upper, "19 July 2021", "The ferry at the slipway of the old harbour")
    lines = tuple(Line(n, text) for n, text in enumerate(rows, 1))
    found = [
        Candidate(0, upper, "title-line", ("date-after:1",)),
        Candidate(2, rows[2], "title-line", (gap, "heavy")),
    ]
    assert choose(lines, found, Weights(0.2, {"heavy": 1.0}), 0)[0].value == chosen


def test_the_name_of_the_paper_that_ends_the_title_is_no_part_of_it() -> None:
    whole = "Harbour bridge to close - Elsewhere Courier"
    options = [
        Candidate(0, whole, "title-line", ("likely",)),
        Candidate(0, "Harbour bridge to close", "title-tail", ()),
    ]
    found = choose((Line(1, whole),), options, Weights(0.2, {"likely": 3.0}), 1)
    assert [each.value for each in found] == ["Harbour bridge to close"]


def test_the_name_that_claims_the_rights_without_a_year_is_no_title() -> None:
    assert "Elsewhere Courier" not in candidates("Elsewhere Courier", "© Elsewhere Courier")


def test_a_line_that_the_labeller_is_sure_states_the_title_may_stand_anywhere() -> None:
    rows = ("Nine weeks without a bridge", *[f"Section number {n}" for n in range(120)], STORY)
    for sure, found in ((3, True), (0, False)):
        hints = tuple((sure if i == 3 else -5, -9, -9) for i in range(len(rows)))
        texts = (*rows[1:4], rows[0], *rows[4:])
        placed = tuple(Line(n, text) for n, text in enumerate(texts, 1))
        layout = lay_out(Page(placed, tuple(float(t == STORY) for t in texts), hints=hints))
        among = [each.text for each in list_candidates(placed, layout, frozenset())]
        assert (rows[0] in among) is found


@pytest.mark.parametrize(
    "text",
    [
        *("Friday, Jun 2nd 2017 7PM 19°C 10PM 16°C 5-Day Forecast", "In News, Harbour by Jane"),
        *("Accueil / Port / Ailleurs", "Startseite › Lokales"),
    ],
)
def test_the_weather_and_where_an_article_is_filed_are_no_title(text: str) -> None:
    assert text not in candidates(text, "Harbour bridge to close for nine weeks")


def test_a_caption_that_tells_who_took_the_picture_or_stands_over_that_is_no_title() -> None:
    title = "Harbour bridge to close for nine weeks"
    caption = "The bridge over the harbour has stood there since 1923."
    assert caption not in candidates(title, caption, "(Foto: Jane Doe)")
    assert "Harbour bridge to close" in candidates("Harbour bridge to close", "Foto: Jane Doe")
    assert "駅舎の前で高校生に敬礼する元駅長の男性＝北海道（山田太郎撮影）" not in candidates(
        "駅舎の前で高校生に敬礼する元駅長の男性＝北海道（山田太郎撮影）"
    )


@pytest.mark.parametrize(
    ("headline", "start", "chosen"),
    [
        ("No bridge for nine weeks, and no ferry", 7, "No bridge for nine weeks, and no ferry"),
        ("The mayor on her first day", 7, "Elsewhere harbour bridge closed nine weeks: dates"),
        (
            "No bridge for nine weeks, and no ferry",
            3,
            "Elsewhere harbour bridge closed nine weeks: dates",
        ),
    ],
)
def test_a_page_that_calls_itself_otherwise_on_its_first_line_has_its_headline_over_the_body(
    headline: str, start: int, chosen: str
) -> None:
    called = "Elsewhere harbour bridge closed nine weeks: dates"
    lines = tuple(Line(n, text) for n, text in enumerate((called, *"abcd", headline), 1))
    found = [Candidate(i, lines[i].text, "title-line", (str(i),)) for i in (0, 5)]
    weights = Weights(0.2, {"0": 2.0, "5": 0.5})
    assert choose(lines, found, weights, start)[0].value == chosen


def test_an_interview_is_called_by_its_title_and_not_by_what_says_with_whom_it_is() -> None:
    rows = ("Interview | Jane Doe, mayor of Port Elsewhere", "“We waited too long”")
    lines = tuple(Line(n, text) for n, text in enumerate(rows, 1))
    found = [Candidate(i, line.text, "title-line", (str(i),)) for i, line in enumerate(lines)]
    assert choose(lines, found, Weights(0.2, {"0": 3.0, "1": 0.0}), 2)[0].value == rows[1]


def test_the_sign_of_a_heading_in_markdown_is_none_of_the_title() -> None:
    lines = (Line(1, "# Harbour bridge to close for nine weeks"), Line(2, STORY))
    (said, *_) = find_title(lines, lay_out(Page(lines, (0.0, 1.0))), frozenset())
    assert said.value == "Harbour bridge to close for nine weeks"
