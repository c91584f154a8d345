"""What a deck is told of a scoreboard, and the address that tells it the ticks."""

import asyncio
import json
from urllib.parse import urlencode

import pytest
from starlette.requests import Request

from components.deck import ready as documents
from components.deck.board import board_words
from components.deck.payload import payload
from components.report.model import DeckRequest
from components.report.scoreboard.ticks import told_by_lists
from components.server.routes.ticks import ticks
from components.state.view import view_of
from data.checklist import Item
from data.store.checklist_edits import set_counting
from data.store.checklists import keep_checklist, tick
from data.store.database import small_file
from tests.unit.slides.conftest import _indonesian, choice, deck, slide  # noqa: F401
from tests.unit.store.conftest import store  # noqa: F401 - an empty store for every test
from tests.unit.store.people import ANALYST

KAUR = ("17.04", "villages_enrolled", "all")
ALL = [f"Desa {number}" for number in range(192)]  # Kaur has 192 villages by the gazetteer


def ask(area, **more):
    """The answer to a deck that asks for the ticks of an area."""
    return asyncio.run(ticks(Request({"type": "http", "query_string": urlencode({"area": area} | more).encode()})))


def kept(measure=KAUR, names=ALL):
    return keep_checklist(ANALYST, *measure, "desa.csv", [Item(0, name) for name in names])


def test_the_ticks_of_an_area_come_by_measure_and_region():
    assert json.loads(ask("17").body) == {"area": "17", "ticks": {}}
    tick(ANALYST, "Ani", kept().items[0].id, True)
    kept(measure=("76.05", "agencies_enrolled", "all"), names=("Dinas Sosial",))
    answer = ask("17")
    assert json.loads(answer.body)["ticks"] == {"villages_enrolled-all": {"17.04": [1, 192]}}
    assert answer.headers["cache-control"] == "no-store"
    assert set(json.loads(ask("ID").body)["ticks"]) == {"villages_enrolled-all", "agencies_enrolled-all"}


@pytest.mark.parametrize("area", ["", "99", "17.04", "17'--", "../17"])
def test_an_area_that_is_none_is_not_found(area):
    assert ask(area).status_code == 404


def test_a_store_that_cannot_be_read_is_no_empty_answer():
    kept()
    for path in small_file().parent.glob("small.sqlite*"):
        path.unlink()
    small_file().write_bytes(b"this is no database" * 100)
    answer = ask("17")
    assert answer.status_code == 503
    assert answer.body


def test_a_deck_asks_for_the_ticks_of_its_area(choice):  # noqa: F811
    told = payload(choice(area="76", indicator="villages_enrolled", period="2022-11"), DeckRequest())["deck"]
    assert told["state"] == "/decks/ticks?area=76"
    board = next(one for one in told["slides"] if one["id"] == "scoreboard-agencies_enrolled-all")
    assert board["rows"] == [{"code": "76.05", "done": 12, "whole": 39, "period": "November 2022"}]
    assert board["live"]["measure"] == "agencies_enrolled-all"
    assert board["live"]["done"] == "Terdaftar"


def test_a_deck_of_simulated_figures_asks_for_the_lists_of_the_demonstration_alone(choice):  # noqa: F811
    simulated = choice(dataset="simulated", area="17", indicator="villages_enrolled", period="2025-12")
    told = payload(simulated, DeckRequest(slides=("scoreboard-villages_enrolled-all",)))["deck"]
    assert told["state"] == "/decks/ticks?area=17&simulated=1"
    kept()
    assert json.loads(ask("17", simulated="1").body)["ticks"] == {}
    keep_checklist(ANALYST, *KAUR, "coba.csv", [Item(0, "Air Long")], simulated=True)
    assert json.loads(ask("17", simulated="1").body)["ticks"] == {"villages_enrolled-all": {"17.04": [0, 1]}}
    assert json.loads(ask("17").body)["ticks"] == {"villages_enrolled-all": {"17.04": [0, 192]}}


