"""axe-core on what is on the screen: what keeps somebody out."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = {"serious", "critical"}


def barriers(page: Page) -> list[str]:
    """Rule, selector and reason of each serious or critical violation."""
    rules = [rule for rule in Axe().run(page).response["violations"] if rule["impact"] in GRAVE]
    return [
        f"{rule['id']} at {selector(node['target'])}: {node['failureSummary']}"
        for rule in rules
        for node in rule["nodes"]
    ]


def selector(target: list[str | list[str]]) -> str:
    """axe's way to a node, through shadow roots, as one line."""
    return " ".join(" >>> ".join(step) if isinstance(step, list) else step for step in target)
