"""The dark theme: low values stay near the ground, as on the light one."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect
from screen import fills, luma, region, swatches, wait_for_map


def test_low_classes_are_near_a_dark_ground(visit: Callable[..., Page]):
    page = visit("/peta", options={"color_scheme": "dark"}, area="ID", level="province")
    wait_for_map(page)
    lightness = [luma(colour) for colour in swatches(page)]
    assert lightness == sorted(lightness)
    assert abs(lightness[0] - ground(page)) < abs(lightness[-1] - ground(page))
    assert set(fills(page).values()) <= set(swatches(page))


def test_a_change_of_theme_repaints_the_map_at_once(visit: Callable[..., Page]):
    page = visit("/peta")
    wait_for_map(page)
    light = fills(page)["17.07"]
    page.emulate_media(color_scheme="dark")
    expect(region(page, "17.07")).not_to_have_attribute("fill", light)
    assert luma(fills(page)["17.07"]) < luma(fills(page)["17.04"])  # Lebong is lowest, Kaur highest
    assert set(fills(page).values()) <= set(swatches(page))


def ground(page: Page) -> float:
    """How light the page behind the map is."""
    rgb = page.get_by_test_id("stApp").evaluate("app => getComputedStyle(app).backgroundColor")
    return luma("#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", rgb)[:3]))
