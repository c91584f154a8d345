"""Files from a page: one at a time, with its place in the queue or its progress, to be stopped, kept for a while."""

import threading
import time
import weakref

import pytest

from components.exports.workers import export as queue
from components.exports.workers.export import LineFullError
from components.screens import exports
from sandbox.fair_queue import FairQueue

BRIEF, KAUR, LEBONG = "Ringkasan satu halaman (PDF)", "17.04", "17.07"


@pytest.fixture
def held(monkeypatch):
    """Makes of a brief what is let go by hand, in queues of the test's own."""
    free = threading.Event()
    monkeypatch.setattr(queue, "TURNS", FairQueue(2))

    def make(_kind, _part, progress):
        while not free.wait(0.02):
            progress.go_on()
        return b"%PDF file"

    monkeypatch.setattr(exports, "made_alone", make)
    yield free
    free.set()


def until(condition):
    ends = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < ends
        time.sleep(0.02)


def export(screen):
    return screen.app.session_state[exports.KEY]


def offered(screen):
    return [one.proto.label for one in screen.app.main.get("download_button")]


def test_a_file_is_made_beside_the_page_and_then_offered(opened, held):
    screen = opened("profile", region=KAUR).click(BRIEF)
    assert [button.disabled for button in screen.app.button if button.label == BRIEF] == [True]
    assert offered(screen) == []
    held.set()
    until(lambda: not export(screen).running)
    screen.app.run()
    assert offered(screen) == ["Simpan cakupan-simulasi-kaur-cakupan-kepesertaan-2024-11.pdf (1 kB)"]
    assert screen.failed == []


@pytest.mark.usefixtures("held")
def test_who_waits_is_told_the_place_in_the_queue(opened):
    others = [
        queue.start_export(f"{name}.pdf", lambda progress: exports.made_alone("", None, progress)) for name in "ab"
    ]
    until(lambda: queue.TURNS.length == 2)
    screen = opened("profile", region=KAUR).click(BRIEF)
    until(lambda: export(screen).place == 1)
    screen.app.run()
    texts = [one.proto.text for one in screen.app.main.get("progress")]
    assert texts == ["cakupan-simulasi-kaur-cakupan-kepesertaan-2024-11.pdf: menunggu giliran, urutan ke-1"]
    assert all(one.running for one in others)


@pytest.mark.usefixtures("held")
def test_stopping_ends_it_and_the_next_can_begin(opened):
    screen = opened("profile", region=KAUR).click(BRIEF)
    screen.click("Hentikan")
    assert export(screen).progress.stopped
    until(lambda: queue.TURNS.length == 0)
    assert [button.disabled for button in screen.app.button if button.label == BRIEF] == [False]


def test_a_new_file_takes_the_place_of_the_last(opened, held):
    held.set()
    screen = opened("profile", region=KAUR).click(BRIEF)
    until(lambda: not export(screen).running)
    first = weakref.ref(export(screen))
    screen.app.run()
    screen.click(BRIEF)
    assert first() is None or first().content is None


def test_a_file_that_is_not_kept_any_more_says_so(opened, held):
    held.set()
    screen = opened("profile", region=KAUR).click(BRIEF)
    until(lambda: not export(screen).running)
    export(screen).drop()
    screen.app.run()
    assert "disimpan selama 15 menit" in screen.words
    assert offered(screen) == []


def test_a_queue_that_is_full_is_said(opened, monkeypatch):
    def full(*_given):
        raise LineFullError

    monkeypatch.setattr(exports, "start_export", full)
    assert "Terlalu banyak berkas" in opened("profile", region=KAUR).click(BRIEF).words


@pytest.mark.usefixtures("held")
def test_a_click_while_another_regency_comes_in_is_not_lost(opened):
    screen = opened("profile", region=KAUR)
    (button,) = [one for one in screen.app.button if one.label == BRIEF]
    button.click()
    screen.follow(**screen.address | {"region": LEBONG})
    assert export(screen).name == "cakupan-simulasi-lebong-cakupan-kepesertaan-2024-11.pdf"


@pytest.mark.usefixtures("held")
def test_in_english(opened):
    screen = opened("profile", region=KAUR, lang="en").click("One-page brief (PDF)")
    assert [one.proto.text for one in screen.app.main.get("progress")] == [
        "cakupan-simulation-kaur-coverage-2024-11.pdf: being prepared"
    ]
