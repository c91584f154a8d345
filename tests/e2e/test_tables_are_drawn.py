"""The figures of a chart as a table: there once somebody opens it, on the same view."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from screen import go, wait_until_settled


@pytest.mark.parametrize("path", ["/peringkat", "/tren"])
def test_a_table_comes_when_it_is_opened_and_goes_with_the_view(fresh_page: Callable[..., Page], path: str):
    page = fresh_page()
    go(page, path, set="reported", area="17", period="2024-11")
    wait_until_settled(page)
    table, title = page.get_by_test_id("stDataFrame"), page.get_by_text("Tampilkan sebagai tabel")
    expect(table).to_have_count(0)
    title.click()
    expect(table).to_be_visible()
    expect(page.locator("[data-testid=stDataFrame] canvas").first).to_be_visible()
    title.click()
    expect(table).to_have_count(0)
