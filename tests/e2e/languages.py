"""What is written in which language: every text of the catalogues and of the data files, and the texts of a page."""

import re
import tomllib
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po
from playwright.sync_api import Page

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
        // The value of a radio button is a code that nobody reads.
        if (node.matches('input:not([type=radio])')) found.add(node.value);
        for (const part of node.childNodes) if (part.nodeType === Node.TEXT_NODE) found.add(part.textContent);
    } };
    look(document.body); return [...found].map((text) => text.trim()).filter(Boolean); }"""


def foreign(page: Page, language: str) -> list[str]:
    """The texts of the page that are the other language's and not this one's."""
    return [text for text in page.evaluate(TEXTS) if says(OTHER[language], text) and not says(language, text)]


@cache
def says(language: str, text: str) -> bool:
    return any(pattern.fullmatch(text) for pattern in sentences(language))


@cache
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
