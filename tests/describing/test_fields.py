import pytest
from msgspec.structs import replace

from newsarchive.describing import describe
from newsarchive.describing.fields import described, described_date, described_list
from newsarchive.model import Evidence, Field, Statement
from samples import correction, labelled, reading

HEADER = Statement("date", "2021-07-19", "date-line", "19 July 2021", 2)
ADDRESS = Statement("date", "2021-07-19", "url-date", "20210719", 9, "URL")
OTHER_ADDRESS = Statement("date", "2021-07-20", "url-date", "20210720", 9, "URL")
META = Statement("date", "2021-07-18", "meta-tag", "2021-07-18", None, "meta name=date")
BOUNDS = Statement("date_bounds", "2021-07-01/..", "latest-day-named", "July 1", 5)
CRAWL = Statement("crawled", "2021-08-01", "crawl-header", "2021-08-01", None, "WARC-Date")


def test_a_field_that_nothing_states_is_missing_and_has_no_basis() -> None:
    assert described(reading(), "title") == Field(None, None, ())


def test_a_stated_value_names_its_line() -> None:
    assert described(reading(HEADER), "date") == Field(
        "2021-07-19", "stated", (Evidence("date-line", "19 July 2021", 2),)
    )


def test_what_agrees_is_kept_as_further_evidence_and_a_line_comes_before_the_address() -> None:
    assert described(reading(ADDRESS, HEADER), "date") == Field(
        "2021-07-19",
        "stated",
        (
            Evidence("date-line", "19 July 2021", 2),
            Evidence("url-date", "20210719", 9, "URL"),
        ),
    )


def test_what_disagrees_is_no_evidence() -> None:
    field = described(reading(HEADER, OTHER_ADDRESS), "date")
    assert (field.value, len(field.evidence)) == ("2021-07-19", 1)


MONTH = Statement("date", "2021-07", "column", "July 2021", None, "column issue")


def test_a_day_within_the_month_that_is_stated_first_is_the_date() -> None:
    field = described_date(reading(HEADER, statements=(MONTH,)))
    assert (field.value, field.evidence) == (
        "2021-07-19",
        (Evidence("date-line", "19 July 2021", 2),),
    )


def test_a_day_of_another_month_does_not_make_a_month_a_day() -> None:
    month = replace(MONTH, value="2021-06")
    assert described_date(reading(HEADER, statements=(month,))).value == "2021-06"


def test_a_month_that_a_curator_wrote_stays_a_month() -> None:
    month = replace(MONTH, rule="front-matter")
    assert described_date(reading(HEADER, statements=(month,))).value == "2021-07"


def test_what_is_said_of_a_folder_comes_after_a_texts_own_correction() -> None:
    whole = correction(path="a/_folder.yaml", source="Courier", authors=("A. Reporter",))
    read = reading(wider=(whole,), correction=correction(source="Packet"))
    assert described(read, "source").value == "Packet"
    assert described_list(read, "authors").value == ("A. Reporter",)
    assert described_list(read, "authors").evidence[0].where == "a/_folder.yaml"
    assert described(reading(HEADER, wider=(whole,)), "date").basis == "stated"


def test_a_value_from_the_address_alone_says_so() -> None:
    assert described(reading(ADDRESS), "date").basis == "url"


def test_what_stands_beside_the_text_comes_before_its_lines() -> None:
    field = described(reading(HEADER, statements=(META,)), "date")
    assert (field.value, field.basis) == ("2021-07-18", "stated")


def test_a_value_that_no_place_states_is_inferred() -> None:
    language = Statement("language", "en", "stop-words", "")
    assert described(reading(language), "language").basis == "inferred"


def test_the_curator_wins_and_the_reason_is_the_evidence() -> None:
    corrected = correction(date="2021-07", places={"why": 1, "date": 2})
    assert described(reading(HEADER, correction=corrected), "date") == Field(
        "2021-07",
        "corrected",
        (Evidence("corrected", "The print edition says so.", where="harbour.yaml:2"),),
    )


def test_the_curator_can_say_that_a_value_is_not_known() -> None:
    field = described_date(reading(HEADER, CRAWL, correction=correction(date="")))
    assert (field.value, field.basis) == (None, "corrected")


def test_the_authors_of_all_lines_belong_together_each_once_with_the_lines_that_name_them() -> None:
    def author(name: str, line: int) -> Statement:
        return Statement("authors", name, "byline", f"By line {line}", line)

    read = reading(author("A", 2), author("B", 2), author("A", 2), author("C", 3))
    assert described_list(read, "authors") == Field(
        ("A", "B", "C"),
        "stated",
        (Evidence("byline", "By line 2", 2), Evidence("byline", "By line 3", 3)),
    )


