"""Naughty texts in every place that text from outside reaches: they are read letter by letter, and nothing happens."""

import csv
import io
import json
import re
import time
import urllib.request
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pandas as pd
import pytest
from conftest import ROOT, Server
from openpyxl import load_workbook
from outside import HERE, join_internet
from playwright.sync_api import Page, expect
from screen import follow_in_any_language, go, region, wait_for_map, wait_until_settled

from components.server.security.policy import frame_policy
from data.observations import COLUMNS
from data.store.drafts import Meets, save_draft
from data.store.preferences import define_indicator, remember_alias
from data.store.roles import User
from data.store.versions import Upload, newest, publish
from geo.regions import read_regions, regions_in

CORPUS = ROOT.parent / "shared" / "corpus" / "blns" / "blns.json"
LOCAL = User("local", local=True)
SET = "naughty"
# Beside the corpus: what runs in a browser, in Markdown, in a formula of Streamlit's own and in a spreadsheet.
OURS = [
    "<script>alert('naughty')</script>",
    "<img src=x onerror=alert('naughty')>",
    '"><svg onload=alert(`naughty`)>',
    "</script></style></textarea><iframe src='javascript:alert(1)'>",
    "![gambar](https://naughty.example/a.png) [tautan](javascript:alert(1))",
    ":material/delete: :red[merah] $x^2$ :smile: `kode` **tebal** # Judul",
    "{0} {code} %s %(name)s {{x}} ${y} #{z}",
    "=cmd|'/C calc'!A0",
    "+SUM(1) ;=1+1",
    "@naughty\t=1+1",
]
OPENERS = re.compile(r"\s*[=+\-@\t\r]")

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the big list of ../shared/corpus is not here")


def naughty() -> list[str]:
    return [*OURS, *(text for text in json.loads(CORPUS.read_text(encoding="utf-8")) if text.strip())]


def in_groups(texts: list[str], size: int) -> list[str]:
    return [" ".join(texts[at : at + size]) for at in range(0, len(texts), size)]


def regencies() -> pd.DataFrame:
    return regions_in(read_regions(), "17", "regency")


def observations(sources: list[dict[str, str]]) -> pd.DataFrame:
    """Ten regions by as many months as it takes for every source to be that of one figure."""
    codes = list(regencies()["region_code"])
    rows = [
        {
            "region_code": codes[at % len(codes)],
            "indicator": ("coverage", "berkas_nakal")[at % 20 >= 10],
            "segment": "all",
            "period": f"{2020 + at // 240}-{at // 20 % 12 + 1:02d}",
            "value": float(at % 97),
            "status": "reported",
            "source_id": source["source_id"],
            "note": source["note"],
        }
        for at, source in enumerate(sources)
    ]
    return pd.DataFrame(rows).reindex(columns=COLUMNS).assign(value_printed="", counts_status="", counts_source_id="")


def about(sources: list[dict[str, str]], title: str) -> dict[str, object]:
    return {
        "title": {"id": title, "en": title},
        "description": {"id": " ".join(OURS), "en": " ".join(OURS)},
        "sources": sources,
        "simulated": False,
        "default_area": "17",
        "default_indicator": "coverage",
        "default_segment": "all",
        "default_period": "2020-01",
    }


def sources_of(texts: list[str]) -> list[dict[str, str]]:
    return [
        {"source_id": f"s{at}", "title": text, "publisher": text, "published": text, "url": "", "note": text}
        for at, text in enumerate(in_groups(texts, 6))
    ]


