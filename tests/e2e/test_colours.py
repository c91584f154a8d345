"""Colours that carry figures or words: legible in both themes, and kept where the system forces its own."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from screen import follow_in_any_language, go, wait_for_map, wait_until_settled

CONTRAST = Path(__file__).with_name("contrast.js").read_text()
KAUR = {"set": "simulated", "area": "17", "period": "2024-11", "region": "17.04"}
WITH_CHART = ("/peringkat", "/tren", "/profil")
WITH_MAP = ("/", "/peta", "/desa-opd")
DECK = "/decks/view?set=simulated&area=17&level=regency&indicator=coverage&segment=all&period=2024-11&lang=id"
# What tells a figure by its colour, in an explorer, a scoreboard and a deck; then in a chart.
TELLING = ".swatch, .regions path, .ranking .bar, .ranking-list .bar, .sparkline, .series, .bar > *, .strip circle"
TELLING += ", .point path, path.point, path.js-line"
KEPT = """wanted => {
    const found = {};
    const look = (root) => { for (const node of root.querySelectorAll('*')) {
        if (node.shadowRoot) look(node.shadowRoot);
        if (!node.matches(wanted) || !node.checkVisibility()) continue;
        const { forcedColorAdjust, fill, backgroundColor, stroke } = getComputedStyle(node);
        const kind = node.classList[0] ?? node.parentNode.getAttribute('class') ?? node.tagName;
        const colour = node instanceof SVGElement ? (fill === 'none' ? stroke : fill) : backgroundColor;
        const { adjust, colours } = (found[kind] ??= { adjust: new Set(), colours: new Set() });
        adjust.add(forcedColorAdjust);
        colours.add(colour);
    } };
    look(document);
    const listed = Object.entries(found).map(([kind, { adjust, colours }]) => [kind, [[...adjust], [...colours]]]);
    return Object.fromEntries(listed); }"""
# A drawing's shapes keep theirs unasked.
KEEPING = {"none", "preserve-parent-color"}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_letters_are_legible_and_forced_colours_leave_those_that_carry_figures(
    theme: str, fresh_page: Callable[..., Page]
):
    page = fresh_page(color_scheme=theme)
    go(page, "/", **KAUR)
    for path in (*WITH_MAP, *WITH_CHART):
        follow_in_any_language(page, path)
        is_drawn(page, path)
        assert page.evaluate(CONTRAST) == [], path
        if theme == "light":
            forced_colours_leave_what_tells(page, path)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_letters_of_a_deck_are_legible(theme: str, visit: Callable[..., Page]):
    page = visit("/sumber", options={"color_scheme": theme})
    page.goto(DECK)
    for slide in ("key", "map", "extremes", "gap", "trend", "sources", "profile-17.04"):
        page.goto(f"{DECK}#{slide}")
        expect(page.locator(".slide:visible")).to_be_visible()
        assert page.evaluate(CONTRAST) == [], slide


def test_forced_colours_leave_those_of_a_decks_map(visit: Callable[..., Page]):
    page = visit("/sumber")
    page.goto(f"{DECK}#map")
    expect(page.locator(".slide:visible .swatch").first).to_be_visible()
    forced_colours_leave_what_tells(page, DECK)


def forced_colours_leave_what_tells(page: Page, path: str) -> None:
    """For each kind of mark on a page: how it takes forced colours, and the colours it has."""
    usual = page.evaluate(KEPT, TELLING)
    page.emulate_media(forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    forced = page.evaluate(KEPT, TELLING)
    page.emulate_media(forced_colors="none")
    assert usual, path
    assert forced.keys() == usual.keys(), path
    for kind, (adjust, colours) in forced.items():
        assert set(adjust) <= KEEPING, (path, kind)
        assert sorted(colours) == sorted(usual[kind][1]), (path, kind)


def is_drawn(page: Page, path: str) -> None:
    if path in WITH_MAP:
        wait_for_map(page)
        # The frame beside the map is fetched by itself, and may come after all else has settled.
        if path == "/desa-opd":
            expect(page.locator(".scoreboard .bar i").last).to_be_visible()
    elif path == "/peringkat":
        expect(page.locator(".ranking-list .bar").last).to_be_visible()
    else:
        expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
        expect(page.locator(".js-plotly-plot text").filter(has_text=re.compile(r"\S")).first).to_be_visible()
    wait_until_settled(page)
