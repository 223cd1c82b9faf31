import pytest

from newsarchive.loading.decoding import Decoded, binary_kind, decode

LONG_RUSSIAN = "Правительство области сообщило о новых правилах для сельских школ. " * 6
LONG_CZECH = "Městská rada schválila stavbu nové knihovny a práce začnou příští rok na jaře. " * 12
LONG_JAPANESE = "市議会は新しい図書館の建設計画を承認し、来年の春に工事を始めると発表した。" * 6


def test_utf8_is_read_with_and_without_its_mark() -> None:
    assert decode("Größe".encode()) == Decoded("Größe", "utf-8")
    assert decode("Größe".encode("utf-8-sig")) == Decoded("Größe", "utf-8-sig")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    assert decode("Größe".encode(encoding)) == Decoded("Größe", encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["A plain line.\n", "Новая строка и ещё одна.\n"])
def test_utf16_without_a_mark_is_recognised(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text, encoding)


def test_a_declared_charset_is_believed_unless_the_bytes_are_utf8() -> None:
    assert decode("Größe".encode("cp1252"), declared="ISO-8859-1") == Decoded("Größe", "cp1252")
    assert decode("Größe".encode(), declared="ISO-8859-1") == Decoded("Größe", "utf-8")


@pytest.mark.parametrize(
    "declared", ["no-such-charset", "a\0b", "base64", "utf-8", "", "x" * 500, "é"]
)
def test_a_useless_declaration_does_no_harm(declared: str) -> None:
    assert decode(b"Gr\xf6\xdfe", declared=declared).text == "Größe"


def test_iso_2022_jp_is_read_where_it_is_declared() -> None:
    assert decode("新聞".encode("iso2022_jp"), declared="iso-2022-jp").text == "新聞"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (LONG_RUSSIAN, "cp1251"),
        (LONG_RUSSIAN, "koi8_r"),
        (LONG_CZECH, "cp1250"),
        (LONG_JAPANESE, "cp932"),
    ],
)
def test_an_undeclared_legacy_charset_is_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text, encoding)


def test_a_guess_from_few_bytes_is_flagged() -> None:
    decoded = decode("Er kam spät nach Hause, sagte er.".encode("cp1252"))
    assert decoded.text == "Er kam spät nach Hause, sagte er."
    assert decoded.flagged == "a guess from 1 non-ASCII byte"


def test_a_broken_byte_in_a_long_utf8_text_stays_a_broken_byte() -> None:
    raw = LONG_RUSSIAN.encode()[:-2] + b"\xd0"
    decoded = decode(raw)
    assert (decoded.encoding, decoded.text[-1]) == ("utf-8", "\ufffd")
    assert decoded.flagged == "1 broken byte sequence in utf-8"


def test_control_characters_stay_in_the_text() -> None:
    assert decode(b"a\x00b\x1b[0mc").text == "a\x00b\x1b[0mc"


@pytest.mark.parametrize("raw", [b"", b"\x00", b"\xff", b"\xff\xfe\x00", b"\x00\xd8" * 9])
def test_any_bytes_are_read_somehow(raw: bytes) -> None:
    assert isinstance(decode(raw).text, str)


def test_files_that_are_no_text_are_named() -> None:
    assert binary_kind(b"\x89PNG\r\n") == "a PNG picture"
    assert binary_kind(bytes(range(256)) * 4) == "binary data"
    assert binary_kind(b"A line with one\x00 NUL is text.") is None
    assert binary_kind(b"") is None
