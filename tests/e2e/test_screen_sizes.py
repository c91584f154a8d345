"""A finger on a phone, and the projector's 1366×768; that every page fits a phone, test_every_page shows."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from screen import SENTENCE, go, map_width, middle, picker, region, tiles, wait_for_address, wait_for_map
from sizes import PHONE, bottom, top, wider_than_the_screen

# What stands above a chart's lines, with the mark of a simulation first.
WORDS = """() => [...document.querySelectorAll('.js-plotly-plot')].map((chart) => {
    const texts = [...chart.querySelectorAll('.annotation-text-g, .legendtitletext, .legendtext')];
    const mark = texts.find((one) => /SIMULA/.test(one.textContent));
    const [at, ...others] = [mark, ...texts.filter((one) => one !== mark)].map((one) => one.getBoundingClientRect());
    const overlaps = (one) => one.left < at.right && at.left < one.right && one.top < at.bottom && at.top < one.bottom;
    return others.filter(overlaps).length;
})"""


def test_a_tap_selects_two_fingers_zoom_the_map_and_one_moves_it(visit: Callable[..., Page]):
    page = visit("/peta", options={"viewport": PHONE, "is_mobile": True, "has_touch": True})
    wait_for_map(page)
    assert wider_than_the_screen(page) == []
    region(page, "17.09").tap()
    wait_for_address(page, region="17.09")

    home = map_width(page)
    x, y = middle(page.locator("svg.map"))
    swipe(page, [[(x - 30 - step, y), (x + 30 + step, y)] for step in range(0, 61, 6)])
    assert map_width(page) / home == pytest.approx((60 + 2 * 60) / 60, rel=0.02)
    before = middle(region(page, "17.09"))
    swipe(page, [[(x - 5 * step, y - 3 * step)] for step in range(11)])
    after = middle(region(page, "17.09"))
    assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((-50, -30), abs=8)
    expect(region(page, "17.09")).to_have_attribute("aria-pressed", "true")  # neither was taken for a tap


def swipe(page: Page, steps: list[list[tuple[float, float]]]) -> None:
    """Put one or two fingers down at the first step, move them through the others, and lift them."""
    screen = page.context.new_cdp_session(page)
    for number, fingers in enumerate(steps):
        points = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(fingers)]
        kind = "touchMove" if number else "touchStart"
        screen.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    screen.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_sentence_numbers_and_the_whole_map_are_seen_without_scrolling_in_either_dataset(visit: Callable[..., Page]):
    page = visit("/", set="simulated", period="2024-11")
    is_seen_without_scrolling(page)
    the_reported_figures_are_one_click_away(page)
    is_seen_without_scrolling(page)


def is_seen_without_scrolling(page: Page) -> None:
    wait_for_map(page)
    expect(page.get_by_test_id("stSidebar")).to_be_visible()
    whole = [page.locator(SENTENCE), page.locator("svg.map"), page.locator("[data-legend]"), page.locator(".timeline")]
    whole += [page.locator('[data-rank="highest"]'), page.locator(".trend-chart")]
    assert tiles(page).count() == 4
    for seen in [*whole, *tiles(page).all()]:
        assert top(seen) >= 0
        assert bottom(seen) <= 768
    regions = page.locator("svg.map .regions")
    assert bottom(regions) <= bottom(page.locator("svg.map"))


def the_reported_figures_are_one_click_away(page: Page) -> None:
    page.get_by_role("link", name="Lihat angka yang dilaporkan").click()
    wait_for_address(page, set="reported", area="17", period="2024-11")
    assert urlsplit(page.url).path == "/"
    expect(picker(page, "Kumpulan data")).not_to_have_value("Simulasi")
    expect(page.get_by_text("SIMULASI", exact=True)).to_have_count(0)


def test_on_a_phone_nothing_is_cut_in_a_tile_and_nothing_lies_under_the_mark_of_a_simulation(
    visit: Callable[..., Page],
):
    page = visit("/peringkat", options={"viewport": PHONE}, set="simulated", period="2024-11")
    tiles = page.get_by_test_id("stMetricValue")
    expect(tiles.last).to_be_visible()
    assert tiles.evaluate_all("all => all.filter((one) => one.scrollWidth > one.clientWidth)") == []
    go(page, "/", set="simulated", area="17", period="2024-11")
    table = page.get_by_test_id("stTable").last
    expect(table).to_be_visible()
    assert table.evaluate("one => [one, ...one.querySelectorAll('*')].every((part) => part.scrollWidth <= innerWidth)")
    for path in ("/peringkat", "/tren", "/profil"):
        go(page, path, set="simulated", area="17", period="2024-11", region="17.04")
        chart = ".ranking-list .bar" if path == "/peringkat" else ".js-plotly-plot .main-svg"
        expect(page.locator(chart).first).to_be_visible()
        expect(page.get_by_text("SIMULASI").last).to_be_visible()
        found = page.evaluate(WORDS)
        assert found == [0] * len(found), path
