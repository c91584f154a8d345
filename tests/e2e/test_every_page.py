"""Two walks by the menu show what holds on every page: one in Indonesian by day, one in English at night."""

from collections.abc import Callable
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from accessibility import barriers
from headings import SHOWN, are_in_order
from languages import foreign
from outside import HERE
from playwright.sync_api import Page, expect
from rules import broken_rules
from screen import (
    PAGES,
    address,
    follow,
    follow_in_any_language,
    go,
    has_all_around_it,
    picker,
    region,
    wait_for_address,
    wait_for_map,
    wait_until_settled,
)
from sizes import LAPTOP, PHONE, bottom, top, wider_than_the_screen

WITH_MAP = ("/", "/peta")
WITH_CHART = ("/peringkat", "/tren")
WITH_FIGURES = (*WITH_MAP, *WITH_CHART)
MERAUKE = {
    "area": "93",
    "indicator": "villages_enrolled",
    "segment": "village_apparatus",
    "period": "2023-04",
    "region": "93.01",
}


class Walk:
    """A page in a fresh browser, with all that it broke and asked for on the way."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.broken = broken_rules(page)
        self.refused: list[str] = []
        page.on("requestfailed", lambda request: self.refused.append(urlsplit(request.url).hostname or ""))


@pytest.fixture
def walk(fresh_page: Callable[..., Page]) -> Callable[..., Walk]:
    return lambda **options: Walk(fresh_page(**options))


def test_every_page_in_indonesian_by_day_and_on_a_phone(walk: Callable[..., Walk]):
    walked = walk(color_scheme="light", is_mobile=True, has_touch=True)
    page = walked.page
    go(page, "/")
    the_address_says_the_whole_view(page)
    for path in PAGES:
        follow(page, path)
        is_drawn(page, path)
        says_that_it_is_simulated(page)
        are_in_order(page, SHOWN[path])
        if path in WITH_FIGURES:
            has_all_around_it(page)
        speaks_only(page, "id", path)
        keeps_nobody_out(page, path)
        fits_a_phone(page, path)
        asks_nothing_of_the_internet(walked, path)
        breaks_no_rule(walked, path)

    follow(page, "/peta")
    region(page, "17.04").click()
    wait_for_address(page, region="17.04")
    follow(page, "/profil")
    says_that_it_is_simulated(page)
    has_all_around_it(page)


def test_every_page_in_english_at_night_with_the_choice_taken_along(walk: Callable[..., Walk]):
    walked = walk(color_scheme="dark")
    page = walked.page
    go(page, "/", lang="en", **MERAUKE)
    before = address(page)
    for path in PAGES:
        follow_in_any_language(page, path)
        is_drawn(page, path)
        assert address(page) == before, path
        expect(picker(page, "Area")).to_have_value("Papua Selatan")
        if path != "/desa-opd":  # shows the newest counts of each regency
            expect(picker(page, "Period")).to_have_value("April 2023")
        speaks_only(page, "en", path)
        keeps_nobody_out(page, path)
        breaks_no_rule(walked, path)


def the_address_says_the_whole_view(page: Page) -> None:
    wait_for_address(page, period="2024-11")
    assert address(page) == {
        "set": "simulated", "area": "17", "level": "regency", "indicator": "coverage", "segment": "all",
        "period": "2024-11", "scheme": "pretty", "since": "2023-11", "lang": "id",
    }  # fmt: skip


def is_drawn(page: Page, path: str) -> None:
    """Maps and charts come after the words."""
    if path in WITH_MAP or (path == "/profil" and "region=" not in page.url):
        wait_for_map(page)
    if path == "/desa-opd":
        expect(page.locator(".scoreboard tbody tr").last).to_be_visible()
    if path == "/peringkat":
        expect(page.locator(".ranking-list .figure").first).to_be_visible()
    elif path in WITH_CHART:
        expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()


def says_that_it_is_simulated(page: Page) -> None:
    expect(page.get_by_text("SIMULASI", exact=True).first).to_be_visible()


def speaks_only(page: Page, language: str, path: str) -> None:
    assert foreign(page, language) == [], path
    assert page.locator("html").get_attribute("lang") == language, path


def keeps_nobody_out(page: Page, path: str) -> None:
    assert barriers(page) == [], path


def fits_a_phone(page: Page, path: str) -> None:
    """Nothing is cut at its width; below the map its legend and slider, then the list, then the trend."""
    page.set_viewport_size(PHONE)
    wait_until_settled(page)
    if path in WITH_MAP:
        trend = [".trend-chart"] if path == "/" else []
        order = [
            page.locator(part) for part in ("svg.map", "[data-legend]", ".timeline", '[data-rank="highest"]', *trend)
        ]
        assert all(bottom(one) <= top(other) + 1 for one, other in pairwise(order)), path
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path
    assert wider_than_the_screen(page) == [], path
    page.set_viewport_size(LAPTOP)


def asks_nothing_of_the_internet(walked: Walk, path: str) -> None:
    """But the street map, which asks whether it can be reached."""
    if path != "/peta-dasar":
        assert set(walked.refused) <= HERE, path
    walked.refused.clear()


def breaks_no_rule(walked: Walk, path: str) -> None:
    assert walked.broken == [], path
