"""Headings as a screen reader lists them: one says what the page shows, and no level below it is skipped."""

from collections.abc import Callable
from itertools import pairwise

from playwright.sync_api import Page, expect
from screen import PAGES, go, wait_for_map, wait_until_settled

HEADINGS = """() => { const found = [];
    const look = (root) => { for (const node of root.querySelectorAll('*')) {
        if (/^H[1-6]$/.test(node.tagName)) found.push([Number(node.tagName[1]), node.textContent.trim()]);
        if (node.shadowRoot) look(node.shadowRoot);
    } };
    look(document); return found; }"""
# What each page shows, as its heading says it; Rapat, Unggah and Versi are called by what is done there.
SHOWN = {
    "/": "Cakupan kepesertaan, Bengkulu, November 2024",
    "/peta": "Peta: cakupan kepesertaan, Bengkulu",
    "/peringkat": "Peringkat: cakupan kepesertaan, Bengkulu, November 2024",
    "/tren": "Tren: cakupan kepesertaan, Bengkulu",
    "/profil": "Profil kabupaten/kota",
    "/desa-opd": "Desa terdaftar, Bengkulu",
    "/rapat": "Presentasi rapat",
    "/peta-dasar": "Peta dasar: cakupan kepesertaan, Bengkulu",
    "/sumber": "Sumber dan metode",
    "/unggah": "Unggah angka atau batas wilayah",
    "/versi": "Versi yang diterbitkan",
}
WITH_A_REGION = {"/profil": "Cakupan kepesertaan, Kaur", "/desa-opd": "Desa terdaftar, Bengkulu"}


def test_headings_of_every_page_stand_in_order_below_one_that_says_what_it_shows(visit_office: Callable[..., Page]):
    assert set(PAGES) < set(SHOWN)
    page = visit_office("/")
    for path, said in SHOWN.items():
        go(page, path, area="17", period="2024-11")
        are_in_order(page, said)
    for path, said in WITH_A_REGION.items():
        go(page, path, area="17", period="2024-11", region="17.04")
        are_in_order(page, said)


def test_headings_of_a_deck_in_the_making_and_of_the_full_screen_stay_in_order(visit_office: Callable[..., Page]):
    page = visit_office("/rapat", area="17", period="2024-11")
    page.get_by_role("checkbox", name="Peta", exact=False).first.uncheck()
    expect(page.locator(".slides .away")).to_be_visible()
    wait_until_settled(page)
    are_in_order(page, SHOWN["/rapat"])


def are_in_order(page: Page, said: str) -> None:
    first = page.get_by_role("heading", level=1)
    expect(first).to_have_count(1)
    expect(first).to_contain_text(said)
    if "svg.map" in page.content():
        wait_for_map(page)
    headings = page.evaluate(HEADINGS)
    levels = [level for level, _text in headings]
    assert levels[0] == 1, headings
    assert levels.count(1) == 1, headings
    assert all(level <= before + 1 for before, level in pairwise(levels)), headings
