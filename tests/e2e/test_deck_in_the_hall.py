"""The deck before a hall: by a code, upright in the hand, by a screen reader, from a file, without its server."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from accessibility import barriers
from complaints import Complaints
from conftest import SCREEN
from lists import box, call_oneself, log_on_disk, many, on_disk, open_list, put_list, row, wait_until_saved
from outside import cut_internet
from own_server import OwnServer
from playwright.sync_api import Browser, BrowserContext, Page, expect
from screen import slider
from test_deck import CUT, LETTERS, SMALLEST, VIEW, at, go_to, in_step, opened, press, slide_ids
from test_deck_fits import LABELS

from data.store.checklists import tick
from data.store.deck_content import KeptDeck
from data.store.decks import keep_deck
from data.store.roles import User

HERE = User("local", local=True)
KAUR, BOARD = "17.04", "scoreboard-villages_enrolled-all"
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
def hall(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnServer]:
    """A server with an address for the audience, whose local user may tick; its store is this process's too."""
    assert browser.is_connected()
    folder = tmp_path_factory.mktemp("hall")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("CAKUPAN_STORE", str(folder / "store"))
        environment.setenv("CAKUPAN_LOCAL", "1")
        environment.setenv("CAKUPAN_PUBLIC_URL", "https://cakupan.example.go.id")
        server = OwnServer(folder / "server.log")
        server.start()
        yield server
        server.kill()


