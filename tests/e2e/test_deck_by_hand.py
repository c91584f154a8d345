"""A deck in the hands of somebody who never saw one: keys pressed fast, names hidden, a red dot left on."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from test_deck import SEEN, VIEW, at, go_to, opened, press, real_names, slide_ids


@pytest.fixture
def deck(fresh_page: Callable[..., Page]) -> Page:
    return opened(fresh_page(), VIEW)


def test_names_and_commands_that_are_typed_fast_are_told_apart(deck: Page):
    enter_after_a_name_that_opened_by_itself_turns_no_slide(deck)
    press(deck, "Home")
    a_slash_begins_a_name_that_begins_like_two_commands(deck)
    press(deck, "q")  # begins no name, and acts at once
    assert deck.locator(".audience").is_visible()
    press(deck, "Escape")
    two_commands_in_a_row_are_two_commands_and_no_name(deck)


def enter_after_a_name_that_opened_by_itself_turns_no_slide(deck: Page) -> None:
    go_to(deck, "gap")
    deck.keyboard.type("lebong", delay=40)
    at(deck, "profile-17.07")
    press(deck, "Enter")
    at(deck, "profile-17.07")
    press(deck, "Escape")
    at(deck, "gap")
    press(deck, "Enter")
    at(deck, "trend")


def a_slash_begins_a_name_that_begins_like_two_commands(deck: Page) -> None:
    press(deck, "/")
    deck.keyboard.type("b", delay=20)
    deck.wait_for_timeout(600)  # in which a b alone would have blanked the screen
    expect(deck.locator(".black")).to_be_hidden()
    expect(deck.locator(".finder li").first).to_contain_text("Bengkulu")
    press(deck, "Escape")
    expect(deck.locator(".finder")).to_be_hidden()


def two_commands_in_a_row_are_two_commands_and_no_name(deck: Page) -> None:
    deck.mouse.move(300, 300)
    press(deck, "n", "l")
    expect(deck.locator(".veiled")).to_be_visible()
    expect(deck.locator(".laser")).to_be_visible()
    expect(deck.locator(".finder")).to_be_hidden()
    press(deck, "3", "Enter")
    at(deck, slide_ids(deck)[2])


def test_the_red_dot_waits_for_the_mouse_and_hidden_names_are_told_by_nothing(deck: Page):
    the_red_dot_waits_for_the_mouse_and_goes_with_escape(deck)
    press(deck, "Escape")
    a_profile_shows_no_boundary_while_names_are_hidden(deck)
    press(deck, "Home")
    names_that_are_hidden_are_not_told_by_the_finder(deck)


def the_red_dot_waits_for_the_mouse_and_goes_with_escape(deck: Page) -> None:
    dot = deck.locator(".laser")
    press(deck, "l")
    deck.wait_for_timeout(500)  # until it is clear that no name follows
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


def a_profile_shows_no_boundary_while_names_are_hidden(deck: Page) -> None:
    go_to(deck, "profile-17.07")
    expect(deck.locator(".slide.profile .stage.small")).to_be_visible()
    press(deck, "n")
    expect(deck.locator(".slide.profile h1")).to_contain_text("Wilayah")
    expect(deck.locator(".slide.profile .stage.small")).to_have_count(0)
    assert deck.evaluate("!document.querySelector('.slide.profile .right').innerHTML.includes('17.07')")


def names_that_are_hidden_are_not_told_by_the_finder(deck: Page) -> None:
    """They are hidden when it is called."""
    names = real_names(deck)
    deck.keyboard.type("kaur", delay=40)
    assert not [name for name in names if name in deck.evaluate(SEEN)]
    press(deck, "Escape")
    at(deck, "key")
    press(deck, "/")
    deck.keyboard.type("3", delay=40)
    expect(deck.locator(".finder li").first).to_have_text("Wilayah 3")
    press(deck, "Enter")
    expect(deck.locator(".slide.profile h1")).to_have_text("Wilayah 3")
