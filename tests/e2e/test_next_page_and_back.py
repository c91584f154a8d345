"""The way back; that every page takes the choice along, test_every_page shows."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect
from screen import choose, follow, picker, wait_for_address, wait_for_map


def test_back_and_forward_walk_through_the_choices(visit: Callable[..., Page]):
    page = visit("/")
    wait_for_address(page, area="17")
    the_first_back_undoes_a_choice_made_on_another_page(page)

    follow(page, "/peta")
    choose(page, "Daerah", "Sulawesi Barat")
    wait_for_address(page, area="76")
    choose(page, "Periode", "November 2022")
    wait_for_address(page, period="2022-11")
    follow(page, "/peringkat")
    wait_for_address(page, area="76", period="2022-11")

    page.go_back()
    page.wait_for_url("**/peta?**")
    sees(page, area="76", area_title="Sulawesi Barat", period="2022-11", period_title="November 2022")
    page.go_back()
    sees(page, area="76", area_title="Sulawesi Barat", period="2024-11", period_title="November 2024")
    page.go_back()
    sees(page, area="17", area_title="Bengkulu", period="2024-11", period_title="November 2024")
    page.go_forward()
    sees(page, area="76", area_title="Sulawesi Barat", period="2024-11", period_title="November 2024")
    page.go_forward()
    sees(page, area="76", area_title="Sulawesi Barat", period="2022-11", period_title="November 2022")


def the_first_back_undoes_a_choice_made_on_another_page(page: Page) -> None:
    follow(page, "/tren")
    choose(page, "Daerah", "Aceh")
    wait_for_address(page, area="11")
    page.go_back()
    wait_for_address(page, area="17")
    assert urlsplit(page.url).path == "/tren"
    expect(picker(page, "Daerah")).to_have_value("Bengkulu")


def sees(page: Page, area: str, area_title: str, period: str, period_title: str) -> None:
    """Address, pickers and map agree."""
    wait_for_address(page, area=area, period=period)
    expect(picker(page, "Daerah")).to_have_value(area_title)
    expect(picker(page, "Periode")).to_have_value(period_title)
    wait_for_map(page)
    first = page.locator("path[data-region]").first
    expect(first).to_have_attribute("data-region", f"{area}.01")
    expect(page.locator(".timeline .period")).to_have_text(period_title)
