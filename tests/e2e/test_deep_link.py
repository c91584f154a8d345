"""A link from a message: cold, in a browser that has never been here."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect
from screen import fills, names, picker, wait_for_map

RIAU_ISLANDS = {"area": "21", "indicator": "villages_enrolled", "period": "2023-06", "scheme": "natural_breaks"}


def test_a_cold_link_opens_its_view_and_its_copy_the_same_in_a_fresh_browser(visit: Callable[..., Page]):
    first = visit("/peta", **RIAU_ISLANDS, region="21.03")
    opens_with_its_choice_and_no_dialog(first)
    wait_for_map(first)
    second = visit(first.url)
    wait_for_map(second)
    assert second.url == first.url
    assert names(second) == names(first)
    assert fills(second) == fills(first)


def opens_with_its_choice_and_no_dialog(page: Page) -> None:
    expect(picker(page, "Daerah")).to_have_value("Kepulauan Riau")
    expect(picker(page, "Indikator")).to_have_value("Desa terdaftar")
    expect(picker(page, "Periode")).to_have_value("Juni 2023")
    expect(picker(page, "Klasifikasi")).to_have_value(re.compile("Jeda alami"))
    expect(page.locator('path[data-region="21.03"]')).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("link", name="Peta", exact=True)).to_be_visible()
