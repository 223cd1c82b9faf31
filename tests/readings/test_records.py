"""An article in the store is fetched there, or goes with its content to who does not reach it."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from newsarchive.incremental.deferred import digest
from newsarchive.incremental.store import open_store
from newsarchive.incremental.tables import BrokenStore, encoded
from newsarchive.readings.records import article_of, known_in
from samples import article, entry


def test_an_article_is_fetched_or_sent_as_it_is(tmp_path: Path) -> None:
    fog = article("Fog")
    with open_store(tmp_path, "code") as store:
        known_in(store).articles.put_encoded(1, encoded(fog))
        store.commit()
        there = replace(
            entry("Fog"), own_summary=None, number=1, store=store.place, made=digest(encoded(fog))
        )
        sent = article_of(there).whole()
        assert article_of(there).fetch() == fog
        with pytest.raises(BrokenStore, match="articles: 1"):
            article_of(replace(there, made=b"rain")).whole()
    assert replace(sent, store=("nowhere", "")).fetch() == fog
    assert replace(sent, aliases=("fog/",)).fetch().aliases == ("fog/",)
