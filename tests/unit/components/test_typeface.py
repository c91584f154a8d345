"""One typeface everywhere: small, free, with figures of one width, and the same widths wherever it is replaced."""

import io

import pytest
from fontTools.ttLib import TTFont

from components.state import typeface

OURS = "Simulasi 75,0\u00a0% · ‘Kaur’ “Lebong” – — … − ≤ ≥ ≈ ² × → ← ↑ ↓ ▲ ▼ ‹ › é ñ ü ş ł Ő\u00a0\u202f\u2011"


@pytest.fixture(scope="module")
def web():
    return TTFont(io.BytesIO(typeface.web_file()))


def test_it_is_small_and_keeps_its_licence(web):
    assert web.flavor == "woff2"
    assert len(typeface.web_file()) <= 60_000
    assert "SIL Open Font License" in web["name"].getDebugName(13)
    assert [(one.axisTag, one.minValue, one.maxValue) for one in web["fvar"].axes] == [("wght", 400, 700)]


def test_it_has_every_sign_that_is_written(web):
    assert [sign for sign in OURS if ord(sign) not in web.getBestCmap()] == []


@pytest.mark.parametrize("file", [0, 1])
def test_all_figures_are_of_one_width_regular_and_bold(file):
    font = TTFont(typeface.files()[file])
    widths = {font["hmtx"][font.getBestCmap()[ord(figure)]][0] for figure in "0123456789"}
    assert widths == {round(0.55615 * font["head"].unitsPerEm)}  # as Arial's and Liberation Sans'


def test_a_text_is_measured_and_broken_at_words():
    assert typeface.width("0000", 10) == pytest.approx(4 * 5.56, abs=0.01)
    assert typeface.width("Kaur", 10, bold=True) > typeface.width("Kaur", 10)
    assert typeface.broken("Kota Bengkulu Bengkulu", typeface.width("Kota Bengkulu", 10), 10) == [
        "Kota Bengkulu",
        "Bengkulu",
    ]
    assert typeface.broken("", 10, 10) == [""]


def test_the_files_are_made_anew_the_same_and_where_nothing_can_be_written_elsewhere(tmp_path, monkeypatch):
    before = typeface.web_file()
    occupied = tmp_path / "occupied"
    occupied.write_text("a file where the folder should be")
    monkeypatch.setattr(typeface, "FOLDER", occupied)
    path = typeface._kept("Arimo.woff2", typeface._woff2)
    assert path.read_bytes() == before
    assert occupied not in path.parents
