"""Peta dasar: the one page that needs the internet, with and without it."""

import base64
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from screen import go, wait_for_map

SENTENCE = "Peta dasar memerlukan internet, dan peramban ini tidak dapat menjangkaunya."
AT_MOST_MS = 3_000
OUTSIDE = re.compile(r"^https://")
# A map library that takes every call and does nothing: the frame is tried here, not Leaflet.
LIBRARY = """(() => { const any = new Proxy(function () {}, {
    get: (_target, name) => (name === Symbol.toPrimitive ? () => '' : any), apply: () => any, construct: () => any });
    for (const name of ['L', '$', 'jQuery', 'bootstrap']) window[name] ??= any; })()"""
TILE = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==")


def join_internet(context: BrowserContext) -> None:
    """Let the outside world answer with stand-ins."""

    def answer(route: Route) -> None:
        kinds = {"script": (LIBRARY, "text/javascript"), "stylesheet": ("", "text/css")}
        body, kind = kinds.get(route.request.resource_type, (TILE, "image/png"))
        route.fulfill(body=body, content_type=kind, headers={"access-control-allow-origin": "*"})

    context.route(OUTSIDE, answer)


def lose_every_packet(context: BrowserContext) -> None:
    """A line that never answers, as in a hotel: worse than one that is cut."""
    context.route(OUTSIDE, lambda _route: None)


@pytest.mark.parametrize("silent", [False, True], ids=["cut", "silent"])
def test_without_internet_a_sentence_leads_to_the_map_within_three_seconds(visit: Callable[..., Page], silent: bool):
    page = visit("/sumber", area="76", indicator="villages_enrolled", period="2022-11")
    if silent:
        lose_every_packet(page.context)
    page.get_by_test_id("stSidebar").get_by_role("link", name="Peta dasar", exact=True).click()
    page.wait_for_url("**/peta-dasar?**")
    expect(page.get_by_text(SENTENCE)).to_be_visible(timeout=AT_MOST_MS)
    expect(page.locator("iframe")).to_have_count(0)
    page.get_by_role("link", name="Buka peta tanpa internet").click()
    page.wait_for_url("**/peta?**area=76**period=2022-11**")
    wait_for_map(page)


def test_with_internet_the_street_map_is_mounted(fresh_page: Callable[..., Page]):
    page = fresh_page()
    join_internet(page.context)
    go(page, "/peta-dasar")
    assert frame_height(page) > 400
    expect(page.get_by_text(SENTENCE)).to_have_count(0)


def test_the_street_map_comes_when_the_internet_comes_back(visit: Callable[..., Page]):
    page = visit("/peta-dasar")
    expect(page.get_by_text(SENTENCE)).to_be_visible()
    join_internet(page.context)
    page.get_by_role("button", name="Coba lagi").click()
    assert frame_height(page) > 400
    expect(page.get_by_text(SENTENCE)).to_have_count(0)


def frame_height(page: Page) -> float:
    frame = page.locator("iframe")
    expect(frame).to_be_visible()
    box = frame.bounding_box()
    assert box
    return box["height"]