@pytest.fixture(scope="module")
def filled(office: Server) -> Iterator[Server]:
    """The office's store with everything that text from outside reaches: two versions, a draft, an indicator."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CAKUPAN_STORE", str(office.store))
        patch.setenv("CAKUPAN_LOCAL", "1")
        sources = sources_of(naughty())
        title = OURS[0] + OURS[1]
        said = {"id": title, "en": title}
        counted = {
            "id": "berkas_nakal",
            "numerator": None,
            "denominator": None,
            "unit": "persons",
            "better": "higher",
            "decimals": 0,
            "aggregation": "sum",
            "segments": ["all"],
        }
        define_indicator(LOCAL, "berkas_nakal", {"title": said, "definition": said} | counted)
        remember_alias(LOCAL, OURS[1], "17.04")
        rows = observations(sources)
        for version, name in enumerate((OURS[0], OURS[7])):
            upload = Upload(f"{name}.csv", "a" * 64, " ".join(OURS), about(sources, title))
            publish(LOCAL, SET, rows.assign(value=rows["value"] + version), upload, newest(SET))
        upload = Upload(f"{OURS[1]}.csv", "b" * 64, OURS[2], about(sources, title))
        save_draft(LOCAL, Meets(SET, newest(SET)), upload, rows)
    yield office


@pytest.fixture
def watched(fresh_office_page: Callable[..., Page], filled: Server) -> Iterator[Page]:
    """A page in which nothing may speak up, and from which nothing leaves but to the street map's hosts."""
    assert filled.log.exists()
    page = fresh_office_page()
    join_internet(page.context)
    usual = set(re.findall(r"https://([\w.-]+)", frame_policy()))
    heard: list[str] = []
    page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
    page.context.on("request", lambda request: heard.append(request.url) if _leaves(request.url, usual) else None)
    yield page
    assert planted(page) == []
    assert heard == []


def _leaves(url: str, usual: set[str]) -> bool:
    found = urlsplit(url)
    return found.scheme in ("http", "https", "ws", "wss") and found.hostname not in HERE | usual


def planted(page: Page) -> list[str]:
    """What stands in the page that only a naughty text can have made, in shadow roots and frames too."""
    look = """() => {
        const found = [];
        const look = (root) => {
            for (const node of root.querySelectorAll('*')) {
                const names = node.getAttributeNames();
                if (names.some((name) => /^on/.test(name) && /alert|naughty/.test(node.getAttribute(name)))
                    || (node.tagName === 'SCRIPT' && /alert|naughty/.test(node.textContent))
                    || (node.tagName === 'IMG' && /^(x|#|naughty)|example/.test(node.getAttribute('src') ?? ''))
                    || /^javascript:/i.test(node.getAttribute('href') ?? node.getAttribute('src') ?? ''))
                    found.push(node.outerHTML.slice(0, 200));
                if (node.shadowRoot) look(node.shadowRoot);
            }
        };
        look(document);
        return found;
    }"""
    return [one for frame in page.frames for one in frame.evaluate(look)]


def whole_text(page: Page) -> str:
    """Every text of the page, in shadow roots too, without blanks: a link parts a text into nodes."""
    read = """() => {
        const texts = [];
        const look = (root) => {
            const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) texts.push(walker.currentNode.data);
            for (const node of root.querySelectorAll('*')) if (node.shadowRoot) look(node.shadowRoot);
        };
        look(document.body);
        return texts.join(' ');
    }"""
    return squeezed(page.evaluate(read))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u2060]+", "", text)


def shows(page: Page, texts: list[str]) -> bool:
    """Wait until the page shows one of them at least."""
    end = time.monotonic() + 15
    while time.monotonic() < end:
        said = whole_text(page)
        if any(squeezed(text) in said for text in texts):
            return True
        page.wait_for_timeout(200)
    return False


SEEN = {"set": SET, "area": "17", "period": "2020-01", "region": "17.04", "regions": "17.04,17.07"}
EVERYTHING = SEEN | {"v": "2", "level": "regency", "segment": "all", "scope": "all", "lang": "id"}
OF_FIGURES = ["", "peta", "peringkat", "tren", "profil", "peta-dasar"]
WHATEVER_THE_INDICATOR = ["sumber", "versi", "unggah"]


def test_every_page_shows_it_as_text(watched: Page, tmp_path: Path):
    go(watched, "/", indicator="coverage", **SEEN)
    for goal in [*OF_FIGURES, *WHATEVER_THE_INDICATOR]:
        shows_it_as_text(watched, goal)
        if goal == "peta":
            a_picture_of_the_map_holds_no_markup(watched, tmp_path)
        if goal == "sumber":
            every_source_stands_as_it_was_written(watched)
    a_draft_shows_it_as_text(watched)


def test_an_indicator_with_a_naughty_title_is_text_on_every_page_of_figures(watched: Page, tmp_path: Path):
    go(watched, "/", indicator="berkas_nakal", **SEEN)
    for goal in OF_FIGURES:
        shows_it_as_text(watched, goal)
        if goal == "peta":
            a_picture_of_the_map_holds_no_markup(watched, tmp_path)


def shows_it_as_text(page: Page, goal: str) -> None:
    follow_in_any_language(page, f"/{goal}")
    is_drawn(page, goal)
    open_all(page)
    if goal not in ("unggah", "peta-dasar"):
        assert shows(page, [text for text in naughty() if len(text) > 12]), goal
    assert planted(page) == [], goal


