"""Peta dasar: the one page that needs the internet, with and without it."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from outside import HERE, OUTSIDE, join_internet, lose_every_packet, replace_frame
from playwright.sync_api import Page, Request, expect
from screen import go, has_all_around_it, wait_for_address, wait_for_map, wait_until_dropped

SENTENCE = "Peta dasar memerlukan internet, dan peramban ini tidak dapat menjangkaunya."
TILES = "tile.openstreetmap.org"


@pytest.mark.parametrize("silent", [False, True], ids=["cut", "silent"])
def test_without_internet_a_sentence_leads_to_the_map(visit: Callable[..., Page], silent: bool):
    page = visit("/sumber", area="76", indicator="villages_enrolled", period="2022-11")
    if silent:
        lose_every_packet(page.context)
    page.get_by_role("link", name="Peta dasar", exact=True).click()
    page.wait_for_url("**/peta-dasar?**")
    expect(page.get_by_text(SENTENCE)).to_be_visible()
    expect(page.locator("iframe")).to_have_count(0)
    page.get_by_role("link", name="Buka peta tanpa internet").click()
    page.wait_for_url("**/peta?**area=76**period=2022-11**")
    wait_for_map(page)


@pytest.mark.parametrize("silent", [False, True], ids=["cut", "silent"])
def test_one_question_is_enough_to_know_that_there_is_no_internet(fresh_page: Callable[..., Page], silent: bool):
    page = fresh_page()
    if silent:
        lose_every_packet(page.context)
    asked = asked_outside(page)
    go(page, "/peta-dasar")
    expect(page.get_by_text(SENTENCE)).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert asked == [TILES]
    with page.expect_request(lambda request: TILES in request.url):
        page.get_by_role("button", name="Coba lagi").click()
    expect(page.get_by_text(SENTENCE)).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert asked == [TILES, TILES]


def asked_outside(page: Page) -> list[str]:
    """The hosts beyond this machine that the page asks from now on, in order, answered or not."""
    asked: list[str] = []

    def note(request: Request) -> None:
        host = urlsplit(request.url).hostname or ""
        if OUTSIDE.match(request.url) and host not in HERE:
            asked.append(host)

    page.context.on("request", note)
    return asked


def test_with_internet_the_street_map_is_mounted(fresh_page: Callable[..., Page]):
    page = fresh_page()
    join_internet(page.context)
    go(page, "/peta-dasar")
    assert frame_height(page) > 400
    expect(page.get_by_text(SENTENCE)).to_have_count(0)


def test_the_street_map_comes_when_the_internet_comes_back(visit: Callable[..., Page]):
    page = visit("/peta-dasar")
    expect(page.get_by_text(SENTENCE)).to_be_visible()
    page.wait_for_load_state("networkidle")  # an answer to the first asking must not bring the map unasked
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


def test_a_click_on_the_street_map_selects_and_its_chart_does_not_stand_alone(fresh_page: Callable[..., Page]):
    page = fresh_page()
    join_internet(page.context)
    replace_frame(page.context)
    go(page, "/peta-dasar")
    has_all_around_it(page)
    page.frame_locator("iframe").get_by_role("button", name="Kaur").click()
    wait_for_address(page, region="17.04")
    page.go_back()
    wait_until_dropped(page, "region")
