import pytest

from newsarchive.loading.guard import too_deep, too_many_attributes


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
    ],
)
def test_large_pages_that_people_write_pass(page: str) -> None:
    assert not too_many_attributes(page)
    assert not too_deep(page, 3_000)


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
    ],
)
def test_pages_made_to_hold_up_the_parser_are_named(page: str) -> None:
    assert too_many_attributes(page) or too_deep(page, 3_000)


def test_the_depth_is_counted_whatever_the_limit() -> None:
    assert too_deep("<div>" * 12, 10)
    assert not too_deep("<div>" * 8 + "<br>" * 8, 10)
