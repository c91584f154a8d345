"""Bytes to text: what each encoding gives, and what is refused with its line."""

import codecs

import pytest

from data.intake.encoding import decode
from errors import DataError

TEXT = "Kabupaten;Cakupan\nToli-Toli – é;75,5\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_one_text_comes_out_of_every_encoding(content, encoding):
    decoded = decode("a.csv", content)
    assert (decoded.text, decoded.encoding) == (TEXT, encoding)


def test_the_analyst_may_know_better():
    assert decode("a.csv", "é".encode(), "cp1252").text == "Ã©"


@pytest.mark.parametrize(
    ("content", "encoding", "code", "place"),
    [
        (b"a\nb\x81\x8d\n", None, "encoding_bad", 2),
        ("é\né\né\né\n".encode() + b"\xe9\n", None, "encoding_mixed", 5),
        (b"a,b\n1,\x002\n" + b"x" * 50, None, "file_not_text", 2),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", None, "file_not_text", 3),
        (b"a\n\xe9", "utf-8", "encoding_bad", 2),
    ],
)
def test_what_is_no_text_is_refused_with_its_line(content, encoding, code, place):
    with pytest.raises(DataError) as refused:
        decode("a.csv", content, encoding)
    assert (refused.value.code, refused.value.particulars["place"]) == (code, place)
