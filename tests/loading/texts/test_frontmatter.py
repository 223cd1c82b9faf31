import pytest

from newsarchive.errors import SettingsError
from newsarchive.loading.texts.frontmatter import front_matter, front_of_text


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
        "title: 'Bridge: to close'\ndate: 2021-07-19 10:00\nauthor:\n- Ann Ode\n---\nText.",
        "title:: Bridge: to close\ndate:: 19 July 2021\nauthor:: [[people|Ann Ode]]\nText.",
        "% Bridge:\n  to close\n% Ann Ode\n% 19 July 2021\nText.",
    ],
    ids=[
        *("yaml", "yaml of Windows", "yaml that dots close", "toml", "json"),
        *("yaml of Hexo", "properties of Logseq", "title block of Pandoc"),
    ],
)
def test_it_is_read_in_each_form_that_programs_write(text: str) -> None:
    assert sorted(stated(text)) == sorted(BRIDGE)
    assert text[front_matter(text, "a.md").end :] == "Text."


@pytest.mark.parametrize(
    "text",
    [
        "Question: who pays?\n---\nThe town does.",
        "Date: tomorrow\nPlace: Eastport\n---\nThe town does.",
        "std::vector:: is a class\nText.",
        "%5 of all\nText.",
    ],
)
def test_a_text_that_begins_nearly_so_has_none(text: str) -> None:
    assert front_matter(text, "a.md").end == 0


def test_what_a_program_notes_between_no_marks_need_not_be_right() -> None:
    assert stated("title:: A\ndate:: [[Sometime]]\nurl:: none\naliases:: about\n\nText.") == [
        ("title", "A")
    ]


def test_it_is_none_of_a_plain_text_either() -> None:
    text = "---\ntitle: A bridge\ndescription: It closes.\nid: null\ndate: 2021-07\n---\nIt is old."
    told = front_of_text(text)
    assert told
    assert [(said.field, said.value) for said in told.statements] == [
        ("title", "A bridge"),
        ("date", "2021-07"),
    ]
    assert told.labels == dict.fromkeys(range(1, 7), ("boilerplate", "front-matter"))
    assert front_of_text("---\ntitle: [\n---\nA text with its own lines.") is None
    assert front_of_text("% of all who were asked\n\nA text.") is None


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
