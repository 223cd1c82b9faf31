"""The search page, with each of its engines, from a web server's sub-path and from disk."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import yaml
from playwright.sync_api import Page, expect

from newsarchive import build, load_site
from newsarchive.searching.words import folded, words_of

HOSTILE = '<img src=x onerror="alert(1)"> & the <b>bridge</b>'
ARTICLES: dict[str, dict[str, object]] = {
    "bridge": {
        "title": "Bridge opens over the Tarn",
        "text": "The mayor's car crossed the new bridge first, and the crowd sang about Café Noir. "
        "They met Gen. Peter Marlow there.",
        "source": "The Daily Example",
        "date": "2021-07-19",
        "section": ["News", "Roads"],
    },
    "old": {
        "title": "An old ferry makes way",
        "text": "After the bridges of the town had been mended the ferry stopped, said the mayor. "
        "It was the co-op. They met Gen. Peter Marlow there.",
        "source": "Evening Sample",
        "date": "2019-03",
        "section": ["News"],
    },
    "undated": {
        "title": "What the mayor knew",
        "text": "Nobody knows when the bridge was first planned, but the mayor knew of it, "
        "who kept his hens in a coop.",
        "source": "Evening Sample",
        "date": "",
    },
    "hostile": {
        "title": HOSTILE,
        "text": 'Here stands <script>alert(2)</script> and <mark onclick="alert(3)">bridge</mark>.',
        "source": '"><script>alert(4)</script>',
        "date": "2020-05-01",
    },
    "chinese": {
        "title": "中国代表团访问巴格达",
        "text": "中国代表团星期一抵达巴格达，与当地官员会谈。",
        "date": "2018-02-03",
        "language": "zh",
    },
    "arabic": {
        "title": "افتتاح الجسر الجديد في بغداد",
        "text": "قَالَ المسؤول إن الجسر الجديد سيفتح أمام الناس يوم الأحد في المدينة.",
        "date": "2018-04-05",
        "language": "ar",
    },
}
BRIDGES = ["hostile", "bridge", "old", "undated"]
TITLES = {name: str(article["title"]) for name, article in ARTICLES.items()}

Search = Callable[..., Page]
Visit = Callable[..., Page]


def archive(folder: Path, engine: str) -> Path:
    """Build an archive of a few articles, about which a curator has said everything."""
    (folder / "articles").mkdir(parents=True)
    (folder / "site.yaml").write_text(f"title: Bridges\nsearch: {engine}\n", encoding="utf-8")
    for name, article in ARTICLES.items():
        text = f"{article['title']}\n\n{article['text']}\n"
        (folder / f"articles/{name}.txt").write_text(text, encoding="utf-8")
        known = {key: value for key, value in article.items() if key != "text"}
        known |= {"why": "The test says so.", "labels": {1: "title", 3: "body"}}
        correction = yaml.safe_dump(known, allow_unicode=True)
        (folder / f"articles/{name}.yaml").write_text(correction, encoding="utf-8")
    assert build(load_site(folder)).problems == ()
    return folder / "output"


@pytest.fixture(scope="module", params=["script", "disk", "disk shards", "pagefind", "shards"])
def address(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    served: Callable[[Path], str],
) -> str:
    folder = tmp_path_factory.mktemp("sites") / "a" / "sub-path"
    with pytest.MonkeyPatch.context() as patch:
        if "shards" in request.param:
            patch.setattr("newsarchive.pages.search.SCRIPT_SHARD", 2)
            patch.setattr("newsarchive.pages.search.PAGEFIND_SHARD", 2)
        output = archive(
            folder, "pagefind" if request.param in ("pagefind", "shards") else "script"
        )
    if "disk" in request.param:
        return f"{output.as_uri()}/search/index.html"
    return f"{served(folder.parents[1])}/a/sub-path/output/search/index.html"


@pytest.fixture
def search(visit: Visit, address: str) -> Search:
    """Open the search page with something asked in its address."""

    def search(window: dict[str, Any] | None = None, **asked: str) -> Page:
        return visit(f"{address}?{urlencode(asked)}", **(window or {}))

    return search


def titles(page: Page) -> list[str]:
    return page.locator("#search-results .headline").all_inner_texts()


def expect_titles(page: Page, *names: str) -> None:
    expect(page.locator("#search-results .headline")).to_have_text([TITLES[n] for n in names])


def expect_found(page: Page, *names: str) -> None:
    """Expect articles in any order."""
    number = f"{len(names)} article{'s' * (len(names) != 1)}"
    expect(page.locator("#search-status")).to_have_text(number)
    assert sorted(titles(page)) == sorted(TITLES[name] for name in names)


def is_by_pagefind(page: Page) -> bool:
    """Tell whether Pagefind answers on a search page."""
    engines = json.loads(page.get_attribute("#search", "data-engines") or "")
    return bool(engines["pagefind"])


def test_words_find_the_articles_that_hold_them_all_or_longer_ones(search: Search) -> None:
    expect_found(search(q="bridge"), *BRIDGES)
    expect_found(search(q="mayor FERR"), "old")


def test_one_word_that_no_article_holds_is_enough_to_find_none(search: Search) -> None:
    expect(search(q="mayor zeppelin").locator("#search-status")).to_contain_text("No article")


def test_accents_and_capitals_make_no_difference(search: Search) -> None:
    expect_found(search(q="CAFE"), "bridge")


def test_a_phrase_is_found_as_it_stands(search: Search) -> None:
    expect_found(search(q='"new bridge"'), "bridge")


def test_a_phrase_of_one_word_twice_is_not_that_word(search: Search) -> None:
    page = search(q='"mayor mayor"')
    if not is_by_pagefind(page):
        expect(page.locator("#search-status")).to_contain_text("No article")


def test_a_word_or_a_phrase_behind_a_minus_is_left_out(search: Search) -> None:
    expect_found(search(q="bridge -ferry"), "bridge", "hostile", "undated")
    expect_found(search(q='mayor -"NEW bridge" -knew'), "old")
    expect_found(search(q="-mayor -bridge"), "chinese", "arabic")


def test_only_the_whole_word_behind_a_minus_is_left_out(search: Search) -> None:
    expect_found(search(q="mayor -mend -bridgework"), "bridge", "old", "undated")
    expect_found(search(q="-巴格达 -الجسر -cafe"), "hostile", "old", "undated")


def test_a_dash_inside_a_word_or_between_two_leaves_nothing_out(search: Search) -> None:
    expect_found(search(q="new-bridge - mayor"), "bridge")


def test_words_joined_by_a_hyphen_stand_next_to_each_other(search: Search) -> None:
    page = search(q="new-brid")
    expect_found(page, "bridge")
    assert page.locator("#search-results mark").all_inner_texts() == ["new bridge"]
    if not is_by_pagefind(page):
        expect(search(q="bridge-mayor").locator("#search-status")).to_contain_text("No article")


@pytest.mark.parametrize("typed", ["coop", "co-op", "CO\u2011OP", '"coop"', "mayor -bridges co-o"])
def test_a_hyphen_in_a_word_makes_no_difference(search: Search, typed: str) -> None:
    page = search(q=typed)
    expect_found(page, *(["undated"] if "-bridges" in typed else ["old", "undated"]))


def test_what_is_misspelt_leads_to_the_same_question_in_a_spelling_that_articles_have(
    search: Search,
) -> None:
    page = search(q="mayer Brigde -ferry", year="2021")
    if is_by_pagefind(page):
        return
    expect(page.locator("#search-status a")).to_have_text("mayor bridge -ferry")
    page.click("#search-status a")
    expect_found(page, "bridge")
    for nowhere in ("zeppelin", "Brigde zeppelin", "bqidge"):
        expect(search(q=nowhere).locator("#search-status")).to_contain_text("No article")
        expect(search(q=nowhere).locator("#search-status a")).to_have_count(0)


@pytest.mark.parametrize(
    "typed", ["“new bridge”", "„new bridge“", "»new bridge«", "「new bridge」"]
)
def test_a_phrase_may_stand_in_the_quotation_marks_of_any_language(
    search: Search, typed: str
) -> None:
    expect_found(search(q=typed), "bridge")


def test_what_nothing_holds_is_said_to_be_in_none(search: Search) -> None:
    page = search(q="zeppelin")
    expect(page.locator("#search-status")).to_contain_text("No article")
    assert titles(page) == []


def test_words_are_marked_in_the_title_and_in_the_excerpt(search: Search) -> None:
    page = search(q="ferry")
    marks = page.locator("#search-results mark")
    expect(marks).to_have_text(["ferry", "ferry"])


def test_a_result_leads_to_its_article(search: Search) -> None:
    page = search(q="crowd")
    page.get_by_role("link", name=TITLES["bridge"]).click()
    expect(page.locator("h1")).to_have_text(TITLES["bridge"])


def test_filters_narrow_what_is_found(search: Search) -> None:
    page = search(q="bridge")
    page.get_by_label("Source").select_option("Evening Sample")
    expect_found(page, "old", "undated")
    page.get_by_label("Year").select_option("undated")
    expect_found(page, "undated")
    page.get_by_label("Source").select_option("")
    page.get_by_label("Year").select_option("")
    page.get_by_label("Topic").select_option("Roads")
    expect_found(page, "bridge")


def test_a_person_narrows_what_is_found(search: Search) -> None:
    page = search()
    page.get_by_label("Person, place, organisation").select_option("Peter Marlow")
    expect_titles(page, "bridge", "old")
    page.get_by_role("searchbox").fill("ferry")
    expect_found(page, "old")


def test_what_the_form_does_not_offer_can_be_asked_for_in_the_address(search: Search) -> None:
    page = search(named="Nobody <b>")
    expect(page.locator("#search-status")).to_contain_text("No article")
    expect(page.get_by_label("Person, place, organisation")).to_have_value("Nobody <b>")


def test_an_excerpt_leads_to_the_passage_it_was_cut_from(search: Search) -> None:
    page = search(q="crowd")
    page.locator("#search-results .dek a").click()
    expect(page.locator("p:target")).to_contain_text("the crowd sang")


def test_an_excerpt_without_a_word_that_was_asked_for_leads_nowhere(search: Search) -> None:
    page = search(topic="News")
    expect_found(page, "bridge", "old")
    assert page.locator("#search-results .dek a").count() == 0


def test_filters_work_without_any_word(search: Search) -> None:
    expect_titles(search(topic="News"), "bridge", "old")


def test_order_by_date_keeps_the_undated_and_puts_them_last(search: Search) -> None:
    expect_titles(search(q="bridge", order="newest"), "bridge", "hostile", "old", "undated")
    expect_titles(search(q="bridge", order="oldest"), "old", "hostile", "bridge", "undated")


def test_the_address_says_what_was_asked_and_asks_it_again(search: Search) -> None:
    page = search()
    page.get_by_role("searchbox").fill("mayor")
    page.get_by_label("Year").select_option("2021")
    expect_found(page, "bridge")
    expect(page).to_have_url(re.compile(r"\?q=mayor&year=2021$"))
    page.reload()
    expect_found(page, "bridge")


def test_what_an_article_says_is_never_mark_up(search: Search) -> None:
    page = search(q="onerror")
    expect_titles(page, "hostile")
    assert page.locator("#search-results :is(img, script, b, [onclick])").count() == 0
    assert page.locator("#search-results .source").inner_text() == '"><script>alert(4)</script>'


def test_chinese_is_found_without_blanks(search: Search) -> None:
    page = search(q="巴格达")
    expect_titles(page, "chinese")
    assert page.locator(".dek").get_attribute("lang") == "zh"
    assert str(ARTICLES["chinese"]["text"]) in page.locator(".dek").inner_text()
    expect(page.locator(".dek mark").first).to_contain_text("巴格")


def test_arabic_is_found_and_runs_from_right_to_left(search: Search) -> None:
    page = search(q="الجسر")
    expect_titles(page, "arabic")
    assert page.locator(".dek").get_attribute("dir") == "rtl"


def test_the_keyboard_alone_is_enough(search: Search) -> None:
    page = search()
    page.keyboard.type("mayor")  # into the field, for nothing is asked yet
    expect_found(page, "bridge", "old", "undated")
    for key in ("ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    first = titles(page)[0]
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(first)


def test_the_arrow_leads_from_the_first_result_back_to_the_field(search: Search) -> None:
    page = search(q="mayor")
    expect_found(page, "bridge", "old", "undated")
    page.get_by_role("searchbox").focus()
    for key in ("ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_every_page_leads_to_what_is_typed_into_its_head(visit: Visit, address: str) -> None:
    page = visit(address.replace("search/index.html", "about/index.html"))
    page.get_by_role("searchbox", name="Search the archive").fill("crowd")
    page.keyboard.press("Enter")
    expect_found(page, "bridge")


def test_without_javascript_the_head_leads_to_what_works_instead(
    visit: Visit, address: str
) -> None:
    home = address.replace("search/index.html", "index.html")
    page = visit(home, java_script_enabled=False)
    page.get_by_role("button", name="Search").click()
    page.locator("main").get_by_role("link", name="Dates").click()
    expect(page.locator("h1")).to_have_text("Dates")


def test_escape_clears_what_was_asked(search: Search) -> None:
    page = search(q="mayor")
    expect_found(page, "bridge", "old", "undated")
    page.get_by_role("searchbox").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#search-status")).to_have_text("")
    assert titles(page) == []
    assert page.get_by_role("searchbox").input_value() == ""
    expect(page).to_have_url(re.compile("index.html$"))


def test_without_javascript_the_page_says_what_works_instead(search: Search) -> None:
    page = search({"java_script_enabled": False})
    expect(page.locator("form")).to_be_hidden()
    page.locator("main").get_by_role("link", name="Dates").click()
    expect(page.locator("h1")).to_have_text("Dates")


def test_nothing_sticks_out_on_a_telephone(search: Search) -> None:
    page = search({"viewport": {"width": 320, "height": 640}}, q="bridge")
    expect_found(page, *BRIDGES)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize(
    "text",
    [
        "Iraq's Al-Anbar: U.S. 2,500 “troops”",
        "Straße ŒUVRE Łódź İstanbul ΣΊΣΥΦΟΣ",
        "قَالَ إنّ المـسؤول علىٰ ١٢",
        "می‌خواهم كتاب",
        "中国代表团，東京タワーへ ไทย 한국어는",
        "a_b c’d ’tis ﬁne ½ x² 𝒜𝔸 👍🏽 \u0000\ud83d",
    ],
)
def test_the_browser_cuts_words_as_the_index_does(search: Search, text: str) -> None:
    page = search()
    assert page.evaluate("text => searchWords.wordsOf(text)", text) == words_of(text)
    assert folded(text)
