"""A written name is read as its type and its letters, whatever the habit of the hand."""

import pytest

from geo.matching.spelling import fold, read_spelling


@pytest.mark.parametrize(
    ("written", "region_type", "name"),
    [
        ("Kabupaten Kaur", "kabupaten", "kaur"),
        ("KAB. KAUR", "kabupaten", "kaur"),
        ("KAB.  PELALAWAN", "kabupaten", "pelalawan"),
        ("Kab.Kaur", "kabupaten", "kaur"),
        ("KabupatenKaur", "kabupaten", "kaur"),
        ("Kaur, Kab.", "kabupaten", "kaur"),
        ("Kaur (Kabupaten)", "kabupaten", "kaur"),
        ("Kaur Kab", "kabupaten", "kaur"),
        ("Bandung, Kota", "kota", "bandung"),
        ("Kotamadya Bandung", "kota", "bandung"),
        ("Kota Madya Bandung", "kota", "bandung"),
        ("Kota Administrasi Jakarta Pusat", "kota", "jakartapusat"),
        ("Kab. Adm. Kepulauan Seribu", "kabupaten", "kepulauanseribu"),
        ("Administrasi Kepulauan Seribu", None, "kepulauanseribu"),
        ("Provinsi D.K.I. Jakarta", "provinsi", "dkijakarta"),
        ("D.I. Yogyakarta", None, "diyogyakarta"),
        ("Kep. Riau", None, "kepulauanriau"),
        ("S I A K", None, "siak"),
        ("K A B .  S I A K", "kabupaten", "siak"),
        ("A C E H   S E L A T A N", None, "acehselatan"),
        ("Kaur\u00a0", None, "kaur"),
        ("\u200bKáur", None, "kaur"),
        ("Muko Muko", None, "mukomuko"),
        ("Toli-Toli", None, "tolitoli"),
        ("Pangkajene & Kepulauan", None, "pangkajenedankepulauan"),
    ],
)
def test_a_name_is_read_as_its_type_and_letters(written, region_type, name):
    spelling = read_spelling(written)
    assert (spelling.type, spelling.name) == (region_type, name)


@pytest.mark.parametrize("written", ["Lima Puluh Kota", "Kotabaru", "Kotamobagu", "Kotawaringin Barat"])
def test_kota_inside_a_name_is_no_type(written):
    assert read_spelling(written).type is None


@pytest.mark.parametrize("written", ["", "  ", "...", "Kota"])
def test_what_holds_no_name_has_no_type(written):
    assert read_spelling(written).type is None
    assert read_spelling(written).name in {"", "kota"}


@pytest.mark.parametrize("written", ["Kbupaten Kaur", "Kaubpaten Kaur", "Kaur, Kb.", "Lab Kaur"])
def test_a_slip_in_the_type_is_a_guess_and_never_a_type(written):
    spelling = read_spelling(written)
    assert spelling.type is None
    assert spelling.guess == ("kabupaten", "kaur")


def test_a_digit_is_part_of_a_name():
    assert read_spelling("Kaur 2").name == "kaur2"


def test_folding_keeps_the_words():
    assert fold(" KAB.\u00a0 Toli-Toli ") == "kab toli toli"
