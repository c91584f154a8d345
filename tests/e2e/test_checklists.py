"""Lists ticked off in a meeting: by two at once, on every screen, with names of any kind, by who may."""

import io
import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlencode

import pytest
from accessibility import barriers
from conftest import Server
from guarded import COOKIE_SECRET, Guarded, guarded_server
from lists import MERAUKE, box, call_oneself, log_on_disk, many, on_disk, open_list, put_list, row, wait_until_saved
from openpyxl import load_workbook
from playwright.sync_api import Browser, Locator, Page, expect
from screen import SENTENCE
from visitor import login_cookies

from data.store.checklists import Item, keep_checklist, tick
from data.store.roles import User

HERE = User("local", local=True)
HOSTILE = ["=1+1", "<img src=x onerror=alert(1)>", "**tebal** $x$ :red[m]", "@SUM(A1)", "a\u202eb"]
NAMES = [*HOSTILE, "Kampung " + "panjang" * 12]
CSV = "No;Nama Kampung;Distrik;Status;Penanggung Jawab\n" + "".join(
    f"{number};{name};{name};belum;{name}\n" for number, name in enumerate(NAMES, 1)
)
KAUR = "17.04"
BENGKULU = {"set": "simulated", "area": "17"}
WHOLE = {KAUR: 192, "17.06": 148, "76.02": 88, "76.04": 144}  # villages by the gazetteer
SOON = 30_000  # milliseconds until a tick has come round by polling
# A hundred at one go: how many are ticked at once, before anything can have come from the server.
CLICKED = """rows => [...rows.querySelectorAll("input")].slice(0, 100).filter((box) => {
    box.click();
    return box.checked;
}).length"""


