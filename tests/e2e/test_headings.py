"""Headings of what the walks through every page do not meet: a chosen region, Unggah, Versi, a deck in the making."""

from collections.abc import Callable

import pytest
from headings import SHOWN, are_in_order
from playwright.sync_api import Page, expect
from screen import wait_until_settled


@pytest.mark.parametrize(
    ("path", "said"),
    [("/profil", "Cakupan kepesertaan, Kaur"), ("/unggah", SHOWN["/unggah"]), ("/versi", SHOWN["/versi"])],
)
def test_headings_stand_in_order_below_one_that_says_what_is_shown(
    visit_office: Callable[..., Page], path: str, said: str
):
    are_in_order(visit_office(path, area="17", period="2024-11", region="17.04"), said)


def test_headings_of_a_deck_in_the_making_and_of_the_full_screen_stay_in_order(visit_office: Callable[..., Page]):
    page = visit_office("/rapat", area="17", period="2024-11")
    page.get_by_role("checkbox", name="Peta", exact=False).first.uncheck()
    expect(page.locator(".slides .away")).to_be_visible()
    wait_until_settled(page)
    are_in_order(page, SHOWN["/rapat"])
