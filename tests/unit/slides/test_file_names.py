"""What a deck's files are called."""

import pytest

from components.slides.file_names import LONGEST, file_stem, file_word


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Monev <Bengkulu> 21 November", "monev-bengkulu-21-november"),
        ("Rapat Évaluasi", "rapat-evaluasi"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\CON|?*\x00", "c-con"),
        ("审查", ""),
        ("", ""),
    ],
)
def test_a_name_becomes_letters_digits_and_hyphens(name, word):
    assert file_word(name) == word


def test_a_long_name_ends_with_a_whole_word_and_a_long_word_is_cut():
    assert file_word("rapat " * 30) == "-".join(["rapat"] * 8)
    assert len(file_word("a" * 400)) == LONGEST


def test_codes_follow_and_what_is_empty_is_left_out():
    assert file_stem("Monev", "17", "", "2024-11") == "cakupan-monev-17-2024-11"
    assert file_stem("***", "17") == "cakupan-17"
