import pytest

from newsarchive.spelling.captures import Capture, capture_in

PAGE = "https://post.example/2021/07/bridge?a=1"


@pytest.mark.parametrize(
    "archive",
    [
        "https://web.archive.org/web/20210720144012/",
        "http://web.archive.org/web/20210720144012id_/",
        "https://archive.example/20210720144012/",
        "https://webarchive.library.example/wayback/archive/20210720144012mp_/",
    ],
)
def test_the_address_of_a_copy_says_what_was_copied_and_when(archive: str) -> None:
    assert capture_in(f"Copy: {archive}{PAGE} (saved)") == Capture(PAGE, "2021-07-20")


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "https://web.archive.org/web/20219920144012/https://post.example/",
        "https://web.archive.org/web/2021*/https://post.example/",
        "https://post.example/share?to=https://other.example/20210720",
    ],
)
def test_other_addresses_are_no_copies(text: str) -> None:
    assert capture_in(text) is None
