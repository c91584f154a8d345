"""Unggah: a file goes its way step by step, and each step asks only what the file leaves open."""

import io

import pytest
from openpyxl import Workbook, load_workbook

from components.screens.upload.pipeline import LARGE_FILE
from components.state import reference, users
from data.store.drafts import drafts_of
from data.store.journal import read_journal
from data.store.preferences import aliases, defined_indicators, remember_alias
from data.store.roles import User
from data.store.versions import Upload, newest, open_version, publish, versions
from tests.app.uploading import answered, chosen, confirmed
from tests.streamlit_private import state_of

pytestmark = pytest.mark.usefixtures("office")
NUMBERS, REGIONS, CHECKS, PUBLISHING = (
    "3. Cara membaca angka",
    "4. Wilayah",
    "5. Pemeriksaan",
    "6. Pratinjau dan terbit",
)
LONG = "Kode wilayah;Periode;Indikator;Segmen;Pembilang;Penyebut\n"
KAUR = "17.04;2024-11;Cakupan kepesertaan;Semua segmen;750;1000\n"


def branch_file(**changed):
    """A branch office's sheet: titles, a header in two rows with merged cells, thousands by points, a total."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Rekap"
    rows = [
        ["REKAPITULASI KEPESERTAAN"], ["Posisi 30 November 2024"], [],
        ["No", "Kabupaten/Kota", "Kepesertaan", None, None],
        [None, None, "Peserta Aktif", "Pekerja Eligible", "Cakupan (%)"],
        [1, "Kab. Kaur", "30.112", "40.150", "75,0"], [2, "Kab Lebongg", "8.123", "47.781", "17,0"],
        [3, "Bengkulu", "61.020", "138.000", "44,2"], [None, "JUMLAH", "99.255", "225.931", "43,9"],
    ]  # fmt: skip
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("C4:E4")
    for cell, text in changed.items():
        sheet[cell] = text
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_a_click_that_comes_with_a_late_word_of_the_file_does_not_begin_it_anew(opened):
    """As a browser sends it that has not heard yet that the uploader is gone."""
    screen = opened("upload")
    uploader = screen.app.file_uploader[0]
    uploader.set_value(("kepesertaan.xlsx", branch_file(), "application/octet-stream"))
    late = state_of(uploader)
    screen.app.run()
    (button,) = [one for one in screen.app.button if one.label == "Kolom-kolom ini benar"]
    button.click()
    screen.send(late)
    assert "**2. Kolom** :green[✓]" in screen.words


def read_as_thousands(screen):
    for question in [one for one in screen.app.radio if "_question_" in one.key]:
        question.set_value(0)
    screen.app.run()
    return screen


def to_the_checks(screen):
    """The way of the branch office's file up to its checks."""
    read_as_thousands(screen.click("Kolom-kolom ini benar"))
    screen.click("Terima")
    return answered(screen, "tray_bengkulu", "17.71")


def ready(screen):
    """Everything that a first version needs is written, and its figures are confirmed."""
    answered(screen, "title_id", "Kepesertaan Bengkulu")
    return confirmed(answered(screen, "publisher", "Cabang Bengkulu"))


def waits(screen, step):
    return any(step in text and "menunggu langkah di atasnya" in text for text in screen.said("markdown"))


def settled(screen, step):
    """The line of a settled step."""
    (line,) = [text for text in screen.said("markdown") if text.startswith(f"**{step}. ") and "✓" in text]
    return line


def test_who_may_not_upload_reads_how_it_is_turned_on_and_gets_the_templates(opened, monkeypatch):
    monkeypatch.setattr(users, "current_user", lambda: User(""))
    screen = opened("upload")
    assert screen.failed == []
    assert len(screen.app.file_uploader) == 0
    assert "CAKUPAN_LOCAL=1" in screen.words
    assert [one.label for one in screen.app.download_button] == ["Templat XLSX", "Templat CSV"]


def test_nothing_is_asked_before_a_file_is_chosen(opened):
    screen = opened("upload")
    assert screen.failed + screen.said("error") == []
    assert all(waits(screen, step) for step in ("2. Kolom", NUMBERS, REGIONS, CHECKS, PUBLISHING))


