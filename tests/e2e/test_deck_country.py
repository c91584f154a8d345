"""The deck of the whole country: 514 profiles in one document, a name away from each other."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from test_deck import at, press, slide_ids

COUNTRY = "/decks/view?set=simulated&area=ID"
NAMESPACE = "http://www.w3.org/2000/svg"
PATIENCE_MS = 120_000


@pytest.fixture
def country(fresh_page: Callable[..., Page]) -> Page:
    page = fresh_page()
    page.goto(COUNTRY)
    expect(page.locator("html[data-ready]")).to_be_attached(timeout=PATIENCE_MS)
    return page


@pytest.mark.parametrize(("area", "most"), [("17", 1_000_000), ("35", 1_000_000), ("ID", 3_000_000)])
def test_the_pack_fits_on_a_stick_and_names_no_address(fresh_page: Callable[..., Page], area: str, most: int):
    page = fresh_page()
    answer = page.request.get(f"/decks/view?set=simulated&area={area}&download=1", timeout=PATIENCE_MS)
    body = answer.body()
    assert (answer.status, len(body) <= most) == (200, True), len(body)
    assert set(re.findall(r"\b(?:https?|wss?)://[^\s\"'<)]+", body.decode())) == {NAMESPACE}


@pytest.mark.parametrize(
    ("typed", "slide"),
    [("yahukimo", "profile-95.03"), ("lebong", "profile-17.07"), ("bogor", "profile-32.01"), ("z", None)],
)
def test_any_of_514_is_half_a_second_away(country: Page, typed: str, slide: str | None):
    assert len(slide_ids(country)) > 514
    country.keyboard.type(typed, delay=40)
    begun = time.monotonic()
    if slide is None:
        expect(country.locator(".finder .word")).to_contain_text(typed)
        return
    if country.locator(".finder").is_visible():
        press(country, "Enter")
    country.locator(f'[data-slide="{slide}"] .hero').wait_for()
    assert time.monotonic() - begun < 0.5
    press(country, "Escape")
    at(country, "key")


def test_whoever_opens_a_deck_that_takes_long_is_told_so(fresh_page: Callable[..., Page]):
    page = fresh_page()
    # One that nobody has asked for yet.
    answer = page.request.get(f"{COUNTRY}&segment=pu&period=2022-07", timeout=PATIENCE_MS)
    assert answer.status in (200, 202)  # a fast machine has it ready
    if answer.status == 202:
        assert "Tayangan sedang disusun" in answer.text()
        assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src")
    page.goto(f"{COUNTRY}&segment=pu&period=2022-07")
    expect(page.locator("html[data-ready]")).to_be_attached(timeout=PATIENCE_MS)
    expect(page.locator(".slide .sentence")).to_contain_text("Juli 2022")


def test_opened_again_it_costs_no_bytes(fresh_page: Callable[..., Page]):
    page = fresh_page()
    first = page.request.get(COUNTRY, timeout=PATIENCE_MS)
    again = page.request.get(COUNTRY, headers={"If-None-Match": first.headers.get("etag", "")}, timeout=PATIENCE_MS)
    assert (again.status, len(again.body())) == (304, 0)
