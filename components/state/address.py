"""Addresses of our own: each writes a selection as the routes read it."""

from urllib.parse import urlencode


def deck_url(parameters: dict[str, str], **more: str) -> str:
    """Address of the deck of a selection, as `link_parameters` writes it; `outlines` holds it to those on screen."""
    return "/decks/view?" + urlencode(parameters | more)
