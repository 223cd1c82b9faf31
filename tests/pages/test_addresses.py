import pytest
from msgspec import Struct

from newsarchive.errors import SettingsError
from newsarchive.pages.addresses import each_its_own


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
