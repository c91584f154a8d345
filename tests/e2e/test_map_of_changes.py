"""Peta of changes: one press colours each region by its points since a period, in classes of its own."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from screen import fills, names, region, wait_for_address, wait_for_map

from components.charts.palette import CHANGES

BENGKULU = 10


def test_a_press_shows_how_far_each_region_moved(visit: Callable[..., Page]):
    page = visit("/peta", set="simulated", area="17", period="2024-11")
    wait_for_map(page)
    page.get_by_text("Perubahan", exact=True).click()
    wait_for_address(page, mode="change")
    expect(region(page, "17.06")).to_have_attribute("aria-label", "Mukomuko: +6,1 poin persen, November 2024")
    assert len(names(page)) == BENGKULU
    assert set(fills(page).values()) <= set(CHANGES["light"])
    expect(page.get_by_text("Sejak November 2023: 9 naik lebih dari 1 poin, 1 hampir tetap, 0 turun.")).to_be_visible()
    counts = page.locator("[data-legend] .strips .count").all_inner_texts()
    assert sum(int(count or 0) for count in counts) == BENGKULU
    page.get_by_text("Angka", exact=True).click()
    expect(region(page, "17.06")).to_have_attribute("aria-label", "Mukomuko: 35,7\u00a0%, November 2024")
