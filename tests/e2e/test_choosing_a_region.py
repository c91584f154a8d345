"""A region by mouse, by keyboard and by name; nearer and farther by wheel, buttons, keys and drag."""

import math
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from screen import address, map_width, middle, region, wait_for_address, wait_for_map, wait_until_dropped

MOST_TABS = 60


@pytest.fixture
def page(visit: Callable[..., Page]) -> Page:
    """Peta of Bengkulu."""
    opened = visit("/peta")
    wait_for_map(opened)
    wait_for_address(opened, period="2024-11")
    return opened


def focused(page: Page) -> str | None:
    """The region that has the keyboard's focus, looked for inside shadow roots too."""
    return page.evaluate(
        """() => { let at = document.activeElement;
            while (at?.shadowRoot) at = at.shadowRoot.activeElement;
            return at?.dataset?.region ?? null; }"""
    )


def test_a_region_is_chosen_by_mouse_from_the_list_and_let_go(page: Page):
    under_the_pointer_it_tells_its_counts_its_status_and_its_course(page)
    a_click_selects_it_and_another_lets_it_go(page)
    back_lets_it_go(page)
    a_name_in_the_list_selects_it(page)


def under_the_pointer_it_tells_its_counts_its_status_and_its_course(page: Page) -> None:
    region(page, "17.09").hover()
    told = page.locator(".tooltip")
    expect(told).to_contain_text("Bengkulu Tengah")
    expect(told).to_contain_text("29,0 %")
    expect(told).to_contain_text(re.compile(r"[\d.]+ dari [\d.]+ pekerja eligible"))
    expect(told).to_contain_text("simulasi")
    expect(told.locator(".sparkline path")).to_be_visible()
    region(page, "17.04").hover()
    expect(told).to_contain_text("persen dari pers, jumlah simulasi")
    expect(told).to_contain_text("Sumber: Jarrakpos.com")
    page.mouse.move(5, 5)
    expect(told).to_be_hidden()


def a_click_selects_it_and_another_lets_it_go(page: Page) -> None:
    region(page, "17.04").click()
    wait_for_address(page, region="17.04")
    expect(region(page, "17.04")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("status").filter(has_text="Kaur")).to_be_visible()
    region(page, "17.04").click()
    wait_until_dropped(page, "region")
    expect(page.locator("path[aria-pressed]")).to_have_count(0)


def back_lets_it_go(page: Page) -> None:
    region(page, "17.04").click()
    wait_for_address(page, region="17.04")
    page.go_back()
    wait_until_dropped(page, "region")
    expect(page.locator("path[aria-pressed]")).to_have_count(0)


def a_name_in_the_list_selects_it(page: Page) -> None:
    page.locator('[data-rank="highest"]').get_by_role("button", name="Lebong").last.click()
    wait_for_address(page, region="17.07")
    expect(region(page, "17.07")).to_have_attribute("aria-pressed", "true")


def test_the_map_is_walked_by_keyboard_and_zoomed_and_dragged_by_mouse(page: Page):
    it_is_reached_walked_and_used_by_keyboard_alone(page)
    page.keyboard.press("Enter")
    wait_until_dropped(page, "region")
    wheel_and_buttons_zoom_and_a_drag_pans_without_selecting(page)
    zoom_outlives_an_answer_of_the_server(page)
    page.get_by_role("button", name="Seluruh daerah").click()
    a_name_typed_into_the_search_zooms_to_its_region_and_selects_it(page)


def it_is_reached_walked_and_used_by_keyboard_alone(page: Page) -> None:
    home = map_width(page)
    for _press in range(MOST_TABS):
        page.keyboard.press("Tab")
        if focused(page):
            break
    assert focused(page) == "17.01"
    expect(page.locator(".tooltip")).to_contain_text("Bengkulu Selatan")
    page.keyboard.press("ArrowRight")
    assert focused(page) == "17.04"  # Kaur lies east of Bengkulu Selatan
    expect(page.locator(".tooltip")).to_contain_text("75 %")

    page.keyboard.press("+")
    page.keyboard.press("+")
    assert map_width(page) / home == pytest.approx(1.5 * 1.5, rel=0.01)
    page.keyboard.press("-")
    assert map_width(page) / home == pytest.approx(1.5, rel=0.01)
    page.keyboard.press("0")
    assert map_width(page) == pytest.approx(home, rel=0.01)

    page.keyboard.press("Enter")
    wait_for_address(page, region="17.04")
    expect(region(page, "17.04")).to_have_attribute("aria-pressed", "true")
    assert focused(page) == "17.04"  # the server's answer must not take the focus away


def wheel_and_buttons_zoom_and_a_drag_pans_without_selecting(page: Page) -> None:
    home = map_width(page)
    page.get_by_role("button", name="Perbesar").click()
    assert map_width(page) / home == pytest.approx(1.6, rel=0.01)
    page.get_by_role("button", name="Perkecil").click()
    assert map_width(page) == pytest.approx(home, rel=0.01)

    x, y = middle(region(page, "17.09"))
    page.mouse.move(x, y)
    page.mouse.wheel(0, -400)
    expect(page.locator("svg.map")).to_have_class(re.compile("zoomed"))
    assert map_width(page) / home == pytest.approx(math.exp(0.002 * 400), rel=0.01)
    assert middle(region(page, "17.09")) == pytest.approx((x, y), abs=3)  # what lies under the pointer stays under it

    page.mouse.down()
    page.mouse.move(x - 80, y - 40, steps=8)
    page.mouse.up()
    expect(page.locator("path[aria-pressed]")).to_have_count(0)
    assert middle(region(page, "17.09")) == pytest.approx((x - 80, y - 40), abs=6)
    page.get_by_role("button", name="Seluruh daerah").click()
    assert map_width(page) == pytest.approx(home, rel=0.01)
    assert "region" not in address(page)


def zoom_outlives_an_answer_of_the_server(page: Page) -> None:
    home = map_width(page)
    page.get_by_role("button", name="Perbesar").click()
    region(page, "17.09").click()
    wait_for_address(page, region="17.09")
    assert map_width(page) / home == pytest.approx(1.6, rel=0.01)


def a_name_typed_into_the_search_zooms_to_its_region_and_selects_it(page: Page) -> None:
    home = map_width(page)
    box = page.get_by_placeholder("Cari wilayah")
    box.fill("atlantis")
    box.press("Enter")
    expect(page.get_by_text("Tidak ada wilayah bernama “atlantis”.")).to_be_visible()
    box.fill("kepah")
    box.press("Enter")
    wait_for_address(page, region="17.08")
    expect(region(page, "17.08")).to_have_attribute("aria-pressed", "true")
    assert map_width(page) > 1.5 * home
    assert inside(page, middle(region(page, "17.08")))


def inside(page: Page, point: tuple[float, float]) -> bool:
    box = page.locator("svg.map").bounding_box()
    assert box
    return 0 < point[0] - box["x"] < box["width"] and 0 < point[1] - box["y"] < box["height"]
