"""The classes of the map, chosen by hand; data that leave little to classify."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from screen import choose, fills, swatches, wait_for_address, wait_for_map


def test_classes_are_chosen_by_hand(visit: Callable[..., Page]):
    page = visit("/peta", target="rpjmn")
    wait_for_map(page)
    own_breaks_are_typed_drawn_and_kept_in_the_address(page)
    target_bands_name_their_target(page)


def own_breaks_are_typed_drawn_and_kept_in_the_address(page: Page) -> None:
    choose(page, "Klasifikasi", "Batas kelas sendiri")
    wait_for_address(page, scheme="own_breaks")
    box = page.get_by_role("textbox", name="Batas kelas")
    box.fill("20; 38,5; 60")
    box.press("Enter")
    wait_for_address(page, breaks="20%2C38.5%2C60")
    strips = page.locator("[data-legend] .strips li")
    expect(strips.locator(".words")).to_have_text(["sampai 20,0", "20,1–38,5", "38,6–60,0", "di atas 60,0"])
    expect(strips.locator(".limit")).to_have_text(["20", "38,5", "60"])
    expect(page.locator("[data-legend] .marked")).to_have_text("Bengkulu 37")
    wait_for_map(page)
    colours, painted = swatches(page), fills(page)
    assert painted["17.07"] == colours[0]  # Lebong 17 %
    assert painted["17.71"] == colours[2]  # Kota Bengkulu 39,1 %
    assert painted["17.04"] == colours[3]  # Kaur 75 %


def target_bands_name_their_target(page: Page) -> None:
    choose(page, "Klasifikasi", "Terhadap target")
    wait_for_address(page, scheme="target_bands")
    limits = page.locator("[data-legend] li:visible .limit")
    expect(limits).to_have_count(3)
    expect(limits.nth(1)).to_contain_text("sekitar")


def test_a_map_of_gaps_alone_is_hatched_all_over_in_every_scheme(visit: Callable[..., Page]):
    page = visit("/peta", set="reported", indicator="coverage", period="2024-12")
    is_hatched_all_over(page)
    for scheme, title in (("equal_interval", "Selang sama"), ("natural_breaks", "Jeda alami (Fisher-Jenks)")):
        choose(page, "Klasifikasi", title)
        wait_for_address(page, scheme=scheme)
        is_hatched_all_over(page)


def is_hatched_all_over(page: Page) -> None:
    wait_for_map(page)
    assert all(fill.startswith("url(#") for fill in fills(page).values())
    expect(page.locator("[data-legend] li:visible").last).to_have_text("belum kami miliki: 10")
    expect(page.locator('[data-rank="highest"]')).to_have_text("Belum ada angka pada periode ini.")
