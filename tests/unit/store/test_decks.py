import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from data.store import decks as kept
from data.store.database import small_file
from data.store.decks import LETTERS, KeptDeck, deck, decks, drop_deck, keep_deck, rename_deck
from data.store.drafts import Meets, save_draft
from data.store.journal import read_journal
from data.store.preferences import aliases, remember_alias
from errors import DataError
from tests.unit.store.people import ADMIN, ANALYST, PUBLISHER, UPLOAD, VIEWER, figures

CHOICE = {"set": "simulated", "area": "17", "outlines": "bundled"}
FGD = KeptDeck(
    name="FGD Bengkulu",
    choice=CHOICE,
    slides=("key", "text-a", "profile-17.04"),
    hidden=("gap",),
    texts=(("a", "Hak jawab", "Satu.\n\nDua."),),
    notes={"key": "Salam dulu."},
    names_hidden=True,
)


def code(call, *given):
    with pytest.raises(DataError) as refused:
        call(*given)
    return refused.value.code


def test_a_deck_comes_back_as_it_was_kept():
    one = keep_deck(ANALYST, FGD)
    assert (one.revision, one.who) == (1, ANALYST.address)
    assert deck(one.id) == one == replace(FGD, id=one.id, who=one.who, at=one.at, revision=1)


def test_an_id_can_be_read_aloud_and_typed():
    ids = {keep_deck(ANALYST, FGD).id for _ in range(20)}
    assert len(ids) == 20
    assert all(len(one) == 8 and set(one) <= set(LETTERS) for one in ids)
    assert not set("0o1il") & set(LETTERS)


def test_a_change_on_an_old_revision_is_refused_and_writes_nothing():
    one = keep_deck(ANALYST, FGD)
    keep_deck(PUBLISHER, replace(one, slides=("map",)))
    with pytest.raises(DataError) as refused:
        keep_deck(ANALYST, replace(one, slides=("gap",)))
    assert (refused.value.code, refused.value.particulars["who"]) == ("deck_changed", PUBLISHER.address)
    now = deck(one.id)
    assert (now.slides, now.revision, now.who) == (("map",), 2, ANALYST.address)


def test_of_many_changes_at_once_on_one_revision_one_is_kept():
    one = keep_deck(ANALYST, FGD)

    def change(number):
        try:
            return keep_deck(ANALYST, replace(one, slides=(f"slide-{number}",))).slides
        except DataError as error:
            return error.code

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(change, range(8)))
    assert outcomes.count("deck_changed") == 7
    assert deck(one.id).slides in outcomes


def test_everybodys_decks_are_listed_last_changed_first_without_those_of_others_drafts():
    first, second = keep_deck(ANALYST, FGD), keep_deck(PUBLISHER, FGD)
    draft = save_draft(ANALYST, Meets("bengkulu", 0), UPLOAD, figures(kaur=75.0))
    secret = keep_deck(ANALYST, replace(FGD, choice={"set": f"draft-{draft.id}"}))
    keep_deck(PUBLISHER, replace(first, slides=("map",)))
    assert [one.id for one in decks(PUBLISHER)] == [first.id, second.id]
    assert [one.id for one in decks(ANALYST)] == [first.id, secret.id, second.id]


def test_the_deck_of_a_draft_is_its_owners_alone():
    draft = save_draft(ANALYST, Meets("bengkulu", 0), UPLOAD, figures(kaur=75.0))
    choice = {"set": f"draft-{draft.id}"}
    one = keep_deck(ANALYST, replace(FGD, choice=choice))
    assert code(keep_deck, PUBLISHER, replace(FGD, choice=choice)) == "draft_unknown"
    assert code(keep_deck, PUBLISHER, replace(one, choice=CHOICE)) == "deck_unknown"
    assert code(rename_deck, PUBLISHER, one.id, "x") == "deck_unknown"
    assert code(drop_deck, ADMIN, one.id) == "deck_unknown"
    drop_deck(ANALYST, one.id)
    assert code(deck, one.id) == "deck_unknown"


def test_a_deck_is_dropped_by_who_made_it_or_by_an_admin():
    one, other = keep_deck(ANALYST, FGD), keep_deck(ANALYST, FGD)
    assert code(drop_deck, PUBLISHER, one.id) == "deck_not_own"
    drop_deck(ANALYST, one.id)
    drop_deck(ADMIN, other.id)
    assert decks(ANALYST) == []


