"""A deck in the hands of somebody who never saw one: keys pressed fast, names hidden, a red dot left on."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from test_deck import VIEW, at, opened, press, slide_ids

# What the room sees and what a screen reader tells it; not the data behind it.
SEEN = """() => [document.title, document.querySelector('#stage').innerText,
    ...[...document.querySelectorAll('[aria-label], [title]')].map((one) => one.ariaLabel ?? one.title)].join(' ')"""


@pytest.fixture
def deck(fresh_page: Callable[..., Page]) -> Page:
    return opened(fresh_page(), VIEW)


def go_to(page: Page, slide: str) -> None:
    press(page, *str(slide_ids(page).index(slide) + 1), "Enter")
    at(page, slide)


def real_names(page: Page) -> list[str]:
    return page.evaluate("Object.values(JSON.parse(document.getElementById('deck').textContent).names)")


def test_enter_after_a_name_that_opened_by_itself_turns_no_slide(deck: Page):
    go_to(deck, "gap")
    deck.keyboard.type("lebong", delay=40)
    at(deck, "profile-17.07")
    press(deck, "Enter")
    at(deck, "profile-17.07")
    press(deck, "Escape")
    at(deck, "gap")
    press(deck, "Enter")
    at(deck, "trend")


def test_two_commands_in_a_row_are_two_commands_and_no_name(deck: Page):
    deck.mouse.move(300, 300)
    press(deck, "n", "l")
    expect(deck.locator(".veiled")).to_be_visible()
    expect(deck.locator(".laser")).to_be_visible()
    expect(deck.locator(".finder")).to_be_hidden()
    press(deck, "3", "Enter")
    at(deck, slide_ids(deck)[2])


def test_a_command_that_begins_no_name_acts_at_once(deck: Page):
    press(deck, "q")
    assert deck.locator(".audience").is_visible()


def test_a_slash_begins_a_name_that_begins_like_two_commands(deck: Page):
    press(deck, "/")
    deck.keyboard.type("b", delay=20)
    deck.wait_for_timeout(600)
    expect(deck.locator(".black")).to_be_hidden()
    expect(deck.locator(".finder li").first).to_contain_text("Bengkulu")


def test_names_that_are_hidden_are_not_told_by_the_finder(deck: Page):
    names = real_names(deck)
    press(deck, "n")
    deck.keyboard.type("kaur", delay=40)
    assert not [name for name in names if name in deck.evaluate(SEEN)]
    press(deck, "Escape")
    at(deck, "key")
    press(deck, "/")
    deck.keyboard.type("3", delay=40)
    expect(deck.locator(".finder li").first).to_have_text("Wilayah 3")
    press(deck, "Enter")
    expect(deck.locator(".slide.profile h1")).to_have_text("Wilayah 3")


def test_a_profile_shows_no_outline_while_names_are_hidden(deck: Page):
    go_to(deck, "profile-17.07")
    expect(deck.locator(".slide.profile .stage.small")).to_be_visible()
    press(deck, "n")
    expect(deck.locator(".slide.profile h1")).to_contain_text("Wilayah")
    expect(deck.locator(".slide.profile .stage.small")).to_have_count(0)
    assert deck.evaluate("!document.querySelector('.slide.profile .right').innerHTML.includes('17.07')")


def test_sources_give_no_hidden_name_away(fresh_page: Callable[..., Page]):
    page = opened(fresh_page(), "/decks/view?set=reported&area=17&period=2024-11")
    names = [name for name in real_names(page) if name in page.evaluate("document.getElementById('deck').textContent")]
    press(page, "n")
    for slide in slide_ids(page):
        go_to(page, slide)
        told = page.evaluate(SEEN)
        assert not [name for name in names if name in told], slide


def test_the_red_dot_waits_for_the_mouse_and_goes_with_escape(deck: Page):
    dot = deck.locator(".laser")
    press(deck, "l")
    deck.wait_for_timeout(500)
    expect(dot).to_be_hidden()
    deck.mouse.move(400, 300)
    expect(dot).to_be_visible()
    press(deck, "Escape")
    expect(dot).to_be_hidden()
    at(deck, "key")
    press(deck, "l")
    expect(dot).to_be_visible()
    press(deck, "?")
    expect(dot).to_be_hidden()
