import pytest

from newsarchive.errors import SettingsError
from newsarchive.loading.texts.frontmatter import front_matter


def stated(text: str) -> list[tuple[str, str]]:
    return [(said.field, said.value) for said in front_matter(text, "a.md").statements]


BRIDGE = [("title", "Bridge: to close"), ("date", "2021-07-19"), ("authors", "Ann Ode")]


@pytest.mark.parametrize(
    "text",
    [
        '---\ntitle: "Bridge: to close"\ndate: 2021-07-19\nauthor: Ann Ode\n---\nText.',
        '---\r\ntitle: "Bridge: to close"\r\ndate: 2021-07-19\r\nauthor: Ann Ode\r\n---\r\nText.',
        "\ufeff---\ntitle: 'Bridge: to close'\ndate: 2021-07-19\nauthor: Ann Ode\n...\nText.",
        '+++\ntitle = "Bridge: to close"\ndate = 2021-07-19\nauthor = "Ann Ode"\n+++\nText.',
        '{\n "title": "Bridge: to close", "date": "2021-07-19", "author": "Ann Ode"\n}\nText.',
    ],
    ids=["yaml", "yaml of Windows", "yaml that dots close", "toml", "json"],
)
def test_it_is_read_in_each_form_that_programs_write(text: str) -> None:
    assert stated(text) == BRIDGE
    assert text[front_matter(text, "a.md").end :] == "Text."


def test_a_title_with_a_colon_needs_no_quotation_marks() -> None:
    assert stated("---\ntitle: Bridge: it's to close\n---\n") == [
        ("title", "Bridge: it's to close")
    ]


def test_the_keys_of_programs_are_known_by_the_names_that_columns_have() -> None:
    text = (
        "---\nTitre: Le pont\nsitename: Brackwell Herald\npubDate: Jul 19 2021\nlang: en_GB\n"
        "link: https://herald.example/1\ncategories: [News]\ndescription: It closes.\n"
        "draft: false\nsubtitle:\n---\n"
    )
    assert stated(text) == [
        ("title", "Le pont"),
        ("source", "Brackwell Herald"),
        ("date", "2021-07-19"),
        ("section", "News"),
        ("url", "https://herald.example/1"),
        ("language", "en-GB"),
    ]
    assert front_matter(text, "a.md").problems == ()


def test_a_date_that_a_program_wrote_and_that_is_none_states_nothing() -> None:
    assert stated("---\ntitle: A\npublished: false\n---\n") == [("title", "A")]


def test_an_author_may_be_an_object_with_a_name() -> None:
    assert stated("---\nauthor:\n  name: Ann Ode\n  picture: /a.jpg\n---\n") == [
        ("authors", "Ann Ode")
    ]


def test_several_authors_in_one_text_are_parted_and_those_of_a_list_are_as_they_are() -> None:
    assert stated("---\nauthor: Ann Ode and Bo Li\n---\n") == [
        ("authors", "Ann Ode"),
        ("authors", "Bo Li"),
    ]
    assert stated("---\nauthors: ['Peace, Bread and Land Committee']\n---\n") == [
        ("authors", "Peace, Bread and Land Committee")
    ]


def test_an_author_without_a_name_is_none() -> None:
    assert stated("---\ntitle: A\nauthor: ''\n---\n") == [("title", "A")]


def test_an_address_within_a_site_is_none_of_the_articles_and_is_told() -> None:
    front = front_matter("---\ntitle: A\nurl: /news/a/\n---\n", "a.md")
    assert [said.field for said in front.statements] == ["title"]
    assert [(one.line, one.fate) for one in front.problems] == [(3, "doubtful")]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("---\ntitle: A\ntilte: B\n---\n", "unknown key `tilte`"),
        ("---\ntitle: A\nTitle: B\n---\n", "the key `Title` stands twice"),
        ("---\ntitle: A\nurl: herald.example\n---\n", "`herald.example` is no web address"),
        ("+++\ntitle = A\n+++\n", "this is not TOML: Invalid value (at line 1, column 9)"),
        ("---\ntitle: A\n\nThe council voted.\n", "its front matter is not closed"),
    ],
)
def test_what_its_writer_has_got_wrong_is_refused(text: str, what: str) -> None:
    with pytest.raises(SettingsError) as error:
        front_matter(text, "a.md")
    assert error.value.what == what


@pytest.mark.parametrize("key", ["draft", "subtitle", "author_id", "heroImage"])
def test_a_key_that_is_somewhat_like_one_of_ours_is_no_mistake(key: str) -> None:
    assert stated(f"---\ntitle: A\n{key}: B\n---\n") == [("title", "A")]
