"""What a publisher says of itself and of the text: what it sells, earns and disclaims."""

import pytest

from ruled import amid, labels, page


@pytest.mark.parametrize(
    "text", ["Ann Name can be reached at ann@courier.example.", "Reach her on Poolside."]
)
def test_how_to_write_to_the_author_is_told_below_the_article_alone(text: str) -> None:
    label = "boilerplate by how-to-reach-the-author"
    prose = "¶ The pool will stay open, the mayor said on Monday.\n" * 3
    assert labels(page(f"{prose}¶ {text}"))[text] == label
    assert labels(page(f"¶ {text}\n{prose}")) == {}


@pytest.mark.parametrize(
    "text",
    [
        "© 2000-2021 The Courier. No part may be used without a link.",
        "Copyright The Courier. All rights reserved. No part may be used.",
        "© Riproduzione riservata",
        "This work is licensed under a Creative Commons licence.",
        "Copyright The Courier.",
        '"The Courier" and "Courier" are registered trademarks of Courier Papers Limited.',
    ],
)
def test_a_claim_of_rights_that_passes_for_the_text_is_none_of_it(text: str) -> None:
    read = page(f"¶ The pool will stay open, the mayor said on Monday.\n¶ {text}")
    assert labels(read)[text].startswith("boilerplate by ")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("For only R75 per month you get journalism you can trust.", "appeal-for-support"),
        ("Unterstützen Sie unabhängigen Journalismus, damit wir bleiben.", "appeal-for-support"),
        ("Our journalism is free as readers like you pay for it.", "appeal-for-support"),
        ("We need your help. Become a member for only $5 a month.", "appeal-for-support"),
        ("Papers report on what was found. We need your financial support.", "appeal-for-support"),
        ("A. Name et al. 2023. A snail of the Oligocene. doi: 10.1234/a.5", "study-cited"),
        ("The Courier may get a commission from retail offers.", "commission-on-links"),
    ],
)
def test_what_a_publisher_says_of_its_work_and_its_sources_is_no_text(text: str, rule: str) -> None:
    prose = "¶ The pool will stay open, the mayor said on Monday."
    assert labels(page(f"{prose}\n¶ {text}\n{prose}")) == {text: f"boilerplate by {rule}"}


def test_what_somebody_says_of_journalism_is_the_article_s() -> None:
    said = "“You must support journalism,” she told us at the pool."
    assert labels(page(f"¶ The pool will stay open.\n¶ {said}\n¶ It is warm.")) == {}


@pytest.mark.parametrize(
    "text",
    [
        "This article is more than 4 years old",
        "Artikkelen er mer enn to år gammel.",
        "This is an archived article and the information in it may be outdated.",
    ],
)
def test_a_warning_of_the_article_s_age_is_no_text(text: str) -> None:
    prose = "¶ The pool will stay open, the mayor said on Monday."
    assert labels(page(f"{prose}\n¶ {text}\n{prose}")) == {
        text: "boilerplate by age-of-the-article"
    }


def test_a_notice_of_rights_in_sentences_is_none_of_news_in_brief() -> None:
    rights = "Copyright 2023 Port Media. This material may not be published or rewritten."
    read = page(f"¶ The pool will stay open, the mayor said on Monday.\n{rights}")
    assert labels(read)[rights] == "boilerplate by claim-of-rights"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("All about pools, every Friday to your inbox.", "boilerplate by newsletter-offer"),
        ("ニュースレターの登録に失敗しました。", "boilerplate by newsletter-offer"),
        ("Poolside bringt das Neueste direkt in Ihr Postfach.", "boilerplate by newsletter-offer"),
        (
            "If you buy by our links, Poolside may earn a commission.",
            "boilerplate by commission-on-links",
        ),
        ("This story contains affiliate links.", "boilerplate by commission-on-links"),
        ("All this is for informational purposes only.", "boilerplate by disclaimer"),
        ("This email and its attachments are confidential.", "boilerplate by disclaimer"),
        ("Diese E-Mail ist vertraulich.", "boilerplate by disclaimer"),
        (
            "Leserkommentare geben nicht die Meinung der Redaktion wieder.",
            "boilerplate by disclaimer",
        ),
        ("It is not intended as medical advice to swimmers.", "boilerplate by disclaimer"),
        (
            "The views expressed here are the author's and not necessarily those of the paper.",
            "boilerplate by disclaimer",
        ),
        ("This is a breaking news story - more to follow", "boilerplate by more-to-follow"),
        ("Diese Meldung wird laufend aktualisiert.", "boilerplate by more-to-follow"),
    ],
)
def test_what_a_publisher_says_of_itself_amid_the_text_is_not_of_it(text: str, label: str) -> None:
    assert labels(amid(text)) == {text: label}
