"""The rules that the server gives the browser: what the console says of those that a page breaks."""

from playwright.sync_api import Page

BROKEN = """addEventListener('securitypolicyviolation', (event) => console.error(
    `BROKEN ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))"""


def broken_rules(page: Page) -> list[str]:
    """The list that fills with what a page, opened from now on, breaks."""
    said: list[str] = []
    page.add_init_script(BROKEN)
    page.on("console", lambda message: said.append(message.text) if _is_of_rules(message.text) else None)
    return said


def _is_of_rules(text: str) -> bool:
    return "BROKEN" in text or "Content Security Policy" in text or "Permissions-Policy" in text
