"""Checklists in the journeys: put into a server's store, opened in a browser, read back from the disk."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, expect

from data.store.checklists import Checklist, Item, keep_checklist
from data.store.roles import User

MERAUKE = {"set": "simulated", "area": "93", "indicator": "villages_enrolled", "segment": "all", "region": "93.01"}
SAVED = {"id": "Semua centang sudah tersimpan.", "en": "Every tick is saved."}


def put_list(store: Path, *items: Item, code: str = "93.01") -> Checklist:
    """Load a list for a regency, beside the simulated figures, into the store of a server on this machine."""
    name = (code, "villages_enrolled", "all")
    with _environment(CAKUPAN_STORE=str(store), CAKUPAN_LOCAL="1"):
        return keep_checklist(User("local", local=True), *name, "desa.xlsx", items, simulated=True)


def many(count: int) -> list[Item]:
    return [Item(0, f"Kampung {number:03}", f"Distrik {number // 20 + 1}") for number in range(1, count + 1)]


@contextmanager
def _environment(**changed: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in changed}
    os.environ.update(changed)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def open_list(page: Page, language: str = "id", base: str = "", **parameters: str) -> None:
    """base: the server's address, for a page that has none of its own."""
    # The page is never at rest: its lists are looked at every two seconds.
    page.goto(f"{base}/desa-opd?{urlencode(MERAUKE | {'lang': language} | parameters)}")
    expect(page.locator(".checklist .rows .row").first).to_be_attached(timeout=60_000)


def row(page: Page, name: str) -> Locator:
    return page.locator(".checklist .rows .row").filter(has=page.get_by_text(name, exact=True))


def box(page: Page, name: str) -> Locator:
    return row(page, name).get_by_role("checkbox", include_hidden=True)


def call_oneself(page: Page, name: str) -> None:
    page.get_by_label("Nama Anda").fill(name)
    page.keyboard.press("Enter")


def wait_until_saved(page: Page, language: str = "id") -> None:
    expect(page.get_by_text(SAVED[language])).to_be_visible(timeout=60_000)


def on_disk(store: Path) -> dict[str, tuple[int, str]]:
    """Whether each item is done, and who said so."""
    with closing(sqlite3.connect(store / "small.sqlite")) as connection:
        rows = connection.execute("SELECT name, done, ticked_by FROM checklist_items").fetchall()
    return {name: (done, who) for name, done, who in rows}


def log_on_disk(store: Path) -> list[tuple[str, int]]:
    """Every tick in its order: who, and what."""
    with closing(sqlite3.connect(store / "small.sqlite")) as connection:
        return connection.execute("SELECT name, done FROM ticks ORDER BY number").fetchall()
