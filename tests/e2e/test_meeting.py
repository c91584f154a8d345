"""Rapat: slides put into order by keyboard, a deck kept and opened again after a restart, and own texts as text."""

import json
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Server, running_server
from guarded import COOKIE_SECRET, guarded_server
from outside import cut_internet
from playwright.sync_api import Browser, Locator, Page, expect
from screen import address, go, wait_until_settled
from visitor import ask, login_cookies

from data.bundled import load_bundled
from data.store.decks import KeptDeck, deck, decks, keep_deck
from data.store.drafts import Meets, save_draft
from data.store.roles import User
from data.store.small import writing
from data.store.versions import Upload

BEING_BUILT = 202
LOCAL = User("local", local=True)
HOSTILE = "FGD **Bengkulu** </script><img src=x onerror=\"document.title='owned'\"> :material/home: =1+1"
WORDS = {
    "id": {
        "up": "Naikkan: Peta", "show": "Tampilkan Selisih dan rasio", "open": "Buka tayangan", "name": "Nama tayangan",
        "keep": "Simpan tayangan", "kept": "Setiap perubahan langsung tersimpan", "hidden": "Tidak ditampilkan",
    },
    "en": {
        "up": "Move up: Map", "show": "Show Gap and ratio", "open": "Open the deck", "name": "Name of the deck",
        "keep": "Keep the deck", "kept": "Every change is kept at once", "hidden": "Not shown",
    },
}  # fmt: skip


