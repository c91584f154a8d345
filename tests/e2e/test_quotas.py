"""How much may be uploaded, over HTTP: 1 MB a file, 2 MB a session and 3 MB in all on the server of these tests."""

import time
from collections.abc import Iterator

import pytest
from conftest import ROOT, running_server
from visitor import MEGABYTE, ask, visiting

QUOTAS = {"CAKUPAN_QUOTA_FILE_MB": "1", "CAKUPAN_QUOTA_SESSION_MB": "2", "CAKUPAN_QUOTA_ALL_MB": "3"}
NEARLY = MEGABYTE - 1024
OF_A_FILE = "Berkas lebih besar dari 1 MB: buang bagian yang tidak diperlukan."
OF_A_SESSION = "Berkas Anda seluruhnya lebih besar dari 2 MB: hapus salah satu, lalu unggah lagi."
OF_ALL = "Semua berkas yang sedang diperiksa lebih besar dari 3 MB: coba lagi beberapa menit lagi."


@pytest.fixture
def local(tmp_path) -> Iterator[str]:
    options = ("--server.disconnectedSessionTTL", "1")
    with running_server(tmp_path, *options, CAKUPAN_LOCAL="1", **QUOTAS) as started:
        yield started.address


def test_files_are_counted_as_they_come_and_as_they_are_held(local):
    with visiting(local) as one, visiting(local) as two:
        assert one.upload(NEARLY, "a").status == 204
        assert (said := one.upload(2 * MEGABYTE, "b")).status == 413
        assert said.text == OF_A_FILE
        assert (said := one.upload_in_chunks(2 * MEGABYTE, "b")).status == 413
        assert said.text == OF_A_FILE
        assert one.upload_in_chunks(NEARLY, "b").status == 204
        assert (said := one.upload(NEARLY, "c")).status == 413
        assert said.text == OF_A_SESSION
        assert one.upload_in_chunks(NEARLY, "c").status == 413
        assert two.upload(NEARLY, "a").status == 204
        assert (said := two.upload(NEARLY, "b")).status == 413
        assert said.text == OF_ALL
        assert one.drop("a").status == 204
        assert two.upload(NEARLY, "b").status == 204


def test_what_a_closed_session_held_is_free_again(local):
    with visiting(local) as gone:
        assert [gone.upload(NEARLY, name).status for name in "ab"] == [204, 204]
    with visiting(local) as next_one:
        assert next_one.upload(NEARLY, "a").status == 204
        assert upload_once_there_is_room(next_one, "b") == 204


def upload_once_there_is_room(visitor, name: str) -> int:
    end = time.monotonic() + 20
    while (status := visitor.upload(NEARLY, name).status) == 413 and time.monotonic() < end:
        time.sleep(0.5)
    return status


def test_a_length_that_is_none_is_refused(local):
    with visiting(local) as here:
        path = f"/_stcore/upload_file/{here.session}/one"
        for length in ("-1", "many", "1e3"):
            assert ask(local, "PUT", path, Content_Length=length, **here.headers()).status == 400


def test_streamlit_itself_takes_no_larger_file():
    assert "maxUploadSize = 100\n" in (ROOT / ".streamlit" / "config.toml").read_text()
