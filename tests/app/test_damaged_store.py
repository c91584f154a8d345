"""What rots in the store is one sentence beside the menu on every page; the other datasets and versions go on."""

import pytest

from components.state import memo, reference
from data.store.database import small_file
from data.store.durable import LOG, log_entry
from tests.app.published import NAME, draft_kaur, publish_kaur
from tests.app.test_every_page_opens import OF_THE_STORE, PAGES

WITH_CHOICE = [page for page in PAGES if page not in OF_THE_STORE]


@pytest.fixture
def folder(store, sits_here):  # noqa: ARG001
    """Two versions are published."""
    publish_kaur(70.0)
    publish_kaur(80.0)
    memo.forget_figures()
    return store / "tables" / NAME


def empty_figures(folder):
    (path,) = folder.glob("000002-*.parquet")
    path.write_bytes(b"PAR1" + bytes(path.stat().st_size - 8) + b"PAR1")


def torn_entry(folder):
    log_entry(folder, 2).write_bytes(b'{"add": {"path"')


def no_log(folder):
    for path in (folder / LOG).iterdir():
        path.write_bytes(b"\xff")


@pytest.mark.parametrize("damage", [empty_figures, torn_entry, no_log])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_keeps_its_menu_and_says_it_in_one_sentence(opened, folder, page, damage):
    damage(folder)
    screen = opened(page, set=NAME, v="2", area="17")
    assert len(screen.app.sidebar.get("page_link")) == len(PAGES)
    assert screen.failed == []
    said = screen.said("error") + screen.said("warning")
    if page in WITH_CHOICE:
        assert len(said) == 1 and "rusak" in said[0], said


@pytest.mark.parametrize("damage", [empty_figures, torn_entry, no_log])
@pytest.mark.parametrize("page", PAGES)
def test_the_other_datasets_go_on(opened, folder, page, damage):
    damage(folder)
    screen = opened(page, set="reported", area="17")
    assert screen.failed + (screen.said("error") if page != "versions" else []) == []
    assert screen.address["set"] == "reported"


@pytest.mark.parametrize("page", ["overview", "ranking", "profile"])
@pytest.mark.parametrize("damage", [empty_figures, torn_entry])
def test_the_version_before_opens(opened, folder, page, damage):
    damage(folder)
    screen = opened(page, set=NAME, v="1", area="17", period="2024-11", region="17.04")
    assert screen.failed + screen.said("error") == []
    assert "70" in screen.shown


def test_the_page_of_versions_lists_all_and_names_the_damaged_one(opened, folder):
    log_entry(folder, 1).write_bytes(b'{"add": {"path"')
    screen = opened("versions", set=NAME)
    assert screen.failed == []
    assert all("Versi 1 dari cabang rusak" in said for said in screen.said("error"))  # it cannot be compared
    assert "rusak di cakram" in screen.shown
    assert screen.app.dataframe[0].value["Versi"].tolist() == [2, 1]


@pytest.mark.parametrize("page", PAGES)
def test_a_damaged_file_of_decks_and_lists_stops_no_page(opened, folder, page):
    assert folder
    for ending in ("-wal", "-shm"):
        small_file().with_name(small_file().name + ending).unlink(missing_ok=True)
    small_file().write_bytes(b"no database" * 500)
    reference.indicators.cache_clear()
    screen = opened(page, set="reported", area="17")
    assert screen.failed == []
    assert len(screen.app.sidebar.get("page_link")) == len(PAGES)


@pytest.mark.parametrize("page", WITH_CHOICE)
def test_a_draft_whose_figures_rotted_is_one_sentence(opened, store, sits_here, page):
    draft = draft_kaur(75.0, sits_here)
    (store / "drafts" / f"{draft.id}.parquet").write_bytes(b"PAR1" + bytes(500) + b"PAR1")
    screen = opened(page, set=f"draft-{draft.id}", area="17")
    assert screen.failed == []
    assert any("rusak" in said for said in screen.said("error")), screen.said("error")
    assert len(screen.app.sidebar.get("page_link")) == len(PAGES)
