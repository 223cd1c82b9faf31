"""Which lines may be a page's title."""

from newsarchive.finding.page import Page, lay_out
from newsarchive.finding.title import list_candidates
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
