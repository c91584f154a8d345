"""The version of a dataset behind a deck, in words that are printed on it."""

from components.language.i18n import _
from data.store.catalogue import is_draft, split_key


def version_text(key: str) -> str:
    """Return `version 3` for `name@3`; a draft is called one; bundled sets come with the program and have no number."""
    if is_draft(key):
        return _("draft, not published")
    _name, number = split_key(key)
    return _("version {number}", number=number) if number else _("bundled version")
