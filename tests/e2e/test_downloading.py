"""Pictures of the map, and the figures behind it, as files that open."""

import struct
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import geopandas
import pandas as pd
from playwright.sync_api import Page, expect
from screen import fills, follow, wait_for_address, wait_for_map

SVG = "{http://www.w3.org/2000/svg}"
ALWAYS = ["Cakupan kepesertaan, Bengkulu", "November 2024", "persen dari pekerja eligible", "Batas indikatif"]
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def downloaded(page: Page, name: str, folder: Path, role: str = "button") -> Path:
    """Press a button or a link and keep the file that it starts, under the name that the page proposes."""
    with page.expect_download() as started:
        page.get_by_role(role, name=name, exact=True).click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def test_pictures_and_figures_open_elsewhere(visit: Callable[..., Page], tmp_path: Path):
    page = visit("/peta", set="simulated", period="2024-11")
    wait_for_map(page)
    text = the_picture_stands_alone(page, tmp_path, "simulasi", ["SIMULASI", "Simulasi Cakupan"], ["belum kami miliki"])
    as_png_it_is_large_enough_to_print(page, tmp_path)
    it_shows_the_whole_area_however_far_the_screen_is_zoomed(page, tmp_path, text)

    page.get_by_role("link", name="Lihat angka yang dilaporkan").click()
    wait_for_address(page, set="reported", period="2024-11")
    expect(page.get_by_text("SIMULASI", exact=True)).to_have_count(0)
    wait_for_map(page)
    the_picture_stands_alone(page, tmp_path, "dilaporkan", ["Jarrakpos.com", "belum kami miliki: 8"], ["SIMULASI"])

    follow(page, "/sumber")
    wait_for_address(page, set="reported", period="2024-11")
    everything_on_the_sources_page_opens_elsewhere(page, tmp_path)


def the_picture_stands_alone(page: Page, folder: Path, dataset: str, says: list[str], says_not: list[str]) -> str:
    path = downloaded(page, "Unduh peta sebagai SVG", folder)
    assert path.name == f"cakupan-{dataset}-bengkulu-cakupan-kepesertaan-2024-11.svg"
    drawing = ET.parse(path).getroot()  # noqa: S314  (our own file)
    assert drawing.tag == f"{SVG}svg"
    words = " | ".join("".join(node.itertext()) for node in drawing.iter(f"{SVG}text"))
    assert [word for word in (*ALWAYS, *says) if word not in words] == []
    assert [word for word in says_not if word in words] == []
    drawn = {path.get("data-region"): path.get("fill") for path in drawing.iter(f"{SVG}path")}
    assert {code: fill for code, fill in drawn.items() if code} == fills(page)
    hatchings = {f"url(#{node.get('id')})" for node in drawing.iter(f"{SVG}pattern")}
    assert {fill for fill in fills(page).values() if fill.startswith("url")} <= hatchings
    return path.read_text()


def it_shows_the_whole_area_however_far_the_screen_is_zoomed(page: Page, folder: Path, before: str) -> None:
    for _press in range(4):
        page.get_by_role("button", name="Perbesar").click()
    assert downloaded(page, "Unduh peta sebagai SVG", folder).read_text() == before


def as_png_it_is_large_enough_to_print(page: Page, folder: Path) -> None:
    path = downloaded(page, "Unduh peta sebagai PNG", folder)
    content = path.read_bytes()
    assert path.name == "cakupan-simulasi-bengkulu-cakupan-kepesertaan-2024-11.png"
    assert content.startswith(PNG_SIGNATURE)
    width, _height = struct.unpack(">II", content[16:24])
    assert width == 2 * 1280
    assert len(content) > 50_000  # not a white sheet


def everything_on_the_sources_page_opens_elsewhere(page: Page, folder: Path) -> None:
    page.get_by_role("tab", name="Unduhan").click()

    text = pd.read_csv(downloaded(page, "CSV", folder, "link"), dtype=str)
    kaur = text[(text["region_code"] == "17.04") & (text["period"] == "2024-11")]
    assert float(kaur["value"].item()) == 75.0
    book = downloaded(page, "XLSX", folder, "link")
    sheets = pd.read_excel(book, sheet_name=None, dtype={"region_code": str}, engine="openpyxl")
    rows = sheets["observations"]
    assert rows.loc[(rows["region_code"] == "17.07") & (rows["period"] == "2024-11"), "value"].item() == 17.0
    assert "jarrakpos-2024-11-20" in set(sheets["sources"]["source_id"])

    for button in ("GeoJSON", "GeoPackage"):
        boundaries = geopandas.read_file(downloaded(page, button, folder, "link")).set_index("region_code")
        assert len(boundaries) == 10
        assert boundaries.crs.to_epsg() == 4326
        assert boundaries.geometry.is_valid.all()
        assert boundaries.loc["17.04", "value"] == 75.0
        assert pd.isna(boundaries.loc["17.05", "value"])
