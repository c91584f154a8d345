"""Around every chart: unit, source, status, how many regions have a figure, the same as a table, and SIMULASI."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from screen import PAGES, follow, has_all_around_it

WITHOUT_CHART = ("/profil", "/peta-dasar", "/sumber")  # Profil draws none before a regency is chosen


def test_every_page_says_simulated_and_no_chart_stands_alone(visit: Callable[..., Page]):
    page = visit("/")
    for path in PAGES:
        follow(page, path)
        expect(page.get_by_text("SIMULASI", exact=True).first).to_be_visible()
        if path not in WITHOUT_CHART:
            has_all_around_it(page)


def test_the_charts_of_a_profile_do_not_stand_alone(visit: Callable[..., Page]):
    page = visit("/profil", region="17.04")
    expect(page.get_by_text("SIMULASI", exact=True).first).to_be_visible()
    has_all_around_it(page)
