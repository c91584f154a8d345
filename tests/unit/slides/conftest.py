"""Decks of the five meetings, as the program would show them."""

import pytest

from components.language.i18n import use_language
from components.report.model import DeckRequest
from components.report.slides.deck import build_slides
from components.state.selection import Selection

BENGKULU = {
    "dataset": "reported", "area": "17", "level": "regency", "indicator": "coverage", "segment": "all",
    "period": "2024-11", "region": "", "regions": (), "scheme": "quantile", "breaks": (), "target": "", "since": "",
    "language": "id",
}  # fmt: skip
MERAUKE = {"area": "93", "indicator": "villages_enrolled", "segment": "village_apparatus", "period": "2023-04"}
MAJENE = {"area": "76", "indicator": "villages_enrolled", "period": "2022-11"}
SIDRAP = {"area": "73", "indicator": "villages_paying_from_village_fund", "period": "2023-10"}


@pytest.fixture(autouse=True)
def _indonesian():
    use_language("id")
    yield
    use_language("id")


@pytest.fixture
def choice():
    """Return a function that makes a selection: reported coverage in Bengkulu unless said otherwise."""
    return lambda **changes: Selection(**BENGKULU | changes)


@pytest.fixture
def deck(choice):
    """Return a function that builds the deck of a selection."""

    def build(wanted=None, language="id", **changes):
        use_language(language)
        return build_slides(choice(language=language, **changes), wanted or DeckRequest())

    return build


def slide(deck, key):
    return next(one for one in deck.slides if one.id == key)
