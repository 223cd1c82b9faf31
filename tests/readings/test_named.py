"""The names of an archive are put together from those that its articles were told to have."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from newsarchive.incremental.deferred import digest
from newsarchive.incremental.store import open_store
from newsarchive.incremental.tables import BrokenStore, encoded
from newsarchive.names import Name
from newsarchive.readings.named import named_in
from newsarchive.readings.records import known_in
from samples import entry

ENTRY = entry(number=1)
NAMES = encoded((Name("Mary Hale", (1,)),))


def test_names_that_an_article_had_at_another_time_are_not_believed(tmp_path: Path) -> None:
    with open_store(tmp_path, "code") as store:
        known_in(store).names.put_encoded(1, NAMES)
        named_in([replace(ENTRY, names=digest(NAMES))], 1, "en", store)
        later = replace(ENTRY, names=digest(encoded(())))
        with pytest.raises(BrokenStore, match="names"):
            named_in([later], 1, "en", store)
