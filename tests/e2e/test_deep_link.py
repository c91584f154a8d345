"""A link from a message: cold, in a browser that has never been here."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect
from screen import address, fills, names, picker, wait_for_address, wait_for_map

RIAU_ISLANDS = {"area": "21", "indicator": "villages_enrolled", "period": "2023-06", "scheme": "natural_breaks"}


def test_a_cold_link_opens_its_page_with_its_choice_and_no_dialog(visit: Callable[..., Page]):
    page = visit("/peta", **RIAU_ISLANDS, region="21.03")
    expect(picker(page, "Daerah")).to_have_value("Kepulauan Riau")
    expect(picker(page, "Indikator")).to_have_value("Desa terdaftar")
    expect(picker(page, "Periode")).to_have_value("Juni 2023")
    expect(picker(page, "Klasifikasi")).to_have_value(re.compile("Jeda alami"))
    expect(page.locator('path[data-region="21.03"]')).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("link", name="Peta", exact=True)).to_be_visible()


def test_every_parameter_stands_in_the_address(visit: Callable[..., Page]):
    page = visit("/")
    wait_for_address(page, period="2024-11")
    assert address(page) == {
        "set": "simulated", "area": "17", "level": "regency", "indicator": "coverage", "segment": "all",
        "period": "2024-11", "scheme": "quantile", "since": "2023-11", "lang": "id",
    }  # fmt: skip


def test_a_copied_address_shows_the_same_view_in_a_fresh_browser(visit: Callable[..., Page]):
    first = visit("/peta", **RIAU_ISLANDS)
    wait_for_map(first)
    second = visit(first.url)
    wait_for_map(second)
    assert second.url == first.url
    assert names(second) == names(first)
    assert fills(second) == fills(first)


UNKNOWN = {
    "set": "../etc/passwd",
    "area": "99",
    "level": "district",
    "indicator": "coverage2",
    "segment": "everyone",
    "period": "2199-13",
    "region": "17.99",
    "regions": "17.98",
    "scheme": "<b>bold</b>",
    "breaks": "20;abc",
    "target": "rpjmn-x",
    "since": "last year",
    "lang": "de",
}


def test_each_unknown_code_in_the_address_falls_back_with_a_sentence(visit: Callable[..., Page]):
    page = visit("/peta", **UNKNOWN)
    wait_for_address(page, set="simulated", area="17", period="2024-11", scheme="quantile", lang="id")
    wait_for_map(page)
    said = page.get_by_test_id("stAlert").all_inner_texts()
    assert [code for code in UNKNOWN.values() if not any(f"“{code}”" in sentence for sentence in said)] == []
    assert not set(UNKNOWN.values()) & set(address(page).values())