@pytest.fixture(scope="module")
def guarded(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    """A server with roles and a login; who has none sits at its own machine, and may tick under a name."""
    assert browser.is_connected()
    with guarded_server(tmp_path_factory.mktemp("guarded"), CAKUPAN_LOCAL="1") as started:
        yield started


@pytest.fixture(scope="module")
def office(guarded: Guarded) -> Server:
    return guarded.server


@pytest.fixture
def come_as(fresh_office_page: Callable[..., Page], guarded: Guarded) -> Callable[[str], Page]:
    """A page of a browser that is logged in."""

    def opened(address: str) -> Page:
        page = fresh_office_page()
        cookies = login_cookies(address, COOKIE_SECRET, guarded.address)
        page.context.add_cookies(
            [{"name": name, "value": value, "url": guarded.address} for name, value in cookies.items()]
        )
        return page

    return opened


@pytest.fixture
def listed(office: Server, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Sequence[Item]]:
    """Return a function that loads a regency's complete list into the office's store, and returns its items."""
    monkeypatch.setenv("CAKUPAN_STORE", str(office.store))
    monkeypatch.setenv("CAKUPAN_LOCAL", "1")

    def load(code: str, done: int = 0, whole: int = 0, simulated: bool = False) -> Sequence[Item]:
        names = ["Air Long", "Sinar Banten", *(f"Desa {number}" for number in range(2, whole or WHOLE[code]))]
        items = [Item(0, name, done=at < done) for at, name in enumerate(names)]
        return keep_checklist(HERE, code, "villages_enrolled", "all", "desa.csv", items, simulated=simulated).items

    return load


def test_a_list_of_hostile_names_is_loaded_ticked_under_a_name_and_taken_away(fresh_office_page, office, tmp_path):
    file = tmp_path / "<b>daftar**.csv"
    file.write_text(CSV + f"Jumlah;{len(NAMES)};;;\n", encoding="utf-8")
    page = fresh_office_page()
    page.goto(f"/desa-opd?{urlencode(MERAUKE | {'region': '93.02', 'lang': 'id'})}")
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.get_by_test_id("stFileUploader").locator("input").set_input_files(file, timeout=60_000)
    page.get_by_role("button", name="Muat daftar ini").click(timeout=60_000)
    expect(page.get_by_text("Daftar sudah dimuat: 6")).to_be_visible(timeout=60_000)
    expect(page.locator(".checklist .rows .text")).to_have_text(NAMES)
    nothing_is_ticked_before_a_name_is_given(page, office)
    call_oneself(page, "  =Ani   <b> ")
    expect(box(page, NAMES[0])).not_to_be_checked()
    box(page, NAMES[0]).check()
    wait_until_saved(page)
    expect(row(page, NAMES[0])).to_contain_text("sudah · =Ani <b>")
    assert log_on_disk(office.store)[-1] == ("=Ani <b>", 1)
    the_keyboard_alone_ticks(page)
    the_workbook_takes_no_name_for_a_formula(page)
    at_a_phones_width_nothing_is_cut_and_axe_finds_nothing_grave(page)
    assert said == []


def nothing_is_ticked_before_a_name_is_given(page: Page, office: Server) -> None:
    before = len(log_on_disk(office.store))
    expect(page.get_by_text("Tulis nama Anda lebih dulu")).to_be_visible()
    box(page, NAMES[0]).evaluate("box => box.click()")  # it says that it is disabled, so nothing waits for it
    expect(page.get_by_text("Belum ada yang dicentang: tulis nama Anda")).to_be_visible()
    expect(page.get_by_label("Nama Anda")).to_be_focused()
    expect(box(page, NAMES[0])).not_to_be_checked()
    expect(box(page, NAMES[0])).to_have_attribute("aria-disabled", "true")
    assert len(log_on_disk(office.store)) == before


def the_keyboard_alone_ticks(page: Page) -> None:
    page.get_by_role("button", name="Sudah (1)").focus()
    for key in ("Tab", "ArrowDown", "ArrowDown", "Space", "End", "Space"):
        page.keyboard.press(key)
    expect(page.get_by_role("button", name="Sudah (3)")).to_be_visible()
    assert [box(page, name).is_checked() for name in NAMES] == [True, False, True, False, False, True]


def the_workbook_takes_no_name_for_a_formula(page: Page) -> None:
    with page.expect_download() as download:
        page.get_by_role("link", name="Daftar sebagai XLSX").click()
    book = load_workbook(io.BytesIO(download.value.path().read_bytes()))
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert book.sheetnames == ["Daftar", "Keterangan", "Riwayat centang"]
    assert [line[0].value for line in book["Daftar"].iter_rows(min_row=2)][:2] == ["'=1+1", HOSTILE[1]]


def at_a_phones_width_nothing_is_cut_and_axe_finds_nothing_grave(page: Page) -> None:
    """In English, by a load of its own, after which the name is still known."""
    page.set_viewport_size({"width": 390, "height": 844})
    open_list(page, "en", region="93.02")
    expect(page.get_by_text("You tick as =Ani <b>")).to_be_visible()
    expect(page.locator(".checklist .sentence")).to_contain_text("Partial list: 3 of 6 ticked")
    for part in (".checklist", ".checklist .list"):
        assert page.locator(part).evaluate("part => part.scrollWidth - part.clientWidth") <= 0
    assert page.locator(".checklist").bounding_box()["width"] <= 390
    assert barriers(page) == []


def test_two_people_ticking_at_once_lose_nothing_and_see_each_other(fresh_office_page, office):
    items = many(60)
    put_list(office.store, *items, code="93.03")
    begun = len(log_on_disk(office.store))
    mine, other = fresh_office_page(), fresh_office_page()
    for page, name in [(mine, "Ani"), (other, "Budi")]:
        open_list(page, region="93.03")
        call_oneself(page, name)
    for number in range(0, 40, 2):
        boxes(mine).nth(number).click()
        boxes(other).nth(number + 1).click()
    for page in (mine, other):
        wait_until_saved(page)
        expect(page.locator(".checklist .sentence")).to_contain_text("40 dari 60 dicentang", timeout=SOON)
    found = on_disk(office.store)
    assert [found[item.name] for item in items[:40]] == [(1, "Ani"), (1, "Budi")] * 20
    assert sorted(log_on_disk(office.store)[begun:]) == [("Ani", 1)] * 20 + [("Budi", 1)] * 20
    what_others_tick_is_seen_soon_and_moves_nothing(mine, other)
    a_click_shows_at_once_in_a_list_of_900_and_every_one_of_a_hundred_counts(mine, office)


def what_others_tick_is_seen_soon_and_moves_nothing(mine: Page, other: Page) -> None:
    mine.get_by_role("button", name="Belum (20)").click()
    mine.get_by_role("searchbox").fill("distrik 3")
    box(mine, "Kampung 058").focus()
    place = mine.locator(".checklist .list").evaluate("list => list.scrollTop")
    assert place > 0
    box(other, "Kampung 059").click()
    expect(row(mine, "Kampung 059")).to_contain_text("Budi", timeout=SOON)
    assert mine.locator(".checklist .list").evaluate("list => list.scrollTop") == place
    assert box(mine, "Kampung 058").evaluate("box => box.getRootNode().activeElement === box")
    expect(mine.get_by_role("searchbox")).to_have_value("distrik 3")
    expect(row(mine, "Kampung 060")).to_be_hidden()


def a_click_shows_at_once_in_a_list_of_900_and_every_one_of_a_hundred_counts(page: Page, office: Server) -> None:
    put_list(office.store, *many(900), code="93.04")
    board_row(page, "93.04").get_by_role("button").click()
    expect(page.locator(".checklist .rows .row")).to_have_count(900, timeout=60_000)
    assert page.locator(".checklist .rows").evaluate(CLICKED) == 100
    expect(page.get_by_text("100 dari 900 desa/kampung sudah terdaftar")).to_be_visible(timeout=60_000)


def test_who_may_only_look_sees_neither_owners_nor_who_ticked_and_forges_nothing(come_as, office):
    items = put_list(office.store, Item(0, "Wasur", "Merauke", owner="Ibu Maria", pot="dana desa"), *many(2)).items
    analyst = come_as("ana@example.go.id")
    open_list(analyst)
    expect(analyst.get_by_text("Anda mencentang sebagai ana@example.go.id")).to_be_visible()
    expect(row(analyst, "Wasur")).to_contain_text("Ibu Maria")
    box(analyst, "Wasur").click()
    wait_until_saved(analyst)
    expect(row(analyst, "Wasur")).to_contain_text("sudah · ana@example.go.id")
    page = come_as("vina@example.go.id")
    forged = f'[{{"wish":"forged","item":{items[1].id},"done":true,"who":"ana@example.go.id","at":1}}]'
    page.add_init_script(f"sessionStorage.setItem('cakupan-ticks', '{forged}')")
    open_list(page)
    expect(row(page, "Wasur")).to_contain_text("dana desa")
    expect(box(page, "Wasur")).to_be_checked()
    expect(box(page, "Wasur")).to_be_disabled()
    assert "Maria" not in page.content()
    assert "Maria" not in row(page, "Wasur").inner_text()
    assert "ana@" not in row(page, "Wasur").inner_text()
    expect(page.get_by_label("Nama Anda")).to_have_count(0)
    expect(page.get_by_text("Ganti dengan daftar yang lebih baru")).to_have_count(0)
    its_workbook_names_nobody(page)
    expect(row(page, "Kampung 001")).to_contain_text("Hanya yang berperan analis", timeout=SOON)
    assert page.evaluate("sessionStorage.getItem('cakupan-ticks')") == "[]"
    expect(box(page, "Kampung 001")).not_to_be_checked()
    assert log_on_disk(office.store)[-1] == ("ana@example.go.id", 1)
    expect(row(analyst, "Kampung 001")).to_contain_text("belum")


def its_workbook_names_nobody(page: Page) -> None:
    asked = "region=93.01&indicator=villages_enrolled&segment=all&simulated=1&lang=id"
    book = load_workbook(io.BytesIO(page.request.get(f"/checklists/list.xlsx?{asked}").body()))
    said = [str(cell.value) for sheet in book for line in sheet.iter_rows() for cell in line]
    assert "Wasur" in said
    assert not [text for text in said if "Maria" in text or "ana@" in text]


def boxes(page: Page) -> Locator:
    return page.locator(".checklist .rows input")


def board_row(page: Page, code: str) -> Locator:
    return page.locator(f'.scoreboard tr[data-region="{code}"]')


def deck_row(deck: Page, code: str) -> Locator:
    return deck.locator(f'.board li[data-region="{code}"]')


def opened_board(page: Page, selection: str = "set=simulated&area=17") -> Page:
    """The deck of one scoreboard; a server just started builds its first one for a while, and says so meanwhile."""
    page.goto(f"/decks/view?{selection}&slides=scoreboard-villages_enrolled-all")
    expect(page.locator("html[data-ready]")).to_be_attached(timeout=90_000)
    return page


def test_ticks_move_sentence_table_and_deck(visit_office, fresh_office_page, listed):
    """One ticks on the page; a second browser's page and an open deck show it."""
    listed(KAUR, done=1, simulated=True)
    others = listed("17.06", simulated=True)
    page = visit_office("/desa-opd", region=KAUR, **BENGKULU)
    other = visit_office("/desa-opd", lang="en", region="17.03", **BENGKULU)
    deck = opened_board(fresh_office_page())
    expect(deck_row(deck, KAUR)).to_contain_text("1 / 192")
    before = deck.locator(".slide .sentence").inner_text()
    call_oneself(page, "Ani")
    page.get_by_label("Sinar Banten").check()
    for screen, said in ((page, "dicentang dalam rapat; dalam kumpulan data"), (other, "ticked in the meeting")):
        expect(board_row(screen, KAUR)).to_contain_text("2 / 192", timeout=SOON)
        expect(board_row(screen, KAUR)).to_contain_text(said)
    mine = deck_row(deck, KAUR)
    expect(mine).to_contain_text("2 / 192", timeout=SOON)
    expect(mine.locator(".live")).to_have_text("dicentang dalam rapat")
    assert deck.locator(".slide .sentence").inner_text() != before
    counted = "2 dari 9 wilayah menurut daftar yang dicentang dalam rapat"
    expect(deck.get_by_text(counted, exact=True)).to_be_visible()
    expect(deck.locator("footer .source")).to_contain_text(f"{counted} · ")
    expect(page.get_by_text("2 wilayah dihitung dari daftar yang dicentang")).to_be_visible()
    expect(page.get_by_text("Peta menampilkan angka kumpulan data, tanpa")).to_be_visible()
    expect(mine).to_be_in_viewport()
    expect(other.locator(SENTENCE).first).to_contain_text("enrolled,")  # what is drawn by itself keeps its language
    same_counts(other, deck)
    the_table_stays_where_it_was_scrolled_to(other, others)
    a_list_of_some_villages_changes_neither_page_nor_deck(other, deck, listed)


def same_counts(page: Page, deck: Page) -> None:
    """Page and deck put the regions in the same order, and add up the same."""
    shown = deck.locator(".board li[data-region]").evaluate_all("rows => rows.map((row) => row.dataset.region)")
    assert page.locator(".scoreboard tbody tr").evaluate_all("rows => rows.map((row) => row.dataset.region)") == shown
    said = page.locator('[data-testid="stMetricValue"]').first.inner_text()
    assert re.findall(r"\d+", said.replace(",", "")) == re.findall(
        r"\d+", deck.locator(".figure.big .figure-text").last.inner_text().replace(".", "")
    )


def the_table_stays_where_it_was_scrolled_to(page: Page, items: Sequence[Item]) -> None:
    frame = page.locator(".scoreboard .frame")
    expect(board_row(page, "17.06")).to_contain_text("0 / 148")
    frame.evaluate("one => { one.style.maxHeight = '120px'; one.scrollTop = 60; }")
    board_row(page, "17.03").get_by_role("button").focus()
    tick(HERE, "Budi", items[0].id, True)
    expect(board_row(page, "17.06")).to_contain_text("1 / 148", timeout=SOON)
    expect(board_row(page, "17.03").get_by_role("button")).to_be_focused()
    assert frame.evaluate("one => one.scrollTop") > 0


def a_list_of_some_villages_changes_neither_page_nor_deck(page: Page, deck: Page, listed: Callable) -> None:
    expect(deck_row(deck, "17.06")).to_contain_text("1 / 148", timeout=SOON)
    sentence = page.locator(SENTENCE).first.inner_text()
    before = deck_row(deck, "17.03").inner_text()
    items = listed("17.03", whole=10, simulated=True)
    tick(HERE, "Ani", items[0].id, True)
    said = "partial list: 1 of 10 ticked; 215 villages by Kepmendagri"
    expect(board_row(page, "17.03")).to_contain_text(said, timeout=SOON)
    assert page.locator(SENTENCE).first.inner_text() == sentence
    with deck.expect_response(re.compile("/decks/ticks"), timeout=SOON) as answer:
        pass  # the deck asks by itself
    answer.value.finished()
    assert deck_row(deck, "17.03").inner_text() == before


def test_a_regency_without_published_counts_comes_onto_the_board_of_an_open_deck(fresh_office_page, listed):
    listed("76.04", done=2)
    deck = opened_board(fresh_office_page(), "set=reported&area=76")
    expect(deck_row(deck, "76.04")).to_contain_text("2 / 144")
    expect(deck_row(deck, "76.05")).to_contain_text("19 / 62")
    assert listed("76.02", done=1)  # loaded while the deck is open
    expect(deck_row(deck, "76.02")).to_contain_text("1 / 88", timeout=SOON)
    expect(deck.locator(".slide .sentence")).to_contain_text("Di 3 wilayah: 22 dari 294")


ODD = "No;Nama Desa;Ikut BPJS TK?\n1;Desa Air Long;v\n2;AIR LONG;x\n3;Sinar Banten;x\n" + "".join(
    f"{number};Desa {number};x\n" for number in range(4, 64)
)


def test_a_file_that_could_be_misread_is_settled_before_it_counts_and_can_be_taken_back(fresh_office_page, tmp_path):
    """Majene has 19 of 62; the file has ticks under an unknown header, crosses beside them, and a village twice."""
    file = tmp_path / "majene.csv"
    file.write_text(ODD, encoding="utf-8")
    page = fresh_office_page()
    page.goto("/desa-opd?set=reported&area=76&region=76.05&lang=id")
    page.get_by_test_id("stFileUploader").locator("input").set_input_files(file, timeout=60_000)
    expect(page.get_by_text("1 desa atau perangkat daerah tercantum di beberapa baris")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("button", name="Muat daftar ini")).to_have_count(0)
    page.get_by_text("Gabungkan yang lain: masing-masing satu baris").click()
    expect(page.get_by_text("Dalam berkas: 1 dari 62 desa/kampung sudah terdaftar")).to_be_visible(timeout=60_000)
    lowered = "Daftar ini menurunkan angka yang sudah diterbitkan: dari 19 dari 62 (November 2022) menjadi 1 dari 62."
    expect(page.get_by_text(lowered)).to_be_visible()
    page.get_by_role("button", name="Muat daftar ini").click()
    expect(board_row(page, "76.05")).to_contain_text("1 / 62", timeout=60_000)
    page.get_by_role("button", name="Kembali ke angka yang diterbitkan").click()
    expect(board_row(page, "76.05")).to_contain_text("19 / 62", timeout=60_000)
    expect(page.get_by_text("Yang berlaku angka yang diterbitkan: 19 dari 62 (November 2022).")).to_be_visible()
    expect(page.locator(".checklist .rows .row")).to_have_count(62)
    page.get_by_role("button", name="Pakai hitungan daftar ini").click()
    expect(board_row(page, "76.05")).to_contain_text("1 / 62", timeout=60_000)


def test_owner_due_date_and_note_are_written_in_the_list_by_two_at_once(fresh_office_page, office):
    put_list(office.store, Item(0, "Wasur"), Item(0, "Kampung Wasur"), *many(3), code="93.02")
    mine, other = fresh_office_page(), fresh_office_page()
    for page, name in [(mine, "Ani"), (other, "Budi")]:
        open_list(page, region="93.02")
        call_oneself(page, name)
        editing(page, "Kampung 001")
        page.get_by_label("Penanggung jawab").fill(f"Ibu {name}")
    other.get_by_label("Tenggat").fill("2026-12-31")
    mine.get_by_label("Catatan").fill("menunggu SK")
    mine.get_by_role("button", name="Simpan").click()
    wait_until_saved(mine)
    expect(row(other, "Kampung 001")).to_contain_text("menunggu SK", timeout=SOON)
    other.get_by_role("button", name="Simpan").click()
    expect(row(other, "Kampung 001")).to_contain_text("Ani sudah menulis “Ibu Ani” di sini", timeout=SOON)
    expect(other.get_by_label("Penanggung jawab")).to_have_value("Ibu Budi")
    other.get_by_role("button", name="Simpan").click()
    for page in (mine, other):
        expect(row(page, "Kampung 001")).to_contain_text("Ibu Budi", timeout=SOON)
        expect(row(page, "Kampung 001")).to_contain_text("31 Des 2026")
        expect(page.locator(".editing")).to_have_count(0)
    lines_about_one_village_are_merged(mine, other)


def lines_about_one_village_are_merged(mine: Page, other: Page) -> None:
    """While somebody else writes in another line, who keeps both text and place."""
    editing(other, "Kampung 002")
    other.get_by_label("Catatan").fill("belum sel")
    expect(row(mine, "Kampung Wasur")).to_contain_text("tercantum lebih dari sekali")
    editing(mine, "Wasur")
    mine.get_by_role("button", name="Gabungkan dengan Kampung Wasur (belum)").click()
    for page in (mine, other):
        expect(page.locator(".checklist .rows .row")).to_have_count(4, timeout=SOON)
    other.keyboard.type("esai")
    expect(other.get_by_label("Catatan")).to_have_value("belum selesai")


def editing(page: Page, name: str) -> None:
    row(page, name).get_by_role("button", name="Ubah baris ini").click()
