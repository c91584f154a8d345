import pytest
import streamlit as st

from components.screens.villages.checklist import live
from components.screens.villages.checklist.live import ANSWERED, MOST_AT_ONCE, answer, last_known
from components.screens.villages.checklist.measure import ListMeasure
from components.screens.villages.checklist.wire import told_list
from data.store.checklists import Item, checklist_of, keep_checklist, ticks_of
from data.store.roles import User
from errors import DataError

MEASURE = ("93.01", "villages_enrolled", "all")
LOCAL, ANALYST, VIEWER = User("local", local=True), User("ana@example.go.id"), User("vina@example.go.id")


@pytest.fixture
def items():
    return keep_checklist(LOCAL, *MEASURE, "desa.csv", [Item(0, f"Desa {n}") for n in range(100)]).items


def wish(name, item, done=True, who="Ani"):
    return {"wish": name, "item": item.id if isinstance(item, Item) else item, "done": done, "who": who, "at": 1}


def sent(*wishes):
    answer({"sent": 1, "list": list(wishes)})
    return st.session_state.get(ANSWERED)


def test_each_wish_is_saved_once_and_answered_as_long_as_it_is_sent(sits, items):
    sits(LOCAL)
    assert sent(wish("a", items[0])) == {"a": [items[0].id, ""]}
    assert sent(wish("a", items[0]), wish("b", items[1])) == {"a": [items[0].id, ""], "b": [items[1].id, ""]}
    assert sent(wish("b", items[1])) == {"b": [items[1].id, ""]}
    assert checklist_of(*MEASURE).done == 2
    assert [(tick.item, tick.name) for tick in ticks_of(*MEASURE)] == [("Desa 0", "Ani"), ("Desa 1", "Ani")]


def test_a_new_session_after_a_restart_counts_no_wish_twice(sits, items):
    for _session in range(2):
        sits(LOCAL)
        sent(wish("a", items[0]))
    assert len(ticks_of(*MEASURE)) == 1


def test_on_and_off_and_on_again_are_three_ticks_in_their_order(sits, items):
    sits(LOCAL)
    sent(*(wish(f"w{n}", items[0], done) for n, done in enumerate([True, False, True])))
    assert [tick.done for tick in ticks_of(*MEASURE)] == [True, False, True]
    assert checklist_of(*MEASURE).items[0].done


def test_a_login_ticks_under_its_own_address_whatever_the_browser_says(sits, items):
    sits(ANALYST)
    sent(wish("a", items[0], who="Bupati"))
    assert checklist_of(*MEASURE).items[0].ticked_by == ANALYST.address


@pytest.mark.parametrize("user", [VIEWER, User("")])
def test_who_may_not_tick_is_told_so_and_nothing_is_saved(sits, items, user):
    sits(user)
    ((item, said),) = sent(wish("a", items[0])).values()
    assert (item, said) == (items[0].id, "Hanya yang berperan analis atau lebih tinggi yang dapat mencentang.")
    assert checklist_of(*MEASURE).done == 0


@pytest.mark.parametrize(
    "value",
    [
        None,
        "x",
        [],
        {},
        {"list": None},
        {"list": 5},
        {"list": ["x", 1, None]},
        {"list": [{}]},
        {"list": [{"wish": "a", "item": "1", "done": True, "who": "Ani"}]},
        {"list": [{"wish": "a", "item": True, "done": True, "who": "Ani"}]},
        {"list": [{"wish": "a", "item": 1, "done": 1, "who": "Ani"}]},
        {"list": [{"wish": "", "item": 1, "done": True, "who": "Ani"}]},
        {"list": [{"wish": "a" * 65, "item": 1, "done": True, "who": "Ani"}]},
        {"list": [{"wish": "a", "item": 1, "done": True, "who": None}]},
        {"list": {"wish": "a"}},
    ],
)
@pytest.mark.usefixtures("items")
def test_what_is_no_wish_is_passed_over(sits, value):
    sits(LOCAL)
    answer(value)
    assert (st.session_state, checklist_of(*MEASURE).done) == ({}, 0)


@pytest.mark.usefixtures("items")
def test_an_item_that_is_not_there_is_answered_with_a_sentence(sits):
    sits(LOCAL)
    assert "10000" in sent(wish("a", 10_000))["a"][1]


def test_a_full_disk_leaves_this_wish_and_those_after_it_for_the_next_try(sits, items, monkeypatch):
    sits(LOCAL)

    def full(*_given):
        raise DataError("store_full", reason="disk")

    with monkeypatch.context() as broken:
        broken.setattr(live, "tick", full)
        assert sent(wish("a", items[0]), wish("b", items[1])) == {}
    assert sent(wish("a", items[0]), wish("b", items[1])) == {"a": [items[0].id, ""], "b": [items[1].id, ""]}


def test_a_list_goes_on_being_shown_while_the_store_cannot_be_read(sits, items, store):
    sits(LOCAL)
    found, problem = last_known(ListMeasure(*MEASURE))
    assert (found.items, problem) == (items, "")
    (store / "small.sqlite-wal").unlink(missing_ok=True)
    (store / "small.sqlite").write_bytes(b"no database" * 100)
    assert last_known(ListMeasure(*MEASURE))[0] == found
    assert last_known(ListMeasure(*MEASURE))[1] != ""
    assert last_known(ListMeasure("93.02", *MEASURE[1:]))[0] is None


def test_a_long_queue_is_saved_piece_by_piece(sits, items):
    sits(LOCAL)
    wishes = [wish(f"w{n}", item) for n, item in enumerate(items)]
    assert len(sent(*wishes)) == MOST_AT_ONCE
    assert len(sent(*wishes)) == len(items)
    assert checklist_of(*MEASURE).done == len(items)


def written(name, item, field, value, seen=""):
    return {"wish": name, "item": item.id, "field": field, "value": value, "seen": seen, "who": "Ani", "at": 1}


def test_a_text_is_saved_once_and_one_that_met_anothers_is_answered_with_it(sits, items):
    sits(LOCAL)
    assert sent(written("a", items[0], "owner", "Ibu Maria")) == {"a": [items[0].id, ""]}
    ((item, said),) = sent(written("b", items[0], "owner", "Pak Yusuf")).values()
    assert item == items[0].id
    assert said.startswith("Ani sudah menulis “Ibu Maria” di sini sementara itu")
    assert checklist_of(*MEASURE).items[0].owner == "Ibu Maria"


def test_lines_about_one_village_can_be_merged_by_who_may_tick(sits):
    alike = [Item(0, "Wasur"), Item(0, "Kampung Wasur", done=True)]
    found = keep_checklist(LOCAL, *MEASURE, "desa.csv", alike)
    first, second = found.items
    told = told_list(found, ListMeasure(*MEASURE), may=True)["items"]
    assert [one["alike"] for one in told] == [[second.id], [first.id]]
    assert not [one for one in told_list(found, ListMeasure(*MEASURE), may=False)["items"] if "alike" in one]
    sits(LOCAL)
    assert sent({"wish": "m", "item": first.id, "merge": second.id, "who": "Ani"}) == {"m": [first.id, ""]}
    assert [(one.name, one.done) for one in checklist_of(*MEASURE).items] == [("Wasur", True)]
