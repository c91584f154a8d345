"""What one meets who comes for the first time: reported figures, gaps left open, and where else to begin."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from screen import address, choose, fills, swatches, wait_for_address, wait_for_map, wait_until_settled

KAUR, LEBONG = "17.04", "17.07"


def test_bengkulu_as_its_source_states_it_opens_first(visit: Callable[..., Page]):
    page = visit("/", set="")
    wait_for_map(page)
    assert address(page)["set"] == "reported" and address(page)["period"] == "2024-11"
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Tertinggi Kaur 75 %, terendah Lebong 17 %")
    expect(page.get_by_role("heading", level=2).first).to_contain_text(
        "dari 9 kabupaten dan 1 kota menurut Jarrakpos.com"
    )
    drawn = fills(page)
    assert len(drawn) == 10
    assert {code for code, fill in drawn.items() if not fill.startswith("url")} == {KAUR, LEBONG}
    assert {drawn[KAUR], drawn[LEBONG]} <= set(swatches(page)) and drawn[KAUR] != drawn[LEBONG]
    expect(page.locator(".stage[data-mark]")).to_have_count(0)


def test_other_starts_are_one_press_away_and_the_simulation_is_marked_on_the_map(visit: Callable[..., Page]):
    page = visit("/", set="")
    page.get_by_role("link", name="Lampung", exact=True).click()
    wait_for_address(page, area="18", period="2024-09")
    wait_for_map(page)
    assert sum(not fill.startswith("url") for fill in fills(page).values()) == 14
    page.get_by_role("link", name=re.compile("^Simulasi: 514")).click()
    wait_for_address(page, set="simulated")
    wait_for_map(page)
    expect(page.get_by_text("SIMULASI").first).to_be_visible()
    across = page.locator(".stage").evaluate("stage => getComputedStyle(stage, '::after').content")
    assert "SIMULASI" in across


def test_no_line_is_drawn_between_two_denominators(visit: Callable[..., Page]):
    page = visit("/", set="reported", area="17", period="2025-12")
    wait_for_map(page)
    line = page.locator(".trend-chart .series.area")
    expect(line.locator("circle")).to_have_count(5)
    expect(line.locator("line")).to_have_count(3)  # of four ways the last leads to another denominator
    expect(line.locator(".break title")).to_have_text(re.compile("Penyebut berganti"))
    expect(page.get_by_text("−4,8 poin dari penyebut")).to_be_visible()
    bars = page.locator(".steps li i")
    expect(bars).to_have_count(4)
    before, _participants, _denominator, now = [
        box["width"] if (box := one.bounding_box()) else 0 for one in bars.all()
    ]
    assert now / before == pytest.approx(35.45 / 41.84, abs=0.01)


def test_a_map_shows_one_denominator_and_offers_the_other(visit: Callable[..., Page]):
    page = visit("/peta", set="reported", area="15", period="2024-08")
    wait_for_map(page)
    known = {code for code, fill in fills(page).items() if not fill.startswith("url")}
    assert known == {"15.07", "15.09", "15.71"}
    expect(page.get_by_text("penyebut lain: 1")).to_be_visible()
    choose(page, "Penyebut", "pekerja potensial (1)")
    expect(page.locator('path[data-region="15.07"]')).to_have_attribute("fill", re.compile("^url"))
    wait_until_settled(page)
    assert address(page)["regime"] == "/potential_workers/"
    assert {code for code, fill in fills(page).items() if not fill.startswith("url")} == {"15.04"}
