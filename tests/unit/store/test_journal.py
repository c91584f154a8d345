import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from data.store import journal
from data.store.checklists import tick
from data.store.hash_chain import START, Fault, line_hash
from data.store.journal import append, journal_file, read_journal, verify
from data.store.preferences import remember_alias
from data.store.roles import User
from data.store.versions import publish
from errors import DataError
from tests.unit.store.people import NOBODY, PUBLISHER, UPLOAD, figures

ROOT = Path(__file__).parents[3]


@pytest.fixture
def lines():
    """Write five lines and return them as bytes."""
    for number in range(5):
        append({"who": "puji", "note": f"line {number}"})
    return journal_file().read_bytes().splitlines(keepends=True)


def test_a_journal_as_it_was_written_has_no_fault(lines):
    assert len(lines) == 5
    assert verify() is None


def test_there_is_no_fault_in_a_journal_that_is_not_there():
    assert verify() is None
    assert read_journal() == []


@pytest.mark.parametrize(
    ("damage", "number", "reason"),
    [
        (lambda lines: [lines[0], lines[1].replace(b"puji", b"adi!"), *lines[2:]], 2, "changed"),
        (lambda lines: [*lines[:4], lines[4].replace(b"puji", b"adi!")], 5, "changed"),
        (lambda lines: [lines[0], *lines[2:]], 2, "out_of_order"),
        (lambda lines: lines[1:], 1, "out_of_order"),
        (lambda lines: [lines[0], lines[2], lines[1], *lines[3:]], 2, "out_of_order"),
        (lambda lines: [lines[0], lines[0], *lines[1:]], 2, "out_of_order"),
        (lambda lines: lines[:4], 5, "end_missing"),
        (lambda _: [], 1, "end_missing"),
        (lambda lines: [*lines[:2], b"\n", *lines[2:]], 3, "changed"),
        (lambda lines: [*lines[:2], b"[1]\n", *lines[2:]], 3, "changed"),
        (lambda lines: [*lines[:2], b"\xff\xfe\n", *lines[2:]], 3, "changed"),
    ],
)
def test_a_changed_removed_or_moved_line_is_named(lines, damage, number, reason):
    journal_file().write_bytes(b"".join(damage(lines)))
    assert verify() == Fault(number, reason)


@pytest.mark.usefixtures("lines")
def test_a_journal_written_anew_does_not_fit_its_note():
    forged, before = [], START
    for number in range(1, 6):
        line = {"number": number, "who": "someone else", "before": before}
        line["hash"] = before = line_hash(line)
        forged.append(json.dumps(line).encode() + b"\n")
    journal_file().write_bytes(b"".join(forged))
    assert verify() == Fault(5, "rewritten")


def test_a_line_that_a_power_cut_tore_is_moved_and_the_journal_goes_on(lines):
    journal_file().write_bytes(b"".join(lines) + b'{"number": 6, "who')
    append({"who": "puji"})
    assert verify() is None
    assert [line["number"] for line in read_journal()] == [1, 2, 3, 4, 5, 6]
    assert journal_file().with_suffix(".torn").read_bytes() == b'{"number": 6, "who\n'


def test_a_fault_stays_found_after_more_lines(lines):
    journal_file().write_bytes(b"".join([*lines[:4], b"scribble\n"]))
    append({"who": "puji"})
    assert verify() == Fault(5, "changed")


@pytest.mark.usefixtures("lines")
def test_a_line_whose_note_was_lost_in_a_power_cut_is_no_fault(monkeypatch):
    noted = journal.head()
    append({"who": "puji"})
    monkeypatch.setattr(journal, "head", lambda: noted)
    assert verify() is None


def test_every_attempt_leaves_one_line_refused_ones_too():
    publish(PUBLISHER, "bengkulu", figures(kaur=75.0), UPLOAD, base=0)
    for user in (PUBLISHER, NOBODY):
        with pytest.raises(DataError):
            publish(user, "bengkulu", figures(kaur=75.0), UPLOAD, base=0)
    told = [(line["who"], line["outcome"], line.get("code"), line.get("number")) for line in read_journal()]
    assert [each[:3] for each in told] == [
        ("puji@example.go.id", "done", None),
        ("puji@example.go.id", "refused", "published_meanwhile"),
        ("nobody@example.go.id", "refused", "not_allowed"),
    ]
    assert [line.get("published") for line in read_journal()] == [1, None, None]


def test_who_is_not_logged_in_cannot_make_the_journal_grow():
    for _ in range(20):
        with pytest.raises(DataError, match="not_allowed"):
            publish(User(""), "bengkulu", figures(kaur=75.0), UPLOAD, base=0)
        with pytest.raises(DataError, match="not_allowed"):
            tick(User(""), "Ani", 1, True)
    assert read_journal() == []


def test_an_address_without_a_role_leaves_one_line_an_hour_for_each_kind_of_attempt():
    for _ in range(20):
        for refused in (publish, lambda user, *_, **__: remember_alias(user, "kab kaur", "17.04")):
            with pytest.raises(DataError, match="not_allowed"):
                refused(NOBODY, "bengkulu", figures(kaur=75.0), UPLOAD, base=0)
    assert [(line["who"], line["action"]) for line in read_journal()] == [
        (NOBODY.address, "publish"),
        (NOBODY.address, "remember"),
    ]


@pytest.mark.parametrize("text", ["a\nb", "a\r\nb", "\u2028", "\ud800", '"}\n{"', "x" * 10_000, "名"])
def test_a_text_from_outside_stays_on_its_line(text):
    append({"file": text})
    append({"file": "next"})
    assert verify() is None
    assert [line["file"] for line in read_journal()] == [text, "next"]


def test_writers_at_once_take_turns():
    threads = [threading.Thread(target=append, args=({"who": str(number)},)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert verify() is None
    assert sorted(line["who"] for line in read_journal()) == [str(number) for number in range(8)]


def test_the_command_names_the_line_and_ends_with_one(lines):
    assert _command() == (0, "5 lines, all as they were written")
    journal_file().write_bytes(b"".join([lines[0], *lines[2:]]))
    assert _command() == (1, "line 2 does not follow the line before it")


def _command() -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "tools.verify_journal"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout.split(": ")[1].split(";")[0].strip()
