"""Desa & OPD: the scoreboard by map and table, in both themes and at a phone's width."""

from collections.abc import Callable

from accessibility import barriers
from conftest import SCREEN
from playwright.sync_api import Locator, Page, expect
from screen import SENTENCE, go, region, wait_for_address, wait_for_map

KAUR, MAJENE = "17.04", "76.05"
PHONE = {"width": 390, "height": 844}
TOO_WIDE = (
    "() => [...document.querySelectorAll('[data-testid=stMain] *')].filter((one) => one.scrollWidth > 391).length"
)


def row(page: Page, code: str) -> Locator:
    return page.locator(f'.scoreboard tr[data-region="{code}"]')


def test_map_and_table_find_and_open_the_list_of_a_regency_for_everybody(visit: Callable[..., Page]):
    page = visit("/desa-opd", options={"viewport": PHONE}, set="simulated", area="17")
    on_a_phone_nothing_is_cut(page)
    page.set_viewport_size(SCREEN)
    axe_finds_nothing_grave(page)
    map_and_table_open_the_list_of_a_regency(page)
    go(page, "/desa-opd", set="simulated", area="ID", level="province")
    the_table_finds_a_region_and_is_worked_by_keys(page)
    go(page, "/desa-opd", set="reported", area="76", lang="en")
    the_meetings_counts_are_shown(page)


def axe_finds_nothing_grave(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    for theme in ("dark", "light"):
        page.emulate_media(color_scheme=theme)
        expect(page.locator("[data-testid=stApp]")).to_have_css("color-scheme", theme)
        assert barriers(page) == [], theme


def map_and_table_open_the_list_of_a_regency(page: Page) -> None:
    row(page, "17.07").get_by_role("button").click()
    wait_for_address(page, region="17.07", indicator="villages_enrolled")
    expect(page.get_by_text("Daftar: Desa terdaftar, Lebong")).to_be_visible()
    region(page, KAUR).click()
    wait_for_address(page, region=KAUR)
    expect(page.get_by_text("Daftar: Desa terdaftar, Kaur")).to_be_visible()
    page.get_by_text("Desa terdaftar – perangkat desa/kampung", exact=True).click()
    wait_for_address(page, segment="village_apparatus", region=KAUR)


def the_table_finds_a_region_and_is_worked_by_keys(page: Page) -> None:
    find = page.locator(".scoreboard .find")
    find.fill("merauke")
    shown = page.locator(".scoreboard tbody tr:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("Merauke")
    find.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    wait_for_address(page, region="93.01", level="regency", area="ID")
    expect(shown).to_have_count(1)  # what was looked for stays
    find.fill("nowhere")
    expect(page.get_by_text("Tidak ada wilayah dengan nama itu.")).to_be_visible()


def on_a_phone_nothing_is_cut(page: Page) -> None:
    wait_for_map(page)
    assert page.evaluate(TOO_WIDE) == 0
    assert page.locator(".scoreboard .frame").evaluate("one => one.scrollWidth <= one.clientWidth")


def the_meetings_counts_are_shown(page: Page) -> None:
    expect(page.locator(SENTENCE).first).to_have_text("Majene: 19 of 62 villages enrolled, 43 left to do.")
    expect(row(page, MAJENE)).to_contain_text("19 / 62")
    wait_for_map(page)