@pytest.fixture(scope="module")
def kept(hall: OwnServer) -> str:
    """The address of a deck that somebody kept."""
    choice = {"set": "simulated", "area": "17", "period": "2024-11", "lang": "id"}
    texts = (("own", HOSTILE, f"{HOSTILE}\n\n{HOSTILE}"),)
    deck = KeptDeck(name=HOSTILE[:100], choice=choice, texts=texts, notes={"key": HOSTILE})
    return f"{hall.address}/decks/{keep_deck(HERE, deck).id}"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser whose pages are all closed again, and in which nothing may fail unnoticed."""
    errors: list[str] = []
    opened = browser.new_context(viewport=SCREEN)
    cut_internet(opened)
    opened.on("weberror", lambda error: errors.append(str(error.error)))
    yield opened
    opened.close()
    assert not errors


def every_kind(page: Page) -> list[str]:
    """The id of one slide of each kind."""
    kinds: dict[str, str] = {}
    for slide in slide_ids(page):
        kinds.setdefault(slide.split("-")[0], slide)
    return [*kinds.values()]


def test_axe_finds_nothing_grave_on_any_slide(fresh_page: Callable[..., Page]):
    page = opened(fresh_page(), VIEW)
    found = {}
    for slide in every_kind(page):
        go_to(page, slide)
        # A map names its regions when it has time for it.
        expect(page.locator(".slide path[data-region]:not([aria-label])")).to_have_count(0)
        found[slide] = barriers(page)
    press(page, "q")
    expect(page.locator(".audience")).to_be_visible()
    found["audience"] = barriers(page)
    assert {slide: violations for slide, violations in found.items() if violations} == {}


def test_no_projector_cuts_anything_and_hostile_texts_stay_text(context: BrowserContext, kept: str):
    page = opened(context.new_page(), kept)
    for width, height in [(1366, 768), (1920, 1080), (1024, 768), (1280, 720)]:
        page.set_viewport_size({"width": width, "height": height})
        nothing_is_cut(page, min(width / 1366, height / 768))
    press(page, "Home")
    it_is_said_where_the_audience_finds_it(page, kept)
    hostile_texts_stay_text_in_both_windows(page)


def nothing_is_cut(page: Page, scale: float) -> None:
    for slide in every_kind(page):
        go_to(page, slide)
        page.wait_for_timeout(60)
        assert not page.evaluate(CUT), (slide, scale)
        assert not [one for one in page.evaluate(LETTERS) if one[0] < SMALLEST * scale], (slide, scale)


def it_is_said_where_the_audience_finds_it(page: Page, kept: str) -> None:
    path = kept.split("/", 3)[3]
    expect(page.locator(".slide.key .follow")).to_contain_text(path)
    expect(page.locator(".slide.key .qr")).to_be_visible()
    press(page, "q")
    expect(page.locator(".audience .address")).to_have_text(f"cakupan.example.go.id/{path}")
    press(page, "Escape")


def hostile_texts_stay_text_in_both_windows(page: Page) -> None:
    go_to(page, "text-own")
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
    popup.value.close()


def test_the_pack_is_the_same_document_from_a_file_without_any_network(
    browser: Browser, context: BrowserContext, kept: str, tmp_path: Path
):
    page = opened(context.new_page(), kept)
    press(page, "q")
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh paket tanpa internet").click()
    file = tmp_path / "rapat.html"
    download.value.save_as(file)
    assert "example.go.id" not in file.read_text()
    offline = browser.new_context(viewport=SCREEN, offline=True)
    asked: list[str] = []
    errors: list[str] = []
    offline.on("request", lambda request: asked.append(request.url))
    offline.on("weberror", lambda error: errors.append(str(error.error)))
    try:
        shows_and_tells_all(opened(offline.new_page(), file.as_uri()))
    finally:
        offline.close()
    assert {url.split(":")[0] for url in asked} == {"file"}
    assert errors == []


def shows_and_tells_all(page: Page) -> None:
    """Every slide, a living map, hostile texts as text, and both windows in step."""
    for slide in slide_ids(page):
        at(page, slide)
        press(page, "ArrowRight")
    press(page, "Home", "ArrowRight")
    slider(page).fill("3")
    expect(page.locator(".timeline .period")).to_have_text("Juni 2021")
    go_to(page, "text-own")
    assert "onerror=" in page.locator(".slide h1").inner_text()
    expect(page.locator("img")).to_have_count(0)
    assert page.title() != "owned"
    expect(page.locator(".away")).to_be_hidden()
    go_to(page, "gap")
    with page.expect_popup() as popup:
        press(page, "p")
    at(popup.value, "gap")  # where the first window stands
    press(page, "Home")
    in_step(page, popup.value)


def test_in_the_hand_nothing_is_cut_and_a_finger_turns_the_slide(fresh_page: Callable[..., Page]):
    page = opened(fresh_page(**PHONE), VIEW)
    for slide in every_kind(page):
        go_to(page, slide)
        page.wait_for_timeout(60)
        assert page.evaluate(WIDE) <= 0, slide
        assert not [one for one in page.evaluate(LETTERS) if one[0] < READABLE], slide
    go_to(page, "map")
    page.locator(".labels text").first.wait_for(state="attached")
    assert max(one["apart"] for one in page.evaluate(LABELS)) < 8  # a name stands at its number
    press(page, "Home")
    page.evaluate(SWIPE, -120)
    at(page, "map")
    page.evaluate(SWIPE, 30)
    at(page, "map")
    page.evaluate(SWIPE, 120)
    at(page, "key")
    page.touchscreen.tap(330, 500)
    at(page, "map")
    page.touchscreen.tap(60, 60)
    at(page, "key")


def test_deck_and_list_go_on_while_the_server_is_away_and_nothing_ticked_is_lost(
    context: BrowserContext, hall: OwnServer, kept: str, complaints: Complaints
):
    """Last of all: the server is killed, and comes back."""
    store = Path(os.environ["CAKUPAN_STORE"])
    items = put_list(store, *many(192), code=KAUR).items
    deck = opened(context.new_page(), kept)
    page = context.new_page()
    open_list(page, base=hall.address, area="17", region=KAUR)
    call_oneself(page, "Ani")
    box(page, "Kampung 001").click()
    wait_until_saved(page)
    go_to(deck, BOARD)
    mine = deck.locator(f'.board li[data-region="{KAUR}"]')
    sign = deck.locator(".away")
    expect(mine).to_contain_text("1 / 192")
    expect(sign).to_be_hidden()
    complaints.expect_absent_server()
    hall.kill()
    for name in ("Kampung 002", "Kampung 003"):
        box(page, name).evaluate("box => box.click()")
    expect(row(page, "Kampung 003")).to_contain_text("menyimpan")
    tick(HERE, "Budi", items[3].id, True)
    assert on_disk(store)["Kampung 002"] == (0, "")
    expect(sign).to_be_visible()
    expect(mine).to_contain_text("1 / 192")  # what was known stays
    the_deck_goes_on(deck)
    hall.start()
    expect(page.locator(".checklist .sentence")).to_contain_text("4 dari 192", timeout=60_000)
    found = on_disk(store)
    assert [found[f"Kampung 00{number}"] for number in range(1, 6)] == [(1, "Ani")] * 3 + [(1, "Budi"), (0, "")]
    assert sorted(log_on_disk(store)) == [("Ani", 1)] * 3 + [("Budi", 1)]  # sent again, and counted once
    expect(sign).to_be_hidden(timeout=30_000)
    at(deck, "profile-17.04")
    go_to(deck, BOARD)
    expect(mine).to_contain_text("4 / 192", timeout=30_000)
    open_list(page, base=hall.address, area="17", region=KAUR)
    ticked = [box(page, f"Kampung 00{number}").is_checked() for number in range(1, 6)]
    assert ticked == [True] * 4 + [False]


def the_deck_goes_on(deck: Page) -> None:
    go_to(deck, "map")
    slider(deck).fill("0")
    expect(deck.locator(".timeline .period")).to_have_text("Maret 2021")
    deck.keyboard.type("kaur", delay=40)
    at(deck, "profile-17.04")
