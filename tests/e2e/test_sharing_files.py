"""Files to share from a meeting: made beside the page, stopped, saved, and opened again."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pptx import Presentation
from screen import wait_until_settled

# A machine with two cores and other journeys beside this one.
PATIENCE = 120_000
FOLD = {"id": "Berkas untuk dibagikan", "en": "Files to share"}
SAVE = {"id": "Simpan", "en": "Save"}


ENDINGS = {"PPTX": "pptx", "XLSX": "xlsx", "SVG + PNG": "zip"}


def made(page: Page, button: str, save: str) -> bytes:
    """Ask for a file, wait for it and not for the one before it, and take it."""
    page.get_by_role("button", name=button, exact=True).click()
    offered = page.get_by_role("button", name=re.compile(rf"^{save} .*\.{ENDINGS.get(button, 'pdf')} .*(kB|MB)"))
    expect(offered).to_be_visible(timeout=PATIENCE)
    with page.expect_download(timeout=PATIENCE) as started:
        offered.click()
    return started.value.path().read_bytes()


def test_a_brief_is_one_page_about_its_regency(visit: Callable[..., Page]):
    page = visit("/profil", set="simulated", area="17", region="17.04")
    reader = pypdf.PdfReader(io.BytesIO(made(page, "Ringkasan satu halaman (PDF)", "Simpan")))
    assert len(reader.pages) == 1
    assert reader.metadata is not None
    assert reader.metadata.title == "Kaur"
    assert "SIMULASI" in reader.pages[0].extract_text()


@pytest.mark.parametrize(("language", "mark"), [("id", "SIMULASI"), ("en", "SIMULATION")])
def test_a_deck_is_shared_in_the_language_of_the_screen(visit: Callable[..., Page], language: str, mark: str):
    page = visit("/rapat", set="simulated", area="17", lang=language)
    page.get_by_text(re.compile(f"^{FOLD[language]}")).click()
    wait_until_settled(page)
    expect(page.get_by_text(f"[{mark}]")).to_be_visible(timeout=PATIENCE)
    show = Presentation(io.BytesIO(made(page, "PPTX", SAVE[language])))
    said = "\n".join(shape.text_frame.text for shape in show.slides[0].shapes if shape.has_text_frame)
    assert mark in said
    assert show.core_properties.language == language
    workbook = load_workbook(io.BytesIO(made(page, "XLSX", SAVE[language])))
    assert all(mark in [cell.value for row in sheet.iter_rows() for cell in row] for sheet in workbook)


def test_what_takes_long_shows_how_far_it_is_and_can_be_stopped(visit: Callable[..., Page]):
    page = visit("/profil", set="simulated", area="17", region="17.04")
    page.get_by_role("button", name=re.compile("514 ringkasan")).click()
    expect(page.get_by_text(re.compile(r"cakupan-ID-coverage-2024-11.zip: \d+ dari 514"))).to_be_visible(
        timeout=PATIENCE
    )
    expect(page.get_by_role("button", name="Ringkasan satu halaman (PDF)", exact=True)).to_be_disabled()
    page.get_by_role("button", name="Hentikan", exact=True).click()
    expect(page.get_by_role("button", name="Ringkasan satu halaman (PDF)", exact=True)).to_be_enabled()
    made_after = made(page, "Ringkasan satu halaman (PDF)", "Simpan")
    assert made_after[:4] == b"%PDF"


def test_pictures_come_as_one_archive(visit: Callable[..., Page]):
    page = visit("/rapat", set="simulated", area="17")
    page.get_by_text(re.compile(f"^{FOLD['id']}")).click()
    wait_until_settled(page)
    archive = zipfile.ZipFile(io.BytesIO(made(page, "SVG + PNG", "Simpan")))
    names = archive.namelist()
    assert {Path(name).suffix for name in names if "peta" in name} == {".svg", ".png"}
