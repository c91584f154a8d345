import errno
import os

import pytest
from deltalake import DeltaTable

from data.store import commit, durable
from data.store.durable import log_entry, set_aside_unsound
from data.store.journal import read_journal
from data.store.recovery import recover
from data.store.versions import newest, open_version, publish
from errors import DataError
from tests.unit.store.people import ANALYST, PUBLISHER, UPLOAD, figures


@pytest.fixture
def folder(store):
    """Return the table's folder after two versions: 70 and 75 percent."""
    publish(PUBLISHER, "bengkulu", figures(kaur=70.0), UPLOAD, base=0)
    publish(PUBLISHER, "bengkulu", figures(kaur=75.0), UPLOAD, base=1)
    return store / "tables" / "bengkulu"


def _half(text: bytes) -> bytes:
    return text[: len(text) // 2]


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda _: b"", "empty"),
        (lambda text: b"\0" * len(text), "empty"),
        (_half, "torn"),
        (lambda text: text[:-20] + b"\0" * 20, "torn"),
        (lambda text: text.splitlines()[1], "torn"),
        (lambda _: b"[]\n", "torn"),
    ],
)
def test_an_unsound_newest_entry_is_set_aside_and_the_version_before_served(folder, damage, reason):
    entry = log_entry(folder, 2)
    damaged = damage(entry.read_bytes())
    entry.write_bytes(damaged)
    (found,) = recover()
    assert (found.dataset, found.served) == ("bengkulu", 1)
    assert [(one.number, one.reason) for one in found.set_aside] == [(2, reason)]
    assert found.set_aside[0].kept.read_bytes() == damaged
    assert newest("bengkulu") == 1
    assert open_version("bengkulu", 1)["value"].item() == 70.0
    assert publish(PUBLISHER, "bengkulu", figures(kaur=80.0), UPLOAD, base=1) == 2
    assert open_version("bengkulu", 2)["value"].item() == 80.0
    assert DeltaTable(folder).to_pyarrow_table()["value"].to_pylist() == [80.0]  # what any other reader finds


def test_deltalake_serves_an_empty_entry_as_a_version_and_that_is_why(folder):
    log_entry(folder, 2).write_bytes(b"")
    assert DeltaTable(folder).version() == 2


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda path: path.unlink(), "data_missing"),
        (lambda path: os.truncate(path, 100), "data_torn"),
        (lambda path: path.write_bytes(b"\0" * path.stat().st_size), "data_torn"),
    ],
)
def test_an_entry_whose_data_is_lost_is_set_aside(folder, damage, reason):
    (data,) = folder.glob("000002-*.parquet")
    damage(data)
    assert [one.reason for one in set_aside_unsound(folder)] == [reason]
    assert open_version("bengkulu", newest("bengkulu"))["value"].item() == 70.0


def test_several_unsound_entries_are_set_aside_newest_first(folder):
    for number in (1, 2):
        log_entry(folder, number).write_bytes(b"{")
    assert [one.number for one in set_aside_unsound(folder)] == [2, 1]
    assert newest("bengkulu") == 0


def test_what_is_published_goes_onto_the_version_that_is_left(folder):
    assert list(folder.glob("_delta_log/*2.checkpoint.parquet"))
    log_entry(folder, 2).write_bytes(b"{")
    set_aside_unsound(folder)
    assert publish(PUBLISHER, "bengkulu", figures(kaur=72.0), UPLOAD, base=1) == 2
    assert open_version("bengkulu", 2)["value"].item() == 72.0


def test_a_table_whose_very_first_entry_is_torn_can_be_published_to(store):
    publish(PUBLISHER, "bengkulu", figures(kaur=70.0), UPLOAD, base=0)
    folder = store / "tables" / "bengkulu"
    log_entry(folder, 1).unlink()
    log_entry(folder, 0).write_bytes(b"")
    assert recover()[0].served == 0
    assert publish(PUBLISHER, "bengkulu", figures(kaur=75.0), UPLOAD, base=0) == 1


def test_a_sound_store_is_left_as_it_is(folder):
    before, lines = sorted(folder.rglob("*")), len(read_journal())
    assert recover() == []
    assert (sorted(folder.rglob("*")), len(read_journal())) == (before, lines)


def test_setting_aside_is_journalled_and_not_for_everyone(folder):
    log_entry(folder, 2).write_bytes(b"")
    with pytest.raises(DataError, match="not_allowed"):
        recover(ANALYST)
    recover()
    line = read_journal()[-1]
    assert (line["who"], line["action"], line["outcome"]) == ("server", "recover", "done")
    assert line["set_aside"][0].startswith("2 empty ")


def test_data_entry_and_folders_are_on_the_disk_before_a_publish_is_acknowledged(folder, monkeypatch):
    synced = []
    remember = durable.sync_file

    def noted(path):
        synced.append((path.name, log_entry(folder, 3).exists()))
        remember(path)

    for module in (durable, commit):
        monkeypatch.setattr(module, "sync_file", noted)
    publish(PUBLISHER, "bengkulu", figures(kaur=80.0), UPLOAD, base=2)
    (data,) = folder.glob("000003-*.parquet")
    assert synced == [
        (data.name, False),  # before the entry that names it
        ("bengkulu", False),
        (log_entry(folder, 3).name, True),
        ("_delta_log", True),
        ("bengkulu", True),
        (f"{3:020d}.checkpoint.parquet", True),  # before the pointer to it
        (durable.POINTER, True),
        ("_delta_log", True),
    ]


@pytest.mark.usefixtures("folder")
def test_a_publish_that_the_disk_does_not_confirm_is_not_acknowledged(monkeypatch):
    def fails(*_):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(commit, "sync_version", fails)
    with pytest.raises(DataError) as refused:
        publish(PUBLISHER, "bengkulu", figures(kaur=80.0), UPLOAD, base=2)
    assert (refused.value.code, refused.value.particulars["number"]) == ("publish_unconfirmed", 3)
    assert read_journal()[-1]["code"] == "publish_unconfirmed"
