"""What is read of the texts of rare kinds that `rare_texts.yaml` holds."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml

from newsarchive.cleaning import clean
from newsarchive.describing import describe
from newsarchive.explain import Explained, explained
from newsarchive.loading.opened import Opened
from newsarchive.loading.texts.text import read
from newsarchive.model import Document

TEXTS = yaml.safe_load((Path(__file__).parent / "rare_texts.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_of_a_rare_kind_tells_its_fields_and_where_its_body_begins_and_ends(
    name: str,
) -> None:
    loaded = read(Opened(f"{name}.txt", BytesIO(TEXTS[name]["text"].encode())))
    documents = [one for one in loaded if isinstance(one, Document)]
    articles = [explained(describe(reading), 0.0) for reading in clean(documents)]
    wanted = TEXTS[name]["articles"]
    assert [_found(*both) for both in zip(articles, wanted, strict=True)] == wanted


def _found(article: Explained, wanted: dict[str, Any]) -> dict[str, Any]:
    """Give what is found of what is wanted, so much of the body as that tells."""
    first, last = article.paragraphs[0], article.paragraphs[-1]
    found = {
        "title": article.title,
        "date": article.date,
        "source": article.source,
        "authors": list(article.authors),
        "first": first[: len(wanted["first"])],
        "last": last[-len(wanted.get("last", "")) :],
    }
    return {field: found[field] for field in wanted}
