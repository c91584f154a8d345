"""A session stays on the version it opened; a newer one is offered by a line, never forced."""

import pandas as pd
import pytest

from components.state import memo, records, users
from data.store import catalogue
from data.store.durable import log_entry
from data.store.recovery import recover
from data.store.versions import publish
from tests.app.published import NAME, figures, publish_kaur, upload

pytestmark = pytest.mark.usefixtures("sits_here")


def offers(screen):
    """The sentence that offers a newer version, with the address of its link."""
    said = [text for text in screen.said("markdown") if text.startswith("Anda melihat versi")]
    links = [address for label, address in screen.links() if label.startswith("Buka versi")]
    return list(zip(said, links, strict=True))


def test_a_published_dataset_opens_in_its_newest_version_and_the_address_says_so(opened):
    publish_kaur(70.0)
    publish_kaur(71.0)
    screen = opened(set=NAME, area="17")
    assert screen.failed + screen.said("error") + screen.said("warning") == []
    assert (screen.address["set"], screen.address["v"]) == (NAME, "2")
    assert "71,0\u00a0%" in screen.words
    assert offers(screen) == []
    assert "Laporan cabang (versi 2)" in screen.app.selectbox(key="set").options


def test_where_something_was_published_that_opens_first(opened):
    publish_kaur(70.0)
    screen = opened(set=None)
    assert (screen.address["set"], screen.address["v"]) == (NAME, "1")
    assert opened(set=None, lang="en").address["set"] == NAME


@pytest.mark.parametrize("page", ["overview", "map", "ranking", "trend", "basemap", "sources"])
def test_every_page_opens_with_a_published_version(opened, page):
    publish_kaur(70.0)
    screen = opened(page, set=NAME, v="1", area="17")
    assert screen.failed + screen.said("error") + screen.said("warning") == []
    assert screen.address["v"] == "1"


def test_a_screen_does_not_change_when_someone_publishes(opened):
    publish_kaur(70.0)
    screen = opened(set=NAME, area="17")
    before = screen.said("header")
    publish_kaur(71.0)
    screen.choose(lang="id")
    assert screen.said("header") == before
    assert screen.address["v"] == "1"
    ((label, address),) = offers(screen)
    assert label.startswith("Anda melihat versi 1. Versi 2 terbit")
    assert "pengguna lokal" in label
    assert "v=2" in address.split("&")
    for page in ("map", "ranking", "trend", "sources", "overview"):
        assert screen.turn_to(page).address["v"] == "1"
        assert len(offers(screen)) == 1
    assert screen.said("header") == before


def test_the_offer_opens_the_newer_version(opened):
    publish_kaur(70.0)
    screen = opened(set=NAME, area="17")
    publish_kaur(71.0)
    screen.choose(lang="id").follow(**screen.address | {"v": "2"})
    assert "71,0\u00a0%" in screen.words
    assert offers(screen) == []
    # Back brings the old one, which the browser still holds.
    screen.follow(**screen.address | {"v": "1"})
    assert "70,0\u00a0%" in screen.words
    assert len(offers(screen)) == 1


def test_a_session_comes_back_to_its_version_from_another_dataset(opened):
    publish_kaur(70.0)
    screen = opened(set=NAME, area="17")
    publish_kaur(71.0)
    screen.choose(set="simulated")
    assert "v" not in screen.address
    assert screen.choose(set=NAME).address["v"] == "1"


@pytest.mark.parametrize("number", ["9", "0", "-1", "satu", "²"])
def test_a_version_that_is_not_there_is_said_and_the_newest_shown(opened, number):
    publish_kaur(70.0)
    publish_kaur(71.0)
    screen = opened(set=NAME, v=number, area="17")
    (said,) = screen.said("warning")
    assert f"versi “{number}”" in said
    assert screen.address["v"] == "2"
    assert "71,0\u00a0%" in screen.words


def test_a_bundled_dataset_has_no_version(opened):
    screen = opened(set="reported", v="3")
    assert "v" not in screen.address
    assert "“3”" in "".join(screen.said("warning"))


def test_a_link_without_an_area_opens_where_the_dataset_has_figures(opened):
    publish_kaur(70.0)
    assert opened(set=NAME).address["area"] == "17"
    assert opened(set=NAME, area="ID").address["area"] == "ID"


def test_what_is_published_is_looked_up_once_in_a_run(opened, monkeypatch):
    publish_kaur(70.0)
    asked = []
    monkeypatch.setattr(records, "published", lambda: asked.append(1) or catalogue.published())
    screen = opened(set=NAME, area="17")
    screen.choose(period="2024-11")
    assert len(asked) == 2


def test_a_number_that_is_used_again_shows_its_own_figures(opened, store):
    publish_kaur(70.0)
    publish_kaur(71.0)
    assert "71,0\u00a0%" in opened(set=NAME, area="17").words
    log_entry(store / "tables" / NAME, 2).write_bytes(b"")
    recover()  # as another process does at its start
    publish_kaur(72.0)
    assert "72,0\u00a0%" in opened(set=NAME, area="17").words


def test_without_the_store_the_bundled_datasets_go_on(opened, store, monkeypatch):
    monkeypatch.setenv("CAKUPAN_STORE", f"{store}%20")
    screen = opened()
    assert screen.failed + screen.said("error") == []
    assert screen.said("header")
    screen = opened(set=NAME)
    assert screen.failed == []
    (said,) = screen.said("warning")
    first, *_others, last = said.split("\n\n")
    assert NAME in first and "CAKUPAN_STORE" in last  # the address, and what is wrong with the store
    assert screen.said("header")


def test_figures_of_an_indicator_that_was_forgotten_are_still_listed(opened):
    rows = figures(70.0)
    lost = rows.head(1).assign(indicator="own_forgotten", segment="all", value=12.5)
    publish(users.LOCAL, NAME, pd.concat([rows, lost]), upload(), 0)
    screen = opened("sources", set=NAME, area="17")
    assert screen.failed + screen.said("error") == []
    assert "own_forgotten" in screen.shown
    assert "12,5" in screen.shown


def test_a_broken_version_is_one_sentence_and_the_rest_goes_on(opened, store):
    publish_kaur(70.0)
    publish_kaur(71.0)
    screen = opened(set=NAME, v="1", area="17")
    log_entry(store / "tables" / NAME, 2).write_bytes(b"{")
    screen.choose(lang="id")
    assert screen.failed == []
    memo.forget_figures()
    broken = opened(set=NAME, v="2", area="17")
    assert broken.failed == []
    assert len(broken.said("error")) == 1
    assert broken.choose(set="simulated").said("header")
