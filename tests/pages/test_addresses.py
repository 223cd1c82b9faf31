import pytest
from msgspec import Struct

from newsarchive.archive import entry_of
from newsarchive.errors import SettingsError
from newsarchive.model import Correction
from newsarchive.pages.addresses import at_their_addresses, each_its_own
from samples import article, entry


class Placed(Struct, frozen=True):
    url: str


def test_pages_with_addresses_of_their_own_pass() -> None:
    pages = [Placed(url) for url in ("", "a/", "a/b/", "a/feed.xml", "404.html")]
    assert list(each_its_own(pages)) == pages


@pytest.mark.parametrize(
    "urls",
    [
        ("a/", "a/"),
        ("a/", "A/"),
        ("a/", "a/index.html"),
        ("a.html", "a.html/b/"),
        ("a.html/b/", "a.html"),
    ],
)
def test_two_pages_in_each_other_s_way_are_an_error(urls: tuple[str, str]) -> None:
    with pytest.raises(SettingsError, match="two pages want the address"):
        list(each_its_own(map(Placed, urls)))


def test_the_first_of_two_articles_with_one_address_has_it() -> None:
    one = entry("Fog", sha256="0" * 64)
    other = entry("Fog", path="other.txt", sha256="0" * 8 + "1" * 56)
    kept, (problem,) = at_their_addresses([one, other])
    assert kept == [one]
    assert (problem.path, problem.fate) == ("other.txt", "set aside")


def test_an_alias_that_is_taken_is_told_and_costs_nothing_else() -> None:
    first, second = entry("A", aliases=("old/a",)), entry("B", path="b.txt")
    own = f"articles/b-{second.sha256[:8]}"
    correction = Correction(
        path="c.yaml", why="So.", aliases=("Old/A", "../x", own, "new"), places={"aliases": 2}
    )
    third = entry_of(article("C", aliases=("Old/A", "../x", own, "new"), correction=correction))
    kept, problems = at_their_addresses([first, second, third])
    assert [one.aliases for one in kept] == [("old/a",), (), ("new",)]
    assert {(p.path, p.line, p.fate) for p in problems} == {("c.yaml", 2, "doubtful")}
    assert [p.what.split("`")[1] for p in problems] == ["Old/A", "../x", own]
