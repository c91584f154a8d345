"""Peta of two periods: how far each region moved, in classes of its own, or both periods side by side."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from screen import fills, names, region, wait_for_address, wait_for_map

from components.charts.palette import CHANGES

BENGKULU = 10


def test_a_press_shows_how_far_each_region_moved(visit: Callable[..., Page]):
    page = visit("/peta", set="simulated", area="17", period="2024-11")
    wait_for_map(page)
    page.get_by_role("radio", name="Perubahan", exact=True).check()
    wait_for_address(page, mode="change")
    expect(region(page, "17.06")).to_have_attribute("aria-label", "Mukomuko: +6,1\u00a0poin persen, November 2024")
    assert len(names(page)) == BENGKULU
    assert set(fills(page).values()) <= set(CHANGES["light"])
    expect(page.get_by_text("Sejak November 2023: 9 naik lebih dari 1 poin, 1 hampir tetap, 0 turun.")).to_be_visible()
    counts = page.locator("[data-legend] .strips .count").all_inner_texts()
    assert sum(int(count or 0) for count in counts) == BENGKULU
    page.get_by_role("radio", name="Angka", exact=True).check()
    expect(region(page, "17.06")).to_have_attribute("aria-label", "Mukomuko: 35,7\u00a0%, November 2024")


def test_what_is_pointed_at_is_pointed_at_on_the_map_beside(visit: Callable[..., Page]):
    page = visit("/peta", set="simulated", area="17", period="2024-11", mode="beside")
    kaur = region(page, "17.04")
    expect(kaur).to_have_count(2)
    expect(kaur.first).to_have_attribute("aria-label", "Kaur: 72,5\u00a0%, November 2023")
    expect(kaur.last).to_have_attribute("aria-label", "Kaur: 75\u00a0%, November 2024")
    kaur.last.hover()
    expect(page.locator(".tooltip:visible")).to_have_count(2)
    widths = [box["width"] if (box := one.bounding_box()) else 0 for one in kaur.all()]
    page.get_by_role("button", name="Perbesar").last.click()
    page.wait_for_timeout(300)  # the view has no event to wait for
    for one, width in zip(kaur.all(), widths, strict=True):
        box = one.bounding_box()
        assert box
        assert box["width"] > 1.4 * width
