"""The meeting deck: by keys, by names, by hand on its map, and in two windows."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from screen import fills, slider

VIEW = "/decks/view?set=simulated&area=17"
SMALLEST = 27.9
# Everything with letters on a slide, with their height on the stage; the imprint below the rule is not read from afar.
LETTERS = """() => [...document.querySelectorAll('.slide *')]
    .filter((one) => !one.closest('footer') && one.getClientRects().length)
    .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
    .map((one) => [one, parseFloat(getComputedStyle(one).fontSize) * (one.getScreenCTM?.().a ?? 1)])
    .map(([one, size]) => [size, one.textContent.slice(0, 30)])"""
CUT = """() => [...document.querySelectorAll('.slide, .slide-body, .slide header, .left, .right, .sides, aside')]
    .filter((one) => one.scrollHeight > one.clientHeight + 6 || one.scrollWidth > one.clientWidth + 6)
    .map((one) => one.className)"""

# What the room sees and what a screen reader tells it; not the data behind it.
SEEN = """() => [document.title, document.querySelector('#stage').innerText,
    ...[...document.querySelectorAll('[aria-label], [title]')].map((one) => one.ariaLabel ?? one.title)].join(' ')"""


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    # A server that has just begun reads its tables first, and says so meanwhile.
    expect(page.locator("html[data-ready]")).to_be_attached(timeout=90_000)
    return page


def at(page: Page, slide: str) -> None:
    expect(page.locator(f'#stage > .screen [data-slide="{slide}"], .left [data-slide="{slide}"]')).to_be_visible()


def go_to(page: Page, slide: str) -> None:
    press(page, *str(slide_ids(page).index(slide) + 1), "Enter")
    at(page, slide)


def real_names(page: Page) -> list[str]:
    return page.evaluate("Object.values(JSON.parse(document.getElementById('deck').textContent).names)")


def slide_ids(page: Page) -> list[str]:
    return page.evaluate("JSON.parse(document.getElementById('deck').textContent).slides.map((one) => one.id)")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


@pytest.fixture
def deck(fresh_page: Callable[..., Page]) -> Page:
    return opened(fresh_page(), VIEW)


def test_the_keys_of_a_clicker_and_a_keyboard(deck: Page):
    ids = slide_ids(deck)
    at(deck, "key")
    for key, slide in [
        ("ArrowRight", ids[1]), ("PageDown", ids[2]), ("Space", ids[3]), ("ArrowLeft", ids[2]), ("PageUp", ids[1]),
        ("End", ids[-1]), ("ArrowRight", ids[-1]), ("Home", ids[0]), ("ArrowLeft", ids[0]),
    ]:  # fmt: skip
        press(deck, key)
        at(deck, slide)
    press(deck, "1", "2", "Enter")
    at(deck, ids[11])
    b_blanks_and_any_slide_comes_back(deck)
    profiles_are_counted_apart_from_the_slides(deck)
    help_promises_no_code_where_there_is_none(deck)
    press(deck, "f")
    expect(deck.locator("html:fullscreen")).to_be_attached()
    expect(deck.locator("nav.bar")).to_have_css("opacity", "0")


def b_blanks_and_any_slide_comes_back(deck: Page) -> None:
    black = deck.locator(".black")
    press(deck, "b")
    expect(black).to_be_visible()
    press(deck, "b")
    expect(black).to_be_hidden()
    press(deck, ".")
    expect(black).to_be_visible()
    press(deck, "ArrowRight")
    expect(black).to_be_hidden()


def profiles_are_counted_apart_from_the_slides(deck: Page) -> None:
    number = deck.locator("footer .number")
    press(deck, "Home")
    expect(number).to_have_text("1 / 8 + 10 profil: ketik nama")
    press(deck, "ArrowRight")
    expect(number).to_have_text("2 / 8 + 10 profil")
    go_to(deck, "profile-17.04")
    expect(number).to_contain_text("profil ")
    expect(number).to_contain_text(" dari 10")


def help_promises_no_code_where_there_is_none(deck: Page) -> None:
    press(deck, "?")
    expect(deck.locator(".help")).not_to_contain_text("kode")
    press(deck, "Escape", "q")
    expect(deck.locator(".audience")).to_contain_text("belum mempunyai alamat publik")
    press(deck, "Escape")


def test_a_name_opens_its_profile_and_what_begins_like_a_command_too(deck: Page):
    press(deck, "ArrowRight", "ArrowRight")
    for typed, slide in [("kaur", "profile-17.04"), ("lebong", "profile-17.07")]:
        deck.keyboard.type(typed, delay=40)
        deck.locator(f'[data-slide="{slide}"] .hero').wait_for()
        press(deck, "Escape")
        at(deck, "extremes")
    black = deck.locator(".black")
    deck.keyboard.type("bengkulu t", delay=60)
    expect(black).to_be_hidden()
    press(deck, "Enter")
    at(deck, "profile-17.09")
    # A slow b is a command, and taken back when a name follows.
    press(deck, "b")
    expect(black).to_be_visible()
    deck.keyboard.type("engkulu u", delay=40)
    expect(black).to_be_hidden()
    press(deck, "Enter")
    at(deck, "profile-17.03")


def test_the_map_lives_slider_hover_click_and_zoom_and_the_red_dot_points(deck: Page):
    press(deck, "ArrowRight")
    before = fills(deck)
    slider(deck).fill("0")
    expect(deck.locator(".timeline .period")).to_have_text("Maret 2021")
    assert fills(deck) != before
    expect(deck.locator(".slide .sentence")).not_to_contain_text("75\u00a0%")
    kaur = deck.locator('.regions path[data-region="17.04"]')
    kaur.hover()
    expect(deck.locator(".tooltip")).to_contain_text("Kaur")
    kaur.click()
    expect(deck.locator(".chosen .name")).to_have_text("Kaur")
    wide = deck.locator(".regions").evaluate("one => one.getBoundingClientRect().width")
    deck.get_by_role("button", name="Perbesar").click()
    assert deck.locator(".regions").evaluate("one => one.getBoundingClientRect().width") > 1.3 * wide
    # A click left no focus behind that would take the clicker's next key.
    press(deck, "ArrowRight")
    at(deck, "extremes")
    the_red_dot_follows_the_pointer_while_l_is_held(deck)


def the_red_dot_follows_the_pointer_while_l_is_held(deck: Page) -> None:
    dot = deck.locator(".laser")
    deck.keyboard.down("l")
    deck.mouse.move(500, 300)
    expect(dot).to_be_visible()
    box = dot.bounding_box()
    assert box and abs(box["x"] + box["width"] / 2 - 500) < 2
    deck.wait_for_timeout(700)  # longer than a tap, which would leave it on
    deck.keyboard.up("l")
    expect(dot).to_be_hidden()


def test_every_slide_is_legible_from_ten_metres_and_nothing_is_cut(deck: Page):
    heroes = set()
    for slide in slide_ids(deck):
        go_to(deck, slide)
        deck.wait_for_timeout(60)
        letters = deck.evaluate(LETTERS)
        assert not [one for one in letters if one[0] < SMALLEST], slide
        assert not deck.evaluate(CUT), slide
        if slide.startswith(("key", "profile")):
            assert max(size for size, _text in letters) >= 96
        if slide.startswith("profile"):
            heroes.add(deck.locator(".hero .figure-text").evaluate("(one) => getComputedStyle(one).fontSize"))
        expect(deck.locator(".slide footer")).to_contain_text("versi bawaan")
        expect(deck.locator(".slide .simulated")).to_have_text("SIMULASI")
    assert len(heroes) == 1  # every profile writes its figure in one size
    a_hidden_name_is_nowhere_on_the_screen(deck)


def a_hidden_name_is_nowhere_on_the_screen(deck: Page) -> None:
    names = real_names(deck)
    press(deck, "n", "Home")
    expect(deck.locator(".slide")).to_contain_text("Wilayah 1")
    for slide in slide_ids(deck):
        # Titles of sources are quoted as they were printed.
        if slide.startswith("sources"):
            continue
        go_to(deck, slide)
        deck.locator("[data-region]").first.hover() if slide == "map" else None
        text = deck.evaluate(SEEN)
        # The province itself, by whose name three regencies are called, is no secret.
        assert not [name for name in names if "Bengkulu" not in name and name in text], slide
        assert not [name for name in names if name.startswith(("Kota ", "Bengkulu ")) and name in text], slide
    press(deck, "Home", "n")
    expect(deck.locator(".slide")).to_contain_text("Kaur")


def test_two_windows_stay_in_step(deck: Page):
    with deck.expect_popup() as popup:
        press(deck, "p")
    in_step(deck, popup.value)


def in_step(deck: Page, presenter: Page) -> None:
    """The presenter's window leads and follows, tells the notes, and is found again after a reload of the first."""
    expect(presenter.locator(".presenter .notes")).to_contain_text("39\u00a0%")
    at(presenter, "key")
    expect(presenter.locator('.right [data-slide="map"]')).to_be_visible()
    press(presenter, "ArrowRight")
    at(deck, "map")
    press(deck, "ArrowRight")
    at(presenter, "extremes")
    presenter.keyboard.type("kaur", delay=40)
    at(deck, "profile-17.04")
    press(presenter, "b")
    expect(deck.locator(".black")).to_be_visible()
    press(deck, "b")
    expect(presenter.locator(".black")).to_be_hidden()
    deck.reload()
    at(deck, "profile-17.04")
    expect(presenter.locator(".timer")).to_have_text(re.compile(r"00:00:\d\d"))


def test_ticks_that_come_in_are_counted_at_once(fresh_page: Callable[..., Page]):
    page = fresh_page()
    ticks = {"villages_enrolled-all": {"17.03": [215, 215]}}
    page.route(re.compile("/decks/ticks"), lambda route: route.fulfill(json={"ticks": ticks}))
    opened(page, VIEW)
    go_to(page, "scoreboard-villages_enrolled-all")
    last = page.locator(".board li").last
    expect(last).to_contain_text("Bengkulu Utara")
    expect(last).to_contain_text("215 / 215")
    expect(last.locator(".live")).to_have_text("dicentang dalam rapat")
    # 67 of 215 were left of the dataset's 619; the sentence and the number beside it follow.
    expect(page.locator(".slide .sentence")).to_contain_text("471 belum. Sisa terbanyak di Mukomuko: 81.")
    expect(page.locator(".figure.big .figure-text").first).to_have_text("471")