@pytest.fixture
def store(office: Server, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The office's store, for a look at what is kept and for what others do meanwhile."""
    monkeypatch.setenv("CAKUPAN_STORE", str(office.store))
    monkeypatch.setenv("CAKUPAN_LOCAL", "1")
    return office.store


def rows(page: Page) -> Locator:
    return page.locator("ol > li[data-id]")


def listed(page: Page) -> list[str]:
    """Ids of the slides that are shown, in the order on the page."""
    return rows(page).evaluate_all("rows => rows.map((row) => row.dataset.id)")


def opened(page: Page, said: str) -> list[str]:
    """Open the deck in its own window, and return the ids of its slides."""
    with page.expect_popup() as popup:
        page.get_by_role("link", name=said).click()
    window = popup.value
    expect(window.locator("html[data-ready]")).to_be_attached()
    told = json.loads(window.locator("#deck").text_content() or "")
    assert not window.title().startswith("owned")
    window.close()
    return [one["id"] for one in told["slides"]]


def wait_until_kept(page: Page) -> None:
    """Wait until the server has answered the last wish of the list."""
    expect(page.locator("p.word")).not_to_have_text(re.compile("Menyimpan|Saving"))
    wait_until_settled(page)


def expanded(ids: list[str], profiles: list[str]) -> list[str]:
    return [one for entry in ids for one in (profiles if entry == "profiles" else [entry])]


@pytest.mark.parametrize("language", WORDS)
def test_slides_are_ordered_by_keyboard_hidden_and_opened_in_that_order(
    visit_office: Callable[..., Page], language: str
):
    said = WORDS[language]
    page = visit_office("/rapat", lang=language)
    expect(rows(page)).to_have_count(9)
    up = page.get_by_role("button", name=said["up"])
    up.focus()
    page.keyboard.press("Enter")
    expect(rows(page).first).to_have_attribute("data-id", "map")
    # The way up is at its end; the focus stays with the slide.
    assert page.evaluate("() => document.activeElement !== document.body")
    page.get_by_role("checkbox", name=said["show"]).press("Space")
    expect(rows(page)).to_have_count(8)
    expect(page.get_by_role("heading", name=said["hidden"])).to_be_visible()
    wait_until_kept(page)
    order = listed(page)
    slides = opened(page, said["open"])
    profiles = [one for one in slides if one.startswith("profile-")]
    assert len(profiles) == 10
    assert slides == expanded(order, profiles)
    assert "gap" not in slides


@pytest.mark.usefixtures("store")
def test_quick_moves_are_none_of_them_lost(visit_office: Callable[..., Page]):
    page = visit_office("/rapat")
    page.get_by_label("Nama tayangan").fill("Cepat")
    page.get_by_role("button", name="Simpan tayangan").click()
    expect(page.get_by_text("Setiap perubahan langsung tersimpan")).to_be_visible()
    wait_until_settled(page)
    down = page.get_by_role("button", name="Turunkan: Kalimat utama")
    for _press in range(6):
        down.click()
    expect(rows(page).nth(6)).to_have_attribute("data-id", "key")
    wait_until_kept(page)
    assert deck(address(page)["deck"]).slides[6] == "key"
    assert listed(page)[6] == "key"


def test_a_deck_kept_under_a_hostile_name_opens_again_after_a_restart(browser: Browser, tmp_path: Path):
    for language, said in WORDS.items():
        folder = tmp_path / language
        folder.mkdir()
        with running_server(folder, CAKUPAN_LOCAL="1") as office:
            page = _page(browser, office)
            go(page, "/rapat", lang=language)
            expect(rows(page)).to_have_count(9)
            page.get_by_role("button", name=said["up"]).click()
            page.get_by_role("checkbox", name=said["show"]).uncheck()
            wait_until_kept(page)
            page.get_by_label(said["name"]).fill(HOSTILE)
            page.get_by_role("button", name=said["keep"]).click()
            expect(page.get_by_text(said["kept"])).to_be_visible()
            wait_until_settled(page)
            before, kept = listed(page), address(page)["deck"]
            page.context.close()
        with running_server(folder, CAKUPAN_LOCAL="1") as office:
            page = _page(browser, office)
            go(page, "/rapat", lang=language)
            page.get_by_role("combobox", name=re.compile("Tayangan|Deck")).first.click()
            page.get_by_role("option", name="FGD **Bengkulu**").click()
            expect(page).to_have_url(re.compile(f"deck={kept}"))
            expect(rows(page).first).to_have_attribute("data-id", "map")
            wait_until_settled(page)
            expect(rows(page)).to_have_count(len(before))
            assert listed(page) == before
            slides = opened(page, said["open"])
            assert slides[:2] == before[:2] == ["map", "key"]
            assert "gap" not in slides
            assert page.locator("img[src=x]").count() == 0
            assert "owned" not in page.title()
            page.context.close()


@pytest.mark.usefixtures("store")
def test_a_deck_stays_open_while_its_label_in_the_list_changes(visit_office: Callable[..., Page]):
    page = visit_office("/rapat")
    page.get_by_label("Nama tayangan").fill("Monev <Bengkulu>")
    page.get_by_role("button", name="Simpan tayangan").click()
    expect(page.get_by_text("Setiap perubahan langsung tersimpan")).to_be_visible()
    wait_until_settled(page)
    kept = address(page)["deck"]
    _saved_long_ago(kept)
    _pick_deck(page, "Tayangan baru")
    _pick_deck(page, "Monev <Bengkulu>")
    page.get_by_text("Salindia teks", exact=True).click()
    wait_until_settled(page)
    page.get_by_role("button", name="Tambah salindia teks").click()
    expect(page.locator("ol li", has_text="Teks baru")).to_be_visible()
    wait_until_settled(page)
    page.get_by_role("checkbox", name="Tampilkan Selisih dan rasio").press("Space")
    wait_until_kept(page)
    _saved_long_ago(kept)
    page.get_by_text("Sembunyikan nama").click()
    down = page.get_by_role("button", name="Turunkan: Kalimat utama")
    for _press in range(4):
        down.click()
    wait_until_kept(page)
    assert address(page)["deck"] == kept
    assert page.get_by_text("tidak ada lagi").count() == 0
    assert "gap" in deck(kept).hidden
    assert len(deck(kept).texts) == 1


def _saved_long_ago(deck_id: str) -> None:
    with writing() as connection:
        connection.execute("UPDATE decks SET at = '2024-11-20T01:00:00.000000+00:00' WHERE id = ?", (deck_id,))


def _pick_deck(page: Page, name: str) -> None:
    page.get_by_role("combobox", name=re.compile("Tayangan|Deck")).first.click()
    page.get_by_role("option", name=name).first.click()
    expect(page.get_by_role("option")).to_have_count(0)
    wait_until_settled(page)


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("is_kept", [False, True])
def test_a_deck_opened_while_a_change_is_on_its_way_shows_the_change(visit_office: Callable[..., Page], is_kept: bool):
    page = visit_office("/rapat")
    expect(rows(page)).to_have_count(9)
    if is_kept:
        page.get_by_label("Nama tayangan").fill("Segera")
        page.get_by_role("button", name="Simpan tayangan").click()
        expect(page.get_by_text("Setiap perubahan langsung tersimpan")).to_be_visible()
        wait_until_settled(page)
    down = page.get_by_role("button", name="Turunkan: Kalimat utama")
    for _press in range(3):
        down.click()
    assert page.locator("p.word").text_content() == "Menyimpan …"
    assert opened(page, "Buka tayangan")[3] == "key"


@pytest.mark.usefixtures("store")
def test_what_was_just_typed_is_in_the_deck_that_is_opened(visit_office: Callable[..., Page]):
    page = visit_office("/rapat")
    page.get_by_label("Nama tayangan").fill("Diketik")
    page.get_by_role("button", name="Simpan tayangan").click()
    page.get_by_text("Catatan penyaji", exact=True).click()
    wait_until_settled(page)
    page.get_by_label("Catatan Anda").fill("Sebut Kaur dahulu.")
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Buka tayangan").click()
    expect(popup.value.locator("html[data-ready]")).to_be_attached()
    assert "Sebut Kaur dahulu." in (popup.value.locator("#deck").text_content() or "")


@pytest.mark.usefixtures("store")
def test_an_own_text_stays_text_in_list_and_deck(visit_office: Callable[..., Page]):
    page = visit_office("/rapat")
    page.get_by_label("Nama tayangan").fill("Teks sendiri")
    page.get_by_role("button", name="Simpan tayangan").click()
    page.get_by_text("Salindia teks", exact=True).click()
    page.get_by_role("button", name="Tambah salindia teks").click()
    page.get_by_label("Judul").fill(HOSTILE)
    page.get_by_label("Teks; baris kosong").fill(f"{HOSTILE}\n\nDua.")
    page.get_by_label("Judul").click()
    expect(page.locator("ol li small", has_text="</script>")).to_be_visible()
    wait_until_settled(page)
    kept = deck(address(page)["deck"])
    assert kept.texts[0][1:] == (HOSTILE, f"{HOSTILE}\n\nDua.")
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Buka tayangan").click()
    window = popup.value
    expect(window.locator("html[data-ready]")).to_be_attached()
    told = json.loads(window.locator("#deck").text_content() or "")
    expect(window.locator(".slide .meeting")).to_have_text("Teks sendiri")
    assert window.title() == "1. Cakupan kepesertaan, Bengkulu · Teks sendiri"
    place = [one["id"] for one in told["slides"]].index(f"text-{kept.texts[0][0]}") + 1
    for key in (*str(place), "Enter"):
        window.keyboard.press(key)
    expect(window.locator(".slide h1")).to_have_text(HOSTILE)
    expect(window.locator(".slide img, .slide .meeting")).to_have_count(0)


@pytest.mark.usefixtures("store")
def test_what_another_kept_meanwhile_is_shown_and_not_written_over(visit_office: Callable[..., Page]):
    page = visit_office("/rapat")
    page.get_by_label("Nama tayangan").fill("Berdua")
    page.get_by_role("button", name="Simpan tayangan").click()
    expect(page.get_by_text("Setiap perubahan langsung tersimpan")).to_be_visible()
    wait_until_settled(page)
    kept = deck(address(page)["deck"])
    keep_deck(LOCAL, KeptDeck(**kept.__dict__ | {"slides": ("trend", "map"), "hidden": ()}))
    page.get_by_role("button", name="Turunkan: Kalimat utama").click()
    expect(page.get_by_text("sementara itu")).to_be_visible()
    expect(rows(page)).to_have_count(2)
    assert listed(page) == ["trend", "map"]
    assert deck(kept.id).slides == ("trend", "map")


def test_on_a_phone_nothing_is_cut(visit_office: Callable[..., Page]):
    page = visit_office("/rapat", {"viewport": {"width": 390, "height": 844}})
    expect(rows(page)).to_have_count(9)
    wide = page.evaluate("() => [document.documentElement.scrollWidth, innerWidth]")
    assert wide[0] <= wide[1]
    boxes = [one.bounding_box() for one in page.locator("ol button").all()]
    assert all(box and box["x"] + box["width"] <= 390 for box in boxes)


def test_a_drafts_deck_is_its_owners_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with guarded_server(tmp_path) as guarded:
        monkeypatch.setenv("CAKUPAN_STORE", str(guarded.server.store))
        ana = User("ana@example.go.id")
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


def _cookies(origin: str, who: str) -> str:
    cookies = login_cookies(f"{who}@example.go.id", COOKIE_SECRET, origin)
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


def _page(browser: Browser, office: Server) -> Page:
    context = browser.new_context(base_url=office.address, viewport={"width": 1366, "height": 768})
    cut_internet(context)
    return context.new_page()


def _asked(address: str, path: str, who: str) -> int:
    """What one of them is answered once the deck is built: a server's first takes seconds, and says 202 meanwhile."""
    cookies = _cookies(address, who)
    for _look in range(60):
        status = ask(address, "GET", path, None, Cookie=cookies).status
        if status != BEING_BUILT:
            break
        time.sleep(1)
    return status
