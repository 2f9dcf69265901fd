"""Charsets: what was declared, what the bytes are, and which of the two is believed."""

from __future__ import annotations

import codecs

import pytest

from onrecord.extract.decode import codec, decode, is_binary

SENTENCE = "Señora Peña’s café – “open” – costs 4 €"
JAPANESE = "港の再開は火曜日に決まった。議長は「毎日渡る人々のためだ」と述べた。"


@pytest.mark.parametrize(
    ("data", "charset", "expected"),
    [
        pytest.param(SENTENCE.encode(), "", SENTENCE, id="utf-8 undeclared"),
        pytest.param(codecs.BOM_UTF8 + SENTENCE.encode(), "latin-1", SENTENCE, id="mark before transport"),
        pytest.param(codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"), "", SENTENCE, id="utf-16 with mark"),
        pytest.param(f"<html>{SENTENCE}".encode("utf-16-be"), "", f"<html>{SENTENCE}", id="utf-16 without mark"),
        pytest.param(SENTENCE.encode("cp1252"), "iso-8859-1", SENTENCE, id="latin-1 means windows-1252"),
        pytest.param(SENTENCE.encode("cp1252"), "us-ascii", SENTENCE, id="ascii means windows-1252"),
        pytest.param(SENTENCE.encode(), "iso-8859-1", SENTENCE, id="utf-8 declared latin-1"),
        pytest.param(SENTENCE.encode(), "us-ascii", SENTENCE, id="utf-8 declared ascii"),
        pytest.param(JAPANESE.encode("shift_jis"), "Shift_JIS", JAPANESE, id="shift_jis by transport"),
        pytest.param(
            f'<meta charset="euc-jp">{JAPANESE}'.encode("euc_jp"),
            "",
            f'<meta charset="euc-jp">{JAPANESE}',
            id="euc-jp by meta",
        ),
        pytest.param(
            f'<meta charset="x-sjis">{JAPANESE}'.encode("cp932"),
            "utf-8",
            f'<meta charset="x-sjis">{JAPANESE}',
            id="wrong transport, right meta",
        ),
        pytest.param(JAPANESE.encode("iso2022_jp"), "iso-2022-jp", JAPANESE, id="seven-bit japanese"),
        pytest.param("港口重新開放".encode("big5"), "big5", "港口重新開放", id="big5"),
        pytest.param("港口重新开放，€".encode("gb18030"), "gb2312", "港口重新开放，€", id="gb2312 means gb18030"),
        pytest.param(b"caf\xc3\xa9 \xe2\x80\x9copen\xe2\x80\x9d 10\xff", "utf-8", "café “open” 10�", id="one bad byte"),
        pytest.param(b"<p>caf\xe9 \x93open\x94", "utf-8", "<p>café “open”", id="windows-1252 declared utf-8"),
        pytest.param(b"a\x00b\x08c", "", "abc", id="nul and controls"),
        pytest.param(SENTENCE.encode(), "no-such-charset", SENTENCE, id="unknown label"),
        pytest.param(b"2 + 2 \x5cu0041", "unicode_escape", "2 + 2 \\u0041", id="a codec that the web does not know"),
    ],
)
def test_decodes(data: bytes, charset: str, expected: str) -> None:
    assert decode(data, charset=charset) == expected


def test_undeclared_legacy_text_is_recognised_by_a_sample_wherever_it_stands() -> None:
    russian = "Совет города решил во вторник снова открыть причал, закрытый после зимних штормов. " * 20
    script = "<script>" + "var boats = 2; " * 2000 + "</script>"
    for text in (russian, script + russian + script):
        assert decode(text.encode("cp1251")) == text


def test_one_stray_byte_before_a_megabyte_of_script() -> None:
    script = "<script>" + "var boats = 2; " * 70_000 + "</script>"
    assert decode(b"<p>caf\xe9</p>" + script.encode()) == "<p>café</p>" + script
    assert decode(script.encode() + b"<p>caf\xe9</p>") == script + "<p>café</p>"


def test_the_language_decides_between_the_charsets_of_europe() -> None:
    french = (
        '<html lang="fr"><p>' + "Le conseil a décidé d’ouvrir la cale ; « c’était nécessaire », a déclaré la mère. " * 9
    )
    assert decode(french.encode("cp1252")) == french
    czech = '<html lang="cs"><p>' + "Rada města se v úterý rozhodla otevřít přístaviště, řekla to Žofie Čápová. " * 9
    assert decode(czech.encode("cp1250")) == czech


def test_meta_charset_counts_within_the_first_four_kilobytes_only() -> None:
    near = b"<script>" + b" " * 3000 + b'</script><meta charset="cp1251">' + "причал".encode("cp1251")
    assert decode(near).endswith("причал")


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("LATIN1", "cp1252"),
        ("utf8", "utf-8"),
        ('"UTF-8"', "utf-8"),
        ("ks_c_5601-1987", "cp949"),
        ("utf-7", ""),
        ("rot13", ""),
        ("idna", ""),
    ],
)
def test_labels(label: str, name: str) -> None:
    assert codec(label) == name


def test_binary_data_is_told_from_text() -> None:
    assert is_binary(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    assert is_binary(b"%PDF-1.7\n1 0 obj")
    assert not is_binary(JAPANESE.encode("iso2022_jp"))
    assert not is_binary("<html>".encode("utf-16-le") * 20)
    assert not is_binary(SENTENCE.encode("cp1252") + b"\0" * 200)