def is_drawn(page: Page, goal: str) -> None:
    """Maps come after the words; a region under the pointer says more."""
    if goal in ("", "peta"):
        wait_for_map(page)
        region(page, "17.04").hover()
    if goal == "peta-dasar":
        expect(page.frame_locator("iframe").locator("#map_div")).to_be_attached()


def open_all(page: Page) -> None:
    open_folds(page)
    for tab in page.get_by_role("tab").all():
        tab.click()
        wait_until_settled(page)
        open_folds(page)


def open_folds(page: Page) -> None:
    # Held one by one: those that are open are no longer among the closed ones.
    closed = page.locator("details:not([open]) > summary").locator("visible=true").element_handles()
    for fold in closed[:4]:
        fold.click()
    wait_until_settled(page)


def every_source_stands_as_it_was_written(page: Page) -> None:
    page.get_by_role("tab").first.click()
    expect(page.locator("details > summary", has_text="angka").nth(60)).to_be_attached()
    said = whole_text(page)
    wanting = [text for text in OURS if squeezed(text) not in said]
    assert wanting == []


def a_picture_of_the_map_holds_no_markup(page: Page, folder: Path) -> None:
    with page.expect_download() as started:
        page.get_by_role("button", name="Unduh peta sebagai SVG", exact=True).click()
    path = folder / "peta.svg"
    started.value.save_as(path)
    drawing = ET.parse(path).getroot()  # noqa: S314  (our own file)
    assert "naughty" in "".join(drawing.itertext())
    tags = {node.tag.rpartition("}")[2] for node in drawing.iter()}
    assert tags & {"script", "img", "image", "iframe", "foreignObject", "a"} == set()


def a_draft_shows_it_as_text(page: Page) -> None:
    page.get_by_role("tab").first.click()
    assert shows(page, [OURS[1]])
    page.get_by_role("link", name=re.compile("Buka|Lihat")).first.click()
    wait_until_settled(page)


def fetch(server: Server, name: str, **parameters: str) -> bytes:
    query = "&".join(f"{one}={quote(value)}" for one, value in parameters.items())
    with urllib.request.urlopen(f"{server.address}/downloads/{name}?{query}") as answer:  # noqa: S310
        return answer.read()


def test_no_cell_of_a_csv_is_a_formula(filled: Server):
    rows = list(
        csv.reader(
            io.StringIO(fetch(filled, "observations.csv", indicator="coverage", **EVERYTHING).decode("utf-8-sig"))
        )
    )
    cells = [cell for row in rows for cell in row]
    assert len(rows) > 60
    assert [cell for cell in cells if OPENERS.match(cell) and not re.fullmatch(r"-?[0-9.]+", cell)] == []
    assert any(cell.startswith("'=cmd") or "<script>" in cell for cell in cells)


def test_no_cell_of_a_workbook_is_a_formula(filled: Server):
    book = load_workbook(io.BytesIO(fetch(filled, "observations.xlsx", indicator="coverage", **EVERYTHING)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert len(cells) > 600
    assert [cell.coordinate for cell in cells if cell.data_type in ("f", "e")] == []
    assert [cell.value for cell in cells if isinstance(cell.value, str) and OPENERS.match(cell.value)] == []


def test_a_file_of_nothing_but_naughty_names_is_only_read(watched: Page):
    name = " ".join([OURS[7], OURS[4], OURS[1], OURS[6]])
    text = io.StringIO(newline="")
    texts = [one for one in naughty() if not re.search(r"[\x00-\x08\x0b-\x1f]", one)]
    csv.writer(text).writerows(
        [["Kabupaten", OURS[0], OURS[1], "Cakupan (%)"], *([one, one, one, "75,5"] for one in texts)]
    )
    go(watched, "/unggah")
    content = text.getvalue().encode()
    watched.locator("input[type=file]").first.set_input_files(
        {"name": f"{name}.csv", "mimeType": "", "buffer": content}
    )
    expect(watched.get_by_text(re.compile("baris data")).first).to_be_visible(timeout=60_000)
    wait_until_settled(watched)
    for button in ("Kolom-kolom ini benar",):
        found = watched.get_by_role("button", name=button, exact=True)
        if found.count():
            found.last.click()
            wait_until_settled(watched)
    assert shows(watched, [OURS[0]])
