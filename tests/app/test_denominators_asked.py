"""Unggah asks what the denominator of a column counts, shows its own words as letters, and tells what is not said."""

import pytest

from components.screens.upload.session import KEY
from data.regimes import Regime
from tests.app.uploading import answered, chosen

pytestmark = pytest.mark.usefixtures("office")
FILE = "Kabupaten/Kota;Periode;Cakupan (%)\nKab. Kaur;2024-11;75\nKab. Lebong;2024-11;17\n"
COLUMN = "Cakupan (%)"
WORDS = "**buruh** <b>kebun</b> [x](javascript:1) $a$"


def regime_of(screen):
    return screen.app.session_state[KEY].choices.plan.regimes.get(COLUMN)


def test_it_is_asked_with_the_known_ones_and_taken(opened):
    screen = chosen(opened("upload"), FILE)
    answered(screen, f"universe_{COLUMN}", "labour_force")
    answered(screen, f"basis_{COLUMN}", "workplace")
    answered(screen, f"segments_included_{COLUMN}", ["pu", "bpu"])
    assert regime_of(screen) == Regime("workplace", "labour_force", "pu+bpu")


def test_own_words_are_shown_letter_by_letter(opened):
    screen = chosen(opened("upload"), FILE)
    screen.app.session_state[KEY].change_plan(regimes={COLUMN: Regime("", WORDS)})
    (agree,) = [one for one in screen.app.button if one.label == "Kolom-kolom ini benar"]
    agree.click()
    screen.app.run()
    assert screen.failed == []
    sent = "\n".join([*screen.sent("markdown"), *screen.sent("caption")])
    assert WORDS.replace("/", " ") in screen.words
    assert WORDS not in sent


def test_words_that_are_too_many_are_told(opened):
    screen = chosen(opened("upload"), FILE)
    screen.app.session_state[KEY].change_plan(regimes={COLUMN: Regime("", "a" * 90)})
    screen.app.run()
    assert "Isi penyebut ditulis paling banyak 80 huruf: persingkat." in screen.said("error")
