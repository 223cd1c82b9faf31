import pytest

from newsarchive.citing.names import Name, name_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dana Reed", Name("Reed", "Dana")),
        ("Dana M. Reed Jr.", Name("Reed", "Dana M.", "Jr.")),
        ("Ludwig van der Berg", Name("van der Berg", "Ludwig")),
        ("Omar bin Said", Name("bin Said", "Omar")),
        ("Reed, Dana", Name("Reed", "Dana")),
        ("Dana Reed, Jr.", Name("Reed", "Dana", "Jr.")),
        ("Van Morris", Name("Morris", "Van")),
    ],
)
def test_a_person_s_family_name_is_told_from_the_given_ones(text: str, name: Name) -> None:
    assert name_of(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Reuters",
        "Port News Agency",
        "Echo Staff",
        "محمد الأمين",
        "山田太郎",
        "Reed, Dana, Port Correspondent",
        "",
    ],
)
def test_what_is_no_person_in_latin_letters_stays_whole(text: str) -> None:
    assert name_of(text) == Name(text)


def test_initials_keep_hyphens() -> None:
    assert name_of("Jean-Luc B. Reed").initials == "Reed, J.-L. B."
