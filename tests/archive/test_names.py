from newsarchive.archive import Entry
from newsarchive.archive.names import Named, names_by_entry, other_slugs, shared_names
from newsarchive.body import Paragraph
from newsarchive.names import Name
from newsarchive.naming import names_in
from samples import entry, labelled


def article(title: str, text: str) -> tuple[Entry, tuple[Name, ...]]:
    names = names_in([Paragraph(text, (1,))], labelled(("body", text)), "en")
    return entry(title), names


def shared(*texts: str, least: int = 1) -> dict[str, Named]:
    entries = [article(str(number), text) for number, text in enumerate(texts)]
    return {named.name: named for named in shared_names(entries, least)}


def test_a_known_name_is_shown_as_the_sites_language_spells_it() -> None:
    def names_of(language: str) -> list[tuple[str, tuple[str, ...]]]:
        texts = [
            ("de", "Sie kam aus Österreich."),
            ("de", "Nach Österreich."),
            ("fr", "En Autriche."),
        ]
        found = [
            (entry(text, language=spoken), names_in([Paragraph(text, (1,))], [], spoken))
            for spoken, text in texts
        ]
        return [(one.name, one.spellings) for one in shared_names(found, 2, language)]

    assert names_of("de-AT") == [("Österreich", ("Autriche",))]
    assert names_of("es") == [("Austria", ("Österreich", "Autriche"))]


def test_a_name_must_stand_in_enough_articles() -> None:
    texts = ("They met in Baghdad and Paris.", "They left Baghdad.")
    assert list(shared(*texts, least=2)) == ["Baghdad"]
    assert shared(*texts, least=0) == {}


def test_a_name_whose_kind_nothing_tells_is_left_out() -> None:
    assert shared("It was about Tarn then.", "It was about Tarn again.") == {}


def test_what_several_articles_say_tells_a_kind() -> None:
    weak = ("They met in Tarn then.", "They met in Tarn again.", "It was near Tarn.")
    assert shared(*weak[:2]) == {}
    assert shared(*weak)["Tarn"].kind == "place"
    found = shared("They met in Tarn then.", "The road to Tarn province is shut.")
    assert found["Tarn"].kind == "place"


def test_a_clue_in_few_of_many_articles_tells_no_kind() -> None:
    few = ("They met in Tarn then.", "They met in Tarn again.", "It was near Tarn.")
    assert shared(*few, *[f"It was about Tarn {number} times." for number in range(12)])
    assert not shared(*few, *[f"It was about Tarn {number} times." for number in range(13)])


def test_a_name_that_could_be_two_things_is_left_out() -> None:
    assert shared("There was a Tarn militia in Tarn province.") == {}


def test_a_capital_that_stands_only_at_the_beginning_of_sentences_makes_no_name() -> None:
    assert shared("Tarn province is far.", "Tarn province is near.") == {}
    found = shared("Tarn province is far.", "He left Tarn province.")
    assert len(found["Tarn"].entries) == 2


def test_a_word_that_opens_a_sentence_brings_no_other_article_under_its_name() -> None:
    assert shared("Cheaper Design is good.", "He met Prof. Design there.", least=2) == {}


def test_a_surname_that_is_also_a_firm_stays_two_names() -> None:
    (found,) = shared("Raymond Ford came.", "He bought a Ford there.").values()
    assert (found.name, found.spellings, found.count) == ("Raymond Ford", (), 1)


def test_a_frequent_given_name_tells_a_person_where_two_articles_have_it() -> None:
    one, two = "They met Gwyneth Tarn there.", "He saw Gwyneth Tarn here."
    assert shared(one) == {}
    assert shared(one, two)["Gwyneth Tarn"].kind == "person"


def test_a_surname_is_the_person_whom_its_article_names_whole() -> None:
    found = shared(
        "They met Gen. Peter Marlow. He heard Marlow say so.",
        "They met Gen. Anna Marlow. He heard Marlow say so.",
    )
    assert {name: named.spellings for name, named in found.items()} == {
        "Anna Marlow": ("Marlow",),
        "Peter Marlow": ("Marlow",),
    }


def test_a_surname_of_two_people_in_one_article_is_neither() -> None:
    found = shared("They met Gen. Peter Marlow and Gen. Anna Marlow. He heard Marlow say so.")
    assert [named.spellings for named in found.values()] == [(), ()]


