"""What is read of the short texts in many languages that `kept_texts.yaml` holds."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml

from newsarchive.cleaning import clean
from newsarchive.describing import describe
from newsarchive.explain import explained
from newsarchive.loading.opened import Opened
from newsarchive.loading.texts.text import read
from newsarchive.model import Document

KEPT = yaml.safe_load((Path(__file__).parent / "kept_texts.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", KEPT["texts"])
def test_a_short_text_tells_its_title_day_authors_and_source(name: str) -> None:
    kept: dict[str, Any] = KEPT["texts"][name]
    text = kept["text"].replace("STORY", KEPT["stories"].get(name[:2], "").strip())
    loaded = read(Opened(f"{name}.txt", BytesIO(text.encode())))
    (reading,) = clean([one for one in loaded if isinstance(one, Document)])
    article = explained(describe(reading), 0.0)
    fields = {key: value for key, value in kept.items() if key != "text"}
    assert {key: _plain(getattr(article, key)) for key in fields} == fields


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
