from newsarchive.pages.sitemaps import Address, SitemapView, sitemaps

SITE = "https://port.example"


def addresses(number: int) -> list[Address]:
    return [Address(f"{SITE}/{i}/") for i in range(number)]


def test_fifty_thousand_pages_stand_in_one_sitemap() -> None:
    many = addresses(50_000)
    assert list(sitemaps(many, SITE)) == [("sitemap.xml", "sitemap.xml", SitemapView(tuple(many)))]


def test_more_are_split_and_an_index_names_the_parts() -> None:
    many = addresses(100_001)
    *parts, index = sitemaps(many, SITE)
    assert [url for url, _, _ in parts] == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert [page for _, _, view in parts for page in view.addresses] == many
    assert index == (
        "sitemap.xml",
        "sitemap-index.xml",
        SitemapView(tuple(Address(f"{SITE}/sitemap-{i}.xml") for i in (1, 2, 3))),
    )
