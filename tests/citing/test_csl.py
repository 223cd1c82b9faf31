import json

import pytest

from cited import citation
from newsarchive.citing.csl import csl, csl_json


def test_an_item_is_whole() -> None:
    cited = citation(
        'Mayor: "Never {again}" & 港',
        "Dana Reed Jr.",
        "Port News Agency",
        date="2021-07-19",
        section="World",
        original="https://echo.example/a",
    )
    assert json.loads(csl_json(cited)) == [
        {
            "id": "eastport-echo-01234567",
            "type": "article-newspaper",
            "title": 'Mayor: "Never {again}" & 港',
            "author": [
                {"family": "Reed", "given": "Dana", "suffix": "Jr."},
                {"literal": "Port News Agency"},
            ],
            "container-title": "Eastport Echo",
            "section": "World",
            "issued": {"date-parts": [[2021, 7, 19]]},
            "language": "en",
            "URL": "https://port.example/articles/harbour-reopens-01234567/",
            "archive": "Port Archive",
            "note": "Published at https://echo.example/a. Archived in Port Archive, "
            "https://port.example/articles/harbour-reopens-01234567/. "
            "Unchanged since archived: SHA-256 0123456789abcdef",
        }
    ]


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("2021-07", {"date-parts": [[2021, 7]]}),
        ("2021~", {"date-parts": [[2021]], "circa": True}),
        ("2021-07-19/2021-07-26", {"date-parts": [[2021, 7, 19], [2021, 7, 26]]}),
    ],
)
def test_a_date_has_the_parts_that_are_known(date: str, issued: object) -> None:
    assert csl(citation(date=date))["issued"] == issued


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({}, "Date: n.d. Archived"),
        ({"bounds": "2020/.."}, "Date: n.d., on or after 2020. Archived"),
        ({"date": "2020/.."}, "Date: on or after 2020. Archived"),
    ],
)
def test_a_date_that_has_no_parts_is_told_in_words(fields: dict[str, str], note: str) -> None:
    item = csl(citation(**fields))
    assert "issued" not in item
    assert str(item["note"]).startswith(note)


def test_without_an_address_of_the_archive_the_page_s_place_in_it_is_given() -> None:
    item = csl(citation(address="articles/a-0/", original="https://echo.example/a"))
    assert (item["URL"], item["archive_location"]) == ("https://echo.example/a", "articles/a-0/")


def test_letters_of_all_scripts_stand_as_they_are() -> None:
    assert "ميناء 港" in csl_json(citation("ميناء 港"))
