"""Names made of titles."""

import pytest

from data.names import distinct_names, free_name, slug


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Cakupan Kepesertaan – BPU", "cakupan-kepesertaan-bpu"),
        ("Peserta é/ü 2024", "peserta-e-u-2024"),
        ("Kabupaten Kepulauan Sangihe", "kabupaten-kepulauan"),
        ("Pneumonoultramicroscopicsilicovolcanoconiosis", "pneumonoultramicroscopics"),
        ("中国", ""),
    ],
)
def test_a_title_becomes_short_in_whole_words(title, short):
    assert slug(title, 25) == short


def test_a_name_that_is_taken_gets_a_number():
    assert free_name("Peserta", ()) == "Peserta"
    assert free_name("data", {"data", "data-2"}, "{name}-{number}") == "data-3"


def test_no_two_names_are_the_same_even_where_one_looks_numbered_already():
    assert distinct_names(["A", "A", "A (2)", "B"]) == ["A", "A (2)", "A (2) (2)", "B"]
