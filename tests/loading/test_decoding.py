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
    assert decoded.flagged == "1 part is no UTF-8 but cp1252 or broken, from line 1 on"


def test_lines_that_were_pasted_from_another_encoding_are_read_in_it() -> None:
    lines = [
        "“So geht’s”, sagt er.",
        "Größe, Straße – für 5 €",
        "Schön wär’s.",
        "Die Kräfte fehlen",
    ]
    encodings = ("utf-8", "cp1252", "utf-8", "utf-8")
    raw = b"\n".join(line.encode(one) for line, one in zip(lines, encodings, strict=True))
    flagged = "6 parts are no UTF-8 but cp1252 or broken, from line 2 on"
    for declared in (None, "iso-8859-1"):
        assert decode(raw, declared) == Decoded("\n".join(lines), "utf-8", flagged)
    marked = b"\xef\xbb\xbf" + raw
    assert decode(marked) == Decoded("\n".join(lines), "utf-8-sig", flagged)


def test_a_character_that_is_cut_in_a_latin_text_is_not_read_as_another() -> None:
    raw = "L’été à “Évian” – déjà".encode()
    damaged = raw.replace("à “".encode(), b"\xc3 \xe2\x80").removesuffix(b"\xa0")
    assert decode(damaged).text == "L’été \ufffd \ufffdÉvian” – déj\ufffd"


@pytest.mark.parametrize("size", [8, 20, 240])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("คณะรัฐมนตรีอนุมัติการก่อสร้างห้องสมุดแห่งใหม่ เกษตรกรภาคเหนือ" * 4, "tis_620"),
        ("市议会批准了新图书馆的建设计划,联通公司表示居民可以查阅。" * 9, "gb18030"),
        (LONG_JAPANESE + "カタカナ", "euc_jp"),
        ("« CAFÉ» “FRÉJUS À” Désolé… “ÉVALUÉ” à l’école" * 6, "cp1252"),
    ],
)
def test_what_is_utf8_in_few_places_by_chance_is_not_utf8(
    text: str, encoding: str, size: int
) -> None:
    assert decode(text[:size].encode(encoding), encoding).text == text[:size]


def test_signs_in_two_halves_of_three_bytes_are_read_and_halves_alone_are_not() -> None:
    halves = bytes.fromhex("eda0bdedb882")
    assert decode(b"The caf\xc3\xa9 " + halves) == Decoded("The café 😂", "cesu-8")
    assert decode("Das Café ".encode() * 9 + halves[:3]).flagged is not None


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
