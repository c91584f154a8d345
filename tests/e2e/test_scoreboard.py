"""Desa & OPD: the scoreboard by map and table, and ticks that reach every screen of the meeting."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Server
from own_server import OwnServer
from playwright.sync_api import Browser, Locator, Page, expect
from screen import SENTENCE, region, wait_for_address, wait_for_map
from test_accessibility import grave

from data.store.checklists import Item, keep_checklist, tick
from data.store.roles import User

HERE = User("local", local=True)
KAUR, MAJENE = "17.04", "76.05"
BENGKULU = {"set": "simulated", "area": "17"}
VILLAGES = ("villages_enrolled", "all")
NAMES = ["Air Long", "Sinar Banten", "Tanjung Aur", "=1+1", "<img src=x onerror=alert(1)>"]
WHOLE = {KAUR: 192, "17.06": 148, "76.02": 88, "76.04": 144}  # villages by the gazetteer
SOON = 30_000  # milliseconds until a tick has come round by polling


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Sequence[Item]]:
    """Return a function that loads a regency's complete list into a server's store, and returns its items."""

    def load(store: Path, code: str, done: int = 0, whole: int = 0, simulated: bool = False) -> Sequence[Item]:
        monkeypatch.setenv("CAKUPAN_STORE", str(store))
        monkeypatch.setenv("CAKUPAN_LOCAL", "1")
        names = [*NAMES, *(f"Desa {number}" for number in range(5, whole or WHOLE[code]))][: whole or None]
        items = [Item(0, name, done=at < done) for at, name in enumerate(names)]
        return keep_checklist(HERE, code, *VILLAGES, "desa.csv", items, simulated=simulated).items

    return load


def row(page: Page, code: str) -> Locator:
    return page.locator(f'.scoreboard tr[data-region="{code}"]')


def order(page: Page) -> list[str]:
    return page.locator(".scoreboard tbody tr").evaluate_all("rows => rows.map((row) => row.dataset.region)")


@pytest.mark.parametrize(
    ("address", "sentence", "code", "counts"),
    [
        ({"area": "93"}, "Merauke: 29 dari 179 desa/kampung terdaftar, 150 belum.", "93.01", "29 / 179"),
        ({"area": "76"}, "Majene: 19 dari 62 desa/kampung terdaftar, 43 belum.", MAJENE, "19 / 62"),
        (
            {"area": "76", "indicator": "agencies_enrolled"},
            "Majene: 12 dari 39 perangkat daerah terdaftar, 27 belum.",
            MAJENE,
            "12 / 39",
        ),
        (
            {"area": "73"},
            "Sidenreng Rappang: 68 desa membayar; jumlah desa 68 menurut Kepmendagri.",
            "73.14",
            "68 / 68",
        ),
        ({"area": "76", "lang": "en"}, "Majene: 19 of 62 villages enrolled, 43 left to do.", MAJENE, "19 / 62"),
    ],
)
def test_the_meetings_counts(
    visit: Callable[..., Page], address: dict[str, str], sentence: str, code: str, counts: str
):
    page = visit("/desa-opd", set="reported", **address)
    expect(page.locator(SENTENCE).first).to_have_text(sentence)
    expect(row(page, code)).to_contain_text(counts)
    wait_for_map(page)


def test_map_and_table_open_the_list_of_a_regency(visit: Callable[..., Page]):
    page = visit("/desa-opd", **BENGKULU)
    wait_for_map(page)
    row(page, "17.07").get_by_role("button").click()
    wait_for_address(page, region="17.07", indicator="villages_enrolled")
    expect(page.get_by_text("Daftar: Desa terdaftar, Lebong")).to_be_visible()
    region(page, KAUR).click()
    wait_for_address(page, region=KAUR)
    expect(page.get_by_text("Daftar: Desa terdaftar, Kaur")).to_be_visible()
    page.get_by_text("Desa terdaftar – perangkat desa/kampung", exact=True).click()
    wait_for_address(page, segment="village_apparatus", region=KAUR)


def test_the_table_finds_a_region_and_is_worked_by_keys(visit: Callable[..., Page]):
    page = visit("/desa-opd", set="simulated", area="ID", level="province")
    find = page.locator(".scoreboard .find")
    find.fill("merauke")
    shown = page.locator(".scoreboard tbody tr:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("Merauke")
    find.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    wait_for_address(page, region="93.01", level="regency", area="ID")
    expect(shown).to_have_count(1)  # what was looked for stays
    find.fill("nowhere")
    expect(page.get_by_text("Tidak ada wilayah dengan nama itu.")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_grave(visit: Callable[..., Page], theme: str):
    page = visit("/desa-opd", options={"color_scheme": theme}, **BENGKULU)
    wait_for_map(page)
    page.wait_for_load_state("networkidle")
    assert grave(Axe().run(page).response["violations"]) == []


def test_on_a_phone_nothing_is_cut(visit: Callable[..., Page]):
    page = visit("/desa-opd", options={"viewport": {"width": 390, "height": 844}}, **BENGKULU)
    wait_for_map(page)
    wide = (
        "() => [...document.querySelectorAll('[data-testid=stMain] *')].filter((one) => one.scrollWidth > 391).length"
    )
    assert page.evaluate(wide) == 0
    table = page.locator(".scoreboard .frame")
    assert table.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_ticks_move_sentence_table_and_deck(
    visit_office: Callable[..., Page],
    fresh_office_page: Callable[..., Page],
    office: Server,
    listed: Callable[..., list],
):
    """One ticks on the page; a second browser's page and an open deck show it."""
    listed(office.store, KAUR, done=1, simulated=True)
    page = visit_office("/desa-opd", region=KAUR, **BENGKULU)
    other = visit_office("/desa-opd", lang="en", **BENGKULU)
    deck = opened_board(fresh_office_page())
    expect(deck.locator(f'.board li[data-region="{KAUR}"]')).to_contain_text("1 / 192")
    before = deck.locator(".slide .sentence").inner_text()
    page.get_by_label("Nama Anda").fill("Ani")
    page.get_by_role("button", name="Pakai nama ini").click()
    page.get_by_label("Sinar Banten").check()
    for screen, said in ((page, "dicentang dalam rapat; dalam kumpulan data"), (other, "ticked in the meeting")):
        expect(row(screen, KAUR)).to_contain_text("2 / 192", timeout=SOON)
        expect(row(screen, KAUR)).to_contain_text(said)
    mine = deck.locator(f'.board li[data-region="{KAUR}"]')
    expect(mine).to_contain_text("2 / 192", timeout=SOON)
    expect(mine.locator(".live")).to_have_text("✓ dicentang dalam rapat")
    assert deck.locator(".slide .sentence").inner_text() != before
    counted = "1 dari 9 wilayah menurut daftar yang dicentang dalam rapat"
    expect(deck.get_by_text(f"✓ {counted}", exact=True)).to_be_visible()
    expect(deck.locator("footer .source")).to_contain_text(f"{counted} · ")
    expect(page.get_by_text("1 wilayah dihitung dari daftar yang dicentang")).to_be_visible()
    expect(page.get_by_text("Peta menampilkan angka kumpulan data, tanpa")).to_be_visible()
    expect(mine).to_be_in_viewport()
    expect(other.locator(SENTENCE).first).to_contain_text("enrolled,")  # what is drawn by itself keeps its language
    same_counts(other, deck)


