import json
import re
from collections.abc import Sequence
from typing import Any

from newsarchive.artifacts import Artifact
from newsarchive.searching.articles import Passage, Searchable
from newsarchive.searching.scripts import script_index, words_in


def searchable(title: str, *text: str, **known: Any) -> Searchable:
    fields = {
        "sha256": "0" * 64,
        "url": "articles/a-0/",
        "source": "",
        "topics": (),
        "names": (),
        "year": "undated",
        "date": "undated",
        "start": "",
        "language": "en",
        "direction": "ltr",
    }
    passages = tuple(Passage(f"p{i}", passage) for i, passage in enumerate(text))
    return Searchable(title=title, passages=passages, **{**fields, **known})


def index_of(articles: Sequence[Searchable]) -> list[Artifact]:
    words = (words_in(article.title, article.passages) for article in articles)
    return list(script_index("search/script/all/", articles, words))


def parts_of(articles: Sequence[Searchable]) -> dict[str, Any]:
    """Read the index's files as the browser does: name → content."""
    parts = {}
    for artifact in index_of(articles):
        script = artifact.content.decode()
        called = re.fullmatch(r'searchScript\.receive\("([\w/-]+)", (.*)\);\n', script)
        assert called
        assert artifact.path == f"{called[1]}.js"
        parts[called[1].removeprefix("search/script/all/")] = json.loads(called[2])
    return parts


def test_an_article_is_found_by_words_that_its_hyphens_join() -> None:
    words = parts_of([searchable("The co-op", "It is state-run.")])["words-0"]
    assert words == {**dict.fromkeys(["is", "it", "run", "state", "staterun"], "0A")} | {
        **dict.fromkeys(["co", "coop", "op", "the"], "0F")
    }


BRIDGE = searchable(
    "Bridge opens", "The bridge is open.", source="A", topics=("News",), names=("Tarn",)
)
FERRY = searchable("Ferry", "No bridge, no ferry.", source="B", year="2021")


def test_a_word_leads_to_the_articles_that_hold_it_and_weighs_more_in_a_title() -> None:
    assert parts_of([BRIDGE, FERRY])["words-0"] == {
        "bridge": "0G1A",
        "ferry": "1G",
        "is": "0A",
        "no": "1B",
        "open": "0A",
        "opens": "0F",
        "the": "0A",
    }


def test_the_catalogue_says_what_a_result_shows() -> None:
    catalogue = parts_of([BRIDGE, FERRY])["articles"]
    assert catalogue["sources"] == ["A", "B"]
    assert (catalogue["topics"], catalogue["names"]) == (["News"], ["Tarn"])
    assert catalogue["lengths"] == [4, 4]
    assert catalogue["articles"] == [
        ["articles/a-0/", "Bridge opens", 0, [0], [0], "undated", "undated", "en", "ltr"],
        ["articles/a-0/", "Ferry", 1, [], [], "2021", "undated", "en", "ltr"],
    ]


def test_words_are_split_over_files_in_the_order_in_which_a_browser_compares() -> None:
    text = " ".join(f"w{number}" for number in range(9000))
    parts = parts_of([searchable("𝒜 ﬀ", text + " 𐐨 ｆ")])
    names = [name for name in parts if name.startswith("words-")]
    words = [word for name in names for word in parts[name]]
    assert len(names) > 1
    assert words == sorted(words, key=lambda word: word.encode("utf-16-be"))
    assert parts["articles"]["firstWords"] == [next(iter(parts[name])) for name in names]


def test_texts_stand_together_eight_by_eight() -> None:
    parts = parts_of([searchable("A", f"Text {number}", "More") for number in range(9)])
    assert len(parts["text-0"]) == 8
    assert parts["text-1"] == [{"p0": "Text 8", "p1": "More"}]


def test_an_article_newer_than_the_others_leaves_the_files_of_their_texts() -> None:
    old = [searchable("A", f"Text {number}") for number in range(16)]
    before, after = parts_of(old), parts_of([*old, FERRY])
    assert all(after[name] == before[name] for name in ("text-0", "text-1"))


def test_the_same_articles_give_the_same_bytes() -> None:
    assert index_of([BRIDGE, FERRY]) == index_of([BRIDGE, FERRY])


def test_a_change_anywhere_changes_the_version_that_all_parts_are_asked_for_with() -> None:
    other = searchable("Bridge opens", "The bridge is shut.")
    versions = {parts_of([article])["articles"]["version"] for article in (BRIDGE, other)}
    assert len(versions) == 2


def test_no_text_ends_the_script_that_it_stands_in() -> None:
    article = searchable('"); alert(1); //', "</script>\u2028 \\ \x00 \ud83d".replace("\ud83d", ""))
    assert parts_of([article])["articles"]["articles"][0][1] == '"); alert(1); //'


def test_no_articles_are_an_index_too() -> None:
    assert parts_of([])["articles"]["articles"] == []
