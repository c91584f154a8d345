"""A phone, and the projector's 1366×768."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from screen import SENTENCE, go, wait_for_map

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
PATHS = ["/", "/peta", "/peringkat", "/tren", "/peta-dasar", "/sumber"]


def test_nothing_is_cut_at_a_phones_width_and_the_map_comes_before_the_lists(fresh_page: Callable[..., Page]):
    page = fresh_page(**PHONE)
    for path in PATHS:
        go(page, path)
        if path in ("/", "/peta"):
            wait_for_map(page)
            assert bottom(page.locator("svg.map")) <= top(page.locator('[data-rank="highest"]'))
            assert bottom(page.locator('[data-rank="highest"]')) <= top(page.locator('[data-rank="lowest"]'))
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        assert wider_than_the_screen(page) == [], path


def wider_than_the_screen(page: Page) -> list[str]:
    """Texts and controls that reach beyond the right edge, unless something around them scrolls."""
    return page.evaluate(
        """() => { const found = [];
            const look = (root) => { for (const node of root.querySelectorAll('*')) {
                if (node.shadowRoot) look(node.shadowRoot);
                if (!node.matches('button, input, h1, h2, h3, p, li, label, summary, svg.map')) continue;
                const box = node.getBoundingClientRect();
                if (!box.width || !box.height || box.right <= innerWidth + 1 || box.left >= innerWidth) continue;
                let at = node; let scrolls = false;
                while ((at = at.parentElement ?? at.getRootNode().host)) {
                    if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth) scrolls = true;
                }
                if (!scrolls) found.push(`${node.tagName} ${node.textContent.trim().slice(0, 40)} ${Math.round(box.right)}`);
            } };
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