def opened_board(page: Page, selection: str = "set=simulated&area=17") -> Page:
    """The deck of one scoreboard; a server just started builds its first one for a while, and says so meanwhile."""
    page.goto(f"/decks/view?{selection}&slides=scoreboard-villages_enrolled-all")
    expect(page.locator("html[data-ready]")).to_be_attached(timeout=90_000)
    return page


def same_counts(page: Page, deck: Page) -> None:
    """Page and deck put the regions in the same order, and add up the same."""
    shown = deck.locator(".board li[data-region]").evaluate_all("rows => rows.map((row) => row.dataset.region)")
    assert order(page) == shown
    said = page.locator('[data-testid="stMetricValue"]').first.inner_text()
    assert re.findall(r"\d+", said.replace(",", "")) == re.findall(
        r"\d+", deck.locator(".figure.big .figure-text").last.inner_text().replace(".", "")
    )


def test_the_table_stays_where_it_was_scrolled_to(
    visit_office: Callable[..., Page], office: Server, listed: Callable[..., list]
):
    items = listed(office.store, "17.06", simulated=True)
    page = visit_office("/desa-opd", options={"viewport": {"width": 1366, "height": 900}}, **BENGKULU)
    frame = page.locator(".scoreboard .frame")
    expect(row(page, "17.06")).to_contain_text("0 / 148")
    frame.evaluate("one => { one.style.maxHeight = '120px'; one.scrollTop = 60; }")
    row(page, "17.03").get_by_role("button").focus()
    tick(HERE, "Budi", items[0].id, True)
    expect(row(page, "17.06")).to_contain_text("1 / 148", timeout=SOON)
    expect(row(page, "17.03").get_by_role("button")).to_be_focused()
    assert frame.evaluate("one => one.scrollTop") > 0


