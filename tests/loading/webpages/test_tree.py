import pytest
from selectolax.lexbor import LexborHTMLParser

from newsarchive.loading.webpages.tree import Line, lines


def read(body: str) -> list[Line]:
    return lines(LexborHTMLParser(f"<body>{body}"))


def texts(body: str) -> list[str]:
    return [line.text for line in read(body)]


def paths(body: str) -> list[str]:
    return [line.element.path for line in read(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>One <b>bold</b> word<p>Two", ["One bold word", "Two"]),
        ("one<div>two</div>three", ["one", "two", "three"]),
        ("one<br>two<br><br>three", ["one", "two", "three"]),
        ("<p>one\n   two&nbsp;three\t</p>", ["one two three"]),
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("<table><tr><td>1<td>2</table>", ["1", "2"]),
        ("<my-story>one</my-story><my-story>two</my-story>", ["one", "two"]),
        ("<p>\u200b\u200b<p> <p>one", ["one"]),
        ("<p>one<script>two</script><template>three</template><noscript>four</noscript>", ["one"]),
        ("<p>a\x1cb\u2028c\x85d", ["a b c d"]),
        (
            "<p>He said <q>no</q>, <q>“yes”</q> and <q><b>no</b> more</q>.</p>",
            ["He said “no”, “yes” and “no more”."],
        ),
        (
            "<p>10<sup>6</sup> m<sup>−2</sup>, 4<sup>th</sup>, old.<sup><a>12</a></sup>",
            ["10⁶ m⁻², 4th, old.¹²"],
        ),
        ("<a href=x>one <div>two</div> three</a>", ["one", "two", "three"]),
    ],
)
def test_a_block_is_a_line_and_what_is_not_shown_is_none(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def test_a_path_names_the_elements_that_hold_all_of_the_line() -> None:
    assert paths("<p><strong>all</strong></p><p><strong>part</strong> of it</p>") == [
        "body > p > strong",
        "body > p",
    ]


def test_a_path_tells_what_elements_are_called() -> None:
    body = '<div id="top story" class="a b" role="main" itemprop="articleBody" lang="de"><p>x'
    assert paths(body) == ["body > div#topstory.a.b[role=main][itemprop=articleBody] > p"]


def test_elements_with_the_same_name_are_numbered_but_paragraphs_are_not() -> None:
    assert paths("<div><p>1<p>2</div><div><p>3</div><div class=x><p>4</div>") == [
        "body > div > p",
        "body > div > p",
        "body > div:2 > p",
        "body > div.x > p",
    ]


def test_links_are_counted_by_their_characters() -> None:
    body = "<p><a>four</a> <b>four</b></p><a>all <p>of it</p></a><p>none</p>"
    assert [line.element.links for line in read(body)] == [0.5, 1.0, 1.0, 0.0]


@pytest.mark.parametrize(
    ("attributes", "hidden"),
    [
        ("hidden", True),
        ('style="color: red; display: none"', True),
        ('class="note d-none"', True),
        ('class="hidden md:block"', False),
        ('class="hidden-gem"', False),
        ("", False),
    ],
)
def test_what_is_hidden_is_read_and_marked(attributes: str, hidden: bool) -> None:
    assert [line.element.hidden for line in read(f"<div {attributes}><p>x</div>")] == [hidden]


def test_a_path_ends_where_nesting_is_no_longer_meant_to_be_read() -> None:
    assert paths("<div>" * 2_000 + "x") == ["body" + " > div" * 60]


def test_a_path_tells_how_a_list_is_numbered() -> None:
    assert paths("<ol start=5><li>x<li class=a>y</ol><ol reversed><li>x</ol>") == [
        "body > ol[start=5] > li",
        "body > ol[start=5] > li.a:2",
        "body > ol[reversed] > li",
    ]
    assert paths("<ol start=a><li>x</ol>") == ["body > ol > li"]
