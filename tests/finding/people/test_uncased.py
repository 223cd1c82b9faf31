"""Who signs in scripts without capitals."""

import pytest

from newsarchive.finding.people.uncased import family_names, signed_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("기자명 홍길동 선임기자", ["홍길동"]),
        ("홍길동 기자 hong@example.org", ["홍길동"]),
        ("글 홍길동", ["홍길동"]),
        ("記者王小明／台北報導", ["王小明"]),
        ("本报记者 王小明 李强", ["王小明", "李强"]),
        ("文／王小明", ["王小明"]),
        ("著者：山田太郎", ["山田太郎"]),
        ("取材・文＝佐藤花子", ["佐藤花子"]),
        ("[山田太郎，ITmedia]", ["山田太郎"]),
        ("（佐藤花子）", ["佐藤花子"]),
        ("（佐々木健）", ["佐々木健"]),
        ("بقلم: أحمد علي", ["أحمد علي"]),
        ("نویسنده: علی رضایی", ["علی رضایی"]),
        ("लेखक: राम कुमार", ["राम कुमार"]),
        ("โดย สมชาย ใจดี", ["สมชาย ใจดี"]),
        ("ავტორი: გიორგი ბერიძე", ["გიორგი ბერიძე"]),
    ],
)
def test_a_line_says_who_wrote(text: str, names: list[str]) -> None:
    assert signed_names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        *("현장 기자", "본지 기자", "記者会見を開いた", "记者从会上获悉", "责任编辑：王小明"),
        *("国際2025年1月13日", "山口県2025年1月13日", "财经2017-03-01", "（東京都）", "文部科学省"),
    ],
)
def test_a_line_that_names_nobody_gives_none(text: str) -> None:
    assert signed_names(text) == []


def test_the_names_of_families_are_each_there_once() -> None:
    assert len(family_names()) > 700
