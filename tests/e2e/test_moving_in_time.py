"""The slider and play: the map moves in the browser alone; only where it comes to rest is told to the server."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, WebSocket, expect
from screen import (
    SENTENCE,
    address,
    fills,
    go,
    picker,
    ranked,
    region,
    slider,
    tiles,
    wait_for_address,
    wait_for_map,
    wait_until_dropped,
)


class Traffic:
    """Everything that goes over the wire, from before the page is opened."""

    def __init__(self, page: Page) -> None:
        self.seen: list[str] = []
        page.on("request", lambda request: self.seen.append(request.url))
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", lambda _frame: self.seen.append("sent"))
        socket.on("framereceived", lambda _frame: self.seen.append("received"))


@pytest.fixture
def opened(fresh_page: Callable[..., Page]) -> tuple[Page, Traffic]:
    """Ringkasan of Bengkulu, November 2024, come to rest."""
    page = fresh_page()
    traffic = Traffic(page)
    # Circles and tiles come with the first idle moment, whenever that is.
    with page.expect_response("**/shapes.json"):
        go(page, "/")
        wait_for_map(page)
    wait_for_address(page, period="2024-11")
    page.wait_for_load_state("networkidle")
    return page, traffic


def drag_to(page: Page, share: float) -> None:
    """Take the slider's knob to a share of its length with the mouse held down, in small steps."""
    slider(page).scroll_into_view_if_needed()
    box = slider(page).bounding_box()
    assert box
    if not page.evaluate("window.held"):
        page.mouse.move(box["x"] + box["width"] - 4, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.evaluate("window.held = true")
    page.mouse.move(box["x"] + box["width"] * share, box["y"] + box["height"] / 2, steps=12)


def test_the_slider_moves_the_map_in_the_browser_alone_and_tells_where_it_rests(opened: tuple[Page, Traffic]):
    page, traffic = opened
    by_mouse_without_a_byte_until_it_is_let_go(page, traffic)
    page.go_back()
    wait_for_address(page, period="2024-11")
    expect(page.locator(SENTENCE)).to_contain_text("Pada November 2024")
    by_keyboard_and_back_undoes_it(page)


def by_mouse_without_a_byte_until_it_is_let_go(page: Page, traffic: Traffic) -> None:
    before = fills(page), ranked(page), page.locator(SENTENCE).inner_text()
    expect(chip(page)).to_have_count(0)
    traffic.seen.clear()

    drag_to(page, 0.5)
    assert moved_in_time(page, before)
    middle = fills(page)
    drag_to(page, 0.02)
    expect(page.locator(".timeline .period")).to_have_text("Maret 2021")
    assert fills(page) != middle
    panels_name_the_period_of_the_map(page)
    assert traffic.seen == []
    assert address(page)["period"] == "2024-11"
    assert page.locator(SENTENCE).inner_text() == before[-1]

    page.mouse.up()
    wait_for_address(page, period="2021-03")
    expect(page.locator(SENTENCE)).to_contain_text("Pada Maret 2021")
    expect(picker(page, "Periode")).to_have_value("Maret 2021")
    expect(tiles(page).first).not_to_contain_text("394.223")
    expect(region(page, "17.04")).to_have_accessible_name(re.compile(r"^Kaur: .*\u00a0%, Maret 2021$"))
    assert traffic.seen


def panels_name_the_period_of_the_map(page: Page) -> None:
    expect(chip(page).locator("visible=true").first).to_be_in_viewport()


def chip(page: Page) -> Locator:
    """What says, outside of the map, that the map has gone to March 2021."""
    return page.get_by_text("Maret 2021").and_(page.locator(":not(.timeline *):not(.explorer *)"))


def by_keyboard_and_back_undoes_it(page: Page) -> None:
    expect(region(page, "17.04")).to_have_accessible_name("Kaur: 75 %, November 2024")  # the map is back as well
    painted = fills(page)
    slider(page).focus()
    page.keyboard.press("Home")
    wait_for_address(page, period="2021-03")
    expect(slider(page)).to_have_attribute("aria-valuetext", "Maret 2021")
    expect(page.locator(SENTENCE)).to_contain_text("Pada Maret 2021")
    page.go_back()
    wait_for_address(page, period="2024-11")
    expect(slider(page)).to_have_attribute("aria-valuetext", "November 2024")
    expect(page.locator(SENTENCE)).to_contain_text("Pada November 2024")
    expect(region(page, "17.04")).to_have_accessible_name("Kaur: 75 %, November 2024")
    assert fills(page) == painted


def moved_in_time(page: Page, before: tuple[dict[str, str], list[str], str]) -> bool:
    now = fills(page), ranked(page)
    return all(new != old for new, old in zip(now, before, strict=False))


def test_play_runs_through_the_periods_in_the_browser_and_pause_tells_the_server(opened: tuple[Page, Traffic]):
    page, traffic = opened
    before = fills(page), ranked(page), page.locator(SENTENCE).inner_text()
    traffic.seen.clear()

    page.get_by_role("button", name="Putar").click()  # from the last period it starts anew
    expect(page.locator(".timeline .period")).to_have_text(re.compile("202[12]$"))
    assert moved_in_time(page, before)
    assert traffic.seen == []
    assert address(page)["period"] == "2024-11"

    page.get_by_role("button", name="Jeda").click()
    wait_until_dropped(page, "period", "2024-11")
    rested = address(page)["period"]
    assert "2021" < rested < "2024-11"
    wait_for_address(page, period=rested)
    said = page.locator(".timeline .period").inner_text()
    expect(page.locator(SENTENCE)).to_contain_text(f"Pada {said},")
    expect(picker(page, "Periode")).to_have_value(said)
