"""The words that Python hands to the explorer's modules are those that the modules ask for."""

import re
from pathlib import Path

import pytest

from components.explorer.texts import explorer_texts
from components.language.i18n import LANGUAGES, use_language
from data.indicators import load_indicators

MODULES = Path(__file__).parents[3] / "components" / "explorer"
SOURCE = "\n".join(path.read_text() for path in sorted(MODULES.glob("*.js")))
# Asked for by a name that the modules look up: why a figure is missing, and what it is.
LOOKED_UP = {"reported", "computed", "simulated", "not_reported", "not_applicable", "suppressed"}
PLACES_GIVEN = {
    name: set(re.findall(r"(\w+)(?=:|,|\s*$)", given))
    for name, given in re.findall(r"say\(texts\.(\w+), {([^}]*)}", SOURCE)
}


@pytest.fixture(autouse=True, params=LANGUAGES)
def _language(request):
    use_language(request.param)
    yield
    use_language("id")


@pytest.fixture(params=["coverage", "active_participants", "death_benefit_paid", "programmes_followed"])
def texts(request):
    return explorer_texts(load_indicators()[request.param])


def test_every_text_that_a_module_asks_for_is_there(texts):
    asked = set(re.findall(r"\btexts\.(\w+)", SOURCE)) | LOOKED_UP
    asked -= {"get", "set"}  # a Map of the same name in the picture
    assert {"play", "pause", "notFound"} < asked
    assert asked <= texts.keys()


def test_no_text_is_sent_that_no_module_knows(texts):
    assert {name for name in texts if not re.search(rf"\b{name}\b", SOURCE)} == set()


def test_every_place_of_a_text_is_filled_by_its_module(texts):
    assert {"notFound", "tally", "counts"} < PLACES_GIVEN.keys()
    for name, given in PLACES_GIVEN.items():
        assert set(re.findall(r"{(\w+)}", texts[name])) <= given, name


def test_a_value_keeps_its_place_in_every_unit(texts):
    assert texts["counted"].count("{value}") == 1
    assert texts["rupiah"].startswith("Rp")
