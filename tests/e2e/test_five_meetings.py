"""The five meetings, each opened cold from its link."""

from collections.abc import Callable

import pytest
from meetings import PROGRAMMES, WORDS, readme_links, subject
from playwright.sync_api import Page, expect
from screen import address, follow, wait_for_address, wait_for_map

LINKS = readme_links()
SCREENS = [link for link in LINKS if not link.startswith("/sumber")]


def test_the_readme_lists_a_link_for_every_meeting():
    assert {subject(link)[0] for link in SCREENS} == {area for area, _indicator in WORDS}


@pytest.mark.parametrize("link", SCREENS, ids=lambda link: "-".join(subject(link)))
def test_the_link_of_a_meeting_shows_its_figures(visit: Callable[..., Page], link: str):
    page = visit(link)
    area, indicator = subject(link)
    wait_for_address(page, set="reported", area=area, indicator=indicator)
    wait_for_map(page)
    expect(page.get_by_test_id("stAlert")).to_have_count(0)
    assert asked(link).items() <= address(page).items()
    expect(page.get_by_text("SIMULASI")).to_have_count(0)
    for words in WORDS[area, indicator]:
        expect(page.get_by_test_id("stMain")).to_contain_text(words)


def asked(link: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in link.split("?")[1].split("&"))


def test_dharmasraya_has_the_five_programmes_beside_it(visit: Callable[..., Page]):
    page = visit("/?set=reported&area=13&indicator=death_benefit_paid&segment=all&period=2022-09")
    follow(page, "/sumber")
    page.get_by_role("tab", name="Program", exact=True).click()
    shown = page.get_by_role("tabpanel").locator("visible=true")
    for programme in PROGRAMMES:
        expect(shown.get_by_text(programme).first).to_be_visible()
    expect(shown.get_by_text("42 juta").first).to_be_visible()  # the death benefit that three heirs received
