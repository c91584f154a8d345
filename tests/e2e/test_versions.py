"""A version is published while a screen is on: nothing changes there but a line; and an old version comes back."""

import re
from collections.abc import Callable

import pytest
from conftest import Server, running_server
from playwright.sync_api import Page, expect
from screen import SENTENCE, address, follow, go, names, wait_for_address, wait_for_map, wait_until_settled

from data.bundled import load_bundled
from data.store.durable import log_entry
from data.store.journal import read_journal
from data.store.roles import User
from data.store.versions import Upload, newest, publish

LOCAL = User("local", local=True)
NAME, TITLE = "cabang", {"id": "Laporan cabang", "en": "Branch report"}


@pytest.fixture
def publish_kaur(office: Server, monkeypatch: pytest.MonkeyPatch) -> Callable[[float, str], int]:
    """Publish November 2024 in Bengkulu with a coverage for Kaur, as another person's upload does."""
    monkeypatch.setenv("CAKUPAN_STORE", str(office.store))
    monkeypatch.setenv("CAKUPAN_LOCAL", "1")
    rows = load_bundled("reported").observations
    rows = rows[rows["region_code"].str.startswith("17") & (rows["period"] == "2024-11")].reset_index(drop=True)
    kaur = (rows["region_code"] == "17.04") & (rows["indicator"] == "coverage")

    def published(coverage: float, file: str) -> int:
        figures = rows.assign(value=rows["value"].mask(kaur, coverage), value_printed="", source_id="cabang")
        return publish(LOCAL, NAME, figures, Upload(file, "a" * 64, "", {"title": TITLE}), newest(NAME))

    return published


def kaur(page: Page) -> str:
    wait_for_map(page)
    return next(name for name in names(page) if name.startswith("Kaur"))


def test_a_presenters_screen_stays_and_an_old_version_comes_back(
    visit_office: Callable[..., Page], publish_kaur: Callable[[float, str], int]
):
    publish_kaur(75.0, "oktober.csv")
    page = visit_office("/", set=NAME)
    wait_for_address(page, set=NAME, v="1", area="17")
    sentence = page.locator(SENTENCE).inner_text()
    assert "Kaur 75,0" in sentence
    assert "75,0" in kaur(page)

    publish_kaur(82.5, "november.csv")
    follow(page, "/peta")
    assert "75,0" in kaur(page)
    offer = page.get_by_role("link", name="Buka versi 2")
    expect(offer).to_be_visible()
    page.reload()
    wait_until_settled(page)
    assert address(page)["v"] == "1"
    assert "75,0" in kaur(page)

    offer.click()
    wait_for_address(page, v="2")
    expect(offer).to_have_count(0)
    expect(page.locator('path[data-region="17.04"][aria-label*="82,5"]')).to_be_attached()
    page.go_back()
    wait_for_address(page, v="1")
    expect(page.locator('path[data-region="17.04"][aria-label*="75,0"]')).to_be_attached()

    go(page, "/versi", set=NAME)
    restore_version_1(page)
    assert newest(NAME) == 3
    page.get_by_role("link", name="Buka di semua halaman").click()
    wait_for_address(page, set=NAME, v="3")
    assert "Kaur 75,0" in page.locator(SENTENCE).inner_text()


def restore_version_1(page: Page) -> None:
    """Pick version 1, ask for it, write why, and mean it."""
    box = page.get_by_role("combobox", name="Versi", exact=True).locator("visible=true").first
    box.click()
    page.get_by_role("option", name=re.compile("^Versi 1 ")).click()
    page.get_by_role("button", name="Pulihkan versi 1 …").click()
    page.get_by_label("Catatan untuk versi ini").fill("angka November keliru")
    page.get_by_role("button", name="Pulihkan", exact=True).click()
    expect(page.get_by_text("Versi 1 dipulihkan sebagai versi 3.")).to_be_visible()


def test_what_a_power_cut_tore_is_set_aside_before_anything_is_served(tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CAKUPAN_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("CAKUPAN_LOCAL", "1")
    rows = load_bundled("reported").observations
    for base in range(2):
        publish(LOCAL, NAME, rows, Upload("x.csv", "a" * 64), base)
    entry = log_entry(tmp_path / "store" / "tables" / NAME, 2)
    entry.write_bytes(entry.read_bytes()[:40])
    with running_server(tmp_path) as started:
        assert newest(NAME) == 1
        assert read_journal()[-1]["action"] == "recover"
        assert "torn" in started.log.read_text()
