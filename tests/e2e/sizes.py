"""Sizes of the screen, and where things lie on it."""

from playwright.sync_api import Locator, Page

LAPTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}


def wider_than_the_screen(page: Page) -> list[str]:
    """Texts and controls that reach beyond the right edge, unless something around them scrolls."""
    return page.evaluate(
        """() => { const found = [];
            const look = (root) => { for (const node of root.querySelectorAll('*')) {
                if (node.shadowRoot) look(node.shadowRoot);
                if (!node.matches('button, input, h1, h2, h3, p, li, label, summary, svg.map')) continue;
                const box = node.getBoundingClientRect();
                if (!box.width || !box.height || box.right <= innerWidth + 1 || box.left >= innerWidth) continue;
                if (!scrolls(node)) found.push(`${node.tagName} ${node.textContent.trim().slice(0, 40)}`);
            } };
            const scrolls = (node) => {
                const around = node.parentElement ?? node.getRootNode().host;
                if (!around) return false;
                const slides = /auto|scroll/.test(getComputedStyle(around).overflowX);
                return (slides && around.scrollWidth > around.clientWidth) || scrolls(around);
            };
            look(document); return found; }"""
    )


def top(part: Locator) -> float:
    box = part.bounding_box()
    assert box
    return box["y"]


def bottom(part: Locator) -> float:
    box = part.bounding_box()
    assert box
    return box["y"] + box["height"]
