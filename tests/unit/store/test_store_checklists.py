import sqlite3
import threading
from dataclasses import replace

import pytest

from data.checklist import compared
from data.store.checklists import Item, checklist_of, keep_checklist, tick, ticks_in, ticks_of
from data.store.database import reading, small_file, writing
from data.store.journal import read_journal
from data.store.preferences import aliases, remember_alias
from data.store.versions import publish
from errors import DataError
from tests.unit.store.people import ANALYST, PUBLISHER, UPLOAD, VIEWER, figures

MERAUKE = ("93.01", "villages_enrolled", "all")
WASUR, KUMBE, SOTA = Item(0, "Wasur", "Merauke"), Item(0, "Kumbe", "Malind", done=True), Item(0, "Sota", "Sota")


def kept(*items, measure=MERAUKE, user=ANALYST):
    return keep_checklist(user, *measure, "kampung.xlsx", items)


def by_name(checklist):
    return {item.name: item for item in checklist.items}


def log():
    with reading() as connection:
        return [tuple(row) for row in connection.execute("SELECT item, done, who, name FROM ticks ORDER BY number")]


def test_a_list_comes_back_as_it_was_loaded():
    items = [Item(0, "Wasur", "Merauke", True, "dana desa", "DPMK", "2026-12-31"), SOTA]
    found = kept(*items)
    assert found == checklist_of(*MERAUKE)
    assert [replace(item, id=0) for item in found.items] == items
    assert (found.file_name, found.who, found.done) == ("kampung.xlsx", ANALYST.address, 1)


def test_where_no_list_was_loaded_there_is_none():
    assert (checklist_of(*MERAUKE), ticks_in("ID")) == (None, {})
    kept(WASUR)
    assert checklist_of("93.01", "villages_enrolled", "village_apparatus") is None
    assert checklist_of("93.02", "villages_enrolled", "all") is None


def test_a_list_of_a_demonstration_is_kept_apart_with_its_ticks():
    real = kept(WASUR)
    shown = keep_checklist(ANALYST, *MERAUKE, "coba.xlsx", [WASUR, SOTA], simulated=True)
    tick(ANALYST, "Ani", shown.items[0].id, True)
    assert (checklist_of(*MERAUKE), real.simulated) == (real, False)
    found = checklist_of(*MERAUKE, simulated=True)
    assert (found.segment, found.simulated, found.done, len(found.items)) == ("all", True, 1, 2)
    assert ticks_in("ID") == {"villages_enrolled-all": {"93.01": (0, 1)}}
    assert ticks_in("93", simulated=True) == {"villages_enrolled-all": {"93.01": (1, 2)}}
    assert (ticks_of(*MERAUKE), len(ticks_of(*MERAUKE, simulated=True))) == ([], 1)


def test_a_tick_says_who_and_when_and_is_noted_for_good():
    wasur = kept(WASUR, KUMBE).items[0]
    ticked = tick(PUBLISHER, "  Ibu  Maria ", wasur.id, True)
    assert (ticked.done, ticked.ticked_by) == (True, "Ibu Maria")
    assert ticked.ticked_at.endswith("+00:00")
    assert checklist_of(*MERAUKE).items[0] == ticked
    assert log() == [(wasur.id, 1, PUBLISHER.address, "Ibu Maria")]
    assert (read_journal()[-1]["action"], read_journal()[-1]["item"]) == ("tick", wasur.id)


def test_a_tick_repeated_changes_nothing_and_the_first_one_stands():
    wasur = kept(WASUR).items[0]
    first = tick(ANALYST, "Ani", wasur.id, True)
    assert tick(PUBLISHER, "Puji", wasur.id, True) == first
    assert [name for *_, name in log()] == ["Ani", "Puji"]


def test_a_wish_sent_again_after_its_answer_was_lost_does_not_undo_what_came_between():
    wasur = kept(WASUR).items[0]
    tick(ANALYST, "Ani", wasur.id, True, wish="a1")
    tick(PUBLISHER, "Puji", wasur.id, False, wish="b1")
    assert not tick(ANALYST, "Ani", wasur.id, True, wish="a1").done
    assert len(log()) == 2


def test_the_log_is_only_ever_added_to():
    wasur = kept(WASUR).items[0]
    tick(ANALYST, "Ani", wasur.id, True)
    for statement in ("DELETE FROM ticks", "UPDATE ticks SET name = 'x'"):
        with pytest.raises(DataError, match="store_failed"), writing() as connection:
            connection.execute(statement)
    assert len(log()) == 1


