import errno
import os
import shutil
import subprocess
import sys

import pytest
from deltalake import DeltaTable

from data.store import commit, journal
from data.store.paths import published_names, table_uri
from data.store.preferences import remember_alias
from data.store.storage_errors import storage
from data.store.versions import newest, open_version, publish, versions
from errors import DataError
from tests.unit.store.people import ANALYST, PUBLISHER, UPLOAD, figures


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "store_full"),
        (errno.EDQUOT, "store_full"),
        (errno.EROFS, "store_read_only"),
        (errno.EACCES, "store_read_only"),
        (errno.EIO, "store_failed"),
    ],
)
def test_a_disk_that_refuses_the_data_leaves_the_old_version(number, code, store, monkeypatch):
    publish(PUBLISHER, "bengkulu", figures(kaur=75.0), UPLOAD, base=0)

    def refused(_, stream, **__):
        stream.write(b"half")
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(commit.pq, "write_table", refused)
    with pytest.raises(DataError) as error:
        publish(PUBLISHER, "bengkulu", figures(kaur=1.0), UPLOAD, base=1)
    assert (error.value.code, journal.read_journal()[-1]["code"]) == (code, code)
    assert len(list((store / "tables" / "bengkulu").glob("*.parquet"))) == 1
    assert (newest("bengkulu"), open_version("bengkulu", 1)["value"].item()) == (1, 75.0)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Unable to rename file\n \x1b[31m↳\x1b[0m Operation not permitted (os error 1)", "store_without_hard_links"),
        ("Unable to rename file\n Operation not supported (os error 95)", "store_without_hard_links"),
        ("Unable to rename file\n Function not implemented (os error 38)", "store_without_hard_links"),
        ("Unable to copy data to file: No space left on device (os error 28)", "store_full"),
        ("Unable to open file: Read-only file system (os error 30)", "store_read_only"),
        ("something else", "store_failed"),
    ],
)
def test_a_commit_that_fails_leaves_the_old_version(words, code, store, monkeypatch):
    publish(PUBLISHER, "bengkulu", figures(kaur=75.0), UPLOAD, base=0)

    def refused(*_, **__):
        raise OSError(words)  # the words of deltalake 1.6.6, taken down with strace -e inject=linkat:error=

    monkeypatch.setattr(DeltaTable, "create_write_transaction", refused)
    with pytest.raises(DataError) as error:
        publish(PUBLISHER, "bengkulu", figures(kaur=1.0), UPLOAD, base=1)
    assert error.value.code == code
    assert "\x1b" not in error.value.particulars["reason"]
    assert len(list((store / "tables" / "bengkulu").glob("*.parquet"))) == 1
    assert open_version("bengkulu", newest("bengkulu"))["value"].item() == 75.0


def test_a_commit_that_fails_after_its_entry_is_there_counts(monkeypatch):
    publish(PUBLISHER, "bengkulu", figures(kaur=70.0), UPLOAD, base=0)
    write = DeltaTable.create_write_transaction

    def late(*arguments, **named):
        write(*arguments, **named)
        raise OSError("the connection was lost")

    monkeypatch.setattr(DeltaTable, "create_write_transaction", late)
    assert publish(PUBLISHER, "bengkulu", figures(kaur=75.0), UPLOAD, base=1) == 2
    assert open_version("bengkulu", 2)["value"].item() == 75.0


@pytest.mark.skipif(shutil.which("unshare") is None or os.geteuid() != 0, reason="mounts need root")
def test_a_read_only_folder_and_a_full_disk_are_one_word_and_the_old_version_is_served(store):
    script = f"""
mount -t tmpfs -o size=1m tmpfs {store} || exit 99
exec {sys.executable} -m tests.unit.store.tight_disk {store}
"""
    done = subprocess.run(["unshare", "-m", "sh", "-c", script], capture_output=True, text=True, check=False)  # noqa: S603, S607
    if done.returncode == 99:
        pytest.skip("this machine forbids mounts")
    assert done.stdout.split() == ["store_full", "75.0", "store_read_only", "75.0", "store_read_only"], done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes into read-only folders")
def test_a_folder_without_the_right_to_write_is_one_word(store):
    publish(PUBLISHER, "bengkulu", figures(kaur=75.0), UPLOAD, base=0)
    (store / "tables" / "bengkulu").chmod(0o555)
    with pytest.raises(DataError, match="store_read_only"):
        publish(PUBLISHER, "bengkulu", figures(kaur=1.0), UPLOAD, base=1)
    assert open_version("bengkulu", newest("bengkulu"))["value"].item() == 75.0
    (store / "tables" / "bengkulu").chmod(0o755)


def test_a_file_where_the_store_should_be_is_one_word(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("CAKUPAN_STORE", str(tmp_path / "file" / "store"))
    monkeypatch.setenv("CAKUPAN_ROLES", str(tmp_path / "store" / "roles.toml"))
    with pytest.raises(DataError, match="store_read_only"):
        publish(PUBLISHER, "bengkulu", figures(kaur=1.0), UPLOAD, base=0)
    with pytest.raises(DataError, match="store_read_only"):
        remember_alias(ANALYST, "Kab. Kaur", "17.04")


def test_a_journal_that_cannot_be_written_after_the_deed_is_told_with_the_version(monkeypatch):
    def full(*_):
        raise DataError("store_full", reason="No space left on device")

    monkeypatch.setattr(journal, "append", full)
    with pytest.raises(DataError) as error:
        publish(PUBLISHER, "bengkulu", figures(kaur=75.0), UPLOAD, base=0)
    assert (error.value.code, error.value.particulars["published"]) == ("journal_failed", 1)
    assert versions("bengkulu")[0].number == 1


def test_errors_that_are_bugs_keep_their_own_name():
    with pytest.raises(ZeroDivisionError), storage():
        print(1 / 0)


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../x", "a/b", "a\\b", "A", "x" * 41, "a.b", "con", "lpt1", "a\n", "é", "s3://b", "-a", "a b"],
)
def test_a_name_that_could_be_a_path_is_no_dataset(name):
    with pytest.raises(DataError, match="dataset_name_bad"):
        table_uri(name)
    with pytest.raises(DataError, match="dataset_name_bad"):
        publish(PUBLISHER, name, figures(kaur=75.0), UPLOAD, base=0)
    assert published_names() == []
