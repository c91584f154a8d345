"""The browser is allowed only what the pages need: no map, save or street map breaks a rule, and a script does.

That no page breaks one, test_every_page shows.
"""

from collections.abc import Callable

from complaints import Complaints
from outside import join_internet
from playwright.sync_api import Page, expect
from rules import broken_rules
from screen import follow, go, wait_for_map, wait_until_settled

# What the browser says of the two that are stopped on purpose; until then nothing may be said of the rules.
STOPPED = (r"^BROKEN script-src\S* inline", r"inline script .*Content Security Policy", r"https://example\.com/")


def test_maps_keep_the_rules_and_what_is_written_into_the_page_is_stopped_by_them(
    fresh_page: Callable[..., Page], complaints: Complaints
):
    page = fresh_page(accept_downloads=True)
    said = broken_rules(page)
    join_internet(page.context)
    go(page, "/peta")
    the_map_saves_itself(page)
    assert said == []
    the_street_map_runs_under_its_own_rules(page)
    assert said == []
    follow(page, "/sumber")
    assert said == []
    for message in STOPPED:
        complaints.expect(message)
    a_script_written_into_the_page_does_not_run(page, said)


def the_map_saves_itself(page: Page) -> None:
    wait_for_map(page)
    for name in ("SVG", "PNG"):
        with page.expect_download() as saved:
            page.get_by_role("button", name=name).click()
        assert saved.value.path().stat().st_size > 1000


def the_street_map_runs_under_its_own_rules(page: Page) -> None:
    page.get_by_test_id("stSidebar").get_by_role("link", name="Peta dasar", exact=True).click()
    expect(page.frame_locator("iframe").locator("#map_div")).to_be_attached()
    page.wait_for_load_state("networkidle")
    wait_until_settled(page)


def a_script_written_into_the_page_does_not_run(page: Page, said: list[str]) -> None:
    page.evaluate("""() => {
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(script);
    }""")
    assert page.evaluate("window.ran") is None
    assert any("script-src" in text for text in said)
    assert page.evaluate("() => fetch('https://example.com/').then(() => 'sent', () => 'stopped')") == "stopped"
    assert any("connect-src" in text for text in said)
