"""Every region is found by its name, and found means in sight: nearer, inside the window, with its fine boundary."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from screen import region, wait_for_address, wait_for_map, wait_until_settled

FIRST_MS = 90_000

# One after the other within the page, as fast as it goes: what the map shows does not wait for the server.
SEARCH_ALL = """([map, input]) => {
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
def country(fresh_page: Callable[..., Page]) -> Page:
    """Peta of the country by regency; the first to ask for its boundaries waits until they are simplified."""
    page = fresh_page()
    page.goto("/peta?set=simulated&area=ID&level=regency")
    expect(page.locator("path[data-region][fill][aria-label]").last).to_be_visible(timeout=FIRST_MS)
    wait_until_settled(page)
    return page


def test_every_region_of_the_country_is_in_sight_once_it_was_searched_for(country: Page):
    assert country.locator("path[data-region]").count() == 514
    field(country).fill("kaur")
    expect(country.get_by_role("option")).to_have_count(1)  # the index of all regions has come
    assert lost(country) == []


@pytest.mark.parametrize(("area", "regions"), [("35", 38), ("31", 6), ("71", 15)])
def test_every_region_of_a_map_with_far_islands_is_in_sight_once_it_was_searched_for(
    visit: Callable[..., Page], area: str, regions: int
):
    page = visit("/peta", set="simulated", area=area)
    wait_for_map(page)
    assert page.locator("path[data-region]").count() == regions
    field(page).fill("kaur")
    expect(page.get_by_role("option")).to_have_count(1)
    assert lost(page) == []


def test_a_province_that_was_zoomed_into_has_its_fine_boundaries_until_the_whole_is_back(country: Page):
    coarse = {code: region(country, code).get_attribute("d") or "" for code in ("35.78", "35.24", "11.72")}
    search(country, "Kota Surabaya")
    wait_for_address(country, region="35.78")
    expect(region(country, "35.78")).to_have_attribute("d", re.compile(r"\."))
    for code in ("35.78", "35.24"):
        assert len(region(country, code).get_attribute("d") or "") > 3 * len(coarse[code])
    assert region(country, "11.72").get_attribute("d") == coarse["11.72"]  # Sabang lies a thousand miles away
    boundary = country.locator("path.outline.selected")
    assert boundary.get_attribute("d") == region(country, "35.78").get_attribute("d")
    country.get_by_role("button", name="Seluruh daerah").click()
    expect(region(country, "35.78")).to_have_attribute("d", coarse["35.78"])


def test_what_is_looked_at_stays_in_the_middle_when_the_window_changes(country: Page):
    search(country, "Kota Denpasar")
    wait_for_address(country, region="51.71")
    country.set_viewport_size({"width": 900, "height": 700})
    country.wait_for_timeout(500)  # a ResizeObserver has no event to wait for
    assert is_inside(country, "51.71")


@pytest.mark.parametrize(
    ("text", "code"),
    [("sidrap", "73.14"), ("Kabupaten Bogor", "32.01"), ("kab. kaur", "17.04"), ("OKU Timur", "16.08")],
)
def test_what_an_office_writes_leads_to_the_region_from_a_province_too(
    visit: Callable[..., Page], text: str, code: str
):
    page = visit("/peta")
    wait_for_map(page)
    search(page, text)
    wait_for_address(page, region=code, area=code[:2])
    expect(region(page, code)).to_have_attribute("aria-pressed", "true")


def test_several_hits_are_a_list_with_their_province_that_the_keyboard_walks(visit: Callable[..., Page]):
    page = visit("/profil")
    search(page, "pasuruan")
    expect(page.get_by_text("2 wilayah cocok: pilih salah satu.")).to_be_visible()
    options = page.get_by_role("option").filter(has_text="Jawa Timur")
    expect(options).to_have_text(["Kab. PasuruanJawa Timur", "Kota PasuruanJawa Timur"])
    field(page).press("ArrowDown")
    field(page).press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    field(page).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kota Pasuruan", timeout=FIRST_MS)
    expect(page).to_have_url(re.compile(r"area=35&.*region=35\.75"))


@pytest.mark.parametrize("area", ["ID", "35", "33", "95", "36", "65", "81", "17"])
def test_no_legend_lies_on_the_map(visit: Callable[..., Page], area: str):
    page = visit("/peta", area=area)
    wait_for_map(page)
    parts = [page.locator(part).element_handle() for part in ("[data-legend]", "svg.map")]
    # At one moment: between two looks the page above them may grow.
    legend, drawn = page.evaluate("parts => parts.map((one) => one.getBoundingClientRect().toJSON())", parts)
    beside = legend["x"] >= drawn["x"] + drawn["width"] or legend["x"] + legend["width"] <= drawn["x"]
    assert beside or legend["y"] >= drawn["y"] + drawn["height"]


def lost(page: Page) -> list[str]:
    """The regions that were not in sight once they were searched for."""
    drawn, box = page.locator("svg.map").element_handle(), field(page).element_handle()
    return page.evaluate(SEARCH_ALL, [drawn, box])


def field(page: Page) -> Locator:
    return page.get_by_placeholder("Cari wilayah")


def search(page: Page, name: str) -> None:
    field(page).fill(name)
    field(page).press("Enter")


def is_inside(page: Page, code: str) -> bool:
    frame, box = page.locator("svg.map").bounding_box(), region(page, code).bounding_box()
    assert frame
    assert box
    across = frame["x"] < box["x"] and box["x"] + box["width"] < frame["x"] + frame["width"]
    return across and frame["y"] < box["y"] and box["y"] + box["height"] < frame["y"] + frame["height"]
