"""A phone, and the projector's 1366×768."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from screen import PAGES, SENTENCE, go, map_width, middle, region, wait_for_address, wait_for_map

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


def test_nothing_is_cut_at_a_phones_width_and_the_map_comes_before_the_lists(fresh_page: Callable[..., Page]):
    page = fresh_page(**PHONE)
    for path in PAGES:
        go(page, path)
        if path in ("/", "/peta"):
            wait_for_map(page)
            assert bottom(page.locator("svg.map")) <= top(page.locator('[data-rank="highest"]'))
            assert bottom(page.locator('[data-rank="highest"]')) <= top(page.locator('[data-rank="lowest"]'))
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        assert wider_than_the_screen(page) == [], path


def test_a_tap_selects_two_fingers_zoom_the_map_and_one_moves_it(visit: Callable[..., Page]):
    page = visit("/peta", options=PHONE)
    wait_for_map(page)
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


def wider_than_the_screen(page: Page) -> list[str]:
    """Texts and controls that reach beyond the right edge, unless something around them scrolls."""
    return page.evaluate(
        """() => { const found = [];
            const look = (root) => { for (const node of root.querySelectorAll('*')) {
                if (node.shadowRoot) look(node.shadowRoot);
                if (!node.matches('button, input, h1, h2, h3, p, li, label, summary, svg.map')) continue;
                const box = node.getBoundingClientRect();
                if (!box.width || !box.height || box.right <= innerWidth + 1 || box.left >= innerWidth) continue;
                if (!scrolls(node)) found.push(`${node.tagName} ${node.textContent.trim().slice(0, 40)}`);
            } };
            const scrolls = (node) => {
                const around = node.parentElement ?? node.getRootNode().host;
                if (!around) return false;
                const slides = /auto|scroll/.test(getComputedStyle(around).overflowX);
                return (slides && around.scrollWidth > around.clientWidth) || scrolls(around);
            };
            look(document); return found; }"""
    )


@pytest.mark.parametrize("dataset", ["simulated", "reported"])
def test_sentence_numbers_and_the_whole_map_are_seen_without_scrolling(visit: Callable[..., Page], dataset: str):
    page = visit("/", set=dataset, period="2024-11")
    wait_for_map(page)
    expect(page.get_by_test_id("stSidebar")).to_be_visible()
    whole = [page.locator(SENTENCE), page.locator("svg.map"), page.locator("[data-legend]")]
    for seen in [*whole, *page.get_by_test_id("stMetric").all()]:
        assert top(seen) >= 0
        assert bottom(seen) <= 768
    regions = page.locator("svg.map .regions")
    assert bottom(regions) <= bottom(page.locator("svg.map"))


def top(part: Locator) -> float:
    box = part.bounding_box()
    assert box
    return box["y"]


def bottom(part: Locator) -> float:
    box = part.bounding_box()
    assert box
    return box["y"] + box["height"]