def test_a_file_as_it_came_is_told_in_one_line(opened):
    screen = chosen(opened("upload"), branch_file())
    line = settled(screen, 1)
    assert "kepesertaan.xlsx" in line
    assert "judul kolom di baris 4–5" in line
    assert "3 baris data" in line
    assert "1 jumlah (9)" in line
    assert waits(screen, NUMBERS)


def test_every_step_waits_for_the_one_above_and_then_the_file_is_published(opened):
    screen = chosen(opened("upload"), branch_file()).click("Kolom-kolom ini benar")
    questions = [one for one in screen.app.radio if "_question_" in one.key]
    assert [one.value for one in questions] == [None, None]  # nothing is guessed in silence
    assert questions[0].options == ["30\\.112 → 30.112 peserta aktif", "30\\.112 → 30,112 peserta aktif"]
    assert waits(screen, REGIONS)
    read_as_thousands(screen)
    assert "1 pasti" in screen.words
    assert waits(screen, CHECKS)
    screen.click("Terima")
    answered(screen, "tray_bengkulu", "17.71")
    assert "tidak ada kesalahan" in settled(screen, 5)
    ready(screen).click("Terbitkan")
    assert screen.failed + screen.said("error") == []
    assert "Terbit: **Kepesertaan Bengkulu**, versi 1." in screen.words
    rows = open_version("kepesertaan-bengkulu", 1).set_index("region_code")
    assert rows["numerator"].to_dict() == {"17.04": 30112.0, "17.07": 8123.0, "17.71": 61020.0}
    assert rows["period"].unique().tolist() == ["2024-11"]
    (version,) = versions("kepesertaan-bengkulu")
    assert version.file_name == "kepesertaan.xlsx"
    assert version.about["default_area"] == "17"


def test_nothing_is_published_before_each_column_of_figures_is_confirmed(opened):
    """What it counts, in what, of which segment: a wrong value must not be one click away."""
    text = "Kabupaten;Tahun;Angkatan Kerja (ribu orang)\nKab. Kaur;2024;66\nKab. Lebong;2024;58\n"
    screen = chosen(opened("upload"), text, "angkatan.csv").click("Kolom-kolom ini benar")
    answered(screen, "title_id", "Angkatan kerja")
    answered(screen, "publisher", "BPS")
    (sentence,) = [one for one in screen.app.checkbox if "_sure_" in one.key]
    assert "menghitung **pekerja eligible**, dalam **ribu orang**, segmen **Semua segmen**" in sentence.label
    assert "“66” = 66.000" in sentence.label
    assert [one.disabled for one in screen.app.button if one.label == "Terbitkan"] == [True]
    confirmed(screen).click("Terbitkan")
    assert open_version("angkatan-kerja", 1)["value"].tolist() == [66_000, 58_000]
    again = chosen(opened("upload"), text.replace("2024", "2025"), "angkatan.csv")
    assert [one.value for one in again.app.checkbox if "_sure_" in one.key] == [True]  # as last time


def test_what_was_settled_need_not_be_settled_again(opened):
    ready(to_the_checks(chosen(opened("upload"), branch_file()))).click("Terbitkan")
    assert sorted(aliases().values()) == ["17.07", "17.71"]
    screen = chosen(opened("upload"), branch_file(A2="Posisi 31 Desember 2024"), "desember.xlsx")
    assert "Seperti terakhir kali untuk berkas semacam ini." in settled(screen, 2)
    assert "periode: 2024-12" in settled(screen, 2)
    assert "3 pasti (3 baris)" in settled(screen, 4)
    assert "3 angka ditambahkan" in screen.words  # in the same dataset, whose other figures stay


def test_a_template_filled_in_is_read_without_a_question(opened):
    screen = chosen(opened("upload"), LONG + KAUR, "templat.csv")
    assert [settled(screen, step) for step in (1, 2, 3, 4, 5)]
    assert not [one for one in screen.app.radio if "_question_" in one.key]
    assert "Baru: 1 angka dari 1 wilayah, November 2024." in screen.words


