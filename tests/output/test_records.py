from pathlib import Path

import msgspec
import pytest

from newsarchive.output.records import AT_ONCE, RECORD, Record, read_record, recorded, write_record


@pytest.mark.parametrize("files", [0, 1, AT_ONCE, AT_ONCE + 1, 2 * AT_ONCE])
def test_a_record_is_written_some_files_at_a_time_as_it_would_be_at_once(
    files: int, tmp_path: Path
) -> None:
    record = Record('so"urces', {f"é\n{number}/index.html": "0" * 64 for number in range(files)})
    write_record(tmp_path, recorded(record), tmp_path / "part")
    at_once = msgspec.json.format(msgspec.json.encode(record), indent=1)
    assert (tmp_path / RECORD).read_bytes() == at_once
    assert read_record(tmp_path) == record
