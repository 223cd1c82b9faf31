from newsarchive.archive import Archive, archive_of
from newsarchive.archive.names import shared_names
from newsarchive.archive.overviews import overview_of
from newsarchive.names import Clue, Name
from newsarchive.pages.names import Mention, names_of_article, names_of_kind_view, names_view
from samples import entry


def name(text: str, clue: str) -> Name:
    return Name(text, (1,), clues=(Clue(clue, 1),))


def archive() -> Archive:
    tarn, moor = name("Peter al-Tarn", "title-before"), name("Anna Moor", "title-before")
    port = name("Port Carrow", "place-word")
    named = {"a": (tarn, moor, port), "b": (tarn,), "c": (moor,)}
    return archive_of(
        map(entry, named),
        lambda entries: shared_names([(entry, named[entry.title]) for entry in entries], 1),
    )


def test_kinds_are_shown_with_how_many_they_are_and_those_most_named() -> None:
    view = names_view(overview_of(archive()), 1)
    assert [(kind.kind, kind.link.href, kind.link.count) for kind in view.kinds] == [
        ("person", "../names/people/index.html", 2),
        ("place", "../names/places/index.html", 1),
    ]
    assert [(link.text, link.count) for link in view.kinds[0].most] == [
        ("Anna Moor", 2),
        ("Peter al-Tarn", 2),
    ]


def test_people_are_filed_under_the_last_word_of_their_name() -> None:
    view = names_of_kind_view(overview_of(archive()), "person")
    assert [(letter.letter, letter.names[0].text) for letter in view.letters] == [
        ("M", "Anna Moor"),
        ("T", "Peter al-Tarn"),
    ]
    assert names_of_kind_view(overview_of(archive()), "place").letters[0].letter == "P"


def test_an_article_lists_its_names_by_kind() -> None:
    mentions = [Mention(named.name, named.slug, named.kind) for named in archive().names]
    groups = names_of_article(mentions, "articles/a/")
    assert [(group.kind, [link.text for link in group.names]) for group in groups] == [
        ("person", ["Anna Moor", "Peter al-Tarn"]),
        ("place", ["Port Carrow"]),
    ]
    assert groups[1].names[0].href == "../../names/port-carrow/index.html"
