"""Login, role and logout in a browser, against an OpenID Connect provider on this machine."""

import time
from collections.abc import Iterator

import pytest
from guarded import COOKIE_SECRET, Guarded, guarded_server
from outside import cut_internet
from playwright.sync_api import Browser, Locator, Page, expect
from screen import wait_until_settled
from visitor import ask, login_cookies

from data.bundled import load_bundled
from data.store.decks import KeptDeck, decks, keep_deck
from data.store.drafts import Meets, save_draft
from data.store.roles import User
from data.store.versions import Upload

BEING_BUILT = 202
ANA = "ana@example.go.id"
TITLES = {"publisher": "penerbit", "viewer": "pembaca", "admin": "administrator", "": "tanpa peran"}


@pytest.fixture(scope="module")
def guarded(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    assert browser.is_connected()
    with guarded_server(tmp_path_factory.mktemp("guarded")) as started:
        yield started


@pytest.fixture
def page(browser: Browser, guarded: Guarded) -> Iterator[Page]:
    """Where nobody is logged in yet, in a browser of its own."""
    context = browser.new_context(base_url=guarded.address)
    cut_internet(context)
    page = context.new_page()
    page.goto("/sumber")
    wait_until_settled(page)
    yield page
    context.close()


def sidebar(page: Page) -> Locator:
    return page.get_by_test_id("stSidebar")


def log_in(page: Page, guarded: Guarded, address: str) -> None:
    sidebar(page).get_by_role("button", name="Masuk").click()
    page.get_by_label("E-mail").fill(address)
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url(f"{guarded.address}/**")
    wait_until_settled(page)


def a_role_given_or_taken_away_counts_at_the_next_run(page: Page, guarded: Guarded, address: str) -> None:
    for role, title in TITLES.items():
        guarded.roles.write_text(f'[roles]\n"{ANA}" = "{role}"\n' if role else "[roles]\n")
        sidebar(page).get_by_role("link", name="Sumber", exact=True).click()
        expect(sidebar(page).get_by_text(f"{address} · {title}")).to_be_visible()


def after_logout_nobody_is_logged_in_here_and_at_the_provider(page: Page, guarded: Guarded, address: str) -> None:
    before = len(guarded.provider.ended)
    sidebar(page).get_by_role("button", name="Keluar").click()
    expect(sidebar(page).get_by_role("button", name="Masuk")).to_be_visible()
    expect(page.get_by_text(address)).to_have_count(0)
    assert len(guarded.provider.ended) == before + 1
    names = [cookie["name"] for cookie in page.context.cookies()]
    assert not [name for name in names if name.startswith("_streamlit_user")]


def test_who_logs_in_sees_their_address_and_role_until_they_log_out(page: Page, guarded: Guarded):
    address = "Ana@Example.go.id"
    log_in(page, guarded, address)
    address = address.lower()  # one address, however the provider writes it
    expect(sidebar(page).get_by_text(f"{address} · analis")).to_be_visible()
    expect(sidebar(page).get_by_role("button", name="Masuk")).to_have_count(0)
    before = guarded.roles.read_text()
    try:
        a_role_given_or_taken_away_counts_at_the_next_run(page, guarded, address)
    finally:
        guarded.roles.write_text(before)
    after_logout_nobody_is_logged_in_here_and_at_the_provider(page, guarded, address)

    guarded.provider.verified = False
    try:
        log_in(page, guarded, "puji@example.go.id")
    finally:
        guarded.provider.verified = True
    # An address that its provider calls unverified is nobody.
    expect(sidebar(page).get_by_text("tidak membawa alamat surel yang terverifikasi")).to_be_visible()
    expect(page.get_by_text("puji@example.go.id")).to_have_count(0)
    expect(sidebar(page).get_by_role("button", name="Keluar")).to_be_visible()


def test_a_drafts_deck_is_its_owners_alone(guarded: Guarded, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CAKUPAN_STORE", str(guarded.server.store))
    ana = User(ANA)
    figures = load_bundled("reported").observations
    figures = figures[figures["region_code"].str.startswith("17")].reset_index(drop=True)
    draft = save_draft(ana, Meets("cabang", 0), Upload("draf.csv", "a" * 64, "", {}), figures)
    choice = {"set": f"draft-{draft.id}", "area": "17", "indicator": "coverage", "period": "2024-11"}
    kept = keep_deck(ana, KeptDeck(name="Rahasia", choice=choice, slides=("key", "map")))
    assert decks(User("puji@example.go.id")) == []
    path = f"/decks/{kept.id}"
    asked = {who: _asked(guarded.address, path, who) for who in ("ana", "puji", "vina")}
    assert asked == {"ana": 200, "puji": 404, "vina": 404}
    assert ask(guarded.address, "GET", path).status == 404


def _asked(address: str, path: str, who: str) -> int:
    """What one of them is answered once the deck is built: a server's first takes seconds, and says 202 meanwhile."""
    cookies = login_cookies(f"{who}@example.go.id", COOKIE_SECRET, address)
    sent = "; ".join(f"{name}={value}" for name, value in cookies.items())
    ends = time.monotonic() + 60
    while (status := ask(address, "GET", path, None, Cookie=sent).status) == BEING_BUILT:
        assert time.monotonic() < ends, "the deck was not built in time"
        time.sleep(0.3)
    return status
