"""Rapat: slides put into order by keyboard, a deck kept and opened again after a restart, and own texts as text."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Server, running_server
from outside import cut_internet
from playwright.sync_api import Browser, Locator, Page, expect
from screen import address, go, wait_until_settled

from data.store.database import writing
from data.store.decks import KeptDeck, deck, keep_deck
from data.store.roles import User

LOCAL = User("local", local=True)
HOSTILE = "FGD **Bengkulu** </script><img src=x onerror=\"document.title='owned'\"> :material/home: =1+1"
MEETING = "Monev <Bengkulu>"
WORDS = {
    "id": {
        "up": "Naikkan: Peta", "show": "Tampilkan Selisih dan rasio", "open": "Buka presentasi",
        "name": "Nama presentasi",
        "keep": "Simpan presentasi", "kept": "Setiap perubahan langsung tersimpan", "hidden": "Tidak ditampilkan",
    },
    "en": {
        "up": "Move up: Map", "show": "Show Gap and ratio", "open": "Open the deck", "name": "Name of the deck",
        "keep": "Keep the deck", "kept": "Every change is kept at once", "hidden": "Not shown",
    },
}  # fmt: skip
# What is said in the moment of the press, before anything can have come from the server.
PRESSED = """word => {
    word.parentNode.querySelector("button[aria-label^='Turunkan: Kalimat utama']").click();
    return word.textContent;
}"""


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


def told(page: Page, said: str) -> dict:
    """Open the deck in its own window, and return what it was told."""
    with page.expect_popup() as popup:
        page.get_by_role("link", name=said).click()
    window = popup.value
    expect(window.locator("html[data-ready]")).to_be_attached()
    assert not window.title().startswith("owned")
    given = json.loads(window.locator("#deck").text_content() or "")
    window.close()
    return given


def opened(page: Page, said: str) -> list[str]:
    """Open the deck in its own window, and return the ids of its slides."""
    return [one["id"] for one in told(page, said)["slides"]]


def keep(page: Page, name: str, language: str = "id") -> None:
    """Keep the deck on the page under a name, and wait until its own address is there."""
    said = WORDS[language]
    page.get_by_label(said["name"]).fill(name)
    page.get_by_role("button", name=said["keep"]).click()
    expect(page.get_by_text(said["kept"])).to_be_visible()
    wait_until_settled(page)


def wait_until_kept(page: Page) -> None:
    """Wait until the server has answered the last wish of the list."""
    expect(page.locator("p.word")).not_to_have_text(re.compile("Menyimpan|Saving"))
    wait_until_settled(page)


def expanded(ids: list[str], profiles: list[str]) -> list[str]:
    return [one for entry in ids for one in (profiles if entry == "profiles" else [entry])]


def slides_are_ordered_and_hidden_by_keyboard(page: Page, said: dict[str, str]) -> None:
    expect(rows(page)).to_have_count(9)
    page.get_by_role("button", name=said["up"]).focus()
    page.keyboard.press("Enter")
    expect(rows(page).first).to_have_attribute("data-id", "map")
    # The way up is at its end; the focus stays with the slide.
    assert page.evaluate("() => document.activeElement !== document.body")
    page.get_by_role("checkbox", name=said["show"]).press("Space")
    expect(rows(page)).to_have_count(8)
    expect(page.get_by_role("heading", name=said["hidden"])).to_be_visible()
    wait_until_kept(page)


def the_deck_opens_in_that_order(page: Page, said: dict[str, str]) -> None:
    order = listed(page)
    slides = opened(page, said["open"])
    profiles = [one for one in slides if one.startswith("profile-")]
    assert len(profiles) == 10
    assert slides == expanded(order, profiles)
    assert slides[:2] == ["map", "key"]
    assert "gap" not in slides


def on_a_phone_nothing_is_cut(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator("html")).to_have_js_property("scrollWidth", 390)
    boxes = [one.bounding_box() for one in page.locator("ol button").all()]
    assert all(box and box["x"] + box["width"] <= 390 for box in boxes)


def test_slides_are_ordered_by_keyboard_and_open_so_again_after_a_restart(
    visit_office: Callable[..., Page], office: Server, browser: Browser, tmp_path: Path
):
    before = {}
    for language, said in WORDS.items():
        page = visit_office("/rapat", lang=language)
        slides_are_ordered_and_hidden_by_keyboard(page, said)
        the_deck_opens_in_that_order(page, said)
        order = listed(page)
        keep(page, f"{language} {HOSTILE}", language)
        # A kept deck's list is a list anew, which the browser fills in a moment of its own.
        expect(rows(page)).to_have_count(len(order))
        assert listed(page) == order
        before[language] = address(page)["deck"], order
    on_a_phone_nothing_is_cut(page)
    # A server begun anew knows no more of them than what lies in the store.
    with running_server(tmp_path, CAKUPAN_LOCAL="1", CAKUPAN_STORE=str(office.store)) as again:
        page = _page(browser, again)
        go(page, "/rapat", lang="id")
        for language, (kept, order) in before.items():
            _pick_deck(page, f"{language} FGD **Bengkulu**")
            expect(page).to_have_url(re.compile(f"deck={kept}"))
            wait_until_settled(page)
            expect(rows(page).first).to_have_attribute("data-id", "map")
            expect(rows(page)).to_have_count(len(order))
            assert listed(page) == order
        the_deck_opens_in_that_order(page, WORDS["id"])
        assert page.locator("img[src=x]").count() == 0
        assert "owned" not in page.title()
        page.context.close()


def test_what_was_just_moved_or_typed_is_in_the_deck_that_is_opened(visit_office: Callable[..., Page]):
    page = visit_office("/rapat")
    expect(rows(page)).to_have_count(9)
    a_change_on_its_way_is_in_the_deck(page, 3)
    keep(page, "Segera")
    a_change_on_its_way_is_in_the_deck(page, 6)
    page.get_by_text("Catatan penyaji", exact=True).click()
    wait_until_settled(page)
    page.get_by_label("Catatan Anda").fill("Sebut Kaur dahulu.")
    assert "Sebut Kaur dahulu." in json.dumps(told(page, "Buka presentasi"))


def a_change_on_its_way_is_in_the_deck(page: Page, place: int) -> None:
    said = ""
    while listed(page)[place] != "key":
        said = page.locator("p.word").evaluate(PRESSED)
    assert said == "Menyimpan …"
    assert opened(page, "Buka presentasi")[place] == "key"


@pytest.mark.usefixtures("store")
def test_a_kept_deck_loses_no_change_and_is_not_written_over(visit_office: Callable[..., Page]):
    page = visit_office("/rapat")
    keep(page, MEETING)
    quick_moves_are_none_of_them_lost(page)
    it_stays_open_while_its_label_in_the_list_changes(page)
    an_own_text_stays_text_in_list_and_deck(page)
    what_another_kept_meanwhile_is_shown_and_not_written_over(page)


def quick_moves_are_none_of_them_lost(page: Page) -> None:
    for _press in range(6):
        page.get_by_role("button", name="Turunkan: Kalimat utama").click()
    expect(rows(page).nth(6)).to_have_attribute("data-id", "key")
    wait_until_kept(page)
    assert deck(address(page)["deck"]).slides[6] == "key"
    assert listed(page)[6] == "key"


def it_stays_open_while_its_label_in_the_list_changes(page: Page) -> None:
    kept = address(page)["deck"]
    _saved_long_ago(kept)
    _pick_deck(page, "Presentasi baru")
    _pick_deck(page, MEETING)
    page.get_by_text("Slide teks", exact=True).click()
    wait_until_settled(page)
    page.get_by_role("button", name="Tambah slide teks").click()
    expect(page.locator("ol li", has_text="Teks baru")).to_be_visible()
    wait_until_settled(page)
    page.get_by_role("checkbox", name="Tampilkan Selisih dan rasio").press("Space")
    wait_until_kept(page)
    _saved_long_ago(kept)
    page.get_by_text("Sembunyikan nama").click()
    up = page.get_by_role("button", name="Naikkan: Kalimat utama")
    for _press in range(listed(page).index("key")):
        up.click()
    wait_until_kept(page)
    assert address(page)["deck"] == kept
    assert page.get_by_text("tidak ada lagi").count() == 0
    assert "gap" in deck(kept).hidden
    assert deck(kept).slides[0] == "key"
    assert len(deck(kept).texts) == 1


def _saved_long_ago(deck_id: str) -> None:
    with writing() as connection:
        connection.execute("UPDATE decks SET at = '2024-11-20T01:00:00.000000+00:00' WHERE id = ?", (deck_id,))


def _pick_deck(page: Page, name: str) -> None:
    page.get_by_role("combobox", name=re.compile("Presentasi|Deck")).first.click()
    page.get_by_role("option", name=name).first.click()
    expect(page.get_by_role("option")).to_have_count(0)
    wait_until_settled(page)


def an_own_text_stays_text_in_list_and_deck(page: Page) -> None:
    page.get_by_label("Judul").fill(HOSTILE)
    page.get_by_label("Teks; baris kosong").fill(f"{HOSTILE}\n\nDua.")
    page.get_by_label("Judul").click()
    expect(page.locator("ol li small", has_text="</script>")).to_be_visible()
    wait_until_settled(page)
    kept = deck(address(page)["deck"])
    assert kept.texts[0][1:] == (HOSTILE, f"{HOSTILE}\n\nDua.")
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Buka presentasi").click()
    window = popup.value
    expect(window.locator("html[data-ready]")).to_be_attached()
    given = json.loads(window.locator("#deck").text_content() or "")
    expect(window.locator(".slide .meeting")).to_have_text(MEETING)
    assert window.title() == f"1. Cakupan kepesertaan, Bengkulu · {MEETING}"
    place = [one["id"] for one in given["slides"]].index(f"text-{kept.texts[0][0]}") + 1
    for key in (*str(place), "Enter"):
        window.keyboard.press(key)
    expect(window.locator(".slide h1")).to_have_text(HOSTILE)
    expect(window.locator(".slide img, .slide .meeting")).to_have_count(0)
    window.close()


def what_another_kept_meanwhile_is_shown_and_not_written_over(page: Page) -> None:
    kept = deck(address(page)["deck"])
    keep_deck(LOCAL, KeptDeck(**kept.__dict__ | {"slides": ("trend", "map"), "hidden": ()}))
    page.get_by_role("button", name="Turunkan: Kalimat utama").click()
    expect(page.get_by_text("sementara itu")).to_be_visible()
    expect(rows(page)).to_have_count(2)
    assert listed(page) == ["trend", "map"]
    assert deck(kept.id).slides == ("trend", "map")


def _page(browser: Browser, office: Server) -> Page:
    context = browser.new_context(base_url=office.address, viewport={"width": 1366, "height": 768})
    cut_internet(context)
    return context.new_page()
