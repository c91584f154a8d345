"""What rots on a disk: one version, one entry, one draft, one file; everything else goes on."""

import sqlite3

import pytest

from data.store.catalogue import load_dataset, published
from data.store.checklists import ticks_in
from data.store.database import small_file
from data.store.decks import KeptDeck, deck, decks, keep_deck
from data.store.drafts import Meets, draft_preview, drafts_of, drop_draft, save_draft
from data.store.durable import LOG, POINTER, log_entry
from data.store.journal import read_journal, verify
from data.store.preferences import aliases, defined_indicators, form, remember_form
from data.store.recovery import recover
from data.store.versions import compare, open_version, publish, restore, version_of, versions
from errors import DataError
from tests.unit.store.people import ADMIN, ANALYST, PUBLISHER, UPLOAD, figures


@pytest.fixture
def folder(store):
    """Three versions of one dataset, and one of another."""
    for base, value in enumerate([70.0, 71.0, 72.0]):
        publish(PUBLISHER, "bengkulu", figures(kaur=value), UPLOAD, base)
    publish(PUBLISHER, "majene", figures(kaur=1.0), UPLOAD, 0)
    return store / "tables" / "bengkulu"


def data_file(folder, number):
    return next(folder.glob(f"{number:06d}-*.parquet"))


def flipped(path, place=0.5):
    content = bytearray(path.read_bytes())
    content[int(len(content) * place)] ^= 0xFF
    path.write_bytes(content)


def emptied_in_the_middle(path):
    content = path.read_bytes()
    path.write_bytes(content[:4] + bytes(len(content) - 8) + content[-4:])


def opens(number):
    return open_version("bengkulu", number)["value"].item()


DATA = [
    lambda path: path.write_bytes(b""),
    lambda path: path.write_bytes(path.read_bytes()[:-20]),
    lambda path: path.write_bytes(b"PAR1" + b"x" * 500 + b"PAR1"),
    lambda path: path.unlink(),
    emptied_in_the_middle,
    flipped,
    lambda path: flipped(path, 0.1),
    lambda path: flipped(path, 0.9),
]


@pytest.mark.parametrize("damage", DATA)
@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_version_whose_figures_rotted_is_one_word_and_all_others_open(folder, damage, number):
    damage(data_file(folder, number))
    with pytest.raises(DataError) as told:
        open_version("bengkulu", number)
    assert told.value.code == "version_damaged"
    assert (told.value.particulars["dataset"], told.value.particulars["number"]) == ("bengkulu", number)
    assert [opens(other) for other in (1, 2, 3) if other != number] == [
        value for value in (70.0, 71.0, 72.0) if value != 69.0 + number
    ]
    assert [version.number for version in versions("bengkulu")] == [3, 2, 1]
    assert load_dataset("majene@1").observations["value"].tolist() == [1.0]
    for asked in (lambda: load_dataset(f"bengkulu@{number}"), lambda: compare("bengkulu", number, number % 3 + 1)):
        with pytest.raises(DataError, match="version_damaged"):
            asked()


ENTRIES = [
    lambda path: path.write_bytes(b""),
    lambda path: path.write_bytes(path.read_bytes()[:200]),
    lambda path: path.write_bytes(b"\xff\xfe\x00{}"),
    lambda path: path.write_bytes(b"[1]\n"),
    lambda path: path.write_bytes(b'{"add": 1}\n{"commitInfo": {}}\n'),
    lambda path: path.write_bytes(b'{"commitInfo": {"cakupan": 7}}\n'),
    lambda path: path.unlink(),
]


@pytest.mark.parametrize("damage", ENTRIES)
@pytest.mark.parametrize("number", [1, 2])
def test_an_old_entry_that_rotted_closes_its_own_version_alone_and_publishing_goes_on(folder, damage, number):
    damage(log_entry(folder, number))
    others = {1: 70.0, 2: 71.0, 3: 72.0}
    del others[number]
    assert {other: opens(other) for other in others} == others
    with pytest.raises(DataError, match="version_damaged"):
        open_version("bengkulu", number)
    told = {version.number: version.damaged for version in versions("bengkulu")}
    assert all(not told[other] for other in others) and told.get(number, "gone")
    assert version_of("bengkulu", 3).who == PUBLISHER.address
    assert publish(PUBLISHER, "bengkulu", figures(kaur=73.0), UPLOAD, 3) == 4
    assert restore(PUBLISHER, "bengkulu", 3, 4) == 5
    assert (opens(4), opens(5)) == (73.0, 72.0)
    assert published() == {"bengkulu": 5, "majene": 1}


