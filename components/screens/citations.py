"""A source as a line of text: publisher and title, its address a click away, and its date."""

from components.language.i18n import date_label
from components.language.markdown import plain
from data.sources import Citation


def cited(citation: Citation) -> str:
    """Return publisher and title as a link, as far as the page is known, and the date."""
    said = plain(f"{citation.publisher}: {citation.title}")
    linked = f"[{said}]({citation.url})" if citation.url else said
    return f"{linked} ({date_label(citation.published)})" if citation.published else linked
