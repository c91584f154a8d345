"""What a file leaves open is asked in the first step, and nothing below it opens before."""

import io
import re
import zipfile

import openpyxl
import pytest

from data.store.versions import open_version
from tests.app.uploading import answered, chosen, confirmed

pytestmark = pytest.mark.usefixtures("office")
PRIVATE = re.compile("17040100|17070100|2500001|2600001")
COLUMNS = "2. Kolom"


def is_open(screen):
    """Whether the step after the file waits no longer."""
    return not any(COLUMNS in text and "menunggu" in text for text in screen.said("markdown"))


def test_which_of_two_tables_is_asked(opened):
    text = b"Nama;Tahun;Peserta Aktif\nKaur;2024;1\nLebong;2024;2\n;;\nNama;Tahun;Pekerja\nKaur;2024;5\nLebong;2024;6"
    screen = chosen(opened("upload"), text, "dua.csv")
    assert "2 tabel" in screen.words
    assert not is_open(screen)
    answered(screen, "table", 1)
    assert is_open(screen)
    assert "judul kolom di baris 5" in screen.words


def test_hidden_rows_are_counted_named_and_asked(opened):
    book = openpyxl.Workbook()
    for row in (["Nama", "Tahun", "Peserta Aktif"], ["Kaur", 2024, 1], ["Lebong", 2024, 2], ["Seluma", 2024, 3]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    content = io.BytesIO()
    book.save(content)
    screen = chosen(opened("upload"), content.getvalue(), "saring.xlsx")
    assert "1 baris** disembunyikan (3: Lebong)" in screen.words
    assert not is_open(screen)
    answered(screen, "hidden", "leave")
    assert is_open(screen)
    assert "1 disembunyikan dalam buku kerja (3)" in screen.words


def test_which_file_of_an_archive_is_asked(opened):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("a.csv", "Nama;Tahun;Peserta Aktif\nKaur;2024;1\nLebong;2024;2")
        archive.writestr("b.csv", "Nama;Tahun;Pekerja\nKaur;2024;1\nLebong;2024;2")
    screen = chosen(opened("upload"), content.getvalue(), "arsip.zip")
    assert not is_open(screen)
    answered(screen, "entry", "b.csv")
    assert is_open(screen)


def test_a_map_file_is_called_one_and_its_figures_are_offered(opened):
    text = b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kode":"17.04","tahun":2024,'
    screen = chosen(opened("upload"), text + b'"peserta_aktif":100},"geometry":null}]}', "peta.geojson")
    assert "adalah berkas peta" in screen.words
    assert "Batas wilayah" in screen.words
    screen.click("Baca angka dalam atributnya")
    assert screen.failed == []
    assert is_open(screen)


def test_a_file_with_a_password_says_so(opened):
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    assert "terkunci kata sandi" in chosen(opened("upload"), content, "rahasia.xlsx").words


WORKERS = (
    "Daftar dari petugas 1704010000000009;;;;\n"
    "NIK;Nama Pekerja;Kabupaten;Periode;Upah\n1704010000000001;Budi;Kaur;2024-11;2500001\n"
    "1704010000000001;Budi;Kaur;2024-11;2500001\n1707010000000003;Siti;Lebong;2024-11;2600001"
)


def test_workers_are_shown_without_their_numbers_and_counted_once_where_it_is_said(opened, store):
    screen = chosen(opened("upload"), WORKERS, "peserta.csv")
    assert "•••0001" in screen.shown
    assert not PRIVATE.search(screen.shown)
    offered = [option for one in screen.app.selectbox if "_column_" in one.key for option in one.options]
    assert not {"NIK", "Upah"} & set(offered)
    screen.click("Kolom-kolom ini benar")
    assert "1 nomor identitas tercatat lebih dari sekali dalam satu periode (2 baris)" in screen.words
    answered(screen, "question_persons_NIK", 1)
    answered(screen, "title_id", "Peserta")
    confirmed(answered(screen, "publisher", "Cabang Bengkulu")).click("Terbitkan")
    assert open_version("peserta", 1)[["region_code", "value"]].to_numpy().tolist() == [["17.04", 1.0], ["17.07", 1.0]]
    kept = [path.read_bytes() for path in store.rglob("*") if path.is_file()]
    assert not any(re.search(PRIVATE.pattern.encode(), content) for content in kept)
