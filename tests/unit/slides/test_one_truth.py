"""Once a list counts, every slide, sentence, map and file of a deck says the same of its region."""

import io
import json

import pytest
from openpyxl import load_workbook

from components.deck.payload import payload
from components.exports.workers.files import maker
from components.report.model import DeckRequest
from components.state import cache
from data.listed import Counted, listed_key, lists_in, own_key
from data.store.checklist_edits import set_counting
from data.store.checklists import Item, keep_checklist
from data.store.roles import User
from tests.unit.slides.conftest import choice, deck  # noqa: F401

LOCAL = User("local", local=True)
MAJENE, PERIOD = "76.05", "2022-11"
OF_MAJENE = {"area": "76", "indicator": "villages_enrolled", "period": PERIOD, "region": MAJENE}


@pytest.fixture
def listed(tmp_path, monkeypatch):
    """Return a function that keeps a complete list of a regency, so many of its lines done."""
    monkeypatch.setenv("CAKUPAN_STORE", str(tmp_path))
    monkeypatch.setenv("CAKUPAN_LOCAL", "1")

    def keep(code, done, whole, simulated=False):
        items = [Item(0, f"Desa {number}", done=number < done) for number in range(whole)]
        return keep_checklist(LOCAL, code, "villages_enrolled", "all", "desa.csv", items, simulated=simulated)

    return keep


def spaced(text):
    """A number and its sign stay on one line."""
    return text.replace("\xa0", " ")


def test_every_slide_says_what_the_list_says_and_the_published_again_once_it_is_taken_back(deck, listed):  # noqa: F811
    found = listed(MAJENE, 31, 62)
    counted = deck(**OF_MAJENE)
    said = str(
        [(slide.sentence, slide.figures, slide.notes, slide.map, slide.bars, slide.lines) for slide in counted.slides]
    )
    assert "31 dari 62" in said
    assert "19 dari 62" not in said
    assert "30,6" not in said
    shape = next(one for one in counted.slides if one.kind == "map").map
    majene = next(one for one in shape.regions if one.code == MAJENE)
    assert (spaced(majene.text), majene.status) == ("50,0 %", "dicentang dalam rapat")
    profile = next(one for one in counted.slides if one.id == f"profile-{MAJENE}")
    assert (spaced(profile.figures[0].text), profile.figures[0].note) == ("50,0 %", "31 dari 62; dicentang dalam rapat")
    set_counting(LOCAL, found.id, False)
    assert "19 dari 62" in str([slide.figures for slide in deck(**OF_MAJENE).slides])


def test_of_another_measure_a_profile_and_a_board_say_the_same(deck, listed):  # noqa: F811
    """In a deck of coverage the villages are what else is known."""
    listed("17.04", 100, 192, simulated=True)
    found = deck(dataset="simulated", area="17", indicator="coverage", period="2024-11")
    kaur = next(one for one in found.slides if one.id == "profile-17.04").tables[0]
    assert [row[2] for row in kaur.rows if row[0] == "Desa terdaftar"] == ["100 dari 192"]
    board = next(one for one in found.slides if one.id == "scoreboard-villages_enrolled-all").tables[0]
    assert next(row[1:3] for row in board.rows if row[0] == "Kaur") == (100, 192)


@pytest.mark.usefixtures("deck")
def test_the_open_deck_and_its_pack_read_the_same_figure(choice, listed):  # noqa: F811
    listed(MAJENE, 31, 62)
    told = payload(choice(**OF_MAJENE), DeckRequest())
    wire = json.loads(told["values"])
    at, last = wire["codes"].index(MAJENE), wire["periods"].index(PERIOD)
    assert (wire["numerator"][at][last], wire["status"][at][last]) == (31, "t")
    assert told["deck"]["explorer"]["texts"]["ticked"] == "dicentang dalam rapat"


def test_files_say_the_same(deck, listed):  # noqa: F811
    listed(MAJENE, 31, 62)
    found = deck(**OF_MAJENE)
    book = load_workbook(io.BytesIO(maker("xlsx")(found)))
    cells = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert not [one for one in cells if "19 dari 62" in one or one in ("30.6", "19")]
    assert "31 dari 62" in maker("txt")(found).decode()


def test_a_key_names_its_lists_and_is_the_datasets_own_without_any():
    lists = [Counted(MAJENE, "villages_enrolled", "all", PERIOD, 31, 62), Counted("76.04", "x", "all", "2024", 0, 9)]
    key = listed_key("bengkulu@3", lists)
    assert (sorted(map(str, lists_in(key))), own_key(key)) == (sorted(map(str, lists)), "bengkulu@3")
    assert (listed_key("reported", []), lists_in("reported")) == ("reported", [])
    assert cache.dataset(listed_key("reported", lists[:1])).title == cache.dataset("reported").title
