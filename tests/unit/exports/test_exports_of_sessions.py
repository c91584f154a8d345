"""Exports wait for their turn, belong to a session, and their files do not stay for ever."""

import gc
import threading
import time

import pytest

from components.exports.workers import export as exports
from components.exports.workers.export import Export, LineFullError, start_export
from components.exports.workers.shelf import Shelf
from sandbox.fair_queue import FairQueue


@pytest.fixture(autouse=True)
def own_turns(monkeypatch):
    monkeypatch.setattr(exports, "TURNS", FairQueue(2))
    monkeypatch.setattr(exports, "LONG_TURNS", FairQueue(1))
    monkeypatch.setattr(exports, "SHELF", Shelf())


@pytest.fixture
def gate():
    """What holds the exports of a test until it lets them go."""
    free = threading.Event()
    yield free
    free.set()


def held(gate):
    def make(progress):
        while not gate.wait(0.02):
            progress.go_on()
        return b"file"

    return make


def until(condition, seconds=5.0):
    ends = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < ends
        time.sleep(0.01)


def test_an_export_ends_with_its_file():
    export = start_export("a.pdf", lambda _progress: b"file")
    until(lambda: not export.running)
    assert (export.saved(), export.media) == (b"file", "application/pdf")


def test_two_run_at_a_time_and_the_third_is_told_its_place(gate):
    running = [start_export(f"{name}.pdf", held(gate)) for name in "abc"]
    until(lambda: running[2].place == 1)
    assert [one.place for one in running] == [0, 0, 1]
    running[0].progress.stop()
    until(lambda: running[2].place == 0)
    gate.set()
    until(lambda: running[2].content == b"file")
    assert running[0].content is None


def test_two_archives_leave_a_place_for_a_single_file(gate):
    archives = [start_export(f"{name}.zip", held(gate), takes_minutes=True) for name in "ab"]
    until(lambda: archives[1].place == 1)
    single = start_export("c.pdf", lambda _progress: b"file")
    until(lambda: single.content is not None)
    assert archives[1].running


def test_an_export_that_waits_can_be_stopped(gate):
    running = [start_export(f"{name}.pdf", held(gate)) for name in "abc"]
    until(lambda: running[2].place == 1)
    running[2].progress.stop()
    until(lambda: exports.TURNS.length == 2)
    assert not running[2].running


def test_an_export_ends_with_its_session(gate):
    export = start_export("a.pdf", held(gate))
    until(lambda: exports.TURNS.length == 1)
    del export
    gc.collect()
    until(lambda: exports.TURNS.length == 0)


def test_what_failed_is_not_a_file_and_the_log_says_why(caplog):
    def fail(_progress):
        raise StopAsyncIteration

    export = start_export("a.pdf", fail)
    until(lambda: export.failed)
    until(lambda: "StopAsyncIteration" in caplog.text)
    assert not export.running
    with pytest.raises(LookupError):
        export.saved()


def test_who_comes_to_a_line_that_is_full_is_sent_away(gate, monkeypatch):
    monkeypatch.setattr(exports, "MOST_IN_LINE", 2)
    running = [start_export(f"{name}.pdf", held(gate)) for name in "ab"]
    until(lambda: exports.TURNS.length == 2)
    with pytest.raises(LineFullError):
        start_export("c.pdf", held(gate))
    assert all(one.running for one in running)


def finished(size=10):
    export = Export("a.pdf")
    export.content = b"x" * size
    return export


def test_a_file_is_kept_for_a_while_only():
    shelf, file = Shelf(kept=0.05), finished()
    shelf.put(file)
    assert file.content is not None
    until(lambda: file.gone)
    assert file.content is None


def test_the_oldest_files_go_where_there_is_no_room():
    shelf = Shelf(most_bytes=25)
    files = [finished(10), finished(10), finished(10)]
    for file in files:
        shelf.put(file)
    assert [file.gone for file in files] == [True, False, False]


def test_a_file_larger_than_all_room_is_kept_for_the_one_who_asked():
    shelf, file = Shelf(most_bytes=5), finished(10)
    shelf.put(file)
    assert not file.gone


def test_a_file_goes_with_its_session():
    shelf = Shelf()
    shelf.put(finished(10))
    gc.collect()
    shelf.put(other := finished(10))
    assert [file() for _since, file in shelf._files] == [other]


def test_one_address_does_not_fill_the_line_for_others(gate, monkeypatch):
    monkeypatch.setattr(exports, "EXPORTS_OF_ONE", 3)
    running = [start_export(f"{name}.pdf", held(gate), who="203.0.113.9") for name in "abc"]
    until(lambda: exports.TURNS.length == 3)
    with pytest.raises(LineFullError):
        start_export("d.pdf", held(gate), who="203.0.113.9")
    other = start_export("e.pdf", held(gate), who="198.51.100.1")
    until(lambda: other.place == 1 and running[2].place == 2)  # before the third of the first
