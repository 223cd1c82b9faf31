"""What is read of the single texts in `database_texts.yaml`, each as a whole file."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from newsarchive.cleaning import clean
from newsarchive.describing import describe
from newsarchive.explain import explained
from newsarchive.loading import load
from newsarchive.model import Document

KEPT = yaml.safe_load((Path(__file__).parent / "database_texts.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", KEPT["texts"])
def test_fields_around_a_text_are_read_and_none_of_them_is_text(name: str, tmp_path: Path) -> None:
    kept: dict[str, Any] = dict(KEPT["texts"][name])
    text = kept["text"].replace("STORY", KEPT["story"].strip())
    file = tmp_path / kept.pop("file", "text.txt")
    file.write_text(text, encoding="utf-8")
    (loaded,) = load(file, file.name)
    assert isinstance(loaded, Document)
    article = explained(describe(*clean([loaded])), 0.0)
    fields = {key: value for key, value in kept.items() if key != "text"}
    assert {key: _plain(getattr(article, key)) for key in fields} == fields
    assert list(article.paragraphs) == KEPT["story"].strip().split("\n\n")


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
