"""axe-core on every page, in both themes: nothing serious, nothing critical."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from screen import PAGES, follow, wait_for_map

WITH_MAP = {"/", "/peta"}
GRAVE = {"serious", "critical"}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_grave_on_any_page(visit: Callable[..., Page], theme: str):
    page = visit("/", options={"color_scheme": theme})
    found = {}
    for path in PAGES:
        follow(page, path)
        if path in WITH_MAP:
            wait_for_map(page)
        page.wait_for_load_state("networkidle")
        found[path] = grave(Axe().run(page).response["violations"])
    assert {path: violations for path, violations in found.items() if violations} == {}


def grave(violations: list[dict]) -> list[str]:
    """Rule, selector and reason of each violation that keeps somebody out."""
    nodes = [(rule["id"], node) for rule in violations if rule["impact"] in GRAVE for node in rule["nodes"]]
    return [f"{rule} at {selector(node['target'])}: {node['failureSummary']}" for rule, node in nodes]


def selector(target: list[str | list[str]]) -> str:
    """axe's way to a node, through shadow roots, as one line."""
    return " ".join(" >>> ".join(step) if isinstance(step, list) else step for step in target)
