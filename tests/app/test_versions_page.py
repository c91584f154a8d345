"""Versi: what was published, what two versions differ in, the way back, and the journal."""

import pandas as pd
import pytest
import shapely

from components.screens.difference_tables import difference_csv
from components.state import records, users
from data.store import commit
from data.store.durable import log_entry
from data.store.journal import journal_file, read_journal
from data.store.roles import User
from data.store.versions import compare, newest, open_version, publish, versions
from errors import DataError
from tests.app.published import NAME, publish_kaur, upload

VIEWER = User("vina@example.go.id")


@pytest.fixture(autouse=True)
def start_anew():
    """The server looks through the store once; each test here is a server of its own."""
    records.recovered.cache_clear()
    yield
    records.recovered.cache_clear()


@pytest.fixture
def two(sits_here):  # noqa: ARG001
    publish_kaur(70.0, "oktober.csv", "pertama")
    publish_kaur(82.5, "november.csv")


def table(screen, place=0):
    return screen.app.tabs[place].dataframe[0].value


def said(part):
    return "\n".join(one.value for kind in ("markdown", "info", "caption", "error") for one in getattr(part, kind))


def test_an_empty_store_says_so_and_leads_to_unggah(opened):
    screen = opened("versions")
    assert screen.failed + screen.said("error") == []
    assert "Belum ada yang diterbitkan" in screen.said("info")[0]
    assert [label for label, _address in screen.links()] == ["Ke Unggah"]


@pytest.mark.usefixtures("two")
def test_every_version_stands_with_who_when_file_rows_and_note(opened):
    found = table(opened("versions"))
    assert found["Versi"].tolist() == [2, 1]
    assert found["Oleh"].tolist() == ["pengguna lokal"] * 2
    assert found["Berkas"].tolist() == ["november.csv", "oktober.csv"]
    assert found["Catatan"].tolist() == ["", "pertama"]
    assert found["SHA-256"].tolist() == ["a" * 64] * 2
    assert found["Terbit"].str.fullmatch(r"\d+ \w+ 20\d\d, \d\d:\d\d WIB").all()
    assert set(found["Baris"]) == {str(versions(NAME)[0].rows)}


@pytest.mark.usefixtures("two")
def test_a_version_can_be_opened_on_all_pages(opened):
    screen = opened("versions", set=NAME)
    screen.choose(**{f"version_of_{NAME}": 1})
    ((label, address),) = screen.links()
    assert label == "Buka di semua halaman"
    assert {"set=cabang", "v=1"} <= set(address.split("&"))


@pytest.mark.usefixtures("two")
def test_the_difference_of_two_versions_is_counted_named_and_ordered(opened):
    tab = opened("versions", set=NAME).app.tabs[1]
    assert "1 berubah" in said(tab)
    changed = tab.dataframe[0].value
    assert changed["Wilayah"].tolist() == ["Kaur"]
    assert (changed["Sebelum"].item(), changed["Sesudah"].item(), changed["Perubahan"].item()) == (70.0, 82.5, 12.5)


@pytest.mark.usefixtures("two")
def test_a_version_is_not_compared_with_itself(opened):
    screen = opened("versions", set=NAME).choose(**{f"before_{NAME}": 2})
    assert "Pilih dua versi yang berbeda." in said(screen.app.tabs[1])


@pytest.mark.usefixtures("two")
def test_the_difference_can_be_taken_away_whole(opened):
    opened("versions", set=NAME)
    rows = pd.read_csv(pd.io.common.BytesIO(difference_csv(compare(NAME, 1, 2))), dtype={"region_code": str})
    assert rows[["difference", "region_name", "region_code", "value_before", "value_after"]].to_numpy().tolist() == [
        ["changed", "Kaur", "17.04", 70.0, 82.5]
    ]


@pytest.mark.usefixtures("two")
def test_a_version_is_restored_as_a_new_one_after_a_second_question(opened):
    screen = opened("versions", set=NAME)
    screen.choose(**{f"version_of_{NAME}": 1}).click("Pulihkan versi 1 …")
    assert newest(NAME) == 2
    assert "menjadi versi 3" in screen.words
    screen.choose(restore_note="salah koma").click("Pulihkan")
    assert screen.failed + screen.said("error") == []
    assert "Versi 1 dipulihkan sebagai versi 3." in [one.value for one in screen.app.success]
    assert open_version(NAME, 3).equals(open_version(NAME, 1))
    assert table(screen)["Catatan"].iloc[0] == "versi 1 dipulihkan · salah koma"
    assert read_journal()[-1]["action"] == "restore"


@pytest.mark.usefixtures("two")
def test_a_second_thought_restores_nothing(opened):
    screen = opened("versions", set=NAME)
    screen.choose(**{f"version_of_{NAME}": 1}).click("Pulihkan versi 1 …").click("Batal")
    assert newest(NAME) == 2
    assert "menjadi versi 3" not in screen.words


