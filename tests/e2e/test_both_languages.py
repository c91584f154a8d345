"""Bahasa Indonesia and English: each whole, neither in the other's sentences."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from playwright.sync_api import Page, expect
from screen import PAGES, SENTENCE, choose, go, region, wait_for_address, wait_for_map

ROOT = Path(__file__).parents[2]
LOCALES, DATA = ROOT / "locales", ROOT / "data"
OTHER = {"id": "en", "en": "id"}
PLACE = r"\\\{\w+\\\}"

# Everything that can be read or heard on the screen, inside shadow roots too.
TEXTS = """() => { const found = new Set();
    const look = (root) => { for (const node of root.querySelectorAll('*')) {
        if (node.shadowRoot) look(node.shadowRoot);
        if (node.matches('style, script, template')) continue;
        for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext'])
            found.add(node.getAttribute(name) ?? '');
        if (node.matches('input')) found.add(node.value);
        for (const part of node.childNodes) if (part.nodeType === Node.TEXT_NODE) found.add(part.textContent);
    } };
    look(document.body); return [...found].map((text) => text.trim()).filter(Boolean); }"""


def sentences(language: str) -> list[re.Pattern[str]]:
    """Every text of a catalogue or a data file as a pattern in which {places} stand for anything."""
    with (LOCALES / language / "LC_MESSAGES" / "cakupan.po").open("rb") as file:
        messages = read_po(file, locale=language)
    texts = [text for message in messages if message.id for text in _forms(message.string)]
    for path in DATA.rglob("*.toml"):
        texts += _texts_in(tomllib.loads(path.read_text(encoding="utf-8")), language)
    own = [text for text in texts if _says_enough(text)]
    return [re.compile(re.sub(PLACE, ".*", re.escape(text)), re.DOTALL) for text in own]


def _texts_in(tree: object, language: str) -> list[str]:
    """The texts that a file carries in each language: `{ id = "…", en = "…" }`."""
    if isinstance(tree, dict) and OTHER.keys() <= tree.keys():
        return [tree[language]]
    branches = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else []
    return [text for branch in branches for text in _texts_in(branch, language)]


def _forms(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (string,)


def _says_enough(text: str) -> bool:
    """`{first} dan {last}` would find every title with "dan" in it."""
    own = re.findall(r"[^\W\d_]{2,}", re.sub(r"\{\w+\}", "", text))
    return len(own) > 1 or (len(own) == 1 and "{" not in text)


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_page_speaks_a_word_of_the_other_language(fresh_page: Callable[..., Page], language: str):
    ours, theirs = sentences(language), sentences(OTHER[language])
    page = fresh_page()
    leaks, named = {}, {}
    for path in PAGES:
        go(page, path, lang=language)
        page.wait_for_load_state("networkidle")
        named[path] = page.locator("html").get_attribute("lang")
        leaks[path] = [text for text in page.evaluate(TEXTS) if says(theirs, text) and not says(ours, text)]
    assert {path: texts for path, texts in leaks.items() if texts} == {}
    assert named == dict.fromkeys(PAGES, language)


def says(patterns: list[re.Pattern[str]], text: str) -> bool:
    return any(pattern.fullmatch(text) for pattern in patterns)


def test_english_numbers_and_dates_are_written_the_english_way(visit: Callable[..., Page]):
    page = visit("/", set="reported", period="2024-11", lang="en")
    wait_for_map(page)
    expect(page.locator(SENTENCE)).to_contain_text("November 2024")
    expect(page.locator(SENTENCE)).to_contain_text("37.0%")
    expect(page.get_by_text("39,487")).to_be_visible()
    expect(region(page, "17.04")).to_have_accessible_name("Kaur: 75.0%, November 2024")
    expect(region(page, "17.05")).to_have_accessible_name("Seluma: not reported, November 2024")


def test_the_language_is_changed_by_hand_and_taken_along(visit: Callable[..., Page]):
    page = visit("/")
    wait_for_address(page, lang="id")
    expect(page.locator(SENTENCE)).to_contain_text("37,0 %")
    choose(page, "Bahasa", "English")
    wait_for_address(page, lang="en")
    expect(page.locator(SENTENCE)).to_contain_text("37.0%")
    wait_for_map(page)
    expect(region(page, "17.04")).to_have_accessible_name("Kaur: 75.0%, November 2024")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Sources", exact=True).click()
    expect(page.get_by_role("tab", name="Definitions")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
