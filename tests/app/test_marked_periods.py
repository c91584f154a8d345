"""A period that its source marks, `2024*`, is marked on every page that shows its figures."""

import pytest

from components.state import users
from data.observations import STORED_COLUMNS
from data.store.versions import Upload, publish
from tests.app.published import ABOUT
from tests.unit.intake.cases import Said, taken

pytestmark = pytest.mark.usefixtures("sits_here", "forget")
TEXT = "Kabupaten;Tahun;Cakupan (%)\nKaur;2023;74,5\nKaur;2024*;75,5\nLebong;2024*;17,5\n*) angka sementara;;"


@pytest.mark.parametrize("page", ["overview", "map", "ranking", "profile"])
def test_a_marked_period_is_marked_where_it_is_shown(opened, page):
    rows = taken("angka.csv", TEXT, Said(answers={"numbers": 0})).tidied.rows[STORED_COLUMNS]
    publish(users.LOCAL, "bps", rows, Upload("angka.csv", "a" * 64, "", ABOUT), 0)
    screen = opened(page, set="bps", area="17", indicator="coverage", period="2024", region="17.04")
    assert screen.failed == []
    assert "2024*: angka sementara" in screen.shown
