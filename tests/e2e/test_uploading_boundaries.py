"""An analyst's boundaries: from a folder as it came from the survey office to everybody's map, in a real browser."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from outside import join_internet
from playwright.sync_api import Locator, Page, expect
from screen import go, region, wait_for_map, wait_until_settled

SHARED = Path(__file__).parents[3] / "shared" / "geo"
PUBLISH = "Terbitkan batas ini"


def packed(name: str, folder: Path) -> Path:
    """Zip one of the shared folders, as an analyst does."""
    if not (SHARED / name).exists():
        pytest.skip(f"../shared/geo/{name} is not on this machine")
    archive = folder / f"{name}.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for part in sorted((SHARED / name).iterdir()):
            target.write(part, f"Batas/{part.name}")
    return archive


def bring(page: Page, file: Path) -> None:
    """Open the tab of boundaries and choose the file."""
    page.get_by_role("tab", name="Batas").click()
    panel = page.get_by_role("tabpanel").filter(has_text="shapefile dalam zip")
    expect(panel.get_by_text("Paling banyak 2 juta titik")).to_be_visible()
    panel.locator('input[type="file"]').set_input_files(file)
    expect(button(page)).to_be_visible(timeout=60_000)


def button(page: Page) -> Locator:
    return page.get_by_role("button", name=PUBLISH)


def new_map(page: Page) -> Locator:
    return page.get_by_role("img", name="Batas dari berkas di atas batas yang ditampilkan saat ini")


def boundary_of_kaur(page: Page) -> str:
    wait_for_map(page)
    return region(page, "17.04").first.get_attribute("d") or ""


def test_a_survey_offices_shapefile_without_prj_reaches_everybodys_map(
    visit_office: Callable[..., Page], tmp_path: Path
):
    presenter = visit_office("/peta", area="17")
    before = boundary_of_kaur(presenter)
    page = visit_office("/unggah")
    bring(page, packed("derived_bengkulu_mercator_noprj", tmp_path))
    expect(page.get_by_text("Berkas ini tidak menyebut sistem koordinatnya.")).to_be_visible()
    expect(page.get_by_text("Kemungkinan terbesar EPSG:3857")).to_be_visible()
    # Its names are read by whoever points at a boundary, and by a screen reader.
    expect(new_map(page).locator("path", has=page.locator("title", has_text="Kaur"))).to_have_count(2)
    # Without internet the street map says so, and our own stays.
    page.get_by_text("Di atas peta jalan").click()
    expect(page.get_by_text("Peta di atas berfungsi tanpa internet.")).to_be_visible()
    expect(new_map(page).locator("path").first).to_be_visible()
    expect(button(page)).to_be_disabled()
    page.get_by_role("button", name="Batas terletak benar di peta").click()
    expect(button(page)).to_be_enabled()
    button(page).click()
    expect(page.get_by_text("Diterbitkan sebagai versi 1.")).to_be_visible(timeout=60_000)
    wait_until_settled(page)
    page.get_by_role("link", name="Buka peta dengan batas yang baru").click()
    page.wait_for_url("**/peta?**")
    assert boundary_of_kaur(page) != before
    # Whoever had the map open goes on seeing the same, and is told.
    presenter.get_by_role("link", name="Tren", exact=True).click()
    wait_until_settled(presenter)
    presenter.get_by_role("link", name="Peta", exact=True).click()
    assert boundary_of_kaur(presenter) == before
    presenter.get_by_role("button", name="Tampilkan batas yang baru").click(timeout=60_000)
    wait_until_settled(presenter)
    expect(region(presenter, "17.04").first).not_to_have_attribute("d", before)


def test_with_internet_the_boundaries_lie_over_the_street_map(fresh_office_page: Callable[..., Page], tmp_path: Path):
    page = fresh_office_page()
    join_internet(page.context)
    go(page, "/unggah")
    bring(page, packed("derived_bengkulu_utm47s", tmp_path))
    page.get_by_text("Di atas peta jalan").click()
    expect(page.locator('iframe[title="streamlit_folium.st_folium"]')).to_be_visible(timeout=30_000)
