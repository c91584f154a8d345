"""The map with the cable pulled: painted in its own classes, gaps hatched, nothing asked of the internet."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from outside import HERE
from playwright.sync_api import Page, expect
from screen import PAGES, fills, follow, go, luma, names, region, swatches, wait_for_map

CLASSES = 5


@pytest.mark.parametrize(
    ("area", "level", "regions"), [("ID", "regency", 514), ("ID", "province", 38), ("17", "regency", 10)]
)
def test_every_region_is_painted_in_a_class_of_the_legend(
    visit: Callable[..., Page], area: str, level: str, regions: int
):
    page = visit("/peta", area=area, level=level)
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


def test_the_classes_follow_the_values(visit: Callable[..., Page]):
    page = visit("/peta")
    wait_for_map(page)
    colours = swatches(page)
    painted = fills(page)
    assert painted["17.04"] == colours[-1]  # Kaur 75,0 %, the highest
    assert painted["17.07"] == colours[0]  # Lebong 17,0 %, the lowest
    order = [colours.index(painted[code]) for code in by_value(page)]
    assert order == sorted(order)


def by_value(page: Page) -> list[str]:
    """Codes from the lowest value to the highest, as their names say: `Kaur: 75,0 %, November 2024`."""
    said = dict(zip(fills(page), names(page), strict=True))
    return sorted(said, key=lambda code: float(said[code].split(": ")[1].split(" ")[0].replace(",", ".")))


def test_gaps_are_hatched_counted_and_named(visit: Callable[..., Page]):
    page = visit("/peta", set="reported", period="2024-11")
    wait_for_map(page)
    expect(region(page, "17.05")).to_have_accessible_name("Seluma: belum dilaporkan, November 2024")
    expect(region(page, "17.04")).to_have_accessible_name("Kaur: 75,0 %, November 2024")
    painted = fills(page)
    hatched = {code for code, fill in painted.items() if fill.startswith("url(#")}
    assert set(painted) - hatched == {"17.04", "17.07"}
    assert {painted["17.04"], painted["17.07"]} <= set(swatches(page))
    pattern = painted["17.05"].removeprefix("url(#").removesuffix(")")
    expect(page.locator(f"pattern#{pattern}")).to_be_attached()
    expect(page.locator("[data-legend] li:visible").last).to_have_text("belum dilaporkan: 8")


def test_no_page_but_the_street_map_asks_anything_of_the_internet(fresh_page: Callable[..., Page]):
    page = fresh_page()
    refused: list[str] = []
    page.on("requestfailed", lambda request: refused.append(urlsplit(request.url).hostname or ""))
    go(page, "/")
    for path in [path for path in PAGES if path != "/peta-dasar"]:
        follow(page, path)
        page.wait_for_load_state("networkidle")
    assert set(refused) <= HERE
