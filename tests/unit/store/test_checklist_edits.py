"""What is written into a list by hand: on the disk and in the journal, and nothing of two people at once is lost."""

import sqlite3
import subprocess
import sys
import threading

import pytest

from data.store.checklist_edits import edit_item, merge_items, set_counting
from data.store.checklists import Item, checklist_of, keep_checklist, tick, ticks_in, ticks_of
from data.store.database import small_file, writing
from data.store.journal import read_journal
from errors import DataError
from tests.unit.store.people import ANALYST, VIEWER

MERAUKE = ("93.01", "villages_enrolled", "all")
WASUR = Item(0, "Wasur", "Merauke", owner="DPMK", note="perangkat 12 orang")


def kept(*items, counts=True):
    return keep_checklist(ANALYST, *MERAUKE, "kampung.xlsx", items, counts=counts)


def now():
    return {item.name: item for item in checklist_of(*MERAUKE).items}


def edits():
    with sqlite3.connect(small_file()) as connection:
        return connection.execute("SELECT field, value, name FROM checklist_edits ORDER BY number").fetchall()


def test_each_text_is_on_the_disk_in_the_log_and_in_the_journal():
    wasur = kept(WASUR).items[0]
    for field, value in [("owner", " Ibu  Maria "), ("due", "2026-12-31"), ("note", "menunggu SK")]:
        edit_item(ANALYST, "Ani", wasur.id, (field, value, getattr(wasur, field)), field)
    item = now()["Wasur"]
    assert (item.owner, item.due, item.note) == ("Ibu Maria", "2026-12-31", "menunggu SK")
    assert edits() == [("owner", "Ibu Maria", "Ani"), ("due", "2026-12-31", "Ani"), ("note", "menunggu SK", "Ani")]
    assert [(one["field"], one["value"]) for one in read_journal()[-3:]] == [one[:2] for one in edits()]


def test_two_who_write_the_same_text_at_once_are_told_of_each_other_and_other_texts_stay():
    wasur = kept(WASUR).items[0]
    edit_item(ANALYST, "Ani", wasur.id, ("owner", "Ibu Maria", "DPMK"))
    with pytest.raises(DataError) as met:
        edit_item(ANALYST, "Budi", wasur.id, ("owner", "Pak Yusuf", "DPMK"))
    assert (met.value.code, met.value.particulars) == ("checklist_edit_met", {"found": "Ibu Maria", "who": "Ani"})
    edit_item(ANALYST, "Budi", wasur.id, ("note", "sudah ditelepon", "perangkat 12 orang"))
    edit_item(ANALYST, "Budi", wasur.id, ("owner", "Pak Yusuf", "Ibu Maria"))
    assert (now()["Wasur"].owner, now()["Wasur"].note) == ("Pak Yusuf", "sudah ditelepon")


