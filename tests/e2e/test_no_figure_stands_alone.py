"""Around every chart: unit, source, status, how many regions have a figure, the same as a table, and SIMULASI."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from screen import PAGES, follow, has_all_around_it

WITH_CHART = [path for path in PAGES if path not in ("/sumber", "/peta-dasar")]


@pytest.fixture
def page(visit: Callable[..., Page]) -> Page:
    return visit("/")


def test_every_page_says_that_its_figures_are_simulated(page: Page):
    for path in PAGES:
        follow(page, path)
        expect(page.get_by_text("SIMULASI", exact=True).first).to_be_visible()


def test_every_chart_has_its_unit_source_status_counts_and_table(page: Page):
    for path in WITH_CHART:
        follow(page, path)
        has_all_around_it(page)
