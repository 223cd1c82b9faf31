"""Paragraphs that were broken at a fixed width."""

from newsarchive.body import Paragraph
from newsarchive.cleaning import clean
from newsarchive.cleaning.lines import split_lines
from newsarchive.cleaning.wrapping import whole_lines
from newsarchive.describing import describe
from newsarchive.model import Article, Correction, Document

WRAPPED = """Council votes to close the old bridge for nine weeks

By Ann Lee
19 July 2021

The council voted on Tuesday to close the bridge for nine weeks, after re-
pairs to its northern pier had been put off twice. "We had no choice," the
mayor said, and would not say more.

Residents on both sides of the river will have to take the ferry, which
runs every twenty minutes from six in the morning until midnight. The fare
is two dollars. At night there will be a bus, said Mary Hale of Eastport
Lines, which runs both.

"Nobody asked us," said Peter Moss, who owns a shop on the eastern quay. He
expects to lose half of his customers.
"""
WHOLE = """
The council voted on Tuesday to close the bridge for nine weeks, after repairs to its northern \
pier had been put off twice. "We had no choice," the mayor said, and would not say more.
Residents on both sides of the river will have to take the ferry, which runs every twenty minutes \
from six in the morning until midnight. The fare is two dollars. At night there will be a bus, \
said Mary Hale of Eastport Lines, which runs both.
"Nobody asked us," said Peter Moss, who owns a shop on the eastern quay. He expects to lose half \
of his customers.
"""
HEADLINES = """Storm closes the harbour of Eastport for a week
Mayor of Weston opens the new school on the hill
Fog holds up the ferries on the river for a day
Council votes on the bridge and the road to Ness
"""


COLUMN = """LE COURRIER DU NORD
Lundi 19 Juillet 1937.

CITY HALL FIRE
ROUTS OFFICES
OF TWO BUREAUS

   Fire that started in a pile of old
records in the basement of the City
Hall drove eighty clerks into the
street yesterday afternoon and de-
stroyed the files of two bureaus.
   Chief Thomas Orr of the fire de-
partment said that the loss would
be about $12,000. Nobody was hurt.
   Mayor Ellis ordered an inquiry.
"""


def runs(text: str) -> list[list[int]]:
    """Give the numbers of the lines of each paragraph that stands on several."""
    whole = whole_lines(split_lines(text))
    return [list(line.numbers) for line in whole if line.rows > 1]


def test_a_paragraph_goes_on_while_the_next_word_would_not_have_fitted() -> None:
    assert runs(WRAPPED) == [[6, 7, 8], [10, 11, 12, 13], [15, 16]]


def test_a_line_that_had_room_for_the_next_word_ends_its_paragraph() -> None:
    text = WRAPPED.replace("would not say more.\n\nResidents", "would not say more.\nResidents")
    assert runs(text) == [[6, 7, 8], [9, 10, 11, 12], [14, 15]]


def test_headlines_of_like_length_are_no_paragraph() -> None:
    assert runs(HEADLINES) == []


def test_a_column_of_print_has_paragraphs_where_its_lines_are_indented() -> None:
    assert runs(COLUMN) == [[4, 5, 6], [8, 9, 10, 11, 12], [13, 14, 15]]


def test_a_headline_in_capitals_is_one_but_no_line_with_a_year() -> None:
    assert runs(COLUMN.replace("ROUTS", "OF 1937 ROUTS"))[0] == [8, 9, 10, 11, 12]
    assert runs(COLUMN.replace("FIRE\n", "FIRE.\n"))[0] == [5, 6]


def test_a_headline_in_small_letters_is_one_if_a_sentence_goes_on_in_it() -> None:
    deck = ["Blaze Starts in Basement", "and Is Put Out After", "Three Hours"]
    column = COLUMN.replace("CITY HALL FIRE\nROUTS OFFICES\nOF TWO BUREAUS", "\n".join(deck))
    assert runs(column)[0] == [4, 5, 6]
    assert runs(column.replace("Three Hours", "By Ann Lee"))[0] == [4, 5]
    needed = "Street Lights Are Needed\nOn Harbor Avenue, Writer Says"
    assert runs(COLUMN.replace("CITY HALL FIRE\nROUTS OFFICES\nOF TWO BUREAUS", needed))[0] == [
        4,
        5,
    ]


