"""Islands far from the rest lie in frames: the rest is larger, and an island is read, chosen and found there."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from screen import region, wait_for_address, wait_for_map
from test_deck import at, opened, press
from test_downloading import SVG, downloaded

from geo.boundaries import read_boundaries
from geo.simplify import boundaries_in

PHONE = {"viewport": {"width": 390, "height": 844}}
LEGEND = "pulau jauh"
GRESIK, SERIBU = "35.25", "31.01"
# A regency whose shape lies wholly in the body, to measure by.
IN_THE_BODY = {"35": "35.10", "31": "31.74"}
# The part of the window that a map fills, and how many of its grid's units are a degree.
FILLED, UNITS = 0.92, 1000
# How much of the frames' lines labels and buttons cover: a label may lie in the frame of its own region.
COVERED = """(map) => {
    const boxes = [...map.querySelectorAll('.frames rect')].map((one) => one.getBoundingClientRect());
    const [buttons, legend] = ['.tools.zooms, .stage > .tools', '[data-legend]']
        .map((name) => [...map.getRootNode().querySelectorAll(name)]);
    const others = [...map.querySelectorAll('.labels text'), ...buttons, ...legend];
    const touch = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1
        && b.top < a.bottom - 1;
    const within = (a, b) => a.left >= b.left - 3 && a.right <= b.right + 3 && a.top >= b.top - 3
        && a.bottom <= b.bottom + 3;
    return others.filter((one) => boxes.some((box) => touch(one.getBoundingClientRect(), box)
        && !within(one.getBoundingClientRect(), box))).map((one) => one.textContent || one.className);
}"""
LYING_OUTSIDE = """(map) => {
    const frame = map.getBoundingClientRect();
    const isIn = (box) => box.left >= frame.left && box.right <= frame.right && box.top >= frame.top
        && box.bottom <= frame.bottom;
    return [...map.querySelectorAll('.regions path, .frames rect')].filter((one) => !isIn(one.getBoundingClientRect()))
        .map((one) => one.dataset.region ?? 'frame');
}"""


@pytest.mark.parametrize("options", [{}, PHONE], ids=["laptop", "telephone"])
@pytest.mark.parametrize(("area", "frames"), [("35", 3), ("31", 1)])
def test_the_rest_is_drawn_larger_and_nothing_lies_on_a_frame(
    visit: Callable[..., Page], area: str, frames: int, options: dict[str, object]
):
    page = visit("/peta", options, set="simulated", area=area)
    wait_for_map(page)
    expect(page.locator(".frames rect")).to_have_count(frames)
    assert enlarged(page, area) >= 1.25
    drawing = page.locator("svg.map")
    assert drawing.evaluate(LYING_OUTSIDE) == []
    expect(page.locator(".labels text").first).to_be_attached()
    assert drawing.evaluate(COVERED) == []
    expect(page.locator("[data-legend]")).to_contain_text(LEGEND)


@pytest.mark.parametrize(("area", "regions"), [("17", 10), ("81", 11), ("ID", 514)])
def test_where_nothing_would_be_gained_all_islands_lie_in_their_own_place(
    visit: Callable[..., Page], area: str, regions: int
):
    page = visit("/peta", set="simulated", area=area)
    expect(page.locator("path[data-region]")).to_have_count(regions, timeout=90_000)
    expect(page.locator(".frames rect")).to_have_count(0)
    expect(page.locator("[data-legend]")).not_to_contain_text(LEGEND)


def test_an_island_in_a_frame_is_read_and_chosen_as_the_region_it_belongs_to(visit: Callable[..., Page]):
    page = visit("/peta", set="simulated", area="35")
    wait_for_map(page)
    on_bawean(page, page.mouse.move)
    expect(page.locator(".tooltip")).to_contain_text("Gresik")
    on_bawean(page, page.mouse.click)
    wait_for_address(page, region=GRESIK)
    expect(region(page, GRESIK)).to_have_attribute("aria-pressed", "true")
    boundary = page.locator("path.outline.selected")
    assert boundary.get_attribute("d") == region(page, GRESIK).get_attribute("d")


def test_islands_too_small_for_a_rim_are_seen_in_their_colour_and_read_where_they_lie(visit: Callable[..., Page]):
    page = visit("/peta", set="simulated", area="31")
    wait_for_map(page)
    stroke = "one => getComputedStyle(one).stroke"
    rims = {code: region(page, code).evaluate(stroke) for code in (SERIBU, "31.74", "31.71")}
    assert rims[SERIBU] != rims["31.74"] == rims["31.71"]
    region(page, SERIBU).focus()
    expect(page.locator(".tooltip")).to_contain_text("Kepulauan Seribu")
    frame, tooltip = box_of(page.locator(".frames rect")), box_of(page.locator(".tooltip"))
    assert frame["x"] < tooltip["x"] < frame["x"] + frame["width"] + 20


def test_the_picture_has_the_frames_and_says_what_they_are(visit: Callable[..., Page], tmp_path: Path):
    page = visit("/peta", set="simulated", area="35")
    wait_for_map(page)
    drawing = ET.parse(downloaded(page, "Unduh peta sebagai SVG", tmp_path)).getroot()  # noqa: S314  (our own file)
    (group,) = [one for one in drawing.iter(f"{SVG}g") if one.get("class") == "frames"]
    assert [rect.get("fill") for rect in group] == ["#ffffff"] * 3  # no neighbour's land in a frame
    assert all(rect.get("stroke") for rect in group)
    assert LEGEND in " ".join("".join(one.itertext()) for one in drawing.iter(f"{SVG}text"))


@pytest.mark.parametrize("options", [{}, PHONE], ids=["laptop", "telephone"])
def test_the_decks_map_has_the_same_frames(fresh_page: Callable[..., Page], options: dict[str, object]):
    page = opened(fresh_page(**options), "/decks/view?set=simulated&area=35")
    press(page, "ArrowRight")
    at(page, "map")
    shown = page.locator('[data-slide="map"]')
    expect(shown.locator(".frames rect")).to_have_count(3)
    assert enlarged(page, "35") >= 1.25
    drawing = shown.locator("svg.map")
    assert drawing.evaluate(LYING_OUTSIDE) == []
    expect(shown.locator(".labels text").first).to_be_attached()
    assert drawing.evaluate(COVERED) == []
    expect(shown.locator("[data-legend]")).to_contain_text(LEGEND)
    on_bawean(page, page.mouse.click)
    expect(shown.locator(".chosen .name")).to_have_text("Gresik")


def on_bawean(page: Page, act: Callable[[float, float], None]) -> None:
    """Point at the middle of the westernmost frame, in which the island of Bawean lies."""
    frame = min(map(box_of, page.locator("svg.map .frames rect").all()), key=lambda box: box["x"])
    act(frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2)


def enlarged(page: Page, area: str) -> float:
    """How many times as large the body is drawn as if all islands lay in their own place."""
    west, south, east, north = boundaries_in(read_boundaries(), area).total_bounds
    window, shape = box_of(page.locator("svg.map").first), region(page, IN_THE_BODY[area]).first
    before = FILLED * min(window["width"] / (east - west), window["height"] / (north - south))
    width = shape.evaluate("one => one.getBBox().width")
    pixels = shape.evaluate("one => one.getBBox().width * one.getCTM().a")
    return float(pixels / width * UNITS / before)


def box_of(part: Locator) -> dict[str, float]:
    box = part.bounding_box()
    assert box
    return dict(box)
