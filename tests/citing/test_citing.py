from newsarchive.citing import Citation, citation_of
from newsarchive.model import Article, Field
from samples import article, stated


def cite(read: Article, title: str = "Harbour reopens") -> Citation:
    return citation_of(read, title=title, address="articles/a-0/", archive="Port Archive")


def test_the_key_is_the_source_and_the_hash() -> None:
    read = article(source=stated("Eastport Echo & Herald"))
    assert cite(read).key == f"eastport-echo-herald-{read.sha256[:8]}"
    assert cite(article()).key.startswith("unknown-")


def test_an_inferred_interval_is_no_date() -> None:
    cited = cite(article(date=Field("2020-01-16/..", "inferred")))
    assert (cited.date, cited.bounds) == ("", "2020-01-16/..")


def test_control_characters_and_line_ends_never_reach_a_citation() -> None:
    cited = cite(article(source=stated("Echo\r\nER  - \x00")), "A\x0b title\u2028here\ud800")
    assert (cited.title, cited.publication) == ("A title here", "Echo ER -")


def test_an_address_cannot_break_out_of_its_field() -> None:
    cited = cite(article(url=stated("https://echo.example/a}, note={x y")))
    assert cited.original == "https://echo.example/a%7D,%20note=%7Bx%20y"
