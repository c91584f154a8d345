"""Every trend has its points on an axis of dates, also where a line is a single figure."""

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect
from screen import go, wait_until_settled

COVERAGE = {"set": "reported", "level": "regency", "indicator": "coverage", "segment": "all"}
BENGKULU = COVERAGE | {"area": "17", "period": "2024-11"}
MERAUKE = COVERAGE | {
    "area": "93",
    "indicator": "villages_enrolled",
    "segment": "village_apparatus",
    "period": "2023-04",
}
# Kaur, Lebong and the country beside five months of Bengkulu: 1 + 1 + 5 + 2 points.
TRENDS = [
    ("/tren", BENGKULU, 1 + 1 + 5 + 2),
    ("/tren", COVERAGE | {"area": "51", "period": "2025-03"}, 3),
    ("/tren", MERAUKE, 1),
    ("/profil", BENGKULU | {"region": "17.04"}, 1 + 5 + 2),
    ("/profil", BENGKULU | {"region": "17.07"}, 1 + 5 + 2),
]
TREND = "() => [...document.querySelectorAll('.js-plotly-plot')].find((one) => one._fullLayout?.xaxis.type === 'date')"
POINTS = """(plot) => [...plot.querySelectorAll('.scatterlayer .point')].filter((point) => {
    const box = point.getBBox(), at = point.getCTM();
    return box.width > 0 && box.height > 0 && Number.isFinite(at.e) && Number.isFinite(at.f);
}).length"""
DRAWN = """() => {
    const roots = [document], found = [];
    while (roots.length) for (const node of roots.pop().querySelectorAll('*')) {
        if (node.shadowRoot) roots.push(node.shadowRoot);
        found.push(...[...node.attributes].filter(({ value }) => /\\bNaN\\b/.test(value)).map(({ value }) => value));
    }
    return found;
}"""


def wait_for_dates(page: Page) -> None:
    """Until a chart has an axis of dates: one whose axis was guessed never has, and the next line fails."""
    # Playwright's own waiting evaluates a text, which the pages' policy forbids.
    for _round in range(60):
        if page.evaluate(f"Boolean(({TREND})())"):
            return
        page.wait_for_timeout(500)


@pytest.mark.parametrize(("path", "address", "points"), TRENDS)
def test_a_trend_of_single_figures_is_drawn_over_dates(visit: Callable[..., Page], path, address, points):
    page = visit(path, **address)
    wait_for_dates(page)
    assert page.evaluate(f"({POINTS})(({TREND})())") >= points
    assert page.evaluate(DRAWN) == []


def test_the_explorers_trend_of_one_figure_has_a_point_and_finite_coordinates(visit: Callable[..., Page]):
    page = visit("/", **BENGKULU)
    dots = page.locator(".trend-chart .series circle")
    expect(dots.first).to_be_attached()
    assert page.evaluate(DRAWN) == []
    for address in (COVERAGE | {"area": "51", "period": "2025-03"}, MERAUKE):
        go(page, "/", **address)
        wait_until_settled(page)
        expect(page.locator("[data-region]").first).to_be_attached()
        assert page.evaluate(DRAWN) == []


@pytest.mark.parametrize("address", [BENGKULU, MERAUKE])
def test_no_slide_draws_a_line_to_nowhere(fresh_page: Callable[..., Page], address):
    page = fresh_page()
    page.goto(f"/decks/view?{urlencode(address)}")
    expect(page.locator(".slide h1").first).to_be_visible()
    for _slide in range(9):
        assert page.evaluate(DRAWN) == []
        page.keyboard.press("PageDown")
