"""From wherever a regency is selected to its profile, to a neighbour's, and to the page for a regent's folder."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from outside import join_internet, replace_frame
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from screen import SENTENCE, choose, go, region, wait_for_address, wait_for_map, wait_until_settled

PHONE, LAPTOP = {"width": 390, "height": 844}, {"width": 1366, "height": 768}


def profile_of(page: Page, name: str, language: str = "id") -> None:
    """Follow the link to a profile, and wait until it is drawn."""
    said = f"Profil {name}" if language == "id" else f"Profile of {name}"
    page.get_by_role("link", name=said).click()
    expect(page).to_have_url(re.compile(r"/profil\?"))
    expect(page.locator(SENTENCE).first).to_contain_text(name)
    wait_until_settled(page)


def figure(page: Page, label: str) -> str:
    """The large figure under a label."""
    found = page.get_by_test_id("stMetric").filter(has=page.get_by_text(label, exact=True))
    return found.get_by_test_id("stMetricValue").inner_text()


def test_from_the_map_to_a_profile_to_a_neighbour_and_to_its_brief(visit: Callable[..., Page], tmp_path: Path):
    page = visit("/peta")
    wait_for_map(page)
    region(page, "17.07").click()
    wait_for_address(page, region="17.07")
    profile_of(page, "Lebong")
    expect(page.locator(SENTENCE).first).to_contain_text("peringkat 10 dari 10 di Bengkulu")
    assert figure(page, "Lebong") == "17,0 %"
    assert figure(page, "Terhadap Bengkulu (poin)") == "\N{MINUS SIGN}20,0"
    assert figure(page, "Target UCJ Kemendagri 2025 (poin)") == "\N{MINUS SIGN}31,0"

    page.get_by_role("link", name="Musi Rawas Utara", exact=True).click()
    wait_for_address(page, region="16.13", area="16")  # a neighbour in another province takes the area along
    expect(page.locator(SENTENCE).first).to_contain_text("Musi Rawas Utara")
    page.get_by_role("link", name="Lebong", exact=True).click()
    wait_for_address(page, region="17.07", area="17")
    page.go_back()
    wait_for_address(page, region="16.13", area="16")
    expect(page.locator(SENTENCE).first).to_contain_text("Musi Rawas Utara")

    page.get_by_role("button", name="Ringkasan satu halaman (PDF)").click()
    save = page.get_by_role("button", name=re.compile(r"^Simpan 16\.13-coverage-2024-11\.pdf"))
    expect(save).to_be_visible(timeout=90_000)
    with page.expect_download() as started:
        save.click()
    started.value.save_as(tmp_path / "ringkasan.pdf")
    (sheet,) = PdfReader(tmp_path / "ringkasan.pdf").pages
    assert "Musi Rawas Utara" in sheet.extract_text()
    assert "SIMULASI" in sheet.extract_text()


@pytest.mark.parametrize("path", ["/", "/peringkat", "/tren"])
def test_a_selected_region_leads_to_its_profile_in_either_language(visit: Callable[..., Page], path: str):
    page = visit(path, region="17.04", lang="en")
    profile_of(page, "Kaur", "en")
    expect(page.locator(SENTENCE).first).to_contain_text("Kaur is number 1 of 10 in Bengkulu")


def test_a_region_found_by_name_in_the_ranking_leads_to_its_profile(visit: Callable[..., Page]):
    page = visit("/peringkat")
    choose(page, "Kabupaten/kota", "Seluma")
    wait_for_address(page, region="17.05")
    profile_of(page, "Seluma")


def test_a_click_on_the_street_map_leads_to_the_profile(fresh_page: Callable[..., Page]):
    page = fresh_page()
    join_internet(page.context)
    replace_frame(page.context)
    go(page, "/peta-dasar")
    page.frame_locator("iframe").get_by_role("button", name="Kaur").click()
    wait_for_address(page, region="17.04")
    profile_of(page, "Kaur")


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_of_a_profile_is_cut(visit: Callable[..., Page], size: dict[str, int], scheme: str):
    """The longest name of a province, for its labels are the longest."""
    page = visit("/profil", options={"viewport": size, "color_scheme": scheme}, area="19", region="19.02")
    expect(page.get_by_text("Semua yang diketahui tentang")).to_be_attached()
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0
    cut = page.get_by_test_id("stMetricLabel").evaluate_all(
        "labels => labels.filter((label) => label.scrollWidth > label.clientWidth + 1).map((label) => label.innerText)"
    )
    assert cut == []
