import pytest

from newsarchive.loading.webpages.guard import excess_of


@pytest.mark.parametrize(
    "page",
    [
        "<p>A page." * 10_000,
        "<ul>" + "<li>one" * 10_000 + "</ul>",
        "<div></div>" * 10_000,
        f"<img src='data:{'x ' * 40_000}'>",
        "<script>" + "if (a<b) {}" * 10_000 + "</script>",
        "<svg>" + "<path d='M0 0'/>" * 30_000 + "</svg>",
        "<br/><hr/>" * 20_000,
        "<!-- " + "<div> " * 10_000 + " -->",
        f'<div data-state="{"a=1 " * 20_000}">x</div>',
        "<p>" + "<b>" * 3_000 + "</p>" + "<p>x</p>" * 20_000,  # of one spelling three are kept
        "".join(f"<p><font color={i}>x</font></p>" for i in range(20_000)),
        "".join(f"<font color={i}>" for i in range(20)) + "<p>x</p>" * 10_000,
        "<select>" + "<option>x" * 5_000 + "</select><select>" + "<option>x" * 5_000,
        "".join(f"<p data-{i}=1>x" for i in range(19_000)),
    ],
)
def test_large_pages_that_people_write_pass(page: str) -> None:
    assert excess_of(page, 3_000) is None


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 30_000,
        "<font>x</b>" * 30_000,
        "<div/>x" * 30_000,
        "<svg>" + "<i/>x" * 30_000,
        "<div><b>" * 20_000 + "</b></div>" * 20_000,
        "<p " + "a=1 " * 30_000 + ">",
        '<p title=">" ' + 'a="><" ' * 30_000 + ">",
        "<p " + " ".join(f"a{i}" for i in range(4_000)) + ">",
        "<p>" + "".join(f"<font size={i}>" for i in range(700)) + "</p>" + "<p>x</p>" * 700,
        "".join(f"<FONT size={i}><p>x" for i in range(1_000)),
        "<select>" + "<option>x</option>" * 5_001,
        "<select><OPTION>x" + "<option selected>x" * 5_000,
        "".join(f"<x{i}>x</x{i}>" for i in range(40_000)),
        "".join(f"<p x{i}=1 y{i}='2'>x" for i in range(30_000)),
    ],
)
def test_pages_made_to_hold_up_the_parser_are_named(page: str) -> None:
    assert excess_of(page, 3_000)


def test_the_depth_is_counted_whatever_the_limit() -> None:
    assert excess_of("<div>" * 12, 10)
    assert not excess_of("<div>" * 8 + "<br>" * 8, 10)