def test_two_people_ticking_at_once_lose_nothing():
    items = kept(*(Item(0, f"Desa {number}") for number in range(40))).items
    failures = []

    def work(name, mine):
        for item in mine:
            try:
                tick(ANALYST, name, item.id, True)
            except DataError as error:
                failures.append(error)

    threads = [threading.Thread(target=work, args=(name, items[at::2])) for at, name in enumerate(["Ani", "Budi"])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = checklist_of(*MERAUKE)
    assert (failures, found.done) == ([], 40)
    assert [item.ticked_by for item in found.items] == ["Ani", "Budi"] * 20
    assert len(log()) == 40


def test_a_newer_list_keeps_what_was_ticked_and_takes_the_rest_from_its_file():
    before = kept(WASUR, KUMBE, SOTA)
    tick(ANALYST, "Ani", by_name(before)["Wasur"].id, True)
    after = kept(Item(0, " WASUR ", "merauke", pot="ADD"), replace(KUMBE, done=False), Item(0, "Bupul"))
    found = by_name(after)
    assert [item.name for item in after.items] == [" WASUR ", "Kumbe", "Bupul"]
    assert (found[" WASUR "].done, found[" WASUR "].ticked_by, found[" WASUR "].pot) == (True, "Ani", "ADD")
    assert found[" WASUR "].id == by_name(before)["Wasur"].id
    assert not found["Kumbe"].done


def test_what_a_newer_list_leaves_out_is_back_with_its_tick_where_a_later_one_names_it():
    tick(ANALYST, "Ani", kept(WASUR, SOTA).items[0].id, True)
    assert [item.name for item in kept(SOTA).items] == ["Sota"]
    assert ticks_in("93") == {"villages_enrolled-all": {"93.01": (0, 1)}}
    back = by_name(kept(WASUR, SOTA))["Wasur"]
    assert (back.done, back.ticked_by) == (True, "Ani")


def test_what_a_newer_list_changes_can_be_said_before():
    before = [Item(1, "Wasur", "Merauke", True, ticked_by="Ani", ticked_at="2026-11-20"), Item(2, "Kumbe", "Malind")]
    change = compared(before, [WASUR, SOTA])
    assert [[item.name for item in part] for part in (change.kept, change.new, change.left_out, change.overruled)] == [
        ["Wasur"],
        ["Sota"],
        ["Kumbe"],
        ["Wasur"],
    ]


def test_the_counts_of_an_area_are_those_of_its_newest_lists():
    kept(WASUR, KUMBE)
    kept(WASUR, KUMBE, SOTA)
    kept(Item(0, "Dinas Sosial", done=True), measure=("93.01", "agencies_enrolled", "all"))
    kept(WASUR, measure=("17.04", "villages_enrolled", "all"))
    assert ticks_in("93") == {
        "agencies_enrolled-all": {"93.01": (1, 1)},
        "villages_enrolled-all": {"93.01": (1, 3)},
    }
    assert ticks_in("ID")["villages_enrolled-all"] == {"17.04": (0, 1), "93.01": (1, 3)}
    assert (ticks_in("9"), ticks_in("%"), ticks_in("18")) == ({}, {}, {})


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ([], "checklist_empty"),
        ([WASUR, Item(0, "wasur", "MERAUKE ")], "checklist_repeated"),
        ([Item(0, f"Desa {number}") for number in range(1_501)], "checklist_too_long"),
    ],
)
def test_a_list_that_cannot_be_kept_leaves_the_one_before(items, code):
    before = kept(SOTA)
    with pytest.raises(DataError, match=code):
        kept(*items)
    assert checklist_of(*MERAUKE) == before


@pytest.mark.parametrize(
    ("who", "item", "code"),
    [
        ("Ani", 999, "checklist_item_unknown"),
        ("Ani", -1, "checklist_item_unknown"),
        ("Ani", 2**70, "checklist_item_unknown"),
        (" \t", 1, "tick_without_name"),
        ("x" * 81, 1, "tick_name_long"),
    ],
)
def test_a_tick_that_cannot_be_saved_is_refused(who, item, code):
    kept(WASUR)
    with pytest.raises(DataError, match=code):
        tick(ANALYST, who, item, True)
    assert log() == []


def test_who_may_only_look_ticks_nothing():
    wasur = kept(WASUR).items[0]
    for attempted in (lambda: tick(VIEWER, "Vina", wasur.id, True), lambda: kept(SOTA, user=VIEWER)):
        with pytest.raises(DataError, match="not_allowed"):
            attempted()
    assert checklist_of(*MERAUKE).items == (wasur,)


def test_names_from_outside_are_neither_sql_nor_anything_else():
    hostile = ["'); DROP TABLE ticks; --", '=cmd|"/c calc"!A1', "<img src=x>", "a\x00b", "\u202edesa"]
    found = kept(*(Item(0, name, name) for name in hostile))
    assert [item.name for item in found.items] == hostile
    assert tick(ANALYST, hostile[0], found.items[0].id, True).ticked_by == hostile[0]


def test_a_store_of_an_earlier_release_answers_that_there_is_no_list():
    remember_alias(ANALYST, "kaur", "17.04")
    with sqlite3.connect(small_file()) as connection:
        for table in ("checklists", "checklist_items", "ticks"):
            connection.execute(f"DROP TABLE {table}")
    assert (checklist_of(*MERAUKE), ticks_in("ID"), aliases()) == (None, {}, {"kaur": "17.04"})


def test_publishing_leaves_the_lists_alone():
    before = kept(WASUR)
    publish(PUBLISHER, "bengkulu", figures(kaur=75.0), UPLOAD, 0)
    assert checklist_of(*MERAUKE) == before