def test_an_area_without_the_indicator_still_has_its_scoreboards(choice):  # noqa: F811
    told = payload(choice(area="76", period=""), DeckRequest())["deck"]
    assert "scoreboard-villages_enrolled-all" in [one["id"] for one in told["slides"]]


def test_villages_that_pay_keep_the_gazetteer_as_their_whole(choice, deck):  # noqa: F811
    found = deck(area="73", indicator="villages_paying_from_village_fund", period="2023-10")
    paying = choice(area="73", period="2023-10")
    words = board_words(slide(found, "scoreboard-villages_paying_from_village_fund-all"), view_of(paying))
    assert words["wholes"]["73.14"] == 68
    assert set(words["wholes"]) > {"73.10"}
    assert {code[:2] for code in words["wholes"]} == {"73"}
    assert (
        board_words(slide(deck(area="76"), "scoreboard-villages_enrolled-all"), view_of(choice(area="76")))["wholes"]
        == {}
    )


def test_a_list_makes_a_slide_of_a_measure_that_the_dataset_says_nothing_of(deck):  # noqa: F811
    assert "scoreboard-villages_enrolled-all" not in [one.id for one in deck(area="17").slides]
    tick(ANALYST, "Ani", kept().items[0].id, True)
    board = slide(deck(area="17"), "scoreboard-villages_enrolled-all")
    assert board.tables[0].rows == (("Kaur", 1, 192, 191, "", "dicentang dalam rapat"),)
    assert board.source == "dicentang dalam rapat"


def test_a_list_of_some_villages_is_not_on_a_deck_and_the_deck_knows_how_many_make_it_count(choice, deck):  # noqa: F811
    tick(ANALYST, "Ani", kept(names=ALL[:-1]).items[0].id, True)
    assert "scoreboard-villages_enrolled-all" not in [one.id for one in deck(area="17").slides]
    assert told_by_lists(view_of(choice(area="17"))) == ()
    needs = board_words(slide(deck(area="76"), "scoreboard-villages_enrolled-all"), view_of(choice(area="76")))["needs"]
    assert (needs["76.05"], needs["76.04"]) == (62, 144)  # by the dataset; by the gazetteer


def ready(chosen, wanted):
    """The document as the route asks for it."""
    return asyncio.run(documents.ready(chosen, wanted, told_by_lists(view_of(chosen)), "127.0.0.1"))


def test_a_deck_that_is_kept_ready_is_made_anew_for_what_only_a_list_says(choice):  # noqa: F811
    wanted = DeckRequest(slides=("scoreboard-villages_enrolled-all",))
    here, majene = choice(area="17"), choice(area="76", period="")
    before, published = ready(here, wanted), ready(majene, wanted)
    kept(measure=("76.05", "villages_enrolled", "all"))
    assert ready(majene, wanted).tag != published.tag  # once a list counts, it is what every slide says
    items = kept().items
    loaded = ready(here, wanted)
    assert loaded.tag != before.tag
    tick(ANALYST, "Ani", items[0].id, True)
    assert ready(here, wanted).tag != loaded.tag
    assert told_by_lists(view_of(here)) == (("villages_enrolled", "all", "17.04", "1.0", "192.0"),)


def test_a_list_that_counts_takes_the_place_of_what_the_dataset_says_until_it_is_taken_back(deck):  # noqa: F811
    found = kept(measure=("76.05", "villages_enrolled", "all"))
    board = slide(deck(area="76"), "scoreboard-villages_enrolled-all")
    assert board.tables[0].rows[0][:4] == ("Majene", 0, len(ALL), len(ALL))
    set_counting(ANALYST, found.id, False)
    board = slide(deck(area="76"), "scoreboard-villages_enrolled-all")
    assert board.tables[0].rows[0][:4] == ("Majene", 19, 62, 43)


def test_a_store_that_cannot_be_read_leaves_the_datasets_own_boards(deck):  # noqa: F811
    kept()
    for path in small_file().parent.glob("small.sqlite*"):
        path.unlink()
    small_file().write_bytes(b"this is no database" * 100)
    assert slide(deck(area="76"), "scoreboard-villages_enrolled-all")
