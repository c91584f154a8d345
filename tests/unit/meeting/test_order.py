"""The order of a deck's slides in the workshop."""

import pytest

from components.screens.meeting.order import Order, as_slides, entries, is_order_of, order_of
from data.store.decks import KeptDeck

KNOWN = ("key", "map", "gap", "sources", "profiles")


@pytest.mark.parametrize(
    ("deck", "shown", "hidden"),
    [
        (KeptDeck(), KNOWN, ()),
        (KeptDeck(slides=("map", "key"), hidden=("gap", "sources", "profiles")), ("map", "key"), KNOWN[2:]),
        # A new deck shows what came with another selection, in its usual place; a kept one goes on showing what it had.
        (KeptDeck(slides=("gap", "key"), hidden=("sources",)), ("map", "gap", "key", "profiles"), ("sources",)),
        (KeptDeck(id="x", slides=("gap", "key")), ("gap", "key"), ("map", "sources", "profiles")),
        # What this selection has no slide for is left out.
        (KeptDeck(id="x", slides=("trend", "key")), ("key",), ("map", "gap", "sources", "profiles")),
    ],
)
def test_what_is_shown_and_in_which_order(deck, shown, hidden):
    assert order_of(deck, KNOWN) == Order(shown, hidden)


def test_chosen_profiles_are_one_entry_in_the_place_of_the_first():
    deck = KeptDeck(id="x", slides=("key", "profile-17.04", "profile-17.07", "map"), hidden=("gap", "sources"))
    assert order_of(deck, KNOWN) == Order(("key", "profiles", "map"), ("gap", "sources"), ("17.04", "17.07"))
    assert entries(deck.slides) == ("key", "profiles", "map")


def test_hidden_profiles_are_remembered_one_by_one():
    deck = KeptDeck(id="x", slides=("key",), hidden=("profile-17.04",))
    order = order_of(deck, KNOWN)
    assert order.codes == ("17.04",)
    assert as_slides(order.hidden, order.codes)[-1] == "profile-17.04"


@pytest.mark.parametrize(
    ("codes", "slides"),
    [((), ("map", "profiles", "key")), (("17.04", "17.07"), ("map", "profile-17.04", "profile-17.07", "key"))],
)
def test_entries_as_a_deck_keeps_them(codes, slides):
    assert as_slides(("map", "profiles", "key"), codes) == slides


@pytest.mark.parametrize(
    "wish",
    [
        None,
        "key",
        {},
        {"shown": [], "hidden": list(KNOWN)},
        {"shown": ["key"], "hidden": []},
        {"shown": [*KNOWN, "key"], "hidden": []},
        {"shown": [*KNOWN[:-1], "../../etc"], "hidden": []},
        {"shown": [1, 2, 3, 4, 5], "hidden": []},
        {"shown": {"key": 1}, "hidden": []},
    ],
)
def test_what_is_no_order_of_these_slides_is_not_taken(wish):
    assert not is_order_of(wish, KNOWN)


def test_every_slide_once_with_one_shown_is_an_order():
    assert is_order_of({"shown": ["gap"], "hidden": ["map", "key", "profiles", "sources"]}, KNOWN)