def test_authors_beside_the_text_are_not_mixed_with_those_of_its_lines() -> None:
    meta = Statement("authors", "A", "meta-tag", "A", None, "meta name=author")
    line = Statement("authors", "B", "byline", "By B", 2)
    assert described_list(reading(line, statements=(meta,)), "authors").value == ("A",)


def test_of_thousands_of_topics_the_first_hundred_count_whoever_states_them() -> None:
    topics = tuple(f"Topic {number}" for number in range(2_000))
    stated = [Statement("section", topic, "column", topic, where="column tags") for topic in topics]
    assert described_list(reading(*stated), "section").value == topics[:100]
    corrected = reading(correction=correction(section=topics))
    assert described_list(corrected, "section").value == topics[:100]


@pytest.mark.parametrize("authors", [(), ("",)])
def test_the_curator_can_say_that_there_are_no_authors(authors: tuple[str, ...]) -> None:
    author = Statement("authors", "A", "byline", "By A", 2)
    field = described_list(reading(author, correction=correction(authors=authors)), "authors")
    assert (field.value, field.basis) == (None, "corrected")


@pytest.mark.parametrize(
    ("statements", "interval"),
    [
        ((BOUNDS,), "2021-07-01/.."),
        ((CRAWL,), "../2021-08-01"),
        ((CRAWL, BOUNDS), "2021-07-01/2021-08-01"),
    ],
)
def test_a_date_that_nothing_states_is_an_interval_with_its_reasons(
    statements: tuple[Statement, ...], interval: str
) -> None:
    date = described_date(reading(*statements))
    assert (date.value, date.basis) == (interval, "inferred")
    assert len(date.evidence) == len(statements)


def test_the_day_of_a_crawl_never_stands_for_the_articles() -> None:
    assert described_date(reading(HEADER, CRAWL)).value == "2021-07-19"


def test_an_article_says_where_its_parts_come_from() -> None:
    lines = labelled(("title", "A title"), ("body", "One*."), ("footnote", "* Two."))
    corrected = correction(title="A better title", places={"title": 2})
    article = describe(reading(lines=lines, correction=corrected, path="a.txt", record="r1"))
    assert (article.path, article.record, article.encoding) == ("a.txt", "r1", "utf-8")
    assert article.title.value == "A better title"
    assert article.lines == lines
    assert article.correction == corrected
    assert [len(article.blocks), len(article.notes)] == [1, 1]


CHANGE = Statement("date_bounds", "../2021-07-09", "updated-line", "Updated July 9, 2021", 3)


def test_a_page_was_written_between_what_it_tells_of_and_its_change() -> None:
    field = described_date(reading(BOUNDS, CHANGE, statements=(CRAWL,)))
    assert (field.value, field.basis) == ("2021-07-01/2021-07-09", "inferred")
    assert described_date(reading(CHANGE)).value == "../2021-07-09"


def test_what_a_page_looks_ahead_to_is_no_bound() -> None:
    later = replace(BOUNDS, value="2021-07-20/..")
    assert described_date(reading(later, CHANGE)).value == "../2021-07-09"


def test_a_source_stands_for_its_publisher_unless_the_curator_names_it() -> None:
    printed = Statement("source", "DW.COM", "copyright-line", "© DW.COM", 9)
    assert describe(reading(printed)).house == "Deutsche Welle"
    renamed = correction(source="DW Akademie")
    assert describe(reading(printed, correction=renamed)).house == ""


UNSURE = Statement("unsure_source", "The Courier", "known-name", "The Courier", 9)


def test_what_is_not_sure_enough_is_kept_beside_a_value_that_is_not_known() -> None:
    article = describe(reading(UNSURE))
    assert article.source == Field()
    assert article.unsure == (replace(UNSURE, field="source"),)


def test_what_is_not_sure_enough_goes_where_the_curator_spoke() -> None:
    of_folder = correction(source="The Herald")
    assert describe(reading(UNSURE, wider=(of_folder,))).unsure == ()


def test_a_day_that_is_not_sure_enough_is_kept_beside_inferred_bounds() -> None:
    day = replace(HEADER, field="unsure_date")
    article = describe(reading(BOUNDS, day))
    assert (article.date.value, article.unsure) == ("2021-07-01/..", (HEADER,))
