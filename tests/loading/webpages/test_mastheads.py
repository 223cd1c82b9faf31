from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document

LOGO = '<A HREF="/"><IMG SRC="logo.gif" ALT="The Glen Watchman"></A>'
HEADLINE = "<FONT SIZE=5><B>Goats to keep the gorse down</B></FONT>"
RIGHTS = "<FONT SIZE=1>&copy; 2001 The Glen Watchman</FONT>"


def stated(folder: Path, title: str, body: str) -> dict[str, str]:
    page = f"<HTML><HEAD><TITLE>{title}</TITLE></HEAD><BODY>{body}</BODY></HTML>"
    (folder / "page.html").write_text(page)
    (document,) = load(folder / "page.html", "page.html")
    assert isinstance(document, Document)
    first = reversed(document.statements)
    return {one.field: one.value for one in first if one.field in ("title", "source")}


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Goats to keep the gorse down - The Glen Watchman", HEADLINE),
        ("The Glen Watchman | Farms | Goats to keep the gorse down", LOGO + HEADLINE),
        ("The Glen Watchman - Goats to keep the gorse down", HEADLINE + RIGHTS),
        ("Goats to keep the gorse down", LOGO + HEADLINE + RIGHTS),
    ],
    ids=["behind the headline", "before it, in a picture", "before it, and its rights", "a logo"],
)
def test_a_page_without_tags_for_programs_names_its_paper(
    tmp_path: Path, title: str, body: str
) -> None:
    assert stated(tmp_path, title, body) == {
        "title": "Goats to keep the gorse down",
        "source": "The Glen Watchman",
    }


def test_a_section_before_the_headline_is_no_paper(tmp_path: Path) -> None:
    found = stated(tmp_path, "Farms - Goats to keep the gorse down", LOGO + HEADLINE)
    assert found == {"title": "Goats to keep the gorse down"}


def test_a_picture_that_claims_no_rights_is_no_paper(tmp_path: Path) -> None:
    found = stated(tmp_path, "Goats to keep the gorse down", LOGO + HEADLINE)
    assert found == {"title": "Goats to keep the gorse down"}


def test_a_paper_in_bold_is_not_the_title(tmp_path: Path) -> None:
    found = stated(tmp_path, "Goats to keep the gorse down | Watch", "<B>Watch</B><P>Forty goats.")
    assert found["title"] != "Watch"
