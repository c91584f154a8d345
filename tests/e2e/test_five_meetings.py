"""The five meetings, each opened cold from its link."""

from collections.abc import Callable

from meetings import PROGRAMMES, WORDS, readme_links, subject
from playwright.sync_api import Page, expect
from screen import address, follow, go, wait_for_address, wait_for_map

LINKS = readme_links()
SCREENS = [link for link in LINKS if not link.startswith("/sumber")]


def test_the_readme_lists_a_link_for_every_meeting():
    assert {subject(link)[0] for link in SCREENS} == {area for area, _indicator in WORDS}


def test_the_link_of_each_meeting_opens_cold_on_its_figures(fresh_page: Callable[..., Page]):
    page = fresh_page()
    for link in SCREENS:
        go(page, link)
        shows_the_figures_of_its_meeting(page, link)
        if subject(link) == ("13", "death_benefit_paid"):
            the_five_programmes_stand_beside_it(page)


def shows_the_figures_of_its_meeting(page: Page, link: str) -> None:
    area, indicator = subject(link)
    wait_for_address(page, set="reported", area=area, indicator=indicator)
    wait_for_map(page)
    expect(page.get_by_test_id("stAlert")).to_have_count(0)
    assert asked(link).items() <= address(page).items()
    expect(page.get_by_text("SIMULASI", exact=True)).to_have_count(0)
    for words in WORDS[area, indicator]:
        expect(page.get_by_test_id("stMain")).to_contain_text(words)


def asked(link: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in link.split("?")[1].split("&"))


def the_five_programmes_stand_beside_it(page: Page) -> None:
    follow(page, "/sumber")
    page.get_by_role("tab", name="Program", exact=True).click()
    shown = page.get_by_role("tabpanel").locator("visible=true")
    for programme in PROGRAMMES:
        expect(shown.get_by_text(programme).first).to_be_visible()
    expect(shown.get_by_text("42 juta").first).to_be_visible()  # the death benefit that three heirs received
