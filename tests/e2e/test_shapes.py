"""The same figures as outlines, as circles and as tiles: by mouse, by keyboard and by a link."""

import re
from collections.abc import Callable

import pytest
from accessibility import barriers
from playwright.sync_api import Page, expect
from screen import address, fills, region, slider, wait_for_address, wait_for_map, wait_until_dropped

REGENCIES = 514
# Left, top, width and height of every region as it is drawn.
DRAWN = """paths => Object.fromEntries(paths.map(path => {
    const { x, y, width, height } = path.getBBox();
    return [path.dataset.region, [x, y, width, height].map(Math.round)];
}))"""
# After the click nothing is on its way any more: the next frame already shows where all stands.
AT_ONCE = """async (input) => {
    const map = input.getRootNode().querySelector('svg.map');
    input.click();
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    return [map.dataset.shapes ?? "", map.classList.contains("reshaping")];
}"""


@pytest.fixture
def page(visit: Callable[..., Page]) -> Page:
    """Peta of all regencies."""
    opened = visit("/peta", area="ID", level="regency")
    wait_for_map(opened)
    return opened


def choice(page: Page, name: str):
    return page.get_by_role("radiogroup", name="Bentuk di peta").get_by_role("radio", name=name, exact=True)


def drawn(page: Page) -> dict[str, list[int]]:
    expect(page.locator("svg.map.reshaping")).to_have_count(0)
    return page.locator("path[data-region]").evaluate_all(DRAWN)


def test_circles_and_tiles_have_the_fills_of_the_outlines_and_move_in_time_with_them(page: Page):
    outlined = fills(page)
    assert len(outlined) == REGENCIES
    a_click_draws_circles_by_population(page, outlined)
    the_arrow_draws_equal_tiles(page, outlined)
    a_month_earlier_the_tiles_are_as_the_outlines(page)


def a_click_draws_circles_by_population(page: Page, outlined: dict[str, str]) -> None:
    choice(page, "Lingkaran").check()
    wait_for_address(page, shapes="circles")
    circles = drawn(page)
    assert all(abs(width - height) <= 1 for _x, _y, width, height in circles.values())
    # Kabupaten Bogor 5,8 million people, Kota Bogor 1,1 million: a circle of as many times the area.
    assert (circles["32.01"][2] / circles["32.71"][2]) ** 2 == pytest.approx(5.2, rel=0.1)
    assert fills(page) == outlined
    expect(page.locator("svg.map .land")).to_have_count(1)
    expect(page.get_by_text("Luas lingkaran: jumlah penduduk (Dukcapil, semester II 2024).")).to_be_visible()
    region(page, "32.01").hover()
    expect(page.locator(".tooltip")).to_contain_text("Bogor")
    page.mouse.move(5, 5)


def the_arrow_draws_equal_tiles(page: Page, outlined: dict[str, str]) -> None:
    choice(page, "Lingkaran").press("ArrowRight")
    wait_for_address(page, shapes="tiles")
    expect(choice(page, "Ubin")).to_be_checked()
    tiles = drawn(page)
    assert len({(x, y) for x, y, _width, _height in tiles.values()}) == REGENCIES
    assert {size for _x, _y, *size in tiles.values() for size in size} == {tiles["17.04"][2]}
    assert fills(page) == outlined
    expect(page.locator("svg.map .land")).to_have_count(0)
    expect(page.locator("svg.map .tile-names").get_by_text("Jateng")).to_be_visible()


def a_month_earlier_the_tiles_are_as_the_outlines(page: Page) -> None:
    slider(page).press("ArrowLeft")
    wait_for_address(page, period="2024-10")
    earlier = fills(page)
    choice(page, "Wilayah").check()
    wait_until_dropped(page, "shapes")
    assert drawn(page)["17.04"][2] != drawn(page)["17.04"][3]
    assert fills(page) == earlier


def test_a_link_opens_the_shapes_that_it_names_and_other_areas_keep_them(visit: Callable[..., Page]):
    page = visit("/peta", area="17", level="regency", shapes="tiles")
    wait_for_map(page)
    expect(page.locator('svg.map[data-shapes="tiles"]')).to_be_visible()
    expect(page.locator(".tile-names").get_by_text("Kaur")).to_be_visible()
    assert barriers(page) == []
    with page.expect_download() as saved:
        page.get_by_role("button", name="Unduh peta sebagai SVG").click()
    picture = saved.value.path().read_text("utf-8")
    assert re.search(r'<path d="M\d+ -?\d+h\d+v\d+h-\d+z" data-region="17\.04"', picture)
    region(page, "17.04").click()
    wait_for_address(page, region="17.04", shapes="tiles")
    assert address(page)["shapes"] == "tiles"


def test_without_motion_the_shapes_change_at_once(page: Page):
    page.emulate_media(reduced_motion="reduce")
    choice(page, "Lingkaran").check()
    wait_for_address(page, shapes="circles")
    assert choice(page, "Ubin").evaluate(AT_ONCE) == ["tiles", False]


def test_counts_are_circles_already(visit: Callable[..., Page]):
    page = visit("/peta", set="reported", area="17", indicator="active_participants", shapes="circles")
    wait_for_map(page)
    expect(page.get_by_text("Jumlah sudah digambar sebagai lingkaran menurut besarnya")).to_be_visible()
    expect(page.get_by_role("radiogroup", name="Bentuk di peta")).to_have_count(0)
