"""Exports in children: files come back, an export can be stopped, and a page needs none of the heavy libraries."""

import subprocess
import sys
import time

import psutil
import pytest

from components.exports.workers import jobs
from components.exports.workers.jobs import Progress, StoppedError, made_alone, made_apart
from tests.unit.exports.conftest import deck_of


def test_every_part_comes_back_with_its_file_and_is_counted():
    progress = Progress(of=3)
    decks = [deck_of(title=title) for title in ("Satu", "Dua", "Tiga")]
    made = {deck.title: content.decode() for deck, content in made_apart("txt", decks, progress)}
    assert {title: text.split("] ")[1][:4] for title, text in made.items()} == {
        "Satu": "Satu",
        "Dua": "Dua,",
        "Tiga": "Tiga",
    }
    assert (progress.done, progress.of) == (3, 3)


def test_a_single_file_tells_how_far_it_is():
    seen = []

    class Seen(Progress):
        def step(self, done, of):
            seen.append((done, of))

    assert made_alone("pptx", deck_of(), Seen())[:2] == b"PK"
    assert seen == [(number, 7) for number in range(1, 8)]


def test_a_child_works_where_the_system_knows_no_niceness():
    code = "import os, sys; del os.nice; sys.argv = ['', 'txt', '5']; "
    code += "from components.exports.workers.worker import main; main()"
    told = subprocess.run([sys.executable, "-c", code], input=b"", capture_output=True, check=False)  # noqa: S603
    assert (told.returncode, told.stdout) == (0, b"")


def test_what_was_stopped_before_its_child_began_ends_it():
    progress = Progress()
    progress.stop()
    with pytest.raises(StoppedError):
        made_alone("txt", deck_of(), progress)


def test_children_give_way_to_the_pages():
    assert jobs.NICE >= 10


def test_a_stopped_export_ends_at_once_and_leaves_no_process():
    progress = Progress(of=1000)
    made = made_apart("txt", (deck_of() for _number in range(1000)), progress)
    next(made)
    began = time.monotonic()
    progress.stop()
    with pytest.raises(StoppedError):
        for _part in made:
            pass
    assert time.monotonic() - began < 5
    assert not [one for one in psutil.Process().children() if "components.exports.workers.worker" in one.cmdline()]


def test_an_export_that_nobody_watches_stops_by_itself(monkeypatch):
    monkeypatch.setattr(jobs, "UNWATCHED", -1.0)
    with pytest.raises(StoppedError):
        list(made_apart("txt", [deck_of()], Progress()))


def test_a_part_that_cannot_be_made_is_a_failure_and_no_file():
    with pytest.raises(RuntimeError):
        list(made_apart("brief", [deck_of()], Progress(), workers=1))  # a deck is no brief


def test_a_page_with_the_buttons_loads_none_of_the_libraries_that_draw():
    code = "import sys, components.screens.exports; print([m for m in ('pptx', 'typst') if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert told.stdout.strip().endswith("[]")