def test_forty_texts_and_ticks_written_at_once_are_all_there():
    items = kept(*(Item(0, f"Kampung {number}") for number in range(20))).items

    def write(field, name):
        for item in items:
            edit_item(ANALYST, name, item.id, (field, f"{name} {item.id}", ""))
            tick(ANALYST, name, item.id, True)

    threads = [threading.Thread(target=write, args=told) for told in (("owner", "Ani"), ("note", "Budi"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [(one.owner, one.note, one.done) for one in checklist_of(*MERAUKE).items] == [
        (f"Ani {item.id}", f"Budi {item.id}", True) for item in items
    ]
    assert (len(edits()), len(ticks_of(*MERAUKE))) == (40, 40)


def test_a_wish_that_is_sent_again_is_known_and_takes_nothing_back():
    wasur = kept(WASUR).items[0]
    edit_item(ANALYST, "Ani", wasur.id, ("note", "satu", "perangkat 12 orang"), "w1")
    edit_item(ANALYST, "Budi", wasur.id, ("note", "dua", "satu"), "w2")
    assert edit_item(ANALYST, "Ani", wasur.id, ("note", "satu", "perangkat 12 orang"), "w1").note == "dua"


def test_what_was_acknowledged_survives_kill_9():
    wasur, other = kept(WASUR, Item(0, "Kampung Wasur", "Merauke", done=True)).items
    code = f"""
import os, signal
from data.store.checklist_edits import edit_item, merge_items, set_counting
from data.store.roles import User
ana = User("ana@example.go.id")
edit_item(ana, "Ani", {wasur.id}, ("due", "2026-12-31", ""))
merge_items(ana, "Ani", {wasur.id}, {other.id})
set_counting(ana, {checklist_of(*MERAUKE).id}, False)
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -9  # noqa: S603
    found = checklist_of(*MERAUKE)
    assert [(one.name, one.due, one.done) for one in found.items] == [("Wasur", "2026-12-31", True)]
    assert found.set_aside


def test_two_lines_about_one_village_become_one_and_the_others_ticks_stay_in_the_log():
    wasur, other, _sota = kept(WASUR, Item(0, "Kampung Wasur", "Merauke", pot="dana desa"), Item(0, "Sota")).items
    tick(ANALYST, "Ani", other.id, True)
    one = merge_items(ANALYST, "Budi", wasur.id, other.id, "w")
    assert (one.done, one.ticked_by, one.pot, one.owner) == (True, "Ani", "dana desa", "DPMK")
    assert merge_items(ANALYST, "Budi", wasur.id, other.id, "w") == one
    assert sorted(now()) == ["Sota", "Wasur"]
    assert [line.item for line in ticks_of(*MERAUKE)] == ["Kampung Wasur"]
    for pair in [(wasur.id, other.id), (wasur.id, wasur.id), (wasur.id, 999)]:
        with pytest.raises(DataError, match="checklist_item_unknown"):
            merge_items(ANALYST, "Budi", *pair)


def test_a_list_that_is_set_aside_keeps_everything_and_counts_nowhere_until_it_is_wanted_again():
    found = kept(Item(0, "Wasur", done=True))
    set_counting(ANALYST, found.id, False)
    tick(ANALYST, "Ani", found.items[0].id, False)
    assert (ticks_in("ID"), now()["Wasur"].done) == ({}, False)
    set_counting(ANALYST, found.id, True)
    assert ticks_in("ID") == {"villages_enrolled-all": {"93.01": (0, 1)}}
    assert not checklist_of(*MERAUKE).set_aside
    later = kept(Item(0, "Wasur"), counts=False)
    assert (ticks_in("ID"), bool(later.set_aside)) == ({}, True)
    with pytest.raises(DataError, match="checklist_gone"):
        set_counting(ANALYST, found.id, True)


def test_a_newer_file_under_another_spelling_takes_nothing_away_that_was_written():
    wasur = kept(WASUR).items[0]
    tick(ANALYST, "Ani", wasur.id, True)
    edit_item(ANALYST, "Ani", wasur.id, ("owner", "Ibu Maria", "DPMK"))
    again = kept(Item(0, "KAMPUNG WASUR", "Distrik Merauke", owner="PMD", note="baru"), Item(0, "Sota")).items[0]
    assert (again.id, again.name, again.done) == (wasur.id, "KAMPUNG WASUR", True)
    assert (again.owner, again.note) == ("Ibu Maria", "baru")
    assert [one.name for one in kept(Item(0, "Wasur", "Merauke"), Item(0, "Kampung Wasur", "Merauke")).items] == [
        "Wasur",
        "Kampung Wasur",
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("done", "1", ""), "checklist_edit_bad"),
        (("due", "besok", ""), "checklist_edit_bad"),
        (("note", "x" * 501, ""), "checklist_edit_bad"),
    ],
)
def test_what_cannot_be_kept_is_refused(change, code):
    wasur = kept(Item(0, "Wasur")).items[0]
    with pytest.raises(DataError, match=code):
        edit_item(ANALYST, "Ani", wasur.id, change)
    with pytest.raises(DataError, match="tick_without_name"):
        edit_item(ANALYST, " ", wasur.id, ("note", "a", ""))
    assert edits() == []


def test_who_may_only_look_writes_nothing():
    found = kept(WASUR, Item(0, "Kampung Wasur", "Merauke"))
    first, second = (item.id for item in found.items)
    for attempted in (
        lambda: edit_item(VIEWER, "Vina", first, ("note", "a", "")),
        lambda: merge_items(VIEWER, "Vina", first, second),
        lambda: set_counting(VIEWER, found.id, False),
    ):
        with pytest.raises(DataError, match="not_allowed"):
            attempted()
    assert checklist_of(*MERAUKE) == found


def test_the_log_of_what_was_written_is_only_ever_added_to():
    wasur = kept(WASUR).items[0]
    edit_item(ANALYST, "Ani", wasur.id, ("note", "satu", "perangkat 12 orang"))
    for statement in ("DELETE FROM checklist_edits", "UPDATE checklist_edits SET value = 'x'"):
        with pytest.raises(DataError), writing() as connection:
            connection.execute(statement)


def test_a_store_of_an_earlier_release_learns_the_new_columns():
    kept(WASUR)
    with sqlite3.connect(small_file()) as connection:
        connection.execute("DROP TABLE checklist_edits")
        connection.execute("ALTER TABLE checklist_items DROP COLUMN note")
        connection.execute("ALTER TABLE checklists DROP COLUMN set_aside")
    assert [(one.name, one.note) for one in checklist_of(*MERAUKE).items] == [("Wasur", "")]
    assert ticks_in("ID") == {"villages_enrolled-all": {"93.01": (0, 1)}}
