import json
from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from newsarchive.archive import Archive, Group, archive_of
from newsarchive.archive.names import Named
from newsarchive.archive.overviews import overview_of
from newsarchive.names import NameKind
from newsarchive.pages import search
from newsarchive.pages.policy import policy
from newsarchive.pages.search import engines_of, in_json, search_view, shards_of
from newsarchive.pages.views import SearchView
from newsarchive.settings.schema import Search
from samples import entry


def archive(dates: Iterable[str | None]) -> Archive:
    return archive_of(
        entry(
            f"Title {number}",
            sha256=f"{number:064x}",
            slug="a",
            source="The Daily Example" if number else None,
            date=date,
            basis="stated" if date else None,
            section=("News",),
        )
        for number, date in enumerate(dates)
    )


def shown(made: Archive) -> SearchView:
    return search_view(overview_of(made), "")


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Call three articles many."""
    monkeypatch.setattr(search, "SMALL", 2)
    monkeypatch.setattr(search, "LARGE", 4)


@pytest.mark.parametrize(
    ("setting", "articles", "script", "pagefind"),
    [
        ("auto", 0, True, False),
        ("auto", 2, True, False),
        ("auto", 3, True, True),
        ("auto", 5, False, True),
        ("script", 5, True, False),
        ("pagefind", 1, False, True),
        ("off", 5, False, False),
    ],
)
@pytest.mark.usefixtures("limits")
def test_size_and_setting_choose_the_engines(
    setting: Search, articles: int, script: bool, pagefind: bool
) -> None:
    engines = engines_of(archive([None] * articles), setting)
    assert (bool(engines.script), bool(engines.pagefind)) == (script, pagefind)
    assert bool(engines) is (script or pagefind)


def shards(dates: Iterable[str | None]) -> dict[str, list[str | None]]:
    """Name → the dates of its articles."""
    return {
        shard.name: [entry.date for entry in shard.entries]
        for shard in shards_of(archive(dates), 2)
    }


def test_few_articles_are_one_shard_the_oldest_first_and_the_undated_last() -> None:
    assert shards([None, "2019"]) == {"all": ["2019", None]}


def test_many_are_packed_by_month_from_the_oldest_and_the_undated_apart() -> None:
    dates = ["2021-07-19", None, "2019-01-02", "2019-01-01", "2020-05", None, "2021-07-20", None]
    assert shards(dates) == {
        "2019-01": ["2019-01-01", "2019-01-02"],
        "2020-05": ["2020-05"],
        "2021-07": ["2021-07-19", "2021-07-20"],
        "undated": [None, None],
        "undated-2": [None],
    }


def test_a_newer_article_leaves_the_older_shards() -> None:
    dates = ["2019-01-01", "2019-02-01", "2019-03-01"]
    before, after = shards(dates), shards([*dates, "2020-01-01"])
    assert before["2019-01"] == after["2019-01"] == ["2019-01-01", "2019-02-01"]


def test_the_page_offers_known_sources_and_years_and_the_undated() -> None:
    view = shown(archive([None, "2019", "2021-07"]))
    assert [(choice.value, choice.count) for choice in view.sources] == [("The Daily Example", 2)]
    assert [(choice.value, choice.count) for choice in view.years] == [("2021", 1), ("2019", 1)]
    assert view.undated == 1
    assert view.elsewhere[0].href == "../dates/index.html"


def test_the_form_offers_the_most_frequent_and_says_that_there_are_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = archive(["2019", "2020", "2021"])
    assert not shown(made).more
    monkeypatch.setattr(search, "MOST_CHOICES", 1)
    more = archive(["2019", "2020", "2021"])
    topics = (*more.topics, Group("Rare", more.entries[:1]))
    view = shown(replace(more, topics=topics))
    assert [choice.value for choice in view.topics] == ["News"]
    assert view.more


def test_names_are_offered_by_their_kind() -> None:
    made = archive(["2019", "2020"])
    kinds: dict[str, NameKind] = {"Baghdad": "place", "Ann Reed": "person", "Rome": "place"}
    names = [
        Named(name=name, slug=name, kind=kind, spellings=(), stated=(), entries=made.entries)
        for name, kind in kinds.items()
    ]
    view = shown(replace(made, names=tuple(names)))
    assert [(group.kind, [c.value for c in group.choices]) for group in view.names] == [
        ("person", ["Ann Reed"]),
        ("place", ["Baghdad", "Rome"]),
    ]


def test_the_browser_is_told_where_the_engines_are_and_which_years_they_hold() -> None:
    held = archive([None, "2019"])
    assert json.loads(in_json(engines_of(held, "pagefind"))) == {
        "script": [],
        "pagefind": [{"at": "search/pagefind/all/", "years": ["2019", "undated"]}],
    }
    assert json.loads(in_json(engines_of(held, "script"))) == {
        "script": ["search/script/all/"],
        "pagefind": [],
    }


def test_only_a_page_that_runs_webassembly_may() -> None:
    assert "wasm" not in policy()
    assert "script-src 'self' 'wasm-unsafe-eval';" in policy(wasm=True)
