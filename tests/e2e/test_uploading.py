"""An analyst brings a file as it came, and in a few minutes everybody sees it."""

import io
import re
from collections.abc import Callable
from contextlib import suppress
from itertools import product
from pathlib import Path

from branch_office import VILLAGES, branch_workbook, village_file
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as TooSlow
from screen import ranked, wait_for_map, wait_until_settled


def choose_file(page: Page, name: str, content: bytes) -> None:
    page.locator("input[type=file]").first.set_input_files({"name": name, "mimeType": "", "buffer": content})


def press(page: Page, label: str) -> None:
    wait_until_settled(page)  # a button that is drawn anew under the pointer takes no press
    page.get_by_role("button", name=label, exact=True).last.click()
    wait_until_settled(page)


def write(page: Page, label: str, text: str) -> None:
    box = page.get_by_label(label, exact=True)
    box.fill(text)
    box.press("Tab")
    wait_until_settled(page)


def settled(page: Page, step: str) -> Locator:
    """The line of a settled step."""
    return page.get_by_text(re.compile(rf"^{re.escape(step)} ✓"))


def pick_region(page: Page, written: str, region: str) -> None:
    box = page.get_by_role("combobox", name=f"Wilayah untuk {written}", exact=True)
    expect(box).to_be_visible()
    wait_until_settled(page)  # a list that is open while the page is still drawn is taken away under the pointer
    option = page.get_by_role("option", name=region).first
    for _try in range(3):
        box.click()
        box.fill(region)
        with suppress(TooSlow):  # the page was drawn anew, and took the open list away
            option.click(timeout=5000)
            break
    wait_until_settled(page)


def test_a_branch_offices_workbook_is_on_everyones_screen(visit_office: Callable[..., Page]):
    page = visit_office("/unggah")
    choose_file(page, "rekap november.xlsx", branch_workbook())
    expect(settled(page, "1. Berkas")).to_contain_text("judul kolom di baris 5–6 · 10 baris data")
    expect(settled(page, "1. Berkas")).to_contain_text("1 jumlah (17)")
    press(page, "Kolom-kolom ini benar")

    expect(page.get_by_text("dua puluh tiga ribu empat ratus lima puluh enam")).to_be_visible()
    expect(page.get_by_text("dua puluh tiga koma empat lima enam")).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    for reading in ("23.456 → 23.456 peserta aktif", "61.200 → 61.200 pekerja eligible"):
        page.get_by_text(reading, exact=True).click()
        wait_until_settled(page)

    expect(page.get_by_text("8 pasti (8 baris) · 1 mungkin, menunggu persetujuan (1 baris)")).to_be_visible()
    press(page, "Terima")
    pick_region(page, "Bengkulu", "Kota Bengkulu, Bengkulu (17.71)")
    expect(settled(page, "4. Wilayah")).to_contain_text("2 dipilih sendiri")
    expect(settled(page, "5. Pemeriksaan")).to_contain_text("10 angka · tidak ada kesalahan")

    write(page, "Judul kumpulan data (Indonesia)", "Cabang Bengkulu")
    write(page, "Penerbit", "Kantor Cabang Bengkulu")
    for sentence in ("menghitung peserta aktif", "menghitung pekerja eligible", "menghitung cakupan kepesertaan"):
        page.get_by_test_id("stCheckbox").filter(has_text=sentence).locator("label").click()
        wait_until_settled(page)
    press(page, "Simpan sebagai draf dan lihat petanya")
    wait_for_map(page)
    press(page, "Terbitkan")
    expect(page.get_by_text("Terbit: Cabang Bengkulu, versi 1.")).to_be_visible()

    # Whoever comes now finds it by its name alone, in another browser.
    reader = visit_office("/", set="cabang-bengkulu")
    wait_for_map(reader)
    expect(reader).to_have_url(re.compile(r"[?&]v=1(&|$)"))
    assert ranked(reader)[0] == "Kaur 75,0"
    assert ranked(reader)[-1] == "Lebong 17,0"
    expect(reader.get_by_text("Kantor Cabang Bengkulu").first).to_be_visible()


def test_a_wrong_file_is_refused_with_a_sentence(visit_office: Callable[..., Page]):
    page = visit_office("/unggah")
    expect(page.get_by_role("button", name="Pilih berkas", exact=True)).to_be_visible()
    choose_file(page, "angka.csv", b"%PDF-1.7 laporan")
    expect(page.get_by_text("Bentuk berkas angka.csv tidak dapat dibaca di sini (PDF)")).to_be_visible()
    expect(page.get_by_test_id("stFileChipName")).to_have_text("angka.csv")
    expect(page.get_by_test_id("stFileChipName")).to_be_visible()
    choose_file(page, "halaman.xls", b"<html><table><tr><td>1</td></tr></table></html>")
    expect(page.get_by_text("Berkas halaman.xls adalah halaman web")).to_be_visible()
    wait_until_settled(page)
    expect(page.get_by_test_id("stFileChipName")).to_be_visible()


