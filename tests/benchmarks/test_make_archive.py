"""Articles are made up the same way each time: what was measured can be measured again."""

from hashlib import sha256

from make_archive import made_article, raw_text


def test_the_same_number_gives_the_same_bytes() -> None:
    texts = "".join(raw_text(made_article(number)) for number in (0, 1, 999))
    assert (
        sha256(texts.encode()).hexdigest()
        == "b1579967ffe01236ddc8bd95734573b6a5dd79b912e1f7b28920ec26327e17c0"
    )


def test_an_article_s_raw_text_holds_what_its_source_prints_and_all_that_is_known_of_it() -> None:
    article = made_article(7)
    text = raw_text(article)
    for part in (article.title, article.author, *article.paragraphs, *article.source.forms):
        assert part in text
