"""A cluster on loopback is found by the file in which its scheduler states its address."""

import threading
from pathlib import Path

import pytest

from loopback import stated_address


@pytest.mark.parametrize("early", [None, "", '{"address": "tcp://127'])
def test_an_address_is_read_when_its_file_is_whole(tmp_path: Path, early: str | None) -> None:
    file = tmp_path / "scheduler.json"
    if early is not None:
        file.write_text(early)
    threading.Timer(0.2, file.write_text, ['{"address": "tcp://127.0.0.1:9"}']).start()
    assert stated_address(file) == "tcp://127.0.0.1:9"


def test_a_scheduler_that_states_no_address_is_told(tmp_path: Path) -> None:
    with pytest.raises(TimeoutError, match="no scheduler stated its address"):
        stated_address(tmp_path / "scheduler.json", patience=0.1)