def test_the_template_filled_in_has_no_question_and_its_draft_is_the_analysts_own(
    visit_office: Callable[..., Page], tmp_path: Path
):
    page = visit_office("/unggah")
    with page.expect_download() as started:
        page.get_by_role("button", name="Templat XLSX").click()
    started.value.save_as(tmp_path / "templat.xlsx")
    book = load_workbook(tmp_path / "templat.xlsx")
    for code, name, count in (("17.04", "Kabupaten Kaur", 750), ("17.07", "Kabupaten Lebong", 170)):
        book["Data"].append([code, name, "2024-11", "Cakupan kepesertaan", "Semua segmen", count, 1000])
    filled = io.BytesIO()
    book.save(filled)
    choose_file(page, "templat.xlsx", filled.getvalue())
    expect(settled(page, "5. Pemeriksaan")).to_contain_text("2 angka · tidak ada kesalahan")
    expect(page.get_by_role("radio", name="peserta aktif")).to_have_count(0)

    write(page, "Judul kumpulan data (Indonesia)", "Dari templat")
    write(page, "Penerbit", "Kantor Cabang Bengkulu")
    press(page, "Simpan sebagai draf dan lihat petanya")
    page.get_by_role("link", name="Buka di semua halaman").click()
    wait_for_map(page)
    expect(page.get_by_text("belum diterbitkan; hanya terlihat pada komputer ini").first).to_be_visible()
    page.get_by_test_id("stSidebar").get_by_role("link", name="Peta", exact=True).click()
    expect(page).to_have_url(re.compile(r"/peta\?"))
    wait_for_map(page)
    expect(page.get_by_text("belum diterbitkan; hanya terlihat pada komputer ini").first).to_be_visible()
    assert ranked(page)[0] == "Kaur 75,0"


def test_what_is_typed_while_the_page_is_drawn_anew_stays(visit_office: Callable[..., Page]):
    page = visit_office("/unggah")
    choose_file(page, "rekap.csv", b"kode;nama;periode;peserta aktif;pekerja eligible\n17.04;Kaur;2024-11;750;1000\n")
    press(page, "Kolom-kolom ini benar")
    title = page.get_by_label("Judul kumpulan data (Indonesia)", exact=True)
    title.fill("Cabang Bengkulu")
    title.press("Tab")
    publisher = page.get_by_label("Penerbit", exact=True)
    publisher.press_sequentially("Kantor Cabang Bengkulu", delay=60)
    wait_until_settled(page)
    expect(publisher).to_have_value("Kantor Cabang Bengkulu")
    expect(title).to_have_value("Cabang Bengkulu")


def test_a_file_of_every_village_reaches_its_preview(visit_office: Callable[..., Page]):
    page = visit_office("/unggah")
    content, rows = village_file(), f"{VILLAGES:,}".replace(",", ".")
    choose_file(page, "desa.csv", content)
    expect(page.get_by_text("Membaca berkas …")).to_be_visible()
    expect(settled(page, "1. Berkas")).to_contain_text(f"{rows} baris data")
    press(page, "Kolom-kolom ini benar")
    expect(settled(page, "4. Wilayah")).to_contain_text(f"{rows} baris")
    expect(settled(page, "5. Pemeriksaan")).to_contain_text("514 angka · tidak ada kesalahan")
    expect(page.get_by_text("Baru: 514 angka dari 514 wilayah, November 2024.")).to_be_visible()
    wait_until_settled(page)


def test_what_is_on_the_way_is_kept_while_another_page_is_read(visit_office: Callable[..., Page]):
    page = visit_office("/unggah")
    choose_file(page, "kecil.csv", b"Kode wilayah;Tahun;Cakupan (%)\n17.04;2024;75,5\n")
    expect(settled(page, "1. Berkas")).to_be_visible()
    page.get_by_test_id("stSidebar").get_by_role("link", name="Sumber", exact=True).click()
    expect(page.get_by_text("Sumber dan metode")).to_be_visible()
    page.get_by_test_id("stSidebar").get_by_role("link", name="Unggah", exact=True).click()
    expect(settled(page, "1. Berkas")).to_contain_text("kecil.csv")
    wait_until_settled(page)


def test_nothing_of_the_steps_is_cut(visit_office: Callable[..., Page]):
    page = visit_office("/unggah")
    choose_file(page, "rekap.xlsx", branch_workbook())
    expect(settled(page, "1. Berkas")).to_be_visible()
    wait_until_settled(page)
    for width, scheme in product((1366, 390), ("light", "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, (width, scheme)
