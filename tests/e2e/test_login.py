"""Login, role and logout in a browser, against an OpenID Connect provider on this machine."""

from collections.abc import Callable, Iterator

import pytest
from guarded import Guarded, guarded_server
from outside import cut_internet
from playwright.sync_api import Browser, Page, expect
from screen import wait_until_settled


@pytest.fixture(scope="module")
def guarded(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    assert browser.is_connected()
    with guarded_server(tmp_path_factory.mktemp("guarded")) as started:
        yield started


@pytest.fixture
def log_in(browser: Browser, guarded: Guarded) -> Iterator[Callable[[str], Page]]:
    """Log in as somebody, in a browser of their own."""
    contexts = []

    def logged_in(address: str) -> Page:
        context = browser.new_context(base_url=guarded.address)
        contexts.append(context)
        cut_internet(context)
        page = context.new_page()
        page.goto("/sumber")
        wait_until_settled(page)
        sidebar(page).get_by_role("button", name="Masuk").click()
        page.get_by_label("E-mail").fill(address)
        page.get_by_role("button", name="Continue").click()
        page.wait_for_url(f"{guarded.address}/**")
        wait_until_settled(page)
        return page

    yield logged_in
    for context in contexts:
        context.close()


def sidebar(page: Page):
    return page.get_by_test_id("stSidebar")


@pytest.mark.parametrize(
    ("address", "role"),
    [
        ("puji@example.go.id", "penerbit"),
        ("ana@example.go.id", "analis"),
        ("Vina@Example.go.id", "pembaca"),
        ("siapa@example.com", "tanpa peran"),
    ],
)
def test_who_logs_in_sees_their_address_and_role(log_in, address, role):
    page = log_in(address)
    expect(sidebar(page).get_by_text(f"{address} · {role}")).to_be_visible()
    expect(sidebar(page).get_by_role("button", name="Masuk")).to_have_count(0)


def test_after_logout_nobody_is_logged_in_here_and_at_the_provider(log_in, guarded):
    page = log_in("ana@example.go.id")
    before = len(guarded.provider.ended)
    sidebar(page).get_by_role("button", name="Keluar").click()
    expect(sidebar(page).get_by_role("button", name="Masuk")).to_be_visible()
    expect(page.get_by_text("ana@example.go.id")).to_have_count(0)
    assert len(guarded.provider.ended) == before + 1
    names = [cookie["name"] for cookie in page.context.cookies()]
    assert not [name for name in names if name.startswith("_streamlit_user")]


def test_a_role_taken_away_is_gone_at_the_next_run(log_in, guarded):
    page = log_in("ana@example.go.id")
    before = guarded.roles.read_text()
    guarded.roles.write_text("[roles]\n")
    try:
        page.reload()
        expect(sidebar(page).get_by_text("ana@example.go.id · tanpa peran")).to_be_visible()
    finally:
        guarded.roles.write_text(before)


def test_an_address_that_its_provider_calls_unverified_is_nobody(log_in, guarded):
    guarded.provider.verified = False
    try:
        page = log_in("puji@example.go.id")
        expect(sidebar(page).get_by_text("tidak membawa alamat surel yang terverifikasi")).to_be_visible()
        expect(page.get_by_text("puji@example.go.id")).to_have_count(0)
        expect(sidebar(page).get_by_role("button", name="Keluar")).to_be_visible()
    finally:
        guarded.provider.verified = True


def test_where_no_login_is_configured_there_is_no_button(visit):
    page = visit("/sumber")
    expect(sidebar(page).get_by_text("Bahasa")).to_be_visible()
    expect(sidebar(page).get_by_role("button", name="Masuk")).to_have_count(0)
