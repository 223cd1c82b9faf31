"""What is read of the scans and transcripts of printed papers that `printed_papers.yaml` holds."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from newsarchive.cleaning import clean
from newsarchive.describing import describe
from newsarchive.explain import explained
from newsarchive.readings.once import read
from samples import document

PAPERS = yaml.safe_load((Path(__file__).parent / "printed_papers.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PAPERS)
def test_a_column_of_print_tells_its_headline_day_paper_authors_and_paragraphs(name: str) -> None:
    paper: dict[str, Any] = PAPERS[name]
    (reading,) = clean([document(paper["text"])])
    article = explained(describe(reading), 0.0)
    found = {
        "title": article.title,
        "source": article.source,
        "date": article.date,
        "authors": list(article.authors),
        "paragraphs": [_shortened(text) for text in article.paragraphs],
    }
    assert {field: found[field] for field in paper if field != "text"} == {
        field: value for field, value in paper.items() if field != "text"
    }


def test_read_together_they_have_the_days_that_stand_beside_their_papers_names() -> None:
    articles = read([document(paper["text"]) for paper in PAPERS.values()])
    assert [str(article.date.value) for article in articles] == [p["date"] for p in PAPERS.values()]


def _shortened(paragraph: str) -> str:
    words = paragraph.split()
    return " ".join([*words[:3], "…", *words[-3:]])
