from collections.abc import Mapping

from cited import citation
from newsarchive.citing import Citation
from newsarchive.pages.metadata import Crumb, LinkedData, Metadata, article_metadata
from newsarchive.rights import RightsStatement

CRUMBS = (
    Crumb("Port Archive", "https://port.example/"),
    Crumb("Harbour", "https://port.example/a/"),
)


NOTHING = RightsStatement("")


def described(cited: Citation, rights: RightsStatement = NOTHING) -> Metadata:
    return article_metadata(cited, description="It opened.", words=4, rights=rights, crumbs=CRUMBS)


def tags(metadata: Metadata) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in metadata.tags:
        found.setdefault(tag.name, []).append(tag.content)
    return found


def news_article(metadata: Metadata) -> LinkedData:
    return metadata.linked_data[0]


def zotero(metadata: Metadata) -> Mapping[str, str]:
    """Read a head as Zotero's Embedded Metadata does, as far as it decides type and publication.

    DC.type that names an item type wins over what citation_* and og:type make it guess; a
    citation_journal_title, or og:type=website, would win over DC.type. The publication is
    DC.source, then og:site_name. citation_* values replace those of Dublin Core.
    """
    said = {name.casefold(): values[0] for name, values in tags(metadata).items()}
    kind = said.get("dc.type", "webpage")
    if "citation_journal_title" in said:
        kind = "journalArticle"
    if said.get("og:type") == "website":
        kind = "webpage"
    return {
        "itemType": kind,
        "title": said.get("citation_title") or said["dc.title"],
        "publicationTitle": said.get("dc.source") or said.get("og:site_name", ""),
        "date": said.get("citation_publication_date") or said.get("dc.date", ""),
        "language": said.get("citation_language", ""),
        "url": said.get("citation_public_url", ""),
        "rights": said.get("dc.rights", ""),
    }


def test_zotero_takes_the_page_as_a_newspaper_article_of_the_original_paper() -> None:
    cited = citation("Harbour reopens", "Dana Reed", date="2021-07-19", section="World")
    assert zotero(described(cited, RightsStatement("In copyright"))) == {
        "itemType": "newspaperArticle",
        "title": "Harbour reopens",
        "publicationTitle": "Eastport Echo",
        "date": "2021/07/19",
        "language": "en",
        "url": "https://port.example/articles/harbour-reopens-01234567/",
        "rights": "In copyright",
    }


def test_the_archive_is_never_named_as_a_journal_or_a_site() -> None:
    names = set(tags(described(citation(date="2021"))))
    assert not names & {"citation_journal_title", "og:site_name"}


def test_each_author_has_a_tag() -> None:
    assert tags(described(citation("T", "Dana Reed", "Echo Staff")))["citation_author"] == [
        "Dana Reed",
        "Echo Staff",
    ]


def test_what_is_not_known_has_no_tag() -> None:
    cited = citation(publication="", language="", address="articles/a-0/")
    names = set(tags(described(cited)))
    assert names == {
        "DC.type",
        "DC.title",
        "citation_title",
        "og:type",
        "og:title",
        "og:description",
    }


def test_a_doubtful_date_is_told_where_doubt_can_be_told() -> None:
    metadata = described(citation(date="2021-07~"))
    assert tags(metadata)["DC.date"] == ["2021-07~"]
    assert "citation_publication_date" not in tags(metadata)
    assert "datePublished" not in news_article(metadata)


def test_a_month_is_a_month_to_programs_too() -> None:
    metadata = described(citation(date="2021-07"))
    assert tags(metadata)["citation_publication_date"] == ["2021/07"]
    assert news_article(metadata)["datePublished"] == "2021-07"
    assert "article:published_time" not in tags(metadata)


def test_an_inferred_interval_is_no_date_to_any_program() -> None:
    metadata = described(citation(bounds="2020-01-16/.."))
    assert not any("2020" in content for values in tags(metadata).values() for content in values)
    assert "datePublished" not in news_article(metadata)


def test_linked_data_names_the_paper_as_publisher_and_the_archive_as_where_it_lies() -> None:
    cited = citation("Harbour", "Dana Reed", "Echo Staff", original="https://echo.example/a")
    assert news_article(described(cited)) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Harbour",
        "author": [
            {"@type": "Person", "name": "Dana Reed"},
            {"@type": "Organization", "name": "Echo Staff"},
        ],
        "publisher": {"@type": "Organization", "name": "Eastport Echo"},
        "isPartOf": {"@type": "Periodical", "name": "Eastport Echo"},
        "inLanguage": "en",
        "wordCount": 4,
        "url": "https://echo.example/a",
        "archivedAt": "https://port.example/articles/harbour-reopens-01234567/",
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": "SHA-256",
            "value": "0123456789abcdef" * 4,
        },
    }


def test_only_what_grants_something_is_a_licence() -> None:
    licence = RightsStatement("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
    statement = RightsStatement("In copyright", "http://rightsstatements.org/vocab/InC/1.0/")
    assert news_article(described(citation(), licence))["license"] == licence.address
    assert news_article(described(citation(), statement))["usageInfo"] == statement.address
    assert news_article(described(citation(), RightsStatement("Ask.")))["copyrightNotice"] == "Ask."


def test_the_way_from_the_first_page_is_a_list_of_breadcrumbs() -> None:
    assert described(citation()).linked_data[1]["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Port Archive", "item": CRUMBS[0].address},
        {"@type": "ListItem", "position": 2, "name": "Harbour", "item": CRUMBS[1].address},
    ]
