"""What a deck's files are called."""

import pytest

from components.language.i18n import use_language
from components.report.file_names import LONGEST, file_stem, file_word, view_stem
from components.state.selection import Selection
from components.state.view import view_of


def named(selection, **more):
    return view_stem(selection, view_of(selection).dataset, **more)


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


def test_place_and_indicator_stand_in_words_and_a_simulation_says_so():
    assert named(choice("simulated")) == "cakupan-simulasi-bengkulu-cakupan-kepesertaan-2024-11"
    assert named(choice("reported")) == "cakupan-dilaporkan-bengkulu-cakupan-kepesertaan-2024-11"
    told = named(choice("simulated", segment="bpu"), own_name="Monev", region="17.04")
    assert told == "cakupan-simulasi-monev-kaur-cakupan-kepesertaan-bukan-penerima-upah-bpu-2024-11"


def test_names_are_in_the_language_of_the_screen():
    use_language("en")
    assert named(choice("simulated")) == "cakupan-simulation-bengkulu-coverage-2024-11"
    assert named(choice("reported")) == "cakupan-reported-bengkulu-coverage-2024-11"


def choice(dataset, segment="all"):
    place = {"area": "17", "level": "regency", "indicator": "coverage", "period": "2024-11"}
    return Selection(
        dataset, **place, segment=segment, region="", regions=(), scheme="quantile", breaks=(), target="", since="",
        language="id",
    )  # fmt: skip


@pytest.fixture(autouse=True)
def _indonesian():
    use_language("id")
    yield
    use_language("id")
