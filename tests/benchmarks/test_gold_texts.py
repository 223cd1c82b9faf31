from typing import Any

from gold_texts import kept_texts


def gold(number: int, **said: object) -> dict[str, Any]:
    body = [{"t": "p", "x": f"The pool {number} will stay open."}, {"t": "p", "x": "So said she."}]
    return {
        "id": str(number),
        "lang": "de",
        "title": f"Pool {number} to Stay Open",
        "authors": ["Ann Name", "Bo Roe"],
        "date": "2021-07-19",
        "lead": None,
        "body": body,
        "score": {"title": True, "body": True},
        **said,
    }


def test_an_article_is_kept_as_its_title_who_wrote_it_its_day_and_its_paragraphs() -> None:
    ((told, text),) = kept_texts([gold(0)])
    assert text == (
        "Pool 0 to Stay Open\nAnn Name, Bo Roe\n2021-07-19\n"
        "The pool 0 will stay open.\nSo said she.\n"
    )
    assert (told["title_in"], told["date_in"], told["author_in"]) == (
        {"kept": "line"},
        {"kept": "full"},
        {"kept": True},
    )


def test_the_next_articles_are_kept_in_other_ways() -> None:
    texts = [
        text for _, text in kept_texts([gold(n, lead="It is warm.", lang="en") for n in range(5)])
    ]
    assert texts[1].startswith("Pool 1 to Stay Open\n\nIt is warm.\n\nBy Ann Name, Bo Roe\n\n2021")
    assert texts[3].startswith("Pool 3 to Stay Open\n\nIt is warm.\n\n2021-07-19\n\nAnn Name, Bo")
    assert "2021" not in texts[4]


def test_an_article_whose_title_is_not_sound_is_left_out() -> None:
    assert kept_texts([gold(0, score={"title": False, "body": True})]) == []