def test_a_title_and_a_surname_mean_the_only_one_whom_the_archive_names_whole() -> None:
    found = shared("They met Gen. Peter Marlow.", "They met General Marlow.", "He was like Marlow.")
    assert [e.title for e in found["Peter Marlow"].entries] == ["0", "1"]


def test_an_arab_surname_is_one_with_and_without_its_article() -> None:
    found = shared("They met Gen. Omar al-Tarif. What al-Tarif said, Tarif wrote.")
    assert found["Omar al-Tarif"].spellings == ("Tarif", "al-Tarif")


def test_names_that_a_text_equates_are_one_with_the_line_that_says_so() -> None:
    found = shared(
        "He left the Green River Institute (GRI) or Casa Verde, he said.",
        "He was at the GRI.",
        "He was at Casa Verde.",
    )
    named = found["Green River Institute"]
    assert (named.kind, len(named.entries)) == ("organisation", 3)
    assert named.spellings == ("Casa Verde", "GRI")
    assert [(s.alias.text, s.alias.line, s.entry.title) for s in named.stated] == [
        ("Casa Verde", 1, "0"),
        ("GRI", 1, "0"),
    ]


def test_an_abbreviation_of_two_names_is_neither() -> None:
    found = shared(
        "He left the Green River Institute (GRI) then.",
        "He left the Grand Rail Institute (GRI) then.",
        "He was at the GRI.",
    )
    assert {name: len(named.entries) for name, named in found.items()} == {
        "Grand Rail Institute": 1,
        "Green River Institute": 1,
    }


def test_spellings_that_differ_in_marks_and_doubled_consonants_are_one() -> None:
    found = shared("They met Gen. Qassem Dari’i.", "They met Gen. Qasem Darii.")
    assert [named.spellings for named in found.values()] == [("Qassem Dari'i",)]


def test_a_known_name_is_one_with_its_other_spellings() -> None:
    found = shared("They came from the US.", "They came from the United States.")
    assert found["United States"].spellings == ("US",)


def test_names_are_given_by_article_and_in_the_order_of_their_addresses() -> None:
    entries = [article("a", "They met in Paris and Baghdad."), article("b", "They met there.")]
    names = shared_names(entries, 1)
    assert [named.slug for named in names] == ["baghdad", "paris"]
    by_entry = names_by_entry(names)
    assert [named.name for named in by_entry[entries[0][0].sha256]] == ["Baghdad", "Paris"]
    assert entries[1][0].sha256 not in by_entry


def test_the_order_of_articles_changes_no_name() -> None:
    texts = ["He left the Green River Institute (GRI).", "He was at the GRI.", "They met in Paris."]
    entries = [article(str(number), text) for number, text in enumerate(texts)]

    def kinds(some: list[tuple[Entry, tuple[Name, ...]]]) -> list[tuple[str, str, tuple[str, ...]]]:
        return [(named.name, named.kind, named.spellings) for named in shared_names(some, 1)]

    assert kinds(entries) == kinds(entries[::-1])


def test_addresses_that_lead_on_are_in_their_order_whatever_the_seed_of_hashes() -> None:
    spellings = tuple(f"Institute {letter}" for letter in "zyxwvutsrq")
    named = Named(
        name="Institute",
        slug="institute",
        kind="organisation",
        spellings=spellings,
        stated=(),
        entries=(),
    )
    assert list(other_slugs([named])) == [f"institute-{letter}" for letter in "qrstuvwxyz"]


def test_what_stands_in_too_few_articles_changes_no_other_name() -> None:
    texts = (
        "Prime Minister Ann Hale spoke in Baghdad. Hale said so.",
        "Minister Hale left Baghdad with the Popular Mobilization Units (PMU).",
        "The PMU met President Bo Reed. Reed is of Tarn province.",
        "President Reed flew to Paris, to Minister Cy Hale.",
        "The road to Tarn province is shut, said Fog Ltd.",
    )
    every = shared(*texts)
    assert {name for name, one in every.items() if one.count == 1} > {"Paris"}
    assert shared(*texts, least=2) == {n: one for n, one in every.items() if one.count > 1}
