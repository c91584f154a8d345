"""Headings as a screen reader lists them: one says what the page shows, and no level below it is skipped."""

from itertools import pairwise

from playwright.sync_api import Page, expect

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


def are_in_order(page: Page, said: str) -> None:
    first = page.get_by_role("heading", level=1)
    expect(first).to_have_count(1)
    expect(first).to_contain_text(said)
    headings = page.evaluate(HEADINGS)
    levels = [level for level, _text in headings]
    assert levels[0] == 1, headings
    assert levels.count(1) == 1, headings
    assert all(level <= before + 1 for before, level in pairwise(levels)), headings
