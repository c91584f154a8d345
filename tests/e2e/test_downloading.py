"""Pictures of the map, and the figures behind it, as files that open."""

import struct
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import geopandas
import pandas as pd
import pytest
from playwright.sync_api import Page
from screen import fills, wait_for_address, wait_for_map

SVG = "{http://www.w3.org/2000/svg}"
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def downloaded(page: Page, button: str, folder: Path) -> Path:
    """Press a button and keep the file that it starts, under the name that the page proposes."""
    with page.expect_download() as started:
        page.get_by_role("button", name=button, exact=True).click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


@pytest.mark.parametrize(
    ("dataset", "source", "simulated", "gaps"),
    [("simulated", "Simulasi Cakupan", True, 0), ("reported", "Jarrakpos.com", False, 8)],
)
def test_the_picture_stands_alone(
    visit: Callable[..., Page], tmp_path: Path, dataset: str, source: str, simulated: bool, gaps: int
):
    page = visit("/peta", set=dataset, period="2024-11")
    wait_for_map(page)
    path = downloaded(page, "Unduh peta sebagai SVG", tmp_path)
    assert path.name == "cakupan-coverage-17-2024-11.svg"
    drawing = ET.parse(path).getroot()  # noqa: S314  (our own file)
    assert drawing.tag == f"{SVG}svg"
    words = " | ".join("".join(node.itertext()) for node in drawing.iter(f"{SVG}text"))
    for word in ("Cakupan kepesertaan, Bengkulu", "November 2024", source, "persen dari pekerja eligible", "Batas indikatif"):
        assert word in words
    assert ("SIMULASI" in words) is simulated
    assert (f"belum dilaporkan: {gaps}" in words) is (gaps > 0)
    drawn = {node.get("data-region"): node.get("fill") for node in drawing.iter(f"{SVG}path") if node.get("data-region")}
    assert drawn == fills(page)
    hatchings = {f"url(#{node.get('id')})" for node in drawing.iter(f"{SVG}pattern")}
    assert {fill for fill in drawn.values() if fill.startswith("url")} <= hatchings


def test_the_picture_shows_the_whole_area_however_far_the_screen_is_zoomed(visit: Callable[..., Page], tmp_path: Path):
    page = visit("/peta")
    wait_for_map(page)
    before = downloaded(page, "Unduh peta sebagai SVG", tmp_path).read_text()
    for _press in range(4):
        page.get_by_role("button", name="Perbesar").click()
    assert downloaded(page, "Unduh peta sebagai SVG", tmp_path).read_text() == before


def test_the_picture_as_png_is_large_enough_to_print(visit: Callable[..., Page], tmp_path: Path):
    page = visit("/peta")
    wait_for_map(page)
    path = downloaded(page, "Unduh peta sebagai PNG", tmp_path)
    content = path.read_bytes()
    assert path.name == "cakupan-coverage-17-2024-11.png"
    assert content.startswith(PNG_SIGNATURE)
    width, _height = struct.unpack(">II", content[16:24])
    assert width == 2 * 1280
    assert len(content) > 50_000  # not a white sheet


def test_everything_on_the_sources_page_opens_elsewhere(visit: Callable[..., Page], tmp_path: Path):
    page = visit("/sumber", set="reported", period="2024-11")
    wait_for_address(page, period="2024-11")
    page.get_by_role("tab", name="Unduhan").click()

    text = pd.read_csv(downloaded(page, "CSV", tmp_path), dtype=str)
    kaur = text[(text["region_code"] == "17.04") & (text["period"] == "2024-11")]
    assert float(kaur["value"].item()) == 75.0
    sheets = pd.read_excel(downloaded(page, "XLSX", tmp_path), sheet_name=None, dtype={"region_code": str})
    rows = sheets["observations"]
    assert rows.loc[(rows["region_code"] == "17.07") & (rows["period"] == "2024-11"), "value"].item() == 17.0
    assert "jarrakpos-2024-11-20" in set(sheets["sources"]["source_id"])

    for button in ("GeoJSON", "GeoPackage"):
        outlines = geopandas.read_file(downloaded(page, button, tmp_path)).set_index("region_code")
        assert len(outlines) == 10
        assert outlines.crs.to_epsg() == 4326
        assert outlines.geometry.is_valid.all()
        assert outlines.loc["17.04", "value"] == 75.0
        assert pd.isna(outlines.loc["17.05", "value"])
