from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsarchive.build import build
from newsarchive.errors import OutputError
from newsarchive.planning.making import Making
from newsarchive.settings.site import load_site
from samples import HARBOUR, make_archive, put


def test_a_download_that_is_cut_short_while_it_is_copied_stops_the_build_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_archive(tmp_path, {"articles/other.txt": f"Another headline\n\n{HARBOUR}"})
    build(site)
    made = Making.artifacts

    def meanwhile(*arguments: Any) -> Iterator[Any]:
        (tmp_path / "output/data/articles.csv").write_bytes(b"")
        return made(*arguments)

    monkeypatch.setattr(Making, "artifacts", meanwhile)
    put(tmp_path, {"articles/other.txt": f"Yet another headline\n\n{HARBOUR}"})
    with pytest.raises(OutputError, match=r"articles\.csv is shorter than it was"):
        build(load_site(tmp_path))
