"""What a person sees and does on the screen, in words that all journeys share."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from playwright.sync_api import Locator, Page, expect

SENTENCE = '[data-testid="stHeading"] h2'
# What the frame makes of an error that nobody expected.
FAILED = re.compile(r"tidak diperkirakan program ini|the program did not expect")
SETTLED = '[data-testid="stApp"][data-test-script-state="notRunning"]'

# Every page: its title in the menu, and a text that only this page shows.
PAGES = {
    "/": ("Ringkasan", "Yang juga diketahui tentang Bengkulu"),
    "/peta": ("Peta", "Lingkaran"),
    "/peringkat": ("Peringkat", "Sembunyikan nama"),
    "/tren": ("Tren", "Wilayah, paling banyak 8"),
    "/profil": ("Profil", re.compile("Pilih kabupaten/kota pada peta|Semua yang diketahui tentang")),
    "/desa-opd": ("Desa & OPD", "Papan capaian sebagai tabel"),
    "/rapat": ("Tayangan", re.compile("^Berkas untuk dibagikan")),
    "/peta-dasar": ("Peta dasar", "Peta dasar memerlukan internet"),
    "/sumber": ("Sumber", "Sumber dan metode"),
}

# What stands around a chart of the coverage of Bengkulu.
AROUND = ["persen dari pekerja eligible", "Sumber: ", "dilaporkan", "tanpa angka: 0"]

# Long enough for a machine that is busy with something else; a condition that holds at once costs nothing.
expect.set_options(timeout=45_000)


def go(page: Page, path: str, **parameters: str) -> None:
    """Open an address and wait until the server has drawn it.

    One that names no dataset is given the simulated one, which has a figure for everything; `set=""` leaves it out.
    """
    usual = {} if "?" in path else {"set": "simulated"}
    asked = {name: value for name, value in (usual | parameters).items() if name != "set" or value}
    page.goto(f"{path}?{urlencode(asked)}" if asked else path)
    wait_until_settled(page)


def follow(page: Page, path: str) -> None:
    """Go to another page by the menu, and wait until it is drawn."""
    title, mark = PAGES[path]
    page.get_by_test_id("stSidebar").get_by_role("link", name=title, exact=True).click()
    expect(page).to_have_url(re.compile(rf"^https?://[^/]+{re.escape(path)}([?#]|$)"))
    expect(page.get_by_text(mark).first).to_be_visible()
    wait_until_settled(page)


def follow_in_any_language(page: Page, path: str) -> None:
    """The same by the address of the menu's link, which no language changes."""
    goal = path.removeprefix("/")
    page.get_by_test_id("stSidebar").locator(f'a[href^="{goal}?"]').click()
    expect(page).to_have_url(re.compile(rf"^https?://[^/]+{re.escape(path)}([?#]|$)"))
    wait_until_settled(page)


def wait_until_settled(page: Page) -> None:
    expect(page.locator(SETTLED)).to_be_attached()
    expect(page.get_by_test_id("stException")).to_have_count(0, timeout=1_000)
    expect(page.get_by_text(FAILED)).to_have_count(0, timeout=1_000)


def address(page: Page) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(page.url).query))


def wait_for_address(page: Page, **parameters: str) -> None:
    """Wait until the address carries these codes, and the screen has been drawn from them."""
    for name, code in parameters.items():
        expect(page).to_have_url(re.compile(rf"[?&]{name}={re.escape(code)}(&|$)"))
    wait_until_settled(page)


def wait_until_dropped(page: Page, name: str, code: str = "") -> None:
    """Wait until the address no longer carries a parameter, or no longer this code of it.

    Never by `wait_for_function`: it makes a function from text in the page, which the page's policy forbids.
    """
    expect(page).not_to_have_url(re.compile(rf"[?&]{name}={re.escape(code)}"))


def region(page: Page, code: str) -> Locator:
    return page.locator(f'path[data-region="{code}"]')


def wait_for_map(page: Page) -> None:
    """The map is there once its last region has a colour and a name."""
    expect(page.locator("path[data-region][fill][aria-label]").last).to_be_visible()


def fills(page: Page) -> dict[str, str]:
    """The fill of every region: a colour, or url(#…) for hatching."""
    read = "paths => paths.map(path => [path.dataset.region, path.getAttribute('fill')])"
    return dict(page.locator("path[data-region]").evaluate_all(read))


def names(page: Page) -> list[str]:
    """What a screen reader says of every region: name, value, period."""
    read = "paths => paths.map(path => path.getAttribute('aria-label'))"
    return page.locator("path[data-region]").evaluate_all(read)


def swatches(page: Page) -> list[str]:
    """The colours of the legend's classes, low to high, as `#rrggbb`; gaps are left out."""
    read = """items => items.filter((item) => !item.hidden).map((item) => {
        const swatch = item.querySelector('.swatch');
        const colour = getComputedStyle(swatch).backgroundColor.match(/\\d+/g).slice(0, 3);
        return swatch.classList.contains('hatch') ? null
            : '#' + colour.map((part) => Number(part).toString(16).padStart(2, '0')).join('');
    }).filter(Boolean)"""
    return page.locator("[data-legend] li").evaluate_all(read)


def luma(colour: str) -> float:
    """How light `#rrggbb` looks (Rec. 601), 0 to 255."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def ranked(page: Page, which: str = "highest") -> list[str]:
    """The names in a list beside the map, with their values: `Kaur 75`; of up to twenty regions all are in one."""
    rows = page.locator(f'[data-rank="{which}"] li:visible:has(.name)')
    read = "rows => rows.map((row) => ['.name', '.value'].map((part) => row.querySelector(part).textContent).join(' '))"
    return rows.evaluate_all(read)


def tiles(page: Page) -> Locator:
    """What stands below the sentence of the first screen, one figure each."""
    return page.locator(".st-key-tiles > *")


def slider(page: Page) -> Locator:
    return page.locator("input[type=range]")


def picker(page: Page, label: str) -> Locator:
    """One of the pickers; its value is the label of the choice it shows."""
    return page.get_by_role("combobox", name=label, exact=True)


def choose(page: Page, label: str, option: str) -> None:
    """Pick by typing: a long list draws only the options in sight, and a list closes when the page slides under it."""
    box = picker(page, label)
    box.click()
    box.select_text()
    box.press_sequentially(option)
    page.get_by_role("option", name=option, exact=True).click()


def map_width(page: Page) -> float:
    """How wide the regions are drawn, in pixels; grows with the zoom."""
    return float(page.locator("svg.map .regions").evaluate("regions => regions.getBoundingClientRect().width"))


def middle(part: Locator) -> tuple[float, float]:
    box = part.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def has_all_around_it(page: Page) -> None:
    """A chart never stands alone: its unit, source, status, counts and table are on the page."""
    for text in AROUND:
        expect(page.get_by_text(text).locator("visible=true").first).to_be_attached()
    expect(page.get_by_text("Tampilkan sebagai tabel").first).to_be_visible()