@pytest.mark.parametrize(
    ("denominator", "told"),
    [
        ((), "penyebut tidak disebut: 1"),
        (("menurut KTP", "angkatan kerja", "Penerima upah (PU)"), "Semesta penyebut → yang dihitung penyebut"),
    ],
)
def test_the_workbook_of_the_template_filled_in_is_read_without_a_question(opened, denominator, told):
    book = load_workbook(io.BytesIO(reference.template("xlsx", tuple(reference.indicators()))))
    row = ["17.04", "Kabupaten Kaur", "2024-11", "Cakupan kepesertaan", "Semua segmen", 750, 1000, 75, *denominator]
    book["Data"].append(row)
    content = io.BytesIO()
    book.save(content)
    screen = chosen(opened("upload"), content.getvalue(), "templat.xlsx")
    assert [settled(screen, step) for step in (1, 2, 3, 4, 5)]
    assert told in screen.words
    assert "Baru: 1 angka dari 1 wilayah, November 2024." in screen.words


def test_the_empty_template_has_no_row_and_says_so(opened):
    screen = chosen(opened("upload"), reference.template("csv", tuple(reference.indicators())), "templat.csv")
    assert "tidak berisi baris" in screen.shown
    assert waits(screen, PUBLISHING)


def test_a_wrong_file_is_one_sentence_and_the_next_one_is_taken(opened):
    screen = chosen(opened("upload"), b"%PDF-1.7 nothing", "angka.xlsx")
    (sentence,) = screen.said("error")
    assert "angka.xlsx" in sentence
    assert "PDF" in sentence
    assert waits(screen, "2. Kolom")
    chosen(screen, LONG + KAUR, "templat.csv")
    assert screen.said("error") == []
    assert settled(screen, 5)


def test_names_from_the_file_are_letters_on_the_page(opened):
    screen = chosen(opened("upload"), "Kabupaten;Tahun;![x](http://a/b)\n:red[Kaur];2024;5\n", "$a$ **b**.csv")
    sent = "\n".join(text for kind in ("markdown", "caption", "info", "error") for text in screen.sent(kind))
    assert "![x](" not in sent
    assert ":red[Kaur]" not in sent
    assert "$a$" not in sent


def test_an_error_stops_and_names_cell_and_fix(opened):
    screen = to_the_checks(chosen(opened("upload"), branch_file(C6="abc")))
    table = screen.app.table[0].value
    (row,) = [row for row in table.itertuples(index=False) if "abc" in row]
    assert "Rekap, C6" in row
    assert "bukan bilangan" in row[-1]
    assert "1 kesalahan menghalangi penerbitan" in screen.words
    assert waits(screen, PUBLISHING)
    assert [one.label for one in screen.app.download_button] == ["Unduh laporan sebagai CSV"]


def test_a_warning_wants_one_tick(opened):
    screen = to_the_checks(chosen(opened("upload"), branch_file(C6="50.112", E6=None)))
    assert "melebihi penyebut" in screen.app.table[0].value.to_csv()
    assert waits(screen, PUBLISHING)
    answered(screen, "ticked", True)
    assert not waits(screen, PUBLISHING)


def test_rows_that_are_no_region_are_left_out_and_counted(opened):
    screen = read_as_thousands(chosen(opened("upload"), branch_file()).click("Kolom-kolom ini benar"))
    screen.click("Terima")
    answered(screen, "tray_bengkulu", "-")
    assert "1 ditinggalkan (1 baris)" in settled(screen, 4)
    assert "2 angka" in settled(screen, 5)
    assert "1 baris ditinggalkan" in settled(screen, 5)


def test_a_change_of_an_early_step_leaves_alone_what_does_not_hang_on_it(opened):
    screen = to_the_checks(chosen(opened("upload"), branch_file()))
    answered(screen, "publisher", "Cabang Bengkulu")
    (change, *_rest) = [one for one in screen.app.button if one.label == "Ubah"]
    change.click()
    screen.app.run()
    answered(screen, "drop", "6")
    assert "2 baris data" in settled(screen, 1)
    assert "1 ditinggalkan oleh Anda (6)" in settled(screen, 1)
    assert "2 dipilih sendiri" in settled(screen, 4)  # the choices by hand are still there
    assert [one.value for one in screen.app.text_input if one.key.endswith("_publisher")] == ["Cabang Bengkulu"]


def test_a_wide_file_is_turned_long_and_says_so(opened):
    text = "Kabupaten;Okt 2024;Nov 2024\nKab. Kaur;74,5;75,0\nKab. Lebong;16,5;17,0\n"
    screen = chosen(opened("upload"), text, "cakupan.csv")
    (switch,) = screen.app.toggle
    assert switch.label == "2 kolom periode diubah menjadi baris"
    assert switch.value is True
    answered(screen, "wide", False)
    assert screen.failed == []


