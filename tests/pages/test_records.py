from newsarchive.pages.records import records_of
from newsarchive.settings.schema import Settings
from samples import article, stated


def test_a_record_has_the_article_s_own_rights_and_its_whole_address() -> None:
    site = Settings(url="https://port.example")
    (record,) = records_of([article(rights=stated("Free."))], site)
    assert record.rights.text == "Free."
    assert record.citation.address.startswith("https://port.example/articles/harbour-reopens-")
