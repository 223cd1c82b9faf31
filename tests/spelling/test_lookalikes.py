import pytest
from msgspec.structs import replace

from newsarchive.spelling.lookalikes import mixed_alphabets, mixed_word
from samples import article, stated

MIXED = "Guаrdian"  # its second letter a is Cyrillic


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"title": stated(f"The {MIXED} writes")}, "the title has `Guаrdian`"),
        ({"source": stated(f"The {MIXED}")}, "the source has `Guаrdian`"),
        ({"url": stated("https://gu\u0430rdian.example/a")}, "the address has `guаrdian`"),
        ({"url": stated("https://xn--gurdian-2fg.example/a")}, "the address has `"),
    ],
)
def test_a_title_a_source_or_an_address_of_two_alphabets_is_told(
    fields: dict[str, object], told: str
) -> None:
    (problem,) = mixed_alphabets([replace(article(), **fields)])
    assert problem.what.startswith(told)
    assert problem.what.endswith("which mixes Latin and Cyrillic letters")
    assert problem.fate == "doubtful"


@pytest.mark.parametrize(
    "text",
    [
        "Über den Fluß",
        "Правда сегодня",
        "BBC на русском",
        "β-carotene",
        "5 µm",
        "中文 ABC",
        "Ἀθῆναι",
    ],
)
def test_words_of_one_alphabet_each_are_not(text: str) -> None:
    assert mixed_word(text) is None


@pytest.mark.parametrize("url", ["http://[", "https://xn--/", "no address", "https://xn--\ud800/"])
def test_an_address_that_is_none_is_nothing_to_tell(url: str) -> None:
    assert list(mixed_alphabets([replace(article(), url=stated(url))])) == []