def test_a_new_name_is_kept_beside_a_change_made_meanwhile():
    one = keep_deck(ANALYST, FGD)
    keep_deck(ANALYST, replace(one, slides=("map",)))
    renamed = rename_deck(PUBLISHER, one.id, "  Monev\tII ")
    assert (renamed.name, renamed.slides, renamed.revision) == ("Monev II", ("map",), 3)
    assert deck(one.id) == renamed


HOSTILE = "<script>alert(1)</script> '; DROP TABLE decks; -- =HYPERLINK(1) \u202e \u2028 **x**"


def test_hostile_texts_stay_texts():
    one = keep_deck(ANALYST, replace(FGD, name=HOSTILE[:100], texts=(("a", HOSTILE[:100], HOSTILE),)))
    assert deck(one.id).texts[0][2] == HOSTILE
    assert len(decks(ANALYST)) == 1


def test_signs_that_no_slide_can_hold_are_left_out():
    one = keep_deck(ANALYST, replace(FGD, name="A\x00B\nC", texts=(("a", "T\ud800", "x\x0b\ny"),)))
    assert (deck(one.id).name, deck(one.id).texts) == ("AB C", (("a", "T", "x\ny"),))


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"name": " \n"}, "deck_name_bad"),
        ({"name": "x" * 121}, "deck_name_bad"),
        ({"texts": (("a", "T", "x" * 2001),)}, "deck_text_long"),
        ({"texts": (("a", "T" * 121, "x"),)}, "deck_text_long"),
        ({"texts": tuple((f"t{n}", "T", "x") for n in range(61))}, "deck_texts_many"),
        ({"notes": {"key": "x" * 2001}}, "deck_text_long"),
        ({"slides": ("../../etc",)}, "deck_slide_bad"),
        ({"slides": tuple(f"s{n}" for n in range(3001))}, "deck_slide_bad"),
        ({"choice": {"regions": "x" * 5000}}, "deck_slide_bad"),
    ],
)
def test_what_is_too_much_is_refused_and_not_cut(changes, refusal):
    assert code(keep_deck, ANALYST, replace(FGD, **changes)) == refusal
    assert decks(ANALYST) == []


def test_the_largest_deck_is_kept():
    texts = tuple((f"t{n}", "T" * 120, "é" * 2000) for n in range(60))
    one = keep_deck(ANALYST, replace(FGD, texts=texts))
    assert deck(one.id).texts == texts


def test_a_user_keeps_no_more_than_the_most(monkeypatch):
    monkeypatch.setattr(kept, "MOST", 2)
    one = keep_deck(ANALYST, FGD)
    keep_deck(ANALYST, FGD)
    assert code(keep_deck, ANALYST, FGD) == "deck_too_many"
    keep_deck(ANALYST, replace(one, slides=("map",)))  # a change is no further deck
    keep_deck(PUBLISHER, FGD)


def test_a_viewer_keeps_nothing_and_the_refusal_is_journalled():
    one = keep_deck(ANALYST, FGD)
    for call in (
        lambda: keep_deck(VIEWER, FGD),
        lambda: keep_deck(VIEWER, replace(one, slides=())),
        lambda: drop_deck(VIEWER, one.id),
    ):
        assert code(call) == "not_allowed"
        assert read_journal()[-1]["code"] == "not_allowed"
    assert deck(one.id) == one


def test_the_journal_names_new_decks_and_not_every_click():
    one = keep_deck(ANALYST, FGD)
    lines = len(read_journal())
    keep_deck(ANALYST, replace(one, slides=("map",)))
    assert len(read_journal()) == lines
    assert (read_journal()[-1]["action"], read_journal()[-1]["deck"]) == ("keep", one.id)


def test_a_file_of_an_earlier_release_has_no_decks_and_is_read_on():
    remember_alias(ANALYST, "kaur", "17.04")
    with sqlite3.connect(small_file()) as connection:
        connection.execute("DROP TABLE decks")
    assert decks(ANALYST) == []
    assert aliases() == {"kaur": "17.04"}
