"""No text is cut and none lies on another: every slide, on machines with other fonts, on laptop, wall and telephone."""

import os
import re
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import shapely
from conftest import FLAGS, Server, find_chromium
from machines import MACHINES, fonts_of
from outside import cut_internet
from playwright.sync_api import Browser, Page, expect
from screen import go, wait_for_map
from test_deck import go_to, opened, slide_ids

# A statement in its file, an expression where it is called.
LAYOUT = Path(__file__).with_name("layout.js").read_text().rstrip().removesuffix(";")
SIZES = {"laptop": (1366, 768), "wall": (1920, 1080), "telephone": (390, 844)}
DECKS = {
    "Bengkulu": "set=reported&area=17&period=2024-11",
    "Dharmasraya": "set=reported&area=13&indicator=death_benefit_paid&period=2022-09",
    "Merauke": "set=reported&area=93&indicator=villages_enrolled&segment=village_apparatus&period=2023-04",
    "Simulasi": "set=simulated&area=17",
}
TICKS = {"villages_enrolled-all": {f"17.0{n}": [100, 215] for n in range(1, 10)}}
# How many regions each name on a map stands on, by points along it.
GROUNDS = """() => {
    const roots = [...document.querySelectorAll('*')].map((one) => one.shadowRoot).filter(Boolean);
    const map = roots.map((root) => root.querySelector('svg.map')).find(Boolean);
    const paths = [...map.querySelectorAll('.regions path')];
    const on = (x, y) => paths.filter((path) => {
        const at = new DOMPoint(x, y).matrixTransform(path.getScreenCTM().inverse());
        return path.isPointInFill(at);
    });
    return [...map.querySelectorAll('.labels .name')].map((name) => {
        const { left, right, top, bottom } = name.getBoundingClientRect();
        const points = [0.05, 0.5, 0.95].map((part) => left + part * (right - left));
        return [name.textContent, new Set(points.flatMap((x) => on(x, (top + bottom) / 2))).size];
    });
}"""
# Profiles are of one kind: the first few show what all do.
MOST = 14


@pytest.fixture(scope="module", params=MACHINES)
def machine(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """A browser that finds the fonts of another machine."""
    fonts = fonts_of(request.param, tmp_path_factory.mktemp("fonts"))
    if not fonts:
        reason = f"the fonts of {request.param} are not installed: see .ci/run"
        (pytest.fail if os.environ.get("REQUIRE_BROWSER") == "1" else pytest.skip)(reason)
    launched = browser.browser_type.launch(executable_path=find_chromium(), args=FLAGS, env=os.environ | fonts)
    yield launched
    launched.close()


@pytest.fixture
def sized(machine: Browser, server: Server) -> Iterator[Callable[[str], Page]]:
    """A page of that browser in one of the sizes."""
    contexts = []

    def page(size: str) -> Page:
        width, height = SIZES[size]
        hand = {"is_mobile": True, "has_touch": True} if size == "telephone" else {}
        contexts.append(
            machine.new_context(base_url=server.address, viewport={"width": width, "height": height}, **hand)
        )
        cut_internet(contexts[-1])
        return contexts[-1].new_page()

    yield page
    for context in contexts:
        context.close()


def wrong(page: Page) -> list[str]:
    page.evaluate("document.fonts.ready.then(() => true)")
    return page.evaluate(f"({LAYOUT})(document.body)")


def wrong_on_slides(page: Page) -> dict[str, list[str]]:
    found = {}
    for slide in slide_ids(page)[:MOST]:
        go_to(page, slide)
        found[slide] = wrong(page)
    return {slide: texts for slide, texts in found.items() if texts}


@pytest.mark.parametrize("deck", DECKS)
def test_texts_of_a_deck_stand_whole_and_apart(sized: Callable[[str], Page], deck: str):
    found = {}
    for size in SIZES:
        page = opened(sized(size), f"/decks/view?{DECKS[deck]}")
        assert page.evaluate("document.fonts.check('28px Arimo')")
        found[size] = wrong_on_slides(page)
    assert {size: slides for size, slides in found.items() if slides} == {}


def test_the_board_has_room_for_the_note_of_what_was_ticked(sized: Callable[[str], Page]):
    for size in SIZES:
        page = sized(size)
        page.route("**/decks/ticks*", lambda route: route.fulfill(json={"ticks": TICKS}))
        opened(page, f"/decks/view?{DECKS['Simulasi']}")
        go_to(page, "scoreboard-villages_enrolled-all")
        expect(page.locator(".live-legend")).to_be_visible()
        assert (size, wrong(page)) == (size, [])


@pytest.mark.parametrize("area", ["17", "35", "91"])
def test_names_on_peta_stand_whole_and_apart(sized: Callable[[str], Page], area: str):
    page = sized("laptop")
    go(page, "/peta", set="simulated", area=area)
    wait_for_map(page)
    labels = page.locator("svg.map .labels text")
    expect(labels.first).to_be_attached()
    boxes = labels.evaluate_all("all => all.map((one) => one.getBoundingClientRect().toJSON())")
    pairs = [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :] if lie_on_each_other(a, b)]
    assert (len(boxes) > 1, pairs) == (True, [])
    assert [name for name in page.evaluate(GROUNDS) if name[1] > 1] == []
    assert crossing(page) == []


@pytest.mark.parametrize(("area", "regions"), [("17", 10), ("13", 19), ("21", 7), ("31", 6), ("96", 6)])
def test_every_region_of_a_province_of_up_to_twenty_is_named_with_its_figure(
    sized: Callable[[str], Page], area: str, regions: int
):
    page = sized("laptop")
    go(page, "/peta", set="simulated", area=area)
    wait_for_map(page)
    expect(page.locator("path[data-region]")).to_have_count(regions)
    labels = page.locator("svg.map .labels text")
    expect(labels).to_have_count(regions)
    assert not [text for text in labels.all_text_contents() if not re.match(r"\d+(,\d+)? \w", text)]
    assert crossing(page) == []


def crossing(page: Page) -> list[tuple[str, str]]:
    """Pairs of lines back to their regions that cross."""
    drawn = page.locator("svg.map .labels .leader").evaluate_all("all => all.map((one) => one.getAttribute('d'))")
    lines = {d: shapely.LineString(np.array(re.findall(r"-?[\d.]+", d), dtype=float).reshape(2, 2)) for d in drawn}
    return [(one, other) for one, other in combinations(drawn, 2) if lines[one].crosses(lines[other])]


def lie_on_each_other(one: dict[str, float], other: dict[str, float]) -> bool:
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return across > 1 and down > 6


def test_a_page_fetches_one_typeface_once_and_on_paper_the_menu_is_gone(sized: Callable[[str], Page]):
    page = sized("laptop")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    go(page, "/", set="reported", area="17")
    fonts = [name for name in asked if name.endswith(".woff2") and "MaterialSymbols" not in name]
    assert fonts == ["Arimo.woff2"]
    assert page.locator("h2").first.evaluate("one => getComputedStyle(one).fontFamily").startswith("Arimo")
    page.emulate_media(media="print")
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
