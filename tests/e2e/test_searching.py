"""Every region is found by its name, and found means in sight: nearer, inside the window, with its fine outline."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from screen import region, wait_for_address, wait_for_map

COUNTRY = {"area": "ID", "level": "regency"}

# One after the other within the page, as fast as it goes: what the map shows does not wait for the server.
SEARCH_ALL = """(map) => {
    const explorer = map.closest('.explorer');
    const input = explorer.querySelector('.search input');
    const frame = map.getBoundingClientRect();
    const lost = [];
    for (const path of map.querySelectorAll('path[data-region]')) {
        input.value = path.getAttribute('aria-label').split(':')[0];
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
        const box = path.getBoundingClientRect();
        const across = box.left > frame.left && box.right < frame.right;
        const inside = across && box.top > frame.top && box.bottom < frame.bottom;
        const isSelected = path.getAttribute('aria-pressed') === 'true';
        if (!inside || !isSelected || Math.max(box.width, box.height) < 3) lost.push(input.value);
    }
    return lost;
}"""


@pytest.fixture
def country(visit: Callable[..., Page]) -> Page:
    page = visit("/peta", **COUNTRY)
    wait_for_map(page)
    return page


def test_every_region_of_the_country_is_in_sight_once_it_was_searched_for(country: Page):
    assert country.locator("path[data-region]").count() == 514
    assert country.locator("svg.map").evaluate(SEARCH_ALL) == []


def test_a_province_that_was_zoomed_into_has_its_fine_outlines_until_the_whole_is_back(country: Page):
    coarse = {code: region(country, code).get_attribute("d") or "" for code in ("35.78", "35.24", "11.72")}
    search(country, "Kota Surabaya")
    wait_for_address(country, region="35.78")
    expect(region(country, "35.78")).to_have_attribute("d", re.compile(r"\."))
    for code in ("35.78", "35.24"):
        assert len(region(country, code).get_attribute("d") or "") > 3 * len(coarse[code])
    assert region(country, "11.72").get_attribute("d") == coarse["11.72"]  # Sabang lies a thousand miles away
    outline = country.locator("path.outline.selected")
    assert outline.get_attribute("d") == region(country, "35.78").get_attribute("d")
    country.get_by_role("button", name="Seluruh daerah").click()
    expect(region(country, "35.78")).to_have_attribute("d", coarse["35.78"])


def test_what_is_looked_at_stays_in_the_middle_when_the_window_changes(country: Page):
    search(country, "Kota Denpasar")
    wait_for_address(country, region="51.71")
    country.set_viewport_size({"width": 900, "height": 700})
    country.wait_for_timeout(500)  # a ResizeObserver has no event to wait for
    assert is_inside(country, "51.71")


def search(page: Page, name: str) -> None:
    box = page.get_by_placeholder("Cari wilayah")
    box.fill(name)
    box.press("Enter")


def is_inside(page: Page, code: str) -> bool:
    frame, box = page.locator("svg.map").bounding_box(), region(page, code).bounding_box()
    assert frame
    assert box
    across = frame["x"] < box["x"] and box["x"] + box["width"] < frame["x"] + frame["width"]
    return across and frame["y"] < box["y"] and box["y"] + box["height"] < frame["y"] + frame["height"]