@pytest.mark.parametrize("damage", ENTRIES[:2])
def test_the_very_first_entry_that_rotted_closes_nothing(folder, damage):
    damage(log_entry(folder, 0))
    assert [opens(number) for number in (1, 2, 3)] == [70.0, 71.0, 72.0]
    assert publish(PUBLISHER, "bengkulu", figures(kaur=73.0), UPLOAD, 3) == 4


@pytest.mark.parametrize("torn", [b"", b"PAR1 torn"])
def test_what_a_power_cut_left_of_a_checkpoint_is_taken_away_at_the_start(folder, torn):
    newest = sorted((folder / LOG).glob("*.checkpoint.parquet"))[-1]
    newest.write_bytes(torn)
    recover()
    assert publish(PUBLISHER, "bengkulu", figures(kaur=73.0), UPLOAD, 3) == 4
    (folder / LOG / POINTER).write_bytes(b'{"version"')
    recover()
    assert publish(PUBLISHER, "bengkulu", figures(kaur=74.0), UPLOAD, 4) == 5
    assert [opens(number) for number in (1, 2, 3, 4, 5)] == [70.0, 71.0, 72.0, 73.0, 74.0]


def test_a_draft_that_rotted_is_one_word_and_can_be_dropped(store):
    meets = Meets("bengkulu", 0)
    bad, good = (save_draft(ANALYST, meets, UPLOAD, figures(kaur=value)) for value in (1.0, 2.0))
    for content in (b"", b"PAR1" + b"x" * 99 + b"PAR1"):
        (store / "drafts" / f"{bad.id}.parquet").write_bytes(content)
        with pytest.raises(DataError, match="draft_damaged"):
            draft_preview(ANALYST, bad.id)
    assert draft_preview(ANALYST, good.id)[0]["value"].item() == 2.0
    drop_draft(ANALYST, bad.id)
    assert [one.id for one in drafts_of(ANALYST)] == [good.id]


ASKED = [aliases, defined_indicators, lambda: form("a"), lambda: deck("x"), lambda: ticks_in("17")]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("content", [b"no database at all" * 200, b"SQLite format 3\x00" + b"\xff" * 4000])
def test_a_damaged_small_state_is_one_word_and_what_is_published_goes_on(content):
    for ending in ("", "-wal", "-shm"):
        path = small_file().with_name(small_file().name + ending)
        path.unlink(missing_ok=True)
    small_file().write_bytes(content)
    for asked in (*ASKED, lambda: drafts_of(ANALYST), lambda: decks(ANALYST)):
        with pytest.raises(DataError, match="store_damaged"):
            asked()
    assert opens(3) == 72.0
    with pytest.raises(DataError):
        publish(PUBLISHER, "bengkulu", figures(kaur=73.0), UPLOAD, 3)


def test_a_damaged_row_is_one_word():
    kept = keep_deck(ADMIN, KeptDeck(name="FGD"))
    remember_form(ADMIN, "a", {"period": "b"})
    with sqlite3.connect(small_file()) as connection:
        connection.execute("UPDATE forms SET form = '{'")
    for content in ("{", "[]", "{}", '{"slides": 1}'):
        with sqlite3.connect(small_file()) as connection:
            connection.execute("UPDATE decks SET content = ?", (content,))
        for asked in (lambda: deck(kept.id), lambda: form("a")):
            with pytest.raises(DataError, match="store_damaged"):
                asked()


@pytest.mark.usefixtures("folder")
def test_a_scribbled_journal_is_read_as_far_as_it_can_be(store):
    lines = (store / "journal.jsonl").read_bytes().splitlines(keepends=True)
    (store / "journal.jsonl").write_bytes(b"".join([lines[0], b"\xff\xfe\x00\n", *lines[2:]]))
    assert len(read_journal()) == len(lines) - 1
    assert verify() is not None
