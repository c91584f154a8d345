"""Files to share from a meeting: made beside the page, stopped, saved, and opened again."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdf
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pptx import Presentation
from screen import wait_until_settled

# A machine with two cores and other journeys beside this one.
PATIENCE = 120_000
FOLD = {"id": "Berkas untuk dibagikan", "en": "Files to share"}
SAVE = {"id": "Simpan", "en": "Save"}
MARKS = {"id": "SIMULASI", "en": "SIMULATION"}
ENDINGS = {"PPTX": "pptx", "XLSX": "xlsx", "SVG + PNG": "zip"}


def made(page: Page, button: str, save: str) -> bytes:
    """Ask for a file, wait for it and not for the one before it, and take it."""
    page.get_by_role("button", name=button, exact=True).click()
    offered = page.get_by_role("button", name=re.compile(rf"^{save} .*\.{ENDINGS.get(button, 'pdf')} .*(kB|MB)"))
    expect(offered).to_be_visible(timeout=PATIENCE)
    with page.expect_download(timeout=PATIENCE) as started:
        offered.click()
    return started.value.path().read_bytes()


def test_what_takes_long_shows_how_far_it_is_and_can_be_stopped_for_a_brief(visit: Callable[..., Page]):
    page = visit("/profil", set="simulated", area="17", region="17.04")
    page.get_by_role("button", name=re.compile("514 ringkasan")).click()
    expect(
        page.get_by_text(
            re.compile(r"cakupan-simulasi-ringkasan-indonesia-cakupan-kepesertaan-2024-11.zip: \d+ dari 514")
        )
    ).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("button", name="Ringkasan satu halaman (PDF)", exact=True)).to_be_disabled()
    page.get_by_role("button", name="Hentikan", exact=True).click()
    expect(page.get_by_role("button", name="Ringkasan satu halaman (PDF)", exact=True)).to_be_enabled()
    a_brief_is_one_page_about_its_regency(page)


def a_brief_is_one_page_about_its_regency(page: Page) -> None:
    brief = made(page, "Ringkasan satu halaman (PDF)", "Simpan")
    expect(
        page.get_by_role("button", name=re.compile(r"^Simpan cakupan-simulasi-kaur-cakupan-kepesertaan-2024-11\.pdf"))
    ).to_be_visible()
    reader = pypdf.PdfReader(io.BytesIO(brief))
    (sheet,) = reader.pages
    assert reader.metadata is not None
    assert reader.metadata.title == "Kaur"
    assert "Kaur" in sheet.extract_text()
    assert "SIMULASI" in sheet.extract_text()


def test_a_deck_is_shared_in_the_language_of_the_screen(visit: Callable[..., Page]):
    for language, mark in MARKS.items():
        page = visit("/rapat", set="simulated", area="17", lang=language)
        page.get_by_text(re.compile(f"^{FOLD[language]}")).click()
        wait_until_settled(page)
        expect(page.get_by_text(f"[{mark}]")).to_be_visible(timeout=PATIENCE)
        slides_are_in_its_language(page, language)
        if language == "id":
            pictures_come_as_one_archive(page)
        else:
            every_sheet_is_in_its_language(page, language)


def slides_are_in_its_language(page: Page, language: str) -> None:
    show = Presentation(io.BytesIO(made(page, "PPTX", SAVE[language])))
    said = "\n".join(shape.text_frame.text for shape in show.slides[0].shapes if shape.has_text_frame)
    assert MARKS[language] in said
    assert show.core_properties.language == language


def every_sheet_is_in_its_language(page: Page, language: str) -> None:
    workbook = load_workbook(io.BytesIO(made(page, "XLSX", SAVE[language])))
    assert all(MARKS[language] in [cell.value for row in sheet.iter_rows() for cell in row] for sheet in workbook)


def pictures_come_as_one_archive(page: Page) -> None:
    archive = zipfile.ZipFile(io.BytesIO(made(page, "SVG + PNG", "Simpan")))
    names = archive.namelist()
    assert {Path(name).suffix for name in names if "peta" in name} == {".svg", ".png"}