def test_a_regency_without_published_counts_comes_onto_the_board(
    visit_office: Callable[..., Page],
    fresh_office_page: Callable[..., Page],
    office: Server,
    listed: Callable[..., list],
):
    listed(office.store, "76.04", done=2)
    page = visit_office("/desa-opd", set="reported", area="76")
    expect(row(page, "76.04")).to_contain_text("2 / 144")
    expect(row(page, MAJENE)).to_contain_text("19 / 62")
    deck = opened_board(fresh_office_page(), "set=reported&area=76")
    items = listed(office.store, "76.02", done=1)  # loaded while the deck is open
    assert items
    polewali = deck.locator('.board li[data-region="76.02"]')
    expect(polewali).to_contain_text("1 / 88", timeout=SOON)
    expect(deck.locator(".slide .sentence")).to_contain_text("Di 3 wilayah: 22 dari 294")


def test_a_list_of_some_villages_changes_neither_page_nor_deck(
    visit_office: Callable[..., Page],
    fresh_office_page: Callable[..., Page],
    office: Server,
    listed: Callable[..., list],
):
    page = visit_office("/desa-opd", region="17.03", **BENGKULU)
    sentence = page.locator(SENTENCE).first.inner_text()
    deck = opened_board(fresh_office_page())
    mine = deck.locator('.board li[data-region="17.03"]')
    before = mine.inner_text()
    items = listed(office.store, "17.03", whole=10, simulated=True)
    tick(HERE, "Ani", items[0].id, True)
    said = "daftar sebagian: 1 dari 10 dicentang; 215 desa menurut Kepmendagri"
    expect(row(page, "17.03")).to_contain_text(said, timeout=SOON)
    assert page.locator(SENTENCE).first.inner_text() == sentence
    deck.wait_for_timeout(5_000)  # the deck has asked meanwhile
    assert mine.inner_text() == before


def test_ticks_go_on_when_the_server_was_away(browser: Browser, tmp_path: Path, listed: Callable[..., list]):
    items = listed(tmp_path / "store", KAUR, simulated=True)
    server = OwnServer(tmp_path / "server.log")
    server.start()
    deck = browser.new_page(base_url=server.address, viewport={"width": 1366, "height": 768})
    try:
        opened_board(deck)
        mine = deck.locator(f'.board li[data-region="{KAUR}"]')
        tick(HERE, "Ani", items[0].id, True)
        expect(mine).to_contain_text("1 / 192", timeout=SOON)
        server.kill()
        expect(deck.locator(".away")).to_be_visible()
        expect(mine).to_contain_text("1 / 192")  # what was known stays
        tick(HERE, "Ani", items[1].id, True)
        server.start()
        expect(mine).to_contain_text("2 / 192", timeout=30_000)
        expect(deck.locator(".away")).to_be_hidden()
    finally:
        deck.close()
        server.kill()