def test_a_page_that_mostly_has_its_lines_as_they_were_is_left_alone() -> None:
    whole = "The council has voted on the bridge and the road, and on all else that was left. "
    assert runs(COLUMN + "\n" + whole * 10) == []


def test_lines_broken_at_links_are_not_of_one_width() -> None:
    pieces = [
        "The council",
        "of the town voted on Tuesday to close",
        "the bridge",
        "for nine weeks,",
    ]
    assert runs("\n".join([*pieces, "after its northern pier was not repaired"])) == []


def test_paragraphs_on_a_line_each_are_as_they_were() -> None:
    assert runs("\n".join(f"{'A word and another. ' * 20}{n}." for n in range(9))) == []
    assert runs("") == []


def read(text: str) -> Article:
    document = Document(path="wrapped.txt", sha256="0" * 64, encoding="utf-8", text=text)
    (reading,) = clean([document])
    return describe(reading)


def test_the_article_has_its_paragraphs_whole() -> None:
    article = read(WRAPPED)
    whole = [block.text for block in article.blocks if isinstance(block, Paragraph)]
    assert whole == WHOLE.strip().split("\n")


TITLE = "Council votes to close the old bridge for nine weeks"


def test_a_title_that_was_broken_is_whole_and_each_of_its_lines_says_so() -> None:
    long = f"{TITLE} after re-\npairs to its northern pier had been put off"
    article = read(WRAPPED.replace(TITLE, long))
    assert article.title.value == long.replace("re-\n", "re")
    assert [evidence.line for evidence in article.title.evidence] == [1, 2]
    assert [line.label for line in article.lines[:3]] == ["title", "title", "byline"]


def test_a_line_below_a_full_title_that_states_something_else_is_none_of_it() -> None:
    full = f"{TITLE}, after all was put off"
    article = read(WRAPPED.replace(f"{TITLE}\n\nBy Ann Lee\n", f"{full}\nBy Ann Lee\n\n"))
    assert (article.title.value, article.authors.value) == (full, ("Ann Lee",))


def test_the_curator_s_word_on_one_line_of_a_paragraph_holds_for_that_line() -> None:
    correction = Correction(path="a.yaml", why="It is one.", labels={8: "caption"})
    document = Document(
        path="a.txt", sha256="0" * 64, encoding="utf-8", text=COLUMN, correction=correction
    )
    (reading,) = clean([document])
    labels = {line.number: line.label for line in reading.lines}
    assert [labels[number] for number in (8, 9, 10, 11, 12)] == ["caption", *["body"] * 4]


def test_a_list_in_small_letters_has_room_at_its_lines_ends() -> None:
    things = [
        "a large spoonful of olive oil",
        "a bit of dried wild thyme",
        "a clove of fresh garlic",
    ]
    more = ["a good pinch of sea salt", "a litre of stock of fish heads", "a slice of rye bread"]
    assert runs("\n".join([*things, *more])) == []


def test_a_head_in_capitals_goes_on_with_no_title_below_it() -> None:
    head, title = "THE PORT POST, MONDAY 19 JULY, P 3", "Pier to be closed from August until"
    column = COLUMN.partition("CITY HALL")[2].partition("\n\n")[2]
    assert runs(f"{head}\n{title}\nthe herring come\n{column}")[0] == [2, 3]


def test_the_text_of_a_record_is_whole_where_all_its_lines_are_full() -> None:
    text = (
        "Im Juli ist Japans wirtschaftliche Erholung leicht ins Stocken geraten. Die\n"
        "Arbeitslosenrate stieg überraschend um 0,1 Punkte auf 4,7 %. Die Zahl der\n"
        "Arbeitslosen erhöhte sich um 50 000 auf 2,92 Millionen. Gleichzeitig gingen die\n"
        "Verbraucherausgaben, die 60 % der Wirtschaftsleistung ausmachen, um real 2,1 %\n"
        "Zurück."
    )
    lines = split_lines(f"SPRACHE: GERMAN\n\n{text}")
    assert [line.text for line in whole_lines(lines, {1})][1:] == [text.replace("\n", " ")]
    assert whole_lines(lines) == lines, "of any other text it may be a list"


def test_a_point_of_a_list_goes_on_with_no_line_above_it() -> None:
    (name, home, news, *_) = whole_lines(split_lines(f"The Courier\n* Home\n* News\n\n{WRAPPED}"))
    assert (name.text, home.text, news.text) == ("The Courier", "* Home", "* News")
