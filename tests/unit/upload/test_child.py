"""A reader in a process of its own: what it may use, how it ends, and who waits."""

import os
import sys
import threading
import time
from dataclasses import replace

import psutil
import pytest

from errors import DataError
from sandbox import child, upload_queue
from sandbox.child import read_in_child
from sandbox.gdal_environment import gdal_environment
from tests.hostile.xlsx import zipped

WORKER = "tests.unit.upload.bad_workers"


# On a busy machine an import alone may take seconds: a limit is tight only where it is the one that is tested.
TIGHT = {"spin": {"cpu": 1, "wall": 120}, "sleep": {"wall": 3}}


@pytest.fixture(autouse=True)
def limits(monkeypatch):
    monkeypatch.setitem(child.WORKERS, WORKER, dict)
    monkeypatch.setattr(child, "LIMITS", replace(child.LIMITS, memory=700_000_000, wall=120))


def do(what, **more):
    return read_in_child(WORKER, {"name": "a.csv", "do": what, **more}, b"12345")


def refusal(what, monkeypatch=None):
    if monkeypatch:
        monkeypatch.setattr(child, "LIMITS", replace(child.LIMITS, **TIGHT.get(what, {})))
    with pytest.raises(DataError) as refused:
        do(what)
    return refused.value


def test_the_answer_comes_back_with_its_tables():
    said, tables = do("return_all", text="naïve \ud800")
    assert said == {"got": {"name": "a.csv", "do": "return_all", "text": "naïve \ud800"}, "size": 5}
    assert tables["table"]["a"].to_pylist() == ["x", "y"]


def test_a_refusal_comes_back_with_its_particulars():
    refused = refusal("refuse")
    assert refused.code == "column_missing"
    assert refused.particulars == {"file": "a.csv", "columns": ["a", "b"], "place": 3}


@pytest.mark.parametrize(
    ("what", "code", "expected"),
    [
        ("spin", "reading_too_slow", 1),
        ("sleep", "reading_too_slow", 3),
        ("fill_memory", "reading_too_large", 700),
        ("abort", "reading_too_large", 700),
        ("write_much", "reading_too_large", 100),
        ("write_many", "reading_too_large", 100),
        ("crash", "reading_failed", None),
        ("fail", "reading_failed", None),
        ("exit_silently", "reading_failed", None),
        ("lie", "reading_failed", None),
    ],
)
def test_whatever_a_reader_does_ends_in_one_sentence(what, code, expected, monkeypatch):
    refused = refusal(what, monkeypatch)
    assert (refused.code, refused.particulars["file"]) == (code, "a.csv")
    assert refused.particulars.get("expected") == expected


@pytest.mark.parametrize(("what", "code"), [("spin", "reading_too_slow"), ("fill_memory", "reading_too_large")])
def test_a_system_without_limits_is_watched_from_outside(what, code, monkeypatch):
    boot = child._BOOT.read_text().replace("import resource", "raise ImportError")
    assert "raise ImportError" in boot
    unlimited = child._BOOT.with_name("boot_without_limits.py")
    unlimited.write_text(boot)
    monkeypatch.setattr(child, "_BOOT", unlimited)
    try:
        assert refusal(what, monkeypatch).code == code
    finally:
        unlimited.unlink()


def test_a_crash_is_logged_in_one_line(caplog):
    refusal("fail")
    assert "ZeroDivisionError" in caplog.text
    assert "\nWARNING" not in caplog.text


def test_the_child_knows_no_secret_and_has_a_folder_of_its_own(monkeypatch):
    monkeypatch.setenv("CAKUPAN_TEST_SECRET", "sandi")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "sandi")
    said, _ = do("show_environment")
    known = {"PATH", "LANG", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", *child._THREADS}
    assert {name for name in said["environment"] if not name.startswith(("PYTHON", "LC_"))} <= known
    assert said["files"] == ["content", "request.json", "words"]


@pytest.mark.skipif(sys.platform != "linux", reason="open files are listed in /proc")
def test_the_child_has_none_of_the_servers_open_files(tmp_path):
    path = tmp_path / "secret"
    path.write_text("sandi")
    with path.open() as held:
        os.set_inheritable(held.fileno(), True)
        said, _ = do("show_environment")
    assert str(path) not in said["open"]


def test_nothing_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(child.tempfile, "tempdir", str(tmp_path))
    do("return_all")
    refusal("crash")
    assert list(tmp_path.iterdir()) == []


def test_what_the_child_has_started_ends_with_it():
    said, _ = do("leave_a_process")
    deadline = time.monotonic() + 5
    while psutil.pid_exists(said["pid"]) and psutil.Process(said["pid"]).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_full_disk_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(child.tempfile, "tempdir", str(tmp_path / "gone"))
    assert refusal("return_all").code == "reading_no_room"


def test_only_known_workers_are_run():
    with pytest.raises(KeyError):
        read_in_child("os", {"name": "a.csv"}, b"")


def test_gdal_in_the_child_knows_three_formats(monkeypatch):
    monkeypatch.setitem(child.WORKERS, WORKER, child.WORKERS["geo.uploads.worker"])
    assert do("list_formats")[0]["formats"] == ["ESRI Shapefile", "GPKG", "GeoJSON"]


@pytest.fixture
def secret(tmp_path):
    """A file of the server, and the VRT that shows it to whoever opens it."""
    path = tmp_path / "secret.csv"
    path.write_text("password\nsandi\n")
    source = f"<SrcDataSource>{path}</SrcDataSource><SrcLayer>secret</SrcLayer>"
    return f'<OGRVRTDataSource><OGRVRTLayer name="a">{source}</OGRVRTLayer></OGRVRTDataSource>'.encode()


@pytest.mark.parametrize("environment", [dict, gdal_environment], ids=["without", "with"])
@pytest.mark.parametrize(
    ("name", "path"), [("a.geojson", "a.geojson"), ("a.zip", "/vsizip/a.zip"), ("a.zip", "/vsizip/a.zip/a.geojson")]
)
def test_a_vrt_reads_the_servers_files_unless_gdal_knows_no_vrt(name, path, environment, secret, monkeypatch):
    monkeypatch.setitem(child.WORKERS, WORKER, environment)
    content = zipped({"a.geojson": secret}) if name == "a.zip" else secret
    said, _ = read_in_child(WORKER, {"name": "a", "do": "read_with_gdal", "as": name, "path": path}, content)
    assert said["read"] == (["sandi"] if environment is dict else None)


def test_two_read_at_a_time_and_the_rest_are_told_their_place():
    free, reading, places = threading.Event(), threading.Semaphore(0), {number: [] for number in (1, 2, 3, 4)}

    def read(number):
        with upload_queue.turn(places[number].append):
            reading.release()
            free.wait(10)

    threads = []
    for number in (1, 2, 3, 4):
        threads.append(threading.Thread(target=read, args=(number,)))
        threads[-1].start()
        while upload_queue.QUEUE.length < number:
            time.sleep(0.01)
    assert reading.acquire(timeout=2)
    assert reading.acquire(timeout=2)
    time.sleep(0.2)
    assert not reading.acquire(blocking=False)
    assert (places[3][0], places[4][0]) == (1, 2)
    free.set()
    for thread in threads:
        thread.join(5)
    assert upload_queue.QUEUE.length == 0


def test_who_goes_away_leaves_the_queue():
    def leave(_place):
        raise InterruptedError

    with upload_queue.turn(), upload_queue.turn(), pytest.raises(InterruptedError), upload_queue.turn(leave):
        pass
    assert upload_queue.QUEUE.length == 0
