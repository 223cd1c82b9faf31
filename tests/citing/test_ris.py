import re

from cited import citation
from newsarchive.citing.ris import ris


def test_a_record_is_whole() -> None:
    cited = citation(
        "“50% of {A}” & 港",
        "Dana Reed",
        "Port News Agency",
        date="2021-07-19",
        section="World / Ports",
        original="https://echo.example/a",
    )
    assert ris(cited).split("\r\n") == [
        "TY  - NEWS",
        "ID  - eastport-echo-01234567",
        "TI  - “50% of {A}” & 港",
        "AU  - Reed, Dana",
        "AU  - Port News Agency",
        "T2  - Eastport Echo",
        "SE  - World / Ports",
        "PY  - 2021",
        "DA  - 2021/07/19/",
        "LA  - en",
        "UR  - https://port.example/articles/harbour-reopens-01234567/",
        "DB  - Port Archive",
        (
            "N1  - Published at https://echo.example/a. Archived in Port Archive, "
            "https://port.example/articles/harbour-reopens-01234567/. "
            "Unchanged since archived: SHA-256 0123456789abcdef"
        ),
        "ER  - ",
        "",
    ]


def test_every_line_is_a_tag_and_a_value() -> None:
    for line in ris(citation("ميناء", date="2021~")).split("\r\n")[:-1]:
        assert re.fullmatch(r"[A-Z][A-Z0-9]  - [^\r\n]*", line)


def test_a_date_that_is_not_known_is_a_note_and_no_date() -> None:
    text = ris(citation(bounds="2020-01-16/.."))
    assert "PY  - " not in text
    assert "DA  - " not in text
    assert "N1  - Date: n.d., on or after January 16, 2020\r\n" in text
