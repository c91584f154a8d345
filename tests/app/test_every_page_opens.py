"""Every page opens for every dataset, language and kind of area, and says what it shows."""

import pytest
from conftest import PAGES

AREAS = {"ID": ("province", "regency"), "17": ("regency",), "93": ("regency",)}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("dataset", ["simulated", "reported"])
@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(("area", "level"), [(area, level) for area, levels in AREAS.items() for level in levels])
def test_every_page_opens(opened, page, dataset, language, area, level):
    asked = {"set": dataset, "lang": language, "area": area, "level": level}
    screen = opened(page, **asked)
    assert screen.failed == []
    assert screen.said("error") == []
    assert {name: screen.address[name] for name in asked} == asked
    assert screen.words
