"""Bahasa Indonesia and English, changed by hand; that each is whole on every page, test_every_page shows."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from screen import SENTENCE, choose, region, wait_for_address, wait_for_map


def test_the_language_is_changed_by_hand_with_its_numbers_and_dates_and_taken_along(visit: Callable[..., Page]):
    page = visit("/", set="reported", period="2024-11")
    wait_for_address(page, lang="id")
    expect(page.locator(SENTENCE)).to_contain_text("37 %")
    choose(page, "Bahasa", "English")
    wait_for_address(page, lang="en")
    wait_for_map(page)
    is_written_the_english_way(page)
    page.get_by_test_id("stSidebar").get_by_role("link", name="Sources", exact=True).click()
    expect(page.get_by_role("tab", name="Definitions")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def is_written_the_english_way(page: Page) -> None:
    expect(page.locator(SENTENCE)).to_contain_text("November 2024")
    expect(page.locator(SENTENCE)).to_contain_text("37%")
    expect(page.get_by_text("39,487 persons")).to_be_visible()
    expect(region(page, "17.04")).to_have_accessible_name("Kaur: 75%, November 2024")
    expect(region(page, "17.05")).to_have_accessible_name("Seluma: not in our data, November 2024")
