"""A deck keeps its slide through reloads, edits and a server that is gone, and takes no name for a command."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from own_server import OwnServer
from playwright.sync_api import Page, expect
from test_deck import VIEW, at, opened, press

from data.store.checklists import Item, keep_checklist
from data.store.deck_content import KeptDeck
from data.store.decks import keep_deck
from data.store.roles import User

HERE = User("local", local=True)
SELECTION = {"set": "reported", "area": "76", "indicator": "villages_enrolled", "period": "2022-11", "lang": "id"}
SOON = 30_000


@pytest.fixture
def deck(fresh_page: Callable[..., Page]) -> Page:
    return opened(fresh_page(), VIEW)


def test_reload_back_and_forward_keep_the_slide_and_escape_leaves_black(deck: Page):
    press(deck, "ArrowRight", "ArrowRight")
    at(deck, "extremes")
    deck.reload()
    at(deck, "extremes")
    deck.go_back()
    at(deck, "map")
    deck.go_forward()
    at(deck, "extremes")
    deck.goto("about:blank")
    deck.go_back()
    at(deck, "extremes")
    press(deck, "b")
    expect(deck.locator(".black")).to_be_visible()
    press(deck, "Escape")
    expect(deck.locator(".black")).to_be_hidden()
    at(deck, "extremes")


def test_a_name_typed_slowly_is_no_command_nor_is_any_word_while_names_are_hidden(deck: Page):
    press(deck, "ArrowRight")
    deck.clock.install()
    deck.clock.pause_at(deck.evaluate("Date.now()") + 1000)  # a second is one on a busy machine too
    for name in ("lebong", "pacitan", "ngawi", "blitar"):
        for letter in name:
            deck.keyboard.type(letter)
            deck.clock.run_for(1000)
        nothing_happened(deck)
        press(deck, "Escape", "Escape")
    deck.clock.resume()
    press(deck, "n", "n")
    expect(deck.locator(".veiled")).to_be_visible()
    deck.keyboard.type("nabire", delay=60)
    deck.wait_for_timeout(2000)
    expect(deck.locator(".veiled")).to_be_visible()
    expect(deck.locator(".regions path")).to_have_count(0)
    assert deck.url.endswith("#2")


def nothing_happened(deck: Page) -> None:
    assert len(deck.context.pages) == 1
    for sign in (".black", ".laser", ".veiled"):
        expect(deck.locator(sign)).to_be_hidden()


@pytest.fixture
def hall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OwnServer]:
    monkeypatch.setenv("CAKUPAN_STORE", str(tmp_path))
    monkeypatch.setenv("CAKUPAN_LOCAL", "1")
    server = OwnServer(tmp_path / "server.log")
    server.start()
    yield server
    server.kill()


def test_an_open_deck_takes_an_edit_and_a_list_and_opens_its_second_window_without_a_server(
    hall: OwnServer, fresh_page: Callable[..., Page]
):
    slides = ("key", "map", "extremes", "scoreboard-villages_enrolled-all", "sources")
    kept = keep_deck(HERE, KeptDeck(name="Rapat", choice=SELECTION, slides=slides))
    page = opened(fresh_page(), f"{hall.address}/decks/{kept.id}")
    press(page, "ArrowRight")
    at(page, "map")
    keep_deck(HERE, replace(kept, slides=("key", "text-a", "map", "sources"), texts=(("a", "Baru", "Isi baru"),)))
    expect(page.get_by_text("Presentasi ini baru saja diubah")).to_be_visible(timeout=SOON)
    expect(page.locator("footer .number")).to_have_text("3 / 4")
    at(page, "map")
    items = [Item(0, f"Desa {number}", done=number < 31) for number in range(62)]
    keep_checklist(HERE, "76.05", "villages_enrolled", "all", "desa.csv", items)
    majene = page.locator('.regions path[data-region="76.05"]')
    expect(majene).to_have_attribute("aria-label", re.compile("50,0"), timeout=SOON)
    expect(page.locator(".slide .sentence")).to_contain_text("31 dari 62")
    hall.kill()
    expect(page.locator(".away")).to_be_visible(timeout=SOON)
    with page.expect_popup() as popup:
        press(page, "p", "Enter")
    presenter = popup.value
    at(presenter, "map")
    presenter.wait_for_timeout(1500)  # until the two have told each other where they are
    press(presenter, "ArrowRight")
    at(page, "sources")
