"""The browser is allowed only what the pages need: no page, chart, map or download breaks a rule of its policy."""

from collections.abc import Callable

import pytest
from outside import join_internet
from playwright.sync_api import Page, expect
from screen import PAGES, go, wait_for_map, wait_until_settled

BROKEN = """addEventListener('securitypolicyviolation', (event) => console.error(
    `BROKEN ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))"""


@pytest.fixture
def watched(fresh_page: Callable[..., Page]) -> Callable[[], tuple[Page, list[str]]]:
    """A blank page, and the list of what its console will say of broken rules."""

    def opened() -> tuple[Page, list[str]]:
        page = fresh_page(accept_downloads=True)
        said: list[str] = []
        page.add_init_script(BROKEN)
        page.on("console", lambda message: said.append(message.text) if is_of_rules(message.text) else None)
        return page, said

    return opened


def is_of_rules(text: str) -> bool:
    return "BROKEN" in text or "Content Security Policy" in text or "Permissions-Policy" in text


@pytest.mark.parametrize("path", PAGES)
def test_no_page_breaks_a_rule(watched, path):
    page, said = watched()
    go(page, path)
    expect(page.get_by_text(PAGES[path][1]).first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert said == []


def test_the_street_map_runs_under_its_own_rules(watched):
    page, said = watched()
    join_internet(page.context)
    go(page, "/peta-dasar")
    frame = page.frame_locator("iframe")
    expect(frame.locator("#map_div")).to_be_attached()
    page.wait_for_load_state("networkidle")
    wait_until_settled(page)
    assert said == []


def test_the_map_saves_itself_under_the_rules(watched):
    page, said = watched()
    go(page, "/peta")
    wait_for_map(page)
    for name in ("SVG", "PNG"):
        with page.expect_download() as saved:
            page.get_by_role("button", name=name).click()
        assert saved.value.path().stat().st_size > 1000
    assert said == []


def test_a_script_written_into_the_page_does_not_run(watched):
    page, said = watched()
    go(page, "/sumber")
    page.evaluate("""() => {
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(script);
    }""")
    assert page.evaluate("window.ran") is None
    assert any("script-src" in text for text in said)
    assert page.evaluate("() => fetch('https://example.com/').then(() => 'sent', () => 'stopped')") == "stopped"
    assert any("connect-src" in text for text in said)
