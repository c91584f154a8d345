"""A walk through the pages, and the way back."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect
from screen import PAGES, address, choose, follow, picker, wait_for_address, wait_for_map


def test_every_page_takes_the_choice_along(visit: Callable[..., Page]):
    merauke = {"area": "93", "indicator": "villages_enrolled", "segment": "village_apparatus", "region": "93.01"}
    page = visit("/", **merauke, period="2023-04")
    before = address(page)
    for path in list(PAGES)[1:]:
        follow(page, path)
        wait_for_address(page, area="93", period="2023-04", region="93.01")
        assert address(page) == before
        expect(picker(page, "Daerah")).to_have_value("Papua Selatan")
        expect(picker(page, "Periode")).to_have_value("April 2023")


def test_back_and_forward_walk_through_the_choices(visit: Callable[..., Page]):
    page = visit("/peta")
    wait_for_address(page, area="17")
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


def sees(page: Page, area: str, area_title: str, period: str, period_title: str) -> None:
    """Address, pickers and map agree."""
    wait_for_address(page, area=area, period=period)
    expect(picker(page, "Daerah")).to_have_value(area_title)
    expect(picker(page, "Periode")).to_have_value(period_title)
    wait_for_map(page)
    first = page.locator("path[data-region]").first
    expect(first).to_have_attribute("data-region", f"{area}.01")
    expect(page.locator(".timeline .period")).to_have_text(period_title)


def test_the_first_back_undoes_a_choice_made_on_another_page(visit: Callable[..., Page]):
    page = visit("/")
    wait_for_address(page, area="17")
    follow(page, "/tren")
    choose(page, "Daerah", "Aceh")
    wait_for_address(page, area="11")
    page.go_back()
    wait_for_address(page, area="17")
    assert urlsplit(page.url).path == "/tren"
    expect(picker(page, "Daerah")).to_have_value("Bengkulu")


def test_the_reported_figures_are_one_click_away(visit: Callable[..., Page]):
    page = visit("/peringkat")
    page.get_by_role("link", name="Lihat angka yang dilaporkan").click()
    wait_for_address(page, set="reported", area="17", period="2024-11")
    assert urlsplit(page.url).path == "/peringkat"
    expect(picker(page, "Kumpulan data")).not_to_have_value("Simulasi")
    expect(page.get_by_text("SIMULASI")).to_have_count(0)