def test_an_indicator_of_ones_own_is_defined_on_the_way(opened):
    screen = chosen(opened("upload"), "Kabupaten;Tahun;Jumlah\nKab. Kaur;2024;5\n", "agen.csv")
    for name, text in {"define_title_id": "Agen Perisai", "define_definition_id": "Agen yang aktif"}.items():
        next(one for one in screen.app.text_input if one.key.endswith(name)).set_value(text)
    for name, value in {"define_unit": "persons", "define_aggregation": "sum"}.items():
        next(one for one in screen.app.selectbox if one.key.endswith(name)).set_value(value)
    screen.click("Tetapkan")
    assert screen.failed + screen.said("error") == []
    (defined,) = defined_indicators()
    assert defined in reference.indicators()
    (picker,) = [one for one in screen.app.selectbox if one.key.endswith("_indicator_0")]
    assert "Agen Perisai" in picker.options


def test_a_draft_is_kept_opened_and_dropped(opened):
    screen = ready(to_the_checks(chosen(opened("upload"), branch_file()))).click(
        "Simpan sebagai draf dan lihat petanya"
    )
    assert screen.failed + screen.said("error") == []
    (draft,) = drafts_of(users.LOCAL)
    assert any(f"draft-{draft.id}" in address for _label, address in screen.links())
    answered(screen, "publisher", "Cabang Lain").click("Simpan perubahan ke draf")
    (changed,) = drafts_of(users.LOCAL)  # in the place of the first
    assert changed.id != draft.id
    assert changed.upload.about["sources"][0]["publisher"] == "Cabang Lain"
    screen.click("Hapus")
    assert drafts_of(users.LOCAL) == []


def test_a_conflict_names_the_other_and_keeps_the_draft(opened):
    ready(to_the_checks(chosen(opened("upload"), branch_file()))).click("Terbitkan")
    name = "kepesertaan-bengkulu"
    screen = chosen(opened("upload"), branch_file(C6="31.000", E6=None), "ralat.xlsx")
    meanwhile = open_version(name, 1).assign(note="lain")
    publish(users.LOCAL, name, meanwhile, Upload("lain.csv", "a" * 64, about=versions(name)[0].about), 1)
    screen.click("Terbitkan")
    assert any("menerbitkan versi 2" in text or "versi 2" in text for text in screen.said("error"))
    assert newest(name) == 2
    assert len(drafts_of(users.LOCAL)) == 1
    screen.click("Bandingkan dengan versi 2")
    assert "Dibandingkan dengan versi 2:" in screen.words
    screen.click("Terbitkan")
    assert newest(name) == 3
    rows = open_version(name, 3).set_index("region_code")
    assert rows.loc["17.04", "numerator"] == 31000.0
    assert drafts_of(users.LOCAL) == []


def test_a_remembered_match_is_seen_changed_and_taken_back(opened):
    remember_alias(users.LOCAL, "bandung @ 32", "32.04")
    remember_alias(users.LOCAL, "kab lebongg", "17.07")
    screen = opened("upload")
    assert "“bandung”, Jawa Barat" in screen.words
    (picker,) = [one for one in screen.app.selectbox if one.key == "remembered_bandung @ 32"]
    picker.set_value("32.73")
    screen.app.run()
    assert aliases()["bandung @ 32"] == "32.73"
    next(one for one in screen.app.button if one.key == "back_kab lebongg").click()
    screen.app.run()
    assert screen.failed + screen.said("error") == []
    assert aliases() == {"bandung @ 32": "32.73"}
    last = read_journal()[-1]
    assert (last["action"], last["alias"], last["region_code"]) == ("remember", "kab lebongg", "")


def test_a_large_file_is_read_and_its_way_is_told(opened):
    note = "x" * (LARGE_FILE // 200)
    months = [f"{year}-{month:02}" for year in range(2000, 2024) for month in range(1, 13)]
    rows = [f"17.04;{month};Cakupan kepesertaan;Semua segmen;750;1000;{note}\n" for month in months]
    content = LONG.replace("\n", ";Catatan\n") + "".join(rows)
    screen = chosen(opened("upload"), content.encode(), "besar.csv")
    assert screen.failed == []
    assert f"{len(months)} baris data" in screen.words