@pytest.mark.usefixtures("two")
def test_who_published_in_between_is_told_and_not_overwritten(opened):
    screen = opened("versions", set=NAME)
    screen.choose(**{f"version_of_{NAME}": 1}).click("Pulihkan versi 1 …")
    publish_kaur(60.0)
    screen.click("Pulihkan")
    (told,) = screen.said("error")
    assert "versi 3" in told
    assert newest(NAME) == 3


@pytest.mark.usefixtures("two")
def test_whoever_only_reads_sees_the_versions_and_neither_restores_nor_reads_the_journal(opened, monkeypatch):
    monkeypatch.setattr(users, "current_user", lambda: VIEWER)
    screen = opened("versions", set=NAME).choose(**{f"version_of_{NAME}": 1})
    assert screen.failed + screen.said("error") == []
    assert len(table(screen)) == 2
    assert [one.label for one in screen.app.button if "Pulihkan" in one.label] == []
    assert "memerlukan peran" in said(screen.app.tabs[0])
    assert not screen.app.tabs[2].dataframe
    assert "publisher" in said(screen.app.tabs[2])


@pytest.mark.usefixtures("two")
def test_the_journal_is_shown_with_its_chain(opened):
    tab = opened("versions").app.tabs[2]
    assert "Rantai utuh: 2 baris" in said(tab)
    lines = tab.dataframe[0].value
    assert lines["Baris"].tolist() == ["2", "1"]
    assert lines["Hal"].tolist() == ["terbitkan"] * 2
    assert "november.csv" in lines["Rincian"].iloc[0]


@pytest.mark.usefixtures("two")
def test_a_changed_line_of_the_journal_is_named(opened):
    opened("versions")
    text = journal_file().read_text()
    journal_file().write_text(text.replace("oktober.csv", "desember.csv"))
    tab = opened("versions").app.tabs[2]
    assert "Rantai putus: baris 1" in said(tab)
    assert len(tab.dataframe[0].value) == 2


@pytest.mark.usefixtures("two")
def test_what_the_start_set_aside_is_told(opened, store):
    log_entry(store / "tables" / NAME, 2).write_bytes(b"")
    screen = opened("versions")
    (told,) = screen.said("warning")
    assert "versi 2 dari cabang disisihkan karena entrinya kosong" in told
    assert "versi 1" in told
    assert table(screen)["Versi"].tolist() == [1]


@pytest.mark.usefixtures("two")
def test_a_broken_dataset_is_one_sentence_and_the_journal_still_stands(opened, store):
    records.recovered()  # it broke after the start
    log_entry(store / "tables" / NAME, 1).write_bytes(b"{")
    screen = opened("versions")
    assert screen.failed == []
    assert screen.said("error")
    assert screen.app.tabs[2].dataframe


@pytest.mark.usefixtures("two")
def test_the_page_opens_where_the_dataset_on_screen_is_broken(opened, store):
    records.recovered()
    log_entry(store / "tables" / NAME, 2).write_bytes(b"{")
    screen = opened("versions", set=NAME)
    assert screen.failed == []
    assert screen.app.tabs


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("code", ["store_full", "store_read_only", "store_without_hard_links"])
def test_a_disk_that_refuses_is_one_sentence_and_the_old_version_goes_on(opened, monkeypatch, code):
    def refuses(*_):
        raise DataError(code, reason="as the system says")

    monkeypatch.setattr(commit, "_write_data", refuses)
    screen = opened("versions", set=NAME)
    screen.choose(**{f"version_of_{NAME}": 1}).click("Pulihkan versi 1 …").click("Pulihkan")
    assert screen.failed == []
    assert len(screen.said("error")) == 1
    assert "82,5\u00a0%" in opened(set=NAME, area="17").words


@pytest.mark.usefixtures("two")
def test_boundaries_are_versions_too(opened):
    square = shapely.to_wkb(shapely.box(102, -5, 103, -4))
    rows = pd.DataFrame({"region_code": ["17.04"], "geometry": [square], "source_name": ["x.zip"], "mended": [""]})
    publish(users.LOCAL, "boundaries", rows, upload("batas.zip"), 0)
    publish(users.LOCAL, "boundaries", rows.assign(region_code="17.05"), upload("batas.zip"), 1)
    screen = opened("versions").choose(versions_of="boundaries")
    assert screen.failed + screen.said("error") == []
    assert table(screen)["Berkas"].tolist() == ["batas.zip"] * 2
    assert "1 batas wilayah bertambah" in said(screen.app.tabs[1])
    assert screen.app.tabs[1].dataframe[0].value["Hal"].tolist() == ["hilang", "bertambah"]


@pytest.mark.usefixtures("two")
def test_texts_from_outside_are_text(opened):
    publish_kaur(71.0, "[klik](https://example.org) :red[x] <b>.csv", "![](https://example.org/x)")
    screen = opened("versions")
    assert screen.failed == []
    sent = "\n".join(screen.sent("markdown") + screen.sent("caption") + screen.sent("info"))
    assert "[klik](" not in sent


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_is_whole_in_both_languages(opened, language):
    screen = opened("versions", lang=language, set=NAME)
    assert screen.failed + screen.said("error") == []
    assert "{" not in screen.words
