"""The deck for those who only listen: by a code, upright in the hand, by a screen reader; and hostile names in it."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Server, running_server
from playwright.sync_api import Browser, Page, expect
from test_accessibility import grave
from test_deck import CUT, LETTERS, SMALLEST, VIEW, at, opened, press, slide_ids

from components import users
from data.store.deck_content import KeptDeck
from data.store.decks import keep_deck

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
READABLE = 12.0
HOSTILE = '</script><img src=x onerror="document.title=\'owned\'"> =HYPERLINK("x") \u2028 \u202egnorw **b** {n}'
WIDE = "() => document.querySelector('.screen').scrollWidth - document.querySelector('.screen').clientWidth"
SWIPE = """(across) => {
    const target = document.querySelector('.slide');
    const touch = (x) => new Touch({ identifier: 1, target, clientX: x, clientY: 300 });
    const send = (type, touches, changed) => target.dispatchEvent(
        new TouchEvent(type, { bubbles: true, touches, targetTouches: touches, changedTouches: changed }));
    send('touchstart', [touch(200)], [touch(200)]);
    send('touchend', [], [touch(200 + across)]);
}"""


@pytest.fixture(scope="module")
def hall(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with an address for the audience."""
    assert browser.is_connected()
    folder = tmp_path_factory.mktemp("hall")
    with running_server(folder, CAKUPAN_LOCAL="1", CAKUPAN_PUBLIC_URL="https://cakupan.example.go.id") as running:
        yield running


@pytest.fixture
def kept(hall: Server, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a deck that somebody kept."""
    monkeypatch.setenv("CAKUPAN_STORE", str(hall.store))
    monkeypatch.setenv("CAKUPAN_LOCAL", "1")
    choice = {"set": "simulated", "area": "17", "period": "2024-11", "lang": "id"}
    texts = (("own", HOSTILE, f"{HOSTILE}\n\n{HOSTILE}"),)
    deck = KeptDeck(name=HOSTILE[:100], choice=choice, texts=texts, notes={"key": HOSTILE})
    return f"{hall.address}/decks/{keep_deck(users.LOCAL, deck).id}"


def every_kind(page: Page) -> list[tuple[int, str]]:
    """The number and id of one slide of each kind."""
    kinds: dict[str, tuple[int, str]] = {}
    for number, slide in enumerate(slide_ids(page), 1):
        kinds.setdefault(slide.split("-")[0], (number, slide))
    return [*kinds.values()]


def go_to(page: Page, number: int, slide: str) -> None:
    press(page, *str(number), "Enter")
    at(page, slide)
    page.wait_for_timeout(150)


@pytest.mark.parametrize("language", ["id", "en"])
def test_axe_finds_nothing_grave_on_any_slide(fresh_page: Callable[..., Page], language: str):
    page = opened(fresh_page(), f"{VIEW}&lang={language}")
    found = {}
    for number, slide in every_kind(page):
        go_to(page, number, slide)
        found[slide] = grave(Axe().run(page).response["violations"])
    press(page, "q")
    found["audience"] = grave(Axe().run(page).response["violations"])
    assert {slide: violations for slide, violations in found.items() if violations} == {}


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1024, 768), (1280, 720)])
def test_no_projector_cuts_anything(browser: Browser, kept: str, size: tuple[int, int]):
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    opened(page, kept)
    scale = min(size[0] / 1366, size[1] / 768)
    for number, slide in every_kind(page):
        go_to(page, number, slide)
        assert not page.evaluate(CUT), slide
        assert not [one for one in page.evaluate(LETTERS) if one[0] < SMALLEST * scale], slide
    page.close()


def test_the_key_slide_says_where_the_audience_finds_it(browser: Browser, kept: str):
    page = opened(browser.new_page(), kept)
    expect(page.locator(".slide.key .follow")).to_contain_text(kept.split("/", 3)[3])
    expect(page.locator(".slide.key .qr")).to_be_visible()
    press(page, "q")
    expect(page.locator(".audience .address")).to_have_text(f"cakupan.example.go.id/{kept.split('/', 3)[3]}")
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh paket luring").click()
    assert "example.go.id" not in download.value.path().read_text()
    page.close()


def test_hostile_names_and_notes_stay_text_in_both_windows(browser: Browser, kept: str):
    page = opened(browser.new_page(), kept)
    number = slide_ids(page).index("text-own") + 1
    go_to(page, number, "text-own")
    # The signs that turn or end a line are kept as they were typed, and turn nothing but their own line.
    assert "onerror=" in page.locator(".slide h1").inner_text()
    assert page.locator(".slide-body p").first.inner_text().startswith("</script><img src=x")
    press(page, "Home")
    with page.expect_popup() as popup:
        press(page, "p")
    expect(popup.value.locator(".presenter .notes")).to_contain_text("</script><img src=x")
    for window in (page, popup.value):
        expect(window.locator("img")).to_have_count(0)
        assert window.title() != "owned"
    page.close()


def test_in_the_hand_nothing_is_cut_and_a_finger_turns_the_slide(fresh_page: Callable[..., Page]):
    page = opened(fresh_page(**PHONE), VIEW)
    for number, slide in every_kind(page):
        go_to(page, number, slide)
        assert page.evaluate(WIDE) <= 0, slide
        assert not [one for one in page.evaluate(LETTERS) if one[0] < READABLE], slide
    press(page, "Home")
    page.evaluate(SWIPE, -120)
    at(page, "map")
    page.evaluate(SWIPE, 30)
    at(page, "map")
    page.evaluate(SWIPE, 120)
    at(page, "key")
