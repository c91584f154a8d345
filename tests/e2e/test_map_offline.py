"""The map with the cable pulled: painted in its own classes, in both themes, gaps hatched.

That nothing is asked of the internet, test_every_page shows.
"""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect
from screen import choose, fills, luma, names, region, swatches, wait_for_address, wait_for_map, wait_until_settled

# Round limits make five or six, of the country's figures six: 20, 30, 40, 50, 60.
CLASSES = 6


def test_every_region_is_painted_in_a_class_of_the_legend_and_a_gap_is_hatched(visit: Callable[..., Page]):
    page = visit("/peta", set="reported", period="2024-11")
    wait_for_map(page)
    gaps_are_hatched_counted_and_named(page)
    choose(page, "Kumpulan data", "Simulasi")
    wait_for_address(page, set="simulated", period="2024-11")
    expect(page.locator('path[data-region][fill^="url("]')).to_have_count(0)
    is_painted_in_the_classes_of_the_legend(page, regions=10)
    the_classes_follow_the_values(page)
    choose(page, "Daerah", "Indonesia")
    is_painted_in_the_classes_of_the_legend(page, regions=514)
    choose(page, "Wilayah", "Per provinsi")
    is_painted_in_the_classes_of_the_legend(page, regions=38)
    a_dark_theme_repaints_the_map_at_once_with_low_classes_near_the_ground(page)


def is_painted_in_the_classes_of_the_legend(page: Page, regions: int) -> None:
    expect(page.locator("path[data-region]")).to_have_count(regions)
    wait_for_map(page)
    colours = swatches(page)
    assert len(set(colours)) == len(colours) == CLASSES
    assert [luma(colour) for colour in colours] == sorted(map(luma, colours), reverse=True)
    painted = fills(page)
    assert len(painted) == regions
    assert set(painted.values()) <= set(colours)
    assert counted(page) == [list(painted.values()).count(colour) for colour in colours]


def counted(page: Page) -> list[int]:
    """How many regions the legend says each class has."""
    return [int(text.replace(".", "")) for text in page.locator("[data-legend] li:visible .count").all_inner_texts()]


def the_classes_follow_the_values(page: Page) -> None:
    colours = swatches(page)
    painted = fills(page)
    assert painted["17.04"] == colours[5]  # Kaur 75 %, the highest; the classes are the country's
    assert painted["17.07"] == colours[0]  # Lebong 17 %, the lowest
    order = [colours.index(painted[code]) for code in by_value(page)]
    assert order == sorted(order)


def by_value(page: Page) -> list[str]:
    """Codes from the lowest value to the highest, as their names say: `Kaur: 75 %, November 2024`."""
    said = dict(zip(fills(page), names(page), strict=True))
    return sorted(said, key=lambda code: float(said[code].split(": ")[1].split("\u00a0")[0].replace(",", ".")))


def a_dark_theme_repaints_the_map_at_once_with_low_classes_near_the_ground(page: Page) -> None:
    light = swatches(page)[0]
    lowest = next(code for code, fill in fills(page).items() if fill == light)
    page.emulate_media(color_scheme="dark")
    expect(region(page, lowest)).not_to_have_attribute("fill", light)
    wait_until_settled(page)
    colours = swatches(page)
    lightness = [luma(colour) for colour in colours]
    assert lightness == sorted(lightness)
    assert abs(lightness[0] - ground(page)) < abs(lightness[-1] - ground(page))
    assert fills(page)[lowest] == colours[0]
    assert set(fills(page).values()) <= set(colours)


def ground(page: Page) -> float:
    """How light the page behind the map is."""
    rgb = page.get_by_test_id("stApp").evaluate("app => getComputedStyle(app).backgroundColor")
    return luma("#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", rgb)[:3]))


def gaps_are_hatched_counted_and_named(page: Page) -> None:
    expect(region(page, "17.05")).to_have_accessible_name("Seluma: belum kami miliki, November 2024")
    expect(region(page, "17.04")).to_have_accessible_name("Kaur: 75 %, November 2024")
    painted = fills(page)
    hatched = {code for code, fill in painted.items() if fill.startswith("url(#")}
    assert set(painted) - hatched == {"17.04", "17.07"}
    assert {painted["17.04"], painted["17.07"]} <= set(swatches(page))
    pattern = painted["17.05"].removeprefix("url(#").removesuffix(")")
    expect(page.locator(f"pattern#{pattern}")).to_be_attached()
    expect(page.locator("[data-legend] li:visible").last).to_have_text("belum kami miliki: 8")
