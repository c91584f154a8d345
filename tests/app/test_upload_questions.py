"""What a file leaves open is asked in the first step, and nothing below it opens before."""

import io
import zipfile

import openpyxl
import pytest

from components import cache, users
from data.store.roles import User

LOCAL = User("local", local=True)
COLUMNS = "2. Kolom"


@pytest.fixture(autouse=True)
def office(monkeypatch, tmp_path):
    monkeypatch.setenv("CAKUPAN_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("CAKUPAN_LOCAL", "1")
    monkeypatch.setattr(users, "current_user", lambda: LOCAL)
    cache.indicators.clear()
    yield
    cache.indicators.clear()
    cache.forget_figures()


def chosen(screen, content, name):
    screen.app.file_uploader[0].set_value((name, content, "application/octet-stream"))
    screen.app.run()
    assert screen.failed == []
    return screen


def answer(screen, key, value):
    (widget,) = [one for one in screen.app.main if (getattr(one, "key", None) or "").endswith(f"_{key}")]
    widget.set_value(value)
    screen.app.run()
    assert screen.failed == []


def is_open(screen):
    """Whether the step after the file waits no longer."""
    return not any(COLUMNS in text and "menunggu" in text for text in screen.said("markdown"))


def test_which_of_two_tables_is_asked(opened):
    text = b"Nama;Tahun;Peserta Aktif\nKaur;2024;1\nLebong;2024;2\n;;\nNama;Tahun;Pekerja\nKaur;2024;5\nLebong;2024;6"
    screen = chosen(opened("upload"), text, "dua.csv")
    assert "2 tabel" in screen.words
    assert not is_open(screen)
    answer(screen, "table", 1)
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
    answer(screen, "hidden", "leave")
    assert is_open(screen)
    assert "1 disembunyikan dalam buku kerja (3)" in screen.words


def test_which_file_of_an_archive_is_asked(opened):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("a.csv", "Nama;Tahun;Peserta Aktif\nKaur;2024;1\nLebong;2024;2")
        archive.writestr("b.csv", "Nama;Tahun;Pekerja\nKaur;2024;1\nLebong;2024;2")
    screen = chosen(opened("upload"), content.getvalue(), "arsip.zip")
    assert not is_open(screen)
    answer(screen, "entry", "b.csv")
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
